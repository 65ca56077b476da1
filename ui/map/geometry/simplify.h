// How much each point of a line matters (Douglas and Peucker 1973), so that a line can be drawn coarser.
#pragma once

#include <vector>

namespace adit::ui::map {

struct PlanePoint {
    double x = 0.0;
    double y = 0.0;
};

// For each point the largest tolerance at which it is still kept; the two ends are kept at every one.
std::vector<double> significance(const std::vector<PlanePoint>& line);

}  // namespace adit::ui::map
