#include "core/consumer/network_of.h"

#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/consumer/screen.h"
#include "core/cube/memo.h"
#include "core/dataset/assumed_in.h"

#include <algorithm>
#include <map>

namespace adit::consumer {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

// As published: a value of the user's decides neither who answers nor by what.
double valueOf(const TradeTable& t, std::size_t row) {
    const double usd = t.publishedUsd(row);
    return TradeTable::has(usd) ? usd : 0.0;
}

std::optional<SourceId> largestPublisher(const Dataset& data, Range range) {
    std::map<SourceId, double> values;
    for (std::size_t row = range.first; row < range.second; ++row) {
        if (counts(data.trade, row)) values[publisherOf(data, data.trade.source[row])] += valueOf(data.trade, row);
    }
    const auto most = std::max_element(values.begin(), values.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == values.end() ? std::nullopt : std::optional(most->first);
}

// The rows of one publisher that count, and how much of their value has a mass.
struct Rows {
    std::vector<std::size_t> rows;
    double value = 0.0;
    double withMass = 0.0;
};

Rows rowsOf(const Dataset& data, Range range, SourceId publisher) {
    Rows out;
    for (std::size_t row = range.first; row < range.second; ++row) {
        if (!counts(data.trade, row) || publisherOf(data, data.trade.source[row]) != publisher) continue;
        out.rows.push_back(row);
        out.value += valueOf(data.trade, row);
        if (TradeTable::has(amount(data.trade, row, Measured::mass))) out.withMass += valueOf(data.trade, row);
    }
    return out;
}

TradeNetwork measured(const Dataset& data, const Rows& rows, int year, const chain::NetworkSettings& settings) {
    const TradeTable& t = data.trade;
    TradeNetwork out;
    out.year = year;
    out.measured = rows.withMass >= 0.5 * rows.value && rows.withMass > 0.0 ? Measured::mass : Measured::value;
    if (out.measured == Measured::mass && rows.withMass < rows.value) out.flags.add(Flag::partialCoverage);
    std::vector<chain::TradeEdge> edges;
    for (const std::size_t row : rows.rows) {
        const double x = amount(t, row, out.measured);
        if (t.coverage[row] == TradeCoverage::top6) out.flags.add(Flag::partialCoverage);
        if (!TradeTable::has(x)) continue;
        if (out.measured == Measured::value && t.assumedUsdAt(row) != nullptr) out.flags.add(Flag::assumed);
        edges.push_back({t.exporter[row], t.importer[row], x});
        out.total += x;
        out.source = t.source[row];
    }
    out.network = chain::measure(edges, settings);
    return out;
}

// Whether the user set a flow of the mineral, stage and year.
bool hasAssumed(const Dataset& data, MineralId mineral, Stage stage, int year) {
    const std::string place = std::string(id(stage)) + '/' + std::to_string(year) + '/';
    return std::ranges::any_of(assumedOf(data, Assumable::imports),
                               [&](const Assumed& a) { return a.mineral == mineral && a.detail.starts_with(place); });
}

}  // namespace

Result<TradeNetwork> networkOf(const Dataset& data, MineralId mineral, Stage stage, int year,
                               const chain::NetworkSettings& settings) {
    std::size_t years = 0;
    for (const TradeYear& found : allTradeYears(data, mineral, stage)) {
        if (found.year > year) continue;
        if (++years > screenYears) break;  // an older network is not that of the year
        const auto publisher = largestPublisher(data, found.rows);
        if (!publisher) continue;
        TradeNetwork out = measured(data, rowsOf(data, found.rows, *publisher), found.year, settings);
        if (out.total <= 0.0) continue;
        if (found.year != year) out.flags.add(Flag::yearMismatch);
        if (out.measured == Measured::mass && hasAssumed(data, mineral, stage, found.year))
            out.flags.add(Flag::assumed);
        return out;
    }
    return Error::missing("trade in " + data[mineral].slug + " at the " + std::string(id(stage)) + " stage");
}

NetworkPtr sharedNetwork(const Question& q) {
    if (q.memo != nullptr) return q.memo->network(q);
    return std::make_shared<const Result<TradeNetwork>>(networkOf(*q.data, q.mineral, q.stage, q.year));
}

namespace {

const chain::Node* nodeOf(const TradeNetwork& trade, EconomyId economy) {
    for (const chain::Node& node : trade.network.nodes) {
        if (node.economy == economy) return &node;
    }
    return nullptr;
}

void explain(const index::Query& query, const TradeNetwork& trade, const chain::Node* node, Figure& figure) {
    const Unit unit = trade.measured == Measured::mass ? Unit::tonnesPerYear : Unit::usd;
    const auto add = [&](std::string name, double value, Unit of) {
        figure.inputs.push_back(derivedInput(std::move(name), Estimate::known(value), of, trade.source, trade.year));
    };
    if (node != nullptr) {
        add("imports above the floor", node->imports, unit);
        add("exports above the floor", node->exports, unit);
        add("suppliers", static_cast<double>(node->suppliers), Unit::count);
        add("customers", static_cast<double>(node->customers), Unit::count);
        add("shortest ways through it", node->betweenness, Unit::count);
    }
    const auto nodes = static_cast<double>(trade.network.nodes.size());
    add("economies in the network", nodes, Unit::count);
    add("world trade", trade.total, unit);
    if (trade.measured == Measured::value) addAssumedValues(figure, questionOf(query), trade.year, trade.source);
    const std::string through = node != nullptr ? words::grouped(node->betweenness, 2) : "0";
    const std::string name = (*query.data)[*query.economy].shortName;
    figure.formula = {
        "B = Σ_{s,t} (shortest ways from s to t through " + name + " / all of them) / ((n − 1)(n − 2))",
        "flows below 1 % of world trade are left out, here " + std::to_string(trade.network.dropped),
        "= " + through + " / (" + words::grouped(nodes - 1.0, 0) + " · " + words::grouped(nodes - 2.0, 0) + ")",
        resultLine(figure)};
}

}  // namespace

Figure betweennessFigure(const index::Query& query) {
    if (!query.economy) return Figure::absent(Unit::one, "whose place in trade was not said");
    if ((*query.data)[*query.economy].kind == EconomyKind::bloc)
        return Figure::absent(Unit::one, "a bloc is no place in the network: its members are");
    const NetworkPtr shared = sharedNetwork(questionOf(query));
    const Result<TradeNetwork>& trade = *shared;
    if (!trade) return unanswered(Unit::one, trade.error());
    if (trade->network.nodes.size() < 3) return Figure::absent(Unit::one, "fewer than three economies trade");
    const chain::Node* node = nodeOf(*trade, *query.economy);
    Figure figure = figureOf(Estimate::known(node != nullptr ? node->normalised : 0.0, trade->flags), Unit::one);
    if (query.explained()) explain(query, *trade, node, figure);
    return figure;
}

}  // namespace adit::consumer
