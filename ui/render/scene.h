// A chart laid out for one size: what ChartPlot hands to QCustomPlot, what is written over it, and the marks
// that can be pointed at. A pure function of chart, theme and size, so that it is tested without a window.
#pragma once

#include "ui/render/chart.h"
#include "ui/render/theme.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainterPath>
#include <QPen>
#include <QRectF>

#include <map>

namespace adit::render {

// On a page the rows of a chart may spread; on screen they keep the sizes of the design.
enum class Density { screen, page };

struct Mark {
    QString id;    // stable: "COD", "hhi-mine/2022"
    QString link;  // of its datum
    QString name;  // "DR Congo", "Mine, 2022"
    std::optional<Stage> stage;
    std::vector<std::pair<QString, QString>> lines;
    QString alert;
    QPainterPath shape;  // what can be hit
    QRectF outline;      // what is outlined when it is current
};

struct Axis {
    double lo = 0.0;
    double hi = 1.0;
    std::vector<double> grid;  // grid lines at these values
};

// One QCPGraph; NaN values leave gaps.
struct GraphPiece {
    QVector<double> keys;
    QVector<double> values;
    QPen pen = QPen(Qt::NoPen);
    QBrush fill = QBrush(Qt::NoBrush);
    int fillTo = -1;  // index of the graph that the fill ends at; -1: zero
};

// One QCPBars: bars of one look.
struct BarPiece {
    QVector<double> keys;
    QVector<double> values;
    double width = 1.0;  // in key units
    double base = 0.0;
    QBrush brush;
    QPen pen = QPen(Qt::NoPen);
    int above = -1;  // index of the bars it stands on
    bool horizontal = false;
};

struct Rule {
    QLineF line;
    QPen pen;
};
struct Dot {
    QPointF centre;
    double radius = 4.0;
    QBrush fill;
    QPen pen = QPen(Qt::NoPen);
};
struct HatchBox {
    QRectF box;
    QColor lines;
    QColor outline;  // invalid: none
    QColor ground;   // invalid: none
};
struct Label {
    QPointF at;
    Qt::Alignment align = Qt::AlignLeft;  // of the text to the point; always centred on it vertically
    QString text;
    Type type = Type::axis;
    QColor colour;
    QColor ground;  // invalid: none; painted behind the text
};
struct Glyph {
    QRectF box;
    Stage stage = Stage::mine;
};
struct Block {
    QRectF box;
    QColor colour;
};

struct Scene {
    QSizeF size;
    QRect plot;  // the axis rectangle
    Axis x, y;
    bool rowsDown = false;  // y counts rows from the top
    std::vector<GraphPiece> graphs;
    std::vector<BarPiece> bars;
    std::vector<HatchBox> hatches;
    std::vector<Rule> under;  // behind graphs and bars
    std::vector<Rule> rules;  // above them
    std::vector<Block> blocks;
    std::vector<Dot> dots;
    std::vector<Glyph> glyphs;
    std::vector<Label> labels;
    std::vector<Mark> marks;

    double px(double value) const;  // pixel of an x value
    double py(double value) const;  // pixel of a y value
};

Scene layOut(const Chart& chart, const Theme& theme, QSizeF size, Density density = Density::screen);

// The size below which a chart would have to overlap or cut texts.
QSizeF neededSize(const Chart& chart, const Theme& theme);

// ---- for the layouts ----

class TextSizes {
public:
    explicit TextSizes(const Theme& theme) : m_theme(theme) {}
    double width(const QString& text, Type type) const;
    double line(Type type) const;  // height of one line
    double capHeight(Type type) const;
    QString elided(const QString& text, Type type, double width) const;

private:
    const Theme& m_theme;
};

struct Span {
    double centre = 0.0;
    double height = 0.0;
};
// Moves spans apart so that none overlap, in their order along the axis, staying between lo and hi.
void spread(std::vector<Span>& spans, double lo, double hi);

// 1-2-5 steps with at most `most` steps between lo and hi, both ends included where they fall on one.
std::vector<double> niceTicks(double lo, double hi, int most);
// Tick labels; the last one carries the unit.
QStringList tickTexts(const std::vector<double>& ticks, const QString& unit);
// Every first, second, fifth ... year, so that labels of this width do not touch.
std::vector<int> yearTicks(int first, int last, double pixels, double labelWidth);

Mark markOf(const QString& id, const QString& name, const Datum& datum);
QString readOut(const Mark& mark);  // in one line, for screen readers
// Fills a box with the drawing of a state that has no figure.
HatchBox hatchOf(const QRectF& box, State state, const Theme& theme);
// Over a mark whose colour says whose it is: what rests on an assumption is striped or dotted in the colour of edits.
HatchBox assumedStripes(const QRectF& box, const Theme& theme);
Dot assumedDot(QPointF centre, double radius, const Theme& theme);

Scene layOutLines(const LineChart& chart, const Theme& theme, QSizeF size);
Scene layOutStack(const StackChart& chart, const Theme& theme, QSizeF size);
Scene layOutRanking(const RankingChart& chart, const Theme& theme, QSizeF size, Density density);
Scene layOutDumbbell(const DumbbellChart& chart, const Theme& theme, QSizeF size, Density density);
Scene layOutTime(const TimeChart& chart, const Theme& theme, QSizeF size, Density density);

}  // namespace adit::render
