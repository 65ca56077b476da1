#include "core/simulation/simulate.h"
#include "core/verification/chain_inputs.h"

namespace adit::verification {
namespace {

simulation::Ramp rampOf(Inputs& in) {
    return {in.whole("start", 0), in.whole("ramp", 1)};
}

simulation::Disruption disruptionOf(const Json& json, Inputs& outer, Names& names, EconomyId otherwise) {
    simulation::Disruption d;
    d.economy = otherwise;
    if (!json.is_object()) {
        outer.fail("disruption", "is not an object");
        return d;
    }
    Inputs in(json);
    if (in.has("economy")) d.economy = names.id(in.text("economy", ""));
    d.cause = in.text("cause", "");
    d.severity = in.number("severity");
    d.ramp = rampOf(in);
    if (in.has("end")) d.end = in.whole("end", 0);
    const auto stage = stageFrom(in.text("stage", "refine"));
    if (!stage) in.fail("stage", "is neither mine nor refine");
    d.stage = stage.value_or(Stage::refine);
    const std::string bite = in.text("bite", "export-measure");
    if (bite != "export-measure" && bite != "outage") in.fail("bite", "is neither export-measure nor outage");
    d.bite = bite == "outage" ? simulation::Bite::outage : simulation::Bite::exportMeasure;
    if (in.error()) outer.fail("disruption", in.error()->text);
    return d;
}

// One supplier with everything, unless suppliers are given.
void setSuppliers(simulation::Consumer& consumer, Inputs& in, Names& names, EconomyId only) {
    if (!in.has("suppliers")) {
        consumer.suppliers.push_back({only, 1.0, {}});
        return;
    }
    const auto feeds = in.has("F") ? feedsOf(*in.at("F"), "F", in, names) : std::vector<chain::Feed>{};
    for (const chain::Source& source : in.mix("suppliers", names)) {
        const chain::Feed* feed = chain::feedOf(feeds, source.from);
        consumer.suppliers.push_back({source.from, source.share, feed != nullptr ? feed->sources : chain::Mix{}});
    }
}

void setSurge(simulation::Consumer& consumer, Inputs& in) {
    const Json* json = in.at("surge");
    if (json == nullptr) return;
    Inputs surge(*json);
    consumer.additions.push_back({EconomyId{}, surge.number("t_per_year"), rampOf(surge), {}});
    if (surge.error()) in.fail("surge", surge.error()->text);
}

simulation::Scenario scenarioOf(Inputs& in) {
    Names names;
    simulation::Scenario s;
    const EconomyId only = names.id("supplier");
    s.horizon = in.whole("H", s.horizon);
    s.lag = in.whole("lag", s.lag);
    simulation::Consumer consumer;
    consumer.economy = names.id(in.text("consumer", "consumer"));
    consumer.name = names.name(consumer.economy);
    consumer.consumption = in.number("C");
    consumer.growth = in.number("growth", 0.0);
    consumer.stock = {in.number("stock", 0.0), in.number("floor", 0.0), in.optional("limit"), in.optional("refill_to")};
    consumer.usdPerTonne = in.optional("price");
    setSuppliers(consumer, in, names, only);
    setSurge(consumer, in);
    if (const Json* one = in.at("disruption")) {
        s.disruptions.push_back(disruptionOf(*one, in, names, only));
        if (one->is_object()) s.lag = Inputs(*one).whole("lag", s.lag);
    }
    if (const Json* list = in.at("disruptions"); list != nullptr && list->is_array()) {
        for (const Json& each : *list)
            s.disruptions.push_back(disruptionOf(each, in, names, only));
    }
    s.consumers.push_back(std::move(consumer));
    return s;
}

Result<Answers> simulate(const Case& c) {
    Inputs in(c.json);
    const simulation::Scenario scenario = scenarioOf(in);
    if (in.error()) return *in.error();
    const Result<simulation::Outcome> outcome = simulation::simulate(scenario);
    if (!outcome) return outcome.error();
    const simulation::Course& course = outcome->courses.front();
    Answers out;
    addDay(out, "first_shortfall_t", course.firstShortfall);
    addDay(out, "exhaustion_t", course.exhaustion);
    addDay(out, "first_unmet_t", course.firstUnmet);
    addDay(out, "net_cover", course.netCover);
    add(out, "unmet", course.unmet);
    add(out, "peak_unmet", course.peakUnmet);
    add(out, "released", course.released);
    add(out, "refilled", course.refilled);
    add(out, "demand", course.demand);
    add(out, "unmet_share", course.unmetShare, "there is no demand");
    add(out, "unmet_value", course.unmetValue, "no price");
    add(out, "stock_at_end", course.series.stock.back());
    return out;
}

}  // namespace

std::vector<Method> simulationMethods() {
    return {
        {"M29",
         "Daily simulation",
         {{"C", "number", "t/yr", "consumption"},
          {"H", "number", "d", "horizon; 730 where missing"},
          {"lag", "number", "d", "pipeline; 30 where missing"},
          {"growth", "number", "1/yr", "of demand; 0 where missing"},
          {"stock", "number", "t", "0 where missing"},
          {"floor", "number", "t", "0 where missing"},
          {"limit", "number", "t/d", "of release; none where null or missing"},
          {"refill_to", "number", "t", "no refill where missing"},
          {"price", "number", "USD/t", "for unmet_value"},
          {"consumer", "text", "", "its name"},
          {"suppliers", "object", "1", "shares; one supplier with all where missing"},
          {"F", "object", "1", "feed of each supplier"},
          {"disruption", "object", "", "economy, stage, bite, severity, start, end, ramp, cause; lag here too"},
          {"disruptions", "list", "", "several of them"},
          {"surge", "object", "", "of others: t_per_year, start, ramp"}},
         {{"first_shortfall_t", "number", "d", "none where there is no such day"},
          {"exhaustion_t", "number", "d", "the first day at whose end the stock is at its floor"},
          {"first_unmet_t", "number", "d", ""},
          {"net_cover", "number", "d", "from first shortfall to first unmet"},
          {"unmet", "number", "t", ""},
          {"peak_unmet", "number", "t/d", ""},
          {"released", "number", "t", ""},
          {"refilled", "number", "t", ""},
          {"demand", "number", "t", "over the horizon"},
          {"unmet_share", "number", "1", ""},
          {"unmet_value", "number", "USD", ""},
          {"stock_at_end", "number", "t", ""}},
         false,
         simulate},
    };
}

}  // namespace adit::verification
