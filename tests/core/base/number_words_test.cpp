#include "core/base/number_words.h"

#include <gtest/gtest.h>

#include <array>

using namespace adit;

TEST(NumberWords, GroupFromAThousandUpAndUseTheRealMinus) {
    EXPECT_EQ(words::grouped(115371.0, 0), "115\u202F371");
    EXPECT_EQ(words::grouped(999.4, 0), "999");
    EXPECT_EQ(words::grouped(1000000.0, 1), "1\u202F000\u202F000.0");
    EXPECT_EQ(words::grouped(-2643.0, 0), "\u22122\u202F643");
}

TEST(NumberWords, PercentsKeepThreeDigitsAndNeverFeignZeroOrAll) {
    EXPECT_EQ(words::percent(0.69486), "69.5\u202F%");
    EXPECT_EQ(words::percent(0.0988), "9.9\u202F%");
    EXPECT_EQ(words::percent(0.004), "0.40\u202F%");
    EXPECT_EQ(words::percent(0.0004), "<0.1\u202F%");
    EXPECT_EQ(words::percent(0.9997), ">99.9\u202F%");
    EXPECT_EQ(words::percent(0.0), "0\u202F%");
    EXPECT_EQ(words::percent(1.0), "100\u202F%");
}

TEST(NumberWords, MassesTakeTheUnitOfTheirSize) {
    EXPECT_EQ(words::tonnes(9600.0), "9\u202F600\u202Ft");
    EXPECT_EQ(words::tonnes(302000.0), "302\u202Fkt");
    EXPECT_EQ(words::tonnes(23456789.0), "23.5\u202FMt");
    EXPECT_EQ(words::tonnes(0.25), "250\u202Fkg");
    EXPECT_EQ(words::tonnes(0.0), "0\u202Ft");
}

TEST(NumberWords, ListsReadAsEnglish) {
    EXPECT_EQ(words::list(std::array<std::string, 1>{"a"}), "a");
    EXPECT_EQ(words::list(std::array<std::string, 2>{"a", "b"}), "a and b");
    EXPECT_EQ(words::list(std::array<std::string, 3>{"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(words::count(3), "three");
    EXPECT_EQ(words::count(1234), "1\u202F234");
}
