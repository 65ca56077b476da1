#include "core/base/sum.h"
#include "core/index/control.h"
#include "core/index/located.h"

#include <algorithm>

namespace adit::index {
namespace {

constexpr double negligible = 1e-12;  // of the total

struct Tally {
    EconomyId controller;
    Sum tonnes;
    Sum least;
    Sum most;
    Sum sureLow;
    Sum sureHigh;
    Sum sureOfMost;
    State state = State::derived;
    SourceId source;
};

void add(std::vector<Tally>& tallies, const HostClaim& claim) {
    auto it =
        std::find_if(tallies.begin(), tallies.end(), [&](const Tally& t) { return t.controller == claim.controller; });
    if (it == tallies.end())
        it = tallies.insert(it, Tally{claim.controller, {}, {}, {}, {}, {}, {}, claim.state, claim.source});
    it->tonnes.add(claim.tonnes);
    it->least.add(claim.bounds.lo);
    it->most.add(claim.bounds.hi);
    it->sureLow.add(claim.sure.lo);
    it->sureHigh.add(claim.sure.hi);
    it->sureOfMost.add(claim.sureOfMost);
    if (claim.state == State::assumed) it->state = State::assumed;
}

// A quantity and the range that the user gives it.
struct Ranged {
    double central = 0.0;
    Interval range;
};

bool isListed(const Market& located, EconomyId host) {
    return located.find(host) != nullptr;
}

// What a host may hand out at most: its located output; hosts without one share the unattributed part, and a
// withheld output that the total leaves out has no place in it.
Ranged roomOf(const Market& located, EconomyId host) {
    const Holder* holder = located.find(host);
    if (holder != nullptr && holder->tonnes) return {*holder->tonnes, outputRange(*holder)};
    const double room = holder != nullptr && located.openOnTop ? 0.0 : located.unattributed;
    return {room, {room, room}};
}

// Of the assets that share a room, all but one.
Ranged besides(const Asset& asset, const std::vector<Asset>& assets, const Market& located) {
    const EconomyId host = asset.facility->economy;
    const bool listed = isListed(located, host);
    Sum central;
    Sum least;
    Sum most;
    for (const Asset& other : assets) {
        const EconomyId at = other.facility->economy;
        if (&other == &asset || (at != host && (listed || isListed(located, at)))) continue;
        central.add(other.tonnes);
        least.add(other.bounds.lo);
        most.add(other.bounds.hi);
    }
    return {central.value(), {least.value(), most.value()}};
}

// Assets of one host together never count for more than its located output.
double fitted(double tonnes, double others, double room) {
    return tonnes + others <= room ? tonnes : tonnes * (room / (tonnes + others));
}

// What an asset counts for: least where it makes least and those beside it most.
struct Part {
    double tonnes = 0.0;
    Interval range;
    double ofMost = 0.0;  // at least, where its host makes most
};

Part partOf(const Asset& asset, const std::vector<Asset>& assets, const Market& located, Flags& flags) {
    const Ranged room = roomOf(located, asset.facility->economy);
    const Ranged others = besides(asset, assets, located);
    if (asset.tonnes + others.central > room.central * (1.0 + roundingShare) && room.central > 0.0)
        flags.add(Flag::partsExceedTotal);
    return {fitted(asset.tonnes, others.central, room.central),
            {fitted(asset.bounds.lo, others.range.hi, room.range.lo),
             fitted(asset.bounds.hi, others.range.lo, room.range.hi)},
            fitted(asset.bounds.lo, others.range.hi, room.range.hi)};
}

bool hasAssumedStake(const Dataset& data, const Facility& facility) {
    if (data.assumed.empty()) return false;
    const auto stakes = stakesAt(data, facility);
    return std::any_of(stakes.begin(), stakes.end(), [](const Stake* stake) { return stake->assumed.has_value(); });
}

void addAssets(const Query& query, const Market& located, Flags& flags, std::vector<HostClaim>& claims) {
    const std::vector<Asset> all = assets(query);
    for (const Asset& asset : all) {
        const Part part = partOf(asset, all, located, flags);
        const bool isMade = asset.facility->assumedOutput.has_value();
        if (!isMade && asset.facility->flag != DataFlag::reported) flags.add(Flag::est);
        const bool assumed = isMade || hasAssumedStake(*query.data, *asset.facility);
        if (assumed) flags.add(Flag::assumed);
        if (isMade && part.range.hi <= 0.0) continue;
        for (const Claim& claim : asset.claims)
            claims.push_back({asset.facility->economy,
                              claim.controller,
                              part.tonnes * claim.fraction,
                              {part.range.lo * claim.bounds.lo, part.range.hi * claim.bounds.hi},
                              {part.range.lo * claim.bounds.lo, part.range.hi * claim.bounds.lo},
                              part.ofMost * claim.bounds.lo,
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
        const Interval part = rangeOf(row);
        if (part.hi <= 0.0) continue;
        const Ranged output{*host->tonnes, outputRange(*host)};
        const Interval sure{output.range.lo * part.lo / 100.0, output.range.hi * part.lo / 100.0};
        claims.push_back({row.host,
                          row.owner,
                          output.central * row.percent / 100.0,
                          {sure.lo, output.range.hi * part.hi / 100.0},
                          sure,
                          sure.hi,
                          stateOf(row),
                          row.source});
    }
}

void settle(Market& market, const std::vector<Tally>& tallies) {
    Sum known;
    Sum sureOfMost;
    for (const Tally& tally : tallies) {
        const double tonnes = tally.tonnes.value();
        known.add(tonnes);
        sureOfMost.add(tally.sureOfMost.value());
        market.holders.push_back({tally.controller,
                                  tally.state,
                                  tonnes,
                                  {std::min(tally.least.value(), tonnes), std::max(tally.most.value(), tonnes)},
                                  {},
                                  {},
                                  tally.source,
                                  0,
                                  false,
                                  {tally.sureLow.value(), tally.sureHigh.value()},
                                  tally.sureOfMost.value()});
    }
    market.unattributed = std::max(market.total - known.value(), 0.0);
    const bool open = market.unattributedShare() > negligible;
    if (!open) market.unattributed = 0.0;
    market.residual = open ? ResidualRule::anyone : ResidualRule::none;
    // Of a range, the least is its controller's; what lies above may be anyone's.
    const double more = market.totalBounds.hi - sureOfMost.value() - market.unattributed;
    market.restMore = more > negligible * market.total ? more : 0.0;
    if (open) market.flags.add(Flag::unattributedControl);
    if (!open && tallies.size() == 1) market.flags.add(Flag::singleSupplier);
}

}  // namespace

Interval outputRange(const Holder& host) {
    const double tonnes = host.tonnes.value_or(0.0);
    return host.state == State::assumed ? host.tonnesBounds : Interval{tonnes, tonnes};
}

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
    market.totalBounds = located.totalBounds;
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
