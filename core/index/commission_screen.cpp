#include "core/consumer/figures.h"
#include "core/consumer/screen_figures.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::count);
    const consumer::Question question = consumer::questionOf(query);
    const auto screen = consumer::commissionScreenOf(question);
    if (!screen) return consumer::unanswered(Unit::count, screen.error());
    std::vector<criticality::Verdict> verdicts;
    for (const criticality::Criterion& criterion : screen->screen.criteria)
        verdicts.push_back(criterion.verdict);
    Figure figure =
        consumer::countFigure(consumer::countMet(verdicts), consumer::countMet(*screen), screen->trade.flags);
    if (!query.explained()) return figure;
    consumer::addScreenInputs(figure, question, screen->trade, consumer::Suppliers::listed);
    figure.formula = {
        "criteria met of three, by value: HHI of imports from outside > 0.4, imports from outside over all imports > "
        "0.5, imports from outside over exports > 1; all three make a dependency",
        consumer::yearLine(screen->trade.year, consumer::commissionCriteria, screen->screen),
        consumer::resultLine(figure), "dependency: " + std::string(criticality::id(screen->screen.verdict))};
    if ((*query.data)[*query.economy].kind != EconomyKind::bloc)
        figure.formula.emplace_back("an economy alone has no trade inside: all its imports come from outside");
    consumer::settleRule(figure, "Where the largest partners alone are published, criteria stay open.");
    return figure;
}

}  // namespace

const Definition commission_screen{
    .id = "commission-screen",
    .title = ADIT_TEXT("core", "Trade dependency, European Commission screen"),
    .meaning = ADIT_TEXT("core",
                         "Criteria met of three: imports from outside are concentrated, most of all imports, and more "
                         "than exports"),
    .unit = Unit::count,
    .range = {0.0, 3.0},
    .better = Better::lower,
    .method = "M18",
    .citation = "European Commission SWD(2021) 352; Arjona et al. 2023",
    .needsEconomy = true,
    .reads = {Register::trade, Register::worldTrade},
    .compute = compute,
};

}  // namespace adit::index
