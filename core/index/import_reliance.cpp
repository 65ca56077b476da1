#include "core/criticality/import_reliance.h"

#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const consumer::Question question = consumer::questionOf(query);
    const consumer::BalancePtr shared = consumer::sharedBalance(question);
    const Result<consumer::Balance>& balance = *shared;
    if (!balance) return consumer::unanswered(Unit::one, balance.error());
    const criticality::ImportReliance reliance =
        criticality::importRelianceEu({balance->production, balance->imported(), balance->exported()});
    Figure figure = consumer::figureOf(reliance.raw, Unit::one);
    figure.flags.add(balance->flags);
    if (!query.explained()) return figure;
    consumer::addBalance(figure, question, *balance);
    figure.formula = {"IR = (imports − exports) / (production + imports − exports)"};
    const std::string net = words::plain(balance->imports) + " − " + words::plain(balance->exports);
    figure.formula.push_back("= (" + net + ") / (" + consumer::put(balance->production, 0) + " + " + net + ")");
    figure.formula.push_back(consumer::resultLine(figure));
    consumer::settleRule(
        figure, "Own output that is not listed lies between nothing and half as much again as the last known.");
    return figure;
}

}  // namespace

const Definition import_reliance{
    .id = "import-reliance",
    .title = ADIT_TEXT("core", "Import reliance"),
    .meaning = ADIT_TEXT("core", "Net imports over own output and net imports; below 0 for a net exporter"),
    .unit = Unit::one,
    .range = {-unbounded, unbounded},
    .better = Better::lower,
    .method = "M10",
    .citation = "European Commission 2017, methodology for the EU list of critical raw materials",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade},
    .compute = compute,
};

}  // namespace adit::index
