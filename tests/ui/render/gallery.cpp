// Writes every sample chart in both themes, and the exported page of some, into a folder to look at.
#include "tests/ui/render/sample_charts.h"
#include "ui/render/chart_export.h"
#include "ui/render/chart_plot.h"

#include <QApplication>
#include <QImage>

using namespace adit::render;

namespace {

void write(const QString& folder, const QString& name, const Chart& chart, const Theme& theme, QSize size) {
    QImage image(size * 2, QImage::Format_RGB32);
    image.setDevicePixelRatio(2.0);
    image.fill(theme.card);
    {
        QCPPainter painter;
        painter.begin(&image);
        paintChart(painter, QRectF(QPointF(), size), chart, theme, Density::screen);
    }
    image.save(QStringLiteral("%1/%2-%3.png")
                   .arg(folder, name, theme.dark ? QStringLiteral("dark") : QStringLiteral("light")));
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    loadFonts();
    const QString folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : ".");
    for (const Theme& theme : {Theme::light(), Theme::night()}) {
        write(folder, QStringLiteral("lines"), samples::lines(theme), theme, {556, 220});
        write(folder, QStringLiteral("strip"), samples::strip(theme), theme, {272, 112});
        write(folder, QStringLiteral("columns"), samples::columns(theme), theme, {556, 220});
        write(folder, QStringLiteral("areas"), samples::areas(theme), theme, {556, 220});
        write(folder, QStringLiteral("ranking"), samples::ranking(theme), theme, {272, 236});
        write(folder, QStringLiteral("states"), samples::states(theme), theme, {500, 260});
        write(folder, QStringLiteral("dumbbell"), samples::dumbbell(theme), theme, {358, 165});
        write(folder, QStringLiteral("measures"), samples::measures(theme), theme, {358, 165});
    }
    const Theme light = Theme::light();
    for (const auto& [name, chart] :
         std::initializer_list<std::pair<const char*, Chart>>{{"export-states", samples::states(light)},
                                                              {"export-lines", samples::lines(light)},
                                                              {"export-columns", samples::columns(light)}})
        for (const PictureFormat format :
             {PictureFormat::png, PictureFormat::svg, PictureFormat::pdf, PictureFormat::csv})
            (void)exportFile(pictureOf(chart), {format, {1600, 1000}, 192},
                             folder + QLatin1Char('/') + QLatin1String(name) + QLatin1Char('.') + suffix(format));
    return 0;
}
