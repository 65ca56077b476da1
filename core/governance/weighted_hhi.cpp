#include "core/governance/weighted_hhi.h"

#include "core/base/sum.h"
#include "core/index/bounds.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace adit::governance {
namespace {

enum class Take { lower, upper, central };

double weightOf(const WeightedHolder& holder, Take take) {
    const Interval range = holder.weight.bounds.value_or(Interval{0.0, 0.0});
    const double w = take == Take::lower   ? range.lo
                     : take == Take::upper ? range.hi
                                           : holder.weight.value.value_or(0.5 * (range.lo + range.hi));
    return w * holder.trade;
}

Interval quantityOf(const WeightedHolder& holder, bool central) {
    const Interval range = holder.quantity.bounds.value_or(Interval{0.0, 0.0});
    if (!central) return range;
    const double q = holder.quantity.value.value_or(0.5 * (range.lo + range.hi));
    return {q, q};
}

index::Bounds boundsAt(std::span<const WeightedHolder> holders, const Unnamed& rest, Take weights,
                       bool centralQuantities) {
    index::Spread spread;
    const double most = rest.quantity + (centralQuantities ? 0.0 : rest.more);
    if (most > 0.0) {
        const bool anyones = centralQuantities ? rest.anyones : rest.moreAnyones;
        spread.rest = most;
        spread.restLess = centralQuantities ? 0.0 : rest.more + rest.less;
        spread.rule = anyones ? index::ResidualRule::anyone : index::ResidualRule::othersCapped;
        spread.cap = rest.cap > 0.0 ? rest.cap : most;
        spread.restWeight = rest.weight;
    }
    for (const WeightedHolder& holder : holders)
        spread.parts.push_back({quantityOf(holder, centralQuantities), weightOf(holder, weights)});
    return index::hhiBounds(spread);
}

std::optional<double> central(std::span<const WeightedHolder> holders, const Unnamed& rest) {
    if (rest.anyones && rest.quantity > 0.0) return std::nullopt;
    Sum total;
    total.add(rest.quantity);
    for (const WeightedHolder& holder : holders) {
        if (!holder.quantity.value || !holder.weight.value) return std::nullopt;
        total.add(*holder.quantity.value);
    }
    Sum sum;
    for (const WeightedHolder& holder : holders) {
        const double share = *holder.quantity.value / total.value();
        sum.add(share * share * *holder.weight.value * holder.trade);
    }
    return sum.value();
}

bool allBounded(std::span<const WeightedHolder> holders) {
    for (const WeightedHolder& holder : holders) {
        if (!holder.quantity.bounds || !holder.weight.bounds) return false;
    }
    return true;
}

// Value and bounds are summed in another order: rounding must not part them.
Interval holding(Interval bounds, double value) {
    const double slack = 1e-12 * std::max(1.0, value);
    if (bounds.width() <= slack && std::fabs(value - bounds.lo) <= slack) return {value, value};
    return {std::min(bounds.lo, value), std::max(bounds.hi, value)};
}

bool anyQuantity(std::span<const WeightedHolder> holders) {
    for (const WeightedHolder& holder : holders) {
        if (holder.quantity.value.value_or(0.0) > 0.0) return true;
        if (holder.quantity.bounds && holder.quantity.bounds->hi > 0.0) return true;
    }
    return false;
}

}  // namespace

Estimate weightedIndex(std::span<const WeightedHolder> holders, const Unnamed& rest) {
    if (!anyQuantity(holders)) return Estimate::absent("world total is 0", {Flag::zeroTotal});
    Estimate out;
    for (const WeightedHolder& holder : holders) {
        out.flags.add(holder.quantity.flags);
        out.flags.add(holder.weight.flags);
    }
    if (rest.quantity > 0.0) out.flags.add(Flag::partialCoverage);
    out.value = central(holders, rest);
    if (!out.value && rest.anyones) out.reason = "a part has no known holder";
    if (!out.value && out.reason.empty()) out.reason = "a quantity or a governance weight is not known";
    if (!allBounded(holders)) return out;
    const index::Bounds lower = boundsAt(holders, rest, Take::lower, false);
    const index::Bounds upper = boundsAt(holders, rest, Take::upper, false);
    out.bounds = Interval{lower.range.lo, upper.range.hi};
    if (out.value) out.bounds = holding(*out.bounds, *out.value);
    if (lower.approx || upper.approx) out.flags.add(Flag::approx);
    return out;
}

WeightedHhi weightedHhi(std::span<const WeightedHolder> holders, const Unnamed& rest) {
    WeightedHhi out{weightedIndex(holders, rest), 0.0, 0.0};
    if (!anyQuantity(holders) || !allBounded(holders)) return out;
    out.widthFromShares = boundsAt(holders, rest, Take::central, false).range.width();
    out.widthFromGovernance =
        boundsAt(holders, rest, Take::upper, true).range.hi - boundsAt(holders, rest, Take::lower, true).range.lo;
    return out;
}

}  // namespace adit::governance
