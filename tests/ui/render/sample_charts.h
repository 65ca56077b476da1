// Charts of every form with enough in them to be looked at and pointed at. Figures of World Mining Data
// (cobalt, 2018 to 2022) where they are real, round numbers elsewhere.
#pragma once

#include "ui/render/chart.h"
#include "ui/render/theme.h"

namespace adit::render::samples {

LineChart lines(const Theme& theme);
LineChart strip(const Theme& theme);  // one series, one threshold, little room
StackChart columns(const Theme& theme);
StackChart areas(const Theme& theme);
RankingChart ranking(const Theme& theme);
RankingChart states(const Theme& theme);  // one bar in every state
DumbbellChart dumbbell(const Theme& theme);
TimeChart measures(const Theme& theme);

}  // namespace adit::render::samples
