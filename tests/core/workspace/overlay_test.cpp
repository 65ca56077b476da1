#include "core/workspace/overlay.h"

#include "core/consumer/holding.h"
#include "core/consumer/supply.h"
#include "core/exposure/severity.h"
#include "core/index/registry.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using test::assume;
using test::holding;

namespace {

std::optional<double> hhi(const Dataset& data, const char* mineral, int year) {
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral(mineral);
    query.stage = Stage::refine;
    query.year = year;
    return index::find("hhi")->compute(query).value;
}

}  // namespace

TEST(Overlay, OfNothingIsTheBaselineItself) {
    EXPECT_EQ(laidOver(test::bundled(), {}).data, test::bundled());
}

TEST(Overlay, LeavesTheBaselineAndItsIdsAsTheyAre) {
    const Workspace workspace = holding(test::everything().edits);
    const Overlay overlay = laidOver(test::bundled(), workspace);
    const Dataset& base = *test::bundled();
    EXPECT_TRUE(base.assumed.empty());
    ASSERT_GT(overlay.data->economies.size(), base.economies.size());
    for (std::size_t i = 0; i < base.economies.size(); ++i)
        EXPECT_EQ(overlay.data->economies[i].code, base.economies[i].code);
    EXPECT_EQ(overlay.data->measures.size(), base.measures.size() + 2);
    // Korea's refined cobalt comes without masses.
    ASSERT_EQ(overlay.idle.size(), 1U);
    EXPECT_EQ(overlay.idle.front().reason, IdleReason::noTradeByMass);
}

TEST(Overlay, AnAssumedOutputTakesTheLatestYearsPlaceAlone) {
    const Dataset& base = *test::bundled();
    const int last = base.yearsOf(*base.mineral("gallium"), Stage::refine).back();
    for (const char* economy : {"CHN", "AUS"}) {  // one that is listed, one that is not
        const Overlay overlay =
            laidOver(test::bundled(), holding({assume(Quantity::production, economy, "gallium", "refine", 400.0)}));
        EXPECT_NE(hhi(*overlay.data, "gallium", last), hhi(base, "gallium", last)) << economy;
        EXPECT_EQ(hhi(*overlay.data, "gallium", last - 1), hhi(base, "gallium", last - 1)) << economy;
        EXPECT_EQ(hhi(*overlay.data, "cobalt", 2024), hhi(base, "cobalt", 2024)) << economy;
    }
}

TEST(Overlay, AnAssumedOutputStandsForTheYearThatItNames) {
    const Dataset& base = *test::bundled();
    const Overlay overlay =
        laidOver(test::bundled(), holding({assume(Quantity::production, "CHN", "gallium", "refine/2020", 400.0)}));
    EXPECT_NE(hhi(*overlay.data, "gallium", 2020), hhi(base, "gallium", 2020));
    EXPECT_EQ(hhi(*overlay.data, "gallium", 2021), hhi(base, "gallium", 2021));
    EXPECT_TRUE(overlay.idle.empty());
}

TEST(Overlay, ABlocsOutputKeepsTheProportionsOfItsMembers) {
    const Overlay overlay =
        laidOver(test::bundled(), holding({assume(Quantity::production, "EU27", "copper", "mine/2022", 1000.0)}));
    const Dataset& data = *overlay.data;
    const auto sum = [&](const Dataset& of) {
        double tonnes = 0.0;
        const Series* series = of.seriesFor(*of.mineral("copper"), Stage::mine, 2022);
        for (const OutputRow& row : of.production.rowsOf(*series))
            if (of.isMember(row.economy, *of.economy("EU27"), 2022)) tonnes += row.tonnes.value_or(0.0);
        return tonnes;
    };
    EXPECT_GT(sum(*test::bundled()), 1000.0);
    EXPECT_NEAR(sum(data), 1000.0, 1e-6);
}

namespace {

consumer::Supply mix(const Dataset& data, const char* economy) {
    const auto supply =
        consumer::supplyOf({&data, *data.economy(economy), *data.mineral("copper"), Stage::refine, 2024});
    EXPECT_TRUE(supply.has_value());
    return *supply;
}

double importsFrom(const consumer::Supply& supply, EconomyId partner) {
    const consumer::Supplier* found = supply.find(partner);
    return found != nullptr ? found->tonnes.value_or(0.0) : 0.0;
}

}  // namespace

