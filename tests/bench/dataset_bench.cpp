// From the bundled file to a dataset in memory, against SQLite summing the columns of the same tables.
#include "core/dataset/locate.h"
#include "core/sqlite/database.h"
#include "tests/support/bundled.h"

#include <benchmark/benchmark.h>

#include <chrono>

using namespace adit;

namespace {

using Clock = std::chrono::steady_clock;

double sumInSqlite(const std::filesystem::path& file) {
    const auto begin = Clock::now();
    const auto database = sqlite::Database::openImmutable(file);
    for (const char* sql :
         {"SELECT count(*) + sum(quantity_t) FROM production", "SELECT count(*) + sum(quantity_t) FROM trade",
          "SELECT count(*) + sum(quantity_t) FROM capacity", "SELECT count(*) + sum(quantity_t) FROM reserves",
          "SELECT count(*) + sum(estimate) FROM governance"}) {
        benchmark::DoNotOptimize(database->number(sql));
    }
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

void load(benchmark::State& state) {
    const std::filesystem::path file = *locateDataset();
    double loading = 0.0;
    double summing = 0.0;
    for (auto _ : state) {
        const auto begin = Clock::now();
        benchmark::DoNotOptimize(loadDataset(file));
        loading += std::chrono::duration<double>(Clock::now() - begin).count();
        state.PauseTiming();
        summing += sumInSqlite(file);
        state.ResumeTiming();
    }
    state.counters["ratio_to_sqlite_sum"] = loading / summing;
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

}  // namespace
