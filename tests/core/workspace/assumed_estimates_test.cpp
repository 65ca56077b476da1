// Governance, recycling rate and substitution index of the user's, in every figure that reads them.
#include "core/governance/at.h"
#include "core/governance/percentile.h"
#include "core/index/registry.h"
#include "core/workspace/edit.h"
#include "core/workspace/overlay.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;

namespace {

using Wanted = std::pair<Key, Assumption>;

Overlay assuming(const std::vector<Wanted>& wanted) {
    Workspace workspace;
    for (const auto& [key, assumption] : wanted)
        EXPECT_TRUE(applyTo(workspace, SetAssumption{key, assumption}));
    return laidOver(test::bundled(), workspace);
}

Key estimateOf(const char* economy, const char* detail) {
    return {Quantity::governance, economy, "", detail};
}

struct Asked {
    const char* index;
    const char* mineral;
    int year = 2022;
    const char* economy = "EU27";
    Stage stage = Stage::refine;
};

Figure figureOf(const Dataset& data, const Asked& asked) {
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral(asked.mineral);
    query.stage = asked.stage;
    query.year = asked.year;
    query.economy = data.economy(asked.economy);
    return index::find(asked.index)->compute(query);
}

// "governance pv/2022 -2"
std::vector<std::string> assumptionsOf(const Figure& figure) {
    std::vector<std::string> out;
    for (const Input& input : figure.inputs) {
        if (input.assumption.empty() || input.detail.empty()) continue;
        EXPECT_EQ(input.state, State::assumed);
        out.push_back(input.name + " " + input.detail);
    }
    return out;
}

const Input* inputOf(const Figure& figure, std::string_view assumption) {
    const auto found =
        std::ranges::find_if(figure.inputs, [&](const Input& input) { return input.assumption == assumption; });
    return found == figure.inputs.end() ? nullptr : &*found;
}

constexpr std::array<const char*, 6> dimensionsOf2022{"cc/2022", "ge/2022", "pv/2022", "rl/2022", "rq/2022", "va/2022"};

}  // namespace

// China makes nearly all gallium: with the worst estimates its weight is 10.
TEST(AssumedGovernance, GoesIntoTheWeightedConcentration) {
    std::vector<Wanted> worst;
    for (const char* dimension : dimensionsOf2022)
        worst.push_back({estimateOf("CHN", dimension), {.central = -2.5}});
    const Overlay overlay = assuming(worst);
    EXPECT_TRUE(overlay.idle.empty());
    const Asked asked{"governance-hhi", "gallium"};
    const Figure before = figureOf(*test::bundled(), asked);
    const Figure after = figureOf(*overlay.data, asked);
    ASSERT_TRUE(before.value && after.value);
    EXPECT_FALSE(before.flags.has(Flag::assumed));
    EXPECT_TRUE(after.flags.has(Flag::assumed));
    const Figure plain = figureOf(*overlay.data, {"hhi", "gallium"});
    EXPECT_GT(*after.value, *before.value);
    EXPECT_NEAR(*after.value, 10.0 * *plain.value, 0.1);
    EXPECT_EQ(assumptionsOf(after).size(), 6U);
    EXPECT_TRUE(assumptionsOf(before).empty());
}

TEST(AssumedGovernance, ReachesEveryIndexThatReadsItAndNoOther) {
    std::vector<Wanted> worst;
    for (const char* dimension : dimensionsOf2022)
        worst.push_back({estimateOf("CHL", dimension), {.central = -2.0}});
    const Overlay overlay = assuming(worst);
    for (const index::Definition* index : index::all()) {
        const Asked asked{index->id.data(), "copper", 2022, "USA"};
        const Figure before = figureOf(*test::bundled(), asked);
        const Figure after = figureOf(*overlay.data, asked);
        const bool reads = index->reads.has(index::Register::governance);
        EXPECT_EQ(before.value != after.value || before.bounds != after.bounds, reads) << index->id;
        EXPECT_EQ(!assumptionsOf(after).empty(), reads) << index->id;
        if (reads) {
            EXPECT_TRUE(after.flags.has(Flag::assumed)) << index->id;
        }
    }
}

