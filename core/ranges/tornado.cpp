#include "core/ranges/tornado.h"

#include <algorithm>
#include <cmath>

namespace adit::ranges {
namespace {

constexpr int points = 11;

std::vector<double> centralValues(std::span<const Swinging> inputs) {
    std::vector<double> values;
    for (const Swinging& input : inputs)
        values.push_back(input.central);
    return values;
}

void widen(Bar& bar, std::optional<double> x) {
    if (!x) return;
    bar.least = std::min(bar.least, *x);
    bar.most = std::max(bar.most, *x);
}

bool onOneSide(const Bar& bar, double central) {
    if (!bar.atLow || !bar.atHigh) return false;
    const double slack = 1e-12 + 1e-9 * std::fabs(central);
    const double low = *bar.atLow - central;
    const double high = *bar.atHigh - central;
    return (low > slack && high > slack) || (low < -slack && high < -slack);
}

Bar barOf(std::span<const Swinging> inputs, std::size_t which, const Figure1& figure, double central) {
    std::vector<double> values = centralValues(inputs);
    const Swinging& input = inputs[which];
    const auto at = [&](double x) {
        values[which] = x;
        return figure(values);
    };
    Bar bar{input.id, at(input.low), at(input.high), central, central, false};
    widen(bar, bar.atLow);
    widen(bar, bar.atHigh);
    bar.nonMonotone = onOneSide(bar, central);
    if (!bar.nonMonotone) return bar;
    for (int i = 0; i < points; ++i)
        widen(bar, at(input.low + (input.high - input.low) * i / (points - 1)));
    return bar;
}

}  // namespace

Result<Tornado> tornado(std::span<const Swinging> inputs, const Figure1& figure) {
    const std::optional<double> central = figure(centralValues(inputs));
    if (!central) return Error::missing("the figure at central values");
    Tornado out;
    out.central = *central;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!(inputs[i].low <= inputs[i].high)) return Error::badInput(inputs[i].id + ": low is above high");
        out.bars.push_back(barOf(inputs, i, figure, *central));
    }
    std::sort(out.bars.begin(), out.bars.end(),
              [](const Bar& a, const Bar& b) { return a.swing() != b.swing() ? a.swing() > b.swing() : a.id < b.id; });
    return out;
}

}  // namespace adit::ranges
