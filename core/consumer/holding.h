// What an economy holds of a mineral, how long that lasts and what its target lacks: published figures with the user's
// assumptions in their place. simulation.md section 3, methods.md M28.
#pragma once

#include "core/base/estimate.h"
#include "core/consumer/supply.h"
#include "core/dataset/assumed.h"

#include <string>
#include <vector>

namespace adit::consumer {

// One number of a holding and what it rests on.
struct Term {
    Estimate value;
    std::vector<Input> inputs;
    const Assumed* assumed = nullptr;  // the assumption that it is, if it is one
    std::string ground;                // "target of the National programme for metal stockpiling, 2024"
    std::string numbers;               // "= 6 d × 20 985 t/yr / 365", where it was converted

    bool known() const { return value.value.has_value() || value.bounds.has_value(); }
};

struct Holding {
    Question question;
    Term stock;         // tonnes; a bloc's is the sum of its members', and at least that where one is not known
    Term floor;         // tonnes, never released; nothing unless assumed
    Term releaseLimit;  // tonnes a day; none unless assumed
    Term consumption;   // tonnes a year: published, else apparent (production + imports - exports) of the latest year
    Term target;        // days
    Term price;         // US dollars a tonne
    Estimate cover;     // days that the stock above its floor lasts when all supply stops
    Estimate required;  // tonnes that the target takes
    Estimate gap;       // tonnes that the stock lacks to it
    Estimate cost;      // US dollars that these cost
};

Holding holdingOf(const Question& question);
// The same, shared with other figures where the question has a memo.
using HoldingPtr = std::shared_ptr<const Holding>;
HoldingPtr sharedHolding(const Question& question);

// What part of the consumer's supply one supplier gives, at the latest year with figures: what is lost when it stops.
// Nothing for the consumer itself.
struct Loss {
    EconomyId supplier;
    Estimate share;    // 0..1
    SupplyPtr supply;  // that it is a share of; null where there is none
};
Loss lossOf(const Question& question, EconomyId supplier);
// The supplier with the largest share, other than the consumer itself; none where the supply is not known.
std::optional<EconomyId> largestSupplier(const Question& question);

// Days that the stock above its floor covers what is lost; unbounded when nothing is. A release limit below the daily
// loss leaves demand unmet on the first day. The closed form of M28: nobody steps in.
Estimate netCover(const Holding& holding, const Estimate& lostShare);

// The parts of it, for those that need one alone.
Term stockOf(const Question& question);
Term consumptionTerm(const Question& question);
Term targetOf(const Question& question, const Term& consumption);
Term priceOf(const Question& question);
Term assumedTerm(const Question& question, Assumable what, Unit unit);  // empty where nothing is assumed

// Whether an economy has anything to show beside what trade statistics give for everybody.
bool isNamed(const Question& question);

}  // namespace adit::consumer
