// Indices of a supply mix with re-export hubs looked through: a loop of two hubs by hand, and every mineral of the
// bundled dataset against the look-through itself.
#include "core/consumer/supply_through.h"

#include "core/consumer/figures.h"
#include "core/cube/memo.h"
#include "core/index/registry.h"
#include "tests/support/bundled_index.h"
#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

using namespace adit;
using namespace adit::consumer;
using test::DatasetBuilder;
using test::Figures;

namespace {

constexpr Stage stage = Stage::refine;
const HubChoice automatic{HubRule::automatic, {}};

// What Japan imports: half from Switzerland, which draws on Belgium for a fifth and on China for the rest; a fifth from
// Belgium, which draws on Switzerland for half and on DR Congo for the rest. Neither makes any.
DatasetBuilder looped(const std::vector<Figures>& output = {{"CHN", 1000.0}, {"COD", 1000.0}}) {
    DatasetBuilder builder;
    builder.output("cobalt", stage, 2024, "yearbook", output);
    const auto flow = [&](const char* from, const char* to, double tonnes) {
        builder.trade("cobalt", stage, 2024, "customs", from, to, tonnes, 10.0 * tonnes);
    };
    flow("CHE", "JPN", 50.0);
    flow("BEL", "JPN", 20.0);
    flow("CHN", "JPN", 30.0);
    flow("BEL", "CHE", 20.0);
    flow("CHN", "CHE", 80.0);
    flow("CHE", "BEL", 50.0);
    flow("COD", "BEL", 50.0);
    return builder;
}

struct Asking {
    Dataset data;
    explicit Asking(const DatasetBuilder& builder) : data(builder.build()) {}

    index::Query query(const HubChoice& hubs) const {
        index::Query query;
        query.data = &data;
        query.mineral = *data.mineral("cobalt");
        query.stage = stage;
        query.year = 2024;
        query.economy = data.economy("JPN");
        query.hubs = hubs;
        return query;
    }
    Figure figure(std::string_view id, const HubChoice& hubs) const { return index::find(id)->compute(query(hubs)); }
    HubChoice listed(std::initializer_list<const char*> codes) const {
        HubChoice choice{HubRule::listed, {}};
        for (const char* code : codes)
            choice.listed.push_back(*data.economy(code));
        return choice;
    }
};

bool hasLine(const Figure& figure, const std::string& line) {
    return std::find(figure.formula.begin(), figure.formula.end(), line) != figure.formula.end();
}

double squares(const chain::Mix& mix) {
    double sum = 0.0;
    for (const chain::Source& source : mix)
        sum += source.from.valid() ? source.share * source.share : 0.0;
    return sum;
}

}  // namespace

TEST(SupplyThrough, ALoopOfHubsEndsWhereTheMineralIsMade) {
    const Asking asking(looped());
    EXPECT_NEAR(*asking.figure("supply-hhi", {}).value, 0.38, 1e-12);
    const Figure hhi = asking.figure("supply-hhi", automatic);
    ASSERT_TRUE(hhi.value);
    EXPECT_NEAR(*hhi.value, 0.8333333333 * 0.8333333333 + 0.1666666667 * 0.1666666667, 1e-9);
    EXPECT_TRUE(hhi.exact());
    EXPECT_TRUE(hhi.flags.has(Flag::proportionalMix));
    const Figure largest = asking.figure("largest-supplier", automatic);
    EXPECT_NEAR(*largest.value, 0.8333333333, 1e-9);
    EXPECT_EQ(largest.formula.front(), "share of China in supply");
    EXPECT_NEAR(*asking.figure("largest-supplier", {}).value, 0.5, 1e-12);
}

TEST(SupplyThrough, OnlyTheHubsThatAreListedAreLookedThrough) {
    const Asking asking(looped());
    // China 0.3 + 0.5 * 0.8, Belgium 0.2 + 0.5 * 0.2.
    EXPECT_NEAR(*asking.figure("supply-hhi", asking.listed({"CHE"})).value, 0.7 * 0.7 + 0.3 * 0.3, 1e-12);
}

