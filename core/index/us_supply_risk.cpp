#include "core/consumer/figures.h"
#include "core/consumer/us_risk.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const auto risk = consumer::usRiskOf(query);
    if (!risk) return consumer::unanswered(Unit::one, risk.error());
    return consumer::usRiskFigure(query, *risk, {});
}

}  // namespace

const Definition us_supply_risk{
    .id = "us-supply-risk",
    .title = ADIT_TEXT("core", "Supply risk, US method"),
    .meaning = ADIT_TEXT("core",
                         "Cube root of disruption potential, trade exposure and economic vulnerability; what is not "
                         "published of them lies between 0 and 1"),
    .unit = Unit::one,
    .plain = true,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M16",
    .citation = "Nassar et al. 2020 (Science Advances 6, eaay8647); Nassar & Fortier 2021 (USGS OFR 2021-1045)",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::consumption},
    .compute = compute,
};

}  // namespace adit::index
