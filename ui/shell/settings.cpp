#include "ui/shell/settings.h"

#include <array>

namespace adit::ui {
namespace {

struct Row {
    Setting setting;
    const char* key;
    QVariant standard;
};

const std::array<Row, 12>& rows() {
    static const std::array<Row, 12> table{{
        {Setting::windowGeometry, "window/geometry", QByteArray()},
        {Setting::inspectorShown, "window/inspector", true},
        {Setting::inspectorWidth, "window/inspector-width", 0},
        {Setting::theme, "window/theme", QStringLiteral("system")},
        {Setting::page, "window/page", QString()},
        {Setting::hhiScale, "figures/hhi-scale", QStringLiteral("points")},
        {Setting::mapFlows, "map/flows", true},
        {Setting::mapMeasures, "map/measures", true},
        {Setting::exportFolder, "export/folder", QString()},
        {Setting::exportWidth, "export/width", 1600},
        {Setting::exportHeight, "export/height", 1000},
        {Setting::exportDpi, "export/dpi", 144},
    }};
    return table;
}

const Row& rowOf(Setting setting) {
    return rows()[static_cast<std::size_t>(setting)];
}

}  // namespace

Settings::Settings(const QString& file)
    : m_store(file.isEmpty() ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                           QStringLiteral("adit"), QStringLiteral("adit"))
                             : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

QVariant Settings::value(Setting setting) const {
    const Row& row = rowOf(setting);
    const QVariant stored = m_store->value(QLatin1String(row.key));
    // A hand-edited or damaged file must not change the type that the program relies on.
    QVariant converted = stored;
    if (!stored.isValid() || !converted.convert(row.standard.metaType())) return row.standard;
    return converted;
}

void Settings::set(Setting setting, const QVariant& value) {
    m_store->setValue(QLatin1String(rowOf(setting).key), value);
}

}  // namespace adit::ui
