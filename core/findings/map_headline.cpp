#include "core/base/number_words.h"
#include "core/findings/findings.h"
#include "core/findings/reading.h"
#include "core/findings/wording.h"

#include <cmath>

namespace adit::findings {
namespace {

constexpr int yearsBack = 5;
constexpr double worthSaying = 0.005;  // a part that nobody is named for

Piece mineralPiece(const Reading& r) {
    return plain(mineralWords(*r.query.data, r.market.mineral, r.market.stage, r.market.basis).name);
}

// "was mined", "were refined"
Piece verbPiece(const Reading& r) {
    const bool plural = mineralWords(*r.query.data, r.market.mineral, r.market.stage, r.market.basis).plural;
    return plain((plural ? "were " : "was ") + verb(*r.query.data, r.market.mineral, r.market.stage));
}

Piece countries(const Reading& r) {
    std::vector<std::string> names;
    for (const index::Holder* leader : r.leaders)
        names.push_back(country(*r.query.data, leader->economy));
    return plain(words::list(names));
}

Finding nothing(const index::Query& query, const Translate& translate) {
    const Dataset& data = *query.data;
    const Piece mineral = plain(mineralWords(data, query.mineral, query.stage, {}).name);
    const Piece output = plain(std::string(outputName(query.stage)));
    const auto market = index::market(query);
    Sentence sentence(translate);
    if (market && market->total <= 0.0) {
        sentence.add(ADIT_TEXT("findings", "In %1, no %2 of %3 was recorded."), {year(query.year), output, mineral});
    } else if (market && market->holders.empty()) {
        sentence.add(ADIT_TEXT("findings", "Of the %2 of %3 in %1, only the world's total is published."),
                     {year(query.year), output, mineral});
    } else if (market) {
        sentence.add(ADIT_TEXT("findings", "In %1, every figure of %3's %2 is withheld."),
                     {year(query.year), output, mineral});
    } else if (query.view == View::controlled &&
               index::market(index::Query{
                   query.data, query.mineral, query.stage, query.year, View::located, query.rule, query.source, {}})) {
        sentence.add(ADIT_TEXT("findings", "Who owns the %2 of %3 in %1 is not published here."),
                     {year(query.year), output, mineral});
    } else {
        sentence.add(ADIT_TEXT("findings", "There is no published figure for the %2 of %3 in %1."),
                     {year(query.year), output, mineral});
    }
    return sentence.take();
}

// ", up from 63.2 % in 2019", where the same source gives the same leader on the same basis.
void addChange(const Reading& r, Sentence& sentence) {
    const std::vector<int> years = comparableYears(r.query, yearsBack);
    if (years.empty() || r.leaders.size() != 1) return;
    const index::Holder& leader = *r.leaders.front();
    const auto then = index::market(at(r.query, years.back()));
    const index::Holder* before = then ? then->find(leader.economy) : nullptr;
    if (before == nullptr || !before->share || !printsAsOne(before->shareBounds)) return;
    if (!printsAsOne(leader.shareBounds)) return;
    const Piece number = linked("share", of(at(r.query, years.back()), leader.economy), words::percent(*before->share));
    const Piece when = year(years.back());
    if (number.text == words::percent(*leader.share)) {
        sentence.add(ADIT_TEXT("findings", ", as in %1"), {when});
    } else if (*leader.share > *before->share) {
        sentence.add(ADIT_TEXT("findings", ", up from %1 in %2"), {number, when});
    } else {
        sentence.add(ADIT_TEXT("findings", ", down from %1 in %2"), {number, when});
    }
}

bool followsAlone(const Reading& r) {
    if (r.second == nullptr || !printsAsOne(r.second->shareBounds) || r.second->shareBounds.lo <= r.unnamed)
        return false;
    for (const index::Holder& holder : r.market.holders) {
        const bool leads = holder.shareBounds.lo >= r.leaders.front()->shareBounds.lo;
        if (&holder != r.second && !leads && holder.shareBounds.hi >= r.second->shareBounds.lo) return false;
    }
    return true;
}

// How the rest of the world stands: the best true thing that can be said of it.
void addRest(const Reading& r, Sentence& sentence) {
    const double top = r.leaders.front()->shareBounds.lo;
    const bool named = r.unnamed > r.named;
    const double limit = std::floor(100.0 * (named ? r.named : r.other()) + 1e-9) + 1.0;
    const Piece percent = plain(words::grouped(limit, 0) + std::string(words::narrowBlank) + "%");
    const bool behind = limit < 50.0 * top && r.market.holders.size() > r.leaders.size();
    if (behind && !named) {
        sentence.add(ADIT_TEXT("findings", "; no other country reached %1"), {percent});
    } else if (behind) {
        sentence.add(ADIT_TEXT("findings", "; no other country named reached %1"), {percent});
    } else if (followsAlone(r)) {
        sentence.add(ADIT_TEXT("findings", "; %1 followed with %2"),
                     {plain(country(*r.query.data, r.second->economy)), share(r, *r.second)});
    }
    if (named && r.unnamed > worthSaying) {
        const Piece rest = linked("share", of(r.query, Dataset::other), words::percent(r.unnamed), Part::hi);
        sentence.add(ADIT_TEXT("findings", "; %1 is not attributed to any country"), {rest});
    }
}

void addLeader(const Reading& r, Sentence& sentence) {
    const index::Holder& leader = *r.leaders.front();
    const std::vector<Piece> common{year(r.query.year), share(r, leader), mineralPiece(r), verbPiece(r), countries(r)};
    if (r.leaders.size() > 1) {
        sentence.add(ADIT_TEXT("findings", "In %1, %2 of the world's %3 %4 in each of %5"), common);
    } else if (r.market.flags.has(Flag::singleSupplier)) {
        sentence.add(ADIT_TEXT("findings", "In %1, all of the world's recorded %3 %4 in %5"), common);
    } else if (!printsAsOne(leader.shareBounds)) {
        sentence.add(
            ADIT_TEXT("findings", "In %1, between %2 and %6 of the world's %3 %4 in %5"),
            {common[0], share(r, leader, Part::lo), common[2], common[3], common[4], share(r, leader, Part::hi)});
    } else {
        sentence.add(ADIT_TEXT("findings", "In %1, %2 of the world's %3 %4 in %5"), common);
    }
}

Finding located(const Reading& r, const Translate& translate) {
    Sentence sentence(translate);
    addLeader(r, sentence);
    if (r.certain()) {
        addChange(r, sentence);
    } else if (r.named >= r.leaders.front()->shareBounds.lo) {
        sentence.add(ADIT_TEXT("findings", ", the largest figure published; a withheld one may be larger"));
    } else {
        sentence.add(ADIT_TEXT("findings", ", the largest figure published"));
    }
    if (!r.market.flags.has(Flag::singleSupplier)) addRest(r, sentence);
    return sentence.add(".").take();
}

// Nobody knows who controls the rest, so that every share is "at least".
Finding controlled(const Reading& r, const Translate& translate) {
    const bool all = printsAsOne(r.leaders.front()->shareBounds);
    const Piece output = plain(std::string(outputName(r.market.stage)));
    const std::vector<Piece> arguments{year(r.query.year), countries(r), share(r, *r.leaders.front()), mineralPiece(r),
                                       output};
    Sentence sentence(translate);
    if (r.leaders.size() > 1) {
        sentence.add(
            ADIT_TEXT("findings", "In %1, owners from each of %2 controlled at least %3 of the world's %5 of %4"),
            arguments);
    } else if (all) {
        sentence.add(ADIT_TEXT("findings", "In %1, owners from %2 controlled %3 of the world's %5 of %4"), arguments);
    } else {
        sentence.add(ADIT_TEXT("findings", "In %1, owners from %2 controlled at least %3 of the world's %5 of %4"),
                     arguments);
    }
    if (r.unnamed > 0.0) {
        const Piece rest = linked("share", of(r.query, Dataset::other), words::percent(r.unnamed), Part::hi);
        sentence.add(ADIT_TEXT("findings", "; %1 has no known controller"), {rest});
    }
    return sentence.add(".").take();
}

}  // namespace

Finding mapHeadline(const index::Query& query, const Translate& translate) {
    const std::optional<Reading> reading = read(query);
    if (!reading) return nothing(query, translate);
    return query.view == View::located ? located(*reading, translate) : controlled(*reading, translate);
}

}  // namespace adit::findings
