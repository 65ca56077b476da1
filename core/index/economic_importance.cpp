#include "core/consumer/assumed_input.h"
#include "core/consumer/figures.h"
#include "core/consumer/published_importance.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

// Which end uses a mineral has, and what value they add, is not in the dataset: the published result stands.
void explainPublished(const Query& query, const PublishedResult& row, Figure& figure) {
    Input input;
    input.name = "published economic importance";
    input.value = row.value;
    input.unit = Unit::score;
    input.source = row.source;
    input.year = row.year;
    input.economy = *query.economy;
    input.remark = row.material + ", one decimal; critical from 2.8 with a supply risk of 1";
    figure.inputs = {std::move(input)};
    figure.formula = {"as published: EI = substitution · Σ use_{a} · value added_{a} · 10 / largest value added",
                      consumer::resultLine(figure)};
}

// That of the user stands for every year, published or not.
Figure assumedFigure(const Query& query, const Assumed& assumed) {
    Figure figure = consumer::figureOf(consumer::estimateOf(assumed), Unit::score);
    if (!query.explained()) return figure;
    figure.inputs = {consumer::assumedInput(assumed, "economic importance", Unit::score)};
    figure.formula = {"as you assume it: EI = substitution · Σ use_{a} · value added_{a} · 10 / largest value added",
                      consumer::resultLine(figure)};
    consumer::settleRule(figure, "The ends are those of the range that you give.");
    return figure;
}

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::score);
    if (!consumer::isCoded(*query.data, query.economy, traitsOf(Assumable::economicImportance).onlyOf))
        return Figure::absent(Unit::score, "published for the Union alone; end uses and value added are not");
    const Assumed* assumed = query.data->assumedFor(Assumable::economicImportance, *query.economy, query.mineral);
    if (assumed != nullptr) return assumedFigure(query, *assumed);
    const PublishedResult* row = consumer::publishedImportance(*query.data, query.mineral, query.year);
    if (row == nullptr) return consumer::unanswered(Unit::score, Error::missing("economic importance"));
    Figure figure = consumer::figureOf(Estimate::known(row->value), Unit::score);
    if (row->year != query.year) figure.flags.add(Flag::yearMismatch);
    if (query.explained()) explainPublished(query, *row, figure);
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
    .reads = {Register::studies},
    .compute = compute,
};

}  // namespace adit::index
