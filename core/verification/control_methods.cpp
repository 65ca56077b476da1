#include "core/base/sum.h"
#include "core/index/bounds.h"
#include "core/index/control.h"
#include "core/verification/method.h"

#include <map>

namespace adit::verification {
namespace {

struct Holding {
    std::map<std::string, double> controlled;  // tonnes by controller, in the order of names
    std::map<std::string, double> located;
    double unknown = 0.0;
    double total = 0.0;
};

std::optional<index::ControlRule> ruleOf(std::string_view text) {
    if (text == "equity") return index::ControlRule::equity;
    if (text == "control" || text == "majority") return index::ControlRule::majority;
    if (text == "operator") return index::ControlRule::operatorFirst;
    return std::nullopt;
}

std::vector<Stake> stakesOf(Inputs& in, Names& names) {
    std::vector<Stake> stakes;
    const std::string op = in.text("operator", "");
    const Json* owners = in.at("own");
    if (owners != nullptr && !owners->is_object()) in.fail("own", "is not an object of equity shares");
    if (owners == nullptr || !owners->is_object()) return stakes;
    for (const auto& [owner, share] : owners->items()) {
        if (!share.is_number() || share.get<double>() < 0.0 || share.get<double>() > 1.0) {
            in.fail("own", "holds a share outside 0..1");
            continue;
        }
        Stake stake;
        stake.owner = owner;
        stake.ownerEconomy = names.id(owner);
        stake.equityPercent = 100.0 * share.get<double>();
        stake.isOperator = owner == op;
        stakes.push_back(std::move(stake));
    }
    return stakes;
}

void addAsset(Holding& holding, Inputs& in, Names& names, index::ControlRule rule) {
    const double output = in.number("q");
    if (!(output >= 0.0)) in.fail("q", "is negative");
    const std::vector<Stake> stakes = stakesOf(in, names);
    std::vector<const Stake*> pointers;
    for (const Stake& stake : stakes)
        pointers.push_back(&stake);
    holding.total += output;
    holding.located[in.text("loc", "unknown")] += output;
    double left = output;
    for (const index::Claim& claim : index::claims(pointers, rule)) {
        holding.controlled[names.name(claim.controller)] += output * claim.fraction;
        left -= output * claim.fraction;
    }
    if (left > 1e-9 * output) holding.unknown += left;
}

void addResults(Answers& out, const Holding& holding) {
    index::Spread spread;
    for (const auto& [name, tonnes] : holding.controlled) {
        spread.parts.push_back({{tonnes, tonnes}, 1.0});
        add(out, name, tonnes / holding.total);
        const auto located = holding.located.find(name);
        const double there = located == holding.located.end() ? 0.0 : located->second;
        add(out, "shift " + name, (tonnes - there) / holding.total);
    }
    spread.rest = holding.unknown;
    spread.rule = holding.unknown > 0.0 ? index::ResidualRule::anyone : index::ResidualRule::none;
    const Flags flags = holding.unknown > 0.0 ? Flags{Flag::unattributedControl} : Flags{};
    const Interval range = index::hhiBounds(spread).range;
    add(out, "unknown", holding.unknown / holding.total, flags);
    add(out, "hhi_lo", range.lo, flags);
    add(out, "hhi_hi", range.hi, flags);
    if (holding.unknown == 0.0) add(out, "hhi", range.lo, flags);
    Sum located;
    for (const auto& [name, tonnes] : holding.located)
        located.add((tonnes / holding.total) * (tonnes / holding.total));
    add(out, "hhi_located", located.value());
}

// The rule comes as the input "rule", else from the case's name ("equity", "control").
Result<Answers> control(const Case& c) {
    const auto given = c.json.find("rule");
    const std::string text = given != c.json.end() && given->is_string()
                                 ? given->get<std::string>()
                                 : std::string(c.name.substr(0, c.name.find('-')));
    const auto rule = ruleOf(text);
    if (!rule) return Error::badInput("input rule is none of equity, majority, operator");
    Holding holding;
    Names names;
    for (const auto& [name, asset] : c.json.items()) {
        if (name == "rule") continue;
        if (!asset.is_object()) return Error::badInput("input " + name + " is not an asset");
        Inputs in(asset);
        addAsset(holding, in, names, *rule);
        if (in.error()) return Error::badInput("asset " + name + ": " + in.error()->text);
    }
    Answers out;
    if (holding.total <= 0.0) {
        add(out, "hhi", std::nullopt, "no output", {Flag::zeroTotal});
        return out;
    }
    addResults(out, holding);
    return out;
}

}  // namespace

std::vector<Method> controlMethods() {
    return {
        {"M21",
         "Located and controlled",
         {{"ASSET", "object", "",
           "one for each asset, under a name of your own: q (t), loc, own {ECONOMY: equity}, operator"},
          {"rule", "text", "", "equity, majority or operator; else by the case's name"}},
         {{"ECONOMY", "number", "1", "controlled share"},
          {"shift ECONOMY", "number", "1", "controlled minus located share"},
          {"unknown", "number", "1", "share without a known controller"},
          {"hhi", "number", "1", "where all control is known"},
          {"hhi_lo", "number", "1", "the unknown dispersed"},
          {"hhi_hi", "number", "1", "the unknown with the largest"},
          {"hhi_located", "number", "1", "by location"}},
         true,
         control},
    };
}

}  // namespace adit::verification
