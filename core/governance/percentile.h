// Where an economy stands in political stability among all of an edition: derived, since the percentile that the World
// Bank publishes beside its estimates is not in the dataset. methods.md M07, M24.
#pragma once

#include "core/base/estimate.h"
#include "core/dataset/dataset.h"

#include <memory>
#include <vector>

namespace adit::governance {

// Percentile ranks of the political-stability estimates of one year: the latest, not later than the one asked for,
// that has any. 0 is the lowest, 100 the highest; equal estimates share the middle of their ranks. What the user
// assumes for a later year stands among those of the latest published one, and with a range takes others up and down.
// To be used while the dataset stands.
class StabilityRanks {
public:
    StabilityRanks(const Dataset& data, int year);

    // Without an estimate anything between 0 and 100, with `no-governance`.
    Estimate of(EconomyId economy) const;
    // The user's estimates that an economy's rank rests on: its own, and those that stand elsewhere to it than what
    // they take the place of.
    std::vector<const GovernanceRow*> assumedBehind(EconomyId economy) const;
    int year() const { return m_year; }
    SourceId source() const { return m_source; }

private:
    int m_year = 0;
    SourceId m_source;
    std::vector<const GovernanceRow*> m_rows;  // by economy
    std::vector<const GovernanceRow*> m_listed;
};

using StabilityRanksPtr = std::shared_ptr<const StabilityRanks>;

}  // namespace adit::governance
