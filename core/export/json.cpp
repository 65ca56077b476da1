#include "core/export/table.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace adit {
namespace {

using Json = nlohmann::ordered_json;

Json valueOf(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.content)) return *text;
    if (const auto* number = std::get_if<Number>(&cell.content)) {
        return std::isfinite(number->value) ? Json(number->value) : Json(nullptr);
    }
    return nullptr;
}

Json objectOf(const Table& table, const std::vector<Cell>& row) {
    Json object = Json::object();
    Json states = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i) {
        object[table.columns[i].id] = valueOf(row[i]);
        if (const auto* state = std::get_if<State>(&row[i].content)) states[table.columns[i].id] = id(*state);
    }
    if (!states.empty()) object["states"] = std::move(states);
    return object;
}

}  // namespace

std::string toJson(const Table& table) {
    Json rows = Json::array();
    for (const auto& row : table.rows)
        rows.push_back(objectOf(table, row));
    return rows.dump(2) + '\n';
}

}  // namespace adit
