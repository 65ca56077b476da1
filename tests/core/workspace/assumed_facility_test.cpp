// Outputs of facilities of the user's, in every figure by controller.
#include "core/consumer/host_control.h"
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

// COD makes 100 t: mine A of 60 t (70 CHN, 20 COD, 10 unknown) and mine N without a figure (JPN). AUS makes 50 t, all
// in B (AUS). IDN makes 50 t: the group G (CHN) says 40 t of it, its site S says nothing.
DatasetPtr mines() {
    test::DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"COD", 100.0}, {"AUS", 50.0}, {"IDN", 50.0}});
    builder.facility("A", "cobalt", "COD", 2024, 60.0);
    builder.stake("A", "a", "CHN", 2024, 70.0).stake("A", "b", "COD", 2024, 20.0).stake("A", "c", "", 2024, 10.0);
    builder.facility("N", "cobalt", "COD", 2024, 0.0).stake("N", "n", "JPN", 2024, 100.0);
    builder.facility("B", "cobalt", "AUS", 2024, 50.0).stake("B", "d", "AUS", 2024, 100.0);
    builder.facility("G", "cobalt", "IDN", 2024, 40.0, groupTotal).stake("G", "g", "CHN", 2024, 100.0, true);
    builder.facility("S", "cobalt", "IDN", 2024, 0.0).stake("S", "g", "CHN", 2024, 100.0, true);
    builder.facility("P", "cobalt", "AUS", 2024, 0.0, "planned");
    builder.facility("A", "copper", "COD", 2024, 900.0);
    builder.facility("A", "cobalt", "COD", 2023, 55.0);
    Dataset data = builder.build();
    for (Facility& facility : data.facilities)
        if (facility.outputTonnes == 0.0) facility.outputTonnes.reset();
    return std::make_shared<const Dataset>(std::move(data));
}

Overlay assuming(const std::vector<Edit>& edits) {
    return laidOver(mines(), holding(edits));
}

Edit output(const char* facility, Assumption x) {
    return SetAssumption{{Quantity::facilityOutput, "", "cobalt", std::string("mine|") + facility}, std::move(x)};
}

}  // namespace

TEST(AssumedOutput, TakesThePlaceOfThePublishedOneInEveryYearOfItsMineral) {
    const Overlay overlay = assuming({output("A", {.central = 80.0})});
    EXPECT_TRUE(overlay.idle.empty());
    EXPECT_NEAR(controlledBy(overlay, "CHN"), 56.0 + 40.0, 1e-9);
    EXPECT_NEAR(controlledBy(overlay, "COD"), 16.0, 1e-9);
    EXPECT_NEAR(controlledBy(overlay, "CHN", ControlRule::majority), 80.0 + 40.0, 1e-9);
    for (const Facility& facility : overlay.data->facilities) {
        if (facility.name != "A") continue;
        const bool isCobalt = overlay.data->minerals[facility.mineral.index()].slug == "cobalt";
        EXPECT_EQ(facility.outputTonnes, isCobalt ? 80.0 : 900.0) << facility.year;
        EXPECT_EQ(facility.assumedOutput.has_value(), isCobalt);
        if (isCobalt) {
            EXPECT_EQ(facility.assumedOutput->published, facility.year == 2024 ? 60.0 : 55.0);
        }
    }
}

TEST(AssumedOutput, StandsWhereNoneIsPublishedAndTheHostsOutputCapsIt) {
    EXPECT_NEAR(controlledBy(assuming({output("N", {.central = 30.0})}), "JPN"), 30.0, 1e-9);
    const Overlay capped = assuming({output("N", {.central = 140.0})});
    EXPECT_NEAR(controlledBy(capped, "JPN"), 100.0 * 140.0 / 200.0, 1e-9);
    EXPECT_TRUE(figureOf(capped, "hhi").flags.has(Flag::partsExceedTotal));
    const Overlay none = assuming({output("A", {.central = 0.0})});
    EXPECT_NEAR(controlledBy(none, "CHN"), 40.0, 1e-9);
    EXPECT_TRUE(figureOf(none, "hhi").flags.has(Flag::assumed));
    EXPECT_EQ(inputOf(figureOf(none, "hhi"), "facility-output")->value, 0.0);
}

// A group's total stands in for sites without a figure: one of the user's is a figure, and be it nothing.
TEST(AssumedOutput, OfASiteGoesBeforeTheTotalOfItsGroup) {
    EXPECT_NEAR(controlledBy(assuming({}), "CHN"), 42.0 + 40.0, 1e-9);
    EXPECT_NEAR(controlledBy(assuming({output("S", {.central = 10.0})}), "CHN"), 42.0 + 10.0, 1e-9);
    EXPECT_NEAR(controlledBy(assuming({output("S", {.central = 0.0})}), "CHN"), 42.0, 1e-9);
}

