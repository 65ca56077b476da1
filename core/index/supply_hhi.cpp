#include "core/consumer/figures.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

// What the shares leave open belongs to other economies, none larger than the smallest that is named.
Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const consumer::SupplyPtr shared = consumer::sharedSupply(consumer::mixQuestionOf(query));
    const Result<consumer::Supply>& supply = *shared;
    if (!supply) return consumer::unanswered(Unit::one, supply.error());
    Figure figure = consumer::figureOf(consumer::concentrationOf(*supply, nullptr), Unit::one);
    figure.flags.add(supply->flags);
    if (!query.explained()) return figure;
    consumer::addSuppliers(figure, *query.data, *supply);
    figure.formula = {"HHI of supply = Σ (share_{i})²"};
    consumer::addGround(figure, *query.data, *supply);
    figure.formula.push_back(consumer::squaresLine(*supply));
    figure.formula.push_back(consumer::resultLine(figure));
    consumer::settleRule(figure, supply->isThroughHubs()
                                     ? consumer::boundsBehindHubs
                                     : "Suppliers without a name are others, none larger than the smallest named.");
    return figure;
}

}  // namespace

const Definition supply_hhi{
    .id = "supply-hhi",
    .title = ADIT_TEXT("core", "Concentration of supply"),
    .meaning = ADIT_TEXT("core", "Sum of squared shares of the suppliers that a consumer draws on"),
    .unit = Unit::one,
    .plain = true,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M13",
    .citation = "Hirschman 1945; Lefebvre & Wibaux 2024 (CEPII GeoDep)",
    .needsEconomy = true,
    .throughHubs = true,
    .reads = {Register::output, Register::trade},
    .compute = compute,
};

}  // namespace adit::index
