// Stakes, shares of control and the terms of the United States' method of the user's, in every figure that reads them.
#include "core/consumer/host_control.h"
#include "core/consumer/us_risk.h"
#include "core/index/control.h"
#include "core/index/registry.h"
#include "core/workspace/describe.h"
#include "core/workspace/overlay.h"
#include "tests/core/workspace/by_controller.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"
#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using index::ControlRule;
using test::assume;
using test::byController;
using test::controlledBy;
using test::figureOf;
using test::holding;
using test::inputOf;
using test::reasonOf;

namespace {

// Mine A of 100 t (70 CHN, 20 COD, 10 unknown), B of 50 t (100 AUS); IDN makes 50 t, of which CHN controls 60 %.
DatasetPtr mines() {
    test::DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"COD", 100.0}, {"AUS", 50.0}, {"IDN", 50.0}});
    builder.facility("A", "cobalt", "COD", 2024, 100.0);
    builder.stake("A", "a", "CHN", 2024, 70.0).stake("A", "b", "COD", 2024, 20.0).stake("A", "c", "", 2024, 10.0);
    builder.facility("B", "cobalt", "AUS", 2024, 50.0).stake("B", "d", "AUS", 2024, 100.0);
    builder.control("cobalt", "IDN", "CHN", 2024, 60.0);
    builder.bloc("V4", {"BEL", "FIN"});
    return std::make_shared<const Dataset>(builder.build());
}

Overlay assuming(const std::vector<Edit>& edits) {
    return laidOver(mines(), holding(edits));
}

Edit stake(const char* detail, Assumption x) {
    return SetAssumption{{Quantity::stake, "", "", detail}, std::move(x)};
}

Edit control(const char* host, const char* detail, Assumption x) {
    return SetAssumption{{Quantity::controlShare, host, "cobalt", detail}, std::move(x)};
}

}  // namespace

TEST(AssumedStake, TakesThePlaceOfThePublishedOneInEveryView) {
    const Overlay overlay = assuming({stake("A|a", {.central = 0.15})});
    EXPECT_TRUE(overlay.idle.empty());
    EXPECT_NEAR(controlledBy(overlay, "CHN"), 15.0 + 30.0, 1e-9);
    EXPECT_NEAR(controlledBy(overlay, "COD"), 20.0, 1e-9);
    // Without a majority the largest holder decides: the Congolese one now.
    EXPECT_NEAR(controlledBy(overlay, "COD", ControlRule::majority), 100.0, 1e-9);
    EXPECT_NEAR(controlledBy(assuming({}), "CHN", ControlRule::majority), 100.0 + 30.0, 1e-9);
}

TEST(AssumedStake, IsNamedAmongTheInputsOfEveryFigureByController) {
    const Overlay overlay = assuming({stake("A|a", {.central = 0.15, .note = "after the sale"})});
    for (const char* index : {"hhi", "control-gap"}) {
        const Figure figure = figureOf(overlay, index);
        EXPECT_TRUE(figure.flags.has(Flag::assumed)) << index;
        const auto input = inputOf(figure, "stake");
        ASSERT_TRUE(input) << index;
        EXPECT_EQ(input->name, "stake of a in A");
        EXPECT_EQ(input->detail, "A|a");
        EXPECT_EQ(input->remark, "after the sale");
    }
    EXPECT_FALSE(figureOf(assuming({}), "hhi").flags.has(Flag::assumed));
}

TEST(AssumedStake, OthersMakeRoomWhereItLeavesThemTooLittle) {
    const Overlay overlay = assuming({stake("A|b", {.central = 0.9})});
    EXPECT_NEAR(controlledBy(overlay, "COD"), 90.0, 1e-9);
    EXPECT_NEAR(controlledBy(overlay, "CHN"), 70.0 * 10.0 / 80.0 + 30.0, 1e-9);
    // Two of the user's: what is published shares the rest anew.
    const Overlay both = assuming({stake("A|b", {.central = 0.9}), stake("A|a", {.central = 0.05})});
    EXPECT_NEAR(controlledBy(both, "CHN"), 5.0 + 30.0, 1e-9);
    EXPECT_EQ(reasonOf(assuming({stake("A|a", {.central = 0.6}), stake("A|b", {.central = 0.5})})),
              "together with others of yours it is more than the whole");
}

