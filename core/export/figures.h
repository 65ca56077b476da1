// Figures of the index registry as tables and as JSON: the stable face of `adit-cli index`.
#pragma once

#include "core/export/table.h"
#include "core/index/definition.h"

#include <span>

namespace adit {

struct ComputedFigure {
    const index::Definition* definition = nullptr;
    index::Query query;
    Figure figure;
};

enum class Formula : std::uint8_t { left, shown };

// One row a figure: index, mineral, stage, year, for, view, value, bounds, unit, flags, source.
Table figureTable(std::span<const ComputedFigure> figures, Formula formula = Formula::left);

// The inputs of one figure, largest first.
Table inputTable(const ComputedFigure& figure);

// An array of objects with the keys index mineral stage year for view value lo hi unit flags formula inputs edition.
std::string toJson(std::span<const ComputedFigure> figures);

}  // namespace adit
