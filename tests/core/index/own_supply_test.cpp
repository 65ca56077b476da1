#include "core/consumer/supply.h"
#include "tests/support/bundled.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(OwnSupply, IsProductionOverProductionAndNetImports) {
    const Dataset& data = *test::bundled();
    const auto balance =
        consumer::balanceOf({&data, *data.economy("USA"), *data.mineral("copper"), Stage::refine, 2022});
    ASSERT_TRUE(balance);
    ASSERT_TRUE(balance->production.value);
    const double made = *balance->production.value;
    const Figure figure = bundledFigure("own-supply", "copper", Stage::refine, 2022, "USA");
    ASSERT_TRUE(figure.value);
    EXPECT_NEAR(*figure.value, made / (made + balance->imports - balance->exports), 1e-12);
    EXPECT_TRUE(test::isSourced(figure));
}

TEST(OwnSupply, NamesTheBenchmarkOfItsStage) {
    // How many minerals have the figure, and in how many of them the words stand.
    const auto says = [](Stage stage, std::string_view words) {
        std::pair<int, int> count;
        for (const Mineral& mineral : test::bundled()->minerals) {
            const Figure figure = bundledFigure("own-supply", mineral.slug, stage, 2022, "USA");
            count.first += figure.bounds ? 1 : 0;
            count.second += figure.bounds &&
                            std::any_of(figure.formula.begin(), figure.formula.end(),
                                        [&](const std::string& line) { return line.find(words) != std::string::npos; });
        }
        return count;
    };
    const auto refined = says(Stage::refine, "40");
    EXPECT_GT(refined.first, 0);
    EXPECT_EQ(refined.first, refined.second);
    const auto mined = says(Stage::mine, "10");
    EXPECT_EQ(mined.first, mined.second);
}

TEST(OwnSupply, IsAbsentWithoutTradeByMassOrAConsumer) {
    EXPECT_FALSE(bundledFigure("own-supply", "copper", Stage::refine, 2022).value);
    EXPECT_FALSE(bundledFigure("own-supply", "copper", Stage::refine, 1985, "USA").bounds);
}
