#include "core/workspace/assumption.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace adit::workspace {
namespace {

Error refuse(std::string field, std::string text) {
    return {ErrorCode::badInput, std::move(text), {{}, 0, std::move(field)}};
}

std::string nounOf(Quantity quantity) {
    return std::string(traitsOf(quantity).noun);
}

Status checkCode(const char* field, const std::string& code, bool needed, Quantity quantity) {
    if (needed && code.empty())
        return refuse(field, std::string("the ") + field + " of " + nounOf(quantity) + " is missing");
    if (!needed && !code.empty()) return refuse(field, nounOf(quantity) + " has no " + field);
    return Done{};
}

constexpr int firstYear = 1800;
constexpr int lastYear = 2200;

std::optional<int> yearFrom(std::string_view word) {
    if (word.size() != 4 || !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const int year = static_cast<int>(*text::toDouble(word));
    return year >= firstYear && year <= lastYear ? std::optional(year) : std::nullopt;
}

enum class Partner { none, needed };

// Stage, then a year or none, then a partner where there is to be one.
bool isFlow(std::string_view detail, Partner partner) {
    std::vector<std::string_view> words = text::split(detail, '/');
    if (words.empty() || !stageFrom(words.front())) return false;
    words.erase(words.begin());
    if (!words.empty() && yearFrom(words.front())) words.erase(words.begin());
    if (partner == Partner::none) return words.empty();
    return words.size() == 1 && !words.front().empty();
}

// One of the six: their mean is none.
std::optional<Dimension> singleDimension(std::string_view word) {
    const auto found = dimensionFrom(word);
    return found == Dimension::mean6 ? std::nullopt : found;
}

// A dimension, then a year or none.
bool isEstimate(std::string_view detail) {
    const std::vector<std::string_view> words = text::split(detail, '/');
    if (words.empty() || words.size() > 2 || !singleDimension(words.front())) return false;
    return words.size() == 1 || yearFrom(words.back());
}

// A facility, then an owner: either may have any other sign in its name.
bool isStake(std::string_view detail) {
    const std::size_t bar = detail.find('|');
    return bar != std::string_view::npos && bar > 0 && bar + 1 < detail.size() &&
           detail.find('|', bar + 1) == std::string_view::npos;
}

// A stage, then a facility.
bool isFacility(std::string_view detail) {
    const std::size_t bar = detail.find('|');
    return isStake(detail) && stageFrom(detail.substr(0, bar)).has_value();
}

bool fits(const std::string& detail, DetailForm form) {
    switch (form) {
        case DetailForm::none:
            return detail.empty();
        case DetailForm::measureKind:
            return measureKindFrom(detail).has_value();
        case DetailForm::year:
            return detail.empty() || yearFrom(detail);
        case DetailForm::stage:
            return isFlow(detail, Partner::none);
        case DetailForm::stageAndPartner:
            return isFlow(detail, Partner::needed);
        case DetailForm::dimension:
            return isEstimate(detail);
        case DetailForm::facility:
            return isFacility(detail);
        case DetailForm::facilityAndOwner:
            return isStake(detail);
    }
    return false;
}

std::string wordsFor(DetailForm form) {
    switch (form) {
        case DetailForm::none:
            return "nothing";
        case DetailForm::measureKind:
            return "a kind of measure, such as ban";
        case DetailForm::year:
            return "a year, such as 2023, or nothing";
        case DetailForm::stage:
            return "mine, refine or component, with a year such as refine/2023 or without one";
        case DetailForm::stageAndPartner:
            return "stage and partner, such as refine/COD, or with a year, refine/2023/COD";
        case DetailForm::facility:
            return "stage and facility, such as mine|Mutanda";
        case DetailForm::facilityAndOwner:
            return "facility and owner, such as Mutanda|Glencore";
        case DetailForm::dimension:
            return "cc, ge, pv, rl, rq or va, with a year such as pv/2023 or without one";
    }
    return {};
}

Status checkFigure(const char* field, double x, Quantity quantity) {
    if (!std::isfinite(x)) return refuse(field, "this is no finite number");
    const Interval limits = traitsOf(quantity).limits;
    if (limits.contains(x)) return Done{};
    if (x < 0.0 && limits.lo == 0.0) return refuse(field, nounOf(quantity) + " cannot be negative");
    if (limits.lo == -unbounded)
        return refuse(field, nounOf(quantity) + " is " + text::shortest(limits.hi) + " at most");
    return refuse(
        field, nounOf(quantity) + " lies between " + text::shortest(limits.lo) + " and " + text::shortest(limits.hi));
}

Status checkText(const char* field, const std::string& s) {
    if (!text::validUtf8(s) || s.find('\0') != std::string::npos) return refuse(field, "this is no readable text");
    return Done{};
}

}  // namespace

Detail detailOf(Quantity quantity, const std::string& words) {
    Detail detail;
    const DetailForm form = traitsOf(quantity).detail;
    if (form == DetailForm::facilityAndOwner || form == DetailForm::facility) {
        const std::size_t bar = std::min(words.find('|'), words.size());
        const std::string before = words.substr(0, bar);
        const std::string after = words.substr(std::min(bar + 1, words.size()));
        if (form == DetailForm::facilityAndOwner) return {.partner = after, .facility = before};
        return {.stage = stageFrom(before), .facility = after};
    }
    for (const std::string_view word : text::split(words, '/')) {
        const auto stage = stageFrom(word);
        const auto year = yearFrom(word);
        const bool rated = form == DetailForm::dimension;
        const auto dimension = rated ? singleDimension(word) : std::nullopt;
        if (dimension && !detail.dimension) {
            detail.dimension = dimension;
        } else if (stage && !detail.stage) {
            detail.stage = stage;
        } else if (year && !detail.year) {
            detail.year = year;
        } else {
            detail.partner = word;
        }
    }
    return detail;
}

Key withoutYear(Key key) {
    const auto year = detailOf(key).year;
    if (!year || traitsOf(key.quantity).detail == DetailForm::measureKind) return key;
    std::vector<std::string> words;
    for (const std::string_view word : text::split(key.detail, '/'))
        if (yearFrom(word) != year) words.emplace_back(word);
    key.detail = text::join(words, "/");
    return key;
}

std::optional<Quantity> quantityFrom(std::string_view word) {
    return assumableFrom(word);
}

Status check(const Key& key) {
    const AssumableTraits& traits = traitsOf(key.quantity);
    for (const auto& [field, s] :
         {std::pair{"economy", &key.economy}, {"mineral", &key.mineral}, {"detail", &key.detail}})
        if (const Status status = checkText(field, *s); !status) return status;
    if (const Status status = checkCode("economy", key.economy, traits.ofEconomy, key.quantity); !status) return status;
    if (const Status status = checkCode("mineral", key.mineral, traits.ofMineral, key.quantity); !status) return status;
    if (fits(key.detail, traits.detail)) return Done{};
    return refuse("detail",
                  "\"" + key.detail + "\" does not fit " + nounOf(key.quantity) + ": give " + wordsFor(traits.detail));
}

Status check(const Key& key, const Assumption& assumption) {
    if (const Status status = check(key); !status) return status;
    if (const Status status = checkFigure("central", assumption.central, key.quantity); !status) return status;
    for (const auto& [field, x] : {std::pair{"low", assumption.low}, {"high", assumption.high}}) {
        if (!x) continue;
        if (const Status status = checkFigure(field, *x, key.quantity); !status) return status;
    }
    if (assumption.low && *assumption.low > assumption.central)
        return refuse("low", "the low value is above the central one");
    if (assumption.high && *assumption.high < assumption.central)
        return refuse("high", "the high value is below the central one");
    if (assumption.baseline && !std::isfinite(*assumption.baseline))
        return refuse("baseline", "this is no finite number");
    for (const auto& [field, s] :
         {std::pair{"note", &assumption.note}, {"at", &assumption.at}, {"edition", &assumption.edition}})
        if (const Status status = checkText(field, *s); !status) return status;
    return Done{};
}

}  // namespace adit::workspace
