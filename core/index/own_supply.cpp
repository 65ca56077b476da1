#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/criticality/benchmarks.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

std::string levelLine(const Query& query) {
    const criticality::BenchmarkLevels levels;
    if (query.stage == Stage::component) return "the Union has set no benchmark for this stage";
    const bool mine = query.stage == Stage::mine;
    return std::string("the Union's benchmark for 2030: at least ") +
           words::percent(mine ? levels.extraction : levels.processing) + (mine ? " extracted" : " processed");
}

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const consumer::Question question = consumer::questionOf(query);
    const consumer::BalancePtr shared = consumer::sharedBalance(question);
    const Result<consumer::Balance>& balance = *shared;
    if (!balance) return consumer::unanswered(Unit::one, balance.error());
    const Estimate consumption = consumer::apparentConsumption(*balance);
    Figure figure =
        consumer::figureOf(criticality::homeBenchmark(balance->production, consumption, 0.0).share, Unit::one);
    figure.flags.add(balance->flags);
    if (!query.explained()) return figure;
    consumer::addBalance(figure, question, *balance);
    figure.formula = {"own supply = production / (production + imports − exports)",
                      "= " + consumer::put(balance->production, 0) + " t / " + consumer::put(consumption, 0) + " t",
                      levelLine(query), consumer::resultLine(figure)};
    consumer::settleRule(figure,
                         "Own output that is not listed lies between nothing and half as much again as the "
                         "last known.");
    return figure;
}

}  // namespace

const Definition own_supply{
    .id = "own-supply",
    .title = ADIT_TEXT("core", "Own supply"),
    .meaning = ADIT_TEXT("core",
                         "What a consumer makes itself of what it uses; the Union wants 10 % mined and 40 % processed "
                         "by 2030"),
    .unit = Unit::one,
    .range = {0.0, unbounded},
    .better = Better::higher,
    .method = "M19",
    .citation = "Regulation (EU) 2024/1252",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade},
    .compute = compute,
};

}  // namespace adit::index
