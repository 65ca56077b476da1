// The 2030 benchmarks of Regulation (EU) 2024/1252 (Critical Raw Materials Act). For blocs other than the EU they
// are an EU yardstick. The denominator is consumption, not imports. (M19)
#pragma once

#include "core/base/result.h"
#include "core/criticality/verdict.h"

#include <optional>
#include <vector>

namespace adit::criticality {

struct BenchmarkLevels {
    double extraction = 0.10;
    double processing = 0.40;
    double recycling = 0.25;
    double singleCountry = 0.65;
};

struct Benchmark {
    Estimate share;  // of annual consumption
    double level = 0.0;
    Verdict verdict = Verdict::unknown;
    Estimate tonnesToMove;  // to be added at home, or to be moved away from the largest supplier
};

// Tonnes a year produced (or recycled) at home against consumption; met when at least `level`.
Benchmark homeBenchmark(const Estimate& output, const Estimate& consumption, double level);

struct ThirdCountrySupply {
    EconomyId economy;
    Estimate tonnes;  // supplied to the consumer, originating there
};

struct SingleCountryBenchmark {
    EconomyId largest;
    Benchmark benchmark;      // of consumption
    Estimate shareOfImports;  // the same supplier over all imports, shown beside it
};

// The largest third country over consumption; met when at most `level`. Error when there is no supplier at all.
Result<SingleCountryBenchmark> singleCountryBenchmark(const std::vector<ThirdCountrySupply>& supplies,
                                                      const Estimate& consumption, double level);

}  // namespace adit::criticality
