#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/consumer/eu_study.h"
#include "core/consumer/figures.h"
#include "core/index/explain.h"
#include "core/ranges/decomposition.h"

#include <array>

namespace adit::consumer {
namespace {

using governance::Weights;
using governance::WeightsPtr;

// What can be switched, in the order of the steps.
enum Switch : std::size_t { worldShares, sourcing, governanceYear, reliance, recycling, switches };

// Both sides of every input.
struct Sides {
    const index::Query& query;
    const EuRisk& risk;
    const EuStudy& study;
    index::PreparedPtr market;
    WeightsPtr ours;
    WeightsPtr theirs;                        // null: the study's year is not known
    std::optional<index::Market> withMain{};  // our world with the study's largest producer
    std::optional<Supply> sourcing{};         // the study's table, or ours, with its main supplier
};

std::optional<double> valueOf(const std::optional<Estimate>& estimate) {
    return estimate ? estimate->value : std::nullopt;
}

// Ours with the share of one producer set and the rest in its proportions.
index::Market withShare(index::Market market, const MainShare& main) {
    const index::Holder* holder = market.find(main.economy);
    const double before = holder != nullptr ? holder->tonnes.value_or(0.0) : 0.0;
    const double others = market.total - before;
    const double factor = others > 0.0 ? market.total * (1.0 - main.share) / others : 0.0;
    for (index::Holder& h : market.holders) {
        const double scale =
            h.economy != main.economy ? factor : (before > 0.0 ? main.share * market.total / before : 0.0);
        if (h.tonnes) *h.tonnes *= scale;
        h.tonnesBounds = {scale * h.tonnesBounds.lo, scale * h.tonnesBounds.hi};
    }
    market.unattributed *= factor;
    market.restMore *= factor;
    market.restLess *= factor;
    return market;
}

void scale(Estimate& estimate, double factor) {
    if (estimate.value) *estimate.value *= factor;
    if (estimate.bounds) estimate.bounds = Interval{factor * estimate.bounds->lo, factor * estimate.bounds->hi};
}

// The same for a supply; nothing where it does not name the supplier or not its share.
std::optional<Supply> withShare(Supply supply, const MainShare& main) {
    const Supplier* supplier = supply.find(main.economy);
    const double before = supplier != nullptr ? supplier->share.value_or(0.0) : 0.0;
    if (before <= 0.0 || before >= 1.0) return std::nullopt;
    const double others = (1.0 - main.share) / (1.0 - before);
    for (Supplier& s : supply.suppliers) {
        const double factor = s.economy == main.economy ? main.share / before : others;
        if (s.share) *s.share *= factor;
        if (s.tonnes) *s.tonnes *= factor;
        s.bounds = {factor * s.bounds.lo, factor * s.bounds.hi};
    }
    for (OwnPart& part : supply.own)
        scale(part.quantity, others);
    if (supply.production) scale(*supply.production, others);
    return supply;
}

// As the study's table has it, with the share that its summary gives the main supplier; where there is no table, ours
// with that share.
std::optional<Supply> theirSourcing(const EuRisk& risk, const EuStudy& study) {
    if (!study.mainSupplier) return study.sourcing;
    if (!study.sourcing) return *risk.supply ? withShare(**risk.supply, *study.mainSupplier) : std::nullopt;
    auto corrected = withShare(*study.sourcing, *study.mainSupplier);
    return corrected ? corrected : study.sourcing;
}

Sides sidesOf(const index::Query& query, const EuRisk& risk, const EuStudy& study) {
    Sides sides{query, risk, study, index::prepared(query), weightsFor(query, governance::Choice::allSix), nullptr};
    const index::Market* market = sides.market->market ? &*sides.market->market : nullptr;
    if (study.governanceYear) {
        sides.theirs = std::make_shared<const Weights>(*query.data, governance::Choice::allSix, *study.governanceYear,
                                                       productionOf(market));
    }
    const bool hasMain =
        study.mainProducer && market != nullptr && market->find(study.mainProducer->economy) != nullptr;
    sides.sourcing = theirSourcing(risk, study);
    if (hasMain && market->total > 0.0) sides.withMain = withShare(*market, *study.mainProducer);
    return sides;
}

std::optional<Estimate> worldOf(const Sides& s, bool theirShares, const Weights& weights) {
    if (theirShares && s.study.world) return concentrationOf(*s.study.world, &weights);
    if (theirShares && s.withMain) return worldConcentration(*s.withMain, weights);
    if (!s.market->market) return std::nullopt;
    return worldConcentration(*s.market->market, weights);
}

std::optional<Estimate> sourcingOf(const Sides& s, bool theirShares, const Weights& weights) {
    if (theirShares && s.sourcing) return concentrationOf(*s.sourcing, &weights);
    if (!*s.risk.supply) return std::nullopt;
    return concentrationOf(**s.risk.supply, &weights);
}

std::optional<double> relianceOf(const Sides& s, bool theirs) {
    if (theirs && s.study.reliance != nullptr) return s.study.reliance->value / 100.0;
    return s.risk.input.importReliance ? s.risk.input.importReliance->value : std::nullopt;
}

std::optional<double> recyclingOf(const Sides& s, bool theirs) {
    if (theirs && s.study.recycling != nullptr) return s.study.recycling->value / 100.0;
    return valueOf(s.risk.input.recyclingRate);
}

// Ours with some inputs replaced. Without import reliance one of the mixes goes alone, as it does in ours.
std::optional<double> riskWith(const Sides& s, std::span<const double> on) {
    const auto isOn = [&](Switch which) { return on[which] > 0.5; };
    const Weights& weights = isOn(governanceYear) && s.theirs ? *s.theirs : *s.ours;
    criticality::SupplyRiskInput in = s.risk.input;
    in.global = worldOf(s, isOn(worldShares), weights);
    in.sourcing = sourcingOf(s, isOn(sourcing), weights);
    const auto ir = relianceOf(s, isOn(reliance));
    in.importReliance = ir ? std::optional(Estimate::known(*ir)) : std::nullopt;
    const auto rate = recyclingOf(s, isOn(recycling));
    in.recyclingRate = rate ? std::optional(Estimate::known(*rate)) : std::nullopt;
    if (!ir && in.global && in.sourcing) {
        const bool alone = s.risk.result.form == criticality::SupplyRiskForm::sourcingOnly;
        (alone ? in.global : in.sourcing).reset();
    }
    const auto result = criticality::supplyRisk(in);
    return result ? result->risk.value : std::nullopt;
}

std::optional<double> ourGovernanceYear(const Sides& s) {
    std::vector<EconomyId> economies;
    if (s.market->market) {
        for (const index::Holder& holder : s.market->market->holders)
            economies.push_back(holder.economy);
    }
    for (const EconomyId economy : economies) {
        const auto* row = governance::rowBehind(*s.query.data, governance::Choice::allSix, economy, s.query.year);
        if (row != nullptr) return row->year;
    }
    return std::nullopt;
}

SourceId sourceOf(const PublishedResult* row) {
    return row != nullptr ? row->source : SourceId();
}

// The study's shares may not be all its own.
std::string withYours(std::string name, const std::optional<Supply>& shares) {
    const bool yours = shares && shares->flags.has(Flag::assumed);
    return yours ? std::move(name) + " with yours among them" : std::move(name);
}

// "shares of supply to the Union", with the main supplier's where the study's summary and table differ in it.
std::string sourcingName(const Sides& s) {
    const std::optional<MainShare>& main = s.study.mainSupplier;
    if (!main || !s.sourcing) return "shares of supply to the Union";
    const std::string name = (*s.query.data)[main->economy].shortName;
    if (!s.study.sourcing) return "share of " + name + " in supply to the Union, " + words::percent(main->share) + ",";
    const Supplier* listed = s.study.sourcing->find(main->economy);
    if (listed == nullptr || listed->share == main->share) return "shares of supply to the Union";
    return "shares of supply to the Union with " + name + " at " + words::percent(main->share);
}

SourceId sourcingSource(const Sides& s) {
    if (s.study.sourcing) return s.study.sourcing->source;
    return s.sourcing ? s.study.mainSupplier->source : SourceId();
}

// Each with the two values that a reader compares, at our governance.
std::array<RiskStep, switches> stepsOf(const Sides& s) {
    const EuStudy& study = s.study;
    const auto theirYear = study.governanceYear ? std::optional<double>(*study.governanceYear) : std::nullopt;
    const SourceId world = study.world          ? study.world->source
                           : study.mainProducer ? study.mainProducer->source
                                                : SourceId();
    return {
        RiskStep{withYours(study.world ? "world shares" : "share of the largest producer", study.world), Unit::score,
                 valueOf(worldOf(s, false, *s.ours)), valueOf(worldOf(s, true, *s.ours)), 0.0, world},
        RiskStep{withYours(sourcingName(s), study.sourcing), Unit::score, valueOf(sourcingOf(s, false, *s.ours)),
                 valueOf(sourcingOf(s, true, *s.ours)), 0.0, sourcingSource(s)},
        RiskStep{"governance of the last year of its shares", Unit::count, ourGovernanceYear(s), theirYear, 0.0,
                 SourceId()},
        RiskStep{"import reliance", Unit::one, relianceOf(s, false), relianceOf(s, true), 0.0,
                 sourceOf(study.reliance)},
        RiskStep{"recycling", Unit::one, recyclingOf(s, false), recyclingOf(s, true), 0.0, sourceOf(study.recycling)}};
}

// What of its shares of supply is not in the data.
std::string missingSourcing(const Sides& s) {
    if (s.sourcing) return "its other shares of supply";
    if (!s.study.mainSupplier) return "its shares of supply";
    const MainShare& main = *s.study.mainSupplier;
    return "its shares of supply (it names that of " + (*s.query.data)[main.economy].shortName + " alone, " +
           words::percent(main.share) + ")";
}

// What of the study is not in the data.
std::vector<std::string> missingOf(const Sides& s) {
    const EuStudy& study = s.study;
    std::vector<std::string> out;
    if (!study.stage.empty() && study.stage != id(s.query.stage)) out.push_back("its stage (" + study.stage + ")");
    if (!study.world) out.emplace_back(study.mainProducer ? "its other world shares" : "its world shares");
    if (!study.sourcing) out.push_back(missingSourcing(s));
    if (study.reliance == nullptr) out.emplace_back("its import reliance");
    if (study.recycling == nullptr) out.emplace_back("its recycling rate");
    out.emplace_back("its trade parameters");
    out.emplace_back("its substitution index");
    return out;
}

// "world shares 2.31 for 1.98"
std::string wordsOf(const RiskStep& step) {
    const auto text = [&](const std::optional<double>& x) -> std::string {
        if (!x) return "none";
        if (step.unit == Unit::one) return words::percent(*x);
        return step.unit == Unit::count ? std::to_string(static_cast<int>(*x)) : words::grouped(*x, 2);
    };
    const std::string scale = step.unit == Unit::score ? " (weighted HHI)" : "";
    return step.input + scale + " " + text(step.theirs) + " for " + text(step.ours);
}

}  // namespace

std::optional<RiskDifference> differenceOf(const index::Query& query, const EuRisk& risk) {
    if (!isCoded(*query.data, query.economy, "EU27") || !risk.result.risk.value) return std::nullopt;
    const auto study = euStudyOf(query);
    if (!study) return std::nullopt;
    RiskDifference out;
    out.published = study->published;
    out.stage = study->stage;
    out.ours = out.withTheirs = *risk.result.risk.value;
    const Sides sides = sidesOf(query, risk, *study);
    out.missing = missingOf(sides);
    const std::vector<ranges::Switched> inputs(switches, ranges::Switched{"", 0.0, 1.0});
    const auto parts =
        ranges::decompose(inputs, [&](std::span<const double> values) { return riskWith(sides, values); });
    auto steps = stepsOf(sides);
    for (std::size_t i = 0; parts && i < steps.size(); ++i) {
        steps[i].part = parts->parts[i];
        if (steps[i].ours != steps[i].theirs || steps[i].part != 0.0) out.steps.push_back(std::move(steps[i]));
    }
    if (parts) out.withTheirs = parts->after;
    out.unexplained = out.published->value - out.withTheirs;
    const double ours = valueOf(risk.input.substitutionIndex).value_or(1.0);
    const double closing = out.withTheirs > 0.0 ? out.published->value / out.withTheirs * ours : unbounded;
    if (closing <= 1.0) out.closing = closing;
    return out;
}

std::vector<std::string> linesOf(const RiskDifference& d) {
    const auto signedText = [](double x) { return (x < 0.0 ? "" : "+") + words::grouped(x, 2); };
    std::string line = "published for the Union in " + std::to_string(d.published->year) + ": " +
                       words::grouped(d.published->value, 1);
    if (!d.stage.empty()) line += ", at the " + d.stage + " stage";
    line += d.agrees() ? "; the same to its one decimal, it less ours: " : "; it less ours: ";
    std::vector<std::string> lines{line + signedText(d.difference())};
    for (const RiskStep& step : d.steps)
        lines.push_back("of it " + signedText(step.part) + " " + wordsOf(step));
    lines.push_back(
        "of it " + signedText(d.unexplained) + " by what the data do not hold: " + words::list(d.missing) +
        (d.closing ? " (a substitution index of " + words::grouped(*d.closing, 2) + " alone would do it)" : ""));
    return lines;
}

}  // namespace adit::consumer
