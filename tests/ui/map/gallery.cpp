// Writes maps of the bundled dataset in both themes and as exported pages into a folder to look at.
#include "tests/support/bundled.h"
#include "ui/map/map_data.h"
#include "ui/map/map_page.h"
#include "ui/map/map_painter.h"
#include "ui/map/map_view.h"
#include "ui/render/chart_export.h"
#include "ui/render/custom_plot.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QTextStream>

using namespace adit;
using namespace adit::ui;

namespace {

void write(const map::World& world, const map::MapValue& value, const render::Theme& theme, const QString& path,
           QSize size, double ratio, const map::Viewport& viewport = {}) {
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    {
        QPainter painter(&image);
        map::paintMap(painter, QRectF(QPointF(), size), world, value, theme, viewport);
    }
    QElapsedTimer clock;
    clock.start();
    {
        QPainter painter(&image);
        map::paintMap(painter, QRectF(QPointF(), size), world, value, theme, viewport);
    }
    QTextStream(stdout) << path << ' ' << double(clock.nsecsElapsed()) / 1e6 << " ms\n";
    image.save(path);
}

// The page with the hover card over DR Congo, as on a screen.
void writePage(const DatasetPtr& data, const Context& context, const render::Theme& theme, const QString& path,
               QSize size) {
    QApplication::setPalette(render::palette(theme));
    qApp->setStyleSheet(render::styleSheet(theme));
    ContextModel model(data, context);
    MapPage page(model, theme);
    page.resize(size);
    render::applyTheme(page, theme);
    page.setTheme(theme);
    page.show(context);
    page.QWidget::show();
    auto* map = page.findChild<map::MapView*>();
    const QPointF congo = *map::World::bundled().value()->place(QStringLiteral("COD"));
    QTest::mouseMove(map, map->placed().toPixels.map(congo).toPoint());
    QTest::qWait(400);
    page.grab().save(path);
}

Context contextOf(const Dataset& data, const char* mineral, Stage stage, int year, const char* consumer) {
    Context context;
    context.mineral = *data.mineral(mineral);
    context.stage = stage;
    context.year = year;
    context.consumer = *data.economy(consumer);
    context.asOf = "2025-12-31";
    return context;
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    render::loadFonts();
    QApplication::setFont(render::Theme::light().font(render::Type::body));
    const QString folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : ".") + QLatin1Char('/');
    QElapsedTimer clock;
    clock.start();
    const auto world = map::World::bundled().value();
    QTextStream(stdout) << "world " << double(clock.nsecsElapsed()) / 1e6 << " ms\n";
    const DatasetPtr data = test::bundled();
    const NumberText numbers;
    struct Case {
        const char* name;
        Context context;
        map::Metric metric;
    };
    const std::vector<Case> cases{
        {"cobalt", contextOf(*data, "cobalt", Stage::mine, 2022, "EU27"), map::Metric::share},
        {"nickel", contextOf(*data, "nickel", Stage::mine, 2023, "CHN"), map::Metric::share},
        {"magnets", contextOf(*data, "rare-earths-magnet", Stage::component, 2023, "EU27"), map::Metric::share},
        {"reserves", contextOf(*data, "lithium", Stage::refine, 2024, "USA"), map::Metric::reserves},
        {"governance", contextOf(*data, "tungsten", Stage::refine, 2024, "JPN"), map::Metric::governance},
        {"hhi", contextOf(*data, "antimony", Stage::refine, 2024, "EU27"), map::Metric::hhiPart}};
    for (const Case& c : cases) {
        for (const render::Theme& theme : {render::Theme::light(), render::Theme::night()}) {
            const Setting setting{*data, c.context, theme, numbers};
            clock.restart();
            const map::MapValue value = map::mapValue(setting, {c.metric, true, true});
            QTextStream(stdout) << "value " << double(clock.nsecsElapsed()) / 1e6 << " ms; " << value.text.source
                                << '\n';
            const QString tail = theme.dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
            write(*world, value, theme, folder + QLatin1String(c.name) + tail, {866, 486}, 1.0);
        }
    }
    for (const render::Theme& theme : {render::Theme::light(), render::Theme::night()}) {
        const QString tail = theme.dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        writePage(data, contextOf(*data, "cobalt", Stage::mine, 2022, "EU27"), theme,
                  folder + QStringLiteral("page-1600") + tail, {1208, 890});
        writePage(data, contextOf(*data, "cobalt", Stage::refine, 2024, "JPN"), theme,
                  folder + QStringLiteral("page-1280") + tail, {1228, 700});
    }
    const render::Theme light = render::Theme::light();
    const Setting setting{*data, cases[0].context, light, numbers};
    const map::MapValue value = map::mapValue(setting, {});
    write(*world, value, light, folder + QStringLiteral("zoom4.png"), {866, 486}, 1.0,
          {4.0, *world->place(QStringLiteral("COD"))});
    write(*world, value, light, folder + QStringLiteral("zoom16.png"), {866, 486}, 1.0,
          {16.0, *world->place(QStringLiteral("BEL"))});
    write(*world, value, light, folder + QStringLiteral("twice.png"), {866, 486}, 2.0);
    const render::Picture picture{
        value.text,
        [&](QCPPainter& painter, const QRectF& area) { map::paintMap(painter, area, *world, value, light); },
        map::tableOf(value)};
    for (const auto format : {render::PictureFormat::png, render::PictureFormat::svg, render::PictureFormat::pdf,
                              render::PictureFormat::csv})
        (void)render::exportFile(picture, {format, {1600, 1000}, 192},
                                 folder + QStringLiteral("export.") + render::suffix(format));
    return 0;
}
