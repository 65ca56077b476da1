#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/exposure/at_date.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const auto day = controls::lastDay(std::to_string(query.year));
    if (!day) return Figure::absent(Unit::one, "the year is out of range");
    const exposure::AtDatePtr shared = exposure::sharedExposure(consumer::questionOf(query), *day);
    const Result<exposure::AtDate>& exposed = *shared;
    if (!exposed) return consumer::unanswered(Unit::one, exposed.error());
    Figure figure = consumer::figureOf(Estimate::about(exposed->binary, exposed->binaryRange), Unit::one);
    figure.flags.add(exposed->supply.flags);
    if (!query.explained()) return figure;
    consumer::addSuppliers(figure, *query.data, exposed->supply);
    figure.formula = {"Σ share_{i}, of suppliers with any measure in force on 31 December",
                      consumer::groundLine(*query.data, exposed->supply), consumer::resultLine(figure)};
    std::vector<std::string> ids;
    for (const exposure::Hit& hit : exposed->hits) {
        if (hit.counts() && hit.supplyShare > 0.0) ids.push_back(hit.measure->id);
    }
    if (!ids.empty()) figure.formula.push_back("in force: " + words::list(ids));
    consumer::settleRule(
        figure, "The upper end counts suppliers without a name, suspensions past their end and measures on a part.");
    return figure;
}

}  // namespace

const Definition exposure_binary{
    .id = "exposure-binary",
    .title = ADIT_TEXT("core", "Supply under export measures"),
    .meaning =
        ADIT_TEXT("core", "Share of a consumer's supply from economies with a measure in force at the year's end"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M27",
    .citation = "OECD, Inventory of Export Restrictions on Industrial Raw Materials",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::measures},
    .compute = compute,
};

}  // namespace adit::index
