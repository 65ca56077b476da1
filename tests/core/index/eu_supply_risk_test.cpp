#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(EuSupplyRisk, NamesTheMixesItRestsOn) {
    const Figure full = bundledFigure("eu-supply-risk", "copper", Stage::refine, 2022, "EU27");
    ASSERT_TRUE(full.value);
    EXPECT_TRUE(full.formula.at(0).starts_with("SR = [HHI_{world}"));
    EXPECT_EQ(full.formula.at(1), "= [1.1539 · 0.1677/2 + 0.3138 · (1 − 0.1677/2)] · (1 − 0.55) · 1");
    // World output of refined tungsten is not published: the consumer's own mix stands alone.
    EXPECT_TRUE(bundledFigure("eu-supply-risk", "tungsten", Stage::refine, 2024, "EU27")
                    .formula.at(0)
                    .starts_with("supply mix only"));
}

TEST(EuSupplyRisk, AMissingSubstitutionIndexIsFlagged) {
    EXPECT_TRUE(bundledFigure("eu-supply-risk", "copper", Stage::refine, 2022, "EU27").flags.has(Flag::assumed));
}

TEST(EuSupplyRisk, StandsBesideThePublishedOneForTheUnionAlone) {
    const Figure ours = bundledFigure("eu-supply-risk", "antimony", Stage::refine, 2024, "EU27");
    EXPECT_TRUE(ours.formula.at(3).starts_with("published for the Union in 2023: 1.8"));
    EXPECT_EQ(ours.inputs.back().name, "published supply risk");
    const Figure japan = bundledFigure("eu-supply-risk", "antimony", Stage::refine, 2024, "JPN");
    EXPECT_NE(japan.inputs.back().name, "published supply risk");
}

// Where trade by mass and a full list of producers are published, ours comes to the Commission's one decimal.
TEST(EuSupplyRisk, ComesCloseToThePublishedOfTheUnion) {
    struct Published {
        const char* mineral;
        double risk;
    };
    for (const auto& [mineral, risk] :
         {Published{"magnesium", 4.1}, Published{"nickel", 0.5}, Published{"copper", 0.1}}) {
        const Figure f = bundledFigure("eu-supply-risk", mineral, Stage::refine, 2022, "EU27");
        EXPECT_NEAR(f.value.value_or(-1.0), risk, 0.1) << mineral;
    }
}
