#include "core/base/figure.h"

#include <array>

namespace adit {
namespace {

constexpr std::array<std::string_view, 3> stageIds{"mine", "refine", "component"};
constexpr std::array<std::string_view, 2> viewIds{"located", "controlled"};
constexpr std::array<std::string_view, 9> stateIds{"known", "estimated",      "rounded", "withheld", "unknown",
                                                   "zero",  "not-applicable", "assumed", "derived"};
constexpr std::array<std::string_view, 21> flagIds{"est",
                                                   "rounded",
                                                   "withheld",
                                                   "default-interval",
                                                   "partial-coverage",
                                                   "assumed",
                                                   "clamped",
                                                   "net-exporter",
                                                   "net-importer-only",
                                                   "zero-total",
                                                   "single-supplier",
                                                   "no-governance",
                                                   "stale-governance",
                                                   "basis-converted",
                                                   "proportional-mix",
                                                   "parts-exceed-total",
                                                   "year-mismatch",
                                                   "vintage-mismatch",
                                                   "unattributed-control",
                                                   "no-demand",
                                                   "approx"};
constexpr std::array<std::string_view, 11> unitIds{"1", "points", "count", "nat",   "t", "t/yr",
                                                   "d", "USD",    "USD/t", "score", "pp"};

template <typename E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& ids, std::string_view text) {
    for (std::size_t i = 0; i < N; ++i) {
        if (ids[i] == text) return static_cast<E>(i);
    }
    return std::nullopt;
}

}  // namespace

std::vector<Flag> Flags::list() const {
    std::vector<Flag> out;
    for (std::size_t i = 0; i < flagIds.size(); ++i) {
        if (has(static_cast<Flag>(i))) out.push_back(static_cast<Flag>(i));
    }
    return out;
}

std::string_view id(Stage stage) {
    return stageIds.at(static_cast<std::size_t>(stage));
}
std::string_view id(View view) {
    return viewIds.at(static_cast<std::size_t>(view));
}
std::string_view id(State state) {
    return stateIds.at(static_cast<std::size_t>(state));
}
std::string_view id(Flag flag) {
    return flagIds.at(static_cast<std::size_t>(flag));
}
std::string_view id(Unit unit) {
    return unitIds.at(static_cast<std::size_t>(unit));
}
std::optional<Stage> stageFrom(std::string_view text) {
    return find<Stage>(stageIds, text);
}
std::optional<View> viewFrom(std::string_view text) {
    return find<View>(viewIds, text);
}

}  // namespace adit
