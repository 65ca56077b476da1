#include "core/workspace/overlay.h"

#include "core/exposure/severity.h"
#include "core/index/registry.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;

namespace {

Workspace holding(std::vector<Edit> edits) {
    Workspace workspace;
    for (const Edit& edit : edits)
        EXPECT_TRUE(applyTo(workspace, edit));
    return workspace;
}

Edit assume(Quantity quantity, const char* economy, const char* mineral, const char* detail, double x) {
    return SetAssumption{{quantity, economy, mineral, detail}, Assumption{.central = x}};
}

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
    EXPECT_TRUE(overlay.unknown.empty());
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

TEST(Overlay, WhatThisEditionDoesNotHaveIsNamed) {
    const Overlay overlay = laidOver(test::bundled(), holding({assume(Quantity::stock, "XXX", "cobalt", "", 5.0)}));
    ASSERT_EQ(overlay.unknown.size(), 1U);
    EXPECT_EQ(overlay.unknown.front().economy, "XXX");
    EXPECT_TRUE(overlay.data->assumed.empty());
}

TEST(Overlay, GivesBackTheKeyOfAnAssumption) {
    const Overlay overlay = laidOver(test::bundled(), holding({assume(Quantity::stock, "KOR", "cobalt", "", 5.0)}));
    ASSERT_EQ(overlay.data->assumed.size(), 1U);
    EXPECT_EQ(keyOf(*overlay.data, overlay.data->assumed.front()), test::stockOf("KOR"));
}
