#include "core/governance/weight.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

using namespace adit;
using namespace adit::governance;

namespace {

Year complete(int year, double estimate) {
    Year out;
    out.year = year;
    out.estimate.fill(estimate);
    out.standardError.fill(0.2);
    return out;
}

}  // namespace

TEST(GovernanceWeight, WorstAndBestAreFixedAndClamped) {
    EXPECT_DOUBLE_EQ(*weight(-2.5).value, 1.0);
    EXPECT_DOUBLE_EQ(*weight(2.5).value, 0.0);
    EXPECT_FALSE(weight(2.5).flags.has(Flag::clamped));
    EXPECT_DOUBLE_EQ(*weight(-2.6).value, 1.0);
    EXPECT_TRUE(weight(-2.6).flags.has(Flag::clamped));
}

RC_GTEST_PROP(GovernanceWeight, BetterGovernanceIsNeverALargerRisk, ()) {
    const double a = *rc::gen::inRange(-3000, 3000) / 1000.0;
    const double b = *rc::gen::inRange(-3000, 3000) / 1000.0;
    if (a > b) RC_ASSERT(*weight(a).value <= *weight(b).value);
}

TEST(GovernanceWeight, AnIncompleteYearFallsBackToTheLastCompleteOne) {
    std::array series{complete(2021, 0.5), complete(2022, 0.6), complete(2023, 0.7)};
    series[2].estimate[4].reset();
    const auto score = scoreAt(series, Choice::allSix, 2023);
    ASSERT_TRUE(score);
    EXPECT_EQ(score->year, 2022);
    EXPECT_TRUE(score->flags.has(Flag::staleGovernance));
    EXPECT_TRUE(score->flags.has(Flag::yearMismatch));
}

TEST(GovernanceWeight, PoliticalStabilityAloneNeedsNothingElse) {
    Year only;
    only.year = 2023;
    only.estimate[pv] = -1.0;
    EXPECT_FALSE(scoreAt(std::span(&only, 1), Choice::allSix, 2023));
    const auto score = scoreAt(std::span(&only, 1), Choice::politicalStability, 2023);
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(score->estimate, -1.0);
    EXPECT_TRUE(score->flags.empty());
}

TEST(GovernanceWeight, ALaterYearIsNotLookedAt) {
    const std::array series{complete(2020, 0.1), complete(2022, 0.9)};
    const auto score = scoreAt(series, Choice::allSix, 2021);
    ASSERT_TRUE(score);
    EXPECT_EQ(score->year, 2020);
    EXPECT_FALSE(score->flags.has(Flag::staleGovernance));
    EXPECT_FALSE(scoreAt(series, Choice::allSix, 2019));
}

TEST(GovernanceWeight, ErrorOfTheMeanIsTheLargestOfTheDimensions) {
    Year year = complete(2023, 0.0);
    year.standardError[1] = 0.35;
    EXPECT_DOUBLE_EQ(*scoreAt(std::span(&year, 1), Choice::allSix, 2023)->standardError, 0.35);
    EXPECT_DOUBLE_EQ(weightDeviation(0.35), 0.07);
}

TEST(GovernanceWeight, MissingIsAnIntervalAndNeverTheBest) {
    const std::array known{0.3, 0.8, 0.5};
    const Estimate w = missingWeight(known, std::nullopt);
    EXPECT_FALSE(w.value);
    EXPECT_EQ(w.bounds, (Interval{0.3, 0.8}));
    EXPECT_TRUE(w.flags.has(Flag::noGovernance));
}

TEST(GovernanceWeight, AnAssumedEstimateGivesItsRangeToTheMeanAndTheWeight) {
    std::array series{complete(2023, 0.5)};
    series[0].estimate[pv] = -1.0;
    series[0].assumed[pv] = Interval{-2.5, 0.5};
    const auto mean = scoreAt(series, Choice::allSix, 2023);
    ASSERT_TRUE(mean && mean->assumed);
    EXPECT_DOUBLE_EQ(mean->estimate, 0.25);
    EXPECT_DOUBLE_EQ(mean->assumed->lo, 0.0);
    EXPECT_DOUBLE_EQ(mean->assumed->hi, 0.5);
    const Estimate ofStability = weight(*scoreAt(series, Choice::politicalStability, 2023));
    EXPECT_DOUBLE_EQ(*ofStability.value, 0.7);
    EXPECT_EQ(ofStability.bounds, (Interval{0.4, 1.0}));
    EXPECT_TRUE(ofStability.flags.has(Flag::assumed));
    series[0].assumed[pv].reset();
    EXPECT_FALSE(scoreAt(series, Choice::allSix, 2023)->assumed);
}
