// Charts for screen readers: a table with the same rows as "copy as table".
#pragma once

namespace adit::render {

void installChartAccessibility();  // once is enough, more does no harm

}  // namespace adit::render
