#include "core/consumer/figures.h"
#include "core/consumer/screen_figures.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

void explain(const consumer::Question& question, const consumer::CepiiScreen& screen, Figure& figure) {
    figure.formula = {"years of the last " + std::to_string(screen.trade.size()) +
                      " in which import HHI > 0.4, world-export HHI > 0.4 and imports over exports > 1, by value; two "
                      "make a dependency (" +
                      std::string(criticality::id(screen.verdict)) + ")"};
    for (std::size_t i = screen.trade.size(); i-- > 0;) {
        const bool isNewest = i + 1 == screen.trade.size();
        consumer::addScreenInputs(figure, question, screen.trade[i],
                                  isNewest ? consumer::Suppliers::listed : consumer::Suppliers::left);
        figure.formula.push_back(consumer::yearLine(screen.trade[i].year, consumer::cepiiCriteria, screen.years[i]));
    }
    figure.formula.push_back(consumer::resultLine(figure));
    consumer::settleRule(figure, "In a year in which the largest partners alone are published, criteria stay open.");
}

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::count);
    const consumer::Question question = consumer::questionOf(query);
    const auto screen = consumer::cepiiScreenOf(question);
    if (!screen) return consumer::unanswered(Unit::count, screen.error());
    std::vector<criticality::Verdict> verdicts;
    Flags flags;
    for (const criticality::Screen& year : screen->years)
        verdicts.push_back(year.verdict);
    for (const consumer::ScreenTrade& trade : screen->trade)
        flags.add(trade.flags);
    if (screen->trade.back().year != query.year) flags.add(Flag::yearMismatch);
    Figure figure = consumer::countFigure(consumer::countMet(verdicts), consumer::countMet(*screen), flags);
    if (query.explained()) explain(question, *screen, figure);
    return figure;
}

}  // namespace

const Definition cepii_screen{
    .id = "cepii-screen",
    .title = ADIT_TEXT("core", "Trade dependency, CEPII screen"),
    .meaning = ADIT_TEXT("core",
                         "Years of the last three in which imports and world exports are concentrated and imports "
                         "exceed exports; two make a dependency"),
    .unit = Unit::count,
    .range = {0.0, 3.0},
    .better = Better::lower,
    .method = "M18",
    .citation = "Lefebvre & Wibaux 2024 (CEPII GeoDep)",
    .needsEconomy = true,
    .reads = {Register::trade, Register::worldTrade},
    .compute = compute,
};

}  // namespace adit::index
