// The economic importance of the EU method and the expected loss of GDP of the user's.
#include "core/index/registry.h"
#include "core/workspace/describe.h"
#include "core/workspace/overlay.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using test::assume;
using test::bundled;
using test::holding;

namespace {

Overlay assuming(const Edit& edit) {
    return laidOver(bundled(), holding({edit}));
}

Figure figureOf(const Dataset& data, const char* index, const char* mineral, const char* economy, int year = 2024) {
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral(mineral);
    query.stage = Stage::refine;
    query.year = year;
    query.economy = data.economy(economy);
    return index::find(index)->compute(query);
}

std::string reasonOf(const Edit& edit) {
    const Overlay overlay = assuming(edit);
    return overlay.idle.size() == 1 ? reasonWords(overlay.idle.front(), overlay.data.get()) : std::string();
}

Edit ranged(Quantity quantity, const char* economy, const char* mineral, Interval range, double central) {
    return SetAssumption{{quantity, economy, mineral, ""},
                         Assumption{.central = central, .low = range.lo, .high = range.hi, .note = "as we see it"}};
}

}  // namespace

TEST(AssumedImportance, TakesThePlaceOfThePublishedOneInEveryYear) {
    const Overlay overlay = assuming(ranged(Quantity::economicImportance, "EU27", "cobalt", {5.0, 9.0}, 8.0));
    EXPECT_TRUE(overlay.idle.empty());
    for (const int year : {2012, 2024}) {
        const Figure figure = figureOf(*overlay.data, "economic-importance", "cobalt", "EU27", year);
        EXPECT_EQ(figure.value, 8.0);
        EXPECT_EQ(figure.bounds, (Interval{5.0, 9.0}));
        EXPECT_EQ(figure.flags, Flags{Flag::assumed});
        ASSERT_EQ(figure.inputs.size(), 1U);
        EXPECT_EQ(figure.inputs.front().assumption, "economic-importance");
        EXPECT_EQ(figure.inputs.front().remark, "as we see it");
        EXPECT_FALSE(figure.boundsRule.empty());
        for (const double x : {5.0, 8.0, 9.0}) {
            const Overlay at = assuming(assume(Quantity::economicImportance, "EU27", "cobalt", "", x));
            EXPECT_TRUE(
                figure.bounds->contains(*figureOf(*at.data, "economic-importance", "cobalt", "EU27", year).value));
        }
    }
    EXPECT_EQ(figureOf(*overlay.data, "economic-importance", "copper", "EU27"),
              figureOf(*bundled(), "economic-importance", "copper", "EU27"));
}

TEST(AssumedImportance, StandsAloneWhereNoneIsPublished) {
    const auto unstudied = std::ranges::find_if(bundled()->minerals, [](const Mineral& mineral) {
        return !figureOf(*bundled(), "economic-importance", mineral.slug.c_str(), "EU27").value;
    });
    ASSERT_NE(unstudied, bundled()->minerals.end());
    const char* slug = unstudied->slug.c_str();
    const Overlay overlay = assuming(assume(Quantity::economicImportance, "EU27", slug, "", 3.0));
    EXPECT_TRUE(overlay.idle.empty());
    EXPECT_EQ(figureOf(*overlay.data, "economic-importance", slug, "EU27").value, 3.0);
}

TEST(AssumedLoss, IsACentralValueInPlaceOfTheLowerBound) {
    EXPECT_FALSE(figureOf(*bundled(), "expected-loss", "gallium", "USA").value);
    const Overlay overlay = assuming(ranged(Quantity::expectedLoss, "USA", "gallium", {1e9, 5e9}, 3e9));
    const Figure figure = figureOf(*overlay.data, "expected-loss", "gallium", "USA");
    EXPECT_EQ(figure.value, 3e9);
    EXPECT_EQ(figure.bounds, (Interval{1e9, 5e9}));
    EXPECT_TRUE(figure.flags.has(Flag::assumed));
    EXPECT_TRUE(figure.reason.empty());
    EXPECT_EQ(figure.inputs.front().assumption, "expected-loss");
    EXPECT_EQ(figure.inputs.front().unit, Unit::usd);
    EXPECT_TRUE(std::ranges::none_of(figure.inputs, [](const Input& i) { return i.name == "loss, at least"; }));
    EXPECT_EQ(figure.boundsRule, "The ends are those of the range that you give.");
    const Figure exact = figureOf(*assuming(assume(Quantity::expectedLoss, "USA", "cobalt", "", 2e9)).data,
                                  "expected-loss", "cobalt", "USA");
    EXPECT_TRUE(exact.exact());
    EXPECT_TRUE(exact.boundsRule.empty());
}

TEST(AssumedStudies, AreIdleWhereTheMethodIsForAnother) {
    EXPECT_EQ(reasonOf(assume(Quantity::economicImportance, "USA", "cobalt", "")),
              "economic importance is defined for EU27 alone");
    EXPECT_EQ(reasonOf(assume(Quantity::economicImportance, "DEU", "cobalt", "")),
              "economic importance is defined for EU27 alone");
    EXPECT_EQ(reasonOf(assume(Quantity::expectedLoss, "EU27", "cobalt", "")),
              "expected loss of GDP is defined for United States alone");
    const Overlay overlay = assuming(assume(Quantity::expectedLoss, "JPN", "cobalt", ""));
    EXPECT_TRUE(overlay.data->assumed.empty());
}
