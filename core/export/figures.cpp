#include "core/export/figures.h"

#include "core/base/number_words.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace adit {
namespace {

using Json = nlohmann::ordered_json;

Json numberOf(std::optional<double> x) {
    return x && std::isfinite(*x) ? Json(*x) : Json(nullptr);
}

std::optional<double> end(const std::optional<Interval>& bounds, double Interval::*which) {
    return bounds ? std::optional((*bounds).*which) : std::nullopt;
}

std::string shown(double x, Unit unit) {
    if (!std::isfinite(x)) return "unbounded";
    return unit == Unit::tonnes ? words::plain(x) : words::value(x, unit);
}

Cell cellOf(std::optional<double> x, Unit unit, State state = State::unknown) {
    return x ? Cell::number(*x, shown(*x, unit)) : Cell::missing(state);
}

std::string flagsOf(const Figure& figure) {
    std::vector<std::string> names;
    for (const Flag flag : figure.flags.list())
        names.emplace_back(id(flag));
    return text::join(names, " ");
}

std::string sourceOf(const Dataset& data, SourceId source) {
    return source.valid() ? data[source].id : std::string{};
}

// The sources of all inputs, in their order.
std::string sourcesOf(const ComputedFigure& f) {
    std::vector<std::string> ids;
    for (const Input& input : f.figure.inputs) {
        std::string source = sourceOf(*f.query.data, input.source);
        if (!source.empty() && std::find(ids.begin(), ids.end(), source) == ids.end()) ids.push_back(std::move(source));
    }
    return text::join(ids, " ");
}

std::string economyOf(const ComputedFigure& f) {
    return f.query.economy ? (*f.query.data)[*f.query.economy].code : std::string{};
}

// A reason takes the place of a value that is withheld; other gaps are unknown.
State stateOf(const Figure& figure) {
    return figure.flags.has(Flag::withheld) ? State::withheld : State::unknown;
}

std::vector<Cell> rowOf(const ComputedFigure& f, Formula formula) {
    const Dataset& data = *f.query.data;
    const Unit unit = f.figure.unit;
    std::vector<Cell> row{Cell::text(std::string(f.definition->id)),
                          Cell::text(data[f.query.mineral].slug),
                          Cell::text(std::string(id(f.query.stage))),
                          Cell::number(f.query.year, std::to_string(f.query.year)),
                          Cell::text(economyOf(f)),
                          Cell::text(std::string(id(f.query.view))),
                          cellOf(f.figure.value, unit, stateOf(f.figure)),
                          cellOf(end(f.figure.bounds, &Interval::lo), unit),
                          cellOf(end(f.figure.bounds, &Interval::hi), unit),
                          Cell::text(std::string(id(unit))),
                          Cell::text(flagsOf(f.figure)),
                          Cell::text(sourcesOf(f))};
    if (formula == Formula::shown) row.push_back(Cell::text(text::join(f.figure.formula, "; ")));
    return row;
}

// An assumption is of no year.
Cell yearOf(const Input& input) {
    return input.year != 0 ? Cell::number(input.year, std::to_string(input.year)) : Cell::text("");
}

Json jsonOf(const Dataset& data, const Input& input) {
    Json object{{"name", input.name},
                {"value", numberOf(input.value)},
                {"unit", id(input.unit)},
                {"state", id(input.state)},
                {"source", sourceOf(data, input.source)},
                {"year", input.year != 0 ? Json(input.year) : Json(nullptr)},
                {"basis", input.basis}};
    if (input.bounds) {
        object["lo"] = numberOf(input.bounds->lo);
        object["hi"] = numberOf(input.bounds->hi);
    }
    if (!input.remark.empty()) object["remark"] = input.remark;
    return object;
}

Json jsonOf(const ComputedFigure& f) {
    const Dataset& data = *f.query.data;
    Json flags = Json::array();
    for (const Flag flag : f.figure.flags.list())
        flags.push_back(id(flag));
    Json inputs = Json::array();
    for (const Input& input : f.figure.inputs)
        inputs.push_back(jsonOf(data, input));
    return Json{{"index", f.definition->id},
                {"mineral", data[f.query.mineral].slug},
                {"stage", id(f.query.stage)},
                {"year", f.query.year},
                {"for", f.query.economy ? Json(economyOf(f)) : Json(nullptr)},
                {"view", id(f.query.view)},
                {"value", numberOf(f.figure.value)},
                {"lo", numberOf(end(f.figure.bounds, &Interval::lo))},
                {"hi", numberOf(end(f.figure.bounds, &Interval::hi))},
                {"unit", id(f.figure.unit)},
                {"flags", std::move(flags)},
                {"formula", text::join(f.figure.formula, "\n")},
                {"inputs", std::move(inputs)},
                {"edition", data.edition}};
}

}  // namespace

Table figureTable(std::span<const ComputedFigure> figures, Formula formula) {
    Table table;
    table.columns = {{"index", "Index", "", Align::left},  {"mineral", "Mineral", "", Align::left},
                     {"stage", "Stage", "", Align::left},  {"year", "Year", "", Align::right},
                     {"for", "For", "", Align::left},      {"view", "View", "", Align::left},
                     {"value", "Value", "", Align::right}, {"lo", "Low", "", Align::right},
                     {"hi", "High", "", Align::right},     {"unit", "Unit", "", Align::left},
                     {"flags", "Flags", "", Align::left},  {"source", "Source", "", Align::left}};
    if (formula == Formula::shown) table.columns.push_back({"formula", "Formula", "", Align::left});
    for (const ComputedFigure& figure : figures)
        table.rows.push_back(rowOf(figure, formula));
    return table;
}

Table inputTable(const ComputedFigure& f) {
    const Dataset& data = *f.query.data;
    Table table;
    table.columns = {{"name", "Input", "", Align::left},    {"value", "Value", "", Align::right},
                     {"unit", "Unit", "", Align::left},     {"state", "State", "", Align::left},
                     {"source", "Source", "", Align::left}, {"year", "Year", "", Align::right},
                     {"basis", "Basis", "", Align::left},   {"remark", "Remark", "", Align::left}};
    for (const Input& input : f.figure.inputs) {
        table.rows.push_back({Cell::text(input.name), cellOf(input.value, input.unit, input.state),
                              Cell::text(std::string(id(input.unit))), Cell::text(std::string(id(input.state))),
                              Cell::text(sourceOf(data, input.source)), yearOf(input), Cell::text(input.basis),
                              Cell::text(input.remark)});
    }
    return table;
}

std::string toJson(std::span<const ComputedFigure> figures) {
    Json array = Json::array();
    for (const ComputedFigure& figure : figures)
        array.push_back(jsonOf(figure));
    return array.dump(2) + '\n';
}

}  // namespace adit
