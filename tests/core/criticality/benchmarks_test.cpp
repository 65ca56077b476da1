#include "core/criticality/benchmarks.h"

#include "core/criticality/composite.h"
#include "core/criticality/screens.h"
#include "core/criticality/trade_parameter.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace adit;
using namespace adit::criticality;

namespace {

const EconomyId chn{std::size_t{10}};
const EconomyId cod{std::size_t{11}};

Estimate exactly(double x) {
    return Estimate::known(x);
}

}  // namespace

TEST(Benchmarks, TonnesToMoveBringTheShareToTheLimit) {
    const auto single = singleCountryBenchmark({{chn, exactly(80)}, {cod, exactly(10)}}, exactly(100), 0.65);
    ASSERT_TRUE(single);
    EXPECT_EQ(single->largest, chn);
    EXPECT_EQ(single->benchmark.verdict, Verdict::notMet);
    EXPECT_DOUBLE_EQ(*single->benchmark.tonnesToMove.value, 15.0);
    EXPECT_NEAR((80 - *single->benchmark.tonnesToMove.value) / 100, 0.65, 1e-12);
}

TEST(Benchmarks, AnotherSupplierThatMayBeLargerMakesItUncertain) {
    const auto single =
        singleCountryBenchmark({{chn, exactly(60)}, {cod, Estimate::about(50, {10, 70})}}, exactly(100), 0.65);
    ASSERT_TRUE(single);
    EXPECT_EQ(single->benchmark.verdict, Verdict::uncertain);
}

TEST(Benchmarks, NoSupplierIsAnErrorThatSaysSo) {
    EXPECT_EQ(singleCountryBenchmark({}, exactly(100), 0.65).error().code, ErrorCode::missing);
}

TEST(Screens, NothingExportedPassesTheRatio) {
    const Screen screen = cepiiScreen({exactly(0.5), exactly(0.5), exactly(10), exactly(0)});
    EXPECT_EQ(screen.criteria[2].verdict, Verdict::met);
    EXPECT_EQ(screen.verdict, Verdict::met);
}

TEST(Screens, NeitherImportsNorExportsSayNothing) {
    const Screen screen = cepiiScreen({exactly(0.5), exactly(0.5), exactly(0), exactly(0)});
    EXPECT_EQ(screen.criteria[2].verdict, Verdict::unknown);
}

TEST(Screens, OneYearOnlyIsNotTwoOfThree) {
    const std::array one{cepiiScreen({exactly(0.5), exactly(0.5), exactly(10), exactly(1)})};
    EXPECT_EQ(cepiiVerdict(one), Verdict::unknown);
}

TEST(TradeParameter, AMissingRowIsNeutral) {
    const std::array rows{TradeParameterRow{MineralId{std::size_t{1}}, Stage::refine, chn, Scope::world, 1.1, {}}};
    EXPECT_DOUBLE_EQ(tradeParameter(rows, MineralId{std::size_t{1}}, Stage::refine, chn, Scope::world).value, 1.1);
    EXPECT_DOUBLE_EQ(tradeParameter(rows, MineralId{std::size_t{1}}, Stage::refine, chn, Scope::sourcing).value, 1.0);
}

TEST(TradeParameter, DerivedFromTheStrongestMeasure) {
    const std::array kinds{MeasureKind::tax, MeasureKind::quota};
    EXPECT_DOUBLE_EQ(derivedParameter(kinds), 1.3);
    EXPECT_DOUBLE_EQ(derivedParameter({}), 1.0);
}

TEST(Composite, WeightsThatDoNotAddUpAreRefused) {
    EXPECT_FALSE(composite({{{"a", 0.4, true, {0, 1}, {0.5}}}, Normalisation::minMax, Aggregation::arithmetic}));
}

TEST(Composite, ZScoresHaveNoGeometricMean) {
    EXPECT_FALSE(composite({{{"a", 1.0, true, {0, 1}, {0.5}}}, Normalisation::zScore, Aggregation::geometric}));
}

TEST(Composite, RobustnessDoesNotDependOnAnotherIndicatorsPlace) {
    const Indicator a{"a", 0.5, true, {0, 1}, {0.9, 0.2, 0.5}};
    const Indicator b{"b", 0.5, true, {0, 1}, {0.1, 0.8, 0.5}};
    const Robustness settings{1, 500, 42};
    EXPECT_EQ(*rankRobustness({{a, b}, Normalisation::minMax, Aggregation::arithmetic}, settings),
              *rankRobustness({{b, a}, Normalisation::minMax, Aggregation::arithmetic}, settings));
}

TEST(Composite, AFlatDrawGivesEitherOfTwoOppositesTheTopHalfTheTime) {
    const Indicator a{"a", 0.5, true, {0, 1}, {1.0, 0.0}};
    const Indicator b{"b", 0.5, true, {0, 1}, {0.0, 1.0}};
    const auto shares = rankRobustness({{a, b}, Normalisation::minMax, Aggregation::arithmetic}, {1, 4000, 1});
    EXPECT_NEAR((*shares)[0].lo, 0.5, 0.03);
    EXPECT_DOUBLE_EQ((*shares)[0].lo + (*shares)[1].lo, 1.0);
}
