// Imports by value of the user's, in every figure that reads trade by value, and in none by mass.
#include "core/consumer/screen.h"
#include "core/consumer/switching.h"
#include "core/consumer/trade.h"
#include "core/exposure/at_date.h"
#include "core/index/registry.h"
#include "core/workspace/describe.h"
#include "core/workspace/overlay.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"
#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

#include <limits>

using namespace adit;
using namespace adit::workspace;
using test::assume;
using test::holding;

namespace {

constexpr double noMass = std::numeric_limits<double>::quiet_NaN();

// By value alone, but for Japan's, which have a mass. A second publisher has less of Japan's imports.
Dataset trading() {
    test::DatasetBuilder builder;
    const auto flow = [&](const char* source, const char* from, const char* to, double tonnes, double usd) {
        builder.trade("cobalt", Stage::refine, 2024, source, from, to, tonnes, usd);
    };
    flow("s", "CHN", "JPN", 60.0, 600.0);
    flow("s", "COD", "JPN", 40.0, 400.0);
    flow("t", "CHN", "JPN", 50.0, 500.0);
    flow("s", "CHN", "USA", noMass, 300.0);
    flow("s", "JPN", "USA", noMass, 100.0);
    flow("s", "COD", "USA", noMass, 50.0);
    flow("s", "CHN", "BEL", noMass, 100.0);
    flow("s", "CHN", "FIN", noMass, 300.0);
    flow("s", "USA", "FIN", noMass, 200.0);
    flow("s", "FIN", "BEL", noMass, 50.0);
    builder.bloc("V4", {"BEL", "FIN"});
    Dataset data = builder.build();
    data.economies.back().shortName = "V4";
    return data;
}

Overlay assuming(const std::vector<Edit>& edits, const Dataset& data = trading()) {
    return laidOver(std::make_shared<const Dataset>(data), holding(edits));
}

Edit value(const char* importer, const char* partner, Assumption x) {
    return SetAssumption{{Quantity::tradeValue, importer, "cobalt", std::string("refine/2024/") + partner},
                         std::move(x)};
}

index::Query queryOf(const Dataset& data, const char* economy) {
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral("cobalt");
    query.stage = Stage::refine;
    query.year = 2024;
    query.economy = data.economy(economy);
    return query;
}

Figure figureOf(const Overlay& overlay, const char* index, const char* economy) {
    return index::find(index)->compute(queryOf(*overlay.data, economy));
}

consumer::ScreenTrade screened(const Overlay& overlay, const char* economy) {
    return consumer::screenTradeOf(
        {overlay.data.get(), *overlay.data->economy(economy), *overlay.data->mineral("cobalt"), Stage::refine, 2024});
}

std::string reasonOf(const Overlay& overlay) {
    return overlay.idle.size() == 1 ? reasonWords(overlay.idle.front(), overlay.data.get()) : std::string();
}

std::optional<Input> inputOf(const Figure& figure, std::string_view assumption) {
    const auto found =
        std::ranges::find_if(figure.inputs, [&](const Input& input) { return input.assumption == assumption; });
    return found == figure.inputs.end() ? std::nullopt : std::optional(*found);
}

// Whether bounds hold those of the figure at a point.
void expectHeld(const std::optional<Interval>& range, const std::optional<Interval>& at, const std::string& what) {
    if (!at) return;
    ASSERT_TRUE(range) << what;
    EXPECT_LE(range->lo, at->lo + 1e-9) << what;
    EXPECT_GE(range->hi, at->hi - 1e-9) << what;
}

}  // namespace

