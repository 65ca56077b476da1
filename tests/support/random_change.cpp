#include "tests/support/random_change.h"

#include "core/base/random.h"

namespace adit::test {
namespace {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_seed(seed) {}
    double roll() { return uniform(m_seed, ++m_draw, 0); }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(roll() * static_cast<double>(n)); }
    bool happens(double chance) { return roll() < chance; }

private:
    std::uint64_t m_seed;
    std::uint64_t m_draw = 0;
};

dataset::Change outputChange(const Dataset& data, Dice& dice) {
    dataset::OutputChange change;
    change.row = dice.below(data.production.rows.size());
    const double old = data.production.rows[change.row].tonnes.value_or(1000.0);
    if (dice.happens(0.2)) {
        change.flag = DataFlag::withheld;
    } else {
        change.tonnes = dice.happens(0.1) ? 0.0 : old * 3.0 * dice.roll() + 1.0;
    }
    return change;
}

dataset::Change flowChange(const Dataset& data, Dice& dice) {
    dataset::FlowChange change;
    change.row = dice.below(data.trade.size());
    const double tonnes = TradeTable::has(data.trade.tonnes[change.row]) ? data.trade.tonnes[change.row] : 100.0;
    if (dice.happens(0.8)) change.tonnes = dice.happens(0.1) ? 0.0 : 5.0 * tonnes * dice.roll();
    if (change.tonnes && dice.happens(0.8)) change.contained = *change.tonnes * dice.roll();
    if (dice.happens(0.9)) change.usd = 1e6 * dice.roll();
    return change;
}

dataset::Change consumptionChange(const Dataset& data, Dice& dice) {
    dataset::ConsumptionChange change;
    change.row = dice.below(data.consumption.size());
    if (dice.happens(0.8)) change.tonnes = 1e5 * dice.roll();
    if (dice.happens(0.8)) change.netImportReliancePercent = -20.0 + 120.0 * dice.roll();
    return change;
}

dataset::Change measureChange(const Dataset& data, Dice& dice) {
    dataset::MeasureChange change;
    change.row = dice.below(data.measures.size());
    Measure& measure = change.measure = data.measures[change.row];
    if (dice.happens(0.5)) measure.kind = static_cast<MeasureKind>(dice.below(6));
    if (dice.happens(0.3)) measure.effective = std::to_string(2015 + dice.below(10));
    if (dice.happens(0.2)) measure.ended = std::to_string(2020 + dice.below(6));
    if (dice.happens(0.2)) measure.mineral = data.measures[dice.below(data.measures.size())].mineral;
    if (dice.happens(0.2)) measure.imposer = data.measures[dice.below(data.measures.size())].imposer;
    if (dice.happens(0.2)) measure.stage = static_cast<Stage>(dice.below(2));
    if (dice.happens(0.2)) measure.againstAll = !measure.againstAll;
    return change;
}

dataset::Change governanceChange(const Dataset& data, Dice& dice) {
    return dataset::GovernanceChange{dice.below(data.governance.size()), -3.0 + 6.0 * dice.roll()};
}

// Of an entry, or of a study where one gives the rate; now and then the highest of all.
dataset::Change recyclingChange(const Dataset& data, Dice& dice) {
    std::vector<std::size_t> studied;
    for (std::size_t row = 0; row < data.published.size(); ++row) {
        if (data.published[row].quantity == recyclingQuantity) studied.push_back(row);
    }
    const double rate = dice.happens(0.2) ? 1.0 : dice.roll();
    if (!studied.empty() && dice.happens(0.5))
        return dataset::StudyChange{studied[dice.below(studied.size())], 100.0 * rate};
    dataset::RecyclingChange change{MineralId(dice.below(data.minerals.size())), std::nullopt};
    if (dice.happens(0.7)) change.rate = rate;
    return change;
}

// Now and then a net exporter's, which has no figure.
dataset::Change accountChange(const Dataset& data, Dice& dice) {
    dataset::AccountChange change;
    change.row = dice.below(data.usSalient.size());
    if (dice.happens(0.2)) {
        change.qualifier = dice.happens(0.5) ? 'E' : char(0);
        return change;
    }
    change.netImportReliancePercent = 100.0 * dice.roll();
    if (dice.happens(0.3)) change.qualifier = dice.happens(0.5) ? '>' : '<';
    return change;
}

dataset::Change supplyShareChange(const Dataset& data, Dice& dice) {
    dataset::SupplyShareChange change;
    change.row = dice.below(data.shares.size());
    if (dice.happens(0.9)) {
        change.percent = 100.0 * dice.roll();
    } else {
        change.below = 10.0;
    }
    return change;
}

dataset::Change stakeChange(const Dataset& data, Dice& dice) {
    dataset::StakeChange change{dice.below(data.stakes.size()), std::nullopt};
    if (dice.happens(0.8)) change.equityPercent = 100.0 * dice.roll();
    return change;
}

dataset::Change facilityChange(const Dataset& data, Dice& dice) {
    dataset::FacilityChange change{dice.below(data.facilities.size()), std::nullopt};
    if (dice.happens(0.9)) change.outputTonnes = dice.happens(0.1) ? 0.0 : 1e5 * dice.roll();
    return change;
}

// Of a result that stands for itself: a score or a loss.
dataset::Change studyChange(const Dataset& data, Dice& dice) {
    std::vector<std::size_t> read;
    for (std::size_t row = 0; row < data.published.size(); ++row) {
        const std::string& quantity = data.published[row].quantity;
        if (quantity == importanceQuantity || quantity == leastLossQuantity) read.push_back(row);
    }
    return dataset::StudyChange{read[dice.below(read.size())], 10.0 * dice.roll()};
}

dataset::Change controlShareChange(const Dataset& data, Dice& dice) {
    return dataset::ControlShareChange{dice.below(data.control.size()), dice.happens(0.2) ? 0.0 : 100.0 * dice.roll()};
}

}  // namespace

dataset::Change randomChange(const Dataset& data, ChangeKind kind, std::uint64_t seed) {
    Dice dice(seed);
    switch (kind) {
        case ChangeKind::output:
            return outputChange(data, dice);
        case ChangeKind::flow:
            return flowChange(data, dice);
        case ChangeKind::consumption:
            return consumptionChange(data, dice);
        case ChangeKind::governance:
            return governanceChange(data, dice);
        case ChangeKind::recycling:
            return recyclingChange(data, dice);
        case ChangeKind::account:
            return accountChange(data, dice);
        case ChangeKind::supplyShare:
            return supplyShareChange(data, dice);
        case ChangeKind::stake:
            return stakeChange(data, dice);
        case ChangeKind::controlShare:
            return controlShareChange(data, dice);
        case ChangeKind::facility:
            return facilityChange(data, dice);
        case ChangeKind::study:
            return studyChange(data, dice);
        case ChangeKind::measure:
            break;
    }
    return measureChange(data, dice);
}

}  // namespace adit::test
