#include "core/consumer/network_of.h"
#include "tests/support/bundled.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(Betweenness, IsThatOfEveryNodeOfTheNetwork) {
    const Dataset& data = *test::bundled();
    const auto network = consumer::networkOf(data, *data.mineral("magnesium"), Stage::refine, 2024);
    ASSERT_TRUE(network);
    double most = 0.0;
    for (const chain::Node& node : network->network.nodes) {
        const Figure figure = bundledFigure("betweenness", "magnesium", Stage::refine, 2024, data[node.economy].code);
        EXPECT_EQ(figure.value, node.normalised) << data[node.economy].code;
        EXPECT_TRUE(test::isSourced(figure));
        most = std::max(most, node.normalised);
    }
    EXPECT_GT(most, 0.0);
}

TEST(Betweenness, IsZeroForWhoeverTradesBelowTheFloor) {
    EXPECT_EQ(bundledFigure("betweenness", "magnesium", Stage::refine, 2024, "VAT").value, 0.0);
}

TEST(Betweenness, ABlocIsNoPlaceInTheNetwork) {
    EXPECT_FALSE(bundledFigure("betweenness", "magnesium", Stage::refine, 2024, "EU27").value);
}
