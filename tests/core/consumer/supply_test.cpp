#include "core/consumer/supply.h"

#include "core/consumer/trade.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace adit;
using namespace adit::consumer;

namespace {

Question about(std::string_view consumer, std::string_view mineral, Stage stage, int year) {
    const Dataset& data = *test::bundled();
    return {&data, *data.economy(consumer), *data.mineral(mineral), stage, year};
}

double shareOf(const Supply& supply, std::string_view code) {
    const Supplier* supplier = supply.find(*test::bundled()->economy(code));
    return supplier == nullptr ? 0.0 : supplier->share.value_or(-1.0);
}

}  // namespace

TEST(Supply, SharesAddUpToOneAndNeverAboveIt) {
    const Dataset& data = *test::bundled();
    std::size_t seen = 0;
    for (const char* consumer : {"USA", "EU27", "JPN", "KOR", "CHN", "DEU", "NATO", "G7"}) {
        for (std::size_t m = 0; m < data.minerals.size(); ++m) {
            for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
                const auto supply = supplyOf({&data, *data.economy(consumer), MineralId(m), stage, 2024});
                if (!supply) continue;
                ++seen;
                double sum = 0.0;
                for (const chain::Source& source : supply->mix())
                    sum += source.share;
                EXPECT_NEAR(sum, 1.0, 1e-9) << consumer << ' ' << data.minerals[m].slug;
                EXPECT_TRUE(supply->source.valid());
                EXPECT_LE(supply->year, 2024);
            }
        }
    }
    EXPECT_GT(seen, 200U);
}

TEST(Supply, ABlocDoesNotBuyFromItself) {
    const auto supply = supplyOf(about("EU27", "copper", Stage::refine, 2024));
    ASSERT_TRUE(supply);
    EXPECT_EQ(supply->ground, Ground::supplyByMass);
    EXPECT_GT(supply->dropped, 0.0);
    EXPECT_EQ(supply->find(*test::bundled()->economy("DEU")), nullptr);
    EXPECT_GT(shareOf(*supply, "EU27"), 0.5);
}

TEST(Supply, GalliumHasNoCodeOfItsOwnAndComesFromAStudy) {
    const auto supply = supplyOf(about("EU27", "gallium", Stage::refine, 2024));
    ASSERT_TRUE(supply);
    EXPECT_EQ(supply->ground, Ground::sourcing);
    EXPECT_EQ(supply->year, 2020);
    EXPECT_TRUE(supply->flags.has(Flag::yearMismatch));
    EXPECT_DOUBLE_EQ(shareOf(*supply, "CHN"), 0.69);
    EXPECT_DOUBLE_EQ(shareOf(*supply, "EU27"), 0.02);
    EXPECT_NEAR(supply->unknownShare(), 0.04, 1e-9);
}

TEST(Supply, ImportSourcesOfTheUnitedStatesAreRead) {
    const auto supply = supplyOf(about("USA", "gallium", Stage::refine, 2024));
    ASSERT_TRUE(supply);
    EXPECT_EQ(supply->firstYear, 2021);
    EXPECT_DOUBLE_EQ(shareOf(*supply, "CAN"), 0.28);
    EXPECT_NEAR(supply->unknownShare(), 0.16, 1e-9);
}

TEST(Supply, AnEconomyWithoutAnyFigureIsAnError) {
    const auto supply = supplyOf(about("JPN", "germanium", Stage::refine, 2024));
    EXPECT_EQ(supply.error().code, ErrorCode::missing);
    // Two codes hold germanium, and neither germanium alone.
    EXPECT_NE(supply.error().text.find("HS 282560, germanium oxides and zirconium dioxide, and HS 811292"),
              std::string::npos)
        << supply.error().text;
}

TEST(Trade, AnExtractOfOneExporterNeverGivesShares) {
    // 2504 10 stands in the data for China's exports alone; the lumps of 2504 90 come with every exporter.
    const auto flows = flowsOf(about("JPN", "graphite-natural", Stage::mine, 2024), Measured::value);
    ASSERT_TRUE(flows);
    EXPECT_TRUE(flows->full);
}

TEST(Trade, ValueAloneIsOfTheLargestPartnersInOtherYears) {
    const auto flows = flowsOf(about("DEU", "tungsten", Stage::refine, 2023), Measured::value);
    ASSERT_TRUE(flows);
    EXPECT_FALSE(flows->full);
    EXPECT_TRUE(flows->flags.has(Flag::partialCoverage));
    EXPECT_FALSE(flowsOf(about("DEU", "tungsten", Stage::refine, 2023), Measured::mass));
}
