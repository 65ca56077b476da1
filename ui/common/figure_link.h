// Figures as link texts: what a mark, a cell or a number in a sentence carries, and what the inspector opens.
#pragma once

#include "core/findings/figure_ref.h"

#include <QString>

#include <optional>

namespace adit::ui {

QString linkOf(const FigureRef& figure);
// Nothing when the text is no link of this dataset.
std::optional<FigureRef> figureOf(const QString& link, const Dataset& data);

}  // namespace adit::ui
