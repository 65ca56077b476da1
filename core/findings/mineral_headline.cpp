#include "core/base/number_words.h"
#include "core/findings/findings.h"
#include "core/findings/reading.h"
#include "core/findings/wording.h"
#include "core/index/registry.h"

#include <algorithm>

namespace adit::findings {
namespace {

constexpr int yearsBack = 5;
constexpr double highly = 1800.0;  // US merger guidelines 2023, section 2.1
constexpr double moderately = 1000.0;

struct Concentration {
    index::Query query;
    Figure figure;
    BasisId basis;
};

std::optional<Concentration> concentrationOf(const index::Query& query) {
    const auto market = index::market(query);
    Concentration c{query, index::find("hhi-10k")->compute(query), market ? market->basis : BasisId{}};
    if (!c.figure.bounds) return std::nullopt;
    return c;
}

Interval boundsOf(const Concentration& c) {
    return *c.figure.bounds;
}

bool printsAsOne(const Concentration& c) {
    return words::grouped(boundsOf(c).lo, 0) == words::grouped(boundsOf(c).hi, 0);
}

// "4 929", or "4 076 to 6 632" as two linked numbers.
void addNumber(const Concentration& c, Sentence& sentence) {
    if (printsAsOne(c)) {
        const Part part = c.figure.value ? Part::value : Part::lo;
        const double x = c.figure.value.value_or(boundsOf(c).lo);
        sentence.add("%1", {linked("hhi-10k", c.query, words::grouped(x, 0), part)});
        return;
    }
    sentence.add(ADIT_TEXT("findings", "%1 to %2"),
                 {linked("hhi-10k", c.query, words::grouped(boundsOf(c).lo, 0), Part::lo),
                  linked("hhi-10k", c.query, words::grouped(boundsOf(c).hi, 0), Part::hi)});
}

Piece name(const Concentration& c) {
    return plain(capital(mineralWords(*c.query.data, c.query.mineral, c.query.stage, c.basis).before));
}

Piece doing(const Concentration& c) {
    return plain(gerund(*c.query.data, c.query.mineral, c.query.stage));
}

std::string_view grade(Interval hhi) {
    if (hhi.lo > highly) return ADIT_TEXT("findings", "%1 %2 is highly concentrated: HHI ");
    if (hhi.lo > moderately && hhi.hi <= highly) return ADIT_TEXT("findings", "%1 %2 is moderately concentrated: HHI ");
    if (hhi.hi <= moderately) return ADIT_TEXT("findings", "%1 %2 is not concentrated: HHI ");
    if (hhi.lo > moderately) return ADIT_TEXT("findings", "%1 %2 is concentrated, moderately at least: HHI ");
    return ADIT_TEXT("findings", "How concentrated %1 %2 is, the figures leave open: HHI ");
}

void addChange(const Concentration& c, Sentence& sentence) {
    const std::vector<int> years = comparableYears(c.query, yearsBack);
    const auto before = years.empty() ? std::nullopt : concentrationOf(at(c.query, years.back()));
    if (!before || !printsAsOne(*before) || !printsAsOne(c)) return;
    const std::string text = words::grouped(boundsOf(*before).lo, 0);
    const Piece number = linked("hhi-10k", before->query, text, Part::lo);
    if (text == words::grouped(boundsOf(c).lo, 0)) {
        sentence.add(ADIT_TEXT("findings", ", as in %1"), {year(years.back())});
    } else if (boundsOf(c).lo > boundsOf(*before).lo) {
        sentence.add(ADIT_TEXT("findings", ", up from %1 in %2"), {number, year(years.back())});
    } else {
        sentence.add(ADIT_TEXT("findings", ", down from %1 in %2"), {number, year(years.back())});
    }
}

Finding alone(const Concentration& c, const Translate& translate) {
    Sentence sentence(translate);
    const std::string_view pattern = grade(boundsOf(c));
    Piece subject = name(c);
    if (!pattern.starts_with("%1")) {
        subject = plain(mineralWords(*c.query.data, c.query.mineral, c.query.stage, c.basis).before);
    }
    sentence.add(pattern, {subject, doing(c)});
    addNumber(c, sentence);
    if (c.query.view == View::controlled) {
        sentence.add(ADIT_TEXT("findings", " by owner in %1"), {year(c.query.year)});
    } else {
        sentence.add(ADIT_TEXT("findings", " in %1"), {year(c.query.year)});
    }
    addChange(c, sentence);
    return sentence.add(".").take();
}

// Two stages of one mineral in one year, the more concentrated first.
Finding together(const Concentration& a, const Concentration& b, const Translate& translate) {
    const bool swap = boundsOf(b).lo > boundsOf(a).lo;
    const Concentration& high = swap ? b : a;
    const Concentration& low = swap ? a : b;
    Sentence sentence(translate);
    if (boundsOf(high).lo > boundsOf(low).hi &&
        words::grouped(boundsOf(high).lo, 0) != words::grouped(boundsOf(low).hi, 0)) {
        sentence.add(ADIT_TEXT("findings", "%1 %2 is more concentrated than %3: HHI "),
                     {name(high), doing(high), doing(low)});
    } else {
        sentence.add(
            ADIT_TEXT("findings", "%1 %2 and %3 are as concentrated as each other, as far as figures tell: HHI "),
            {name(high), doing(high), doing(low)});
    }
    addNumber(high, sentence);
    sentence.add(ADIT_TEXT("findings", " against "));
    addNumber(low, sentence);
    if (high.query.view == View::controlled) {
        sentence.add(ADIT_TEXT("findings", " by owner in %1."), {year(high.query.year)});
    } else {
        sentence.add(ADIT_TEXT("findings", " in %1."), {year(high.query.year)});
    }
    return sentence.take();
}

std::optional<Concentration> otherStage(const index::Query& query) {
    for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
        if (stage == query.stage) continue;
        index::Query other = query;
        other.stage = stage;
        other.source.reset();
        if (auto c = concentrationOf(other)) return c;
    }
    return std::nullopt;
}

}  // namespace

Finding mineralHeadline(const index::Query& query, const Translate& translate) {
    const std::optional<Concentration> own = concentrationOf(query);
    if (!own) return mapHeadline(query, translate);  // says what is not there
    const std::optional<Concentration> other = otherStage(query);
    return other ? together(*own, *other, translate) : alone(*own, translate);
}

}  // namespace adit::findings
