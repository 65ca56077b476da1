// The dataset that goes with the program: how much there is, and figures as their sources print them.
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace adit;

namespace {

const Dataset& data() {
    return *test::bundled();
}

std::optional<double> tonnes(std::string_view mineral, Stage stage, int year, std::string_view source,
                             std::string_view economy) {
    const Series* series = data().seriesFor(*data().mineral(mineral), stage, year, data().source(source));
    if (series == nullptr) return std::nullopt;
    for (const OutputRow& row : data().production.rowsOf(*series)) {
        if (row.economy == data().economy(economy)) return row.tonnes;
    }
    return std::nullopt;
}

}  // namespace

TEST(Bundled, HoldsWhatTheProgramShows) {
    EXPECT_GE(data().minerals.size(), 70U);
    EXPECT_GE(std::count_if(data().economies.begin(), data().economies.end(),
                            [](const Economy& e) { return e.kind == EconomyKind::economy; }),
              200);
    EXPECT_GE(data().production.rows.size(), 18000U);
    EXPECT_GE(data().trade.size(), 140000U);
    EXPECT_GE(data().measures.size(), 190U);
    EXPECT_GE(data().facilities.size(), 195U);
    EXPECT_FALSE(data().stakes.empty());
    EXPECT_FALSE(data().stockpiles.empty());
    EXPECT_FALSE(data().consumption.empty());
    EXPECT_FALSE(data().shares.empty());
    EXPECT_FALSE(data().control.empty());
    EXPECT_FALSE(data().lists.empty());
    EXPECT_FALSE(data().prices.empty());
    EXPECT_FALSE(data().events.empty());
    EXPECT_FALSE(data().reserves.empty());
}

TEST(Bundled, HasAllSixDimensionsOfGovernance) {
    std::set<Dimension> found;
    for (const GovernanceRow& row : data().governance)
        found.insert(row.dimension);
    for (const Dimension d :
         {Dimension::cc, Dimension::ge, Dimension::pv, Dimension::rl, Dimension::rq, Dimension::va}) {
        EXPECT_TRUE(found.contains(d));
    }
}

// World Mining Data 2024, table of cobalt, 2022.
TEST(Bundled, CobaltOfWorldMiningData) {
    EXPECT_EQ(tonnes("cobalt", Stage::mine, 2022, "wmd-2024", "COD"), 115371.0);
    EXPECT_EQ(tonnes("cobalt", Stage::mine, 2022, "wmd-2024", "IDN"), 9600.0);
    EXPECT_EQ(tonnes("cobalt", Stage::mine, 2022, "wmd-2024", "RUS"), 9000.0);
    EXPECT_EQ(tonnes("cobalt", Stage::mine, 2022, "wmd-2024", "AUS"), 5793.0);
    EXPECT_EQ(tonnes("cobalt", Stage::mine, 2022, "wmd-2024", "WORLD"), 166030.0);
}

TEST(Bundled, EveryPreferenceNamesASeries) {
    for (const Preference& p : data().preferences) {
        const Series* series = data().seriesFor(p.mineral, p.stage, p.year);
        ASSERT_NE(series, nullptr) << data()[p.mineral].slug << " " << p.year;
        EXPECT_EQ(series->source, p.source) << data()[p.mineral].slug << " " << p.year;
        EXPECT_EQ(series->basis, p.basis) << data()[p.mineral].slug << " " << p.year;
    }
}

TEST(Bundled, WithheldFiguresHaveNoQuantity) {
    std::size_t withheld = 0;
    for (const OutputRow& row : data().production.rows) {
        if (row.flag != DataFlag::withheld) continue;
        ++withheld;
        EXPECT_FALSE(row.tonnes);
    }
    EXPECT_GT(withheld, 0U);
}

TEST(Bundled, SeriesComeInTheOrderThatLookupsNeed) {
    const auto key = [](const Series& s) { return std::tuple(s.mineral, s.stage, s.year, s.source, s.basis); };
    const auto less = [&](const Series& a, const Series& b) { return key(a) < key(b); };
    EXPECT_TRUE(std::is_sorted(data().production.series.begin(), data().production.series.end(), less));
    EXPECT_TRUE(std::is_sorted(data().capacity.series.begin(), data().capacity.series.end(), less));
}

TEST(Bundled, SourcesSayWhatMayBePassedOn) {
    for (const char* id : {"usgs-mcs2026", "baci-v202601"}) {
        ASSERT_TRUE(data().source(id)) << id;
        EXPECT_EQ(data()[*data().source(id)].redistribution, Redistribution::open) << id;
    }
    EXPECT_EQ(data()[*data().source("comtrade-2022")].redistribution, Redistribution::restricted);
}
