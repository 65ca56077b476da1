#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/consumer/net_reliance.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

using consumer::NetReliance;

Input inputOf(const Query& query, const NetReliance& found, std::string name, std::optional<double> value, Unit unit) {
    Input input;
    input.name = std::move(name);
    input.value = value;
    input.unit = unit;
    input.state = !value ? State::unknown : found.estimated ? State::estimated : State::known;
    input.source = found.source;
    input.year = found.year;
    input.basis = found.basis;
    input.economy = *query.economy;
    return input;
}

Input publishedInput(const Query& query, const NetReliance& found) {
    if (found.assumed != nullptr) return consumer::assumedInput(found, *query.economy);
    Input input = inputOf(query, found, "net imports over " + found.denominator + " consumption", found.published.value,
                          Unit::one);
    if (!found.published.value && found.published.bounds) {
        input.bounds = found.published.bounds;
        input.state = State::rounded;
    }
    input.remark = found.published.bounds ? found.remark : std::string(found.published.reason);
    return input;
}

// "(9 500 − 5 110 − 34) / 6 440": the publisher's own trade over its own consumption.
std::string numbersOf(const NetReliance& found) {
    const UsSalient& row = *found.account;
    std::string net = words::plain(*row.imports) + " − " + words::plain(*row.exports);
    if (found.stockIncrease) net += " − (" + words::plain(*found.stockIncrease) + ")";
    return "(" + net + ") / " + words::plain(*row.consumption);
}

void explainComputed(const Query& query, const NetReliance& found, Figure& figure) {
    const UsSalient& row = *found.account;
    figure.inputs.push_back(inputOf(query, found, "imports", row.imports, Unit::tonnes));
    figure.inputs.push_back(inputOf(query, found, "exports", row.exports, Unit::tonnes));
    figure.inputs.push_back(inputOf(query, found, "increase of stocks", found.stockIncrease, Unit::tonnes));
    figure.inputs.push_back(inputOf(query, found, found.denominator + " consumption", row.consumption, Unit::tonnes));
    for (Input& input : std::span(figure.inputs).last(4))
        input.remark = row.form;
    const bool stands = !found.published.bounds;
    const std::string increase = found.stockIncrease ? " − increase of stocks" : "";
    figure.formula.push_back(std::string(stands ? "" : "from the same publisher's trade: ") + "(imports − exports" +
                             increase + ") / " + found.denominator + " consumption");
    figure.formula.push_back((stands ? "= " : "") + numbersOf(found) + (stands ? "" : " = ") +
                             (stands ? "" : words::value(*found.computed.value, Unit::one)));
    if (!found.stockIncrease)
        figure.formula.emplace_back("the change of stocks is not published as one figure and is left out");
}

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const auto found = consumer::netRelianceOf(query);
    if (!found) return consumer::unanswered(Unit::one, Error::missing("net import reliance"));
    Figure figure = consumer::figureOf(found->raw(), Unit::one);
    if (found->year != query.year) figure.flags.add(Flag::yearMismatch);
    if (!query.explained()) return figure;
    figure.inputs = {publishedInput(query, *found)};
    if (found->published.bounds)
        figure.formula = {
            found->assumed != nullptr ? "as you assume it" : "as published, of " + found->denominator + " consumption",
            consumer::resultLine(figure)};
    if (found->computed.value) explainComputed(query, *found, figure);
    if (!found->published.bounds && found->computed.value) figure.formula.push_back(consumer::resultLine(figure));
    consumer::settleRule(figure, found->assumed != nullptr ? "The range that you gave it."
                                                           : "Published only as more or less than so many percent.");
    return figure;
}

}  // namespace

const Definition net_import_reliance{
    .id = "net-import-reliance",
    .title = ADIT_TEXT("core", "Net import reliance"),
    .meaning = ADIT_TEXT("core",
                         "Net imports over consumption as a publisher gives it, else from its own trade; the input "
                         "names the denominator"),
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
