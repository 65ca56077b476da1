#include "core/simulation/simulate.h"

#include "core/simulation/factors.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

using namespace adit;
using namespace adit::simulation;

namespace {

EconomyId economy(std::size_t i) {
    return EconomyId{i};
}

Consumer consumerOf(std::size_t id, double stock) {
    Consumer c;
    c.economy = economy(id);
    c.name = "consumer";
    c.consumption = 7300;
    c.suppliers = {{economy(0), 0.8, {{economy(2), 0.9}, {economy(3), 0.1}}},
                   {economy(1), 0.2, {{economy(2), 0.5}, {economy(3), 0.5}}}};
    c.stock.tonnes = stock;
    return c;
}

Disruption someDisruption() {
    Disruption d;
    d.cause = *rc::gen::element(std::string(), std::string("flood"), std::string("strike"));
    d.bite = *rc::gen::inRange(0, 2) == 0 ? Bite::outage : Bite::exportMeasure;
    const bool mine = *rc::gen::inRange(0, 2) == 0;
    d.stage = mine ? Stage::mine : Stage::refine;
    d.economy = economy(static_cast<std::size_t>(*rc::gen::inRange(0, 2)) + (mine ? 2 : 0));
    d.severity = *rc::gen::inRange(0, 101) / 100.0;
    d.ramp = {*rc::gen::inRange(0, 100), *rc::gen::inRange(1, 40)};
    if (*rc::gen::inRange(0, 2) == 0) d.end = d.ramp.start + *rc::gen::inRange(0, 100);
    return d;
}

Scenario someScenario() {
    Scenario s;
    s.horizon = 200;
    s.lag = *rc::gen::inRange(0, 60);
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        s.disruptions.push_back(someDisruption());
    Consumer c = consumerOf(9, *rc::gen::inRange(0, 2000));
    c.stock.floor = *rc::gen::inRange(0, 500);
    if (*rc::gen::inRange(0, 2) == 0) c.stock.limit = *rc::gen::inRange(0, 20);
    if (*rc::gen::inRange(0, 2) == 0) c.stock.refillTo = *rc::gen::inRange(0, 2000);
    if (*rc::gen::inRange(0, 2) == 0) c.additions.push_back({economy(1), 2190, {*rc::gen::inRange(0, 150), 30}, {}});
    s.consumers.push_back(c);
    return s;
}

double unmetOf(const Scenario& s) {
    return simulate(s)->courses[0].unmet;
}

}  // namespace

RC_GTEST_PROP(Simulation, MassIsKeptAndTheFloorHolds, ()) {
    const Scenario s = someScenario();
    const auto outcome = simulate(s);
    RC_ASSERT(outcome.has_value());
    const Series& x = outcome->courses[0].series;
    double stock = s.consumers[0].stock.tonnes;
    const double floor = std::min(s.consumers[0].stock.floor, stock);
    for (std::size_t t = 0; t < x.demand.size(); ++t) {
        RC_ASSERT(std::fabs(x.demand[t] - x.used[t] - x.release[t] - x.unmet[t]) < 1e-9);
        stock += x.refill[t] - x.release[t];
        RC_ASSERT(std::fabs(x.stock[t] - stock) < 1e-6);
        RC_ASSERT(x.stock[t] >= floor - 1e-9);
        RC_ASSERT(x.unmet[t] >= 0.0);
    }
}

RC_GTEST_PROP(Simulation, AHarderEarlierOrLongerDisruptionNeverLowersWhatIsUnmet, ()) {
    Scenario s = someScenario();
    s.consumers[0].stock.refillTo.reset();
    s.disruptions.push_back(someDisruption());
    const double before = unmetOf(s);
    Disruption& d = s.disruptions.back();
    switch (*rc::gen::inRange(0, 3)) {
        case 0:
            d.severity = std::min(1.0, d.severity + 0.2);
            break;
        case 1:
            d.ramp.start = std::max(0, d.ramp.start - 20);
            break;
        default:
            if (d.end) *d.end += 20;
    }
    RC_ASSERT(unmetOf(s) >= before - 1e-6);
}

RC_GTEST_PROP(Simulation, ALongerHorizonDoesNotChangeEarlierDays, ()) {
    Scenario s = someScenario();
    const auto shorter = simulate(s);
    s.horizon += 50;
    const auto longer = simulate(s);
    const auto& a = shorter->courses[0].series.unmet;
    const auto& b = longer->courses[0].series.unmet;
    RC_ASSERT(std::equal(a.begin(), a.end(), b.begin()));
}

RC_GTEST_PROP(Simulation, SplittingADisruptionInTwoChangesNothing, ()) {
    Scenario s = someScenario();
    Disruption whole = someDisruption();
    whole.ramp.days = 1;
    whole.end = whole.ramp.start + 60;
    Scenario split = s;
    s.disruptions.push_back(whole);
    Disruption first = whole;
    Disruption second = whole;
    first.end = whole.ramp.start + 25;
    second.ramp.start = *first.end;
    split.disruptions.push_back(first);
    split.disruptions.push_back(second);
    RC_ASSERT(std::fabs(unmetOf(s) - unmetOf(split)) < 1e-6);
}

RC_GTEST_PROP(Simulation, PooledAndSeparateAgreeWhenAllAreAlike, ()) {
    Scenario s = someScenario();
    s.consumers.push_back(s.consumers[0]);
    s.consumers.push_back(s.consumers[0]);
    const auto comparison = comparePooling(s);
    RC_ASSERT(comparison.has_value());
    for (const double saved : comparison->unmetSaved)
        RC_ASSERT(std::fabs(saved) < 1e-6);
}

