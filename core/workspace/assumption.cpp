#include "core/workspace/assumption.h"

#include "core/base/text.h"
#include "core/dataset/rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace adit::workspace {
namespace {

constexpr std::array<std::string_view, quantities> ids{
    "stock",   "floor",   "release-limit", "consumption",    "target-days",       "price", "severity", "production",
    "imports", "exports", "governance",    "recycling-rate", "substitution-index"};

enum class Need { none, needed };
enum class Needs { none, kind, year, stage, stageAndPartner, dimension };
struct Shape {
    Need economy = Need::needed;
    Need mineral = Need::needed;
    Needs detail = Needs::none;
};

Shape shapeOf(Quantity quantity) {
    switch (quantity) {
        case Quantity::price:
        case Quantity::recyclingRate:
        case Quantity::substitutionIndex:
            return {Need::none, Need::needed, Needs::none};
        case Quantity::governance:
            return {Need::needed, Need::none, Needs::dimension};
        case Quantity::severity:
            return {Need::none, Need::none, Needs::kind};
        case Quantity::consumption:
            return {Need::needed, Need::needed, Needs::year};
        case Quantity::production:
        case Quantity::exports:
            return {Need::needed, Need::needed, Needs::stage};
        case Quantity::imports:
            return {Need::needed, Need::needed, Needs::stageAndPartner};
        default:
            return {};
    }
}

Error refuse(std::string field, std::string text) {
    return {ErrorCode::badInput, std::move(text), {{}, 0, std::move(field)}};
}

std::string nounOf(Quantity quantity) {
    switch (quantity) {
        case Quantity::governance:
            return "a governance estimate";
        case Quantity::recyclingRate:
            return "a recycling rate";
        case Quantity::substitutionIndex:
            return "a substitution index";
        default:
            return "a " + std::string(id(quantity));
    }
}

Status checkCode(const char* field, const std::string& code, Need need, Quantity quantity) {
    const std::string of = " of " + nounOf(quantity);
    if (need == Need::needed && code.empty()) return refuse(field, std::string("the ") + field + of + " is missing");
    if (need == Need::none && !code.empty()) return refuse(field, nounOf(quantity) + " has no " + field);
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

// Stage, then a year or none, then a partner where there is to be one.
bool isFlow(std::string_view detail, Need partner) {
    std::vector<std::string_view> words = text::split(detail, '/');
    if (words.empty() || !stageFrom(words.front())) return false;
    words.erase(words.begin());
    if (!words.empty() && yearFrom(words.front())) words.erase(words.begin());
    if (partner == Need::none) return words.empty();
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

bool fits(const std::string& detail, Needs wanted) {
    switch (wanted) {
        case Needs::none:
            return detail.empty();
        case Needs::kind:
            return measureKindFrom(detail).has_value();
        case Needs::year:
            return detail.empty() || yearFrom(detail);
        case Needs::stage:
            return isFlow(detail, Need::none);
        case Needs::stageAndPartner:
            return isFlow(detail, Need::needed);
        case Needs::dimension:
            return isEstimate(detail);
    }
    return false;
}

std::string wordsFor(Needs wanted) {
    switch (wanted) {
        case Needs::none:
            return "nothing";
        case Needs::kind:
            return "a kind of measure, such as ban";
        case Needs::year:
            return "a year, such as 2023, or nothing for every year";
        case Needs::stage:
            return "mine, refine or component, with a year such as refine/2023 or without one";
        case Needs::stageAndPartner:
            return "stage and partner, such as refine/COD, or with a year, refine/2023/COD";
        case Needs::dimension:
            return "cc, ge, pv, rl, rq or va, with a year such as pv/2023 or without one";
    }
    return {};
}

// The World Bank's estimates run from about -2.5 to 2.5; the lowest ever published is -3.3.
Interval limitsOf(Quantity quantity) {
    switch (quantity) {
        case Quantity::severity:
        case Quantity::recyclingRate:
        case Quantity::substitutionIndex:
            return {0.0, 1.0};
        case Quantity::governance:
            return {-3.5, 3.5};
        default:
            return {0.0, unbounded};
    }
}

Status checkFigure(const char* field, double x, Quantity quantity) {
    if (!std::isfinite(x)) return refuse(field, "this is no finite number");
    const Interval limits = limitsOf(quantity);
    if (limits.contains(x)) return Done{};
    if (x < 0.0 && limits.lo == 0.0) return refuse(field, nounOf(quantity) + " cannot be negative");
    return refuse(
        field, nounOf(quantity) + " lies between " + text::shortest(limits.lo) + " and " + text::shortest(limits.hi));
}

Status checkText(const char* field, const std::string& s) {
    if (!text::validUtf8(s) || s.find('\0') != std::string::npos) return refuse(field, "this is no readable text");
    return Done{};
}

}  // namespace

Detail detailOf(const Key& key) {
    Detail detail;
    for (const std::string_view word : text::split(key.detail, '/')) {
        const auto stage = stageFrom(word);
        const auto year = yearFrom(word);
        const auto dimension = key.quantity == Quantity::governance ? singleDimension(word) : std::nullopt;
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

std::string_view id(Quantity quantity) {
    return ids.at(static_cast<std::size_t>(quantity));
}

std::optional<Quantity> quantityFrom(std::string_view word) {
    const auto found = std::find(ids.begin(), ids.end(), word);
    if (found == ids.end()) return std::nullopt;
    return static_cast<Quantity>(found - ids.begin());
}

Status check(const Key& key) {
    const Shape shape = shapeOf(key.quantity);
    for (const auto& [field, s] :
         {std::pair{"economy", &key.economy}, {"mineral", &key.mineral}, {"detail", &key.detail}})
        if (const Status status = checkText(field, *s); !status) return status;
    if (const Status status = checkCode("economy", key.economy, shape.economy, key.quantity); !status) return status;
    if (const Status status = checkCode("mineral", key.mineral, shape.mineral, key.quantity); !status) return status;
    if (fits(key.detail, shape.detail)) return Done{};
    return refuse("detail",
                  "\"" + key.detail + "\" does not fit " + nounOf(key.quantity) + ": give " + wordsFor(shape.detail));
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