TEST(SupplyThrough, TheFigureSaysWhichHubsAndWhereItsInputsAreFrom) {
    const Asking asking(looped());
    const Figure figure = asking.figure("supply-hhi", automatic);
    EXPECT_TRUE(hasLine(
        figure, "hubs looked through (exports by mass at least 2 times what it makes): Belgium and Switzerland"));
    EXPECT_TRUE(test::isSourced(figure));
    const auto named = [&](std::string_view name) {
        return std::find_if(figure.inputs.begin(), figure.inputs.end(),
                            [&](const Input& input) { return input.name == name; });
    };
    ASSERT_NE(named("China"), figure.inputs.end());
    EXPECT_EQ(named("China")->state, State::derived);
    ASSERT_NE(named("Belgium"), figure.inputs.end());
    EXPECT_NEAR(*named("Belgium")->value, 0.2, 1e-12);  // as traded
    ASSERT_NE(named("passed on by Belgium"), figure.inputs.end());
    EXPECT_EQ(named("passed on by Belgium")->value, 1.0);
    EXPECT_EQ(named("passed on by Belgium")->year, 2024);
    const Figure listed = asking.figure("largest-supplier", asking.listed({"CHE"}));
    EXPECT_TRUE(hasLine(listed, "hubs looked through (as asked for): Switzerland"));
}

TEST(SupplyThrough, WithoutAHubTheMixIsAsTraded) {
    const Asking asking(looped({{"CHN", 1000.0}, {"COD", 1000.0}, {"CHE", 90.0}, {"BEL", 90.0}}));
    const Figure asTraded = asking.figure("supply-hhi", {});
    const Figure through = asking.figure("supply-hhi", automatic);
    EXPECT_EQ(through.value, asTraded.value);
    EXPECT_EQ(through.bounds, asTraded.bounds);
    EXPECT_TRUE(hasLine(
        through, "no hub among the suppliers (exports by mass at least 2 times what it makes): the mix as traded"));
}

TEST(SupplyThrough, HubsThatOnlyFeedOneAnotherLeaveTheMix) {
    DatasetBuilder builder;
    builder.output("cobalt", stage, 2024, "yearbook", {{"CHN", 1000.0}});
    builder.trade("cobalt", stage, 2024, "customs", "CHE", "JPN", 50.0, 500.0)
        .trade("cobalt", stage, 2024, "customs", "CHN", "JPN", 50.0, 500.0)
        .trade("cobalt", stage, 2024, "customs", "BEL", "CHE", 50.0, 500.0)
        .trade("cobalt", stage, 2024, "customs", "CHE", "BEL", 50.0, 500.0);
    const Asking asking(builder);
    const Figure figure = asking.figure("supply-hhi", automatic);
    EXPECT_NEAR(*figure.value, 0.5, 1e-12);
    EXPECT_TRUE(hasLine(figure,
                        "hubs that only feed one another (exports by mass at least 2 times what it makes): Belgium and "
                        "Switzerland; the mix as traded"));
}

TEST(SupplyThrough, AHubWhoseSuppliersAreNotPublishedStaysAsItIs) {
    DatasetBuilder builder;
    builder.output("cobalt", stage, 2024, "yearbook", {{"CHN", 1000.0}});
    builder.trade("cobalt", stage, 2024, "customs", "CHE", "JPN", 25.0, 250.0)
        .trade("cobalt", stage, 2024, "customs", "CHN", "JPN", 75.0, 750.0);
    const Asking asking(builder);
    const Figure figure = asking.figure("supply-hhi", asking.listed({"CHE"}));
    EXPECT_NEAR(*figure.value, 0.25 * 0.25 + 0.75 * 0.75, 1e-12);
    EXPECT_TRUE(hasLine(figure, "hubs whose own suppliers are not published stay as they are: Switzerland"));
}

// Belgium's own output is withheld: somewhere between nothing and the 100 t that nobody is named for.
TEST(SupplyThrough, WhatAHubMakesItselfWithinBoundsGivesBounds) {
    const std::vector<Figures> output{{"CHN", 1000.0}, {"COD", 1000.0}, {"BEL", {}, test::withheld}, {"WORLD", 2100.0}};
    const Asking asking(looped(output));
    const HubChoice both = asking.listed({"CHE", "BEL"});
    const Figure figure = asking.figure("supply-hhi", both);
    ASSERT_TRUE(figure.bounds);
    EXPECT_FALSE(figure.value);
    EXPECT_EQ(figure.boundsRule, boundsBehindHubs);
    const Figure vulnerability = asking.figure("trade-vulnerability", both);
    EXPECT_FALSE(vulnerability.value);
    EXPECT_EQ(vulnerability.reason, "a share is not known");
    for (const double made : {0.0, 40.0, 100.0}) {
        const double own = made / (100.0 + made);
        const chain::Hub belgium{*asking.data.economy("BEL"),
                                 {{*asking.data.economy("BEL"), own},
                                  {*asking.data.economy("CHE"), 0.5 * (1.0 - own)},
                                  {*asking.data.economy("COD"), 0.5 * (1.0 - own)}}};
        const chain::Hub swiss{*asking.data.economy("CHE"),
                               {{*asking.data.economy("BEL"), 0.2}, {*asking.data.economy("CHN"), 0.8}}};
        const chain::Mix direct{
            {*asking.data.economy("BEL"), 0.2}, {*asking.data.economy("CHE"), 0.5}, {*asking.data.economy("CHN"), 0.3}};
        EXPECT_TRUE(figure.bounds->contains(squares(chain::throughHubs(direct, std::array{belgium, swiss}).mix)))
            << made;
    }
}

