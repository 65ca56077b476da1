// Writes every sample chart in both themes, and the exported page of some, into a folder to look at.
#include "tests/ui/common/board.h"
#include "tests/ui/render/sample_charts.h"
#include "ui/render/chart_export.h"
#include "ui/render/chart_plot.h"

#include <QApplication>
#include <QImage>
#include <QTest>

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
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts();
    const QString folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : ".");
    for (const Theme& theme : {Theme::light(), Theme::night()}) {
        write(folder, QStringLiteral("lines"), samples::lines(), theme, {556, 220});
        write(folder, QStringLiteral("strip"), samples::strip(), theme, {272, 112});
        write(folder, QStringLiteral("columns"), samples::columns(), theme, {556, 220});
        write(folder, QStringLiteral("areas"), samples::areas(), theme, {556, 220});
        write(folder, QStringLiteral("ranking"), samples::ranking(), theme, {272, 236});
        write(folder, QStringLiteral("states"), samples::states(), theme, {500, 260});
        write(folder, QStringLiteral("dumbbell"), samples::dumbbell(), theme, {358, 165});
        write(folder, QStringLiteral("measures"), samples::measures(), theme, {358, 165});
    }
    const Theme light = Theme::light();
    for (const Theme& theme : {light, Theme::night()}) {
        QApplication::setFont(theme.font(Type::body));
        QApplication::setPalette(palette(theme));
        qApp->setStyleSheet(styleSheet(theme));
        const auto board = adit::ui::samples::board();
        applyTheme(*board, theme);
        board->resize(1000, 900);
        board->show();
        (void)QTest::qWaitForWindowExposed(board.get());
        QTest::qWait(50);
        board->grab().save(folder +
                           (theme.dark ? QStringLiteral("/board-dark.png") : QStringLiteral("/board-light.png")));
    }
    for (const auto& [name, chart] :
         std::initializer_list<std::pair<const char*, Chart>>{{"export-states", samples::states()},
                                                              {"export-lines", samples::lines()},
                                                              {"export-columns", samples::columns()}})
        for (const PictureFormat format :
             {PictureFormat::png, PictureFormat::svg, PictureFormat::pdf, PictureFormat::csv})
            (void)exportFile(pictureOf(chart), {format, {1600, 1000}, 192},
                             folder + QLatin1Char('/') + QLatin1String(name) + QLatin1Char('.') + suffix(format));
    return 0;
}
