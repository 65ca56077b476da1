#include "core/base/text.h"

#include <gtest/gtest.h>

#include <array>

using namespace adit;

TEST(Text, FixedRoundsHalfAwayFromZero) {
    EXPECT_EQ(text::fixed(0.5, 0), "1");
    EXPECT_EQ(text::fixed(2.5, 0), "3");
    EXPECT_EQ(text::fixed(-2.5, 0), "-3");
    EXPECT_EQ(text::fixed(1.005, 2), "1.01");
    EXPECT_EQ(text::fixed(-0.0001, 2), "0.00");
}

TEST(Text, SignificantKeepsTheDigitsAskedFor) {
    EXPECT_EQ(text::significant(69.486, 3), "69.5");
    EXPECT_EQ(text::significant(9.996, 3), "10.0");
    EXPECT_EQ(text::significant(0.00403, 2), "0.0040");
    EXPECT_EQ(text::significant(26098, 3), "26100");
    EXPECT_EQ(text::significant(0.0, 3), "0");
}

TEST(Text, ShortestRoundTripsWithoutAnExponent) {
    EXPECT_EQ(text::shortest(115371.0), "115371");
    EXPECT_EQ(text::shortest(0.1), "0.1");
    EXPECT_EQ(*text::toDouble(text::shortest(1.0 / 3.0)), 1.0 / 3.0);
}

TEST(Text, NumbersMustFillTheWholeTextAndBeFinite) {
    EXPECT_EQ(text::toDouble("12.5"), 12.5);
    EXPECT_FALSE(text::toDouble("12.5t"));
    EXPECT_FALSE(text::toDouble(""));
    EXPECT_FALSE(text::toDouble("nan"));
    EXPECT_FALSE(text::toDouble("1e400"));
    EXPECT_FALSE(text::toDouble("inf"));
}

TEST(Text, NearestFindsTheMisspeltName) {
    const std::array<std::string, 4> names{"gallium", "germanium", "cobalt", "graphite-natural"};
    EXPECT_EQ(text::nearest("gallum", names, 1), std::vector<std::string>{"gallium"});
    EXPECT_EQ(text::nearest("graph", names, 1), std::vector<std::string>{"graphite-natural"});
    EXPECT_TRUE(text::nearest("xyzxyzxyz", names).empty());
}

TEST(Text, Utf8IsCheckedStrictly) {
    EXPECT_TRUE(text::validUtf8("Côte d’Ivoire"));
    EXPECT_FALSE(text::validUtf8("C\xF4te"));       // Latin-1
    EXPECT_FALSE(text::validUtf8("\xC0\xAF"));      // overlong
    EXPECT_FALSE(text::validUtf8("\xED\xA0\x80"));  // surrogate
    EXPECT_FALSE(text::validUtf8("cut\xE2\x82"));   // truncated
}
