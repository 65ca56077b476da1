// The supply of a consumer with re-export hubs looked through, on published trade. methods.md M13.
#pragma once

#include "core/consumer/supply.h"

#include <string>
#include <vector>

namespace adit::consumer {

// One economy that is (or was asked to be) looked through, with the figures of the year that the rule goes by.
struct Hub {
    EconomyId economy;
    bool lookedThrough = false;     // false: its own suppliers are not published, it stays as it is
    std::optional<double> output;   // tonnes of the basis
    std::optional<double> exports;  // tonnes, as importers report them
    std::optional<Supply> supply;   // where it draws from
};

struct LookedThrough {
    HubChoice choice;
    Supply direct;
    chain::Mix mix;                 // sums to 1, unknown origin included; a hub keeps what it makes itself
    chain::Mix least;               // the same with every share at its lower end: what is sure to come from whom
    std::vector<Hub> hubs;          // by economy
    std::vector<EconomyId> closed;  // hubs that only feed one another: `mix` is the direct one
    Flags flags;                    // of the direct supply and of the hubs' own

    bool changes() const;  // a hub is looked through, so that the mix is not the direct one
};

// Whether the rule takes an economy for a hub of the question's mineral, stage and year.
bool isHub(const Question& question, EconomyId economy);

// Automatic hubs are sought among the direct suppliers, then among the suppliers of those that are hubs. The consumer
// and its members never are: what they pass to one another is inside. An error where the direct supply is not known.
Result<LookedThrough> lookThrough(const Question& question, const HubChoice& choice);

}  // namespace adit::consumer
