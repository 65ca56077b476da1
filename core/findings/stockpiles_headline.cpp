#include "core/base/number_words.h"
#include "core/consumer/holding.h"
#include "core/findings/findings.h"
#include "core/findings/reading.h"
#include "core/findings/wording.h"

#include <algorithm>
#include <cmath>

namespace adit::findings {
namespace {

struct Held {
    index::Query query;
    consumer::Holding holding;
};

bool hasCover(const Held& h) {
    return h.holding.cover.value && std::isfinite(*h.holding.cover.value);
}

bool hasGap(const Held& h) {
    return h.holding.gap.value.has_value();
}

std::string possessive(const std::string& name) {
    return name + (name.ends_with('s') ? "’" : "’s");
}

std::string mineralOf(const Held& h) {
    return mineralWords(*h.query.data, h.query.mineral, h.query.stage, {}).name;
}

std::string whoseStock(const Held& h) {
    return possessive(capital(country(*h.query.data, *h.query.economy))) + " " +
           mineralWords(*h.query.data, h.query.mineral, h.query.stage, {}).before;
}

Piece days(const Held& h) {
    const double d = *h.holding.cover.value;
    return linked("days-of-cover", h.query, words::grouped(d, 0));
}

std::string tonnesText(double t) {
    return t >= 100.0 && t < 100000.0 ? words::grouped(t, 0) + std::string(words::narrowBlank) + "t" : words::tonnes(t);
}

Piece gap(const Held& h) {
    return linked("stock-gap", h.query, tonnesText(*h.holding.gap.value));
}

// One holding says all there is to say of it.
void addOne(const Held& h, Sentence& sentence) {
    sentence.add(ADIT_TEXT("findings", "%1 stock lasts %2 days"), {plain(whoseStock(h)), days(h)});
    if (!h.holding.target.value.value) {
        sentence.add(ADIT_TEXT("findings", "; no target is set."));
        return;
    }
    const Piece target = linked("target-days", h.query, words::grouped(*h.holding.target.value.value, 0));
    if (hasGap(h) && *h.holding.gap.value > 0.0) {
        sentence.add(ADIT_TEXT("findings", "; to its target of %1 it lacks %2."), {target, gap(h)});
    } else if (*h.holding.cover.value < *h.holding.target.value.value) {
        sentence.add(ADIT_TEXT("findings", " above its floor; with the floor, its target of %1 is met."), {target});
    } else {
        sentence.add(ADIT_TEXT("findings", "; its target of %1 is met."), {target});
    }
}

Piece nameOf(const Held& h, Subject subject) {
    return plain(subject == Subject::economies ? country(*h.query.data, *h.query.economy) : mineralOf(h));
}

void addTargets(const std::vector<Held>& with, Subject subject, Sentence& sentence) {
    const auto met = static_cast<std::size_t>(
        std::count_if(with.begin(), with.end(), [](const Held& h) { return *h.holding.gap.value <= 0.0; }));
    const auto worst = std::max_element(with.begin(), with.end(), [](const Held& a, const Held& b) {
        return *a.holding.gap.value < *b.holding.gap.value;
    });
    const Piece all = plain(words::count(with.size()));
    const Held& any = with.front();
    const std::string before = mineralWords(*any.query.data, any.query.mineral, any.query.stage, {}).before;
    const Piece what = plain(subject == Subject::economies ? before + " target" : "target");
    const Piece of = plain(subject == Subject::economies ? "economies" : "minerals");
    const Piece owner = plain(capital(country(*any.query.data, *any.query.economy)));
    if (met == with.size()) {
        if (subject == Subject::economies) {
            if (with.size() == 2) {
                sentence.add(ADIT_TEXT("findings", "Both economies with a stock and a target hold their %1."), {what});
            } else {
                sentence.add(ADIT_TEXT("findings", "All %1 economies with a stock and a target hold their %2."),
                             {all, what});
            }
        } else {
            sentence.add(ADIT_TEXT("findings", "%1 holds its target for all %2 minerals with a stock and a target."),
                         {owner, all});
        }
        return;
    }
    const Piece count = plain(met == 0 ? "none" : words::count(met));
    if (subject == Subject::economies) {
        sentence.add(met == 1 ? ADIT_TEXT("findings", "%1 of the %2 economies with a stock and a target holds its %3; ")
                     : met == 0
                         ? ADIT_TEXT("findings", "%1 of the %2 economies with a stock and a target holds its %3; ")
                         : ADIT_TEXT("findings", "%1 of the %2 economies with a stock and a target hold their %3; "),
                     {plain(capital(count.text)), all, what});
    } else {
        sentence.add(ADIT_TEXT("findings", "%1 holds its target for %2 of %3 minerals with a stock and a target; "),
                     {owner, count, all});
    }
    sentence.add(ADIT_TEXT("findings", "%1 lacks the most, %2."), {nameOf(*worst, subject), gap(*worst)});
}

void addSpan(const std::vector<Held>& with, Subject subject, Sentence& sentence) {
    const auto shorter = [](const Held& a, const Held& b) { return *a.holding.cover.value < *b.holding.cover.value; };
    const auto [least, most] = std::minmax_element(with.begin(), with.end(), shorter);
    const std::vector<Piece> ends{days(*least), nameOf(*least, subject), days(*most), nameOf(*most, subject)};
    if (subject == Subject::economies) {
        sentence.add(
            ADIT_TEXT("findings",
                      "The %1 stocks that are known last from %2 days (%3) to %4 (%5); no target is "
                      "set beside them."),
            {plain(mineralWords(*with.front().query.data, with.front().query.mineral, with.front().query.stage, {})
                       .before),
             ends[0], ends[1], ends[2], ends[3]});
    } else {
        sentence.add(ADIT_TEXT("findings",
                               "%1 stocks that are known last from %2 days (%3) to %4 (%5); no target is set "
                               "beside them."),
                     {plain(possessive(capital(country(*with.front().query.data, *with.front().query.economy)))),
                      ends[0], ends[1], ends[2], ends[3]});
    }
}

void addNothing(const std::vector<Held>& held, const index::Query& query, Subject subject, Sentence& sentence) {
    const auto stocks = std::count_if(held.begin(), held.end(), [](const Held& h) { return h.holding.stock.known(); });
    const Dataset& data = *query.data;
    const Piece mineral = plain(mineralWords(data, query.mineral, query.stage, {}).name);
    if (stocks > 0 && subject == Subject::economies) {
        sentence.add(
            ADIT_TEXT("findings", "Stocks of %1 are known, but not the consumption that they would have to cover."),
            {mineral});
    } else if (subject == Subject::economies) {
        sentence.add(ADIT_TEXT("findings",
                               "Nobody’s stock of %1 is published with its consumption; set a stock to see how "
                               "long it lasts."),
                     {mineral});
    } else {
        sentence.add(ADIT_TEXT("findings",
                               "No stock of %1 is published with its consumption; set one to see how long it "
                               "lasts."),
                     {plain(query.economy ? country(data, *query.economy) : "this economy")});
    }
}

}  // namespace

Finding stockpilesHeadline(std::span<const index::Query> queries, Subject subject, const Translate& translate) {
    std::vector<Held> held;
    for (const index::Query& query : queries)
        held.push_back(
            {query, consumer::holdingOf({query.data, *query.economy, query.mineral, query.stage, query.year})});
    std::vector<Held> covered;
    std::copy_if(held.begin(), held.end(), std::back_inserter(covered), hasCover);
    std::vector<Held> aimed;
    std::copy_if(covered.begin(), covered.end(), std::back_inserter(aimed), hasGap);
    Sentence sentence(translate);
    if (covered.empty()) {
        addNothing(held, queries.empty() ? index::Query{} : queries.front(), subject, sentence);
    } else if (covered.size() == 1) {
        addOne(covered.front(), sentence);
    } else if (aimed.size() == 1) {
        addOne(aimed.front(), sentence);
    } else if (!aimed.empty()) {
        addTargets(aimed, subject, sentence);
    } else {
        addSpan(covered, subject, sentence);
    }
    return sentence.take();
}

}  // namespace adit::findings
