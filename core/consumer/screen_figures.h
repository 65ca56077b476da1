// The words and inputs of a dependency screen.
#pragma once

#include "core/consumer/screen.h"
#include "core/index/market.h"

#include <string>

namespace adit::consumer {

// "0.52", "0.10 to 0.52", "no exports", "not known".
std::string valueText(const Estimate& value);
// "2024: import HHI 0.52 > 0.4 met, ..."
std::string yearLine(int year, std::span<const std::string_view> names, const criticality::Screen& screen);

// The criteria's trade of a year; with the suppliers' shares where they are asked for.
enum class Suppliers : std::uint8_t { left, listed };
void addScreenInputs(Figure& figure, const Question& question, const ScreenTrade& trade, Suppliers suppliers);

// A count of something that may be open: exact, or between two whole numbers, with the one at the central values of
// what the user gives a range.
Figure countFigure(Interval count, Interval central, Flags flags);

}  // namespace adit::consumer
