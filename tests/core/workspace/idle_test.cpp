// What of a workspace reaches no figure, and what is said of it.
#include "core/workspace/idle.h"

#include "core/consumer/supply.h"
#include "core/consumer/trade.h"
#include "core/workspace/describe.h"
#include "core/workspace/overlay.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"
#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using test::assume;
using test::holding;

namespace {

// One mine output, no trade, no measures.
DatasetPtr small() {
    test::DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "alpha", {{"COD", 70.0}, {"IDN", 5.0}});
    builder.bloc("V4", {"CZE", "POL"});
    return std::make_shared<const Dataset>(builder.build());
}

// "reason: words" of the only idle thing; empty where there is none.
std::string said(const DatasetPtr& data, const Workspace& workspace) {
    const Overlay overlay = laidOver(data, workspace);
    EXPECT_LE(overlay.idle.size(), 1U);
    return overlay.idle.empty() ? std::string() : describe(overlay.idle.front(), overlay.data.get());
}

std::string saidOfBundled(const Edit& edit) {
    return said(test::bundled(), holding({edit}));
}

// An economy that publishes nothing by mass in a year in which others trade.
std::optional<EconomyId> withoutMass(const Dataset& data, MineralId mineral, int year) {
    for (std::size_t i = 2; i < data.economies.size(); ++i) {
        const consumer::Question question{&data, EconomyId(i), mineral, Stage::refine, year};
        if (!consumer::importsOf(question, consumer::Measured::mass)) return EconomyId(i);
    }
    return std::nullopt;
}

}  // namespace

TEST(Idle, ACodeThatThisEditionDoesNotHave) {
    EXPECT_EQ(saidOfBundled(assume(Quantity::stock, "XXX", "cobalt", "")),
              "XXX, cobalt: stock: this edition has no economy or bloc XXX");
    EXPECT_EQ(saidOfBundled(assume(Quantity::price, "", "phlogiston", "")),
              "phlogiston: price: this edition has no mineral phlogiston");
    EXPECT_EQ(saidOfBundled(assume(Quantity::imports, "KOR", "cobalt", "refine/2024/XXX")),
              "South Korea, cobalt: refine imports from XXX in 2024: this edition has no economy or bloc XXX");
}

TEST(Idle, AnOwnMeasureOrBlocThatCannotStandHere) {
    OwnMeasure measure = test::ban("own-1");
    measure.againstAll = false;
    measure.targets = {"KOR", "XXX"};
    EXPECT_EQ(saidOfBundled(SetMeasure{"own-1", measure}),
              "own measure, ban by Indonesia on nickel (mine) from 2027: this edition has no economy or bloc XXX");
    EXPECT_EQ(saidOfBundled(SetBloc{"V4", OwnBloc{"V4", "Visegrad", {"CZE", "XXX"}}}),
              "own bloc Visegrad: this edition has no economy or bloc XXX");
    EXPECT_EQ(saidOfBundled(SetBloc{"EU27", OwnBloc{"EU27", "Mine", {"CZE", "POL"}}}),
              "own bloc Mine: this edition has an economy or bloc EU27 of its own");
}

TEST(Idle, OneWithoutAYearWhereAnotherNamesTheYearThatItStandsFor) {
    const Workspace both = holding({assume(Quantity::production, "COD", "cobalt", "mine", 90.0),
                                    assume(Quantity::production, "COD", "cobalt", "mine/2024", 80.0)});
    const Overlay overlay = laidOver(small(), both);
    ASSERT_EQ(overlay.idle.size(), 1U);
    EXPECT_EQ(std::get<Key>(overlay.idle.front().what), (Key{Quantity::production, "COD", "cobalt", "mine"}));
    EXPECT_EQ(describe(overlay.idle.front(), overlay.data.get()),
              "DR Congo, cobalt: mine production: it would stand for 2024, and another of yours names that year");
    ASSERT_EQ(overlay.data->assumed.size(), 1U);
    EXPECT_EQ(overlay.data->assumed.front().central, 80.0);
    // Consumption without a year is that of every year, and not idle for one that is given.
    EXPECT_EQ(said(test::bundled(), holding({assume(Quantity::consumption, "KOR", "cobalt", ""),
                                             assume(Quantity::consumption, "KOR", "cobalt", "2022")})),
              "");
}

TEST(Idle, OutputWhereNoneIsPublished) {
    EXPECT_EQ(said(small(), holding({assume(Quantity::production, "COD", "cobalt", "refine")})),
              "DR Congo, cobalt: refine production: no output of cobalt at this stage is published");
    EXPECT_EQ(said(small(), holding({assume(Quantity::production, "COD", "cobalt", "mine/1950")})),
              "DR Congo, cobalt: mine production in 1950: no output of cobalt at this stage is published for 1950");
    const std::string bloc = said(small(), holding({assume(Quantity::production, "V4", "cobalt", "mine/2024")}));
    EXPECT_NE(bloc.find("mine production in 2024: no output of a member of "), std::string::npos) << bloc;
    EXPECT_EQ(said(small(), holding({assume(Quantity::production, "CHL", "cobalt", "mine/2024")})), "");
}

