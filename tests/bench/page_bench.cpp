// A context change repaints a page: against a bare repaint of the same widgets.
#include "tests/support/bundled.h"
#include "ui/common/page.h"
#include "ui/common/workspace_model.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QStackedWidget>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <chrono>

using namespace adit;

namespace {

using Clock = std::chrono::steady_clock;

struct Window {
    QTemporaryDir folder;
    ui::Settings settings{folder.filePath(QStringLiteral("adit.ini"))};
    ui::MainWindow main{test::bundled(), settings};

    explicit Window(const char* page) {
        main.resize(1600, 1000);
        main.show();
        main.showPage(QLatin1String(page));
        QApplication::processEvents();
    }
    // What a user waits for: everything that is due is laid out and painted once, into the window's own store.
    void settle() { QApplication::processEvents(); }
    // Every visible widget, nothing changed.
    void repaintAll() {
        for (QWidget* widget : main.findChildren<QWidget*>()) {
            if (widget->isVisible()) widget->update();
        }
        settle();
    }
};

double secondsOf(const auto& work) {
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// `change` alters what is shown, another way each time; from there to painted, against a bare repaint.
template <typename Change>
void changeToPainted(benchmark::State& state, Window& window, const Change& change) {
    double bare = 0.0;
    double computed = 0.0;
    double changed = 0.0;
    std::size_t at = 0;
    for (auto _ : state) {
        state.PauseTiming();
        bare += secondsOf([&] { window.repaintAll(); });
        state.ResumeTiming();
        changed += secondsOf([&] {
            computed += secondsOf([&] { change(at++); });
            window.settle();
        });
    }
    const auto runs = static_cast<double>(state.iterations());
    state.counters["bare_ms"] = 1000.0 * bare / runs;
    state.counters["computed_ms"] = 1000.0 * computed / runs;
    state.counters["changed_ms"] = 1000.0 * changed / runs;
    state.counters["ratio"] = changed / bare;
}

void contextChange(benchmark::State& state, const char* page) {
    Window window(page);
    ui::ContextModel& model = window.main.model();
    changeToPainted(state, window, [&model](std::size_t at) {
        ui::Context wanted = model.context();
        wanted.year = model.years()[at % model.years().size()];
        model.slide(wanted);
    });
}

// Another day for the register, as the slider of the Controls page moves.
void dayOnControls(benchmark::State& state) {
    Window window("controls");
    ui::ContextModel& model = window.main.model();
    changeToPainted(state, window, [&model](std::size_t at) {
        ui::Context wanted = model.context();
        wanted.asOf = "2025-0" + std::to_string(1 + at % 9) + "-15";
        model.slide(wanted);
    });
}

// An assumption is saved, laid over the baseline and shown; `others` stand already.
void editOnStockpiles(benchmark::State& state) {
    Window window("stockpiles");
    ui::WorkspaceModel& workspace = window.main.workspace();
    workspace::Step many;
    const Dataset& data = *workspace.baseline();
    for (std::size_t i = 0; many.edits.size() < static_cast<std::size_t>(state.range(0)); ++i) {
        const std::string& economy = data.economies[2 + i % (data.economies.size() - 20)].code;
        const std::string& mineral = data.minerals[i / (data.economies.size() - 20)].slug;
        many.edits.emplace_back(
            workspace.setting({workspace::Quantity::stock, economy, mineral, {}}, 100.0, std::nullopt));
    }
    workspace.apply(std::move(many));
    changeToPainted(state, window, [&workspace](std::size_t at) {
        workspace.apply({{workspace.setting({workspace::Quantity::stock, "KOR", "cobalt", {}},
                                            1000.0 + static_cast<double>(at), std::nullopt)},
                         {}});
    });
}

void yearOnMap(benchmark::State& state) {
    contextChange(state, "map");
}
void yearOnMineral(benchmark::State& state) {
    contextChange(state, "mineral");
}

BENCHMARK(yearOnMap)->Unit(benchmark::kMillisecond);
BENCHMARK(yearOnMineral)->Unit(benchmark::kMillisecond);
BENCHMARK(dayOnControls)->Unit(benchmark::kMillisecond);
BENCHMARK(editOnStockpiles)->Arg(0)->Arg(10000)->Unit(benchmark::kMillisecond);

}  // namespace
