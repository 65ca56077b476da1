#include "ui/render/chart_plot.h"

#include "ui/render/icon.h"
#include "ui/render/text_cache.h"

#include <algorithm>
#include <cmath>

namespace adit::render {
namespace {

// Grid lines exactly where the scene has them.
class FixedTicks final : public QCPAxisTicker {
public:
    explicit FixedTicks(QVector<double> ticks) : m_ticks(std::move(ticks)) {}

protected:
    double getTickStep(const QCPRange& range) override { return range.size(); }
    QVector<double> createTickVector(double, const QCPRange&) override { return m_ticks; }

private:
    QVector<double> m_ticks;
};

void dress(QCPAxis& axis, const Axis& range, const Theme& theme) {
    axis.setRange(range.lo, range.hi);
    axis.setTicker(QSharedPointer<FixedTicks>::create(QVector<double>(range.grid.begin(), range.grid.end())));
    axis.setTicks(true);
    axis.setTickLabels(false);
    axis.setTickLength(0, 0);
    axis.setSubTicks(false);
    axis.setBasePen(Qt::NoPen);
    axis.setTickPen(Qt::NoPen);
    axis.grid()->setVisible(!range.grid.empty());
    axis.grid()->setPen(QPen(theme.grid, 1.0, Qt::SolidLine, Qt::FlatCap));
    axis.grid()->setZeroLinePen(QPen(theme.lineStrong, 1.0, Qt::SolidLine, Qt::FlatCap));
}

}  // namespace

// Everything of a scene that is not a plottable, above or below those.
class Annotations final : public QCPLayerable {
public:
    enum class Side { above, below };

    Annotations(QCustomPlot& plot, const Scene& scene, Side side)
        : QCPLayerable(&plot, side == Side::above ? QStringLiteral("legend") : QStringLiteral("grid")),
          m_scene(scene),
          m_side(side) {}

    void setTheme(const Theme& theme) { m_theme = theme; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setRenderHint(QPainter::Antialiasing);
    }
    void draw(QCPPainter* painter) override;

private:
    void drawRules(QPainter& painter, const std::vector<Rule>& rules) const;

    const Scene& m_scene;
    Side m_side;
    Theme m_theme;
};

// Thin upright and level lines are put on whole pixels.
void Annotations::drawRules(QPainter& painter, const std::vector<Rule>& rules) const {
    for (const Rule& rule : rules) {
        const bool straight = rule.line.dx() == 0.0 || rule.line.dy() == 0.0;
        const bool thin = straight && rule.pen.widthF() <= 1.0;
        painter.setPen(rule.pen);
        const QLineF whole(rule.line.p1().toPoint(), rule.line.p2().toPoint());
        painter.drawLine(thin ? whole.translated(0.5, 0.5) : rule.line);
    }
}

void Annotations::draw(QCPPainter* painter) {
    if (m_side == Side::below) {
        drawRules(*painter, m_scene.under);
        return;
    }
    for (const HatchBox& hatch : m_scene.hatches)
        paintHatch(*painter, hatch);
    for (const Block& block : m_scene.blocks)
        painter->fillRect(block.box, block.colour);
    drawRules(*painter, m_scene.rules);
    for (const Dot& dot : m_scene.dots) {
        painter->QPainter::setPen(dot.pen);
        painter->setBrush(dot.fill);
        painter->drawEllipse(dot.centre, dot.radius, dot.radius);
    }
    for (const Glyph& glyph : m_scene.glyphs)
        paintStageGlyph(*painter, glyph.box, glyph.stage, m_theme.stage(glyph.stage));
    for (const Label& label : m_scene.labels)
        paintLabel(*painter, label, m_theme);
}

ChartPlot::ChartPlot(QCustomPlot& plot) : m_plot(plot) {
    m_plot.plotLayout()->setMargins(QMargins());
    m_plot.axisRect()->setAutoMargins(QCP::msNone);
    m_plot.axisRect()->setMinimumSize(1, 1);
    m_plot.setNoAntialiasingOnDrag(false);
    m_plot.setAntialiasedElements(QCP::aePlottables | QCP::aeFills | QCP::aeItems | QCP::aeScatters);
    m_below = new Annotations(plot, m_scene, Annotations::Side::below);
    m_above = new Annotations(plot, m_scene, Annotations::Side::above);
}

void ChartPlot::show(Scene scene, const Theme& theme) {
    m_scene = std::move(scene);
    m_below->setTheme(theme);
    m_above->setTheme(theme);
    place(theme);
    showGraphs();
    showBars();
}

void ChartPlot::place(const Theme& theme) {
    const QSize size = m_scene.size.toSize();
    const QRect plot = m_scene.plot;
    m_plot.axisRect()->setMargins(
        QMargins(plot.left(), plot.top(), size.width() - plot.right() - 1, size.height() - plot.bottom() - 1));
    m_plot.setBackground(QBrush(theme.card));
    dress(*m_plot.xAxis, m_scene.x, theme);
    dress(*m_plot.yAxis, m_scene.y, theme);
    m_plot.yAxis->setRangeReversed(m_scene.rowsDown);
}

void ChartPlot::showGraphs() {
    while (m_graphs.size() < m_scene.graphs.size())
        m_graphs.push_back(m_plot.addGraph());
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        QCPGraph& graph = *m_graphs[i];
        graph.setVisible(i < m_scene.graphs.size());
        if (!graph.visible()) continue;
        const GraphPiece& piece = m_scene.graphs[i];
        graph.setData(piece.keys, piece.values, true);
        graph.setPen(piece.pen);
        graph.setBrush(piece.fill);
        graph.setLineStyle(QCPGraph::lsLine);
        graph.setAdaptiveSampling(false);
        graph.setChannelFillGraph(piece.fillTo < 0 ? nullptr : m_graphs[static_cast<std::size_t>(piece.fillTo)]);
    }
}

