#include "core/ranges/draws.h"

#include "core/base/random.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

namespace adit::ranges {
namespace {

constexpr std::size_t chunk = 64;  // a stop is honoured at least this often

Status check(std::span<const RangedInput> inputs, const Settings& settings) {
    if (settings.draws == 0) return Error::badInput("draws must be above 0");
    if (settings.draws > mostDraws) return Error::badInput("more than 10 000 000 draws");
    std::set<std::string_view> ids;
    for (const RangedInput& input : inputs) {
        if (!ids.insert(input.id).second) return Error::badInput("two ranged inputs are called " + input.id);
        if (const Status status = check(input.distribution); !status) {
            return Error::badInput(input.id + ": " + status.error().text);
        }
    }
    return Done{};
}

// Draws are taken in chunks by any thread; each writes to its own place.
class Run {
public:
    Run(std::span<const RangedInput> inputs, const Evaluate& evaluate, const Settings& settings,
        const RunControl& control)
        : m_inputs(inputs), m_evaluate(evaluate), m_settings(settings), m_control(control), m_draws(settings.draws) {}

    void work() {
        for (;;) {
            const std::size_t first = m_next.fetch_add(chunk);
            if (first >= m_draws.size() || m_control.stopped()) return;
            const std::size_t last = std::min(first + chunk, m_draws.size());
            for (std::size_t n = first; n < last; ++n)
                m_draws[n] = draw(n);
            const std::size_t done = m_done.fetch_add(last - first) + last - first;
            m_control.report(static_cast<double>(done) / static_cast<double>(m_draws.size()));
        }
    }

    const std::vector<std::vector<double>>& draws() const { return m_draws; }
    std::size_t done() const { return m_done; }

private:
    std::vector<double> draw(std::size_t n) const {
        std::vector<double> values;
        values.reserve(m_inputs.size());
        for (const RangedInput& input : m_inputs)
            values.push_back(valueOf(input, m_settings.seed, n));
        return m_evaluate(values);
    }

    std::span<const RangedInput> m_inputs;
    const Evaluate& m_evaluate;
    const Settings& m_settings;
    const RunControl& m_control;
    std::vector<std::vector<double>> m_draws;
    std::atomic<std::size_t> m_next{0};
    std::atomic<std::size_t> m_done{0};
};

std::vector<double> column(const std::vector<std::vector<double>>& draws, std::size_t figure) {
    std::vector<double> out;
    for (const auto& row : draws) {
        if (figure < row.size()) out.push_back(row[figure]);
    }
    return out;
}

}  // namespace

double valueOf(const RangedInput& input, std::uint64_t seed, std::size_t draw) {
    return quantile(input.distribution, uniform(seed, draw, keyOf(input.id)));
}

Result<Outcome> run(std::span<const RangedInput> inputs, const Evaluate& evaluate, const Settings& settings,
                    const RunControl& control) {
    if (const Status status = check(inputs, settings); !status) return status.error();
    Run work(inputs, evaluate, settings, control);
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < std::max(1U, settings.threads); ++i)
            others.emplace_back([&work] { work.work(); });
        work.work();
    }
    Outcome out;
    out.completed = work.done();
    out.partial = out.completed < settings.draws;
    out.seed = settings.seed;
    std::size_t figures = 0;
    for (const auto& row : work.draws())
        figures = std::max(figures, row.size());
    for (std::size_t f = 0; f < figures; ++f)
        out.figures.push_back(summarise(column(work.draws(), f)));
    return out;
}

}  // namespace adit::ranges
