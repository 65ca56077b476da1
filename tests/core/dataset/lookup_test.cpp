#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;

namespace {

std::string sourceOf(const Dataset& data, int year, std::optional<SourceId> source = {}) {
    const Series* series = data.seriesFor(*data.mineral("cobalt"), Stage::mine, year, source);
    return series == nullptr ? "none" : data[series->source].id;
}

DatasetBuilder twoSources() {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2022, "alpha", {{"COD", 1.0}, {"CHN", 2.0}});
    builder.output("cobalt", Stage::mine, 2022, "beta", {{"COD", 1.0}});
    return builder;
}

GovernanceRow score(EconomyId economy, Dimension dimension, std::int16_t year, double estimate) {
    return {.economy = economy,
            .dimension = dimension,
            .year = year,
            .source = SourceId(std::size_t{0}),
            .estimate = estimate,
            .standardError = {}};
}

}  // namespace

TEST(SeriesFor, TheStatedPreferenceWins) {
    EXPECT_EQ(sourceOf(twoSources().prefer("cobalt", Stage::mine, 2022, "beta").build(), 2022), "beta");
}

TEST(SeriesFor, TheSourceThatIsAskedForWinsOverThePreference) {
    const Dataset data = twoSources().prefer("cobalt", Stage::mine, 2022, "beta").build();
    EXPECT_EQ(sourceOf(data, 2022, data.source("alpha")), "alpha");
}

TEST(SeriesFor, ASourceWithoutTheYearGivesNothing) {
    DatasetBuilder builder = twoSources();
    builder.source("gamma");
    const Dataset data = builder.build();
    EXPECT_EQ(sourceOf(data, 2022, data.source("gamma")), "none");
}

TEST(SeriesFor, NoYearGivesNothing) {
    EXPECT_EQ(sourceOf(twoSources().build(), 2023), "none");
}

TEST(SeriesFor, TheOnlySeriesNeedsNoPreference) {
    const Dataset data = DatasetBuilder().output("cobalt", Stage::mine, 2022, "beta", {{"COD", 1.0}}).build();
    EXPECT_EQ(sourceOf(data, 2022), "beta");
}

TEST(SeriesFor, WithoutAPreferenceAPublishedTotalComesFirst) {
    DatasetBuilder builder = twoSources();
    builder.output("cobalt", Stage::mine, 2022, "gamma", {{"WORLD", 9.0}});
    EXPECT_EQ(sourceOf(builder.build(), 2022), "gamma");
}

TEST(SeriesFor, WithoutATotalTheLongestListComesFirst) {
    EXPECT_EQ(sourceOf(twoSources().build(), 2022), "alpha");
}

TEST(SeriesFor, OfEqualsTheFirstSourceByNameComesFirst) {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2022, "alpha", {{"COD", 1.0}});
    builder.output("cobalt", Stage::mine, 2022, "beta", {{"COD", 1.0}});
    EXPECT_EQ(sourceOf(builder.build(), 2022), "alpha");
}

TEST(SeriesFor, AnUnmetPreferenceFallsBack) {
    const Dataset data = twoSources().prefer("cobalt", Stage::mine, 2022, "beta", Break::none, "another basis").build();
    EXPECT_EQ(sourceOf(data, 2022), "alpha");
}

TEST(OutputTable, CutsByMineralStageAndYear) {
    DatasetBuilder builder = twoSources();
    builder.output("cobalt", Stage::mine, 2021, "alpha", {{"COD", 1.0}});
    builder.output("cobalt", Stage::refine, 2022, "alpha", {{"CHN", 1.0}});
    builder.output("tin", Stage::mine, 2022, "alpha", {{"CHN", 1.0}});
    const Dataset data = builder.build();
    const MineralId cobalt = *data.mineral("cobalt");
    EXPECT_EQ(data.production.at(cobalt, Stage::mine, 2022).size(), 2U);
    EXPECT_EQ(data.production.of(cobalt, Stage::mine).size(), 3U);
    EXPECT_TRUE(data.production.at(cobalt, Stage::component, 2022).empty());
    EXPECT_EQ(data.yearsOf(cobalt, Stage::mine), (std::vector<int>{2021, 2022}));
    EXPECT_EQ(data.stagesOf(cobalt), (std::vector<Stage>{Stage::mine, Stage::refine}));
}