TEST(AssumedValue, TakesThePlaceOfThePublishedFlow) {
    const Overlay overlay = assuming({value("USA", "CHN", {.central = 50.0})});
    EXPECT_TRUE(overlay.idle.empty());
    const consumer::ScreenTrade trade = screened(overlay, "USA");
    EXPECT_NEAR(*trade.imports.value, 200.0, 1e-9);
    EXPECT_NEAR(*trade.importHhi.value, 0.25 * 0.25 + 0.5 * 0.5 + 0.25 * 0.25, 1e-12);
    EXPECT_TRUE(trade.flags.has(Flag::assumed));
    // Poland buys of the United States, which thus export as much as before.
    EXPECT_NEAR(*trade.exports.value, 200.0, 1e-9);
    EXPECT_FALSE(trade.exports.flags.has(Flag::assumed));
    // Nobody's screen looks at the world's exports without it.
    EXPECT_TRUE(screened(overlay, "FIN").flags.has(Flag::assumed));
    EXPECT_FALSE(screened(assuming({}), "USA").flags.has(Flag::assumed));
}

TEST(AssumedValue, OfAPartnerThatIsNotListedJoinsTheOthers) {
    const Overlay overlay = assuming({value("USA", "AUS", {.central = 550.0})});
    EXPECT_NEAR(*screened(overlay, "USA").imports.value, 1000.0, 1e-9);
    EXPECT_EQ(overlay.data->trade.size(), trading().trade.size() + 1);
    EXPECT_EQ(overlay.data->trade.assumedUsd.size(), overlay.data->trade.size());
    // A row of mass that comes in before it leaves it where it is.
    const Overlay both =
        assuming({value("USA", "AUS", {.central = 550.0}), assume(Quantity::imports, "JPN", "cobalt", "refine/AUS")});
    EXPECT_TRUE(both.idle.empty());
    EXPECT_NEAR(*screened(both, "USA").imports.value, 1000.0, 1e-9);
}

TEST(AssumedValue, OfABlocIsSharedOutAmongItsMembers) {
    const Overlay overlay = assuming({value("V4", "CHN", {.central = 800.0, .low = 400.0, .high = 1200.0})});
    EXPECT_NEAR(*screened(overlay, "V4").imports.value, 1000.0, 1e-9);
    EXPECT_NEAR(*screened(overlay, "BEL").imports.value, 200.0 + 50.0, 1e-9);
    EXPECT_NEAR(screened(overlay, "BEL").imports.bounds->lo, 100.0 + 50.0, 1e-9);
    EXPECT_NEAR(screened(overlay, "FIN").imports.bounds->hi, 900.0 + 200.0, 1e-9);
    EXPECT_TRUE(screened(overlay, "BEL").flags.has(Flag::assumed));
    EXPECT_TRUE(screened(overlay, "V4").flags.has(Flag::assumed));
    EXPECT_NEAR(screened(overlay, "V4").inside.bounds->hi, 50.0, 1e-9);
    // One member's is part of what the bloc has.
    const Overlay member = assuming({value("BEL", "FIN", {.central = 70.0, .low = 60.0, .high = 90.0})});
    EXPECT_EQ(screened(member, "V4").inside.bounds, (Interval{60.0, 90.0}));
}

// Who answers for an importer, and how much of its trade has a mass, is what is published.
TEST(AssumedValue, ChangesNeitherThePublisherNorAnythingByMass) {
    const Overlay overlay = assuming(
        {value("JPN", "CHN", {.central = 10.0, .low = 0.0, .high = 1e6}), value("JPN", "AUS", {.central = 1e6})});
    EXPECT_TRUE(overlay.idle.empty());
    const consumer::Question japan{overlay.data.get(), *overlay.data->economy("JPN"), *overlay.data->mineral("cobalt"),
                                   Stage::refine, 2024};
    const auto value = consumer::importsOf(japan, consumer::Measured::value);
    ASSERT_TRUE(value);
    EXPECT_NEAR(value->importTotal, 10.0 + 400.0 + 1e6, 1e-6);
    EXPECT_TRUE(value->flags.has(Flag::assumed));
    const auto mass = consumer::importsOf(japan, consumer::Measured::mass);
    ASSERT_TRUE(mass);
    EXPECT_NEAR(mass->importTotal, 100.0, 1e-9);
    EXPECT_TRUE(mass->flags.empty());
    for (const char* index : {"supply-hhi", "trade-vulnerability", "import-reliance", "redirectable-cover"}) {
        const Figure figure = figureOf(overlay, index, "JPN");
        EXPECT_FALSE(figure.flags.has(Flag::assumed)) << index;
        EXPECT_EQ(figure.value, figureOf(assuming({}), index, "JPN").value) << index;
    }
    // Nor the other way.
    const Overlay tonnes = assuming({assume(Quantity::imports, "JPN", "cobalt", "refine/CHN", 5.0)});
    EXPECT_FALSE(screened(tonnes, "JPN").flags.has(Flag::assumed));
    EXPECT_TRUE(figureOf(tonnes, "supply-hhi", "JPN").flags.has(Flag::assumed));
}

