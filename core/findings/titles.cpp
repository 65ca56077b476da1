#include "core/base/number_words.h"
#include "core/findings/findings.h"
#include "core/findings/reading.h"
#include "core/findings/wording.h"
#include "core/index/registry.h"

#include <algorithm>

namespace adit::findings {
namespace {

constexpr int longestRun = 30;
constexpr int yearsBack = 5;
constexpr double farAhead = 3.0;

Finding noFigures(const index::Query& query, const Translate& translate) {
    return Sentence(translate).add(ADIT_TEXT("findings", "No figures for %1"), {year(query.year)}).take();
}

// How many of the largest are surely needed to make more than half; 0 when the named ones do not.
std::size_t makingHalf(const index::Market& market) {
    double sum = 0.0;
    std::size_t n = 0;
    for (const index::Holder& holder : market.holders) {
        sum += holder.shareBounds.lo;
        ++n;
        if (sum > 0.5) return n;
    }
    return 0;
}

std::optional<Interval> concentrationIn(const index::Query& query) {
    return index::find("hhi-10k")->compute(query).bounds;
}

// +1 where the later year is surely more concentrated, -1 where it is surely less, else 0.
int direction(const index::Query& query, int earlier, int later) {
    const auto a = concentrationIn(at(query, earlier));
    const auto b = concentrationIn(at(query, later));
    if (!a || !b) return 0;
    if (words::grouped(a->hi, 0) != words::grouped(b->lo, 0) && b->lo > a->hi) return 1;
    if (words::grouped(a->lo, 0) != words::grouped(b->hi, 0) && b->hi < a->lo) return -1;
    return 0;
}

Finding trend(const index::Query& query, int sign, int length, const Translate& translate) {
    Sentence sentence(translate);
    const std::vector<Piece> years{plain(std::to_string(length)), year(query.year)};
    if (length > 1 && sign > 0)
        return sentence.add(ADIT_TEXT("findings", "Concentration rose %1 years running"), years).take();
    if (length > 1) return sentence.add(ADIT_TEXT("findings", "Concentration fell %1 years running"), years).take();
    if (sign > 0) return sentence.add(ADIT_TEXT("findings", "Concentration rose in %2"), years).take();
    return sentence.add(ADIT_TEXT("findings", "Concentration fell in %2"), years).take();
}

// The economy whose share grew most since an earlier comparable year, if by a point or more.
struct Growth {
    EconomyId economy;
    int since = 0;
};

std::optional<Growth> fastest(const Reading& r) {
    const std::vector<int> years = comparableYears(r.query, yearsBack);
    const auto before =
        years.empty() ? Result<index::Market>(Error::missing("")) : index::market(at(r.query, years.back()));
    if (!before || !before->central() || !r.market.central() || before->total <= 0.0) return std::nullopt;
    std::optional<Growth> best;
    double most = 0.01;
    for (const index::Holder& holder : r.market.holders) {
        const index::Holder* then = before->find(holder.economy);
        const bool zero = std::find(before->zeros.begin(), before->zeros.end(), holder.economy) != before->zeros.end();
        if (then == nullptr && !zero) continue;
        const double gain = *holder.share - (then != nullptr ? *then->share : 0.0);
        if (gain <= most) continue;
        most = gain;
        best = Growth{holder.economy, years.back()};
    }
    return best;
}

Finding ownersTitle(std::size_t half, const Piece& count, Sentence sentence) {
    if (half == 1) {
        return sentence.add(ADIT_TEXT("findings", "Owners from one country control more than half")).take();
    }
    return sentence.add(ADIT_TEXT("findings", "Owners from %1 countries control more than half"), {count}).take();
}

}  // namespace

Finding suppliersTitle(const index::Query& query, const Translate& translate) {
    const std::optional<Reading> r = read(query);
    if (!r) return noFigures(query, translate);
    const std::size_t half = makingHalf(r->market);
    const Piece count = plain(words::count(half));
    Sentence sentence(translate);
    if (half == 0) return sentence.add(ADIT_TEXT("findings", "Less than half is surely attributed")).take();
    if (query.view == View::controlled) return ownersTitle(half, count, std::move(sentence));
    if (r->market.flags.has(Flag::singleSupplier)) {
        return sentence.add(ADIT_TEXT("findings", "One producer stands alone")).take();
    }
    if (half == 1 && r->leaders.front()->shareBounds.lo > farAhead * r->other()) {
        return sentence.add(ADIT_TEXT("findings", "One producer stands above all")).take();
    }
    if (half == 1) return sentence.add(ADIT_TEXT("findings", "One producer makes more than half")).take();
    return sentence.add(ADIT_TEXT("findings", "%1 producers make more than half"), {plain(capital(count.text))}).take();
}

Finding concentrationTitle(const index::Query& query, const Translate& translate) {
    const auto now = concentrationIn(query);
    if (!now) return noFigures(query, translate);
    int sign = 0;
    int length = 0;
    int later = query.year;
    for (const int earlier : comparableYears(query, longestRun)) {
        const int step = direction(query, earlier, later);
        if (step == 0 || (sign != 0 && step != sign)) break;
        sign = step;
        ++length;
        later = earlier;
    }
    if (length > 0) return trend(query, sign, length, translate);
    Sentence sentence(translate);
    const Piece lo = linked("hhi-10k", query, words::grouped(now->lo, 0), Part::lo);
    const Piece hi = linked("hhi-10k", query, words::grouped(now->hi, 0), Part::hi);
    if (lo.text == hi.text) return sentence.add(ADIT_TEXT("findings", "HHI %1 in %2"), {lo, year(query.year)}).take();
    return sentence.add(ADIT_TEXT("findings", "HHI %1 to %2 in %3"), {lo, hi, year(query.year)}).take();
}

Finding sharesTitle(const index::Query& query, const Translate& translate) {
    const std::optional<Reading> r = read(query);
    if (!r) return noFigures(query, translate);
    const index::Holder& leader = *r->leaders.front();
    const Piece name = plain(capital(country(*query.data, leader.economy)));
    Sentence sentence(translate);
    if (query.view == View::controlled) {
        sentence.add(ADIT_TEXT("findings", "Owners from %1 hold at least %2"),
                     {plain(country(*query.data, leader.economy)), share(*r, leader, Part::lo)});
    } else if (r->leaders.size() > 1) {
        sentence.add(
            ADIT_TEXT("findings", "%1 and %2 lead with equal shares"),
            {name, plain(words::count(r->leaders.size() - 1) + (r->leaders.size() > 2 ? " others" : " other"))});
    } else if (printsAsOne(leader.shareBounds)) {
        sentence.add(ADIT_TEXT("findings", "%1 holds %2"), {name, share(*r, leader)});
    } else {
        sentence.add(ADIT_TEXT("findings", "%1 holds %2 to %3"),
                     {name, share(*r, leader, Part::lo), share(*r, leader, Part::hi)});
    }
    const std::optional<Growth> growth = query.view == View::located ? fastest(*r) : std::nullopt;
    if (growth && growth->economy == leader.economy && r->leaders.size() == 1) {
        sentence.add(ADIT_TEXT("findings", " and gained most since %1"), {year(growth->since)});
    } else if (growth) {
        sentence.add(ADIT_TEXT("findings", "; %1 gained most since %2"),
                     {plain(country(*query.data, growth->economy)), year(growth->since)});
    }
    return sentence.take();
}

Finding producersTitle(const index::Query& query, const Translate& translate) {
    const std::optional<Reading> r = read(query);
    if (!r) return noFigures(query, translate);
    const std::size_t n = r->market.holders.size();
    const Piece count = plain(capital(words::count(n)));
    Sentence sentence(translate);
    const bool controlled = query.view == View::controlled;
    if (n == 1) {
        sentence.add(controlled ? ADIT_TEXT("findings", "One home of known owners")
                                : ADIT_TEXT("findings", "One producer named"));
    } else {
        sentence.add(controlled ? ADIT_TEXT("findings", "%1 homes of known owners")
                                : ADIT_TEXT("findings", "%1 producers named"),
                     {count});
    }
    const Figure largest = index::find("cr3")->compute(query);
    if (n > 3 && largest.bounds) {
        const Piece part = linked("cr3", query, words::percent(largest.bounds->lo), Part::lo);
        if (printsAsOne(*largest.bounds)) {
            sentence.add(ADIT_TEXT("findings", "; the largest three hold %1"), {part});
        } else {
            sentence.add(ADIT_TEXT("findings", "; the largest three hold at least %1"), {part});
        }
    }
    return sentence.take();
}

}  // namespace adit::findings
