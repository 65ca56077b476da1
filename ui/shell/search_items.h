// What the dataset offers to the search: its minerals, economies, measures and sources, and every figure of a context.
#pragma once

#include "core/findings/figure_ref.h"
#include "ui/common/context.h"
#include "ui/shell/search.h"

namespace adit::ui {

void addDataset(SearchIndex& index, ContextModel& model, std::function<void(const QString& source)> openSource);
// Of what the context shows when it is chosen.
void addFigures(SearchIndex& index, ContextModel& model, std::function<void(const FigureRef& figure)> explain);

}  // namespace adit::ui