TEST(Dataset, NamesAreFoundExactly) {
    const Dataset data = twoSources().build();
    EXPECT_TRUE(data.mineral("cobalt"));
    EXPECT_FALSE(data.mineral("Cobalt"));
    EXPECT_FALSE(data.economy("cod"));
    EXPECT_EQ(data.economy("WORLD"), Dataset::world);
    EXPECT_EQ(data.economy("OTHER"), Dataset::other);
    EXPECT_FALSE(data.source(""));
}

TEST(Dataset, MembershipDependsOnTheYear) {
    Dataset data = twoSources().build();
    const EconomyId congo = *data.economy("COD");
    const EconomyId china = *data.economy("CHN");
    const EconomyId bloc(data.economies.size());
    data.economies.push_back(
        {.code = "CLUB", .name = "Club", .shortName = "Club", .region = {}, .kind = EconomyKind::bloc});
    data.memberships = {{bloc, congo, 2000, 2010}, {bloc, china, 2005, {}}};
    EXPECT_EQ(data.members(bloc, 2004), std::vector<EconomyId>{congo});
    EXPECT_EQ(data.members(bloc, 2005), (std::vector<EconomyId>{congo, china}));
    EXPECT_EQ(data.members(bloc, 2011), std::vector<EconomyId>{china});
    EXPECT_TRUE(data.isMember(congo, bloc, 2010));
    EXPECT_FALSE(data.isMember(congo, bloc, 2011));
    EXPECT_EQ(data.members(china, 2000), std::vector<EconomyId>{china});
}

TEST(Dataset, GovernanceIsTheLatestNotLaterThanTheYear) {
    Dataset data = twoSources().build();
    const EconomyId a = *data.economy("CHN");
    const EconomyId b = *data.economy("COD");
    data.governance = {score(a, Dimension::cc, 2020, 0.1), score(a, Dimension::cc, 2022, 0.2),
                       score(a, Dimension::ge, 2021, 0.3), score(b, Dimension::cc, 2021, 0.4)};
    EXPECT_EQ(data.governanceAt(a, Dimension::cc, 2021)->estimate, 0.1);
    EXPECT_EQ(data.governanceAt(a, Dimension::cc, 2030)->estimate, 0.2);
    EXPECT_EQ(data.governanceAt(b, Dimension::cc, 2021)->estimate, 0.4);
    EXPECT_EQ(data.governanceAt(a, Dimension::cc, 2019), nullptr);
    EXPECT_EQ(data.governanceAt(b, Dimension::ge, 2030), nullptr);
}

TEST(Dataset, TradeOfAMineralStageAndYearIsOneRange) {
    Dataset data = twoSources().build();
    const MineralId tin(std::size_t{1});
    const MineralId cobalt(std::size_t{0});
    data.trade.mineral = {cobalt, cobalt, cobalt, tin, MineralId()};
    data.trade.stage = {Stage::mine, Stage::mine, Stage::refine, Stage::mine, Stage::mine};
    data.trade.year = {2021, 2022, 2022, 2022, 2022};
    EXPECT_EQ(data.tradeRange(cobalt, Stage::mine, 2022), (std::pair<std::size_t, std::size_t>{1, 2}));
    EXPECT_EQ(data.tradeRange(tin, Stage::mine, 2022), (std::pair<std::size_t, std::size_t>{3, 4}));
    EXPECT_EQ(data.tradeRange(cobalt, Stage::component, 2022), (std::pair<std::size_t, std::size_t>{3, 3}));
}
