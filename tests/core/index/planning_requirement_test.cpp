#include "core/consumer/holding.h"
#include "core/consumer/planning.h"
#include "core/index/indices.h"
#include "tests/support/bundled.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

namespace {

consumer::Question copper() {
    const Dataset& data = *test::bundled();
    return {&data, *data.economy("USA"), *data.mineral("copper"), Stage::refine, 2022};
}

Figure without(EconomyId supplier) {
    const consumer::Question q = copper();
    index::Query query;
    query.data = q.data;
    query.mineral = q.mineral;
    query.stage = q.stage;
    query.year = q.year;
    query.economy = q.consumer;
    query.partner = supplier;
    return index::planning_requirement.compute(query);
}

}  // namespace

TEST(PlanningRequirement, IsWhatConsumptionLacksInFourYears) {
    const auto supply = consumer::supplyOf(copper());
    ASSERT_TRUE(supply && supply->production && supply->production->value);
    const consumer::Term use = consumer::consumptionTerm(copper());
    ASSERT_TRUE(use.value.value);
    double others = 0.0;
    const consumer::Supplier* largest = nullptr;
    for (const consumer::Supplier& s : supply->suppliers) {
        if (s.isOwn) continue;
        if (largest == nullptr) {
            largest = &s;
        } else {
            others += s.tonnes.value_or(0.0);
        }
    }
    const Figure figure = bundledFigure("planning-requirement", "copper", Stage::refine, 2022, "USA");
    ASSERT_TRUE(figure.value);
    EXPECT_NEAR(*figure.value, 4.0 * std::max(0.0, *use.value.value - *supply->production->value - others), 1e-6);
    EXPECT_GT(*figure.value, 0.0);
    EXPECT_EQ(without(largest->economy).value, figure.value);
    EXPECT_TRUE(test::isSourced(figure));
}

TEST(PlanningRequirement, IsNeverNegativeAndLeastWhereTheLeastStops) {
    const auto supply = consumer::supplyOf(copper());
    ASSERT_TRUE(supply);
    double before = unbounded;
    for (const consumer::Supplier& s : supply->suppliers) {  // largest first
        if (s.isOwn) continue;
        const Figure figure = without(s.economy);
        ASSERT_TRUE(figure.value);
        EXPECT_GE(*figure.value, 0.0);
        EXPECT_LE(*figure.value, before + 1e-6);
        before = *figure.value;
    }
}

TEST(PlanningRequirement, IsAbsentWhereSupplyIsNotKnownByMass) {
    EXPECT_FALSE(bundledFigure("planning-requirement", "copper", Stage::refine, 2022).value);
    EXPECT_FALSE(bundledFigure("planning-requirement", "copper", Stage::refine, 1985, "USA").bounds);
}