TEST(AssumedStake, ARangeHoldsTheFiguresOfItsEnds) {
    for (const ControlRule rule : {ControlRule::equity, ControlRule::majority, ControlRule::operatorFirst}) {
        const Overlay ranged = assuming({stake("A|a", {.central = 0.4, .low = 0.1, .high = 0.7})});
        for (const char* index : {"hhi", "control-gap", "cr1"}) {
            const Interval bounds = *figureOf(ranged, index, rule).bounds;
            for (const double x : {0.1, 0.4, 0.7}) {
                const Interval at = *figureOf(assuming({stake("A|a", {.central = x})}), index, rule).bounds;
                EXPECT_LE(bounds.lo, at.lo + 1e-9) << index << ' ' << x;
                EXPECT_GE(bounds.hi, at.hi - 1e-9) << index << ' ' << x;
            }
        }
    }
    // One that is beyond doubt changes nothing: it has the majority wherever it lies.
    const Overlay sure = assuming({stake("A|a", {.central = 0.6, .low = 0.55, .high = 0.7})});
    EXPECT_EQ(figureOf(sure, "hhi", ControlRule::majority).bounds,
              figureOf(assuming({}), "hhi", ControlRule::majority).bounds);
}

TEST(AssumedStake, IsIdleWhereThereIsNone) {
    EXPECT_EQ(reasonOf(assuming({stake("A|z", {.central = 0.5})})), "no such stake is published");
    EXPECT_EQ(reasonOf(assuming({stake("Z|a", {.central = 0.5})})), "no such stake is published");
}

TEST(AssumedControl, TakesThePlaceOfThePublishedShareOrStandsWhereThereIsNone) {
    const Overlay overlay = assuming({control("IDN", "mine/2024/CHN", {.central = 0.2})});
    EXPECT_NEAR(controlledBy(overlay, "CHN"), 70.0 + 10.0, 1e-9);
    const Overlay another = assuming({control("IDN", "mine/JPN", {.central = 0.3})});
    EXPECT_EQ(another.data->assumed.front().detail, "mine/2024/JPN");
    EXPECT_NEAR(controlledBy(another, "JPN"), 15.0, 1e-9);
    EXPECT_NEAR(controlledBy(another, "CHN"), 70.0 + 30.0, 1e-9);
    const Overlay none = assuming({control("IDN", "mine/2024/CHN", {.central = 0.0})});
    EXPECT_NEAR(controlledBy(none, "CHN"), 70.0, 1e-9);
    const auto input = inputOf(figureOf(overlay, "hhi"), "control-share");
    ASSERT_TRUE(input);
    EXPECT_EQ(input->detail, "mine/2024/CHN");
    EXPECT_TRUE(figureOf(overlay, "control-gap").flags.has(Flag::assumed));
    const auto host = consumer::hostControlOf(
        {overlay.data.get(), *overlay.data->economy("IDN"), *overlay.data->mineral("cobalt"), Stage::mine, 2024});
    ASSERT_TRUE(host);
    EXPECT_TRUE(host->isAssumed());
}

TEST(AssumedControl, OthersMakeRoomAndARangeHoldsTheFiguresOfItsEnds) {
    EXPECT_NEAR(controlledBy(assuming({control("IDN", "mine/2024/JPN", {.central = 0.7})}), "CHN"), 70.0 + 15.0, 1e-9);
    EXPECT_EQ(reasonOf(assuming({control("IDN", "mine/2024/JPN", {.central = 0.7}),
                                 control("IDN", "mine/2024/AUS", {.central = 0.4})})),
              "together with others of yours it is more than the whole");
    const Overlay ranged = assuming({control("IDN", "mine/2024/JPN", {.central = 0.3, .low = 0.1, .high = 0.9})});
    const Interval bounds = *figureOf(ranged, "hhi").bounds;
    for (const double x : {0.1, 0.3, 0.9}) {
        const Interval at = *figureOf(assuming({control("IDN", "mine/2024/JPN", {.central = x})}), "hhi").bounds;
        EXPECT_LE(bounds.lo, at.lo + 1e-9) << x;
        EXPECT_GE(bounds.hi, at.hi - 1e-9) << x;
    }
}

TEST(AssumedControl, IsIdleWithItsReason) {
    EXPECT_EQ(reasonOf(assuming({control("COD", "mine/2024/CHN", {.central = 0.5})})),
              "who controls the output of DR Congo in 2024 follows from its facilities; assume their stakes");
    EXPECT_EQ(reasonOf(assuming({control("CHL", "mine/2024/CHN", {.central = 0.5})})),
              "no output of Chile is published for 2024");
    EXPECT_EQ(reasonOf(assuming({control("IDN", "mine/1950/CHN", {.central = 0.5})})),
              "no output of cobalt at this stage is published for 1950");
    EXPECT_EQ(reasonOf(assuming({control("V4", "mine/2024/CHN", {.central = 0.5})})),
              "a bloc has no share of control of its own; assume that of its members");
    EXPECT_EQ(reasonOf(assuming({control("IDN", "mine/2024/V4", {.central = 0.5})})),
              "a bloc has no share of control of its own; assume that of its members");
}

