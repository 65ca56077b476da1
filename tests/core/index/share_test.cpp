#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

TEST(Share, IsOutputOverThePublishedTotal) {
    const Figure f = IndexCase({{"WORLD", 166030.0}, {"COD", 115371.0}, {"IDN", 50659.0}}).of("COD").compute("share");
    EXPECT_NEAR(*f.value, 115371.0 / 166030.0, 1e-12);
    EXPECT_TRUE(f.exact());
    EXPECT_EQ(f.formula, (std::vector<std::string>{"share = output_{DR Congo} / output_{world}",
                                                   "= 115\u202F371 t / 166\u202F030 t", "= 69.5\u202F%"}));
}

TEST(Share, OfABlocIsItsMembersTogether) {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"COD", 60.0}, {"BEL", 10.0}, {"FIN", 30.0}});
    builder.bloc("EU27", {"BEL", "FIN"});
    EXPECT_NEAR(*IndexCase(builder).of("EU27").compute("share").value, 0.4, 1e-12);
}

TEST(Share, OfAnUnlistedCountryIsAtMostWhatIsNotAttributed) {
    const Figure f = IndexCase({{"WORLD", 100.0}, {"COD", 60.0}, {"OTHER", 40.0}}).of("CHN").compute("share");
    EXPECT_FALSE(f.value);
    EXPECT_EQ(*f.bounds, (Interval{0.0, 0.4}));
}

TEST(Share, OfACountryThatNobodyMentionsIsUnknownAndNotZero) {
    const Figure f = IndexCase({{"COD", 60.0}}).of("CHN").compute("share");
    EXPECT_FALSE(f.value);
    EXPECT_FALSE(f.bounds);
    EXPECT_FALSE(f.reason.empty());
}

TEST(Share, OfAPublishedZeroIsZero) {
    EXPECT_EQ(IndexCase({{"COD", 60.0}, {"CHN", 0.0}}).of("CHN").compute("share").value, 0.0);
}

TEST(Share, NeedsAnEconomy) {
    EXPECT_FALSE(IndexCase({{"COD", 60.0}}).compute("share").value);
}

TEST(Share, OfTheControllerCountsWhatItsFirmsHold) {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"COD", 100.0}, {"AUS", 50.0}});
    builder.facility("A", "cobalt", "COD", 2024, 100.0)
        .stake("A", "a", "CHN", 2024, 70.0)
        .stake("A", "b", "COD", 2024, 20.0);
    builder.facility("B", "cobalt", "AUS", 2024, 50.0).stake("B", "c", "AUS", 2024, 100.0);
    const Figure f = IndexCase(builder).controlled(index::ControlRule::equity).of("CHN").compute("share");
    EXPECT_NEAR(*f.value, 0.4666666666666667, 1e-9);
    EXPECT_NEAR(f.bounds->hi, 0.4666666666666667 + 10.0 / 150.0, 1e-9);
    EXPECT_TRUE(f.flags.has(Flag::unattributedControl));
}
