#include "core/shock/price_shock.h"
#include "core/stockpiles/cover.h"
#include "core/stockpiles/planning.h"
#include "core/verification/method.h"

namespace adit::verification {
namespace {

void addDays(Answers& out, std::string name, const Result<double>& days) {
    if (!days) {
        add(out, std::move(name), std::nullopt, days.error().text + " is not known or not above 0");
    } else if (*days == unbounded) {
        addText(out, std::move(name), "unlimited");
    } else {
        add(out, std::move(name), *days);
    }
}

Result<Answers> cover(const Case& c) {
    Inputs in(c.json);
    stockpiles::CoverInput input;
    input.stock = in.optional("Z");
    input.floor = in.number("floor", 0.0);
    input.consumption = in.optional("C");
    const double loss = in.number("loss", 1.0);
    const double target = in.number("target", 0.0);
    const auto price = in.optional("price");
    for (const char* name : {"Z", "floor"}) {
        if (in.number(name, 0.0) < 0.0) in.fail(name, "is negative");
    }
    if (in.error()) return *in.error();
    Answers out;
    const Result<double> days = stockpiles::coverAgainstLoss(input, loss);
    if (!days && days.error().code == ErrorCode::badInput) return days.error();
    addDays(out, "days", days);
    const Result<stockpiles::Gap> gap = stockpiles::gapTo(target, input, price);
    if (!gap && gap.error().code == ErrorCode::badInput) return gap.error();
    const std::string reason = gap ? "" : gap.error().text + " is not known";
    add(out, "gap", gap ? std::optional(gap->tonnes) : std::nullopt, reason);
    add(out, "surplus", gap ? std::optional(gap->surplus) : std::nullopt, reason);
    add(out, "cost", gap ? gap->cost : std::nullopt, gap ? "no price" : reason);
    return out;
}

std::string letter(std::size_t i) {
    return i < 26 ? std::string(1, static_cast<char>('A' + static_cast<int>(i))) : std::to_string(i + 1);
}

Result<Answers> pooled(const Case& c) {
    Inputs in(c.json);
    const auto stocks = in.numbers("stocks");
    const auto gaps = in.numbers("gaps");
    if (stocks.size() != gaps.size()) in.fail("gaps", "has another length than stocks");
    std::vector<stockpiles::Member> members;
    for (std::size_t i = 0; !in.error() && i < stocks.size(); ++i) {
        if (stocks[i] < 0.0 || gaps[i] < 0.0) in.fail("stocks", "or gaps hold a negative number");
        members.push_back({stocks[i], gaps[i]});
    }
    if (in.error()) return *in.error();
    const stockpiles::PooledCover cover = stockpiles::pooledCover(members);
    Answers out;
    addDays(out, "pooled_days", cover.pooled);
    for (std::size_t i = 0; i < members.size(); ++i) {
        addDays(out, "separate_days_" + letter(i), cover.separate[i]);
        if (cover.separate[i] != unbounded && cover.pooled != unbounded) add(out, "gain_" + letter(i), cover.gain[i]);
    }
    return out;
}

Result<Answers> planning(const Case& c) {
    Inputs in(c.json);
    const auto need = in.numbers("need");
    const auto supply = in.numbers("supply");
    const auto defence = in.has("defence") ? in.numbers("defence") : std::vector<double>(need.size());
    if (need.size() != supply.size() || need.size() != defence.size()) in.fail("supply", "has another number of years");
    stockpiles::PlanningOptions options;
    options.carrySurplus = in.flag("carry");
    options.extraBuy = in.number("extra", 0.0);
    if (in.error()) return *in.error();
    std::vector<stockpiles::PlanningYear> years;
    for (std::size_t i = 0; i < need.size(); ++i)
        years.push_back({defence[i], need[i] - defence[i], 0.0, supply[i], {}});
    const Result<stockpiles::Plan> plan = stockpiles::plan(years, options);
    if (!plan) return plan.error();
    Answers out;
    add(out, "requirement", plan->requirement);
    add(out, "shortfall", plan->shortfall);
    for (std::size_t i = 0; i < plan->years.size(); ++i) {
        add(out, "shortfall " + std::to_string(i + 1), plan->years[i].shortfall);
        add(out, "defence_shortfall " + std::to_string(i + 1), plan->years[i].defenceShortfall);
    }
    return out;
}

Result<Answers> priceShock(const Case& c) {
    Inputs in(c.json);
    shock::Shock shock;
    shock.demand = in.number("D", 1.0);
    shock.supply = in.number("S");
    shock.cap = in.number("cap", unbounded);
    shock.release = in.number("release", 0.0);
    shock.demandElasticity = in.optional("ed");
    shock.supplyElasticity = in.optional("es");
    if (in.error()) return *in.error();
    const Result<shock::Equilibrium> result = shock::equilibrium(shock);
    if (!result && result.error().code == ErrorCode::badInput) return result.error();
    Answers out;
    const std::string reason = result ? "" : result.error().text + " is missing";
    add(out, "price_ratio", result ? std::optional(result->priceRatio) : std::nullopt, reason);
    add(out, "quantity", result ? std::optional(result->quantity) : std::nullopt, reason);
    return out;
}

}  // namespace

std::vector<Method> stockMethods() {
    return {
        {"M28",
         "Days of cover",
         {{"Z", "number", "t", "stock; missing gives no days"},
          {"C", "number", "t/yr", "consumption"},
          {"floor", "number", "t", "never released; 0 where missing"},
          {"loss", "number", "1", "share of supply that is lost; 1 where missing"},
          {"target", "number", "d", "for the gap; 0 where missing"},
          {"price", "number", "USD/t", "for the cost"}},
         {{"days", "number", "d", "or unlimited when nothing is lost"},
          {"gap", "number", "t", "missing for the target"},
          {"surplus", "number", "t", "held beyond it"},
          {"cost", "number", "USD", "of the gap"}},
         false,
         cover},
        {"M30",
         "Pooled stock",
         {{"stocks", "list", "t", "of each member"}, {"gaps", "list", "t/d", "that each is short of"}},
         {{"pooled_days", "number", "d", "of all together"},
          {"separate_days_A", "number", "d", "of the first member alone; then B, C ..."},
          {"gain_A", "number", "d", "pooled minus separate"}},
         false,
         pooled},
        {"M31",
         "Planning shortfall",
         {{"need", "list", "t", "of each planning year"},
          {"supply", "list", "t", "usable in each"},
          {"defence", "list", "t", "part of the need that is served first"},
          {"carry", "true or false", "", "carry a surplus forward"},
          {"extra", "number", "t", "bought beforehand"}},
         {{"requirement", "number", "t", "shortfall less extra purchases"},
          {"shortfall", "number", "t", "of all years"},
          {"shortfall N", "number", "t", "of the N-th year"},
          {"defence_shortfall N", "number", "t", "of it, of defence"}},
         false,
         planning},
        {"M32",
         "Price and quantity after a shock",
         {{"D", "number", "any one unit", "demand before; 1 where missing"},
          {"S", "number", "as D", "remaining supply"},
          {"cap", "number", "as D", "the most that it can give; none where missing"},
          {"release", "number", "as D", "from stocks; 0 where missing"},
          {"ed", "number", "1", "elasticity of demand, positive"},
          {"es", "number", "1", "elasticity of supply"}},
         {{"price_ratio", "number", "1", "to the price before"}, {"quantity", "number", "as D", "traded"}},
         false,
         priceShock},
    };
}

}  // namespace adit::verification
