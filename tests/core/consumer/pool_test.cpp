#include "core/consumer/pool.h"

#include "core/base/interval.h"
#include "core/simulation/simulate.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace adit;
using namespace adit::consumer;

namespace {

struct Case {
    const char* code;
    double stock;
    double floor;
    double consumption;
    std::optional<double> limit;
};

Term given(double x) {
    Term term;
    term.value = Estimate::known(x);
    return term;
}

std::vector<Holding> holdings(std::span<const Case> cases) {
    std::vector<Holding> out;
    for (const Case& c : cases) {
        Holding h;
        h.question = {test::bundled().get(), *test::bundled()->economy(c.code), *test::bundled()->mineral("cobalt"),
                      Stage::refine, 2024};
        h.stock = given(c.stock);
        h.floor = given(c.floor);
        h.consumption = given(c.consumption);
        if (c.limit) h.releaseLimit = given(*c.limit);
        out.push_back(std::move(h));
    }
    return out;
}

// The same economies in the daily simulation: their only supplier stops on day 0.
simulation::Scenario scenario(std::span<const Case> cases) {
    const EconomyId supplier = *test::bundled()->economy("COD");
    simulation::Scenario s;
    simulation::Disruption stop;
    stop.bite = simulation::Bite::outage;
    stop.economy = supplier;
    s.disruptions = {stop};
    for (const Case& c : cases) {
        simulation::Consumer consumer;
        consumer.economy = *test::bundled()->economy(c.code);
        consumer.name = c.code;
        consumer.consumption = c.consumption;
        consumer.suppliers = {{supplier, 1.0, {}}};
        consumer.stock = {c.stock, c.floor, c.limit, std::nullopt};
        s.consumers.push_back(consumer);
    }
    return s;
}

void expectAsSimulated(std::span<const Case> cases) {
    const Pool pool = poolOf(holdings(cases), std::nullopt);
    const auto simulated = simulation::comparePooling(scenario(cases));
    ASSERT_TRUE(simulated.has_value());
    ASSERT_EQ(pool.members.size(), cases.size());
    const auto whole = [](double days) { return static_cast<int>(std::floor(days + 1e-9)); };
    for (std::size_t i = 0; i < cases.size(); ++i)
        EXPECT_EQ(simulated->separate.courses[i].netCover, whole(pool.members[i].alone)) << cases[i].code;
    EXPECT_EQ(simulated->pooled.courses[0].netCover, whole(pool.days));
}

}  // namespace

TEST(Pools, AreTheClosedFormOfTheDailySimulation) {
    // 10 t and 30 t a day are needed; 1 000 t and 600 t can go out: 100 days, 20 days, together 1 600 / 40 = 40.
    const std::array cases{Case{"KOR", 1300.0, 300.0, 3650.0, std::nullopt},
                           Case{"JPN", 600.0, 0.0, 10950.0, std::nullopt}};
    const Pool pool = poolOf(holdings(cases), std::nullopt);
    EXPECT_NEAR(pool.members[0].alone, 100.0, 1e-9);
    EXPECT_NEAR(pool.members[1].alone, 20.0, 1e-9);
    EXPECT_NEAR(pool.days, 40.0, 1e-9);
    EXPECT_FALSE(pool.limit);
    expectAsSimulated(cases);
}

TEST(Pools, ALimitBelowWhatIsLostMeetsDemandOnNoDay) {
    // Japan needs 30 t a day and can release 20. Together 12 + 20 are less than 40, 25 + 20 are more.
    const std::array low{Case{"KOR", 1300.0, 300.0, 3650.0, 12.0}, Case{"JPN", 600.0, 0.0, 10950.0, 20.0}};
    const Pool tight = poolOf(holdings(low), std::nullopt);
    EXPECT_NEAR(tight.members[0].alone, 100.0, 1e-9);
    EXPECT_EQ(tight.members[1].alone, 0.0);
    EXPECT_EQ(tight.limit, 32.0);
    EXPECT_EQ(tight.days, 0.0);
    expectAsSimulated(low);
    const std::array high{Case{"KOR", 1300.0, 300.0, 3650.0, 25.0}, Case{"JPN", 600.0, 0.0, 10950.0, 20.0}};
    EXPECT_NEAR(poolOf(holdings(high), std::nullopt).days, 40.0, 1e-9);
    expectAsSimulated(high);
}

TEST(Pools, AMemberWithoutALimitMakesThePoolUnlimited) {
    const std::array cases{Case{"KOR", 1300.0, 300.0, 3650.0, std::nullopt}, Case{"JPN", 600.0, 0.0, 10950.0, 1.0}};
    const Pool pool = poolOf(holdings(cases), std::nullopt);
    EXPECT_FALSE(pool.limit);
    EXPECT_NEAR(pool.days, 40.0, 1e-9);
    expectAsSimulated(cases);
}