TEST(Overlay, AssumedImportsReachTheMixAndEveryIndexOnIt) {
    const Dataset& base = *test::bundled();
    const consumer::Supply before = mix(base, "USA");
    ASSERT_EQ(before.ground, consumer::Ground::supplyByMass);
    const EconomyId chile = *base.economy("CHL");
    const EconomyId chad = *base.economy("TCD");
    ASSERT_GT(importsFrom(before, chile), 0.0);
    ASSERT_EQ(before.find(chad), nullptr);
    for (const auto& [partner, code] : {std::pair{chile, "refine/2024/CHL"}, {chad, "refine/2024/TCD"}}) {
        const Overlay overlay =
            laidOver(test::bundled(), holding({assume(Quantity::imports, "USA", "copper", code, 9000.0)}));
        const consumer::Supply after = mix(*overlay.data, "USA");
        EXPECT_NEAR(importsFrom(after, partner), 9000.0, 1e-6) << code;
        EXPECT_NEAR(*after.imports, *before.imports - importsFrom(before, partner) + 9000.0, 1e-6) << code;
        EXPECT_TRUE(after.find(partner)->isAssumed);
        EXPECT_TRUE(after.flags.has(Flag::assumed));
        index::Query query;
        query.data = overlay.data.get();
        query.mineral = *base.mineral("copper");
        query.stage = Stage::refine;
        query.year = 2024;
        query.economy = base.economy("USA");
        for (const char* id : {"supply-hhi", "import-reliance", "geopolrisk"}) {
            const Figure figure = index::find(id)->compute(query);
            query.data = &base;
            const Figure was = index::find(id)->compute(query);
            query.data = overlay.data.get();
            EXPECT_NE(figure.bounds, was.bounds) << id;
            EXPECT_TRUE(figure.flags.has(Flag::assumed)) << id;
        }
    }
    // Other years, and the flows of others, are as they were.
    const Overlay overlay =
        laidOver(test::bundled(), holding({assume(Quantity::imports, "USA", "copper", "refine/2024/TCD", 9000.0)}));
    for (const char* other : {"JPN", "DEU", "CHN"})
        EXPECT_EQ(mix(*overlay.data, other).imports, mix(base, other).imports) << other;
    EXPECT_EQ(overlay.data->trade.size(), base.trade.size() + 1);
}

TEST(Overlay, AssumedExportsReachApparentConsumptionAndNobodyElsesImports) {
    const Dataset& base = *test::bundled();
    const Overlay overlay =
        laidOver(test::bundled(), holding({assume(Quantity::exports, "USA", "copper", "refine/2024", 123.0)}));
    const auto balance = [](const Dataset& data) {
        return *consumer::balanceOf({&data, *data.economy("USA"), *data.mineral("copper"), Stage::refine, 2024});
    };
    EXPECT_NE(balance(base).exports, 123.0);
    EXPECT_EQ(balance(*overlay.data).exports, 123.0);
    EXPECT_TRUE(balance(*overlay.data).exportFlags.has(Flag::assumed));
    EXPECT_EQ(balance(*overlay.data).imports, balance(base).imports);
    EXPECT_EQ(mix(*overlay.data, "JPN").imports, mix(base, "JPN").imports);
}

TEST(Overlay, ConsumptionOfAYearGoesBeforeThatOfEveryYear) {
    const Overlay overlay =
        laidOver(test::bundled(), holding({assume(Quantity::consumption, "KOR", "cobalt", "", 8000.0),
                                           assume(Quantity::consumption, "KOR", "cobalt", "2022", 7000.0)}));
    const Dataset& data = *overlay.data;
    const auto use = [&](int year) {
        return consumer::consumptionTerm({&data, *data.economy("KOR"), *data.mineral("cobalt"), Stage::refine, year})
            .value.value;
    };
    EXPECT_EQ(use(2022), 7000.0);
    EXPECT_EQ(use(2023), 8000.0);
}

TEST(Overlay, AnOwnBlocIsAConsumerLikeAnyOther) {
    const Overlay overlay =
        laidOver(test::bundled(), holding({SetBloc{"V4", OwnBloc{"V4", "Visegrad", {"CZE", "POL"}}}}));
    const Dataset& data = *overlay.data;
    ASSERT_TRUE(data.economy("V4"));
    EXPECT_TRUE(data.isMember(*data.economy("POL"), *data.economy("V4"), 2024));
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral("copper");
    query.stage = Stage::refine;
    query.year = 2022;
    query.economy = data.economy("V4");
    EXPECT_TRUE(index::find("supply-hhi")->compute(query).bounds);
}

TEST(Overlay, SeveritiesReplaceTheDefaults) {
    const Overlay overlay = laidOver(test::bundled(), holding({assume(Quantity::severity, "", "", "ban", 0.9)}));
    EXPECT_EQ(exposure::severitiesOf(*overlay.data)[MeasureKind::ban].central, 0.9);
    EXPECT_EQ(exposure::severitiesOf(*test::bundled())[MeasureKind::ban].central, 1.0);
}

TEST(Overlay, GivesBackTheKeyOfAnAssumption) {
    const Overlay overlay = laidOver(test::bundled(), holding({assume(Quantity::stock, "KOR", "cobalt", "", 5.0)}));
    ASSERT_EQ(overlay.data->assumed.size(), 1U);
    EXPECT_EQ(keyOf(*overlay.data, overlay.data->assumed.front()), test::stockOf("KOR"));
}
