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
    const auto says = [](Stage stage, std::string_view words) {
        const Figure figure = bundledFigure("own-supply", "copper", stage, 2022, "USA");
        return std::any_of(figure.formula.begin(), figure.formula.end(),
                           [&](const std::string& line) { return line.find(words) != std::string::npos; });
    };
    EXPECT_TRUE(says(Stage::refine, "40"));
    EXPECT_TRUE(says(Stage::mine, "10"));
}

TEST(OwnSupply, IsAbsentWithoutTradeByMassOrAConsumer) {
    EXPECT_FALSE(bundledFigure("own-supply", "copper", Stage::refine, 2022).value);
    EXPECT_FALSE(bundledFigure("own-supply", "copper", Stage::refine, 1985, "USA").bounds);
}
