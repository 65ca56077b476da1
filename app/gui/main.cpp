// The dashboard.
#include "core/dataset/locate.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <cstdlib>

namespace {

void fail(const QString& text, bool window) {
    QTextStream(stderr) << "adit: " << text << '\n';
    if (window) QMessageBox::critical(nullptr, QStringLiteral("Adit"), text);
}

// The one that was open last, else one in the user's data folder, so that no edit is ever without a file.
QString lastWorkspace(const adit::ui::Settings& settings) {
    const QString last = settings.value(adit::ui::SettingKey::workspace).toString();
    if (!last.isEmpty()) return last;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return QDir().mkpath(folder) ? QDir(folder).filePath(QStringLiteral("workspace.adit")) : QString();
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
    const QCommandLineOption workspace(
        QStringLiteral("workspace"),
        QCoreApplication::translate("main", "Open this workspace; it is made where there is none."),
        QStringLiteral("file"));
    options.addOptions({dataset, render, page, workspace});
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
    const QString given = options.isSet(workspace) ? options.value(workspace)
                          : window                 ? lastWorkspace(settings)
                                                   : QString();
    if (!given.isEmpty()) main.openWorkspace(given.toStdString(), true);
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
