#include "core/consumer/supply_ends.h"

#include <algorithm>

namespace adit::consumer {

bool isRanged(const Supply& supply) {
    return supply.flags.has(Flag::assumed) &&
           std::ranges::any_of(supply.suppliers, [](const Supplier& s) { return !s.bounds.exact(); });
}

chain::Mix mostOf(const Supply& supply) {
    chain::Mix shares;
    for (const Supplier& supplier : supply.suppliers)
        shares.push_back({supplier.economy, supplier.bounds.hi});
    return chain::tidy(std::move(shares));
}

}  // namespace adit::consumer
