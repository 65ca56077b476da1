#include "core/workspace/sheet.h"

#include "core/base/text.h"
#include "core/workspace/record.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace adit::workspace {
namespace {

constexpr std::array<std::string_view, 3> sheetIds{"assumptions", "measures", "blocs"};

std::vector<Record> recordsOf(const Workspace& workspace, const TableShape& shape) {
    std::vector<Record> records;
    const auto add = [&]<typename Set>(const Set*, const auto& map) {
        for (const auto& [key, value] : map)
            records.push_back(recordOf(Edit(Set{key, value})));
    };
    if (&shape == &tables::assumptions) add(static_cast<const SetAssumption*>(nullptr), workspace.assumptions);
    if (&shape == &tables::measures) add(static_cast<const SetMeasure*>(nullptr), workspace.measures);
    if (&shape == &tables::blocs) add(static_cast<const SetBloc*>(nullptr), workspace.blocs);
    if (&shape == &tables::documents) add(static_cast<const SetDocument*>(nullptr), workspace.documents);
    return records;
}

adit::Cell shown(const Cell& cell) {
    if (const auto* s = std::get_if<std::string>(&cell)) return adit::Cell::text(*s);
    if (const auto* x = std::get_if<double>(&cell)) return adit::Cell::number(*x, text::shortest(*x));
    return adit::Cell::text({});  // not given: no state of a published figure
}

nlohmann::ordered_json listOf(const Workspace& workspace, const TableShape& shape) {
    auto list = nlohmann::ordered_json::array();
    const std::vector<std::string> columns = columnsOf(shape);
    for (const Record& record : recordsOf(workspace, shape)) {
        auto& object = list.emplace_back(nlohmann::ordered_json::object());
        for (std::size_t i = 0; i < record.size(); ++i) {
            object[columns[i]] = nullptr;
            if (const auto* s = std::get_if<std::string>(&record[i])) object[columns[i]] = *s;
            if (const auto* x = std::get_if<double>(&record[i])) object[columns[i]] = *x;
        }
    }
    return list;
}

}  // namespace

const TableShape& shapeOf(Sheet sheet) {
    switch (sheet) {
        case Sheet::assumptions:
            return tables::assumptions;
        case Sheet::measures:
            return tables::measures;
        case Sheet::blocs:
            break;
    }
    return tables::blocs;
}

std::string_view id(Sheet sheet) {
    return sheetIds.at(static_cast<std::size_t>(sheet));
}

std::optional<Sheet> sheetFrom(std::string_view word) {
    const auto found = std::find(sheetIds.begin(), sheetIds.end(), word);
    if (found == sheetIds.end()) return std::nullopt;
    return static_cast<Sheet>(found - sheetIds.begin());
}

std::vector<std::string> columnsOf(Sheet sheet) {
    return columnsOf(shapeOf(sheet));
}

Table tableOf(const Workspace& workspace, Sheet sheet) {
    const TableShape& shape = shapeOf(sheet);
    Table table;
    const std::vector<std::string> columns = columnsOf(shape);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Align align = shape.kinds[i] == CellKind::real ? Align::right : Align::left;
        table.columns.push_back({columns[i], columns[i], "", align});
    }
    for (const Record& record : recordsOf(workspace, shape)) {
        auto& row = table.rows.emplace_back();
        std::transform(record.begin(), record.end(), std::back_inserter(row), shown);
    }
    return table;
}

std::string toJson(const Workspace& workspace) {
    nlohmann::ordered_json whole;
    for (const TableShape* shape : {&tables::assumptions, &tables::measures, &tables::blocs, &tables::documents})
        whole[std::string(shape->name)] = listOf(workspace, *shape);
    return whole.dump(2) + '\n';
}

}  // namespace adit::workspace
