// main() of test programs with windows: offscreen, at 100 %, in English, with the program's own look.
#include "tests/support/fatal_qt_messages.h"
#include "ui/render/theme.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    testing::InitGoogleTest(&argc, argv);
    QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    adit::render::loadFonts();
    const adit::render::Theme theme = adit::render::Theme::light();
    QApplication::setFont(theme.font(adit::render::Type::body));
    QApplication::setPalette(adit::render::palette(theme));
    app.setStyleSheet(adit::render::styleSheet(theme));
    qInstallMessageHandler(adit::tests::failOnQtMessage);
    return RUN_ALL_TESTS();
}
