// Draws scenes with QCustomPlot: graphs, bars and grid are its own, texts and glyphs a layer above them.
// Plottables are kept from one scene to the next.
#pragma once

#include "ui/render/custom_plot.h"
#include "ui/render/scene.h"

#include <vector>

namespace adit::render {

class Annotations;

class ChartPlot {
public:
    explicit ChartPlot(QCustomPlot& plot);

    // Takes the scene over into the plot; whoever owns the plot repaints it.
    void show(Scene scene, const Theme& theme);
    const Scene& scene() const { return m_scene; }

private:
    void place(const Theme& theme);
    void showGraphs();
    void showBars();
    QCPBars* barsFor(const BarPiece& piece, int& vertical, int& horizontal);

    QCustomPlot& m_plot;
    Scene m_scene;
    std::vector<QCPGraph*> m_graphs;
    std::vector<QCPBars*> m_vertical;
    std::vector<QCPBars*> m_horizontal;
    Annotations* m_below = nullptr;  // owned by the plot
    Annotations* m_above = nullptr;
};

// Paints a chart into `area` of any device, in one go.
void paintChart(QCPPainter& painter, const QRectF& area, const Chart& chart, const Theme& theme, Density density);

// Text with its middle on the point's height; used by every painter of this folder.
void paintLabel(QPainter& painter, const Label& label, const Theme& theme);
// Diagonal lines as lines, so that they reach every device.
void paintHatch(QPainter& painter, const HatchBox& hatch);

}  // namespace adit::render
