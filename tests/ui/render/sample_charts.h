// Charts of every form with enough in them to be looked at and pointed at. Figures of World Mining Data
// (cobalt, 2018 to 2022) where they are real, round numbers elsewhere.
#pragma once

#include "ui/render/chart.h"

namespace adit::render::samples {

LineChart lines();
LineChart strip();  // one series, one threshold, little room
StackChart columns();
StackChart areas();
RankingChart ranking();
RankingChart states();  // one bar in every state
DumbbellChart dumbbell();
TimeChart measures();

}  // namespace adit::render::samples
