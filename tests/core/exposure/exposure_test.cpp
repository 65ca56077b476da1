#include "core/exposure/exposure.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace adit;
using namespace adit::exposure;

namespace {

EconomyId economy(std::size_t i) {
    return EconomyId{i};
}

const EconomyId consumer = economy(50);
constexpr std::array twoStages{Stage::refine, Stage::mine};

chain::Chain cobalt() {
    return {
        {{economy(0), 0.8}, {economy(1), 0.2}},
        {{{economy(0), {{economy(2), 0.9}, {economy(3), 0.1}}}, {economy(1), {{economy(2), 0.5}, {economy(3), 0.5}}}}}};
}

Bite bite(std::size_t imposer, Stage stage, MeasureKind kind, std::vector<EconomyId> targets = {}) {
    return {economy(imposer), stage, kind, targets.empty(), std::move(targets), 1.0, {}};
}

std::vector<Bite> someBites() {
    std::vector<Bite> bites;
    const int count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        bites.push_back(bite(static_cast<std::size_t>(*rc::gen::inRange(0, 4)),
                             *rc::gen::inRange(0, 2) == 0 ? Stage::mine : Stage::refine,
                             static_cast<MeasureKind>(*rc::gen::inRange(0, 6))));
    }
    return bites;
}

}  // namespace

RC_GTEST_PROP(Exposure, ThroughTheChainIsNeverLessThanDirect, ()) {
    const auto bites = someBites();
    const Exposure d = direct(cobalt().direct, Stage::refine, consumer, bites);
    const Exposure c = throughChain(cobalt(), twoStages, consumer, bites);
    RC_ASSERT(c.severity >= d.severity - 1e-12);
    RC_ASSERT(c.binary >= d.binary - 1e-12);
    RC_ASSERT(c.binary <= 1.0 + 1e-12);
}

RC_GTEST_PROP(Exposure, OneMoreMeasureNeverLowersIt, ()) {
    auto bites = someBites();
    const Exposure before = throughChain(cobalt(), twoStages, consumer, bites);
    bites.push_back(bite(static_cast<std::size_t>(*rc::gen::inRange(0, 4)), Stage::refine, MeasureKind::quota));
    const Exposure after = throughChain(cobalt(), twoStages, consumer, bites);
    RC_ASSERT(after.severity >= before.severity - 1e-12);
    RC_ASSERT(after.binary >= before.binary - 1e-12);
}

RC_GTEST_PROP(Exposure, TheRangeHoldsTheCentralFigureAndBinaryIsTheMost, ()) {
    const auto bites = someBites();
    const Exposure e = throughChain(cobalt(), twoStages, consumer, bites);
    RC_ASSERT(e.range.lo <= e.severity + 1e-12);
    RC_ASSERT(e.severity <= e.range.hi + 1e-12);
    RC_ASSERT(e.severity <= e.binary + 1e-12);
}

TEST(Exposure, NoMeasureIsExactlyNothing) {
    EXPECT_EQ(throughChain(cobalt(), twoStages, consumer, {}).severity, 0.0);
    EXPECT_EQ(throughChain(cobalt(), twoStages, consumer, {}).binary, 0.0);
}

TEST(Exposure, OverlappingMeasuresOfOneImposerCountOnce) {
    const std::array bites{bite(0, Stage::refine, MeasureKind::licensing), bite(0, Stage::refine, MeasureKind::quota)};
    const Exposure e = direct(cobalt().direct, Stage::refine, consumer, bites);
    EXPECT_DOUBLE_EQ(e.severity, 0.8 * 0.5);
    EXPECT_DOUBLE_EQ(e.severityBy[static_cast<std::size_t>(MeasureKind::licensing)], 0.8 * 0.3);
}

TEST(Exposure, ATargetedShareOfABlocScalesWhatBites) {
    Bite partly = bite(0, Stage::refine, MeasureKind::ban, {consumer});
    partly.targetedShare = 0.25;
    EXPECT_DOUBLE_EQ(direct(cobalt().direct, Stage::refine, consumer, std::span(&partly, 1)).binary, 0.2);
}

TEST(Exposure, AMineMeasureDoesNotHitRefinedMetalNorItsOwnRefineries) {
    const std::array bites{bite(0, Stage::mine, MeasureKind::ban)};
    EXPECT_EQ(direct(cobalt().direct, Stage::refine, consumer, bites).binary, 0.0);
    const chain::Chain own{{{economy(0), 1.0}}, {{{economy(0), {{economy(0), 1.0}}}}}};
    EXPECT_EQ(throughChain(own, twoStages, consumer, bites).binary, 0.0);
}

TEST(Exposure, UnknownOriginIsInTheUpperBoundOnly) {
    const chain::Chain chain{{{economy(0), 1.0}}, {{}}};
    const std::array bites{bite(2, Stage::mine, MeasureKind::ban)};
    const Exposure e = throughChain(chain, twoStages, consumer, bites);
    EXPECT_EQ(e.severity, 0.0);
    EXPECT_DOUBLE_EQ(e.range.hi, 1.0);
}

TEST(Exposure, PotentialTakesEveryChosenSupplierAsBanned) {
    const std::array chosen{economy(1)};
    EXPECT_DOUBLE_EQ(direct(cobalt().direct, Stage::refine, consumer, potential(chosen, Stage::refine)).severity, 0.2);
}
