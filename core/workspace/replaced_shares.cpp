#include "core/workspace/replaced_shares.h"

#include "core/base/sum.h"
#include "core/consumer/published_shares.h"

#include <algorithm>
#include <limits>

namespace adit::workspace {
namespace {

using consumer::PublishedShares;

constexpr double whole = 100.0;
constexpr double rounding = 1e-9;

// Those whose last year is the detail's, or the latest where it names none; that which is used first stands first.
std::vector<PublishedShares> sharesOf(const Dataset& data, EconomyId importer, MineralId mineral,
                                      const Detail& detail) {
    if (!detail.stage) return {};
    auto all = consumer::publishedShares(
        {&data, importer, mineral, *detail.stage, detail.year.value_or(std::numeric_limits<int>::max())});
    if (all.empty()) return all;
    const int year = detail.year.value_or(all.front().to());
    std::erase_if(all, [year](const PublishedShares& shares) { return shares.to() != year; });
    return all;
}

const SupplierShare* rowOf(const PublishedShares& shares, EconomyId supplier) {
    const auto found = std::ranges::find(shares.rows, supplier, &SupplierShare::supplier);
    return found == shares.rows.end() ? nullptr : *found;
}

std::size_t placeOf(const Dataset& data, const SupplierShare* row) {
    return static_cast<std::size_t>(row - data.shares.data());
}

using Places = std::vector<std::size_t>;

// A supplier that the publication does not name joins it.
std::size_t insert(Dataset& data, Places& places, EconomyId supplier) {
    SupplierShare row = data.shares[places.front()];
    row.supplier = supplier;
    row.percent = 0.0;
    row.below.reset();
    row.assumed.reset();
    const std::size_t place = places.back() + 1;
    data.shares.insert(data.shares.begin() + static_cast<std::ptrdiff_t>(place), std::move(row));
    places.push_back(place);
    return place;
}

// All of a publication remember what was published, so that what they share is found anew with each of yours.
void remember(SupplierShare& row, std::optional<double> published) {
    if (row.assumed) return;
    row.assumed = AssumedShare{false, {}, published};
}

struct Left {
    double central = whole;
    Interval range{whole, whole};
    double before = whole;  // in the publication
};

Left leftBeside(const Dataset& data, const Places& places) {
    Left left;
    for (const std::size_t place : places) {
        const SupplierShare& row = data.shares[place];
        if (!row.assumed->own) continue;
        left.central -= *row.percent;
        left.range = {left.range.lo - row.assumed->percent.hi, left.range.hi - row.assumed->percent.lo};
        left.before -= row.assumed->published.value_or(0.0);
    }
    return left;
}

void shareOut(Dataset& data, const Places& places) {
    const Left left = leftBeside(data, places);
    const auto part = [&](double x) { return left.before > rounding ? std::max(x, 0.0) / left.before : 0.0; };
    for (const std::size_t place : places) {
        SupplierShare& row = data.shares[place];
        if (row.assumed->own) continue;
        const double published = row.assumed->published.value_or(row.below.value_or(0.0));
        if (row.percent) row.percent = published * part(left.central);
        row.assumed->percent = {published * part(left.range.lo), published * part(left.range.hi)};
    }
}

bool fits(const Dataset& data, const Places& places, EconomyId supplier, double percent) {
    Sum sum;
    sum.add(percent);
    for (const std::size_t place : places) {
        const SupplierShare& row = data.shares[place];
        if (row.assumed && row.assumed->own && row.supplier != supplier) sum.add(*row.percent);
    }
    return sum.value() <= whole + rounding;
}

void replaceIn(Dataset& data, Places places, const Assumed& assumed, EconomyId supplier) {
    const auto isOfSupplier = [&](std::size_t place) { return data.shares[place].supplier == supplier; };
    const auto found = std::ranges::find_if(places, isOfSupplier);
    const bool isNew = found == places.end();
    for (const std::size_t place : places)
        remember(data.shares[place], data.shares[place].percent);
    const std::size_t place = isNew ? insert(data, places, supplier) : *found;
    SupplierShare& row = data.shares[place];
    if (isNew) remember(row, std::nullopt);
    row.percent = whole * assumed.central;
    row.below.reset();
    row.assumed->own = true;
    row.assumed->percent = {whole * assumed.bounds.lo, whole * assumed.bounds.hi};
    shareOut(data, places);
}

}  // namespace

void settleShare(const Dataset& data, Assumed& assumed, const Detail& detail) {
    const auto all = sharesOf(data, assumed.economy, assumed.mineral, detail);
    const int year = detail.year ? *detail.year : all.empty() ? 0 : all.front().to();
    assumed.detail = std::string(id(*detail.stage)) + '/' + std::to_string(year) + '/' + detail.partner;
}

std::optional<IdleReason> replaceShare(Dataset& data, const Assumed& assumed) {
    const Detail detail = detailOf(assumed.what, assumed.detail);
    const auto supplier = data.economy(detail.partner);
    if (!supplier || data[*supplier].kind != EconomyKind::economy) return IdleReason::ofMembers;
    std::vector<PublishedShares> all = sharesOf(data, assumed.economy, assumed.mineral, detail);
    if (all.empty()) return IdleReason::noShares;
    const bool named =
        std::ranges::any_of(all, [&](const auto& shares) { return rowOf(shares, *supplier) != nullptr; });
    if (!named) all.resize(1);
    std::vector<Places> wanted;
    for (const PublishedShares& shares : all) {
        if (named && rowOf(shares, *supplier) == nullptr) continue;
        Places& places = wanted.emplace_back();
        for (const SupplierShare* row : shares.rows)
            places.push_back(placeOf(data, row));
        if (!fits(data, places, *supplier, whole * assumed.central)) return IdleReason::aboveWhole;
    }
    for (Places& places : wanted)
        replaceIn(data, std::move(places), assumed, *supplier);
    return std::nullopt;
}

std::optional<double> publishedShare(const Dataset& data, EconomyId importer, MineralId mineral, const Detail& detail) {
    const auto supplier = data.economy(detail.partner);
    if (!supplier) return std::nullopt;
    for (const PublishedShares& shares : sharesOf(data, importer, mineral, detail)) {
        const SupplierShare* row = rowOf(shares, *supplier);
        if (row != nullptr && row->percent) return *row->percent / whole;
    }
    return std::nullopt;
}

}  // namespace adit::workspace
