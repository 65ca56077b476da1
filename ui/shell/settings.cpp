#include "ui/shell/settings.h"

#include <array>

namespace adit::ui {
namespace {

struct Row {
    SettingKey setting;
    const char* key;
    QVariant standard;
};

const std::array<Row, 13>& rows() {
    static const std::array<Row, 13> table{{
        {SettingKey::windowGeometry, "window/geometry", QByteArray()},
        {SettingKey::inspectorShown, "window/inspector", true},
        {SettingKey::inspectorWidth, "window/inspector-width", 0},
        {SettingKey::theme, "window/theme", QStringLiteral("system")},
        {SettingKey::page, "window/page", QString()},
        {SettingKey::workspace, "workspace/file", QString()},
        {SettingKey::hhiScale, "figures/hhi-scale", QStringLiteral("points")},
        {SettingKey::mapFlows, "map/flows", true},
        {SettingKey::mapMeasures, "map/measures", true},
        {SettingKey::exportFolder, "export/folder", QString()},
        {SettingKey::exportWidth, "export/width", 1600},
        {SettingKey::exportHeight, "export/height", 1000},
        {SettingKey::exportDpi, "export/dpi", 144},
    }};
    return table;
}

const Row& rowOf(SettingKey setting) {
    return rows()[static_cast<std::size_t>(setting)];
}

}  // namespace

Settings::Settings(const QString& file)
    : m_store(file.isEmpty() ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                           QStringLiteral("adit"), QStringLiteral("adit"))
                             : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

QVariant Settings::value(SettingKey setting) const {
    const Row& row = rowOf(setting);
    const QVariant stored = m_store->value(QLatin1String(row.key));
    // A hand-edited or damaged file must not change the type that the program relies on.
    QVariant converted = stored;
    if (!stored.isValid() || !converted.convert(row.standard.metaType())) return row.standard;
    return converted;
}

void Settings::set(SettingKey setting, const QVariant& value) {
    m_store->setValue(QLatin1String(rowOf(setting).key), value);
}

}  // namespace adit::ui
