#include "core/workspace/assumption.h"

#include "core/base/figure.h"
#include "core/base/text.h"
#include "core/dataset/rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace adit::workspace {
namespace {

constexpr std::array<std::string_view, quantities> ids{"stock",       "floor",  "release-limit", "consumption",
                                                       "target-days", "price",  "severity",      "production",
                                                       "imports",     "exports"};

enum class Need { none, needed };
enum class Detail { none, kind, stage, stageAndPartner };
struct Shape {
    Need economy = Need::needed;
    Need mineral = Need::needed;
    Detail detail = Detail::none;
};

Shape shapeOf(Quantity quantity) {
    switch (quantity) {
        case Quantity::price:
            return {Need::none, Need::needed, Detail::none};
        case Quantity::severity:
            return {Need::none, Need::none, Detail::kind};
        case Quantity::production:
        case Quantity::exports:
            return {Need::needed, Need::needed, Detail::stage};
        case Quantity::imports:
            return {Need::needed, Need::needed, Detail::stageAndPartner};
        default:
            return {};
    }
}

Error refuse(std::string field, std::string text) {
    return {ErrorCode::badInput, std::move(text), {{}, 0, std::move(field)}};
}

Status checkCode(const char* field, const std::string& code, Need need, Quantity quantity) {
    const std::string of = " of a " + std::string(id(quantity));
    if (need == Need::needed && code.empty()) return refuse(field, std::string("the ") + field + of + " is missing");
    if (need == Need::none && !code.empty())
        return refuse(field, "a " + std::string(id(quantity)) + " has no " + field);
    return Done{};
}

bool fits(const std::string& detail, Detail wanted) {
    const std::size_t slash = detail.find('/');
    switch (wanted) {
        case Detail::none:
            return detail.empty();
        case Detail::kind:
            return measureKindFrom(detail).has_value();
        case Detail::stage:
            return stageFrom(detail).has_value();
        case Detail::stageAndPartner:
            return slash != std::string::npos && slash + 1 < detail.size() &&
                   stageFrom(std::string_view(detail).substr(0, slash)).has_value();
    }
    return false;
}

std::string wordsFor(Detail wanted) {
    switch (wanted) {
        case Detail::none:
            return "nothing";
        case Detail::kind:
            return "a kind of measure, such as ban";
        case Detail::stage:
            return "mine, refine or component";
        case Detail::stageAndPartner:
            return "stage and partner, such as refine/COD";
    }
    return {};
}

Status checkFigure(const char* field, double x, Quantity quantity) {
    if (!std::isfinite(x)) return refuse(field, "this is no finite number");
    if (x < 0.0) return refuse(field, "a " + std::string(id(quantity)) + " cannot be negative");
    if (quantity == Quantity::severity && x > 1.0) return refuse(field, "a severity lies between 0 and 1");
    return Done{};
}

Status checkText(const char* field, const std::string& s) {
    if (!text::validUtf8(s) || s.find('\0') != std::string::npos) return refuse(field, "this is no readable text");
    return Done{};
}

}  // namespace

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
    return refuse("detail", "\"" + key.detail + "\" does not fit a " + std::string(id(key.quantity)) + ": give " +
                                wordsFor(shape.detail));
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
