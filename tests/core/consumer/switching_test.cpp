#include "core/consumer/switching.h"

#include "core/consumer/network_of.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::consumer;

namespace {

Question copperOf(std::string_view consumer) {
    const Dataset& data = *test::bundled();
    return {&data, *data.economy(consumer), *data.mineral("copper"), Stage::refine, 2022};
}

EconomyId economy(std::string_view code) {
    return *test::bundled()->economy(code);
}

}  // namespace

TEST(Switching, TheLossIsWhatComesFromThoseThatStop) {
    const auto found = switchingOf(copperOf("USA"), {{economy("CHL")}, 0.01});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->measured, Measured::mass);
    double others = 0.0;
    for (const Switchable& s : found->suppliers) {
        EXPECT_EQ(s.stops, s.economy == economy("CHL"));
        if (s.stops) {
            EXPECT_DOUBLE_EQ(s.toConsumer, found->loss);
        } else {
            others += s.elsewhere;
        }
    }
    EXPECT_NEAR(found->cover, std::min(1.0, 0.01 * others / found->loss), 1e-9);
}

TEST(Switching, WhoSendsNothingLeavesNothingToCover) {
    EXPECT_FALSE(switchingOf(copperOf("USA"), {{economy("VAT")}}));
}

TEST(Switching, EqualPricesLeaveSharesAsTheyAre) {
    const auto found = reallocationOf(copperOf("USA"), {}, 3.0);
    ASSERT_TRUE(found);
    for (const auto& row : found->rows)
        EXPECT_NEAR(row.before, row.after, 1e-12);
}

TEST(Switching, WhoBecomesDearerLosesWhereBuyersSubstitute) {
    const auto found = reallocationOf(copperOf("USA"), {{economy("CHL"), 1.5}}, 4.0);
    ASSERT_TRUE(found);
    for (const auto& row : found->rows) {
        if (row.economy == economy("CHL")) {
            EXPECT_LT(row.after, row.before);
        } else {
            EXPECT_GE(row.after, row.before);
        }
    }
}

TEST(TradeNetwork, StrengthAddsUpToTheTradeWithoutAFloor) {
    const Dataset& data = *test::bundled();
    const auto found = networkOf(data, *data.mineral("copper"), Stage::refine, 2022, {0.0, chain::PathLength::hops});
    ASSERT_TRUE(found);
    double imports = 0.0;
    double exports = 0.0;
    for (const chain::Node& node : found->network.nodes) {
        imports += node.imports;
        exports += node.exports;
        EXPECT_LE(node.normalised, 1.0);
    }
    EXPECT_NEAR(imports / found->total, 1.0, 1e-9);
    EXPECT_NEAR(exports / found->total, 1.0, 1e-9);
    EXPECT_FALSE(networkOf(data, *data.mineral("gallium"), Stage::mine, 2022));
}