TEST(AssumedGovernance, ARangeMakesTheFigureAnInterval) {
    const Overlay overlay = assuming({{estimateOf("CHL", "pv/2022"), {.central = -1.0, .low = -2.0, .high = 0.5}}});
    for (const char* index : {"geopolrisk", "trade-vulnerability", "eu-supply-risk", "governance-hhi"}) {
        const Asked asked{index, "copper", 2022, "USA"};
        const Figure before = figureOf(*test::bundled(), asked);
        const Figure after = figureOf(*overlay.data, asked);
        ASSERT_TRUE(after.value && after.bounds) << index;
        EXPECT_GT(after.bounds->width(), before.bounds->width()) << index;
        EXPECT_TRUE(after.bounds->contains(*after.value)) << index;
        const Input* input = inputOf(after, "governance");
        ASSERT_NE(input, nullptr) << index;
        EXPECT_EQ(input->bounds, (Interval{-2.0, 0.5})) << index;
    }
    // The ends are those of the ends.
    const auto geopolrisk = [](double estimate) {
        const Overlay at = assuming({{estimateOf("CHL", "pv/2022"), {.central = estimate}}});
        return *figureOf(*at.data, {"geopolrisk", "copper", 2022, "USA"}).bounds;
    };
    const Figure ranged = figureOf(*overlay.data, {"geopolrisk", "copper", 2022, "USA"});
    EXPECT_NEAR(ranged.bounds->lo, geopolrisk(0.5).lo, 1e-12);
    EXPECT_NEAR(ranged.bounds->hi, geopolrisk(-2.0).hi, 1e-12);
}

TEST(AssumedGovernance, StandsForItsYearAndForLaterOnesWithoutFigures) {
    const Overlay overlay = assuming({{estimateOf("CHL", "pv/2022"), {.central = -2.0}}});
    const auto moved = [&](int year) {
        const Asked asked{"geopolrisk", "copper", year, "USA"};
        return figureOf(*overlay.data, asked).value != figureOf(*test::bundled(), asked).value;
    };
    EXPECT_FALSE(moved(2021));
    EXPECT_TRUE(moved(2022));
    EXPECT_FALSE(moved(2023));
    const Overlay latest = assuming({{estimateOf("CHL", "pv"), {.central = -2.0}}});
    EXPECT_EQ(latest.data->assumed.front().detail, "pv/2023");
    const Asked later{"geopolrisk", "copper", 2024, "USA"};
    EXPECT_NE(figureOf(*latest.data, later).value, figureOf(*test::bundled(), later).value);
}

TEST(AssumedGovernance, OfAnEconomyThatNobodyRatesTakesThePlaceOfTheInterval) {
    const Dataset& base = *test::bundled();
    const governance::Weights before(base, governance::Choice::politicalStability, 2022);
    EconomyId unrated;
    for (std::size_t i = 0; i < base.economies.size() && !unrated.valid(); ++i) {
        if (base.economies[i].kind == EconomyKind::economy && before.of(EconomyId(i)).flags.has(Flag::noGovernance))
            unrated = EconomyId(i);
    }
    ASSERT_TRUE(unrated.valid());
    const Overlay overlay = assuming({{estimateOf(base[unrated].code.c_str(), "pv/2022"), {.central = 0.0}}});
    const governance::Weights after(*overlay.data, governance::Choice::politicalStability, 2022);
    EXPECT_EQ(after.of(unrated).value, 0.5);
    EXPECT_EQ(after.of(unrated).flags, (Flags{Flag::assumed}));
}

TEST(AssumedGovernance, ALaterYearThanAnyPublishedStandsAmongTheLatestRanks) {
    const Overlay overlay = assuming({{estimateOf("CHL", "pv/2025"), {.central = -3.0}}});
    const Dataset& data = *overlay.data;
    const governance::StabilityRanks ranks(data, 2025);
    EXPECT_EQ(ranks.year(), 2023);
    EXPECT_LT(*ranks.of(*data.economy("CHL")).value, 3.0);
    EXPECT_TRUE(ranks.of(*data.economy("CHL")).flags.has(Flag::assumed));
    // Who stood below it now stands above; who stands where it stood is not touched.
    EXPECT_TRUE(ranks.of(*data.economy("ZAF")).flags.has(Flag::assumed) ||
                ranks.of(*data.economy("ZAF")) ==
                    governance::StabilityRanks(*test::bundled(), 2025).of(*data.economy("ZAF")));
}

