#include "core/ranges/decomposition.h"

#include <numeric>

namespace adit::ranges {
namespace {

// Switches in the given order and adds half of each step to its input's part. Nothing where undefined.
bool addHalves(std::span<const Switched> inputs, const std::vector<std::size_t>& order, const Figure1& figure,
               std::vector<double>& parts) {
    std::vector<double> values;
    for (const Switched& input : inputs)
        values.push_back(input.before);
    std::optional<double> last = figure(values);
    for (const std::size_t i : order) {
        values[i] = inputs[i].after;
        const std::optional<double> next = figure(values);
        if (!last || !next) return false;
        parts[i] += 0.5 * (*next - *last);
        last = next;
    }
    return last.has_value();
}

std::optional<double> at(std::span<const Switched> inputs, double Switched::*side, const Figure1& figure) {
    std::vector<double> values;
    for (const Switched& input : inputs)
        values.push_back(input.*side);
    return figure(values);
}

}  // namespace

Result<Decomposition> decompose(std::span<const Switched> inputs, const Figure1& figure) {
    const std::optional<double> before = at(inputs, &Switched::before, figure);
    const std::optional<double> after = at(inputs, &Switched::after, figure);
    if (!before || !after) return Error::missing("the figure in one of the scenarios");
    Decomposition out{*before, *after, {}, std::vector<double>(inputs.size())};
    if (*before != 0.0) out.relative = out.absolute() / *before;
    std::vector<std::size_t> order(inputs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::vector<std::size_t> backwards(order.rbegin(), order.rend());
    if (!addHalves(inputs, order, figure, out.parts) || !addHalves(inputs, backwards, figure, out.parts)) {
        return Error::missing("the figure between the scenarios");
    }
    return out;
}

}  // namespace adit::ranges
