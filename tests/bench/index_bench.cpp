// How many figures a second the engine gives, over every mineral, stage and year.
#include "core/index/registry.h"
#include "tests/support/bundled.h"

#include <benchmark/benchmark.h>

using namespace adit;

namespace {

template <typename Visit>
std::size_t everyMarket(const Dataset& data, Visit visit) {
    std::size_t count = 0;
    for (std::size_t m = 0; m < data.minerals.size(); ++m) {
        for (const Stage stage : data.stagesOf(MineralId(m))) {
            for (const int year : data.yearsOf(MineralId(m), stage)) {
                index::Query query;
                query.data = &data;
                query.mineral = MineralId(m);
                query.stage = stage;
                query.year = year;
                visit(query);
                ++count;
            }
        }
    }
    return count;
}

void markets(benchmark::State& state) {
    const DatasetPtr data = test::bundled();
    std::size_t count = 0;
    for (auto _ : state) {
        count += everyMarket(*data, [](const index::Query& query) { benchmark::DoNotOptimize(index::market(query)); });
    }
    state.counters["per_second"] = benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsRate);
}

void explainedHhi(benchmark::State& state) {
    const DatasetPtr data = test::bundled();
    const index::Definition* hhi = index::find("hhi-10k");
    std::size_t count = 0;
    for (auto _ : state) {
        count += everyMarket(*data, [&](const index::Query& query) { benchmark::DoNotOptimize(hhi->compute(query)); });
    }
    state.counters["per_second"] = benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsRate);
}

BENCHMARK(markets)->Unit(benchmark::kMillisecond);
BENCHMARK(explainedHhi)->Unit(benchmark::kMillisecond);

}  // namespace
