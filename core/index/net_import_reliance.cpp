#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

// The latest row not later than the year; of one year the first source.
const Consumption* published(const Query& query) {
    const Consumption* best = nullptr;
    for (const Consumption& row : query.data->consumption) {
        if (row.economy != *query.economy || row.mineral != query.mineral || row.year > query.year) continue;
        if (row.netImportReliancePercent && (best == nullptr || row.year > best->year)) best = &row;
    }
    return best;
}

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const Consumption* row = published(query);
    if (row == nullptr) return consumer::unanswered(Unit::one, Error::missing("net import reliance"));
    const double share = *row->netImportReliancePercent / 100.0;
    Figure figure = consumer::figureOf(Estimate::known(share), Unit::one);
    if (row->year != query.year) figure.flags.add(Flag::yearMismatch);
    if (share < 0.0) figure.flags.add(Flag::netExporter);
    if (!query.explained()) return figure;
    Input input;
    input.name = "net imports over " + row->denominator + " consumption";
    input.value = share;
    input.unit = Unit::one;
    input.source = row->source;
    input.year = row->year;
    input.basis = row->basis;
    input.economy = row->economy;
    input.remark = row->note;
    figure.inputs = {input};
    figure.formula = {"as published, of " + row->denominator + " consumption", consumer::resultLine(figure)};
    return figure;
}

}  // namespace

const Definition net_import_reliance{
    .id = "net-import-reliance",
    .title = ADIT_TEXT("core", "Net import reliance as published"),
    .meaning =
        ADIT_TEXT("core", "Net imports over consumption as a publisher gives it; the input names the denominator"),
    .unit = Unit::one,
    .range = {-unbounded, 1.0},
    .better = Better::lower,
    .method = "M14",
    .citation = "USGS Mineral Commodity Summaries, appendix on net import reliance",
    .needsEconomy = true,
    .reads = {Register::consumption},
    .compute = compute,
};

}  // namespace adit::index
