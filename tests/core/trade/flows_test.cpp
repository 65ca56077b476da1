#include "core/trade/flows.h"

#include "tests/support/bundled.h"
#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

#include <limits>

using namespace adit;
using namespace adit::trade;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

struct TradeRow {
    int year = 2022;
    std::string_view importer;
    std::string_view exporter;
    double tonnes = unknown;
    double contained = unknown;
    std::uint32_t code = 260500;
    std::string_view source = "full";
    TradeCoverage coverage = TradeCoverage::full;
    TradeFlag flag = TradeFlag::none;
    TradeRole role = TradeRole::product;
    Stage stage = Stage::mine;
};

// Rows in the order of the loader: by year, importer, exporter, code.
Dataset datasetOf(const std::vector<TradeRow>& rows) {
    test::DatasetBuilder builder;
    const MineralId cobalt = builder.mineral("cobalt");
    for (const TradeRow& row : rows)
        (void)builder.source(row.source);
    builder.bloc("BLOC", {"BEL", "FIN"});
    Dataset data = builder.build();
    TradeTable& t = data.trade;
    for (const TradeRow& row : rows) {
        t.mineral.push_back(cobalt);
        t.stage.push_back(row.stage);
        t.year.push_back(static_cast<std::int16_t>(row.year));
        t.importer.push_back(*data.economy(row.importer));
        t.exporter.push_back(*data.economy(row.exporter));
        t.hs6.push_back(row.code);
        t.source.push_back(*data.source(row.source));
        t.role.push_back(row.role);
        t.coverage.push_back(row.coverage);
        t.flag.push_back(row.flag);
        t.tonnes.push_back(row.tonnes);
        t.contained.push_back(row.contained);
        t.usd.push_back(unknown);
    }
    return data;
}

Result<Flows> flows(const Dataset& data, std::string_view consumer, int year = 2022) {
    return flowsTo({&data, *data.mineral("cobalt"), Stage::mine, *data.economy(consumer), year});
}

std::string textOf(const Dataset& data, const Result<Flows>& flows) {
    if (!flows) return flows.error().text;
    std::string out = std::to_string(flows->year);
    for (const Flow& flow : flows->flows)
        out += ", " + data[flow.exporter].code + " " + std::to_string(static_cast<int>(flow.tonnes));
    return out;
}

}  // namespace

TEST(Flows, TradeInsideABlocIsLeftOutAndItsMembersAreAddedUp) {
    const Dataset data = datasetOf({{.importer = "BEL", .exporter = "COD", .tonnes = 10, .contained = 1},
                                    {.importer = "BEL", .exporter = "FIN", .tonnes = 99, .contained = 9},
                                    {.importer = "FIN", .exporter = "COD", .tonnes = 20, .contained = 2},
                                    {.importer = "FIN", .exporter = "RUS", .tonnes = 50, .contained = 5},
                                    {.importer = "JPN", .exporter = "COD", .tonnes = 70, .contained = 7}});
    EXPECT_EQ(textOf(data, flows(data, "BLOC")), "2022, RUS 5, COD 3");
    EXPECT_EQ(textOf(data, flows(data, "BEL")), "2022, FIN 9, COD 1");
    EXPECT_DOUBLE_EQ(flows(data, "BLOC")->total, 8.0);
}

TEST(Flows, TheYearIsTheLatestBeforeWithMassesElseTheFirstAfter) {
    const Dataset data = datasetOf({{.year = 2020, .importer = "BEL", .exporter = "COD", .tonnes = unknown},
                                    {.year = 2022, .importer = "BEL", .exporter = "COD", .tonnes = 5, .contained = 5},
                                    {.year = 2024, .importer = "BEL", .exporter = "COD", .tonnes = 7, .contained = 7}});
    EXPECT_EQ(flows(data, "BEL", 2018)->year, 2022);
    EXPECT_EQ(flows(data, "BEL", 2022)->year, 2022);
    EXPECT_EQ(flows(data, "BEL", 2023)->year, 2022);
    EXPECT_EQ(flows(data, "BEL", 2025)->year, 2024);
}

TEST(Flows, PublicationsAreNotAddedToOneAnother) {
    const Dataset data = datasetOf({{.importer = "BEL", .exporter = "COD", .tonnes = 5, .contained = 5},
                                    {.importer = "BEL",
                                     .exporter = "COD",
                                     .tonnes = 900,
                                     .contained = 900,
                                     .code = 260501,
                                     .source = "reported",
                                     .coverage = TradeCoverage::importerReported}});
    const auto found = flows(data, "BEL");
    EXPECT_EQ(textOf(data, found), "2022, COD 5");
    EXPECT_EQ(found->coverage, TradeCoverage::full);
    EXPECT_EQ(found->codes, std::vector<std::uint32_t>{260500});
}

TEST(Flows, ANearerYearOfANarrowerPublicationIsPassedOver) {
    const Dataset data = datasetOf({{.year = 2019,
                                     .importer = "BEL",
                                     .exporter = "COD",
                                     .tonnes = 3,
                                     .contained = 3,
                                     .source = "reported",
                                     .coverage = TradeCoverage::importerReported},
                                    {.year = 2022, .importer = "BEL", .exporter = "COD", .tonnes = 5, .contained = 5}});
    EXPECT_EQ(flows(data, "BEL", 2019)->year, 2022);
}

