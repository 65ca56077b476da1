// What the program remembers between starts: the window, never a figure. One row a setting.
#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

#include <memory>

namespace adit::ui {

enum class SettingKey {
    windowGeometry,
    inspectorShown,
    inspectorWidth,
    theme,  // "light", "dark" or "system"
    page,
    workspace,  // the file that was open last
    hhiScale,   // "points" or "one"
    mapFlows,
    mapMeasures,
    exportFolder,
    exportWidth,
    exportHeight,
    exportDpi,
};

class Settings {
public:
    // In the user's configuration folder, or in the given file (tests).
    explicit Settings(const QString& file = {});

    QVariant value(SettingKey setting) const;
    void set(SettingKey setting, const QVariant& value);

private:
    std::unique_ptr<QSettings> m_store;
};

}  // namespace adit::ui
