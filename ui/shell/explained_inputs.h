// The inputs of a figure as rows: what each adds, how the source marks it, and which of them fold.
#pragma once

#include "ui/shell/explanation.h"

namespace adit::ui {

void addInputs(Explanation& out, const FigureRef& ref, const Figure& figure, const NumberText& numbers);

// The largest by name, the many small ones as "12 others" unless `open`, then what is left and the world.
// Withheld ones stay in sight: they widen the bounds. Facilities are not among them.
std::vector<ExplainedInput> foldedInputs(const Explanation& explanation, const NumberText& numbers, bool open);
std::vector<ExplainedInput> facilitiesOf(const Explanation& explanation);

}  // namespace adit::ui
