#include "core/consumer/network_of.h"

#include <algorithm>
#include <map>

namespace adit::consumer {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

double valueOf(const TradeTable& t, std::size_t row) {
    return TradeTable::has(t.usd[row]) ? t.usd[row] : 0.0;
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
    return std::any_of(data.assumed.begin(), data.assumed.end(), [&](const Assumed& a) {
        return a.what == Assumable::imports && a.mineral == mineral && a.detail.starts_with(place);
    });
}

}  // namespace

Result<TradeNetwork> networkOf(const Dataset& data, MineralId mineral, Stage stage, int year,
                               const chain::NetworkSettings& settings) {
    for (const TradeYear& found : allTradeYears(data, mineral, stage)) {
        if (found.year > year) continue;
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

}  // namespace adit::consumer
