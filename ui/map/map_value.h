// A map as a plain value: what is drawn and said, never how. All texts come formatted from the caller.
#pragma once

#include "ui/render/chart.h"
#include "ui/render/theme.h"

#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace adit::ui::map {

// How an economy is filled.
enum class Fill {
    value,     // by the class of its datum's value
    none,      // a true zero: land
    missing,   // no figure: hatched
    withheld,  // exists but is not disclosed: hatched and outlined
};

struct MapMark {
    QString code;  // ISO 3166-1 alpha-3
    QString name;
    Fill fill = Fill::none;
    render::Datum datum;  // value on the scale of the metric; details and alert are for the hover card
    bool operator==(const MapMark&) const = default;
};

struct MapLabel {
    QString code;
    QString text;  // "DR Congo 69.5 %"
    bool operator==(const MapLabel&) const = default;
};

// A flow to the consumer.
struct MapArc {
    QString from;
    QString name;         // "DR Congo"
    double tonnes = 0.0;  // the width is linear in these
    bool measure = false;
    QString text;  // "5 310 t"; with the mark of an edit where it rests on one
    bool assumed = false;
    bool operator==(const MapArc&) const = default;
};

// The economy or bloc for which the map is drawn; outlined as one.
struct MapConsumer {
    QString name;
    std::vector<QString> members;
    QString place;  // the economy at whose label point arcs end
    bool operator==(const MapConsumer&) const = default;
};

struct MapLegend {
    QString title;       // "Share of world mine output, 2022"
    QStringList breaks;  // under the joints of the swatches, from the lower end to the upper one
    QString none;        // "none"
    QString missing;     // "n/a"
    QString measureFlow;
    QString freeFlow;
    QString assumedFlow;  // empty where none is
    QString width;        // "Arc width: tonnes to EU27"
    QString smallState;
    bool operator==(const MapLegend&) const = default;
};

struct MapValue {
    render::ChartText text;
    std::optional<Stage> stage;                                          // its glyph stands on the hover card
    std::variant<render::Breaks, double> scale = render::Breaks::share;  // or 1-3-10 steps up to this
    std::vector<MapMark> marks;                                          // by code
    std::vector<MapLabel> labels;                                        // most important first
    double arcScale = 0.0;                                               // tonnes of the widest arc that can be
    std::vector<MapArc> arcs;                                            // widest first
    MapConsumer consumer;
    QString selected;
    QString metric;       // header of the value column, "Share of world mine output, %"
    QString flowsSource;  // "Flows to EU: HS 260500, 2024, ..."
    QString arcsHeader;   // header of the flow column, "Flow to EU27, t, 2022"
    MapLegend legend;
    bool operator==(const MapValue&) const = default;

    const MapMark* find(const QString& code) const;
    render::ColourScale colours(const render::Theme& theme) const;
};

// One row an economy with a figure or a flow: for copying, CSV and screen readers.
render::ChartTable tableOf(const MapValue& value);

}  // namespace adit::ui::map