TEST(SupplyThrough, AMemoKeepsTheChoicesOfHubsApart) {
    const Asking asking(looped());
    cube::Memo memo(asking.data);
    const std::vector<HubChoice> choices{{}, automatic, asking.listed({"CHE"}), asking.listed({"BEL"}), {}};
    for (const std::string_view id : {"supply-hhi", "largest-supplier", "supply-hhi"}) {
        for (const HubChoice& choice : choices) {
            index::Query query = asking.query(choice);
            query.memo = &memo;
            EXPECT_EQ(index::find(id)->compute(query).value, asking.figure(id, choice).value) << id;
        }
    }
    Question question = mixQuestionOf(asking.query(automatic));
    question.memo = &memo;
    const SupplyPtr through = sharedSupply(question);
    EXPECT_TRUE((*through)->isThroughHubs());
    EXPECT_EQ(memo.supply(question), through);
    question.hubs = {};
    EXPECT_FALSE((*memo.supply(question))->isThroughHubs());
}

namespace {

double largestForeign(const LookedThrough& found, EconomyId consumer) {
    double largest = 0.0;
    for (const chain::Source& source : found.mix) {
        if (source.from.valid() && source.from != consumer) largest = std::max(largest, source.share);
    }
    return largest;
}

void expectFiguresOf(const index::Query& query, const LookedThrough& found) {
    const Figure hhi = index::find("supply-hhi")->compute(query);
    const Figure supplier = index::find("largest-supplier")->compute(query);
    const Figure vulnerability = index::find("trade-vulnerability")->compute(query);
    ASSERT_TRUE(hhi.bounds && supplier.bounds && vulnerability.bounds);
    const double squared = squares(found.mix);
    EXPECT_LE(hhi.bounds->lo, squared + 1e-12);
    EXPECT_GE(hhi.bounds->hi, squared - 1e-12);
    EXPECT_NEAR(hhi.value.value_or(squared), squared, 1e-12);
    const double largest = largestForeign(found, *query.economy);
    EXPECT_NEAR(supplier.value.value_or(largest), largest, 1e-12);
    for (const Figure* figure : {&hhi, &supplier, &vulnerability}) {
        if (figure->value) {
            EXPECT_TRUE(figure->bounds->contains(*figure->value));
        }
        EXPECT_TRUE(test::isSourced(*figure));
    }
}

}  // namespace

TEST(SupplyThrough, TheIndicesAreThoseOfTheLookThroughForEveryMineral) {
    const Dataset& data = *test::bundled();
    std::size_t changed = 0;
    for (std::size_t m = 0; m < data.minerals.size(); ++m) {
        for (const auto& [who, at] : {std::pair{"EU27", Stage::refine},
                                      {"DEU", Stage::refine},
                                      {"JPN", Stage::refine},
                                      {"EU27", Stage::mine},
                                      {"DEU", Stage::mine}}) {
            SCOPED_TRACE(data.minerals[m].slug + ' ' + who + ' ' + std::string(id(at)));
            index::Query query;
            query.data = &data;
            query.mineral = MineralId(m);
            query.stage = at;
            query.year = 2024;
            query.economy = data.economy(who);
            query.hubs = automatic;
            const auto found = lookThrough(questionOf(query), automatic);
            if (!found || !found->changes()) continue;
            ++changed;
            expectFiguresOf(query, *found);
        }
    }
    EXPECT_GE(changed, 20U);
}

TEST(SupplyThrough, TradeVulnerabilityWeighsThoseBehindTheHubs) {
    const Dataset& data = *test::bundled();
    const Question question{&data, *data.economy("DEU"), *data.mineral("magnesium"), stage, 2024};
    const auto found = lookThrough(question, automatic);
    ASSERT_TRUE(found && found->changes());
    index::Query query;
    query.data = &data;
    query.mineral = question.mineral;
    query.stage = stage;
    query.year = 2024;
    query.economy = question.consumer;
    const Figure asTraded = index::find("trade-vulnerability")->compute(query);
    query.hubs = automatic;
    const Figure through = index::find("trade-vulnerability")->compute(query);
    ASSERT_TRUE(asTraded.value && through.value);
    EXPECT_GT(*through.value, *asTraded.value);  // China stands behind the ports
    EXPECT_TRUE(test::isSourced(through));
}
