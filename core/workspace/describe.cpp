#include "core/workspace/describe.h"

#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/findings/wording.h"
#include "core/governance/at.h"

#include <array>

namespace adit::workspace {
namespace {

constexpr std::string_view arrow = " \u2192 ";

std::string economyName(const std::string& code, const Dataset* names) {
    const auto id = names == nullptr ? std::nullopt : names->economy(code);
    return id ? (*names)[*id].shortName : code;
}

std::string mineralName(const std::string& slug, const Dataset* names) {
    const auto id = names == nullptr ? std::nullopt : names->mineral(slug);
    return id ? findings::mineralWords(*names, *id, Stage::mine, BasisId()).name : slug;
}

std::string inQuotes(std::string_view s) {
    return "\u201C" + std::string(s) + "\u201D";
}

std::string kindWords(std::string_view kind) {
    static constexpr std::array<std::string_view, 6> words{
        "ban", "quota", "licensing", "export tax", "domestic-processing rule", "other measure"};
    const auto found = measureKindFrom(kind);
    return std::string(found ? words.at(static_cast<std::size_t>(*found)) : kind);
}

std::string quantityWords(const Key& key, const Dataset* names) {
    const AssumableTraits& traits = traitsOf(key.quantity);
    const Detail detail = detailOf(key);
    const std::string words(traits.words);
    const std::string stage(detail.stage ? id(*detail.stage) : std::string_view());
    const std::string in = detail.year ? " in " + std::to_string(*detail.year) : std::string();
    switch (traits.detail) {
        case DetailForm::none:
            return words;
        case DetailForm::measureKind:
            return words + " " + kindWords(key.detail);
        case DetailForm::year:
            return words + in;
        case DetailForm::stage:
            return stage + " " + words + in;
        case DetailForm::stageAndPartner:
            return stage + " " + words + " " + economyName(detail.partner, names) + in;
        case DetailForm::facility:
            return stage + " " + words + " " + detail.facility;
        case DetailForm::facilityAndOwner:
            return words + " " + detail.partner + " in " + detail.facility;
        case DetailForm::dimension:
            return (detail.dimension ? std::string(governance::nameOf(*detail.dimension)) : key.detail) + in;
    }
    return words;
}

// Every digit that was given: two values that differ never read the same.
std::string numberWords(double x, Quantity quantity) {
    const std::string all = text::shortest(x);
    const std::size_t point = all.find('.');
    const bool plain = all.find('e') == std::string::npos;
    const auto decimals = point == std::string::npos ? 0 : static_cast<int>(all.size() - point - 1);
    std::string out = plain ? words::grouped(x, decimals) : all;
    const std::string_view unit = traitsOf(quantity).unit;
    if (!unit.empty()) (out += words::narrowBlank) += unit;
    return out;
}

// What changed beside the figures.
std::string aside(const Assumption& now, const Assumption& before) {
    if (now.note != before.note) return "note changed";
    return "set against " + (now.edition.empty() ? std::string("no edition") : "edition " + now.edition);
}

std::string changeWords(const SetAssumption& edit, const SetAssumption& before, const Dataset* names) {
    const std::string place = describe(edit.key, names);
    const Quantity q = edit.key.quantity;
    if (!edit.value && !before.value) return place + " unchanged";
    if (!edit.value) return place + " back to the baseline (was " + valueWords(q, *before.value) + ")";
    const std::string now = valueWords(q, *edit.value);
    if (before.value) {
        const std::string was = valueWords(q, *before.value);
        if (was != now) return place + " " + was + std::string(arrow) + now;
        return place + " " + now + ", " + aside(*edit.value, *before.value);
    }
    if (!edit.value->baseline) return place + " set to " + now;
    return place + " " + numberWords(*edit.value->baseline, q) + " (published)" + std::string(arrow) + now;
}

std::string measureWords(const OwnMeasure& m, const Dataset* names) {
    std::string out = kindWords(id(m.kind)) + " by " + economyName(m.imposer, names) + " on " +
                      mineralName(m.mineral, names) + " (" + std::string(id(m.stage)) + ")";
    if (!m.effective.empty()) out += " from " + m.effective;
    return out;
}

// Which fields of a measure differ, by name.
std::string differences(const OwnMeasure& a, const OwnMeasure& b) {
    std::vector<std::string> names;
    const auto add = [&](const char* name, bool differs) {
        if (differs) names.emplace_back(name);
    };
    add("imposer", a.imposer != b.imposer);
    add("mineral", a.mineral != b.mineral);
    add("stage", a.stage != b.stage);
    add("kind", a.kind != b.kind);
    add("targets", a.againstAll != b.againstAll || a.targets != b.targets);
    add("announced", a.announced != b.announced);
    add("effective", a.effective != b.effective);
    add("ended", a.ended != b.ended);
    add("instrument", a.instrument != b.instrument);
    add("note", a.note != b.note);
    add("severity", a.severity != b.severity);
    return words::list(names);
}

std::string changeWords(const SetMeasure& edit, const SetMeasure& before, const Dataset* names) {
    if (!edit.value && !before.value) return "own measure unchanged";
    if (!edit.value) return "own measure removed: " + measureWords(*before.value, names);
    if (!before.value) return "own measure added: " + measureWords(*edit.value, names);
    return "own measure changed: " + measureWords(*edit.value, names) + ": " + differences(*edit.value, *before.value);
}

template <typename Set>
std::string_view verbOf(const Set& edit, const Set& before) {
    if (!edit.value) return before.value ? " removed" : " unchanged";
    return before.value ? " changed" : " added";
}

std::string changeWords(const SetBloc& edit, const SetBloc& before, const Dataset*) {
    const auto& shown = edit.value ? edit.value : before.value;
    const std::string verb(verbOf(edit, before));
    if (!shown) return "bloc " + edit.id + verb;
    return "bloc " + shown->name + verb + (edit.value ? ": " + text::join(shown->members, ", ") : "");
}

std::string changeWords(const SetDocument& edit, const SetDocument& before, const Dataset*) {
    return std::string(id(edit.key.kind)) + " " + inQuotes(edit.key.name) + std::string(verbOf(edit, before));
}

std::string changeWords(const SetView& edit, const SetView&, const Dataset*) {
    return "view " + edit.key + " changed";
}

}  // namespace

std::string nameOf(Quantity quantity) {
    if (quantity == Quantity::tradeValue) return "imports by value";
    if (quantity == Quantity::facilityOutput) return "output of a facility";
    if (quantity == Quantity::supplyShare) return "share of a supply";
    if (quantity == Quantity::controlShare) return "share of control";
    return std::string(traitsOf(quantity).words);
}

std::string describe(const Key& key, const Dataset* names) {
    std::string out;
    if (!key.economy.empty()) out += economyName(key.economy, names) + ", ";
    if (!key.mineral.empty()) out += mineralName(key.mineral, names) + ": ";
    return out + quantityWords(key, names);
}

std::string valueWords(Quantity quantity, const Assumption& value) {
    std::string out = numberWords(value.central, quantity);
    if (!value.low && !value.high) return out;
    const std::string low = numberWords(value.low.value_or(value.central), quantity);
    const std::string high = numberWords(value.high.value_or(value.central), quantity);
    return out + " (" + low + " to " + high + ")";
}

std::string describeWhat(const Idle& idle, const Dataset* names) {
    if (const Key* key = std::get_if<Key>(&idle.what)) return describe(*key, names);
    if (const OwnMeasure* measure = std::get_if<OwnMeasure>(&idle.what))
        return "own measure, " + measureWords(*measure, names);
    return "own bloc " + std::get<OwnBloc>(idle.what).name;
}

std::string reasonWords(const Idle& idle, const Dataset* names) {
    const Key* key = std::get_if<Key>(&idle.what);
    const std::string of =
        key == nullptr ? std::string() : " of " + mineralName(key->mineral, names) + " at this stage";
    const std::string whose = key == nullptr ? std::string() : economyName(key->economy, names);
    const std::string year = std::to_string(idle.year);
    const std::string forYear = idle.year != 0 ? " for " + year : std::string();
    switch (idle.reason) {
        case IdleReason::unknownEconomy:
            return "this edition has no economy or bloc " + idle.code;
        case IdleReason::unknownMineral:
            return "this edition has no mineral " + idle.code;
        case IdleReason::codeTaken:
            return "this edition has an economy or bloc " + idle.code + " of its own";
        case IdleReason::dated:
            return "it would stand for " + year + ", and another of yours names that year";
        case IdleReason::noOutput:
            return "no output" + of + " is published";
        case IdleReason::noOutputInYear:
            return "no output" + of + " is published for " + year;
        case IdleReason::noMemberOutput:
            return "no output of a member of " + whose + " is published for " + year +
                   ", and a bloc’s output is shared out in proportion to it";
        case IdleReason::noTrade:
            return "no trade" + of + " is published";
        case IdleReason::noTradeInYear:
            return "no trade" + of + " is published for " + year;
        case IdleReason::noTradeByMass:
            return "the imports of " + whose + " are not known by mass for " + year +
                   ", and yours count beside these alone";
        case IdleReason::noTradeByValue:
            return "the imports of " + whose + " are not known by value for " + year +
                   ", and yours count beside these alone";
        case IdleReason::noFlow:
            return "no flow from there is published for " + year +
                   ", and what a bloc takes or gives is shared out in proportion to it";
        case IdleReason::inside:
            return "what stays inside " + whose + " is no import";
        case IdleReason::ofMembers:
            return "a bloc has no " + nameOf(key->quantity) + " of its own; assume that of its members";
        case IdleReason::noEstimate:
            return "no governance estimate is published";
        case IdleReason::noReserves:
            return "no reserves of " + mineralName(key->mineral, names) + " are published" + forYear;
        case IdleReason::noShares:
            return "no shares of the supply to " + whose + of + " are published" + forYear;
        case IdleReason::noStake:
            return "no such stake is published";
        case IdleReason::noFacility:
            return "no such facility" + of + " is listed";
        case IdleReason::groupTotal:
            return "it is the total of a group, which its sites make; assume theirs";
        case IdleReason::notOperating:
            return "it operates in no year that is listed";
        case IdleReason::byFacilities:
            return "who controls the output of " + whose + " in " + year +
                   " follows from its facilities; assume their stakes";
        case IdleReason::noHostOutput:
            return "no output of " + whose + " is published for " + year;
        case IdleReason::otherBasis:
            return "output" + of + " in " + year + " is published in gross weight, which no controller is set against";
        case IdleReason::aboveWhole:
            return "together with others of yours it is more than the whole";
        case IdleReason::notDefined:
            return nameOf(key->quantity) + " is defined for " +
                   economyName(std::string(traitsOf(key->quantity).onlyOf), names) + " alone";
        case IdleReason::noMeasure:
            return "no measure of this kind is without a severity of its own";
    }
    return {};
}

std::string describe(const Idle& idle, const Dataset* names) {
    return describeWhat(idle, names) + ": " + reasonWords(idle, names);
}

std::string describe(const Edit& edit, const Edit& before, const Dataset* names) {
    return std::visit(
        [&](const auto& one) {
            using Set = std::decay_t<decltype(one)>;
            const Set* was = std::get_if<Set>(&before);
            return changeWords(one, was == nullptr ? Set{} : *was, names);
        },
        edit);
}

std::string describe(std::span<const Edit> edits, std::span<const Edit> inverse, const Dataset* names) {
    if (edits.empty()) return {};
    const Edit& first = edits.front();
    const std::string target = targetOf(first);
    Edit before = first;
    for (const Edit& edit : inverse)
        if (targetOf(edit) == target) before = edit;
    std::string words = describe(first, before, names);
    if (edits.size() == 1) return words;
    return words::grouped(static_cast<double>(edits.size()), 0) + " changes, the first: " + words;
}

}  // namespace adit::workspace
