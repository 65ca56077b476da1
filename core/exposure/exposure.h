// The share of a consumer's (or the world's) supply that comes under measures. simulation.md section 2, methods.md
// M27; OECD, Inventory of Export Restrictions on Industrial Raw Materials.
//
// A measure bites on one border crossing at one stage: on ore it bites on mine -> refiner, on refined metal on
// refiner -> consumer, and never on the imposer's own use.
#pragma once

#include "core/chain/chain.h"
#include "core/exposure/severity.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace adit::exposure {

// A measure in force on the day in question.
struct Bite {
    EconomyId imposer;
    Stage stage = Stage::mine;
    MeasureKind kind = MeasureKind::other;
    bool againstAll = true;
    std::vector<EconomyId> targets;
    // Share of the consumer's imports from the imposer that goes to targeted members; 1 for a single economy.
    double targetedShare = 1.0;
    std::optional<Severity> own;  // instead of the kind's
};

struct Exposure {
    double severity = 0.0;  // weighted by severity
    Interval range;         // from the severities' ranges, and what is of unknown origin
    double binary = 0.0;    // any measure at all: always shown beside it
    std::array<double, kinds> severityBy{};
    std::array<double, kinds> binaryBy{};
};

// Whether a measure of `imposer` applies on the way to `destination` at the stage.
bool applies(const Bite& bite, Stage stage, EconomyId imposer, EconomyId destination);

// Of a mix at one stage: sum of shares times the largest severity among one supplier's measures.
Exposure direct(const chain::Mix& mix, Stage stage, EconomyId consumer, std::span<const Bite> bites,
                const Severities& severities = {});

// Through all stages: 1 - the part of every path that no measure takes. `stages` names the stage of the direct mix,
// then of each feed stage. Never below the direct exposure.
Exposure throughChain(const chain::Chain& chain, std::span<const Stage> stages, EconomyId consumer,
                      std::span<const Bite> bites, const Severities& severities = {});

// Share of world output located in (or controlled from) economies with a measure at that stage in force.
Exposure world(const chain::Mix& output, Stage stage, std::span<const Bite> bites, const Severities& severities = {});

// Every supplier of a chosen set taken as banned.
std::vector<Bite> potential(std::span<const EconomyId> suppliers, Stage stage);

}  // namespace adit::exposure