TEST(Idle, FlowsWhereNoTradeIsPublished) {
    for (const auto& [quantity, detail] : {std::pair{Quantity::imports, "refine/CHN"}, {Quantity::exports, "refine"}}) {
        const std::string words = said(small(), holding({assume(quantity, "COD", "cobalt", detail)}));
        EXPECT_TRUE(words.ends_with(": no trade of cobalt at this stage is published")) << words;
    }
    for (const auto& [quantity, detail] :
         {std::pair{Quantity::imports, "refine/1950/COD"}, {Quantity::exports, "refine/1950"}}) {
        const std::string words = saidOfBundled(assume(quantity, "KOR", "cobalt", detail));
        EXPECT_TRUE(words.ends_with(" in 1950: no trade of cobalt at this stage is published for 1950")) << words;
    }
}

TEST(Idle, FlowsOfAnImporterWithoutTradeByMass) {
    const Dataset& data = *test::bundled();
    const MineralId cobalt = *data.mineral("cobalt");
    const int year = consumer::allTradeYears(data, cobalt, Stage::refine).front().year;
    const auto economy = withoutMass(data, cobalt, year);
    ASSERT_TRUE(economy);
    const std::string& code = data[*economy].code;
    for (const auto& [quantity, detail] : {std::pair{Quantity::imports, "refine/CHN"}, {Quantity::exports, "refine"}}) {
        const Overlay overlay = laidOver(test::bundled(), holding({assume(quantity, code.c_str(), "cobalt", detail)}));
        ASSERT_EQ(overlay.idle.size(), 1U) << code;
        const Idle& idle = overlay.idle.front();
        EXPECT_EQ(idle.reason, IdleReason::noTradeByMass) << code;
        EXPECT_EQ(std::get<Key>(idle.what).detail, detail);  // as the user wrote it
        EXPECT_EQ(idle.year, year);
        EXPECT_NE(reasonWords(idle, &data).find("not known by mass for " + std::to_string(year)), std::string::npos);
    }
}

TEST(Idle, AFlowOfABlocThatHasNoProportionsMarksNothing) {
    const Overlay overlay =
        laidOver(test::bundled(), holding({assume(Quantity::imports, "EU27", "copper", "refine/2024/TCD", 9000.0)}));
    ASSERT_EQ(overlay.idle.size(), 1U);
    EXPECT_EQ(overlay.idle.front().reason, IdleReason::noFlow);
    const Dataset& data = *overlay.data;
    const auto supply =
        consumer::supplyOf({&data, *data.economy("EU27"), *data.mineral("copper"), Stage::refine, 2024});
    ASSERT_TRUE(supply);
    EXPECT_FALSE(supply->flags.has(Flag::assumed));
    EXPECT_EQ(data.trade.size(), test::bundled()->trade.size());
}

TEST(Idle, WhatStaysInsideIsNoImport) {
    EXPECT_EQ(saidOfBundled(assume(Quantity::imports, "USA", "copper", "refine/2024/USA")),
              "United States, copper: refine imports from United States in 2024: what stays inside United States is "
              "no import");
    const std::string member = saidOfBundled(assume(Quantity::imports, "EU27", "copper", "refine/2024/DEU"));
    EXPECT_TRUE(member.ends_with("is no import")) << member;
}

TEST(Idle, ASeverityOfAKindThatNoMeasureTakes) {
    Workspace workspace = holding({assume(Quantity::severity, "", "", "ban", 0.9)});
    EXPECT_EQ(said(test::bundled(), workspace), "");
    EXPECT_EQ(said(small(), workspace), "severity of ban: no measure of this kind is without a severity of its own");
    OwnMeasure measure{.id = "own-1", .imposer = "COD", .mineral = "cobalt", .severity = OwnSeverity{0.5, {}, {}}};
    EXPECT_TRUE(applyTo(workspace, SetMeasure{"own-1", measure}));
    EXPECT_NE(said(small(), workspace), "");
    measure.severity.reset();
    EXPECT_TRUE(applyTo(workspace, SetMeasure{"own-1", measure}));
    EXPECT_EQ(said(small(), workspace), "");
}

TEST(Idle, TheEditThatTakesItOutIsThatOfTheSameThing) {
    const Edit edit = assume(Quantity::stock, "XXX", "cobalt", "");
    Workspace workspace = holding({edit});
    const Overlay overlay = laidOver(test::bundled(), workspace);
    ASSERT_EQ(overlay.idle.size(), 1U);
    EXPECT_EQ(idleOf(overlay.idle, edit), &overlay.idle.front());
    EXPECT_EQ(idleOf(overlay.idle, test::setStock("KOR", 1.0)), nullptr);
    EXPECT_TRUE(applyTo(workspace, removalOf(overlay.idle.front())));
    EXPECT_EQ(workspace, Workspace());
}
