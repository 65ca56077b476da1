#include "core/index/control.h"

#include <algorithm>

namespace adit::index {
namespace {

constexpr double majorityPercent = 50.0;
constexpr double influencePercent = 20.0;
constexpr std::size_t mostRanged = 6;  // stakes with a range that are tried corner by corner

double equity(const Stake& stake) {
    return stake.equityPercent.value_or(0.0);
}

// In percent; of the user's, and of what it leaves others.
Interval rangeOf(const Stake& stake) {
    return stake.assumed ? stake.assumed->percent : Interval{equity(stake), equity(stake)};
}

// Largest equity first; the file's order decides between equals.
const Stake* largestHolder(std::span<const Stake* const> stakes) {
    const auto it = std::max_element(stakes.begin(), stakes.end(),
                                     [](const Stake* a, const Stake* b) { return equity(*a) < equity(*b); });
    return it == stakes.end() ? nullptr : *it;
}

const Stake* operatorOf(std::span<const Stake* const> stakes) {
    const Stake* best = nullptr;
    for (const Stake* stake : stakes) {
        if (stake->isOperator && (best == nullptr || equity(*stake) > equity(*best))) best = stake;
    }
    return best;
}

const Stake* controllerOf(std::span<const Stake* const> stakes, ControlRule rule) {
    const Stake* largest = largestHolder(stakes);
    const Stake* op = operatorOf(stakes);
    if (rule == ControlRule::operatorFirst && op != nullptr) return op;
    if (largest != nullptr && equity(*largest) > majorityPercent) return largest;
    if (op != nullptr) return op;
    return largest != nullptr && equity(*largest) >= influencePercent ? largest : nullptr;
}

void addClaim(std::vector<Claim>& claims, EconomyId controller, double fraction, Interval bounds) {
    const auto it =
        std::find_if(claims.begin(), claims.end(), [&](const Claim& c) { return c.controller == controller; });
    if (it != claims.end()) {
        it->fraction += fraction;
        it->bounds = {it->bounds.lo + bounds.lo, it->bounds.hi + bounds.hi};
    } else {
        claims.push_back({controller, fraction, bounds});
    }
}

bool isRanged(const Stake& stake) {
    return !rangeOf(stake).exact();
}

// Whether the same economy controls wherever in their ranges the stakes lie: a controller changes at ends alone.
bool isSurely(EconomyId controller, std::span<const Stake* const> stakes, ControlRule rule) {
    const auto ranged = static_cast<std::size_t>(
        std::count_if(stakes.begin(), stakes.end(), [](const Stake* stake) { return isRanged(*stake); }));
    if (ranged == 0) return true;
    if (ranged > mostRanged) return false;
    for (std::size_t corner = 0; corner < (std::size_t{1} << ranged); ++corner) {
        std::vector<Stake> moved;
        std::size_t bit = 0;
        for (const Stake* stake : stakes) {
            moved.push_back(*stake);
            if (!isRanged(*stake)) continue;
            const Interval range = rangeOf(*stake);
            moved.back().equityPercent = (corner >> bit++ & 1U) != 0 ? range.hi : range.lo;
        }
        std::vector<const Stake*> these;
        for (const Stake& stake : moved)
            these.push_back(&stake);
        const Stake* now = controllerOf(these, rule);
        if (now == nullptr || now->ownerEconomy != controller) return false;
    }
    return true;
}

std::vector<Claim> equityClaims(std::span<const Stake* const> stakes) {
    std::vector<Claim> out;
    double sum = 0.0;
    for (const Stake* stake : stakes)
        sum += equity(*stake);
    const double whole = std::max(sum, 100.0);  // stakes that add up to more than everything are scaled down
    for (const Stake* stake : stakes) {
        if (stake->ownerEconomy.valid() && equity(*stake) > 0.0) {
            const Interval range = rangeOf(*stake);
            addClaim(out, stake->ownerEconomy, equity(*stake) / whole, {range.lo / whole, range.hi / whole});
        }
    }
    return out;
}

bool isGroup(const Facility& facility) {
    return facility.status == groupTotal;
}

// The operator's name, or empty.
std::string_view operatorName(const Dataset& data, const Facility& facility) {
    const Stake* op = operatorOf(stakesAt(data, facility));
    return op == nullptr ? std::string_view{} : std::string_view(op->owner);
}

bool coversASite(const Dataset& data, const Facility& group, const std::vector<Asset>& sites) {
    const std::string_view op = operatorName(data, group);
    return std::any_of(sites.begin(), sites.end(), [&](const Asset& site) {
        return site.facility->economy == group.economy && operatorName(data, *site.facility) == op;
    });
}

// One of the user's counts even where it is none, so that a range that begins there is of the same facilities.
bool counts(const Facility& facility, const Query& query) {
    return facility.mineral == query.mineral && facility.stage == query.stage && facility.year == query.year &&
           (facility.outputTonnes.value_or(0.0) > 0.0 || facility.assumedOutput);
}

Asset assetOf(const Query& query, const Facility& facility) {
    const double tonnes = *facility.outputTonnes;
    return {&facility, tonnes, facility.assumedOutput ? facility.assumedOutput->bounds : Interval{tonnes, tonnes},
            claims(stakesAt(*query.data, facility), query.rule)};
}

}  // namespace

std::vector<const Stake*> stakesAt(const Dataset& data, const Facility& facility) {
    std::optional<int> newest;
    std::optional<int> oldest;
    for (const Stake& stake : data.stakes) {
        if (stake.facility != facility.name) continue;
        if (stake.year <= facility.year) newest = std::max<int>(newest.value_or(stake.year), stake.year);
        oldest = std::min<int>(oldest.value_or(stake.year), stake.year);
    }
    const std::optional<int> year = newest ? newest : oldest;
    std::vector<const Stake*> out;
    for (const Stake& stake : data.stakes) {
        if (year == stake.year && stake.facility == facility.name) out.push_back(&stake);
    }
    return out;
}

std::vector<Claim> claims(std::span<const Stake* const> stakes, ControlRule rule) {
    if (rule == ControlRule::equity) return equityClaims(stakes);
    const Stake* controller = controllerOf(stakes, rule);
    if (controller == nullptr || !controller->ownerEconomy.valid()) return {};
    const bool sure = isSurely(controller->ownerEconomy, stakes, rule);
    return {{controller->ownerEconomy, 1.0, {sure ? 1.0 : 0.0, 1.0}}};
}

std::vector<Asset> assets(const Query& query) {
    std::vector<Asset> out;
    for (const Facility& facility : query.data->facilities) {
        if (counts(facility, query) && !isGroup(facility)) out.push_back(assetOf(query, facility));
    }
    const std::size_t sites = out.size();
    const std::vector<Asset> ofSites(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(sites));
    for (const Facility& facility : query.data->facilities) {
        if (!counts(facility, query) || !isGroup(facility)) continue;
        if (!coversASite(*query.data, facility, ofSites)) out.push_back(assetOf(query, facility));
    }
    return out;
}

}  // namespace adit::index
