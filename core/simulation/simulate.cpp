#include "core/simulation/simulate.h"

#include "core/base/interval.h"
#include "core/base/sum.h"
#include "core/simulation/supply.h"

#include <algorithm>

namespace adit::simulation {
namespace {

// A shortfall below this part of demand is rounding of shares that add up to 1.
constexpr double rounding = 1e-11;

// One stock, of a consumer or of a pool.
class Store {
public:
    explicit Store(const Stock& stock)
        : m_rules(stock), m_tonnes(stock.tonnes), m_wasFull(stock.tonnes > stock.floor) {}

    double release(double shortfall) {
        const double above = std::max(0.0, m_tonnes - m_rules.floor);
        const double out = std::min({shortfall, above, m_rules.limit.value_or(unbounded)});
        m_tonnes = out == above && above > 0.0 ? m_rules.floor : m_tonnes - out;
        if (out > 0.0 && m_tonnes - m_rules.floor <= rounding * m_rules.tonnes) m_tonnes = m_rules.floor;
        return out;
    }

    double refill(double surplus) {
        const double in = std::clamp(m_rules.refillTo.value_or(0.0) - m_tonnes, 0.0, surplus);
        m_tonnes += in;
        return in;
    }

    void endDay(int day) {
        if (!m_exhaustion && m_wasFull && m_tonnes <= m_rules.floor) m_exhaustion = day;
    }

