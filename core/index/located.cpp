#include "core/index/located.h"

#include "core/base/sum.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace adit::index {
namespace {

constexpr double defaultGrowth = 1.5;  // a withheld producer makes at most this much of its last known output

// The series as it stands, before anything is concluded from it.
struct Reading {
    Sum named;
    Sum filling;  // of the named, what is assumed where nothing is published
    std::optional<double> other;
    std::optional<double> world;
    bool isMoved = false;
    bool worldLeavesOut = false;  // the total's note says that it is "without" an economy
};

State stateOf(const OutputRow& row) {
    switch (row.flag) {
        case DataFlag::withheld:
            return State::withheld;
        case DataFlag::estimated:
        case DataFlag::derived:
            return row.tonnes ? State::estimated : State::unknown;
        case DataFlag::assumed:
            return State::assumed;
        case DataFlag::rounded:
            return row.tonnes ? State::rounded : State::unknown;
        case DataFlag::reported:
            break;
    }
    return row.tonnes ? State::known : State::unknown;
}

Flags flagsOf(State state) {
    switch (state) {
        case State::estimated:
            return {Flag::est};
        case State::assumed:
            return {Flag::assumed};
        case State::rounded:
            return {Flag::rounded};
        case State::withheld:
        case State::unknown:
            return {Flag::withheld};
        default:
            return {};
    }
}

// A rounded figure stands for half a unit of its last digit either way.
Interval rounded(double tonnes) {
    double unit = 1.0;
    while (std::fmod(tonnes, unit * 10.0) == 0.0 && unit < tonnes)
        unit *= 10.0;
    return {std::max(tonnes - unit / 2, 0.0), tonnes + unit / 2};
}

// The user's range, which for a bloc is its members' in proportion.
Interval assumed(const Dataset& data, const Series& series, const OutputRow& row) {
    const double tonnes = row.tonnes.value_or(0.0);
    const std::string detail = std::string(id(series.stage)) + '/' + std::to_string(series.year);
    if (const Assumed* own = data.assumedFor(Assumable::production, row.economy, series.mineral, detail))
        return own->bounds;
    for (const Assumed& a : data.assumed) {
        const bool isBloc = a.what == Assumable::production && a.mineral == series.mineral && a.detail == detail &&
                            data.isMember(row.economy, a.economy, series.year);
        if (isBloc && a.central > 0.0) return {tonnes * (a.bounds.lo / a.central), tonnes * (a.bounds.hi / a.central)};
    }
    return {tonnes, tonnes};
}

Interval boundsOf(const Dataset& data, const Series& series, const OutputRow& row, State state) {
    const double tonnes = row.tonnes.value_or(0.0);
    if (state == State::rounded) return rounded(tonnes);
    return state == State::assumed ? assumed(data, series, row) : Interval{tonnes, tonnes};
}

void read(const Dataset& data, const Series& series, Market& market, Reading& reading) {
    for (const OutputRow& row : data.production.rowsOf(series)) {
        if (row.economy == Dataset::world) {
            reading.world = row.tonnes;
            reading.isMoved = row.flag == DataFlag::assumed;
            reading.worldLeavesOut = data.notes[row.note].starts_with("without ");
        } else if (row.economy == Dataset::other) {
            reading.other = row.tonnes;
        } else {
            const State state = stateOf(row);
            const double tonnes = row.tonnes.value_or(0.0);
            const Interval bounds = boundsOf(data, series, row, state);
            if (row.tonnes == 0.0 && bounds.hi == 0.0) {
                market.zeros.push_back(row.economy);
                continue;
            }
            market.holders.push_back(
                {row.economy, state, row.tonnes, bounds, {}, {}, series.source, row.note, row.fillsRest});
            market.flags.add(flagsOf(state));
            reading.named.add(tonnes);
            if (row.fillsRest) reading.filling.add(tonnes);
        }
    }
}

// The published total, unless its parts add up to more, or what is assumed beside them. Never the total of one source
// with parts of another.
void settleTotal(const Reading& reading, Market& market) {
    const double named = reading.named.value();
    const double other = reading.other.value_or(0.0);
    const auto holds = [&](double parts) { return reading.world && *reading.world >= parts * (1.0 - 1e-12); };
    market.publishedTotal = holds(named - reading.filling.value());
    market.movedTotal = market.publishedTotal && (reading.isMoved || !holds(named));
    if (reading.world && !holds(named)) market.flags.add(Flag::partsExceedTotal);
    market.total = market.publishedTotal ? std::max(*reading.world, named) : named + other;
    market.unattributed = std::max(market.total - named, 0.0);
    const bool rounding = market.unattributed <= roundingShare * market.total && other == 0.0;
    market.residual = rounding ? ResidualRule::none : ResidualRule::others;
    if (market.unattributedShare() > roundingShare) market.flags.add(Flag::partialCoverage);
    if (market.total <= 0.0) market.flags.add(Flag::zeroTotal);
}

// What is assumed where nothing was published comes out of what a published total leaves over.
void settleRest(Market& market) {
    double more = 0.0;
    for (Holder& holder : market.holders) {
        holder.fillsRest = holder.fillsRest && market.publishedTotal;
        if (!holder.fillsRest || !holder.tonnes) continue;
        market.restMore += *holder.tonnes - holder.tonnesBounds.lo;
        more += holder.tonnesBounds.hi - *holder.tonnes;
    }
    market.restLess = std::min(more, market.unattributed);
    market.totalBounds = {market.total, market.total + more - market.restLess};
    for (const Holder& holder : market.holders) {
        if (holder.fillsRest || holder.state != State::assumed || !holder.tonnes) continue;
        market.totalBounds.lo -= *holder.tonnes - holder.tonnesBounds.lo;
        market.totalBounds.hi += holder.tonnesBounds.hi - *holder.tonnes;
    }
}

// The economy's last figure on this basis, not later than the year asked for.
std::optional<double> lastKnown(const Query& query, EconomyId economy, BasisId basis) {
    const Dataset& data = *query.data;
    std::optional<double> last;
    for (const Series& series : data.production.of(query.mineral, query.stage)) {
        if (series.year > query.year || series.basis != basis) continue;
        for (const OutputRow& row : data.production.rowsOf(series)) {
            if (row.economy == economy && row.tonnes) last = *row.tonnes;
        }
    }
    return last > 0.0 ? last : std::nullopt;
}

double smallest(const Market& market) {
    double least = unbounded;
    for (const Holder& holder : market.holders) {
        if (holder.tonnes && *holder.tonnes > 0.0) least = std::min(least, *holder.tonnes);
    }
    return least == unbounded ? 0.0 : least;
}

// Bounds of what is withheld or unknown: the room that the published total leaves beside "other countries",
// else up to 1.5 times the last known figure or the smallest listed producer (methods.md 0.3).
void boundOpen(const Query& query, const Reading& reading, Market& market) {
    const double room = market.publishedTotal && !reading.worldLeavesOut
                            ? market.total - reading.named.value() - reading.other.value_or(0.0)
                            : 0.0;
    const bool inside = room > roundingShare * market.total;
    for (Holder& holder : market.holders) {
        if (holder.tonnes) continue;
        market.openOnTop = !inside;
        if (inside) {
            holder.tonnesBounds = {0.0, room};
            continue;
        }
        const std::optional<double> last = lastKnown(query, holder.economy, market.basis);
        holder.tonnesBounds = {0.0, last ? defaultGrowth * *last : smallest(market)};
        market.flags.add(Flag::defaultInterval);
    }
}

}  // namespace

std::string nameOf(const Query& query) {
    const Dataset& data = *query.data;
    std::string mineral = data[query.mineral].slug;
    std::replace(mineral.begin(), mineral.end(), '-', ' ');
    const std::string stage = query.stage == Stage::refine ? "refined" : std::string(id(query.stage));
    return mineral + " " + stage + " output in " + std::to_string(query.year);
}

Result<Market> locatedMarket(const Query& query) {
    const Dataset& data = *query.data;
    const Series* series = data.seriesFor(query.mineral, query.stage, query.year, query.source);
    if (series == nullptr) return Error::missing("no published figure of " + nameOf(query));
    Market market;
    market.mineral = query.mineral;
    market.stage = query.stage;
    market.year = query.year;
    market.source = series->source;
    market.basis = series->basis;
    market.holders.reserve(series->last - series->first);
    Reading reading;
    read(data, *series, market, reading);
    settleTotal(reading, market);
    boundOpen(query, reading, market);
    settleRest(market);
    if (market.holders.size() == 1 && market.residual == ResidualRule::none) market.flags.add(Flag::singleSupplier);
    setShares(market);
    sortByShare(market);
    return market;
}

}  // namespace adit::index