TEST(AssumedControl, IsIdleWhereOutputIsInGrossWeightAlone) {
    const SetAssumption silicon{{Quantity::controlShare, "CHN", "silicon", "refine/2022/USA"},
                                Assumption{.central = 0.5}};
    EXPECT_EQ(reasonOf(laidOver(test::bundled(), holding({silicon}))),
              "output of silicon metal at this stage in 2022 is published in gross weight, which no controller is set "
              "against");
}

// What a host makes is handed to its controllers.
TEST(AssumedControl, AssumedOutputOfAHostIsNamedByControllerToo) {
    const Overlay overlay = assuming({assume(Quantity::production, "COD", "cobalt", "mine/2024", 90.0)});
    const Figure figure = figureOf(overlay, "hhi");
    EXPECT_TRUE(figure.flags.has(Flag::assumed));
    const auto input = inputOf(figure, "production");
    ASSERT_TRUE(input);
    EXPECT_EQ(input->value, 90.0);
}

namespace {

Figure riskOf(const std::vector<Edit>& edits) {
    const Overlay overlay = laidOver(test::bundled(), holding(edits));
    EXPECT_TRUE(overlay.idle.empty());
    index::Query query;
    query.data = overlay.data.get();
    query.mineral = *query.data->mineral("magnesium");
    query.stage = Stage::refine;
    query.year = 2022;
    query.economy = query.data->economy("USA");
    return index::find("us-supply-risk")->compute(query);
}

}  // namespace

namespace {

struct Range {
    double lo = 0.0;
    double hi = 0.0;
    Assumption assumption() const { return {.central = 0.5 * (lo + hi), .low = lo, .high = hi}; }
};

Edit output(const char* host, Assumption x) {
    return SetAssumption{{Quantity::production, host, "cobalt", "mine/2024"}, std::move(x)};
}

Edit facilityOutput(const char* facility, Assumption x) {
    return SetAssumption{{Quantity::facilityOutput, "", "cobalt", std::string("mine|") + facility}, std::move(x)};
}

// Of all economies that may control something, listed or not.
void expectHolds(const Overlay& ranged, const Overlay& point, ControlRule rule) {
    for (const char* economy : {"CHN", "COD", "AUS", "IDN", "JPN"}) {
        for (const char* index : {"hhi", "cr1", "cr3", "entropy", "n-1", "share", "control-shift", "control-gap",
                                  "output", "governance-hhi"}) {
            SCOPED_TRACE(std::string(index) + ' ' + economy);
            const auto bounds = figureOf(ranged, index, rule, economy).bounds;
            const auto at = figureOf(point, index, rule, economy).bounds;
            ASSERT_EQ(bounds.has_value(), at.has_value());
            if (!at) continue;
            EXPECT_LE(bounds->lo, at->lo + 1e-9);
            EXPECT_GE(bounds->hi, at->hi - 1e-9);
        }
    }
}

}  // namespace

// A host whose mines give less than it makes, or more; one of which a part is published; one that may make nothing. A
// stake is in doubt as well.
TEST(AssumedHostOutput, ARangeHoldsTheFiguresByControllerOfItsEnds) {
    const std::vector<std::pair<const char*, Range>> hosts{
        {"COD", {80.0, 160.0}}, {"COD", {120.0, 400.0}}, {"IDN", {10.0, 300.0}}, {"AUS", {0.0, 90.0}}};
    for (const auto& [host, range] : hosts) {
        for (const ControlRule rule : {ControlRule::equity, ControlRule::majority}) {
            const Overlay ranged =
                assuming({output(host, range.assumption()), stake("A|a", {.central = 0.6, .low = 0.4, .high = 0.75})});
            for (const double tonnes : {range.lo, range.hi}) {
                for (const double part : {0.4, 0.6, 0.75}) {
                    SCOPED_TRACE(std::string(host) + ' ' + std::to_string(tonnes) + ' ' + std::to_string(part));
                    expectHolds(ranged, assuming({output(host, {.central = tonnes}), stake("A|a", {.central = part})}),
                                rule);
                }
            }
        }
    }
}

// What a mine makes and what its host makes are in doubt together.
TEST(AssumedHostOutput, ARangeOfAMineBesideItHoldsTheFiguresOfItsEnds) {
    for (const auto& [mine, host] :
         {std::pair{Range{60.0, 140.0}, Range{80.0, 160.0}}, {{20.0, 50.0}, {90.0, 300.0}}}) {
        const Overlay ranged = assuming({output("COD", host.assumption()), facilityOutput("A", mine.assumption())});
        for (const double made : {mine.lo, mine.hi}) {
            for (const double whole : {host.lo, host.hi}) {
                SCOPED_TRACE(std::to_string(made) + " of " + std::to_string(whole));
                expectHolds(ranged,
                            assuming({output("COD", {.central = whole}), facilityOutput("A", {.central = made})}),
                            ControlRule::equity);
            }
        }
    }
}

