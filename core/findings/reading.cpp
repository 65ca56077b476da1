#include "core/findings/reading.h"

#include "core/base/number_words.h"

#include <algorithm>
#include <cmath>

namespace adit::findings {
namespace {

bool equal(double a, double b) {
    return std::fabs(a - b) <= 1e-9 * std::max(std::fabs(a), std::fabs(b)) + 1e-12;
}

bool isLeader(const Reading& reading, const index::Holder& holder) {
    return std::any_of(reading.leaders.begin(), reading.leaders.end(),
                       [&](const index::Holder* leader) { return leader->economy == holder.economy; });
}

void readHolders(Reading& reading) {
    for (const index::Holder& holder : reading.market.holders) {
        if (!holder.tonnes) continue;
        if (reading.leaders.empty() || equal(*holder.tonnes, *reading.leaders.front()->tonnes)) {
            reading.leaders.push_back(&holder);
        } else if (reading.second == nullptr) {
            reading.second = &holder;
        }
    }
    for (const index::Holder& holder : reading.market.holders) {
        if (!isLeader(reading, holder)) reading.named = std::max(reading.named, holder.shareBounds.hi);
    }
    if (reading.market.residual != index::ResidualRule::none) reading.unnamed = reading.market.unattributedShare();
}

}  // namespace

double Reading::other() const {
    return std::max(named, unnamed);
}

bool Reading::certain() const {
    return leaders.front()->shareBounds.lo > other();
}

std::optional<Reading> read(const index::Query& query) {
    auto market = index::market(query);
    if (!market || market->total <= 0.0) return std::nullopt;
    Reading reading(query, std::move(market).value());
    readHolders(reading);
    if (reading.leaders.empty()) return std::nullopt;
    return reading;
}

std::vector<int> comparableYears(const index::Query& query, int most) {
    const Dataset& data = *query.data;
    const auto seriesAt = [&](int year) { return data.seriesFor(query.mineral, query.stage, year, query.source); };
    std::vector<int> years;
    const Series* own = seriesAt(query.year);
    for (int year = query.year - 1; own != nullptr && year >= query.year - most; --year) {
        const Series* series = seriesAt(year);
        if (series == nullptr || series->source != own->source || series->basis != own->basis) break;
        const Preference* later = data.preferenceFor(query.mineral, query.stage, year + 1);
        if (!query.source && later != nullptr && later->breaks != Break::none) break;
        years.push_back(year);
    }
    return years;
}

index::Query at(index::Query query, int year) {
    query.year = year;
    return query;
}

index::Query of(index::Query query, EconomyId economy) {
    query.economy = economy;
    return query;
}

Piece plain(std::string text) {
    return {std::move(text), {}, {}};
}

Piece year(int year) {
    return plain(std::to_string(year));
}

Piece linked(std::string index, const index::Query& query, std::string text, Part part) {
    return {std::move(text), FigureRef{std::move(index), query}, part};
}

Piece share(const Reading& reading, const index::Holder& holder, Part part) {
    const double x = part == Part::lo   ? holder.shareBounds.lo
                     : part == Part::hi ? holder.shareBounds.hi
                                        : holder.share.value_or(0.0);
    return linked("share", of(reading.query, holder.economy), words::percent(x), part);
}

bool printsAsOne(Interval shares) {
    return words::percentNumber(shares.lo) == words::percentNumber(shares.hi);
}

}  // namespace adit::findings
