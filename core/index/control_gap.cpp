#include "core/base/number_words.h"
#include "core/index/explain.h"
#include "core/index/located.h"

namespace adit::index {
namespace {

Figure compute(const Query& query) {
    Query at = query;
    at.view = View::located;
    const PreparedPtr byPlace = prepared(at);
    const Result<Market>& located = byPlace->market;
    if (!located) return Figure::absent(Unit::points, located.error().text);
    Query by = query;
    by.view = View::controlled;
    const PreparedPtr byOwner = prepared(by);
    const Result<Market>& controlled = byOwner->market;
    if (!controlled) return Figure::absent(Unit::points, controlled.error().text);
    if (located->total <= 0.0) return Figure::absent(Unit::points, "the world total is zero", {Flag::zeroTotal});
    Figure figure = framed(by, *controlled, Unit::points);
    const Interval here = hhiBounds(byPlace->spread).range;
    const Interval there = hhiBounds(byOwner->spread).range;
    figure.bounds = Interval{10000.0 * (there.lo - here.hi), 10000.0 * (there.hi - here.lo)};
    if (figure.bounds->exact()) figure.value = figure.bounds->lo;
    if (!figure.value) figure.reason = "a part of output has no known controller";
    if (!query.explained()) return figure;
    const auto range = [](Interval x) {
        return x.exact() ? words::points(x.lo) : words::points(x.lo) + " to " + words::points(x.hi);
    };
    figure.formula = {"gap = HHI_{controlled} − HHI_{located}", "controlled: " + range(there),
                      "located: " + range(here), resultLine(figure)};
    return figure;
}

}  // namespace

const Definition control_gap{
    .id = "control-gap",
    .title = ADIT_TEXT("core", "Concentration of control less of location"),
    .meaning = ADIT_TEXT("core", "HHI by controller less HHI by location: above 0, spread-out mines hide few owners"),
    .unit = Unit::points,
    .range = {-10000.0, 10000.0},
    .better = Better::lower,
    .method = "M21",
    .citation = "Gulley, McCullough & Shedd 2019 (Resources Policy 62)",
    .reads = {Register::output, Register::control},
    .compute = compute,
};

}  // namespace adit::index
