#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/consumer/studies.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

constexpr std::string_view study = "EU-CRM";

const PublishedResult* publishedFor(const Query& query) {
    const PublishedResult* found = nullptr;
    for (const PublishedResult& row : query.data->published) {
        const bool asked = row.mineral == query.mineral && row.study == study && row.quantity == "economic_importance";
        if (asked && row.year <= query.year && (found == nullptr || row.year > found->year)) found = &row;
    }
    return found;
}

// Which end uses a mineral has, and what value they add, is not in the dataset: the published result stands.
Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::score);
    if (!consumer::isCoded(*query.data, query.economy, "EU27"))
        return Figure::absent(Unit::score, "published for the Union alone; end uses and value added are not");
    const PublishedResult* row = publishedFor(query);
    if (row == nullptr) return consumer::unanswered(Unit::score, Error::missing("economic importance"));
    Figure figure = consumer::figureOf(Estimate::known(row->value), Unit::score);
    if (row->year != query.year) figure.flags.add(Flag::yearMismatch);
    if (!query.explained()) return figure;
    Input input;
    input.name = "published economic importance";
    input.value = row->value;
    input.unit = Unit::score;
    input.source = row->source;
    input.year = row->year;
    input.economy = *query.economy;
    input.remark = row->material + ", one decimal; critical from 2.8 with a supply risk of 1";
    figure.inputs = {std::move(input)};
    figure.formula = {"as published: EI = substitution · Σ use_{a} · value added_{a} · 10 / largest value added",
                      consumer::resultLine(figure)};
    return figure;
}

}  // namespace

const Definition economic_importance{
    .id = "economic-importance",
    .title = ADIT_TEXT("core", "Economic importance, EU method"),
    .meaning =
        ADIT_TEXT("core", "Value added by the Union's industries that use the mineral, as the Commission found it"),
    .unit = Unit::score,
    .range = {0.0, 10.0},
    .better = Better::neither,
    .method = "M12",
    .citation = "European Commission 2017; Blengini et al. 2017 (EUR 28654)",
    .needsEconomy = true,
    .reads = {},
    .compute = compute,
};

}  // namespace adit::index
