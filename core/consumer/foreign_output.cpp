#include "core/consumer/foreign_output.h"

#include "core/base/sum.h"
#include "core/index/explain.h"

#include <algorithm>

namespace adit::consumer {

Result<Supplying> supplyingOf(const index::Query& query, const UsableShares& shares,
                              std::span<const EconomyId> inside) {
    const index::PreparedPtr ready = index::prepared(query);
    if (!ready->market) return ready->market.error();
    const std::vector<EconomyId> home = query.data->members(*query.economy, query.year);
    Supplying out;
    out.source = ready->market->source;
    out.year = ready->market->year;
    Sum domestic;
    for (const index::Holder& holder : ready->market->holders) {
        const double tonnes = holder.tonnes.value_or(holder.tonnesBounds.lo);
        if (std::find(home.begin(), home.end(), holder.economy) != home.end()) {
            domestic.add(tonnes);
            out.domesticWithheld = out.domesticWithheld || !holder.tonnes;
            continue;
        }
        const bool isInside = std::find(inside.begin(), inside.end(), holder.economy) != inside.end();
        out.abroad.push_back(
            {holder.economy, {tonnes, shares.ability, shares.reliability, shares.openToUs, isInside}, !holder.tonnes});
    }
    std::stable_sort(out.abroad.begin(), out.abroad.end(),
                     [](const Abroad& a, const Abroad& b) { return a.output.output > b.output.output; });
    out.domestic = domestic.value();
    return out;
}

}  // namespace adit::consumer