QCPBars* ChartPlot::barsFor(const BarPiece& piece, int& vertical, int& horizontal) {
    std::vector<QCPBars*>& pool = piece.horizontal ? m_horizontal : m_vertical;
    int& used = piece.horizontal ? horizontal : vertical;
    if (static_cast<std::size_t>(used) == pool.size())
        pool.push_back(piece.horizontal ? new QCPBars(m_plot.yAxis, m_plot.xAxis)
                                        : new QCPBars(m_plot.xAxis, m_plot.yAxis));
    return pool[static_cast<std::size_t>(used++)];
}

void ChartPlot::showBars() {
    for (std::vector<QCPBars*>* pool : {&m_vertical, &m_horizontal})
        for (QCPBars* bars : *pool) {
            bars->moveAbove(nullptr);
            bars->setVisible(false);
        }
    int vertical = 0;
    int horizontal = 0;
    std::vector<QCPBars*> placed;
    for (const BarPiece& piece : m_scene.bars) {
        QCPBars* bars = barsFor(piece, vertical, horizontal);
        bars->setVisible(true);
        bars->setData(piece.keys, piece.values, true);
        bars->setWidthType(QCPBars::wtPlotCoords);
        bars->setWidth(piece.width);
        bars->setBaseValue(piece.base);
        bars->setBrush(piece.brush);
        bars->setPen(piece.pen);
        bars->setAntialiased(false);
        bars->setAntialiasedFill(false);
        bars->setStackingGap(1.0);
        if (piece.above >= 0) bars->moveAbove(placed[static_cast<std::size_t>(piece.above)]);
        placed.push_back(bars);
    }
}

void paintChart(QCPPainter& painter, const QRectF& area, const Chart& chart, const Theme& theme, Density density) {
    QCustomPlot plot;
    ChartPlot drawing(plot);
    const QSize size = area.size().toSize();
    drawing.show(layOut(chart, theme, size, density), theme);
    plot.setBackground(Qt::NoBrush);
    painter.save();
    painter.translate(area.topLeft());
    painter.setMode(QCPPainter::pmVectorized);
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic);
    plot.toPainter(&painter, size.width(), size.height());
    painter.restore();
}

void paintLabel(QPainter& painter, const Label& label, const Theme& theme) {
    if (label.text.isEmpty()) return;
    const TextSizes sizes(theme);
    const double width = sizes.width(label.text, label.type);
    double left = label.at.x();
    if (label.align & Qt::AlignRight) left -= width;
    if (label.align & Qt::AlignHCenter) left -= width / 2.0;
    const double baseline = label.at.y() + sizes.capHeight(label.type) / 2.0;
    if (label.ground.isValid()) {
        const double line = sizes.line(label.type);
        painter.fillRect(QRectF(left - 2, label.at.y() - line / 2.0, width + 4, line), label.ground);
    }
    painter.setPen(QPen(label.colour));
    drawText(painter, {left, baseline}, label.text, label.type, theme);
}

void paintHatch(QPainter& painter, const HatchBox& hatch) {
    const QRectF box = hatch.box.normalized();
    if (box.isEmpty()) return;
    if (hatch.ground.isValid()) painter.fillRect(box, hatch.ground);
    painter.setPen(QPen(hatch.lines, 1.0, Qt::SolidLine, Qt::FlatCap));
    constexpr double step = 6.0;
    // A line leans to the right: it runs from (bottom, start) to (top, start + height), cut at the sides.
    for (double start = std::floor((box.left() - box.height()) / step) * step; start < box.right(); start += step) {
        const double from = std::max(0.0, box.left() - start);
        const double to = std::min(box.height(), box.right() - start);
        if (from < to) painter.drawLine(QLineF(start + from, box.bottom() - from, start + to, box.bottom() - to));
    }
    if (!hatch.outline.isValid()) return;
    painter.setPen(QPen(hatch.outline, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
}

}  // namespace adit::render
