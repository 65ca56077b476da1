// A workspace of 10,000 assumptions and 1,000 own measures: an edit against the same edit in an empty one, and opening
// against SQLite looking through the file.
#include "core/sqlite/database.h"
#include "core/workspace/session.h"
#include "tests/bench/timing.h"
#include "tests/support/temp_folder.h"

#include <benchmark/benchmark.h>

using namespace adit;
using namespace adit::workspace;

namespace {

Edit stockOf(int economy, double tonnes) {
    return SetAssumption{{Quantity::stock, "E" + std::to_string(economy), "cobalt", ""}, Assumption{.central = tonnes}};
}

std::filesystem::path largeFile(const test::TempFolder& folder) {
    Session session = Session::unsaved(systemTime);
    for (int i = 0; i < 10000; ++i)
        if (!session.apply({{stockOf(i, i + 1.0)}})) std::abort();
    for (int i = 0; i < 1000; ++i) {
        const std::string id = "own-" + std::to_string(i);
        const OwnMeasure measure{.id = id, .imposer = "IDN", .mineral = "nickel", .effective = "2027"};
        if (!session.apply({{SetMeasure{id, measure}}})) std::abort();
    }
    const auto file = folder.path() / "large.adit";
    if (!session.saveAs(file)) std::abort();
    return file;
}

void editLargeWorkspace(benchmark::State& state) {
    const test::TempFolder folder(test::quickStorage());
    auto large = Session::open(largeFile(folder), systemTime);
    auto small = Session::create(folder.path() / "small.adit", systemTime);
    bench::Fastest inLarge;
    bench::Fastest inSmall;
    double tonnes = 0.5;
    for (auto _ : state) {
        tonnes += 1.0;
        inLarge.run([&] { benchmark::DoNotOptimize(large->apply({{stockOf(77, tonnes)}})); });
        inSmall.run([&] { benchmark::DoNotOptimize(small->apply({{stockOf(77, tonnes)}})); });
    }
    state.counters["ratio_to_small"] = inLarge.seconds() / inSmall.seconds();
    state.counters["edit_ms"] = inLarge.milliseconds();
}
BENCHMARK(editLargeWorkspace)->Unit(benchmark::kMillisecond);

void openLargeWorkspace(benchmark::State& state) {
    const test::TempFolder folder(test::quickStorage());
    const auto file = largeFile(folder);
    bench::Fastest opening;
    bench::Fastest checking;
    for (auto _ : state) {
        opening.run([&] { benchmark::DoNotOptimize(Session::open(file, systemTime)); });
        checking.run([&] { benchmark::DoNotOptimize(sqlite::Database::openForReading(file)->integrityCheck()); });
    }
    state.counters["ratio_to_integrity_check"] = opening.seconds() / checking.seconds();
    state.counters["open_ms"] = opening.milliseconds();
}
BENCHMARK(openLargeWorkspace)->Unit(benchmark::kMillisecond);

}  // namespace
