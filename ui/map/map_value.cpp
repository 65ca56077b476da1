#include "ui/map/map_value.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui::map {

const MapMark* MapValue::find(const QString& code) const {
    const auto found = std::lower_bound(marks.begin(), marks.end(), code,
                                        [](const MapMark& mark, const QString& c) { return mark.code < c; });
    return found != marks.end() && found->code == code ? &*found : nullptr;
}

render::ColourScale MapValue::colours(const render::Theme& theme) const {
    if (const auto* breaks = std::get_if<render::Breaks>(&scale)) return theme.scale(*breaks);
    return theme.scaleUpTo(std::get<double>(scale));
}

render::ChartTable tableOf(const MapValue& value) {
    render::ChartTable table;
    table.header = {QCoreApplication::translate("Map", "Economy"), QCoreApplication::translate("Map", "Code"),
                    value.metric};
    if (!value.arcs.empty()) table.header << value.arcsHeader;
    for (const MapMark& mark : value.marks) {
        const auto arc =
            std::find_if(value.arcs.begin(), value.arcs.end(), [&](const MapArc& a) { return a.from == mark.code; });
        if (mark.fill == Fill::none && arc == value.arcs.end()) continue;
        std::vector<render::TableCell> row{{mark.name, {}}, {mark.code, {}}, {mark.datum.text, mark.datum.value}};
        if (!value.arcs.empty()) {
            row.push_back(arc == value.arcs.end() ? render::TableCell{} : render::TableCell{arc->text, arc->tonnes});
        }
        table.rows.push_back(std::move(row));
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
        return a[2].number.value_or(-unbounded) > b[2].number.value_or(-unbounded);
    });
    return table;
}

}  // namespace adit::ui::map
