#include "core/base/number_words.h"
#include "core/index/terms.h"
#include "core/index/total_of.h"

namespace adit::index {
namespace {

std::string percentLine(const Figure& figure) {
    if (figure.exact()) return "= " + words::percent(*figure.value);
    const std::string range = words::percent(figure.bounds->lo) + " to " + words::percent(figure.bounds->hi);
    return figure.value ? "= " + words::percent(*figure.value) + "  (" + range + ")" : "= " + range;
}

void fill(const Case& c, Figure& figure) {
    const TotalOf own = totalOf(c.query, c.market);
    figure.value = own.share;
    figure.bounds = own.shareBounds;
    figure.reason = own.share ? std::string{} : own.reason;
    if (!own.shareBounds || !c.query.explained()) return;
    const std::string& name = nameOf(*c.query.data, *c.query.economy);
    const std::string what = c.market.view == View::controlled ? "control" : "output";
    figure.formula = {"share = " + what + "_{" + name + "} / output_{world}"};
    if (own.tonnes) {
        figure.formula.push_back("= " + words::plain(*own.tonnes) + " t / " + words::plain(c.market.total) + " t");
    }
    addBoundLines(c, figure);
    figure.formula.push_back(percentLine(figure));
    settleRule(figure);
}

Figure compute(const Query& query) {
    if (!query.economy) return Figure::absent(Unit::one, "which economy's share was not said");
    return figureOf(query, Unit::one, fill);
}

}  // namespace

const Definition share{
    .id = "share",
    .title = ADIT_TEXT("core", "Share of world output"),
    .meaning = ADIT_TEXT("core", "The economy's output over the world's"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::neither,
    .method = "M01",
    .citation = "OECD & JRC, Handbook on Constructing Composite Indicators 2008",
    .needsEconomy = true,
    .ofProducer = true,
    .compute = compute,
};

}  // namespace adit::index
