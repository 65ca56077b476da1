#include "core/shock/price_shock.h"

#include <algorithm>
#include <cmath>

namespace adit::shock {
namespace {

constexpr double widest = 13.815510557964274;  // ln 1e6
constexpr int halvings = 200;

double demanded(const Shock& shock, double logPrice) {
    return shock.demand * std::exp(-*shock.demandElasticity * logPrice);
}

double supplied(const Shock& shock, double logPrice) {
    return std::min(shock.supply * std::exp(*shock.supplyElasticity * logPrice), shock.cap) + shock.release;
}

Status check(const Shock& shock) {
    if (!shock.demandElasticity) return Error::missing("elasticity of demand");
    if (!shock.supplyElasticity) return Error::missing("elasticity of supply");
    for (const double x :
         {shock.demand, shock.supply, shock.release, *shock.demandElasticity, *shock.supplyElasticity}) {
        if (!(x >= 0.0) || !std::isfinite(x)) return Error::badInput("a quantity or elasticity is negative");
    }
    if (!(shock.cap >= 0.0)) return Error::badInput("the cap is negative");
    if (*shock.demandElasticity + *shock.supplyElasticity <= 0.0) {
        return Error::missing("an elasticity: neither demand nor supply answers to the price");
    }
    return Done{};
}

}  // namespace

Result<Equilibrium> equilibrium(const Shock& shock) {
    if (const Status status = check(shock); !status) return status.error();
    double lo = -widest;
    double hi = widest;
    const bool shortEvenAtTop = demanded(shock, hi) > supplied(shock, hi);
    const bool amplyEvenAtBottom = demanded(shock, lo) < supplied(shock, lo);
    if (shortEvenAtTop) lo = hi;
    if (amplyEvenAtBottom) hi = lo;
    for (int i = 0; i < halvings && lo < hi; ++i) {
        const double middle = 0.5 * (lo + hi);
        if (middle == lo || middle == hi) break;
        (demanded(shock, middle) > supplied(shock, middle) ? lo : hi) = middle;
    }
    const double logPrice = 0.5 * (lo + hi);
    Equilibrium out;
    out.priceRatio = std::exp(logPrice);
    out.quantity = std::min(demanded(shock, logPrice), supplied(shock, logPrice));
    out.beyondRange = shortEvenAtTop || amplyEvenAtBottom;
    return out;
}

}  // namespace adit::shock
