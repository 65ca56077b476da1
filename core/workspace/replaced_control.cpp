#include "core/workspace/replaced_control.h"

#include "core/base/sum.h"
#include "core/index/control.h"

#include <algorithm>
#include <set>

namespace adit::workspace {
namespace {

constexpr double whole = 100.0;
constexpr double rounding = 1e-9;

double percentOf(const Stake& stake) {
    return stake.equityPercent.value_or(0.0);
}
double percentOf(const ControlShare& share) {
    return share.percent;
}
void setPercent(Stake& stake, double percent) {
    stake.equityPercent = percent;
}
void setPercent(ControlShare& share, double percent) {
    share.percent = percent;
}

template <typename Row>
bool isOwn(const Row* row) {
    return row->assumed && row->assumed->own;
}

// Those of the user, by the end of their ranges that is asked for.
template <typename Row>
double sumOfOwn(const std::vector<Row*>& parts, double Interval::*end) {
    Sum sum;
    for (const Row* row : parts)
        if (isOwn(row)) sum.add(row->assumed->percent.*end);
    return sum.value();
}

template <typename Row>
double publishedOf(const Row& row) {
    return row.assumed ? row.assumed->published.value_or(0.0) : percentOf(row);
}

// The rest keep their proportions in what the user's leave, and no more than they had.
template <typename Row>
void makeRoom(const std::vector<Row*>& parts, double ownPercent) {
    Sum others;
    for (const Row* row : parts)
        if (!isOwn(row)) others.add(publishedOf(*row));
    const auto part = [&](double own) {
        const double left = std::max(whole - own, 0.0);
        return others.value() > left ? left / others.value() : 1.0;
    };
    const Interval parted{part(sumOfOwn(parts, &Interval::hi)), part(sumOfOwn(parts, &Interval::lo))};
    for (Row* row : parts) {
        if (isOwn(row) || (!row->assumed && parted.lo == 1.0)) continue;
        const double published = publishedOf(*row);
        row->assumed = AssumedShare{false, {published * parted.lo, published * parted.hi}, published};
        setPercent(*row, published * part(ownPercent));
    }
}

// Of the user's.
template <typename Row>
double sumOfOthers(const std::vector<Row*>& parts, const Row& but) {
    Sum sum;
    for (const Row* row : parts)
        if (isOwn(row) && row != &but) sum.add(percentOf(*row));
    return sum.value();
}

template <typename Row>
bool fits(const std::vector<Row*>& parts, const Row& row, const Assumed& assumed) {
    return sumOfOthers(parts, row) + whole * assumed.central <= whole + rounding;
}

template <typename Row>
void setOwn(const std::vector<Row*>& parts, Row& row, std::optional<double> published, const Assumed& assumed) {
    if (row.assumed) published = row.assumed->published;  // it had made room for another
    row.assumed = AssumedShare{true, {whole * assumed.bounds.lo, whole * assumed.bounds.hi}, published};
    setPercent(row, whole * assumed.central);
    makeRoom(parts, sumOfOthers(parts, row) + whole * assumed.central);
}

std::vector<Stake*> stakesOf(Dataset& data, const std::string& facility, int year) {
    std::vector<Stake*> parts;
    for (Stake& stake : data.stakes)
        if (stake.facility == facility && stake.year == year) parts.push_back(&stake);
    return parts;
}

// Shares of the host's output, not of its capacity or the number of its mines.
bool isOfOutput(const ControlShare& row, EconomyId host, MineralId mineral, Stage stage) {
    return row.host == host && row.mineral == mineral && row.stage == stage && row.measure == "output" && !row.forecast;
}

index::Query queryOf(const Dataset& data, MineralId mineral, const Detail& detail) {
    index::Query query;
    query.data = &data;
    query.mineral = mineral;
    query.stage = *detail.stage;
    query.year = *detail.year;
    return query;
}

// Why nothing of the host's output can be handed to anybody.
std::optional<IdleReason> lackOfOutput(const Dataset& data, const Assumed& assumed, const Detail& detail) {
    if (!detail.stage || !detail.year) return IdleReason::noOutput;
    const index::Query query = queryOf(data, assumed.mineral, detail);
    const auto market = index::market(query);
    if (!market) return IdleReason::noOutputInYear;
    if (!index::isOnBasisOfControl(query, *market)) return IdleReason::otherBasis;
    const index::Holder* host = market->find(assumed.economy);
    if (host == nullptr || !host->tonnes) return IdleReason::noHostOutput;
    return index::hasAsset(query, assumed.economy) ? std::optional(IdleReason::byFacilities) : std::nullopt;
}

ControlShare newShare(const Assumed& assumed, const Detail& detail, EconomyId owner) {
    ControlShare row;
    row.mineral = assumed.mineral;
    row.stage = *detail.stage;
    row.host = assumed.economy;
    row.owner = owner;
    row.year = static_cast<std::int16_t>(*detail.year);
    row.measure = "output";
    return row;
}

}  // namespace

std::optional<IdleReason> replaceStake(Dataset& data, const Assumed& assumed) {
    const Detail detail = detailOf(assumed.what, assumed.detail);
    std::set<int> years;
    for (const Stake& stake : data.stakes)
        if (stake.facility == detail.facility && stake.owner == detail.partner) years.insert(stake.year);
    if (years.empty()) return IdleReason::noStake;
    for (const bool isTrial : {true, false}) {
        for (const int year : years) {
            const std::vector<Stake*> parts = stakesOf(data, detail.facility, year);
            Stake& row = **std::ranges::find(parts, detail.partner, &Stake::owner);
            if (isTrial && !fits(parts, row, assumed)) return IdleReason::aboveWhole;
            if (!isTrial) setOwn(parts, row, row.equityPercent, assumed);
        }
    }
    return std::nullopt;
}

std::optional<IdleReason> replaceControl(Dataset& data, const Assumed& assumed) {
    const Detail detail = detailOf(assumed.what, assumed.detail);
    const auto owner = data.economy(detail.partner);
    if (!owner || data[*owner].kind != EconomyKind::economy) return IdleReason::ofMembers;
    if (const auto lack = lackOfOutput(data, assumed, detail)) return lack;
    const auto isBeside = [&](const ControlShare& row) {
        return isOfOutput(row, assumed.economy, assumed.mineral, *detail.stage) && row.year == *detail.year;
    };
    const auto isIt = [&](const ControlShare& row) { return isBeside(row) && row.owner == *owner; };
    const bool isPublished = std::ranges::any_of(data.control, isIt);
    if (!isPublished) data.control.push_back(newShare(assumed, detail, *owner));
    const auto first = std::ranges::find_if(data.control, isIt);
    std::vector<ControlShare*> parts;
    for (ControlShare& row : data.control)
        if (isBeside(row) && (!isIt(row) || &row == &*first)) parts.push_back(&row);
    if (!fits(parts, *first, assumed)) {
        if (!isPublished) data.control.pop_back();
        return IdleReason::aboveWhole;
    }
    setOwn(parts, *first, isPublished ? std::optional(first->percent) : std::nullopt, assumed);
    first->source = SourceId();
    first->bound = 0;
    return std::nullopt;
}

std::optional<double> publishedStake(const Dataset& data, const Detail& detail) {
    const Stake* latest = nullptr;
    for (const Stake& stake : data.stakes) {
        if (stake.facility != detail.facility || stake.owner != detail.partner) continue;
        if (latest == nullptr || stake.year > latest->year) latest = &stake;
    }
    if (latest == nullptr || !latest->equityPercent) return std::nullopt;
    return *latest->equityPercent / whole;
}

std::optional<double> publishedControl(const Dataset& data, EconomyId host, MineralId mineral, const Detail& detail) {
    const auto owner = data.economy(detail.partner);
    const ControlShare* latest = nullptr;
    for (const ControlShare& row : data.control) {
        if (!detail.stage || !isOfOutput(row, host, mineral, *detail.stage) || row.owner != owner) continue;
        if (detail.year && row.year != *detail.year) continue;
        if (latest == nullptr || row.year > latest->year) latest = &row;
    }
    return latest == nullptr ? std::nullopt : std::optional(latest->percent / whole);
}

}  // namespace adit::workspace
