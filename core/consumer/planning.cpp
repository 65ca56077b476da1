#include "core/consumer/planning.h"

#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/consumer/holding.h"
#include "core/stockpiles/planning.h"

#include <algorithm>

namespace adit::consumer {
namespace {

// What suppliers abroad send in a year, and who of them stops.
struct Abroad {
    EconomyId stops;
    double lost = 0.0;
    double others = 0.0;
    Interval othersBounds;
};

Abroad abroadOf(const Supply& supply, std::optional<EconomyId> partner) {
    Abroad out;
    for (const Supplier& s : supply.suppliers) {  // largest first
        if (s.isOwn) continue;
        const bool largest = !out.stops.valid() && s.economy != Dataset::other;
        const bool stops = partner ? s.economy == *partner : largest;
        if (stops) out.stops = s.economy;
        const double tonnes = s.tonnes.value_or(0.0);
        (stops ? out.lost : out.others) += tonnes;
        const Interval range = s.range.value_or(Interval{tonnes, tonnes});
        if (!stops) out.othersBounds = {out.othersBounds.lo + range.lo, out.othersBounds.hi + range.hi};
    }
    return out;
}

// A sum of shortfalls over years that are alike.
std::optional<double> requirement(double consumption, double production, double others, double lost) {
    stockpiles::PlanningYear year;
    year.essentialCivilian = consumption;
    year.domestic = production;
    year.foreign = {{others, 1.0, 1.0, 1.0, false}, {lost, 1.0, 1.0, 1.0, true}};
    const std::vector<stockpiles::PlanningYear> years(planningYears, year);
    const auto plan = stockpiles::plan(years);
    return plan ? std::optional(plan->requirement) : std::nullopt;
}

Figure explained(const index::Query& query, Figure figure, const Term& consumption, const Supply& supply,
                 const Abroad& abroad) {
    figure.inputs = consumption.inputs;
    Figure suppliers;
    addSuppliers(suppliers, *query.data, supply);
    for (Input& input : suppliers.inputs) {
        const Supplier* found = supply.find(input.economy);
        if (found == nullptr || found->isOwn) continue;
        input.value = found->tonnes;
        input.unit = Unit::tonnesPerYear;
        if (found->economy == abroad.stops) input.remark = "stops";
        figure.inputs.push_back(std::move(input));
    }
    const Supplier* own = supply.find(*query.economy);
    const SourceId source = own != nullptr && own->source.valid() ? own->source : supply.source;
    figure.inputs.push_back(derivedInput("own output", *supply.production, Unit::tonnesPerYear, source, supply.year));
    figure.formula = {"requirement = Σ_{years} max(0, need − supply), " + std::to_string(planningYears) +
                          " years like the last published",
                      "without " + (*query.data)[abroad.stops].shortName + " (" + words::plain(abroad.lost) +
                          " t/yr); a year's shortfall is never met from later years",
                      "= " + std::to_string(planningYears) + " × max(0, " + put(consumption.value, 0) + " − " +
                          put(*supply.production, 0) + " − " + words::plain(abroad.others) + ") t",
                      resultLine(figure)};
    settleRule(figure, "The ends of what consumption and own output can be.");
    return figure;
}

}  // namespace

Figure planningFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::tonnes);
    const Question question = questionOf(query);
    const SupplyPtr shared = sharedSupply(question);
    const Result<Supply>& supply = *shared;
    if (!supply) return unanswered(Unit::tonnes, supply.error());
    if (!supply->production || !supply->imports) return Figure::absent(Unit::tonnes, "supply by mass is not published");
    const Abroad abroad = abroadOf(*supply, query.partner);
    if (!abroad.stops.valid()) return Figure::absent(Unit::tonnes, "no foreign supplier is named");
    const HoldingPtr holding = sharedHolding(question);
    const Term& consumption = holding->consumption;
    if (!consumption.known()) return Figure::absent(Unit::tonnes, "consumption is not known");
    const Estimate others = Estimate::about(abroad.others, abroad.othersBounds);
    Figure figure =
        figureOf(through(std::array{consumption.value, *supply->production, others}, "consumption is not positive",
                         [&](const std::array<double, 3>& x) {
                             return x[0] > 0.0 ? requirement(x[0], x[1], x[2], abroad.lost) : std::nullopt;
                         }),
                 Unit::tonnes);
    figure.flags.add(supply->flags);
    return query.explained() ? explained(query, std::move(figure), consumption, *supply, abroad) : figure;
}

}  // namespace adit::consumer
