#include "core/criticality/composite.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::criticality;

namespace {

CompositeInput two(std::vector<std::optional<double>> values, std::vector<std::optional<Interval>> ranges) {
    CompositeInput input;
    input.indicators = {{"a", 0.5, true, {0.0, 10.0}, std::move(values), std::move(ranges)},
                        {"b", 0.5, true, {0.0, 1.0}, {0.2, 0.4}, {}}};
    return input;
}

}  // namespace

// 0.5 · (4 to 6)/10 + 0.5 · 0.4; and 0.5 · 0.5 + 0.5 · 0.2.
TEST(Composite, AnIndicatorBetweenTwoEndsGivesABand) {
    const auto out = composite(two({5.0, {}}, {{}, Interval{4.0, 6.0}}));
    ASSERT_TRUE(out);
    EXPECT_NEAR(out->at(0).value.value_or(0.0), 0.35, 1e-12);
    EXPECT_FALSE(out->at(1).value);
    EXPECT_NEAR(out->at(1).bounds->lo, 0.4, 1e-12);
    EXPECT_NEAR(out->at(1).bounds->hi, 0.5, 1e-12);
}

TEST(Composite, AMissingIndicatorMayBeAnything) {
    const auto out = composite(two({5.0, {}}, {}));
    ASSERT_TRUE(out);
    EXPECT_NEAR(out->at(1).bounds->lo, 0.2, 1e-12);
    EXPECT_NEAR(out->at(1).bounds->hi, 0.7, 1e-12);
}

TEST(Composite, ABandTurnsRoundWithItsIndicator) {
    CompositeInput input = two({5.0, {}}, {{}, Interval{4.0, 6.0}});
    input.indicators[0].higherIsWorse = false;
    const auto column = normalised(input.indicators[0], Normalisation::minMax);
    EXPECT_NEAR(column[1].bounds->lo, 0.4, 1e-12);
    EXPECT_NEAR(column[1].bounds->hi, 0.6, 1e-12);
}

TEST(Composite, APlaceAmongOthersIsConfinedToTheirs) {
    const Indicator indicator{"a", 1.0, true, {0.0, 10.0}, {1.0, 2.0, 3.0, {}}, {{}, {}, {}, Interval{0.0, 9.0}}};
    const auto column = normalised(indicator, Normalisation::rank);
    EXPECT_EQ(column[3].bounds, (Interval{0.0, 1.0}));
}

TEST(Composite, RefusesRangesOfAnotherNumberOfMinerals) {
    EXPECT_FALSE(composite(two({5.0, {}}, {Interval{4.0, 6.0}})));
}
