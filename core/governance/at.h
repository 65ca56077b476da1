// Governance weights of economies from the dataset, one edition at a time.
#pragma once

#include "core/dataset/dataset.h"
#include "core/governance/weight.h"

#include <memory>

namespace adit::governance {

std::string_view nameOf(Dimension dimension);  // "political stability"

// The estimates of an economy by year, ascending.
std::vector<Year> seriesOf(const Dataset& data, EconomyId economy);

// The estimates of all economies of an edition, by economy: read once, asked for every year.
using History = std::vector<std::vector<Year>>;
History historyOf(const Dataset& data);

// The weights of one year and choice where there is an estimate; without value where there is none.
struct KnownWeights {
    KnownWeights(const History& history, Choice choice, int year);

    std::vector<Estimate> of;   // by economy
    std::vector<double> known;  // with both ends of those that the user assumes
};

// What an economy produces, by which the mean of the known weights is taken.
struct Output {
    EconomyId economy;
    double tonnes = 0.0;
};

// Weights of all economies of an edition for one year and choice; asks for each economy once.
class Weights {
public:
    Weights(const Dataset& data, Choice choice, int year, std::span<const Output> production = {});
    explicit Weights(KnownWeights known, std::span<const Output> production = {});
    // 0..1; where there is no estimate an interval over all economies, centred on the production-weighted mean: it
    // rests on what is assumed of any.
    const Estimate& of(EconomyId economy) const { return m_weights[economy.index()]; }

private:
    std::vector<Estimate> m_weights;
};

using WeightsPtr = std::shared_ptr<const Weights>;

// A row that an economy's weight of a year rests on, a published one where there is one: of the latest year not later
// that has all that the choice asks for. Null where there is none.
const GovernanceRow* rowBehind(const Dataset& data, Choice choice, EconomyId economy, int year);
// Those of the rows behind it that the user assumes.
std::vector<const GovernanceRow*> assumedBehind(const Dataset& data, Choice choice, EconomyId economy, int year);

}  // namespace adit::governance
