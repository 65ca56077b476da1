#include "core/controls/in_force.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::controls;
using namespace std::chrono;

namespace {

Day on(int y, unsigned m, unsigned d) {
    return Day(year(y) / month(m) / day(d));
}

Measure measure(std::string effective, std::string ended = {}) {
    Measure out;
    out.effective = std::move(effective);
    out.ended = std::move(ended);
    out.statusAsOf = "2025-11-09";
    return out;
}

}  // namespace

TEST(InForce, AStartKnownToTheMonthIsItsFirstDayAndAnEndItsLast) {
    EXPECT_EQ(firstDay("2025-02"), on(2025, 2, 1));
    EXPECT_EQ(lastDay("2024-02"), on(2024, 2, 29));
    EXPECT_EQ(lastDay("2025"), on(2025, 12, 31));
    EXPECT_EQ(firstDay("2025-10-16"), lastDay("2025-10-16"));
    EXPECT_FALSE(firstDay(""));
    EXPECT_FALSE(firstDay("2025-13-01"));
    EXPECT_FALSE(firstDay("soon"));
}

TEST(InForce, HoldsFromItsFirstDayToTheDayBeforeItsEnd) {
    const Measure quota = measure("2025-02-22", "2025-10-16");
    EXPECT_EQ(standingOn(quota, on(2025, 2, 21)), Standing::announced);
    EXPECT_EQ(standingOn(quota, on(2025, 2, 22)), Standing::inForce);
    EXPECT_EQ(standingOn(quota, on(2025, 10, 15)), Standing::inForce);
    EXPECT_EQ(standingOn(quota, on(2025, 10, 16)), Standing::ended);
}

TEST(InForce, ASuspensionIsNotInForceAndPastItsEndIsNotKnown) {
    Measure ban = measure("2024-12-03");
    ban.suspended = "2025-11-09";
    ban.suspendedUntil = "2026-11-27";
    EXPECT_EQ(standingOn(ban, on(2025, 11, 8)), Standing::inForce);
    EXPECT_EQ(standingOn(ban, on(2025, 11, 9)), Standing::suspended);
    EXPECT_EQ(standingOn(ban, on(2026, 11, 27)), Standing::suspensionOver);
    EXPECT_EQ(notKnownSince(ban, on(2026, 12, 1)), on(2026, 11, 27));
    EXPECT_FALSE(counts(Standing::suspensionOver));
    EXPECT_TRUE(mayCount(Standing::suspensionOver));
}

TEST(InForce, SuspendedBeforeItTookEffectIsSuspended) {
    Measure rule = measure("2025-12-01");
    rule.suspended = "2025-11-07";
    rule.suspendedUntil = "2026-11-10";
    EXPECT_EQ(standingOn(rule, on(2025, 11, 6)), Standing::announced);
    EXPECT_EQ(standingOn(rule, on(2025, 12, 2)), Standing::suspended);
}

TEST(InForce, AnAnnouncementWithoutADateIsNeverInForce) {
    Measure plan = measure("");
    plan.state = MeasureState::announced;
    EXPECT_EQ(standingOn(plan, on(2030, 1, 1)), Standing::announced);
    plan.state = MeasureState::expired;
    EXPECT_EQ(standingOn(plan, on(2030, 1, 1)), Standing::undated);
}

TEST(InForce, TheRegisterDoesNotReachPastItsLatestEvidence) {
    const Measure licence = measure("2023-08-01");
    EXPECT_FALSE(notKnownSince(licence, on(2025, 11, 9)));
    EXPECT_EQ(notKnownSince(licence, on(2026, 3, 1)), on(2025, 11, 9));
}
