#include "core/criticality/composite.h"
#include "core/criticality/us_risk.h"
#include "core/verification/method.h"

namespace adit::verification {
namespace {

criticality::Combination combinationOf(Inputs& in) {
    const std::string phi = in.text("phi", "product");
    if (phi == "geometric") return criticality::Combination::geometricMean;
    if (phi == "max") return criticality::Combination::largest;
    if (phi != "product") in.fail("phi", "is none of product, geometric, max");
    return criticality::Combination::product;
}

Estimate disruption(Inputs& in) {
    if (!in.has("s")) return in.optionalEstimate("DP").value_or(Estimate::absent("DP is not known"));
    const auto shares = in.numbers("s");
    const auto ability = in.estimates("ability");
    const auto willingness = in.estimates("willingness");
    if (ability.size() != shares.size() || willingness.size() != shares.size()) in.fail("s", "differs in length");
    std::vector<criticality::ProducerRisk> producers;
    for (std::size_t i = 0; !in.error() && i < shares.size(); ++i)
        producers.push_back({shares[i], ability[i], willingness[i]});
    return criticality::disruptionPotential(producers, combinationOf(in));
}

Result<Answers> usRisk(const Case& c) {
    Inputs in(c.json);
    Answers out;
    if (in.has("values")) {
        const auto values = in.numbers("values");
        const auto weights = in.has("weights") ? in.numbers("weights") : std::vector<double>{1.0, 2.0, 3.0, 4.0};
        if (in.error()) return *in.error();
        const Result<double> mean = criticality::recencyMean(values, weights);
        if (!mean) return mean.error();
        add(out, "recency_mean", *mean);
        return out;
    }
    const Estimate potential = disruption(in);
    const Estimate exposure = in.optionalEstimate("TE").value_or(Estimate::absent("TE is not known"));
    const Estimate vulnerability = in.optionalEstimate("EV").value_or(Estimate::absent("EV is not known"));
    if (in.error()) return *in.error();
    add(out, "dp", potential);
    add(out, "sr_us", criticality::usSupplyRisk(potential, exposure, vulnerability));
    return out;
}

Result<Answers> loss(const Case& c) {
    Inputs in(c.json);
    const auto p = in.numbers("p");
    const auto effects = in.numbers("L");
    if (p.size() != effects.size()) in.fail("L", "has another length than p");
    if (in.error()) return *in.error();
    std::vector<criticality::LossScenario> scenarios;
    for (std::size_t i = 0; i < p.size(); ++i)
        scenarios.push_back({p[i], effects[i]});
    const Result<criticality::ExpectedLoss> result = criticality::expectedLoss(scenarios);
    if (!result) return result.error();
    Answers out;
    add(out, "expected", result->expected);
    add(out, "worst", static_cast<double>(result->worst + 1));
    add(out, "contributes_most", static_cast<double>(result->contributesMost + 1));
    return out;
}

criticality::Normalisation normalisationOf(Inputs& in) {
    const std::string text = in.text("normalisation", "min-max");
    if (text == "rank") return criticality::Normalisation::rank;
    if (text == "percentile") return criticality::Normalisation::percentile;
    if (text == "z-score") return criticality::Normalisation::zScore;
    if (text != "min-max") in.fail("normalisation", "is none of min-max, rank, percentile, z-score");
    return criticality::Normalisation::minMax;
}

criticality::Indicator indicatorOf(const Json& json, Inputs& outer, std::size_t index) {
    criticality::Indicator indicator;
    indicator.id = "indicator " + std::to_string(index + 1);
    if (!json.is_object()) {
        outer.fail("indicators", "holds something that is not an object");
        return indicator;
    }
    Inputs in(json);
    indicator.id = in.text("id", indicator.id);
    indicator.weight = in.number("weight");
    indicator.higherIsWorse = !in.flag("lower_is_worse");
    indicator.values = in.gappy("values");
    if (in.has("bounds")) {
        const auto bounds = in.numbers("bounds");
        if (bounds.size() == 2) indicator.bounds = {bounds[0], bounds[1]};
        if (bounds.size() != 2) in.fail("bounds", "is not [low, high]");
    }
    if (in.error()) outer.fail("indicators", in.error()->text);
    return indicator;
}

Result<Answers> composite(const Case& c) {
    Inputs in(c.json);
    criticality::CompositeInput input;
    const Json* list = in.at("indicators");
    if (list == nullptr || !list->is_array()) in.fail("indicators", "is missing or not a list");
    for (std::size_t i = 0; !in.error() && i < list->size(); ++i)
        input.indicators.push_back(indicatorOf((*list)[i], in, i));
    input.normalisation = normalisationOf(in);
    const std::string aggregation = in.text("aggregation", "arithmetic");
    if (aggregation == "geometric") input.aggregation = criticality::Aggregation::geometric;
    if (aggregation != "geometric" && aggregation != "arithmetic") in.fail("aggregation", "is not known");
    const criticality::Robustness settings{static_cast<std::size_t>(std::max(0, in.whole("top", 1))),
                                           static_cast<std::size_t>(std::max(0, in.whole("draws", 1000))),
                                           static_cast<std::uint64_t>(std::max(0, in.whole("seed", 1)))};
    if (in.error()) return *in.error();
    const auto scores = criticality::composite(input);
    if (!scores) return scores.error();
    const auto robust = criticality::rankRobustness(input, settings);
    if (!robust) return robust.error();
    Answers out;
    for (std::size_t i = 0; i < scores->size(); ++i) {
        add(out, "score " + std::to_string(i + 1), (*scores)[i]);
        add(out, "top " + std::to_string(i + 1) + "_lo", (*robust)[i].lo);
        add(out, "top " + std::to_string(i + 1) + "_hi", (*robust)[i].hi);
    }
    return out;
}

}  // namespace

std::vector<Method> criticalityMethods() {
    return {
        {"M16",
         "US supply risk",
         {{"s", "list", "1", "world production shares"},
          {"ability", "list", "0..1", "inability of each to supply, may be intervals"},
          {"willingness", "list", "0..1", "unwillingness"},
          {"phi", "text", "", "product, geometric or max"},
          {"DP", "interval", "0..1", "instead of s"},
          {"TE", "interval", "0..1", "trade exposure; missing gives an interval"},
          {"EV", "interval", "0..1", "economic vulnerability; missing gives an interval"},
          {"values", "list", "1", "yearly values, oldest first, for the recency-weighted mean alone"},
          {"weights", "list", "1", "1, 2, 3, 4 where missing"}},
         {{"dp", "number", "1", "disruption potential"},
          {"sr_us", "number", "1", "also sr_us_lo, sr_us_hi"},
          {"recency_mean", "number", "1", "of values"}},
         false,
         usRisk},
        {"M17",
         "Probability-weighted loss",
         {{"p", "list", "1/yr", "probabilities"}, {"L", "list", "any one unit", "effects; negative is a loss"}},
         {{"expected", "number", "as L", "sum of p L"},
          {"worst", "number", "1", "which scenario has the lowest L"},
          {"contributes_most", "number", "1", "which has the largest |p L|"}},
         false,
         loss},
        {"M20",
         "Composite indicator",
         {{"indicators", "list", "", "objects: id, weight, values (null where missing), bounds, lower_is_worse"},
          {"normalisation", "text", "", "min-max, rank, percentile or z-score"},
          {"aggregation", "text", "", "arithmetic or geometric"},
          {"top", "number", "1", "of the rank-robustness; 1 where missing"},
          {"draws", "number", "1", "1000 where missing"},
          {"seed", "number", "1", "1 where missing"}},
         {{"score N", "number", "1", "of the N-th mineral; also score N_lo, score N_hi"},
          {"top N_lo", "number", "1", "share of draws in which it surely is in the top; also top N_hi"}},
         false,
         composite},
    };
}

}  // namespace adit::verification