TEST(AssumedValue, IsMarkedAndNamedInEveryFigureByValue) {
    const Overlay overlay = assuming({value("USA", "CHN", {.central = 50.0, .note = "as invoiced"})});
    for (const char* index : {"cepii-screen", "commission-screen", "supply-hhi", "trade-vulnerability"}) {
        const Figure figure = figureOf(overlay, index, "USA");
        EXPECT_TRUE(figure.flags.has(Flag::assumed)) << index;
        const auto input = inputOf(figure, "trade-value");
        ASSERT_TRUE(input) << index;
        EXPECT_FALSE(figureOf(assuming({}), index, "USA").flags.has(Flag::assumed)) << index;
    }
    const auto input = inputOf(figureOf(overlay, "cepii-screen", "FIN"), "trade-value");
    ASSERT_TRUE(input);
    EXPECT_EQ(input->name, "imports of United States from China");
    EXPECT_EQ(input->unit, Unit::usd);
    EXPECT_EQ(input->remark, "as invoiced");
    for (const char* index : {"redirectable-cover", "betweenness"}) {
        EXPECT_TRUE(figureOf(overlay, index, "FIN").flags.has(Flag::assumed)) << index;
        EXPECT_TRUE(inputOf(figureOf(overlay, index, "FIN"), "trade-value")) << index;
        EXPECT_FALSE(figureOf(assuming({}), index, "FIN").flags.has(Flag::assumed)) << index;
    }
}

TEST(AssumedValue, ARangeHoldsTheFiguresOfItsEnds) {
    for (const auto& [importer, partner] : std::initializer_list<std::pair<const char*, const char*>>{
             {"USA", "CHN"}, {"USA", "AUS"}, {"FIN", "USA"}, {"V4", "CHN"}, {"BEL", "FIN"}, {"JPN", "COD"}}) {
        const Overlay ranged = assuming({value(importer, partner, {.central = 120.0, .low = 5.0, .high = 2000.0})});
        ASSERT_TRUE(ranged.idle.empty());
        for (const double x : {5.0, 40.0, 120.0, 600.0, 2000.0}) {
            const Overlay at = assuming({value(importer, partner, {.central = x})});
            for (const char* economy : {"USA", "FIN", "BEL", "V4", "JPN"}) {
                const std::string what = std::string(importer) + " from " + partner + ", " + economy;
                const consumer::ScreenTrade range = screened(ranged, economy);
                const consumer::ScreenTrade point = screened(at, economy);
                for (const auto figure :
                     {&consumer::ScreenTrade::importHhi, &consumer::ScreenTrade::worldExportHhi,
                      &consumer::ScreenTrade::imports, &consumer::ScreenTrade::inside, &consumer::ScreenTrade::exports})
                    expectHeld((range.*figure).bounds, (point.*figure).bounds, what);
                for (const char* index : {"cepii-screen", "commission-screen", "supply-hhi", "trade-vulnerability"})
                    expectHeld(figureOf(ranged, index, economy).bounds, figureOf(at, index, economy).bounds,
                               what + ' ' + index);
            }
        }
    }
}