RC_GTEST_PROP(Simulation, ABalancedBaselineNeedsNoRelease, ()) {
    Scenario s;
    s.horizon = 800;
    Consumer c = consumerOf(9, 100);
    c.suppliers.clear();
    const int n = *rc::gen::inRange(1, 30);
    for (int i = 0; i < n; ++i)
        c.suppliers.push_back({economy(static_cast<std::size_t>(i)), 1.0 / n, {}});
    s.consumers.push_back(c);
    const auto outcome = simulate(s);
    RC_ASSERT(!outcome->courses[0].firstShortfall);
    RC_ASSERT(outcome->courses[0].released == 0.0);
}

TEST(Simulation, ThePoolSharesItsReleaseByShortfall) {
    Scenario s;
    s.horizon = 50;
    s.disruptions.push_back({"", Bite::exportMeasure, Stage::refine, economy(0), {}, 1.0, {0, 1}, {}});
    Consumer a = consumerOf(8, 300);
    Consumer b = consumerOf(9, 0);
    a.suppliers = {{economy(0), 0.5, {}}, {economy(1), 0.5, {}}};
    b.suppliers = {{economy(0), 1.0, {}}};
    s.consumers = {a, b};
    const auto comparison = comparePooling(s);
    ASSERT_TRUE(comparison);
    const auto& first = comparison->pooled.courses[0].series.release;
    const auto& second = comparison->pooled.courses[1].series.release;
    EXPECT_NEAR(second[0] / first[0], 2.0, 1e-12);
    EXPECT_LT(comparison->unmetSaved[0], 0.0);
    EXPECT_NEAR(comparison->unmetSaved[0] + comparison->unmetSaved[1], 0.0, 1e-6);
    EXPECT_EQ(comparison->pooled.pool->exhaustion, 9);
}

TEST(Simulation, NewCapacityFollowsItsFeed) {
    Scenario s;
    s.horizon = 100;
    s.lag = 0;
    s.disruptions.push_back({"", Bite::outage, Stage::mine, economy(2), {}, 1.0, {50, 1}, {}});
    Consumer c = consumerOf(9, 0);
    c.suppliers.clear();
    c.additions.push_back({economy(9), 7300, {0, 1}, {{economy(2), 1.0}}});
    s.consumers.push_back(c);
    EXPECT_EQ(simulate(s)->courses[0].firstUnmet, 50);
}

TEST(Simulation, AMembersMeasureDoesNotBiteOnItsBloc) {
    Scenario s;
    s.disruptions.push_back({"", Bite::exportMeasure, Stage::refine, economy(0), {}, 1.0, {0, 1}, {}});
    Consumer c = consumerOf(9, 0);
    c.members = {economy(0)};
    s.consumers.push_back(c);
    EXPECT_FALSE(simulate(s)->courses[0].firstUnmet);
}

TEST(Simulation, WhatCannotBeIsRefusedByName) {
    const auto refusal = [](auto change) {
        Scenario s;
        s.consumers.push_back(consumerOf(9, 0));
        s.disruptions.push_back({"flood", Bite::outage, Stage::mine, economy(2), {}, 1.0, {50, 1}, {}});
        change(s);
        const auto outcome = simulate(s);
        return outcome ? std::string() : outcome.error().text;
    };
    EXPECT_EQ(refusal([](Scenario&) {}), "");
    EXPECT_NE(refusal([](Scenario& s) { s.horizon = 36501; }).find("horizon"), std::string::npos);
    EXPECT_NE(refusal([](Scenario& s) { s.disruptions[0].severity = 1.1; }).find("flood"), std::string::npos);
    EXPECT_NE(refusal([](Scenario& s) { s.disruptions[0].end = 10; }).find("end"), std::string::npos);
    EXPECT_NE(refusal([](Scenario& s) { s.consumers[0].consumption = -1; }).find("consumption"), std::string::npos);
    EXPECT_NE(refusal([](Scenario& s) { s.consumers[0].suppliers[0].share = 0.9; }).find("shares"), std::string::npos);
    EXPECT_NE(refusal([](Scenario& s) { s.consumers[0].stock.tonnes = std::nan(""); }).find("stock"),
              std::string::npos);
}

TEST(Simulation, ALinkedCauseJoinsGroups) {
    // A measure that names the cause of an outage is that outage once more.
    const std::vector<Disruption> all{{"war", Bite::outage, Stage::refine, economy(0), {}, 0.5, {0, 1}, {}},
                                      {"war", Bite::exportMeasure, Stage::refine, economy(0), {}, 0.3, {0, 1}, {}}};
    EXPECT_DOUBLE_EQ(Edge(all, Stage::refine, economy(0), nullptr, economy(9)).passing(0), 0.5);
}

TEST(Simulation, DifferencesAreAgainstTheFirstScenario) {
    Scenario s;
    s.consumers.push_back(consumerOf(9, 300));
    s.disruptions.push_back({"", Bite::exportMeasure, Stage::refine, economy(0), {}, 1.0, {10, 1}, {}});
    const auto first = simulate(s);
    s.consumers[0].stock.tonnes = 600;
    const auto later = simulate(s);
    const auto d = difference(*first, *later);
    ASSERT_EQ(d.size(), 1U);
    EXPECT_NEAR(d[0].unmet, -300, 1e-6);
    EXPECT_GT(*d[0].firstUnmet, 0);
}
