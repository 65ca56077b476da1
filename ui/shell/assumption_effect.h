// What the assumptions behind a figure do to it, each for itself. methods.md M36.
#pragma once

#include "core/findings/figure_ref.h"
#include "core/workspace/workspace.h"
#include "ui/common/number_text.h"

#include <QStringList>

namespace adit::ui {

class WorkspaceModel;

// Of a workspace what can touch a figure: the assumptions and own measures that its inputs name. Own blocs stay.
workspace::Workspace touching(const workspace::Workspace& workspace, const FigureRef& ref, const Figure& figure);

// The figure as published and as assumed, then a line for each assumption. Takes as long as computing the figure twice
// for each of them.
QStringList effectLines(const WorkspaceModel& model, const FigureRef& ref, const NumberText& numbers);

}  // namespace adit::ui
