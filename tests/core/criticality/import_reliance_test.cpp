#include "core/criticality/import_reliance.h"

#include "core/criticality/geopolrisk.h"
#include "core/criticality/supply_risk.h"
#include "core/criticality/us_risk.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace adit;
using namespace adit::criticality;

namespace {

Estimate exactly(double x) {
    return Estimate::known(x);
}

Estimate upTo(double x) {
    return Estimate::about(x, {0.5 * x, 1.5 * x});
}

}  // namespace

TEST(ImportReliance, ANetExporterKeepsItsRawFigureAndCountsAsNothing) {
    const ImportReliance r = importRelianceEu({exactly(100), exactly(10), exactly(40)});
    EXPECT_DOUBLE_EQ(*r.raw.value, -30.0 / 70.0);
    EXPECT_DOUBLE_EQ(*r.used.value, 0.0);
    EXPECT_TRUE(r.used.flags.has(Flag::netExporter));
}

TEST(ImportReliance, AboveOneIsClampedWithAFlag) {
    const ImportReliance r = importRelianceUs({exactly(5), exactly(0), exactly(100), exactly(0), exactly(-10)});
    EXPECT_LT(*r.raw.value, 1.0);
    const ImportReliance over = importRelianceEu({exactly(-1), exactly(100), exactly(0)});
    EXPECT_DOUBLE_EQ(*over.used.value, 1.0);
    EXPECT_TRUE(over.used.flags.has(Flag::clamped));
}

TEST(ImportReliance, AnInputThatIsNotKnownLeavesNoValue) {
    const ImportReliance r = importRelianceEu({Estimate::absent("production is not known"), exactly(10), exactly(0)});
    EXPECT_FALSE(r.raw.value);
    EXPECT_FALSE(r.raw.bounds);
    EXPECT_EQ(r.raw.reason, "production is not known");
}

RC_GTEST_PROP(ImportReliance, BoundsHoldTheValueAndEveryInnerPoint, ()) {
    const double p = *rc::gen::inRange(1, 100);
    const double i = *rc::gen::inRange(100, 200);
    const double x = *rc::gen::inRange(0, 30);
    const ImportReliance r = importRelianceEu({upTo(p), upTo(i), upTo(x)});
    RC_ASSERT(r.raw.bounds.has_value());
    const auto part = [] { return 0.5 + *rc::gen::inRange(0, 101) / 100.0; };
    const double pp = p * part();
    const double ii = i * part();
    const double xx = x * part();
    if (pp + ii - xx > 0.0) {
        const double inner = (ii - xx) / (pp + ii - xx);
        RC_ASSERT(inner >= r.raw.bounds->lo - 1e-9);
        RC_ASSERT(inner <= r.raw.bounds->hi + 1e-9);
    }
}

TEST(SupplyRisk, TheHeadlineIsTheLargerStage) {
    SupplyRiskInput mine{exactly(3), exactly(2), exactly(0.8), exactly(0.1), std::nullopt, exactly(0.95)};
    SupplyRiskInput refine = mine;
    refine.global = exactly(4);
    const std::array stages{*supplyRisk(mine), *supplyRisk(refine)};
    EXPECT_EQ(headline(stages), 1U);
    EXPECT_FALSE(headline({}));
}

TEST(SupplyRisk, MissingRecyclingIsAnIntervalFromNothing) {
    const auto risk = supplyRisk({exactly(3), exactly(2), exactly(0.8), std::nullopt, 0.4, exactly(1.0)});
    ASSERT_TRUE(risk);
    EXPECT_TRUE(risk->recyclingMissing);
    EXPECT_DOUBLE_EQ(*risk->risk.value, 2.4);
    EXPECT_DOUBLE_EQ(risk->risk.bounds->lo, 2.4 * 0.6);
    EXPECT_TRUE(risk->risk.flags.has(Flag::defaultInterval));
}

TEST(EconomicImportance, EndUsesThatDoNotAddUpAreRefused) {
    const std::array uses{EndUse{0.5, 10.0}, EndUse{0.3, 10.0}};
    EXPECT_FALSE(economicImportance(uses, 100.0, 1.0));
}

TEST(GeoPolRisk, InsideTheBlocWeighsNothing) {
    const std::array imports{WeightedImport{50, exactly(0.5), false}, WeightedImport{50, exactly(0.9), true}};
    const Estimate score = geoPolRisk(exactly(1.0), importRisk(imports), 0.0);
    EXPECT_DOUBLE_EQ(*score.value, 0.25);
}

TEST(GeoPolRisk, NeitherProductionNorImportsIsNotDefined) {
    EXPECT_FALSE(geoPolRisk(exactly(0.3), importRisk({}), 0.0).value);
}

TEST(UsRisk, AMissingFactorIsAnythingAndAZeroDecides) {
    const Estimate open = Estimate::absent("not published");
    const Estimate risk = usSupplyRisk(exactly(0.5), exactly(0.5), open);
    EXPECT_FALSE(risk.value);
    EXPECT_EQ(risk.bounds->lo, 0.0);
    EXPECT_EQ(usSupplyRisk(exactly(0.0), open, open).value, 0.0);
}

TEST(UsRisk, AProbabilityAboveOneIsRefused) {
    const std::array scenarios{LossScenario{1.2, -1.0}};
    EXPECT_FALSE(expectedLoss(scenarios));
}
