#include "core/consumer/switching.h"

#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/consumer/figures.h"
#include "core/consumer/screen.h"

#include <algorithm>

namespace adit::consumer {
namespace {

struct Found {
    Measured measured = Measured::mass;
    int year = 0;
    FlowsPtr shared;

    const PartnerFlows& flows() const { return **shared; }
};

Question in(const Question& q, int year) {
    Question then = q;
    then.memberYear = q.membersIn();
    then.year = year;
    return then;
}

std::optional<Found> flowsFor(const Question& q, Measured measured) {
    std::vector<int> years = yearsScreened(q);
    std::reverse(years.begin(), years.end());
    for (const int year : years) {
        FlowsPtr flows = sharedFlows(in(q, year), measured);
        if (*flows) return Found{measured, year, std::move(flows)};
    }
    return std::nullopt;
}

// The newer of the two, by mass where both are of one year.
std::optional<Found> best(const Question& q) {
    auto mass = flowsFor(q, Measured::mass);
    auto value = flowsFor(q, Measured::value);
    if (!mass || (value && value->year > mass->year)) return value;
    return mass;
}

// What every exporter sends to others than the consumer, as the consumer's publisher has it.
std::map<EconomyId, double> elsewhere(const Question& q, const Found& found, Flags& flags) {
    const TradeTable& t = q.data->trade;
    std::map<EconomyId, double> out;
    const std::vector<EconomyId> members = membersOf(*q.data, q.consumer, q.membersIn());
    const auto isInside = [&](EconomyId economy) {
        return std::binary_search(members.begin(), members.end(), economy);
    };
    const auto [first, last] = q.data->tradeRange(q.mineral, q.stage, found.year);
    for (std::size_t row = first; row < last; ++row) {
        if (!counts(t, row) || publisherOf(*q.data, t.source[row]) != found.flows().publisher) continue;
        if (isInside(t.importer[row]) || isInside(t.exporter[row])) continue;
        const double x = amount(t, row, found.measured);
        if (TradeTable::has(x)) out[t.exporter[row]] += x;
        if (found.measured == Measured::value && t.assumedUsdAt(row) != nullptr) flags.add(Flag::assumed);
        if (t.coverage[row] == TradeCoverage::top6) flags.add(Flag::partialCoverage);
    }
    return out;
}

bool holds(const std::vector<EconomyId>& set, EconomyId economy) {
    return std::find(set.begin(), set.end(), economy) != set.end();
}

std::vector<Switchable> suppliersOf(const Found& found, const std::map<EconomyId, double>& others,
                                    const SwitchAsk& ask) {
    std::map<EconomyId, Switchable> all;
    for (const chain::Flow& flow : found.flows().imports)
        all[flow.from].toConsumer = flow.tonnes;
    for (const auto& [economy, amount] : others)
        all[economy].elsewhere = amount;
    for (const auto& [economy, spare] : ask.spare)
        all[economy].spare = spare;
    std::vector<Switchable> out;
    for (auto& [economy, supplier] : all) {
        supplier.economy = economy;
        supplier.stops = holds(ask.without, economy);
        out.push_back(supplier);
    }
    std::stable_sort(out.begin(), out.end(), [](const Switchable& a, const Switchable& b) {
        return std::pair(a.toConsumer, a.elsewhere) > std::pair(b.toConsumer, b.elsewhere);
    });
    return out;
}

Error notPublished(const Question& q, std::string_view how) {
    return Error::missing("imports " + std::string(how) + " of " + (*q.data)[q.consumer].name);
}

Result<Switching> coverOf(const Question& question, const std::optional<Found>& found, const SwitchAsk& ask) {
    if (!found) return notPublished(question, "by mass or value");
    if (found->measured == Measured::value && !ask.spare.empty())
        return Error::badInput("trade is published by value alone: spare capacity in tonnes cannot be set against it");
    Switching out;
    out.measured = found->measured;
    out.year = found->year;
    out.source = found->flows().source;
    out.flags = found->flows().flags;
    if (found->year != question.year) out.flags.add(Flag::yearMismatch);
    out.suppliers = suppliersOf(*found, elsewhere(question, *found, out.flags), ask);
    std::vector<chain::OtherSupplier> others;
    for (const Switchable& supplier : out.suppliers) {
        if (supplier.stops) {
            out.loss += supplier.toConsumer;
        } else {
            others.push_back({supplier.elsewhere, supplier.spare});
        }
    }
    if (out.loss <= 0.0) return Error::badInput("nothing is imported from those that stop: there is no loss to cover");
    const auto cover = chain::redirectableCover(others, out.loss, ask.redirectable);
    if (!cover) return cover.error();
    out.cover = *cover;
    return out;
}

// Who sends most; the rest of a list has no name.
std::optional<EconomyId> largestSender(const std::optional<Found>& found) {
    if (!found) return std::nullopt;
    const chain::Flow* most = nullptr;
    for (const chain::Flow& flow : found->flows().imports) {
        if (flow.from != Dataset::other && (most == nullptr || flow.tonnes > most->tonnes)) most = &flow;
    }
    return most != nullptr ? std::optional(most->from) : std::nullopt;
}

void explain(const index::Query& query, const Switching& found, EconomyId stops, Figure& figure) {
    const Dataset& data = *query.data;
    const bool mass = found.measured == Measured::mass;
    const Unit unit = mass ? Unit::tonnesPerYear : Unit::usd;
    double others = 0.0;
    for (const Switchable& s : found.suppliers) {
        const double amount = s.stops ? s.toConsumer : s.elsewhere;
        others += s.stops ? 0.0 : s.elsewhere;
        if (amount <= 0.0) continue;
        const std::string name = data[s.economy].shortName + (s.stops ? ", to the consumer" : ", elsewhere");
        figure.inputs.push_back(derivedInput(name, Estimate::known(amount), unit, found.source, found.year));
        figure.inputs.back().economy = s.economy;
        if (s.stops) figure.inputs.back().remark = "stops";
    }
    if (!mass) addAssumedValues(figure, questionOf(query), found.year, found.source);
    const std::string share = text::shortest(chain::redirectableByDefault);
    figure.formula = {"cover = Σ_{others} φ · exports elsewhere / what " + data[stops].shortName +
                          " sends, at most 1; no spare capacity is counted",
                      "φ = " + share + ", the part that can be redirected: an assumption",
                      "= " + share + " · " + words::grouped(others, 0) + " / " + words::grouped(found.loss, 0) +
                          (mass ? " t" : " USD"),
                      resultLine(figure)};
}

}  // namespace

Result<Switching> switchingOf(const Question& question, const SwitchAsk& ask) {
    return coverOf(question, best(question), ask);
}

Figure redirectableFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::one);
    const Question question = questionOf(query);
    const auto flows = best(question);
    const auto stops = query.partner ? query.partner : largestSender(flows);
    if (!stops) return unanswered(Unit::one, notPublished(question, "by mass or value"));
    const auto found = coverOf(question, flows, {{*stops}});
    if (!found) return Figure::absent(Unit::one, found.error().text);
    Figure figure = figureOf(Estimate::known(found->cover, found->flags), Unit::one);
    if (query.explained()) explain(query, *found, *stops, figure);
    return figure;
}

Result<Reallocation> reallocationOf(const Question& question, const std::map<EconomyId, double>& prices,
                                    double elasticity) {
    const auto found = flowsFor(question, Measured::value);
    if (!found) return notPublished(question, "by value");
    Reallocation out;
    out.year = found->year;
    out.source = found->flows().source;
    out.flags = found->flows().flags;
    out.flags.add(Flag::assumed);
    if (found->year != question.year) out.flags.add(Flag::yearMismatch);
    std::vector<chain::PricedShare> shares;
    for (const chain::Flow& flow : found->flows().imports) {
        const auto price = prices.find(flow.from);
        shares.push_back({flow.tonnes / found->flows().importTotal, price == prices.end() ? 1.0 : price->second});
        out.rows.push_back({flow.from, shares.back().share, 0.0});
    }
    const auto after = chain::reallocated(shares, elasticity);
    if (!after) return after.error();
    for (std::size_t i = 0; i < out.rows.size(); ++i)
        out.rows[i].after = (*after)[i];
    std::stable_sort(out.rows.begin(), out.rows.end(),
                     [](const auto& a, const auto& b) { return a.before > b.before; });
    return out;
}

}  // namespace adit::consumer
