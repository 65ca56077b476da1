// What the dataset offers to the search: its minerals, economies, measures and sources.
#pragma once

#include "ui/common/context.h"
#include "ui/shell/search.h"

namespace adit::ui {

void addDataset(SearchIndex& index, ContextModel& model, std::function<void(const QString& source)> openSource);

}  // namespace adit::ui
