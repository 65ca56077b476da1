// Charts as plain values: what is drawn, never how. The same value is shown in a window, written to a
// file and read out as a table. All texts come formatted from the caller, who knows locale and unit.
#pragma once

#include "core/base/figure.h"
#include "ui/render/ink.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace adit::render {

// What stands around a picture, on its card and in every export.
struct ChartText {
    QString title = {};       // the finding, in words and numbers
    QString subtitle = {};    // what is measured: unit, basis, stage, year
    QString context = {};     // "Cobalt, contained Co · mine · located · 2022"
    QString source = {};      // "Source: World Mining Data (2018–2022)"
    QString edition = {};     // "2026.1"
    QString date = {};        // of the export, "22 Nov 2026"
    QString assumption = {};  // names the edited assumptions; empty when there are none
    bool operator==(const ChartText&) const = default;
};

// One number behind a mark: how it prints, what a click opens, what the hover card adds.
struct Datum {
    std::optional<double> value = {};
    std::optional<Interval> bounds = {};
    State state = State::known;
    QString text = {};                                      // as printed: "69.5 %"
    QString link = {};                                      // opaque to charts; handed back when the mark is activated
    std::vector<std::pair<QString, QString>> details = {};  // label and value, six at most
    QString alert = {};                                     // the measure in force, printed last in red
    bool operator==(const Datum&) const = default;
};

struct Threshold {
    double value = 0.0;
    QString name = {};  // "highly 1 800"
    bool operator==(const Threshold&) const = default;
};

// ---- lines over years ----

struct LinePoint {
    int year = 0;
    Datum datum = {};          // bounds: runs of years make a band, a lone year an I-bar
    QString breakBefore = {};  // why this point must not be joined to the one before; empty joins
    bool operator==(const LinePoint&) const = default;
};

struct LineSeries {
    QString id = {};
    QString name = {};
    Ink colour = {};
    std::optional<Stage> stage = {};     // its glyph stands beside the name
    std::vector<LinePoint> points = {};  // in year order; a point without a value leaves a gap
    QString endLabel = {};               // "Refine 5 953"
    QString endNote = {};                // second line in secondary colour: "band: bounds of the missing part"
    bool joined = true;                  // false: marks only, as for a second source
    bool markers = false;                // a dot at every point
    bool area = false;                   // filled down to zero
    bool steps = false;                  // level from one point to the next, then up or down at once
    bool operator==(const LineSeries&) const = default;
};

struct LineChart {
    ChartText text = {};
    std::vector<LineSeries> series = {};
    std::vector<Threshold> thresholds = {};
    std::optional<int> selectedYear = {};
    QString unit = {};               // printed on the last axis label: "%"
    std::optional<double> top = {};  // the axis ends at least here
    bool operator==(const LineChart&) const = default;
};

// ---- parts of a whole over years ----

struct StackPart {
    QString id = {};
    QString name = {};  // "15 others"
    Ink colour = {};
    std::vector<Datum> values = {};  // one a year, in the order of `years`
    bool operator==(const StackPart&) const = default;
};

// Columns for up to 8 years, areas for more; the last year's texts stand at the right end.
struct StackChart {
    ChartText text = {};
    std::vector<int> years = {};
    std::vector<StackPart> parts = {};  // bottom first, so the largest
    double whole = 100.0;               // what a full column is; a shortfall is hatched
    QString unit = QStringLiteral("%");
    std::optional<int> selectedYear = {};
    bool operator==(const StackChart&) const = default;
};

// ---- ranking ----

struct RankingBar {
    QString id = {};
    QString name = {};    // "DR Congo"; "11 others"
    QString inside = {};  // printed in the bar where it fits
    Datum datum = {};     // withheld with bounds: a hatched box over them
    Ink colour = {};
    std::optional<Stage> stage = {};  // its glyph stands beside the name
    bool measure = false;             // alert stripe along the upper edge: under an export measure
    bool others = false;              // a sum of several: grey, never emphasised
    bool strong = false;              // name in medium weight
    bool operator==(const RankingBar&) const = default;
};

struct RankingChart {
    ChartText text = {};
    std::vector<RankingBar> bars = {};  // top first
    std::vector<Threshold> thresholds = {};
    QString measureText = {};        // explains the stripe: "under an export measure"; shown when one is drawn
    std::optional<double> top = {};  // the axis ends at least here
    bool operator==(const RankingChart&) const = default;
};

// ---- two values a row, their distance is the message ----

struct DumbbellRow {
    QString id = {};
    QString name = {};
    Datum first = {};   // hollow: located
    Datum second = {};  // filled: controlled
    bool operator==(const DumbbellRow&) const = default;
};

struct DumbbellChart {
    ChartText text = {};
    QString firstName = {};   // "located"
    QString secondName = {};  // "controlled"
    std::vector<DumbbellRow> rows = {};
    QString unit = QStringLiteral("%");
    std::optional<double> top = {};
    bool operator==(const DumbbellChart&) const = default;
};

// ---- measures on a time line ----

struct TimeBar {
    QString id = {};
    QString name = {};  // "DR Congo: export quota"
    QString note = {};  // "since 16 Oct 2025, to 2027"
    QDate from = {};
    QDate to = {};  // null: open, drawn to the end with an open edge
    Ink colour = {};
    bool suspended = false;     // hatched
    bool announced = false;     // outlined only
    bool hypothetical = false;  // in the edit colour
    Datum datum = {};
    bool operator==(const TimeBar&) const = default;
};

struct TimeChart {
    ChartText text = {};
    std::vector<TimeBar> bars = {};
    QDate from = {};
    QDate to = {};
    QDate asOf = {};
    QString asOfText = {};    // "as of 31 Dec 2025"
    bool isRegister = false;  // many bars, each the name at the left of its row, and its note under the mouse alone
    bool operator==(const TimeChart&) const = default;
};

using Chart = std::variant<LineChart, StackChart, RankingChart, DumbbellChart, TimeChart>;

const ChartText& textOf(const Chart& chart);
bool isEmpty(const Chart& chart);  // nothing to draw: show the empty state instead

// A chart read out: for "copy as table", CSV and screen readers.
struct TableCell {
    QString text = {};
    std::optional<double> number = {};
    bool operator==(const TableCell&) const = default;
};
struct ChartTable {
    QStringList header = {};
    std::vector<std::vector<TableCell>> rows = {};
    bool operator==(const ChartTable&) const = default;
};
ChartTable tableOf(const Chart& chart);

}  // namespace adit::render
