#include "core/criticality/benchmarks.h"

namespace adit::criticality {
namespace {

Estimate shareOf(const Estimate& part, const Estimate& whole) {
    return through(std::array{part, whole}, "consumption is not above zero",
                   [](const std::array<double, 2>& x) -> std::optional<double> {
                       if (x[1] <= 0.0) return std::nullopt;
                       return x[0] / x[1];
                   });
}

// sign * (level * consumption - tonnes), not below 0.
Estimate distance(const Estimate& tonnes, const Estimate& consumption, double level, double sign) {
    return through(std::array{tonnes, consumption}, "", [level, sign](const std::array<double, 2>& x) {
        return std::optional(std::max(0.0, sign * (level * x[1] - x[0])));
    });
}

double central(const Estimate& e) {
    return e.value ? *e.value : e.bounds ? e.bounds->hi : 0.0;
}

Estimate total(const std::vector<ThirdCountrySupply>& supplies) {
    Estimate sum = Estimate::known(0.0);
    for (const ThirdCountrySupply& supply : supplies) {
        sum = through(std::array{sum, supply.tonnes}, "",
                      [](const std::array<double, 2>& x) { return std::optional(x[0] + x[1]); });
    }
    return sum;
}

// The share of the largest: each supplier that may exceed 'largest' lifts the upper bound.
Estimate largestShare(const std::vector<ThirdCountrySupply>& supplies, const Estimate& consumption, EconomyId largest) {
    Estimate out;
    std::optional<Interval> range;
    for (const ThirdCountrySupply& supply : supplies) {
        const Estimate share = shareOf(supply.tonnes, consumption);
        if (supply.economy == largest) {
            out.value = share.value;
            out.reason = share.reason;
        }
        out.flags.add(share.flags);
        if (!share.bounds) return out;
        range = range ? Interval{std::max(range->lo, share.bounds->lo), std::max(range->hi, share.bounds->hi)}
                      : *share.bounds;
    }
    out.bounds = range;
    return out;
}

}  // namespace

Benchmark homeBenchmark(const Estimate& output, const Estimate& consumption, double level) {
    Benchmark out;
    out.share = shareOf(output, consumption);
    out.level = level;
    out.verdict = judge(out.share, Side::atLeast, level);
    out.tonnesToMove = distance(output, consumption, level, 1.0);
    return out;
}

Result<SingleCountryBenchmark> singleCountryBenchmark(const std::vector<ThirdCountrySupply>& supplies,
                                                      const Estimate& consumption, double level) {
    if (supplies.empty()) return Error::missing("supply from third countries");
    const ThirdCountrySupply* largest = &supplies.front();
    for (const ThirdCountrySupply& supply : supplies) {
        if (central(supply.tonnes) > central(largest->tonnes)) largest = &supply;
    }
    SingleCountryBenchmark out;
    out.largest = largest->economy;
    out.benchmark.share = largestShare(supplies, consumption, largest->economy);
    out.benchmark.level = level;
    out.benchmark.verdict = judge(out.benchmark.share, Side::atMost, level);
    out.benchmark.tonnesToMove = distance(largest->tonnes, consumption, level, -1.0);
    out.shareOfImports = through(std::array{largest->tonnes, total(supplies)}, "nothing is imported",
                                 [](const std::array<double, 2>& x) -> std::optional<double> {
                                     if (x[1] <= 0.0) return std::nullopt;
                                     return x[0] / x[1];
                                 });
    return out;
}

}  // namespace adit::criticality
