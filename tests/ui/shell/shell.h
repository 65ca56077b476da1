// The whole window on the bundled dataset, shown and active, with settings of its own.
#pragma once

#include "tests/support/bundled.h"
#include "ui/shell/inspector.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>
#include <QTest>

namespace adit::test {

class Shell {
public:
    explicit Shell(QSize size = {1600, 1000}, const QString& settingsFile = {})
        : settings(settingsFile.isEmpty() ? m_folder.filePath(QStringLiteral("adit.ini")) : settingsFile),
          window(bundled(), settings) {
        window.resize(size);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
    }

    template <typename T>
    T* find(const char* name) const {
        return window.findChild<T*>(QLatin1String(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&window, key, modifiers);
    }
    const ui::Context& context() { return window.model().context(); }
    ui::InspectorDock& inspector() const { return *find<ui::InspectorDock>("inspectorDock"); }
    const ui::Explanation& explained() const { return inspector().panel().explanation(); }

private:
    QTemporaryDir m_folder;

public:
    ui::Settings settings;
    ui::MainWindow window;
};

}  // namespace adit::test
