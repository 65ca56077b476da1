#include "core/base/sum.h"
#include "core/index/control.h"
#include "core/index/located.h"

#include <algorithm>

namespace adit::index {
namespace {

struct Tally {
    EconomyId controller;
    Sum tonnes;
    Sum least;
    Sum most;
    State state = State::derived;
    SourceId source;
};

void add(std::vector<Tally>& tallies, const HostClaim& claim) {
    auto it =
        std::find_if(tallies.begin(), tallies.end(), [&](const Tally& t) { return t.controller == claim.controller; });
    if (it == tallies.end()) it = tallies.insert(it, Tally{claim.controller, {}, {}, {}, claim.state, claim.source});
    it->tonnes.add(claim.tonnes);
    it->least.add(claim.bounds.lo);
    it->most.add(claim.bounds.hi);
    if (claim.state == State::assumed) it->state = State::assumed;
}

bool isListed(const Market& located, EconomyId host) {
    return located.find(host) != nullptr;
}

// What a host may hand out at most: its located output; hosts without one share the unattributed part, and a
// withheld output that the total leaves out has no place in it.
double roomOf(const Market& located, EconomyId host) {
    const Holder* holder = located.find(host);
    if (holder == nullptr) return located.unattributed;
    return holder->tonnes.value_or(located.openOnTop ? 0.0 : located.unattributed);
}

double within(double room, double sum) {
    return sum <= room ? 1.0 : room / sum;
}

// What an asset counts for in its host's room.
struct Part {
    double tonnes = 0.0;
    Interval bounds;
};

// Assets of one host together never count for more than its located output: with a range, an asset has least where it
// makes least and those beside it most.
Part partOf(const std::vector<Asset>& assets, const Asset& asset, const Market& located, Flags& flags) {
    const EconomyId host = asset.facility->economy;
    const bool listed = isListed(located, host);
    Sum sum;
    Sum least;  // of the others
    Sum most;
    for (const Asset& one : assets) {
        const EconomyId other = one.facility->economy;
        if (other != host && (listed || isListed(located, other))) continue;
        sum.add(one.tonnes);
        if (&one == &asset) continue;
        least.add(one.bounds.lo);
        most.add(one.bounds.hi);
    }
    const double room = roomOf(located, host);
    if (sum.value() > room * (1.0 + roundingShare) && room > 0.0) flags.add(Flag::partsExceedTotal);
    const double tonnes = asset.tonnes * within(room, sum.value());
    if (asset.bounds.exact() && least.value() == most.value()) return {tonnes, {tonnes, tonnes}};
    const auto end = [&](double own, double others) { return own * within(room, own + others); };
    return {tonnes, {end(asset.bounds.lo, most.value()), end(asset.bounds.hi, least.value())}};
}

bool hasAssumedStake(const Dataset& data, const Facility& facility) {
    if (data.assumed.empty()) return false;
    const auto stakes = stakesAt(data, facility);
    return std::any_of(stakes.begin(), stakes.end(), [](const Stake* stake) { return stake->assumed.has_value(); });
}

void addAssets(const Query& query, const Market& located, Flags& flags, std::vector<HostClaim>& claims) {
    const std::vector<Asset> all = assets(query);
    for (const Asset& asset : all) {
        const EconomyId host = asset.facility->economy;
        const Part part = partOf(all, asset, located, flags);
        const bool isMade = asset.facility->assumedOutput.has_value();
        if (!isMade && asset.facility->flag != DataFlag::reported) flags.add(Flag::est);
        const bool assumed = isMade || hasAssumedStake(*query.data, *asset.facility);
        if (assumed) flags.add(Flag::assumed);
        if (isMade && part.bounds.hi <= 0.0) continue;
        for (const Claim& claim : asset.claims)
            claims.push_back({host,
                              claim.controller,
                              part.tonnes * claim.fraction,
                              {part.bounds.lo * claim.bounds.lo, part.bounds.hi * claim.bounds.hi},
                              assumed ? State::assumed : State::derived,
                              asset.facility->source});
    }
}

// Percent of a host's output, within the range that the user gives it.
Interval rangeOf(const ControlShare& row) {
    return row.assumed ? row.assumed->percent : Interval{row.percent, row.percent};
}

State stateOf(const ControlShare& row) {
    if (row.assumed && row.assumed->own) return State::assumed;
    return row.bound != 0 ? State::rounded : State::derived;
}

void addHosts(const Query& query, const Market& located, Flags& flags, std::vector<HostClaim>& claims) {
    std::vector<std::pair<EconomyId, EconomyId>> seen;  // one source a host and owner: shares are never averaged
    for (const ControlShare& row : query.data->control) {
        const Holder* host = located.find(row.host);
        if (!isUsable(query, row) || host == nullptr || !host->tonnes) continue;
        const std::pair key{row.host, row.owner};
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        seen.push_back(key);
        if (row.assumed) flags.add(Flag::assumed);
        const Interval range = rangeOf(row);
        if (range.hi <= 0.0) continue;
        claims.push_back({row.host,
                          row.owner,
                          *host->tonnes * row.percent / 100.0,
                          {*host->tonnes * range.lo / 100.0, *host->tonnes * range.hi / 100.0},
                          stateOf(row),
                          row.source});
    }
}

void settle(Market& market, const std::vector<Tally>& tallies) {
    Sum known;
    for (const Tally& tally : tallies) {
        const double tonnes = tally.tonnes.value();
        known.add(tonnes);
        // Of a range, the least is its own; what lies above may be anyone's.
        const double least = std::min(tally.least.value(), tonnes);
        market.contested += tonnes - least;
        market.holders.push_back({tally.controller,
                                  tally.state,
                                  tonnes,
                                  {least, std::max(tally.most.value(), tonnes)},
                                  {},
                                  {},
                                  tally.source,
                                  0});
    }
    market.unattributed = std::max(market.total - known.value(), 0.0);
    const bool open = market.unattributedShare() > 1e-12;
    if (!open) market.unattributed = 0.0;
    market.residual = open ? ResidualRule::anyone : ResidualRule::none;
    if (open) market.flags.add(Flag::unattributedControl);
    if (!open && tallies.size() == 1) market.flags.add(Flag::singleSupplier);
}

}  // namespace

bool hasAsset(const Query& query, EconomyId host) {
    const auto& all = query.data->facilities;
    return std::any_of(all.begin(), all.end(), [&](const Facility& f) {
        return f.economy == host && f.mineral == query.mineral && f.stage == query.stage && f.year == query.year &&
               f.outputTonnes;
    });
}

// A world row is a total for checking; shares of capacity or of the number of mines are not shares of output.
bool isUsable(const Query& query, const ControlShare& row) {
    return row.mineral == query.mineral && row.stage == query.stage && row.year == query.year && !row.forecast &&
           row.measure == "output" && row.host != Dataset::world && (row.percent > 0.0 || row.assumed) &&
           !hasAsset(query, row.host);
}

// A basis in gross weight cannot be set against facilities given in content.
bool isOnBasisOfControl(const Query& query, const Market& located) {
    const bool gross = (*query.data)[located.basis].find("gross") != std::string::npos;
    return !gross || (*query.data)[query.mineral].basis.find("gross") != std::string::npos;
}

std::vector<HostClaim> hostClaims(const Query& query, const Market& located, Flags& flags) {
    std::vector<HostClaim> claims;
    if (!isOnBasisOfControl(query, located)) return claims;
    addAssets(query, located, flags, claims);
    addHosts(query, located, flags, claims);
    return claims;
}

Result<Market> controlledMarket(const Query& query, const Market& located) {
    Market market;
    market.mineral = query.mineral;
    market.stage = query.stage;
    market.year = query.year;
    market.view = View::controlled;
    market.source = located.source;
    market.basis = located.basis;
    market.total = located.total;
    market.publishedTotal = located.publishedTotal;
    market.movedTotal = located.movedTotal;
    for (const Flag flag : {Flag::est, Flag::withheld, Flag::zeroTotal, Flag::partsExceedTotal, Flag::assumed}) {
        if (located.flags.has(flag)) market.flags.add(flag);
    }
    std::vector<Tally> tallies;
    for (const HostClaim& claim : hostClaims(query, located, market.flags))
        add(tallies, claim);
    if (tallies.empty()) return Error::missing("no published ownership of " + nameOf(query));
    std::sort(tallies.begin(), tallies.end(),
              [](const Tally& a, const Tally& b) { return a.controller < b.controller; });
    settle(market, tallies);
    setShares(market);
    sortByShare(market);
    return market;
}

}  // namespace adit::index
