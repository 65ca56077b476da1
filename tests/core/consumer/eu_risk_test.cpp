#include "core/base/number_words.h"
#include "core/consumer/eu_study.h"
#include "core/governance/at.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace adit;

namespace {

index::Query unionOf(const char* mineral, Stage stage, int year) {
    index::Query query;
    query.data = test::bundled().get();
    query.mineral = *query.data->mineral(mineral);
    query.stage = stage;
    query.year = year;
    query.economy = query.data->economy("EU27");
    return query;
}

std::optional<consumer::RiskDifference> difference(const index::Query& query) {
    const auto risk = consumer::euRiskOf(query);
    return risk ? consumer::differenceOf(query, *risk) : std::nullopt;
}

const Input* factor(const std::vector<Input>& factors, std::string_view name) {
    for (const Input& input : factors) {
        if (input.name == name) return &input;
    }
    return nullptr;
}

}  // namespace

TEST(EuRisk, RecyclingIsTheStudysOwnRateWhereItGivesOne) {
    const index::Query query = unionOf("phosphate-rock", Stage::mine, 2022);
    const auto risk = consumer::euRiskOf(query);
    ASSERT_TRUE(risk);
    const Input* rate = factor(consumer::factorsOf(query, *risk), "end-of-life recycling input rate");
    EXPECT_EQ(risk->input.recyclingRate, Estimate::known(0.17));
    ASSERT_NE(rate, nullptr);
}

TEST(EuRisk, ASubstitutionIndexThatNobodyPublishesIsAnAssumptionByName) {
    const index::Query query = unionOf("copper", Stage::refine, 2022);
    const auto risk = consumer::euRiskOf(query);
    ASSERT_TRUE(risk);
    const std::vector<Input> factors = consumer::factorsOf(query, *risk);
    const Input* index = factor(factors, "substitution index");
    ASSERT_NE(index, nullptr);
    EXPECT_EQ(index->assumption, "substitution-index");
    EXPECT_EQ(index->value, 1.0);
}

TEST(EuRisk, ThePartsAddUpToTheDifferenceOfEveryPublishedMineral) {
    const Dataset& data = *test::bundled();
    std::size_t seen = 0;
    for (const Mineral& mineral : data.minerals) {
        for (const Stage stage : {Stage::mine, Stage::refine}) {
            const auto found = difference(unionOf(mineral.slug.c_str(), stage, 2022));
            if (!found) continue;
            ++seen;
            double sum = found->unexplained;
            for (const consumer::RiskStep& step : found->steps)
                sum += step.part;
            EXPECT_NEAR(sum, found->published->value - found->ours, 1e-9) << mineral.slug;
            EXPECT_NEAR(found->withTheirs + found->unexplained, found->published->value, 1e-9) << mineral.slug;
        }
    }
    EXPECT_GT(seen, 30U);
}

TEST(EuRisk, EveryInputThatTheStudyGivesIsSwitched) {
    const auto found = difference(unionOf("copper", Stage::refine, 2022));
    ASSERT_TRUE(found);
    std::vector<std::string> inputs;
    for (const consumer::RiskStep& step : found->steps) {
        inputs.push_back(step.input);
        EXPECT_NE(step.ours, step.theirs) << step.input;
    }
    const auto isSwitched = [&](const char* input) {
        return std::find(inputs.begin(), inputs.end(), input) != inputs.end();
    };
    EXPECT_TRUE(isSwitched("world shares"));
    EXPECT_TRUE(isSwitched("shares of supply to the Union"));
    EXPECT_TRUE(isSwitched("governance of the last year of its shares"));
    EXPECT_EQ(found->missing.back(), "its substitution index");
}

TEST(EuRisk, AtTheMineTheLargestProducersShareIsSwitched) {
    const auto found = difference(unionOf("phosphate-rock", Stage::mine, 2022));
    ASSERT_TRUE(found);
    const bool has = std::any_of(found->steps.begin(), found->steps.end(), [](const consumer::RiskStep& step) {
        return step.input == "share of the largest producer" && step.source.valid();
    });
    EXPECT_TRUE(has);
}

