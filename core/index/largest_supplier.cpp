#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

// Exports leave in proportion from all sources, so that a share of supply is a share of consumption.
Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const consumer::SupplyPtr shared = consumer::sharedSupply(consumer::mixQuestionOf(query));
    const Result<consumer::Supply>& supply = *shared;
    if (!supply) return consumer::unanswered(Unit::one, supply.error());
    const consumer::Supplier* largest = nullptr;
    for (const consumer::Supplier& supplier : supply->suppliers) {
        if (supplier.economy != *query.economy && largest == nullptr) largest = &supplier;
    }
    Figure figure;
    figure.flags = supply->flags;
    if (query.explained()) consumer::addSuppliers(figure, *query.data, *supply);
    if (largest == nullptr) {
        figure.reason = "no foreign supplier is named";
        return figure;
    }
    figure.value = largest->share;
    figure.bounds = Interval{largest->bounds.lo, std::max(largest->bounds.hi, supply->unknownShare())};
    if (!figure.value) figure.reason = "the share is not known";
    if (!query.explained()) return figure;
    figure.formula = {"share of " + (*query.data)[largest->economy].shortName + " in supply"};
    consumer::addGround(figure, *query.data, *supply);
    figure.formula.push_back(consumer::resultLine(figure));
    consumer::settleRule(figure,
                         supply->isThroughHubs()
                             ? consumer::boundsBehindHubs
                             : "Own output lies within its bounds, and supply without a name may be of one economy.");
    return figure;
}

}  // namespace

const Definition largest_supplier{
    .id = "largest-supplier",
    .title = ADIT_TEXT("core", "Largest foreign supplier"),
    .meaning =
        ADIT_TEXT("core", "Share of a consumer's supply that comes from one other economy; the Union's limit is 65 %"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M19",
    .citation = "Regulation (EU) 2024/1252",
    .needsEconomy = true,
    .throughHubs = true,
    .reads = {Register::output, Register::trade},
    .compute = compute,
};

}  // namespace adit::index