    double tonnes() const { return m_tonnes; }
    std::optional<int> exhaustion() const { return m_exhaustion; }

private:
    Stock m_rules;
    double m_tonnes;
    bool m_wasFull;
    std::optional<int> m_exhaustion;
};

// The stocks of all members as one: an unlimited stock makes the pool unlimited.
Stock together(const std::vector<Consumer>& consumers) {
    Stock pool;
    pool.limit = 0.0;
    for (const Consumer& consumer : consumers) {
        const Stock& stock = consumer.stock;
        pool.tonnes += stock.tonnes;
        pool.floor += stock.floor;
        if (stock.refillTo) pool.refillTo = pool.refillTo.value_or(0.0) + *stock.refillTo;
        const bool holds = stock.tonnes > 0.0 || stock.refillTo;
        if (!holds || !pool.limit) continue;
        pool.limit = stock.limit ? std::optional(*pool.limit + *stock.limit) : std::nullopt;
    }
    return pool;
}

struct Day {
    double demand = 0.0;
    double supply = 0.0;
    double shortfall = 0.0;
    double surplus = 0.0;
};

Day dayOf(const DailySupply& supply, const Consumer& consumer, int day) {
    Day out{demandAt(consumer, day), supply.at(day), 0.0, 0.0};
    const double missing = out.demand - out.supply;
    if (missing > rounding * out.demand) out.shortfall = missing;
    if (-missing > rounding * out.demand) out.surplus = -missing;
    return out;
}

void record(Series& series, const Day& day, double release, double refill) {
    series.demand.push_back(day.demand);
    series.supply.push_back(day.supply);
    series.used.push_back(day.demand - day.shortfall);
    series.release.push_back(release);
    series.refill.push_back(refill);
    series.unmet.push_back(day.shortfall - release);
}

double total(const std::vector<double>& series) {
    return sumOf(series);
}

void summarise(Course& course, const std::optional<double>& usdPerTonne) {
    const Series& s = course.series;
    for (std::size_t t = 0; t < s.demand.size(); ++t) {
        const auto day = static_cast<int>(t);
        if (!course.firstShortfall && s.release[t] + s.unmet[t] > 0.0) course.firstShortfall = day;
        if (!course.firstUnmet && s.unmet[t] > rounding * s.demand[t]) course.firstUnmet = day;
        course.peakUnmet = std::max(course.peakUnmet, s.unmet[t]);
    }
    if (course.firstShortfall && course.firstUnmet) course.netCover = *course.firstUnmet - *course.firstShortfall;
    course.demand = total(s.demand);
    course.released = total(s.release);
    course.refilled = total(s.refill);
    course.unmet = total(s.unmet);
    if (course.demand > 0.0) course.unmetShare = course.unmet / course.demand;
    if (usdPerTonne) course.unmetValue = course.unmet * *usdPerTonne;
}

Course alone(const Scenario& scenario, const Consumer& consumer) {
    const DailySupply supply(scenario, consumer);
    Store store(consumer.stock);
    Course course;
    for (int t = 0; t < scenario.horizon; ++t) {
        const Day day = dayOf(supply, consumer, t);
        const double release = store.release(day.shortfall);
        record(course.series, day, release, store.refill(day.surplus));
        course.series.stock.push_back(store.tonnes());
        store.endDay(t);
    }
    course.exhaustion = store.exhaustion();
    summarise(course, consumer.usdPerTonne);
    return course;
}

// Covers the sum of shortfalls, shared in proportion to each member's.
void poolDay(Store& store, const std::vector<Day>& days, std::vector<Course>& courses) {
    double shortfall = 0.0;
    double surplus = 0.0;
    for (const Day& day : days) {
        shortfall += day.shortfall;
        surplus += day.surplus;
    }
    const double release = store.release(shortfall);
    const double refill = store.refill(surplus);
    for (std::size_t i = 0; i < days.size(); ++i) {
        const double part = release == shortfall ? days[i].shortfall
                            : shortfall > 0.0    ? release * (days[i].shortfall / shortfall)
                                                 : 0.0;
        record(courses[i].series, days[i], part, surplus > 0.0 ? refill * (days[i].surplus / surplus) : 0.0);
    }
}

Result<Outcome> pooled(const Scenario& scenario, const RunControl& control) {
    std::vector<DailySupply> supplies;
    for (const Consumer& consumer : scenario.consumers)
        supplies.emplace_back(scenario, consumer);
    Store store(together(scenario.consumers));
    Outcome out;
    out.courses.resize(supplies.size());
    out.pool.emplace();
    for (int t = 0; t < scenario.horizon; ++t) {
        if (control.stopped()) return Error{ErrorCode::cancelled, "simulation stopped", {}};
        std::vector<Day> days;
        for (std::size_t i = 0; i < supplies.size(); ++i)
            days.push_back(dayOf(supplies[i], scenario.consumers[i], t));
        poolDay(store, days, out.courses);
        out.pool->stock.push_back(store.tonnes());
        store.endDay(t);
    }
    out.pool->exhaustion = store.exhaustion();
    for (std::size_t i = 0; i < supplies.size(); ++i)
        summarise(out.courses[i], scenario.consumers[i].usdPerTonne);
    return out;
}

std::optional<int> minus(const std::optional<int>& a, const std::optional<int>& b) {
    return a && b ? std::optional(*a - *b) : std::nullopt;
}

}  // namespace

Result<Outcome> simulate(const Scenario& scenario, const RunControl& control) {
    if (const Status status = check(scenario); !status) return status.error();
    if (scenario.pooled) return pooled(scenario, control);
    Outcome out;
    for (const Consumer& consumer : scenario.consumers) {
        if (control.stopped()) return Error{ErrorCode::cancelled, "simulation stopped", {}};
        out.courses.push_back(alone(scenario, consumer));
    }
    return out;
}

Result<PoolComparison> comparePooling(Scenario scenario, const RunControl& control) {
    scenario.pooled = true;
    Result<Outcome> pooledOutcome = simulate(scenario, control);
    if (!pooledOutcome) return pooledOutcome.error();
    scenario.pooled = false;
    Result<Outcome> separate = simulate(scenario, control);
    if (!separate) return separate.error();
    PoolComparison out{std::move(*pooledOutcome), std::move(*separate), {}};
    for (std::size_t i = 0; i < out.pooled.courses.size(); ++i)
        out.unmetSaved.push_back(out.separate.courses[i].unmet - out.pooled.courses[i].unmet);
    return out;
}

std::vector<Difference> difference(const Outcome& first, const Outcome& later) {
    std::vector<Difference> out;
    for (std::size_t i = 0; i < std::min(first.courses.size(), later.courses.size()); ++i) {
        const Course& a = first.courses[i];
        const Course& b = later.courses[i];
        out.push_back({minus(b.firstUnmet, a.firstUnmet), minus(b.exhaustion, a.exhaustion), b.unmet - a.unmet,
                       b.peakUnmet - a.peakUnmet, b.released - a.released});
    }
    return out;
}

}  // namespace adit::simulation