TEST(AssumedGovernance, ARankIsTouchedOnlyByWhatPassesIt) {
    const Dataset& base = *test::bundled();
    const EconomyId norway = *base.economy("NOR");
    const EconomyId congo = *base.economy("COD");
    const double congos = base.governanceAt(congo, Dimension::pv, 2022)->estimate;
    const Overlay overlay = assuming({{estimateOf("COD", "pv/2022"), {.central = congos + 0.01}}});
    const governance::StabilityRanks before(base, 2022);
    const governance::StabilityRanks after(*overlay.data, 2022);
    EXPECT_EQ(after.of(norway), before.of(norway));
    EXPECT_TRUE(after.of(congo).flags.has(Flag::assumed));
    EXPECT_TRUE(after.assumedBehind(norway).empty());
    EXPECT_EQ(after.assumedBehind(congo).size(), 1U);
}

TEST(AssumedGovernance, OfABlocCountsNowhereAndIsNamed) {
    const Overlay overlay = assuming({{estimateOf("EU27", "pv/2022"), {.central = -2.0}}});
    ASSERT_EQ(overlay.idle.size(), 1U);
    EXPECT_EQ(std::get<Key>(overlay.idle.front().what), estimateOf("EU27", "pv/2022"));
    EXPECT_EQ(overlay.idle.front().reason, IdleReason::ofMembers);
    EXPECT_EQ(overlay.data->governance.size(), test::bundled()->governance.size());
}

TEST(AssumedRecycling, TakesThePlaceOfThePublishedRateInTheEuSupplyRisk) {
    const Asked asked{"eu-supply-risk", "nickel", 2022, "USA"};
    const Figure before = figureOf(*test::bundled(), asked);
    const Overlay overlay =
        assuming({{{Quantity::recyclingRate, "", "nickel", ""}, {.central = 0.5, .note = "as planned"}}});
    const Figure after = figureOf(*overlay.data, asked);
    ASSERT_TRUE(before.value && after.value);
    EXPECT_NEAR(*after.value, *before.value / (1.0 - 0.16) * 0.5, 1e-9);
    const Input* input = inputOf(after, "recycling-rate");
    ASSERT_NE(input, nullptr);
    EXPECT_EQ(input->value, 0.5);
    EXPECT_EQ(input->remark, "as planned");
    EXPECT_FALSE(input->source.valid());
    const Asked other{"eu-supply-risk", "copper", 2022, "USA"};
    EXPECT_EQ(figureOf(*overlay.data, other).value, figureOf(*test::bundled(), other).value);
}

TEST(AssumedRecycling, ARangeMakesTheFigureAnInterval) {
    const Overlay overlay =
        assuming({{{Quantity::recyclingRate, "", "cobalt", ""}, {.central = 0.5, .low = 0.4, .high = 0.8}}});
    const Asked asked{"eu-supply-risk", "cobalt"};
    const Figure before = figureOf(*test::bundled(), asked);
    const Figure after = figureOf(*overlay.data, asked);
    EXPECT_NEAR(after.bounds->lo, before.bounds->lo / 0.78 * 0.2, 1e-9);
    EXPECT_NEAR(after.bounds->hi, before.bounds->hi / 0.78 * 0.6, 1e-9);
}

TEST(AssumedSubstitution, ScalesTheEuSupplyRisk) {
    const Asked asked{"eu-supply-risk", "cobalt"};
    const Figure before = figureOf(*test::bundled(), asked);
    const Overlay overlay = assuming({{{Quantity::substitutionIndex, "", "cobalt", ""}, {.central = 0.8, .low = 0.7}}});
    const Figure after = figureOf(*overlay.data, asked);
    EXPECT_NEAR(after.bounds->hi, before.bounds->hi * 0.8, 1e-9);
    EXPECT_NEAR(after.bounds->lo, before.bounds->lo * 0.7, 1e-9);
    const Input* input = inputOf(after, "substitution-index");
    ASSERT_NE(input, nullptr);
    EXPECT_EQ(input->value, 0.8);
}

TEST(AssumedEstimates, GiveBackTheirKeys) {
    const std::vector<Wanted> wanted{{estimateOf("CHL", "pv/2022"), {.central = -2.0}},
                                     {{Quantity::recyclingRate, "", "cobalt", ""}, {.central = 0.5}},
                                     {{Quantity::substitutionIndex, "", "cobalt", ""}, {.central = 0.8}}};
    const Overlay overlay = assuming(wanted);
    ASSERT_EQ(overlay.data->assumed.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i)
        EXPECT_EQ(keyOf(*overlay.data, overlay.data->assumed[i]), wanted[i].first);
}
