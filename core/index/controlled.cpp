#include "core/base/sum.h"
#include "core/index/control.h"
#include "core/index/located.h"

#include <algorithm>

namespace adit::index {
namespace {

struct Tally {
    EconomyId controller;
    Sum tonnes;
    State state = State::derived;
    SourceId source;
};

void add(std::vector<Tally>& tallies, EconomyId controller, double tonnes, SourceId source, State state) {
    auto it = std::find_if(tallies.begin(), tallies.end(), [&](const Tally& t) { return t.controller == controller; });
    if (it == tallies.end()) it = tallies.insert(it, Tally{controller, {}, state, source});
    it->tonnes.add(tonnes);
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

// Assets of one host together never count for more than its located output.
double scaleOf(const std::vector<Asset>& assets, EconomyId host, const Market& located, Flags& flags) {
    const bool listed = isListed(located, host);
    Sum sum;
    for (const Asset& asset : assets) {
        const EconomyId other = asset.facility->economy;
        if (other == host || (!listed && !isListed(located, other))) sum.add(asset.tonnes);
    }
    const double room = roomOf(located, host);
    if (sum.value() <= room) return 1.0;
    if (sum.value() > room * (1.0 + roundingShare) && room > 0.0) flags.add(Flag::partsExceedTotal);
    return room / sum.value();
}

void addAssets(const Query& query, const Market& located, Flags& flags, std::vector<HostClaim>& claims) {
    const std::vector<Asset> all = assets(query);
    for (const Asset& asset : all) {
        const EconomyId host = asset.facility->economy;
        const double scale = scaleOf(all, host, located, flags);
        if (asset.facility->flag != DataFlag::reported) flags.add(Flag::est);
        for (const Claim& claim : asset.claims)
            claims.push_back({host, claim.controller, scale * asset.tonnes * claim.fraction, State::derived,
                              asset.facility->source});
    }
}

bool hasAsset(const Query& query, EconomyId host) {
    const auto& all = query.data->facilities;
    return std::any_of(all.begin(), all.end(), [&](const Facility& f) {
        return f.economy == host && f.mineral == query.mineral && f.stage == query.stage && f.year == query.year &&
               f.outputTonnes;
    });
}

// Host form: a published share of a host's output that one economy's firms control. A world row is a total
// for checking; shares of capacity or of the number of mines are not shares of output.
bool usable(const Query& query, const ControlShare& row) {
    return row.mineral == query.mineral && row.stage == query.stage && row.year == query.year && !row.forecast &&
           row.measure == "output" && row.host != Dataset::world && row.percent > 0.0 && !hasAsset(query, row.host);
}

void addHosts(const Query& query, const Market& located, std::vector<HostClaim>& claims) {
    std::vector<std::pair<EconomyId, EconomyId>> seen;  // one source a host and owner: shares are never averaged
    for (const ControlShare& row : query.data->control) {
        const Holder* host = located.find(row.host);
        if (!usable(query, row) || host == nullptr || !host->tonnes) continue;
        const std::pair key{row.host, row.owner};
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        seen.push_back(key);
        claims.push_back({row.host, row.owner, *host->tonnes * row.percent / 100.0,
                          row.bound != 0 ? State::rounded : State::derived, row.source});
    }
}

// A basis in gross weight cannot be set against facilities given in content.
bool sameBasis(const Query& query, const Market& located) {
    const bool gross = (*query.data)[located.basis].find("gross") != std::string::npos;
    return !gross || (*query.data)[query.mineral].basis.find("gross") != std::string::npos;
}

void settle(Market& market, const std::vector<Tally>& tallies) {
    Sum known;
    for (const Tally& tally : tallies) {
        const double tonnes = tally.tonnes.value();
        known.add(tonnes);
        market.holders.push_back({tally.controller, tally.state, tonnes, {tonnes, tonnes}, {}, {}, tally.source, 0});
    }
    market.unattributed = std::max(market.total - known.value(), 0.0);
    const bool open = market.unattributedShare() > 1e-12;
    if (!open) market.unattributed = 0.0;
    market.residual = open ? ResidualRule::anyone : ResidualRule::none;
    if (open) market.flags.add(Flag::unattributedControl);
    if (!open && tallies.size() == 1) market.flags.add(Flag::singleSupplier);
}

}  // namespace

std::vector<HostClaim> hostClaims(const Query& query, const Market& located, Flags& flags) {
    std::vector<HostClaim> claims;
    if (!sameBasis(query, located)) return claims;
    addAssets(query, located, flags, claims);
    addHosts(query, located, claims);
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
    for (const Flag flag : {Flag::est, Flag::withheld, Flag::zeroTotal, Flag::partsExceedTotal}) {
        if (located.flags.has(flag)) market.flags.add(flag);
    }
    std::vector<Tally> tallies;
    for (const HostClaim& claim : hostClaims(query, located, market.flags))
        add(tallies, claim.controller, claim.tonnes, claim.source, claim.state);
    if (tallies.empty()) return Error::missing("no published ownership of " + nameOf(query));
    std::sort(tallies.begin(), tallies.end(),
              [](const Tally& a, const Tally& b) { return a.controller < b.controller; });
    settle(market, tallies);
    setShares(market);
    sortByShare(market);
    return market;
}

}  // namespace adit::index
