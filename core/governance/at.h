// Governance weights of economies from the dataset, one edition at a time.
#pragma once

#include "core/dataset/dataset.h"
#include "core/governance/weight.h"

namespace adit::governance {

// The estimates of an economy by year, ascending.
std::vector<Year> seriesOf(const Dataset& data, EconomyId economy);

// What an economy produces, by which the mean of the known weights is taken.
struct Output {
    EconomyId economy;
    double tonnes = 0.0;
};

// Weights of all economies of an edition for one year and choice; asks for each economy once.
class Weights {
public:
    Weights(const Dataset& data, Choice choice, int year, std::span<const Output> production = {});
    // 0..1; where there is no estimate an interval over all economies, centred on the production-weighted mean.
    const Estimate& of(EconomyId economy) const { return m_weights[economy.index()]; }

private:
    std::vector<Estimate> m_weights;
};

}  // namespace adit::governance
