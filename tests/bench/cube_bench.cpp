// Every registered index for every mineral, stage and year with figures and 200 consumers, on the bundled data; and one
// number of it changed.
#include "core/cube/cube.h"
#include "tests/bench/timing.h"
#include "tests/support/bundled.h"
#include "tests/support/random_change.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

using namespace adit;
using namespace adit::bench;

namespace {

// All blocs and the economies that trade most.
std::vector<EconomyId> twoHundred() {
    const Dataset& data = *test::bundled();
    std::vector<std::size_t> flows(data.economies.size());
    for (std::size_t row = 0; row < data.trade.size(); ++row) {
        ++flows[data.trade.importer[row].index()];
        ++flows[data.trade.exporter[row].index()];
    }
    std::vector<EconomyId> consumers = cube::consumersOf(data);
    const auto weight = [&](EconomyId e) {
        return data[e].kind == EconomyKind::bloc ? data.trade.size() + 1 : flows[e.index()];
    };
    std::stable_sort(consumers.begin(), consumers.end(),
                     [&](EconomyId a, EconomyId b) { return weight(a) > weight(b); });
    consumers.resize(std::min<std::size_t>(consumers.size(), 200));
    return consumers;
}

void wholeCube(benchmark::State& state) {
    cube::Cube cube(*test::bundled(), twoHundred());
    Fastest whole;
    for (auto _ : state)
        state.SetIterationTime(whole.run([&] { benchmark::DoNotOptimize(cube.computeAll().has_value()); }));
    const auto figures = static_cast<double>(cube.size());
    state.counters["consumers"] = static_cast<double>(cube.consumers().size());
    state.counters["slots"] = static_cast<double>(cube.slots().size());
    state.counters["figures"] = figures;
    state.counters["figures_per_s"] = figures / whole.seconds();
    state.counters["megabytes"] = static_cast<double>(cube.bytes()) / 1e6;
}
BENCHMARK(wholeCube)->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

void cubeOnTwoThreads(benchmark::State& state) {
    cube::Cube one(*test::bundled(), twoHundred());
    cube::Cube two(*test::bundled(), twoHundred());
    Fastest alone;
    Fastest together;
    for (auto _ : state) {
        alone.run([&] { benchmark::DoNotOptimize(one.computeAll(1).has_value()); });
        state.SetIterationTime(together.run([&] { benchmark::DoNotOptimize(two.computeAll(2).has_value()); }));
    }
    if (!(one == two)) state.SkipWithError("two threads give other figures than one");
    state.counters["processors"] = std::thread::hardware_concurrency();
    state.counters["ratio"] = alone.seconds() / together.seconds();
    state.counters["at_least"] = 1.7;
}
BENCHMARK(cubeOnTwoThreads)->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

// Random changes of one kind: their mean against the whole cube, and the slowest of them.
void changeAgainstWholeCube(benchmark::State& state, test::ChangeKind kind) {
    cube::Cube cube(*test::bundled(), twoHundred());
    Fastest whole;
    for (int i = 0; i < 3; ++i)
        whole.run([&] { benchmark::DoNotOptimize(cube.computeAll().has_value()); });
    std::vector<double> seconds;
    for (auto _ : state) {
        const auto change = test::randomChange(cube.data(), kind, seconds.size());
        seconds.push_back(secondsOf([&] { benchmark::DoNotOptimize(cube.apply(change).has_value()); }));
        state.SetIterationTime(seconds.back());
    }
    cube::Cube anew(cube.data(), twoHundred());
    if (!anew.computeAll() || !(anew == cube)) state.SkipWithError("the changed cube is not what it is anew");
    const double mean = std::accumulate(seconds.begin(), seconds.end(), 0.0) /
                        static_cast<double>(std::max<std::size_t>(1, seconds.size()));
    std::sort(seconds.begin(), seconds.end());
    state.counters["whole_ms"] = whole.milliseconds();
    state.counters["slowest_ms"] = 1000.0 * seconds.back();
    state.counters["ratio"] = whole.seconds() / mean;
    state.counters["ratio_95"] = whole.seconds() / seconds[seconds.size() * 95 / 100];
    state.counters["at_least"] = 50.0;
}
struct NamedKind {
    const char* name;
    test::ChangeKind kind;
    int changes;
};

// Fewer of those that reach much: an estimate of governance moves every rank of its year.
constexpr std::array kindsOfChange{NamedKind{"output", test::ChangeKind::output, 200},
                                   NamedKind{"flow", test::ChangeKind::flow, 200},
                                   NamedKind{"consumption", test::ChangeKind::consumption, 200},
                                   NamedKind{"measure", test::ChangeKind::measure, 200},
                                   NamedKind{"account", test::ChangeKind::account, 200},
                                   NamedKind{"supplyShare", test::ChangeKind::supplyShare, 200},
                                   NamedKind{"stake", test::ChangeKind::stake, 200},
                                   NamedKind{"controlShare", test::ChangeKind::controlShare, 200},
                                   NamedKind{"facility", test::ChangeKind::facility, 200},
                                   NamedKind{"study", test::ChangeKind::study, 200},
                                   NamedKind{"recycling", test::ChangeKind::recycling, 50},
                                   NamedKind{"governance", test::ChangeKind::governance, 20}};

[[maybe_unused]] const bool registered = [] {
    for (const NamedKind& one : kindsOfChange) {
        const std::string name = std::string("changeAgainstWholeCube/") + one.name;
        benchmark::RegisterBenchmark(name.c_str(), changeAgainstWholeCube, one.kind)
            ->UseManualTime()
            ->Iterations(one.changes)
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
