#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::IndexCase;

TEST(HhiInPoints, OfAGuidelineMarketOfFour) {
    const Figure f = IndexCase({{"AUS", 40.0}, {"CHN", 30.0}, {"COD", 20.0}, {"USA", 10.0}}).compute("hhi-10k");
    EXPECT_NEAR(*f.value, 3000.0, 1e-9);
    EXPECT_EQ(f.unit, Unit::points);
}

TEST(HhiInPoints, TheFormulaHasTheNumbersPutIn) {
    const Figure f = IndexCase({{"WORLD", 166030.0},
                                {"COD", 115371.0},
                                {"IDN", 9600.0},
                                {"RUS", 9000.0},
                                {"AUS", 5793.0},
                                {"CAN", 13133.0},
                                {"PHL", 13133.0}})
                         .compute("hhi-10k");
    EXPECT_EQ(f.formula, (std::vector<std::string>{"HHI = Σ (share_{i})²", "= 69.5² + 7.9² + 7.9² + 5.8² + …",
                                                   "= 4\u202F829 + 63 + 63 + 33 + 41", "= 5\u202F029"}));
}

TEST(HhiInPoints, TheInputsAreTheProducersByWeightThenTheWorld) {
    const Figure f =
        IndexCase({{"WORLD", 100.0}, {"CHN", 50.0}, {"COD", 30.0, DataFlag::estimated}, {"OTHER", 20.0}, {"USA", 0.0}})
            .compute("hhi-10k");
    std::vector<std::string> names;
    for (const Input& input : f.inputs)
        names.push_back(input.name);
    EXPECT_EQ(names, (std::vector<std::string>{"China", "DR Congo", "Not attributed", "United States", "World"}));
    EXPECT_EQ(f.inputs[1].state, State::estimated);
    EXPECT_EQ(f.inputs[3].state, State::zero);
    EXPECT_TRUE(f.flags.has(Flag::est));
}
