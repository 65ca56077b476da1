#include "core/consumer/holding.h"
#include "core/stockpiles/cover.h"

#include <algorithm>
#include <cmath>

namespace adit::consumer {
namespace {

using stockpiles::daysPerYear;

struct Daily {
    double stock = 0.0;  // above the floor
    double use = 0.0;    // tonnes a year
    double lost = 0.0;   // 0..1
    std::optional<double> limit;
};

double days(const Daily& d) {
    const double gap = d.use / daysPerYear * d.lost;
    if (gap <= 0.0) return unbounded;
    if (d.limit && *d.limit < gap * (1.0 - 1e-12)) return 0.0;
    return std::max(d.stock, 0.0) / gap;
}

std::string_view reasonOf(const Holding& h, const Estimate& lost) {
    if (!h.stock.known()) return "the stock is not known";
    if (!h.consumption.known()) return "consumption is not known";
    return lost.reason.empty() ? "an input is known only within bounds" : lost.reason;
}

}  // namespace

Loss lossOf(const Question& question, EconomyId supplier) {
    Loss loss{supplier, Estimate::known(0.0), nullptr};
    if (supplier == question.consumer) return loss;
    const SupplyPtr shared = sharedSupply(question);
    if (!*shared) {
        loss.share = Estimate::absent("the suppliers are not known");
        return loss;
    }
    loss.supply = shared;
    const Supply& supply = **shared;
    // A supplier that the figures do not name gives at most what they leave open.
    const double open = supply.unknownShare();
    if (const Supplier* found = supply.find(supplier)) {
        loss.share = {found->share, found->bounds, supply.flags, "its share is not known"};
    } else {
        loss.share = Estimate::about(0.0, {0.0, open > 1e-9 ? open : 0.0}, supply.flags);
    }
    return loss;
}

std::optional<EconomyId> largestSupplier(const Question& question) {
    const SupplyPtr shared = sharedSupply(question);
    const Result<Supply>& supply = *shared;
    if (!supply) return std::nullopt;
    for (const Supplier& supplier : supply->suppliers) {  // largest first
        if (!supplier.isOwn && supplier.economy != Dataset::other) return supplier.economy;
    }
    return std::nullopt;
}

Estimate netCover(const Holding& h, const Estimate& lost) {
    const Estimate& s = h.stock.value;
    const Estimate& f = h.floor.value;
    const Estimate& c = h.consumption.value;
    const auto limit = h.releaseLimit.value.value;
    Estimate out;
    for (const Estimate* input : {&s, &c, &lost})
        out.flags.add(input->flags);
    if (s.value && f.value && c.value && *c.value > 0.0 && lost.value)
        out.value = days({*s.value - *f.value, *c.value, *lost.value, limit});
    if (s.bounds && f.bounds && c.bounds && c.bounds->lo > 0.0 && lost.bounds) {
        out.bounds = Interval{days({s.bounds->lo - f.bounds->hi, c.bounds->hi, lost.bounds->hi, limit}),
                              days({s.bounds->hi - f.bounds->lo, c.bounds->lo, lost.bounds->lo, limit})};
    }
    if (!out.value && !out.bounds) out.reason = reasonOf(h, lost);
    return out;
}

}  // namespace adit::consumer
