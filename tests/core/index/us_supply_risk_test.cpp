#include "core/consumer/us_risk.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace adit;
using adit::test::bundledFigure;

namespace {

index::Query queryOf(std::string_view mineral, Stage stage, int year) {
    const Dataset& data = *test::bundled();
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral(mineral);
    query.stage = stage;
    query.year = year;
    query.economy = *data.economy("USA");
    return query;
}

}  // namespace

// Everything that is not published may be 1: the cube root of HHI and reliance is the most that it can be.
TEST(UsSupplyRisk, IsAtMostWhatConcentrationAndRelianceAllow) {
    const Figure figure = bundledFigure("us-supply-risk", "cobalt", Stage::mine, 2023, "USA");
    const Figure hhi = bundledFigure("hhi", "cobalt", Stage::mine, 2023);
    ASSERT_TRUE(figure.bounds && hhi.bounds);
    EXPECT_FALSE(figure.value);
    EXPECT_EQ(figure.bounds->lo, 0.0);
    EXPECT_NEAR(figure.bounds->hi, std::cbrt(hhi.bounds->hi * 0.69), 1e-6);
    EXPECT_FALSE(figure.reason.empty());
}

TEST(UsSupplyRisk, TellsWhatIsNotPublishedAndHowToGiveIt) {
    const Figure figure = bundledFigure("us-supply-risk", "cobalt", Stage::mine, 2023, "USA");
    for (const char* term : {"inability (--inability)", "unwillingness (--unwillingness)",
                             "economic vulnerability (--vulnerability)", "adit-cli us-risk"})
        EXPECT_NE(figure.boundsRule.find(term), std::string::npos) << figure.boundsRule;
    const index::Query query = queryOf("cobalt", Stage::mine, 2023);
    consumer::UsRiskInputs inputs;
    inputs.vulnerability = Interval{0.3, 0.5};
    const auto risk = consumer::usRiskOf(query, inputs);
    ASSERT_TRUE(risk);
    const Figure given = consumer::usRiskFigure(query, *risk, inputs);
    EXPECT_EQ(given.boundsRule.find("--vulnerability"), std::string::npos) << given.boundsRule;
}

TEST(UsSupplyRisk, NothingDependsOnOthersForANetExporter) {
    const Figure figure = bundledFigure("us-supply-risk", "molybdenum", Stage::mine, 2023, "USA");
    EXPECT_EQ(figure.value, 0.0);
    EXPECT_TRUE(figure.flags.has(Flag::netExporter));
}

TEST(UsSupplyRisk, IsANumberOnceTheUserSuppliesWhatIsMissing) {
    const index::Query query = queryOf("magnesium", Stage::refine, 2022);
    const auto open = consumer::usRiskOf(query);
    ASSERT_TRUE(open);
    consumer::UsRiskInputs inputs;
    for (std::size_t e = 0; e < query.data->economies.size(); ++e) {
        inputs.inability[EconomyId(e)] = {0.5, 0.5};
        inputs.unwillingness[EconomyId(e)] = {0.5, 0.5};
    }
    inputs.vulnerability = Interval{0.4, 0.4};
    const auto product = consumer::usRiskOf(query, inputs);
    inputs.combination = criticality::Combination::largest;
    const auto largest = consumer::usRiskOf(query, inputs);
    ASSERT_TRUE(product && largest && product->risk.bounds && largest->risk.bounds && open->risk.bounds);
    EXPECT_LT(product->risk.bounds->hi, largest->risk.bounds->hi);
    EXPECT_LE(largest->risk.bounds->hi, open->risk.bounds->hi);
    EXPECT_NEAR(product->disruption.bounds->lo * 2.0, largest->disruption.bounds->lo, 1e-12);
    EXPECT_TRUE(product->risk.flags.has(Flag::assumed));
}

TEST(UsSupplyRisk, OfNothingPublishedIsNothing) {
    const Figure figure = bundledFigure("us-supply-risk", "scandium", Stage::component, 1990, "JPN");
    EXPECT_FALSE(figure.bounds);
}
