#include "core/consumer/published_loss.h"

#include "core/base/number_words.h"
#include "core/consumer/assumed_input.h"
#include "core/consumer/figures.h"
#include "core/consumer/sole_producer.h"

namespace adit::consumer {
namespace {

constexpr std::string_view rank = "gdp_effect_rank";

const PublishedResult* find(const Dataset& data, MineralId mineral, std::string_view quantity) {
    for (const PublishedResult& row : data.published) {
        if (row.study == lossStudy && row.mineral == mineral && row.quantity == quantity) return &row;
    }
    return nullptr;
}

Input inputOf(std::string name, const PublishedResult& row, Unit unit) {
    Input input;
    input.name = std::move(name);
    input.value = row.value;
    input.unit = unit;
    input.source = row.source;
    input.year = row.year;
    return input;
}

void addFacilities(const index::Query& query, Figure& figure) {
    for (const DomesticFacilities& at : domesticFacilities(*query.data, *query.economy, query.mineral)) {
        const Facility& first = *at.operating.front();
        Input input;
        input.name = std::string(id(at.stage)) + ": " + (at.single() ? first.name : "facilities at home");
        input.value = static_cast<double>(at.operating.size());
        input.unit = Unit::count;
        input.source = first.source;
        input.year = first.year;
        input.remark = at.single() ? "the only one listed: a single point of failure" : "listed";
        figure.inputs.push_back(std::move(input));
    }
}

std::string whyAbsent(const PublishedResult* least, const PublishedResult* place) {
    if (least != nullptr) return "only a lower bound is published";
    return place != nullptr ? "only its rank among the minerals is published" : "nothing is published on it";
}

}  // namespace

const PublishedResult* publishedLoss(const Dataset& data, MineralId mineral) {
    return find(data, mineral, leastLossQuantity);
}

Figure publishedLossFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::usd);
    const Dataset& data = *query.data;
    if (!isCoded(data, query.economy, traitsOf(Assumable::expectedLoss).onlyOf))
        return Figure::absent(Unit::usd, "the study is of the United States alone");
    const Assumed* assumed = data.assumedFor(Assumable::expectedLoss, *query.economy, query.mineral);
    const PublishedResult* least = assumed != nullptr ? nullptr : publishedLoss(data, query.mineral);
    const PublishedResult* place = find(data, query.mineral, rank);
    Figure figure = assumed != nullptr ? figureOf(estimateOf(*assumed), Unit::usd)
                                       : Figure::absent(Unit::usd, whyAbsent(least, place));
    if (least != nullptr) figure.bounds = Interval{least->value, unbounded};
    if (!query.explained()) return figure;
    if (assumed != nullptr) figure.inputs.push_back(assumedInput(*assumed, "loss", Unit::usd));
    if (least != nullptr) figure.inputs.push_back(inputOf("loss, at least", *least, Unit::usd));
    if (place != nullptr) figure.inputs.push_back(inputOf("rank by effect on GDP", *place, Unit::count));
    addFacilities(query, figure);
    figure.formula = {"E[L] = Σ_{n} p_{n} · L_{n}, over the study's scenarios"};
    if (assumed != nullptr) {
        figure.formula.emplace_back("its terms are not published here: you assume the sum");
        figure.formula.push_back(resultLine(figure));
    }
    if (least != nullptr) {
        figure.formula.emplace_back("its terms are not published here, but a lower bound of the sum");
        figure.formula.push_back("= at least " + words::value(least->value, Unit::usd));
    }
    settleRule(figure, assumed != nullptr ? "The ends are those of the range that you give."
                                          : "The study says that the loss is more than this.");
    return figure;
}

}  // namespace adit::consumer
