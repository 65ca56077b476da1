// Monte Carlo over ranged inputs. Draw n depends on (seed, n, input id) alone: neither threads nor other inputs change
// it, and compared scenarios share their numbers. simulation.md section 5, methods.md M34.
#pragma once

#include "core/base/run_control.h"
#include "core/ranges/distribution.h"
#include "core/ranges/summary.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace adit::ranges {

inline constexpr std::size_t mostDraws = 10'000'000;

struct RangedInput {
    std::string id;
    Distribution distribution;
    bool operator==(const RangedInput&) const = default;
};

struct Settings {
    std::size_t draws = 10'000;
    std::uint64_t seed = 1;
    unsigned threads = 1;
};

// From input values, in the order of the inputs, to the figures of interest: always as many; NaN where one is not
// defined. Called on several threads at once.
using Evaluate = std::function<std::vector<double>(std::span<const double> inputs)>;

struct Outcome {
    std::vector<std::optional<Bands>> figures;
    std::size_t completed = 0;  // draws; fewer than asked for when it was stopped
    bool partial = false;
    std::uint64_t seed = 0;
    bool operator==(const Outcome&) const = default;
};

double valueOf(const RangedInput& input, std::uint64_t seed, std::size_t draw);

Result<Outcome> run(std::span<const RangedInput> inputs, const Evaluate& evaluate, const Settings& settings,
                    const RunControl& control = {});

}  // namespace adit::ranges
