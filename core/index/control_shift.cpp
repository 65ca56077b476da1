#include "core/base/number_words.h"
#include "core/index/explain.h"
#include "core/index/total_of.h"

namespace adit::index {
namespace {

Query seen(const Query& query, View view) {
    Query out = query;
    out.view = view;
    return out;
}

Figure compute(const Query& query) {
    if (!query.economy) return Figure::absent(Unit::percentagePoints, "which economy's shift was not said");
    const PreparedPtr byPlace = prepared(seen(query, View::located));
    const Result<Market>& located = byPlace->market;
    if (!located) return Figure::absent(Unit::percentagePoints, located.error().text);
    const PreparedPtr byOwner = prepared(seen(query, View::controlled));
    const Result<Market>& controlled = byOwner->market;
    if (!controlled) return Figure::absent(Unit::percentagePoints, controlled.error().text);
    Figure figure = framed(seen(query, View::controlled), *controlled, Unit::percentagePoints);
    const std::optional<Interval> at = totalOf(query, *located).shareBounds;
    const std::optional<Interval> by = totalOf(query, *controlled).shareBounds;
    figure.reason = "a part of output has no known controller";
    if (!at || !by) {
        figure.reason = "the source has no figure for it";
        return figure;
    }
    figure.bounds = Interval{100.0 * (by->lo - at->hi), 100.0 * (by->hi - at->lo)};
    if (figure.bounds->exact()) {
        figure.value = figure.bounds->lo;
        figure.reason.clear();
        figure.boundsRule.clear();
    }
    if (!query.explained()) return figure;
    figure.formula = {"shift = controlled share − located share"};
    figure.formula.push_back("controlled: " + words::percent(by->lo) + " to " + words::percent(by->hi));
    figure.formula.push_back("located: " + words::percent(at->lo) +
                             (at->exact() ? "" : " to " + words::percent(at->hi)));
    figure.formula.push_back(resultLine(figure));
    return figure;
}

}  // namespace

const Definition control_shift{
    .id = "control-shift",
    .title = ADIT_TEXT("core", "Shift from location to control"),
    .meaning = ADIT_TEXT("core", "The share of output that an economy's owners control less the share located in it"),
    .unit = Unit::percentagePoints,
    .range = {-100.0, 100.0},
    .better = Better::neither,
    .method = "M21",
    .citation = "Gulley, McCullough & Shedd 2019 (Resources Policy 62)",
    .needsEconomy = true,
    .ofProducer = true,
    .reads = {Register::output, Register::control},
    .compute = compute,
};

}  // namespace adit::index