TEST(Flows, ImplausibleRowsFeedAndMixedCodesAreNotCounted) {
    const Dataset data =
        datasetOf({{.importer = "BEL", .exporter = "COD", .tonnes = 5, .contained = 5},
                   {.importer = "BEL", .exporter = "IDN", .tonnes = 6, .contained = 6, .flag = TradeFlag::unitValue},
                   {.importer = "BEL", .exporter = "PHL", .tonnes = 7, .contained = 7, .role = TradeRole::feed},
                   {.importer = "BEL", .exporter = "ZAF", .tonnes = 8, .contained = 8, .role = TradeRole::mixed}});
    EXPECT_EQ(textOf(data, flows(data, "BEL")), "2022, COD 5");
    EXPECT_EQ(flows(data, "BEL")->implausible, 1U);
}

TEST(Flows, FeedThatLeavesAMiningCountryHalfRefinedBelongsToTheMineStage) {
    const Dataset data = datasetOf(
        {{.importer = "BEL", .exporter = "RUS", .tonnes = 5, .contained = 5},
         {.importer = "BEL",
          .exporter = "COD",
          .tonnes = 9,
          .contained = 6,
          .code = 282200,
          .role = TradeRole::feed,
          .stage = Stage::refine},
         {.importer = "BEL", .exporter = "FIN", .tonnes = 9, .contained = 6, .code = 282200, .stage = Stage::refine}});
    EXPECT_EQ(textOf(data, flows(data, "BEL")), "2022, COD 6, RUS 5");
}

TEST(Flows, DifferentGoodsAddUpOnlyAsContainedMineral) {
    const Dataset shares =
        datasetOf({{.importer = "BEL", .exporter = "COD", .tonnes = 10, .contained = 4},
                   {.importer = "BEL", .exporter = "COD", .tonnes = 10, .contained = 7, .code = 260501}});
    EXPECT_EQ(textOf(shares, flows(shares, "BEL")), "2022, COD 11");
    EXPECT_TRUE(flows(shares, "BEL")->contained);
    const Dataset without = datasetOf({{.importer = "BEL", .exporter = "COD", .tonnes = 10},
                                       {.importer = "BEL", .exporter = "COD", .tonnes = 30, .code = 260501}});
    EXPECT_EQ(textOf(without, flows(without, "BEL")), "2022, COD 30");
    EXPECT_FALSE(flows(without, "BEL")->contained);
}

// Ore is what a mine sells, however much matte is traded too.
TEST(Flows, OfNickelMinesToChinaAreOreFromThePhilippines) {
    const DatasetPtr data = test::bundled();
    const auto found = flowsTo({data.get(), *data->mineral("nickel"), Stage::mine, *data->economy("CHN"), 2023});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->codes, std::vector<std::uint32_t>{260400});
    EXPECT_EQ((*data)[found->flows.front().exporter].code, "PHL");
}

TEST(Flows, WithoutMassesTheyAreMissing) {
    const Dataset data = datasetOf({{.importer = "BEL", .exporter = "COD", .tonnes = unknown}});
    const auto found = flows(data, "BEL");
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::missing);
}

TEST(Flows, ToTheEuropeanUnionHoldNoMemberAndMatchTheRowsAddedByHand) {
    const DatasetPtr data = test::bundled();
    const EconomyId eu = *data->economy("EU27");
    const MineralId magnets = *data->mineral("rare-earths-magnet");
    const auto found = flowsTo({data.get(), magnets, Stage::component, eu, 2024});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->year, 2024);
    for (const Flow& flow : found->flows)
        EXPECT_FALSE(data->isMember(flow.exporter, eu, 2024)) << (*data)[flow.exporter].code;
    double china = 0.0;
    const auto [first, last] = data->tradeRange(magnets, Stage::component, 2024);
    for (std::size_t i = first; i < last; ++i) {
        const TradeTable& t = data->trade;
        const bool counted =
            TradeTable::has(t.tonnes[i]) && t.flag[i] == TradeFlag::none && t.source[i] == found->source;
        if (counted && t.exporter[i] == data->economy("CHN") && data->isMember(t.importer[i], eu, 2024))
            china += found->contained ? t.contained[i] : t.tonnes[i];
    }
    EXPECT_GT(china, 1000.0);
    EXPECT_NEAR(found->flows.front().tonnes, china, 1e-6);
}

TEST(Flows, ThoseThatRestOnAnAssumptionSayIt) {
    Dataset data = datasetOf({{.importer = "BEL", .exporter = "COD", .tonnes = 10, .contained = 1},
                              {.importer = "FIN", .exporter = "RUS", .tonnes = 50, .contained = 5},
                              {.importer = "JPN", .exporter = "COD", .tonnes = 70, .contained = 7}});
    const auto assume = [&](const char* importer, const char* detail) {
        Assumed assumed;
        assumed.what = Assumable::imports;
        assumed.economy = *data.economy(importer);
        assumed.mineral = *data.mineral("cobalt");
        assumed.detail = detail;
        data.assumed = {assumed};
    };
    const auto marked = [&](const char* consumer) {
        std::string codes;
        const auto found = flows(data, consumer);
        for (const Flow& flow : found->flows)
            if (flow.assumed) codes += data[flow.exporter].code;
        return codes;
    };
    assume("BEL", "mine/2022/COD");
    EXPECT_EQ(marked("BEL"), "COD");
    EXPECT_EQ(marked("BLOC"), "COD");
    EXPECT_EQ(marked("FIN"), "");
    EXPECT_EQ(marked("JPN"), "");
    assume("BLOC", "mine/2022/RUS");  // shared out among its members
    EXPECT_EQ(marked("FIN"), "RUS");
    EXPECT_EQ(marked("BLOC"), "RUS");
    assume("BEL", "refine/2022/COD");
    EXPECT_EQ(marked("BEL"), "");
    assume("BEL", "mine/2021/COD");
    EXPECT_EQ(marked("BEL"), "");
}