namespace {

const consumer::RiskStep* stepOf(const consumer::RiskDifference& difference, std::string_view start) {
    for (const consumer::RiskStep& step : difference.steps) {
        if (step.input.starts_with(start)) return &step;
    }
    return nullptr;
}

// The study's table of shares with one set and the rest in its proportions, weighted.
double concentrationWith(const index::Query& query, const consumer::MainShare& main) {
    const auto study = consumer::euStudyOf(query);
    const governance::Weights weights(*query.data, governance::Choice::allSix, query.year, {});
    const double before = *study->sourcing->find(main.economy)->share;
    double sum = 0.0;
    const auto add = [&](EconomyId economy, double share, double trade) {
        const double scaled =
            share * (economy == main.economy ? main.share / before : (1.0 - main.share) / (1.0 - before));
        sum += scaled * scaled * trade * governance::euScale * *weights.of(economy).value;
    };
    for (const consumer::Supplier& s : study->sourcing->suppliers) {
        if (!s.isOwn) add(s.economy, *s.share, 1.0);
    }
    for (const consumer::OwnPart& part : study->sourcing->own)
        add(part.economy, *part.quantity.value, 0.8);
    return sum;
}

}  // namespace

// The table of shares has China at 83 %, the study's summary at 45 %.
TEST(EuRisk, TheMainSuppliersShareIsThatOfTheSummary) {
    const index::Query query = unionOf("germanium", Stage::refine, 2022);
    const auto study = consumer::euStudyOf(query);
    ASSERT_TRUE(study && study->mainSupplier && study->sourcing);
    EXPECT_EQ(study->mainSupplier->share, 0.45);
    const auto found = difference(query);
    ASSERT_TRUE(found);
    const consumer::RiskStep* step = stepOf(*found, "shares of supply to the Union");
    ASSERT_NE(step, nullptr);
    EXPECT_EQ(step->input, "shares of supply to the Union with China at " + words::percent(0.45));
    ASSERT_TRUE(step->theirs);
    EXPECT_NEAR(*step->theirs, concentrationWith(query, *study->mainSupplier), 1e-9);
    EXPECT_LT(std::abs(found->unexplained), 0.25 * std::abs(found->difference()));
}

TEST(EuRisk, ASummaryThatAgreesWithTheTableIsNotNamed) {
    const auto found = difference(unionOf("magnesium", Stage::refine, 2022));
    ASSERT_TRUE(found);
    const consumer::RiskStep* step = stepOf(*found, "shares of supply to the Union");
    ASSERT_NE(step, nullptr);
    EXPECT_EQ(step->input, "shares of supply to the Union");
}

TEST(EuRisk, WithoutATableTheMainSuppliersShareIsPutIntoOurs) {
    Dataset data = *test::bundled();
    const SourceId table = *data.source("eu-crm-2023");
    std::erase_if(data.shares, [&](const SupplierShare& share) { return share.source == table; });
    index::Query query = unionOf("magnesium", Stage::refine, 2022);
    query.data = &data;
    const auto found = difference(query);
    ASSERT_TRUE(found);
    const consumer::RiskStep* step = stepOf(*found, "share of China in supply to the Union");
    ASSERT_NE(step, nullptr);
    EXPECT_GT(*step->theirs, *step->ours);  // 97 %, and less by trade
    EXPECT_TRUE(step->source.valid());
    EXPECT_NE(std::find(found->missing.begin(), found->missing.end(), "its other shares of supply"),
              found->missing.end());
}

TEST(EuRisk, AMainSupplierThatCannotBePutInIsNamedAmongWhatIsMissing) {
    const auto found = difference(unionOf("vanadium", Stage::mine, 2022));
    ASSERT_TRUE(found);
    EXPECT_NE(std::find(found->missing.begin(), found->missing.end(),
                        "its shares of supply (it names that of China alone, " + words::percent(0.62) + ")"),
              found->missing.end());
}

TEST(EuRisk, TheClosingIndexClosesTheDifference) {
    const auto found = difference(unionOf("magnesium", Stage::refine, 2022));
    ASSERT_TRUE(found);
    ASSERT_TRUE(found->closing);
    EXPECT_LE(*found->closing, 1.0);
    EXPECT_NEAR(found->withTheirs * *found->closing, found->published->value, 1e-9);
}

TEST(EuRisk, OnlyTheUnionHasAPublishedOne) {
    index::Query query = unionOf("copper", Stage::refine, 2022);
    query.economy = query.data->economy("JPN");
    EXPECT_FALSE(difference(query));
}