// A criterion that a range leaves open has its verdict at the central value.
TEST(AssumedValue, ARangeKeepsTheCentralCount) {
    const Figure ranged = figureOf(assuming({value("USA", "CHN", {.central = 300.0, .low = 1.0, .high = 900.0})}),
                                   "commission-screen", "USA");
    EXPECT_EQ(ranged.value, figureOf(assuming({}), "commission-screen", "USA").value);
    ASSERT_TRUE(ranged.bounds);
    EXPECT_FALSE(ranged.bounds->exact());
}

// A measure against a member of a bloc hits what the member takes of the bloc's imports from the imposer.
TEST(AssumedValue, SaysHowMuchOfABlocAMeasureHits) {
    const auto exposed = [](const std::vector<Edit>& edits) {
        Dataset data = trading();
        Measure& measure = data.measures.emplace_back();
        measure.id = "m";
        measure.imposer = *data.economy("CHN");
        measure.mineral = *data.mineral("cobalt");
        measure.stage = Stage::refine;
        measure.kind = MeasureKind::ban;
        measure.againstAll = false;
        measure.targets = {*data.economy("BEL")};
        measure.effective = "2024-01-01";
        measure.evidence = Evidence::confirmed;
        return assuming(edits, data);
    };
    const auto severity = [](const Overlay& overlay) { return figureOf(overlay, "exposure-severity", "V4"); };
    const Figure published = severity(exposed({}));
    EXPECT_NEAR(*published.value, 400.0 / 600.0 * 0.25, 1e-9);
    EXPECT_FALSE(published.flags.has(Flag::assumed));
    const Overlay ranged = exposed({value("BEL", "CHN", {.central = 300.0, .low = 100.0, .high = 900.0})});
    const Figure figure = severity(ranged);
    EXPECT_TRUE(figure.flags.has(Flag::assumed));
    ASSERT_TRUE(inputOf(figure, "trade-value"));
    const exposure::AtDate at = *exposure::exposureAt(
        {{ranged.data.get(), *ranged.data->economy("V4"), *ranged.data->mineral("cobalt"), Stage::refine, 2024},
         *controls::lastDay("2024"),
         {}});
    ASSERT_EQ(at.hits.size(), 1U);
    EXPECT_NEAR(*at.hits.front().targetedShare.value, 0.5, 1e-12);
    EXPECT_NEAR(at.hits.front().targetedShare.bounds->lo, 0.25, 1e-12);
    EXPECT_NEAR(at.hits.front().targetedShare.bounds->hi, 0.75, 1e-12);
    EXPECT_LE(at.severityRange.lo, at.severity * 0.5 + 1e-12);
    EXPECT_GE(at.binaryRange.hi, at.binary * 1.5 - 1e-12);
}

TEST(AssumedValue, IsIdleWithItsReason) {
    EXPECT_EQ(reasonOf(assuming({value("AUS", "CHN", {.central = 5.0})})),
              "the imports of Australia are not known by value for 2024, and yours count beside these alone");
    EXPECT_EQ(reasonOf(assuming({value("V4", "FIN", {.central = 5.0})})), "what stays inside V4 is no import");
    EXPECT_EQ(reasonOf(assuming({value("V4", "AUS", {.central = 5.0})})),
              "no flow from there is published for 2024, and what a bloc takes or gives is shared out in proportion to "
              "it");
    EXPECT_EQ(reasonOf(assuming({assume(Quantity::tradeValue, "USA", "cobalt", "refine/1999/CHN")})),
              "no trade of cobalt at this stage is published for 1999");
    EXPECT_EQ(reasonOf(assuming({assume(Quantity::tradeValue, "USA", "cobalt", "mine/CHN")})),
              "no trade of cobalt at this stage is published");
}

TEST(AssumedValue, WithoutAYearIsThatOfTheLatest) {
    const Overlay overlay = assuming({assume(Quantity::tradeValue, "USA", "cobalt", "refine/CHN", 50.0)});
    ASSERT_EQ(overlay.data->assumed.size(), 1U);
    EXPECT_EQ(overlay.data->assumed.front().detail, "refine/2024/CHN");
    EXPECT_NEAR(*screened(overlay, "USA").imports.value, 200.0, 1e-9);
}
