// A context change repaints a page: against a bare repaint of the same widgets.
#include "tests/support/bundled.h"
#include "ui/common/page.h"
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

void contextChange(benchmark::State& state, const char* page) {
    Window window(page);
    ui::ContextModel& model = window.main.model();
    double bare = 0.0;
    double computed = 0.0;
    double changed = 0.0;
    std::size_t at = 0;
    for (auto _ : state) {
        state.PauseTiming();
        bare += secondsOf([&] { window.repaintAll(); });
        state.ResumeTiming();
        changed += secondsOf([&] {
            ui::Context wanted = model.context();
            wanted.year = model.years()[at++ % model.years().size()];
            computed += secondsOf([&] { model.slide(wanted); });
            window.settle();
        });
    }
    const auto runs = static_cast<double>(state.iterations());
    state.counters["bare_ms"] = 1000.0 * bare / runs;
    state.counters["computed_ms"] = 1000.0 * computed / runs;
    state.counters["changed_ms"] = 1000.0 * changed / runs;
    state.counters["ratio"] = changed / bare;
}

void yearOnMap(benchmark::State& state) {
    contextChange(state, "map");
}
void yearOnMineral(benchmark::State& state) {
    contextChange(state, "mineral");
}

BENCHMARK(yearOnMap)->Unit(benchmark::kMillisecond);
BENCHMARK(yearOnMineral)->Unit(benchmark::kMillisecond);

}  // namespace
