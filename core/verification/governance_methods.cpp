#include "core/governance/weight.h"
#include "core/governance/weighted_hhi.h"
#include "core/verification/method.h"

#include <algorithm>

namespace adit::verification {
namespace {

Result<Answers> weight(const Case& c) {
    Inputs in(c.json);
    const auto estimate = in.optional("G");
    const auto known = in.has("known") ? in.numbers("known") : std::vector<double>{};
    const auto centre = in.optional("centre");
    if (in.error()) return *in.error();
    const Estimate w01 = estimate ? governance::weight(*estimate) : governance::missingWeight(known, centre);
    Answers out;
    add(out, "w01", w01);
    add(out, "w10", through(std::array{w01}, w01.reason, [](const std::array<double, 1>& x) {
            return std::optional(governance::euScale * x[0]);
        }));
    return out;
}

std::vector<governance::WeightedHolder> boxed(Inputs& in) {
    const auto lo = in.numbers("lo");
    const auto hi = in.numbers("hi");
    const auto a = in.estimates("a");
    std::vector<governance::WeightedHolder> holders;
    if (lo.size() != hi.size() || lo.size() != a.size()) in.fail("lo", "hi and a differ in length");
    for (std::size_t i = 0; !in.error() && i < lo.size(); ++i) {
        if (!(lo[i] >= 0.0 && lo[i] <= hi[i])) in.fail("lo", "is negative or above hi");
        holders.push_back({Estimate::within({lo[i], hi[i]}), a[i], 1.0});
        if (lo[i] == hi[i]) holders.back().quantity.value = lo[i];
    }
    return holders;
}

std::vector<governance::WeightedHolder> shared(Inputs& in, bool withTrade) {
    const auto s = in.estimates("s");
    const auto w = in.estimates(in.has("w01") ? "w01" : "w10");
    const auto t = in.has("t") ? in.numbers("t") : std::vector<double>(s.size(), 1.0);
    std::vector<governance::WeightedHolder> holders;
    if (s.size() != w.size() || s.size() != t.size()) in.fail("s", "differs in length from the weights");
    for (std::size_t i = 0; !in.error() && i < s.size(); ++i)
        holders.push_back({s[i], w[i], withTrade ? t[i] : 1.0});
    return holders;
}

// What the shares leave open to 1, none of it with more than the smallest of them.
governance::Unnamed restOf(std::span<const governance::WeightedHolder> holders, double highestWeight) {
    governance::Unnamed rest{1.0, 1.0, {0.0, highestWeight}};
    for (const governance::WeightedHolder& holder : holders) {
        const double share = holder.quantity.bounds ? holder.quantity.bounds->hi : 0.0;
        rest.quantity -= share;
        rest.cap = std::min(rest.cap, share);
    }
    if (rest.quantity < 1e-9) rest.quantity = 0.0;
    return rest;
}

Result<Answers> weighted(const Case& c) {
    Inputs in(c.json);
    Answers out;
    if (in.has("lo") || in.has("hi")) {
        const auto holders = boxed(in);
        if (in.error()) return *in.error();
        const governance::WeightedHhi index = governance::weightedHhi(holders);
        const auto& bounds = index.index.bounds;
        add(out, "lo", bounds ? std::optional(bounds->lo) : std::nullopt, index.index.reason, index.index.flags);
        add(out, "hi", bounds ? std::optional(bounds->hi) : std::nullopt, index.index.reason, index.index.flags);
        return out;
    }
    const auto plain = shared(in, false);
    const auto traded = shared(in, true);
    if (in.error()) return *in.error();
    const governance::Unnamed rest = restOf(plain, in.has("w01") ? 1.0 : governance::euScale);
    const governance::WeightedHhi index = governance::weightedHhi(plain, rest);
    add(out, "hhiw", index.index);
    add(out, "hhiwt", governance::weightedHhi(traded, rest).index);
    add(out, "width_shares", index.widthFromShares);
    add(out, "width_governance", index.widthFromGovernance);
    return out;
}

}  // namespace

std::vector<Method> governanceMethods() {
    return {
        {"M07",
         "Governance weight",
         {{"G", "number", "WGI", "mean of the chosen dimensions, -2.5..2.5; missing gives an interval"},
          {"known", "list", "1", "weights of all economies of the edition, for a missing G"},
          {"centre", "number", "1", "production-weighted mean of them, for a missing G"}},
         {{"w01", "number", "1", "0 best, 1 worst; also w01_lo, w01_hi"}, {"w10", "number", "1", "10 times as much"}},
         false,
         weight},
        {"M08",
         "Governance-weighted HHI",
         {{"s", "list", "1", "shares; each may be an interval"},
          {"w10", "list", "1", "weights on the EU scale; each may be an interval"},
          {"w01", "list", "1", "or weights 0..1"},
          {"t", "list", "1", "trade parameters; 1 where missing"},
          {"lo", "list", "any one unit", "instead of shares: lower ends of quantities"},
          {"hi", "list", "as lo", "their upper ends"},
          {"a", "list", "1", "their weights"}},
         {{"hhiw", "number", "1", "without t; also hhiw_lo, hhiw_hi"},
          {"hhiwt", "number", "1", "with t"},
          {"width_shares", "number", "1", "of the bounds of hhiw, from the shares"},
          {"width_governance", "number", "1", "from the weights"},
          {"lo", "number", "1", "lower bound over quantities"},
          {"hi", "number", "1", "upper bound over quantities"}},
         false,
         weighted},
    };
}

}  // namespace adit::verification