TEST(AssumedOutput, IsMarkedAndNamedAmongTheInputs) {
    const Overlay overlay = assuming({output("A", {.central = 80.0, .low = 70.0, .note = "after the restart"})});
    for (const char* index : {"hhi", "control-gap"}) {
        const Figure figure = figureOf(overlay, index);
        EXPECT_TRUE(figure.flags.has(Flag::assumed)) << index;
        EXPECT_FALSE(figure.flags.has(Flag::est)) << index;
        const auto input = inputOf(figure, "facility-output");
        ASSERT_TRUE(input) << index;
        EXPECT_EQ(input->name, "A");
        EXPECT_EQ(input->value, 80.0);
        EXPECT_EQ(input->bounds, (Interval{70.0, 80.0}));
        EXPECT_EQ(input->state, State::assumed);
        EXPECT_EQ(input->detail, "mine|A");
        EXPECT_EQ(input->year, 2024);
        EXPECT_TRUE(input->remark.starts_with("after the restart; a 70")) << input->remark;
    }
    EXPECT_FALSE(figureOf(assuming({}), "hhi").flags.has(Flag::assumed));
    const auto market = index::market(byController(*overlay.data, ControlRule::equity));
    EXPECT_EQ(market->find(*overlay.data->economy("COD"))->state, State::assumed);
    const auto host = consumer::hostControlOf(
        {overlay.data.get(), *overlay.data->economy("COD"), *overlay.data->mineral("cobalt"), Stage::mine, 2024});
    ASSERT_TRUE(host);
    EXPECT_TRUE(host->isAssumed());
}

TEST(AssumedOutput, ARangeHoldsTheFiguresOfItsEnds) {
    for (const char* facility : {"A", "N"}) {
        const Overlay ranged = assuming({output(facility, {.central = 50.0, .low = 0.0, .high = 130.0})});
        for (const ControlRule rule : {ControlRule::equity, ControlRule::majority, ControlRule::operatorFirst}) {
            for (const auto& [index, economy] :
                 std::initializer_list<std::pair<const char*, const char*>>{{"hhi", nullptr},
                                                                            {"control-gap", nullptr},
                                                                            {"cr1", nullptr},
                                                                            {"cr3", nullptr},
                                                                            {"share", "CHN"},
                                                                            {"share", "JPN"},
                                                                            {"share", "COD"},
                                                                            {"output", "CHN"}}) {
                const Figure figure = figureOf(ranged, index, rule, economy);
                ASSERT_TRUE(figure.bounds) << index;
                for (const double x : {0.0, 20.0, 50.0, 90.0, 130.0}) {
                    const Figure at = figureOf(assuming({output(facility, {.central = x})}), index, rule, economy);
                    ASSERT_TRUE(at.bounds) << index << ' ' << x;
                    EXPECT_LE(figure.bounds->lo, at.bounds->lo + 1e-9) << facility << ' ' << index << ' ' << x;
                    EXPECT_GE(figure.bounds->hi, at.bounds->hi - 1e-9) << facility << ' ' << index << ' ' << x;
                }
            }
        }
    }
}

// What a range takes from those beside it is theirs at least where it is least.
TEST(AssumedOutput, ARangeLeavesTheOthersOfTheHostARangeToo) {
    const Overlay ranged = assuming({output("N", {.central = 40.0, .low = 20.0, .high = 60.0})});
    const auto market = index::market(byController(*ranged.data, ControlRule::equity));
    const index::Holder& china = *market->find(*ranged.data->economy("CHN"));
    EXPECT_NEAR(*china.tonnes, 42.0 + 40.0, 1e-9);
    EXPECT_NEAR(china.tonnesBounds.lo, 0.7 * 60.0 * 100.0 / 120.0 + 40.0, 1e-9);
    EXPECT_NEAR(china.tonnesBounds.hi, 82.0, 1e-9);
    const index::Holder& japan = *market->find(*ranged.data->economy("JPN"));
    EXPECT_NEAR(japan.tonnesBounds.lo, 20.0, 1e-9);
    EXPECT_NEAR(japan.tonnesBounds.hi, 50.0, 1e-9);
}

// Facilities go before a share of control that is published or assumed.
TEST(AssumedOutput, LeavesNothingToAShareOfControlOfItsHost) {
    const Overlay overlay = assuming(
        {output("S", {.central = 10.0}), assume(Quantity::controlShare, "IDN", "cobalt", "mine/2024/JPN", 0.5)});
    EXPECT_EQ(reasonOf(overlay),
              "who controls the output of Indonesia in 2024 follows from its facilities; assume their stakes");
}

TEST(AssumedOutput, IsIdleWithItsReason) {
    EXPECT_EQ(reasonOf(assuming({output("Z", {.central = 5.0})})),
              "no such facility of cobalt at this stage is listed");
    EXPECT_EQ(reasonOf(assuming({output("G", {.central = 5.0})})),
              "it is the total of a group, which its sites make; assume theirs");
    EXPECT_EQ(reasonOf(assuming({output("P", {.central = 5.0})})), "it operates in no year that is listed");
    EXPECT_EQ(reasonOf(assuming({assume(Quantity::facilityOutput, "", "cobalt", "refine|A")})),
              "no such facility of cobalt at this stage is listed");
}

TEST(AssumedOutput, GivesBackItsKey) {
    const Edit edit = output("A", {.central = 5.0});
    const Overlay overlay = assuming({edit});
    ASSERT_EQ(overlay.data->assumed.size(), 1U);
    EXPECT_EQ(keyOf(*overlay.data, overlay.data->assumed.front()), std::get<SetAssumption>(edit).key);
}

TEST(AssumedOutput, OfTheBundledDataset) {
    const Overlay overlay =
        laidOver(test::bundled(), holding({assume(Quantity::facilityOutput, "", "cobalt", "mine|Mutanda", 30000.0)}));
    EXPECT_TRUE(overlay.idle.empty());
    index::Query query = byController(*overlay.data, ControlRule::majority);
    query.year = 2023;
    const Figure figure = index::find("hhi")->compute(query);
    EXPECT_TRUE(figure.flags.has(Flag::assumed));
    query.mineral = *overlay.data->mineral("copper");
    query.year = 2019;
    EXPECT_FALSE(index::find("hhi")->compute(query).flags.has(Flag::assumed));
}