TEST(AssumedHostOutput, ARangeMovesWhatItsOwnerHasAndNobodyElses) {
    const Overlay ranged =
        assuming({SetAssumption{{Quantity::production, "IDN", "cobalt", "mine/2024"},
                                Assumption{.central = 50.0, .low = 40.0, .high = 100.0}},
                  control("IDN", "mine/2024/CHN", {.central = 1.0}), stake("A|a", {.central = 0.9})});
    // CHN has 90 of A (its other owners share 10) and all of IDN's; COD and nobody known the rest.
    const Interval share = *figureOf(ranged, "share", ControlRule::equity, "CHN").bounds;
    EXPECT_NEAR(share.lo, 130.0 / 190.0, 0.02);
    EXPECT_LE(share.lo, 130.0 / 190.0 + 1e-12);
    EXPECT_GE(share.hi, 190.0 / 250.0 - 1e-12);
    const Figure hhi = figureOf(ranged, "hhi");
    EXPECT_NE(hhi.boundsRule.find("What you give a range takes every value in it."), std::string::npos);
}

TEST(AssumedUsRisk, TakesItsTermsFromTheWorkspace) {
    const Figure open = riskOf({});
    const Figure able = riskOf({assume(Quantity::inability, "CHN", "", "", 0.1)});
    EXPECT_LT(able.bounds->hi, open.bounds->hi);
    ASSERT_TRUE(inputOf(able, "inability"));
    EXPECT_EQ(inputOf(able, "inability")->name, "inability of China");
    EXPECT_TRUE(able.flags.has(Flag::assumed));
    const Figure willing = riskOf({assume(Quantity::unwillingness, "CHN", "", "", 0.1)});
    EXPECT_EQ(willing.bounds, able.bounds);
    const Figure sound = riskOf({assume(Quantity::economicVulnerability, "USA", "magnesium", "", 0.1)});
    EXPECT_NEAR(sound.bounds->hi, open.bounds->hi * std::cbrt(0.1), 1e-9);
    EXPECT_EQ(sound.boundsRule.find("economic vulnerability"), std::string::npos);
    EXPECT_EQ(inputOf(sound, "economic-vulnerability")->value, 0.1);
}

TEST(AssumedUsRisk, ARangeTravels) {
    const Edit ranged = SetAssumption{{Quantity::economicVulnerability, "USA", "magnesium", ""},
                                      Assumption{.central = 0.4, .low = 0.1, .high = 0.9}};
    EXPECT_NEAR(riskOf({ranged}).bounds->hi, riskOf({}).bounds->hi * std::cbrt(0.9), 1e-9);
}

TEST(AssumedUsRisk, WhatIsGivenWithAQuestionGoesFirst) {
    const Overlay overlay =
        laidOver(test::bundled(), holding({assume(Quantity::economicVulnerability, "USA", "magnesium", "", 0.1)}));
    index::Query query;
    query.data = overlay.data.get();
    query.mineral = *query.data->mineral("magnesium");
    query.stage = Stage::refine;
    query.year = 2022;
    query.economy = query.data->economy("USA");
    consumer::UsRiskInputs inputs;
    inputs.vulnerability = Interval{0.5, 0.5};
    EXPECT_EQ(consumer::usRiskOf(query, inputs)->vulnerability.value, 0.5);
    EXPECT_EQ(consumer::usRiskOf(query)->vulnerability.value, 0.1);
}

TEST(AssumedUsRisk, OfABlocIsThatOfItsMembers) {
    const Overlay overlay = laidOver(test::bundled(), holding({assume(Quantity::inability, "EU27", "", "", 0.5)}));
    EXPECT_EQ(reasonOf(overlay), "a bloc has no inability to supply of its own; assume that of its members");
}

TEST(AssumedControlInputs, GiveBackTheirKeys) {
    const std::vector<Edit> edits{stake("A|a", {.central = 0.5}), control("IDN", "mine/2024/CHN", {.central = 0.5}),
                                  assume(Quantity::inability, "COD", "", "", 0.5),
                                  assume(Quantity::economicVulnerability, "IDN", "cobalt", "", 0.5)};
    const Overlay overlay = assuming(edits);
    ASSERT_EQ(overlay.data->assumed.size(), edits.size());
    for (std::size_t i = 0; i < edits.size(); ++i)
        EXPECT_EQ(keyOf(*overlay.data, overlay.data->assumed[i]), std::get<SetAssumption>(edits[i]).key);
}
