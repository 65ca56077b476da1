#include "core/consumer/switching.h"
#include "tests/support/bundled.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(RedirectableCover, IsTheCoverOfTheLargestSuppliersPart) {
    const Dataset& data = *test::bundled();
    const consumer::Question q{&data, *data.economy("JPN"), *data.mineral("magnesium"), Stage::refine, 2024};
    const auto found = consumer::switchingOf(q, {{*data.economy("CHN")}});
    ASSERT_TRUE(found);
    const Figure figure = bundledFigure("redirectable-cover", "magnesium", Stage::refine, 2024, "JPN");
    ASSERT_TRUE(figure.value);
    EXPECT_DOUBLE_EQ(*figure.value, found->cover);
    EXPECT_NE(figure.formula.front().find("China"), std::string::npos);
    EXPECT_TRUE(test::isSourced(figure));
}

TEST(RedirectableCover, LiesBetweenNothingAndAll) {
    for (const char* code : {"USA", "EU27", "KOR", "DEU", "IND"}) {
        const Figure figure = bundledFigure("redirectable-cover", "copper", Stage::refine, 2022, code);
        ASSERT_TRUE(figure.value) << code;
        EXPECT_GE(*figure.value, 0.0);
        EXPECT_LE(*figure.value, 1.0);
    }
}

TEST(RedirectableCover, IsAbsentWithoutImportsOrAConsumer) {
    EXPECT_FALSE(bundledFigure("redirectable-cover", "copper", Stage::refine, 2022).value);
    EXPECT_FALSE(bundledFigure("redirectable-cover", "copper", Stage::refine, 1985, "USA").value);
}
