// Cells and options that the tables of inputs share.
#pragma once

#include "ui/shell/input_tabs.h"

#include <optional>

namespace adit::ui {

inline QString utf8(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

Cell nameCell(const std::string& name);

// A figure that may be typed: as it stands, marked where it is the user's, with what is published instead.
struct InputFigure {
    std::optional<double> value{};  // that stands now
    std::optional<double> published{};
    Unit unit = Unit::one;
    int decimals = 2;                  // of numbers without a unit
    std::optional<Interval> bounds{};  // that the user's others leave it
    QString bound{};                   // "<" where the source gives one
    const Assumed* assumed = nullptr;
};
Cell inputCell(const InputSource& source, const InputFigure& figure);

// By name, as the language sorts them.
void sortByName(std::vector<InputOption>& options);
std::vector<InputOption> mineralsWhere(const InputSource& source, const std::function<bool(MineralId)>& isThere);
std::vector<InputOption> economies(const InputSource& source);

// By the name in their first cell, as the language sorts it.
void sortByFirstCell(std::vector<TableRow>& rows);
// Minerals that anything is published of.
std::vector<MineralId> mineralsWithFigures(const Dataset& data);

// Rows of economies by what is published of them, the largest first, then by name.
struct RankedRow {
    TableRow row;
    std::optional<double> size;
};
std::vector<TableRow> bySize(std::vector<RankedRow> rows);

// Nothing of a mineral or economy that is not there.
MineralId mineralOf(const Dataset& data, const Picked& picked, std::size_t field);
EconomyId economyOf(const Dataset& data, const std::string& code);

}  // namespace adit::ui
