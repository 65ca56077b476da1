// The dashboard.
#include "core/dataset/locate.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <cstdlib>

namespace {

void fail(const QString& text, bool window) {
    QTextStream(stderr) << "adit: " << text << '\n';
    if (window) QMessageBox::critical(nullptr, QStringLiteral("Adit"), text);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("adit"));
    QApplication::setApplicationVersion(QStringLiteral(ADIT_VERSION));

    QCommandLineParser options;
    options.setApplicationDescription(
        QCoreApplication::translate("main", "Dependence on critical minerals, on one screen."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption dataset(
        QStringLiteral("dataset"), QCoreApplication::translate("main", "Open this dataset instead of the bundled one."),
        QStringLiteral("file"));
    const QCommandLineOption render(QStringLiteral("render"),
                                    QCoreApplication::translate("main", "Draw the start view to a PNG file and end."),
                                    QStringLiteral("file"));
    const QCommandLineOption page(QStringLiteral("page"), QCoreApplication::translate("main", "Start on this page."),
                                  QStringLiteral("id"));
    options.addOptions({dataset, render, page});
    options.process(app);

    const double fontScale = adit::ui::prepareLook();
    const bool window = !options.isSet(render);
    const auto file = adit::locateDataset(options.value(dataset).toStdString());
    if (!file) {
        fail(QString::fromStdString(file.error().text), window);
        return 2;
    }
    const auto data = adit::loadDataset(*file);
    if (!data) {
        fail(QString::fromStdString(data.error().text), window);
        return 2;
    }
    // A drawn view is the same for everybody: it does not look like this user's last window.
    const QTemporaryDir fresh;
    adit::ui::Settings settings(window ? QString() : fresh.filePath(QStringLiteral("adit.ini")));
    adit::ui::MainWindow main(*data, settings, fontScale);
    if (options.isSet(page)) main.showPage(options.value(page));
    main.show();
    if (!window) {
        main.resize(1600, 1000);
        QTimer::singleShot(400, &main, [&] {
            const QString target = options.value(render);
            const bool saved = main.grab().save(target);
            if (!saved)
                fail(QCoreApplication::translate("main", "%1 cannot be written. Choose another file or folder.")
                         .arg(target),
                     false);
            QApplication::exit(saved ? 0 : 2);
        });
    }
    return QApplication::exec();
}
