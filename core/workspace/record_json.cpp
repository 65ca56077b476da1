// Edits as JSON objects: "set" or "remove" with the table's name, then the cells by their column. A null is left out.
#include "core/workspace/record.h"

#include <nlohmann/json.hpp>

#include <array>

namespace adit::workspace {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

ordered_json objectOf(const Edit& edit) {
    const TableShape& table = tableOf(edit);
    const bool sets = std::visit([](const auto& one) { return one.value.has_value(); }, edit);
    const Record record = sets ? recordOf(edit) : keyOf(edit);
    const auto columns = columnsOf(table);
    ordered_json object{{sets ? "set" : "remove", std::string(table.name)}};
    for (std::size_t i = 0; i < record.size(); ++i) {
        if (const auto* s = std::get_if<std::string>(&record[i])) object[columns[i]] = *s;
        if (const auto* x = std::get_if<double>(&record[i])) object[columns[i]] = *x;
    }
    return object;
}

const TableShape* tableNamed(const std::string& name) {
    for (const TableShape* table :
         {&tables::assumptions, &tables::measures, &tables::blocs, &tables::documents, &tables::view}) {
        if (table->name == name) return table;
    }
    return nullptr;
}

Cell cellFrom(const json& object, const std::string& column) {
    const auto found = object.find(column);
    if (found == object.end() || found->is_null()) return {};
    if (found->is_number()) return found->get<double>();
    return found->get<std::string>();
}

Result<Edit> editFrom(const json& object) {
    const bool sets = object.contains("set");
    const TableShape* table = tableNamed(object.at(sets ? "set" : "remove").get<std::string>());
    if (table == nullptr) return Error::badInput("an edit of an unknown kind");
    auto columns = columnsOf(*table);
    if (!sets) columns.resize(table->keyCells);
    Record record;
    for (const std::string& column : columns)
        record.push_back(cellFrom(object, column));
    return sets ? editFrom(*table, record) : removalFrom(*table, record);
}

}  // namespace

std::string toJson(std::span<const Edit> edits) {
    ordered_json array = ordered_json::array();
    for (const Edit& edit : edits)
        array.push_back(objectOf(edit));
    return array.dump();
}

Result<std::vector<Edit>> editsFrom(std::string_view text) {
    try {
        std::vector<Edit> edits;
        for (const json& object : json::parse(text)) {
            auto edit = editFrom(object);
            if (!edit) return edit.error();
            edits.push_back(std::move(*edit));
        }
        return edits;
    } catch (const json::exception& e) {
        return Error::badInput(std::string("an edit cannot be read: ") + e.what());
    }
}

}  // namespace adit::workspace
