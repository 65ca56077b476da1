// The dashboard.
#include "core/dataset/locate.h"
#include "ui/shell/main_window.h"
#include "ui/shell/no_dataset.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <filesystem>
#include <memory>

namespace {

using adit::ui::MainWindow;
using adit::ui::NoDataset;

void fail(const QString& text) {
    QTextStream(stderr) << "adit: " << text << '\n';
}

// The one that was open last, else one in the user's data folder, so that no edit is ever without a file.
QString lastWorkspace(const adit::ui::Settings& settings) {
    const QString last = settings.value(adit::ui::SettingKey::workspace).toString();
    if (!last.isEmpty()) return last;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return QDir().mkpath(folder) ? QDir(folder).filePath(QStringLiteral("workspace.adit")) : QString();
}

// From a file to a window: the dashboard, or what says why there is none and lets another file be chosen.
class Start {
public:
    Start(adit::ui::Settings& settings, double fontScale, QString page, QString workspace)
        : m_settings(settings), m_fontScale(fontScale), m_page(std::move(page)), m_workspace(std::move(workspace)) {}

    MainWindow* window() const { return m_main.get(); }

    void open(const adit::DatasetPtr& data) {
        m_main = std::make_unique<MainWindow>(data, m_settings, m_fontScale);
        if (!m_page.isEmpty()) m_main->showPage(m_page);
        if (!m_workspace.isEmpty()) m_main->openWorkspace(m_workspace.toStdString(), true);
        m_main->show();
        leave();
    }

    void explain(const std::filesystem::path& file, const adit::Error& error) {
        const auto bundled = adit::bundledDataset();
        const bool another = bundled && bundled->lexically_normal() != file.lexically_normal();
        adit::render::Theme theme = adit::render::Theme::of(adit::ui::startsDark(m_settings));
        theme.fontScale = m_fontScale;
        auto message =
            std::make_unique<NoDataset>(QString::fromStdString(file.string()), error,
                                        another ? NoDataset::Bundled::offered : NoDataset::Bundled::absent, theme);
        QObject::connect(message.get(), &NoDataset::fileChosen, message.get(),
                         [this](const QString& chosen) { attempt(chosen.toStdString()); });
        if (another) {
            QObject::connect(message.get(), &NoDataset::bundledChosen, message.get(),
                             [this, path = *bundled] { attempt(path); });
        }
        message->show();
        leave();
        m_message = std::move(message);
    }

private:
    void attempt(const std::filesystem::path& file) {
        if (const auto data = adit::loadDataset(file)) {
            open(*data);
        } else {
            explain(file, data.error());
        }
    }
    // The message before is still in its click.
    void leave() {
        if (!m_message) return;
        m_message->hide();
        m_message.release()->deleteLater();
    }

    adit::ui::Settings& m_settings;
    double m_fontScale;
    QString m_page;
    QString m_workspace;
    std::unique_ptr<MainWindow> m_main;
    std::unique_ptr<NoDataset> m_message;
};

int draw(MainWindow& window, const QString& target) {
    if (window.grab().save(target)) return 0;
    fail(QCoreApplication::translate("main", "%1 cannot be written. Choose another file or folder.").arg(target));
    return 2;
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
    // A drawn view is the same for everybody: it does not look like this user's last window.
    const bool drawn = options.isSet(render);
    const QTemporaryDir fresh;
    adit::ui::Settings settings(drawn ? fresh.filePath(QStringLiteral("adit.ini")) : QString());
    const QString given = options.isSet(workspace) ? options.value(workspace)
                          : drawn                  ? QString()
                                                   : lastWorkspace(settings);
    Start start(settings, fontScale, options.value(page), given);
    const auto file = adit::locateDataset(options.value(dataset).toStdString());
    const auto data = file ? adit::loadDataset(*file) : adit::Result<adit::DatasetPtr>(file.error());
    if (data) {
        start.open(*data);
    } else {
        fail(QString::fromStdString(data.error().text));
        if (drawn) return 2;
        start.explain(file ? *file : std::filesystem::path(file.error().place.file), data.error());
    }
    if (drawn) {
        const QString target = options.value(render);
        start.window()->resize(1600, 1000);
        QTimer::singleShot(400, start.window(),
                           [&start, target] { QApplication::exit(draw(*start.window(), target)); });
    }
    return QApplication::exec();
}
