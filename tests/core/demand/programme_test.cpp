#include "core/demand/programme.h"

#include <gtest/gtest.h>

using namespace adit::demand;

TEST(Programme, TheMixIsAsVisibleAsTheUnits) {
    const auto need = adit::demand::need(
        {Range::exactly(1e6),
         {{"cobalt oxide pack", Range::exactly(0.25), Range::exactly(40), Range::exactly(0), Range::exactly(0)},
          {"phosphate pack", Range::exactly(0.75), Range::exactly(0), Range::exactly(0), Range::exactly(0)}}});
    ASSERT_TRUE(need);
    EXPECT_DOUBLE_EQ(need->total.central, 10.0);
    EXPECT_DOUBLE_EQ(need->parts[1].central, 0.0);
}

TEST(Programme, LowCentralAndHighGoThrough) {
    const auto need = adit::demand::need(
        {{1e6, 2e6, 3e6}, {{"magnet", Range::exactly(1), {1, 2, 3}, Range::exactly(0), Range::exactly(0)}}});
    EXPECT_EQ(need->total, (Range{1, 4, 9}));
}

TEST(Programme, AFleetShareAboveOneIsRefusedByName) {
    const auto need =
        adit::demand::need({Range::exactly(1), {{"motor", Range::exactly(1.2), Range::exactly(1), {}, {}}}});
    ASSERT_FALSE(need);
    EXPECT_NE(need.error().text.find("motor"), std::string::npos);
}

TEST(Programme, FacilitiesAreWholeAndRoundingIsNotOneMore) {
    EXPECT_EQ(*facilities(3.52, 1.5, 0.8), 3.0);
    EXPECT_EQ(*facilities(0.3, 0.1, 1.0), 3.0);
    EXPECT_EQ(*facilities(0.0, 1.5, 0.8), 0.0);
    EXPECT_FALSE(facilities(1.0, 0.0, 0.8));
}
