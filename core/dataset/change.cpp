#include "core/dataset/change.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace adit::dataset {
namespace {

Error noRow(std::string_view table, std::size_t row) {
    return Error::notFound("there is no row " + std::to_string(row) + " in " + std::string(table));
}

// Missing, or a quantity.
bool isSound(const std::optional<double>& x) {
    return !x || (std::isfinite(*x) && *x >= 0.0);
}

double orNaN(const std::optional<double>& x) {
    return x.value_or(std::numeric_limits<double>::quiet_NaN());
}

std::optional<double> known(double x) {
    return TradeTable::has(x) ? std::optional(x) : std::nullopt;
}

Result<Change> applied(Dataset& data, const OutputChange& change) {
    if (change.row >= data.production.rows.size()) return noRow("production", change.row);
    if (!isSound(change.tonnes)) return Error::badInput("output must be 0 or more tonnes");
    if (change.tonnes && change.flag == DataFlag::withheld) return Error::badInput("what is withheld has no tonnes");
    OutputRow& row = data.production.rows[change.row];
    const OutputChange back{change.row, row.tonnes, row.flag};
    row.tonnes = change.tonnes;
    row.flag = change.flag;
    return Change(back);
}

Result<Change> applied(Dataset& data, const FlowChange& change) {
    TradeTable& t = data.trade;
    if (change.row >= t.size()) return noRow("trade", change.row);
    if (!isSound(change.tonnes) || !isSound(change.contained) || !isSound(change.usd)) {
        return Error::badInput("a flow must be 0 or more tonnes and dollars");
    }
    if (change.contained && (!change.tonnes || *change.contained > *change.tonnes)) {
        return Error::badInput("a flow contains no more of the mineral than its tonnes");
    }
    const FlowChange back{change.row, known(t.tonnes[change.row]), known(t.contained[change.row]),
                          known(t.usd[change.row])};
    t.tonnes[change.row] = orNaN(change.tonnes);
    t.contained[change.row] = orNaN(change.contained);
    t.usd[change.row] = orNaN(change.usd);
    return Change(back);
}

bool isReliance(const std::optional<double>& percent) {
    return !percent || (std::isfinite(*percent) && *percent <= 100.0);
}

bool isPercent(const std::optional<double>& x) {
    return isSound(x) && x.value_or(0.0) <= 100.0;
}

Result<Change> applied(Dataset& data, const ConsumptionChange& change) {
    if (change.row >= data.consumption.size()) return noRow("consumption", change.row);
    if (!isSound(change.tonnes)) return Error::badInput("consumption must be 0 or more tonnes");
    const auto& reliance = change.netImportReliancePercent;
    if (!isReliance(reliance)) return Error::badInput("net import reliance must be 100 % or less");
    Consumption& row = data.consumption[change.row];
    const ConsumptionChange back{change.row, row.tonnes, row.netImportReliancePercent};
    row.tonnes = change.tonnes;
    row.netImportReliancePercent = reliance;
    return Change(back);
}

Result<Change> applied(Dataset& data, const AccountChange& change) {
    if (change.row >= data.usSalient.size()) return noRow("us_salient", change.row);
    if (!isReliance(change.netImportReliancePercent))
        return Error::badInput("net import reliance must be 100 % or less");
    if (change.netImportReliancePercent && change.qualifier == 'E')
        return Error::badInput("a net exporter has no net import reliance");
    UsSalient& row = data.usSalient[change.row];
    const AccountChange back{change.row, row.netImportReliancePercent, row.qualifier};
    row.netImportReliancePercent = change.netImportReliancePercent;
    row.qualifier = change.qualifier;
    return Change(back);
}

Result<Change> applied(Dataset& data, const SupplyShareChange& change) {
    if (change.row >= data.shares.size()) return noRow("shares", change.row);
    if (!isPercent(change.percent) || !isPercent(change.below))
        return Error::badInput("a share lies between 0 and 100 %");
    if (change.percent && change.below) return Error::badInput("a share that is known is not below another");
    SupplierShare& row = data.shares[change.row];
    const SupplyShareChange back{change.row, row.percent, row.below};
    row.percent = change.percent;
    row.below = change.below;
    return Change(back);
}

Result<Change> applied(Dataset& data, const FacilityChange& change) {
    if (change.row >= data.facilities.size()) return noRow("facilities", change.row);
    if (!isSound(change.outputTonnes)) return Error::badInput("output must be 0 or more tonnes");
    Facility& row = data.facilities[change.row];
    const FacilityChange back{change.row, row.outputTonnes};
    row.outputTonnes = change.outputTonnes;
    return Change(back);
}

Result<Change> applied(Dataset& data, const StakeChange& change) {
    if (change.row >= data.stakes.size()) return noRow("stakes", change.row);
    if (!isPercent(change.equityPercent)) return Error::badInput("a stake lies between 0 and 100 %");
    Stake& row = data.stakes[change.row];
    const StakeChange back{change.row, row.equityPercent};
    row.equityPercent = change.equityPercent;
    return Change(back);
}

Result<Change> applied(Dataset& data, const ControlShareChange& change) {
    if (change.row >= data.control.size()) return noRow("control", change.row);
    if (!isPercent(change.percent)) return Error::badInput("a share of control lies between 0 and 100 %");
    ControlShare& row = data.control[change.row];
    const ControlShareChange back{change.row, row.percent};
    row.percent = change.percent;
    return Change(back);
}

Result<Change> applied(Dataset& data, const MeasureChange& change) {
    if (change.row >= data.measures.size()) return noRow("measures", change.row);
    Measure& row = data.measures[change.row];
    if (row.id != change.measure.id) {
        return Error::badInput("row " + std::to_string(change.row) + " holds measure " + row.id + ", not " +
                               change.measure.id);
    }
    const bool known =
        change.measure.mineral.index() < data.minerals.size() && change.measure.imposer.index() < data.economies.size();
    if (!known) return Error::badInput("a measure needs an imposer and a mineral of the dataset");
    MeasureChange back{change.row, row};
    row = change.measure;
    return Change(std::move(back));
}

Result<Change> applied(Dataset& data, const GovernanceChange& change) {
    if (change.row >= data.governance.size()) return noRow("governance", change.row);
    if (!std::isfinite(change.estimate)) return Error::badInput("an estimate must be a finite number");
    GovernanceRow& row = data.governance[change.row];
    const GovernanceChange back{change.row, row.estimate};
    row.estimate = change.estimate;
    return Change(back);
}

Result<Change> applied(Dataset& data, const RecyclingChange& change) {
    if (change.mineral.index() >= data.minerals.size()) return noRow("minerals", change.mineral.index());
    if (!isSound(change.rate) || change.rate > 1.0) return Error::badInput("a recycling rate lies between 0 and 1");
    Mineral& mineral = data.minerals[change.mineral.index()];
    const RecyclingChange back{change.mineral, mineral.eolRecyclingInputRate};
    mineral.eolRecyclingInputRate = change.rate;
    return Change(back);
}

// What a quantity of a study can be at most; nothing where no index reads it.
std::optional<double> highestOf(std::string_view quantity) {
    if (quantity == recyclingQuantity) return 100.0;
    if (quantity == importanceQuantity) return 10.0;
    return quantity == leastLossQuantity ? std::optional(unbounded) : std::nullopt;
}

Result<Change> applied(Dataset& data, const StudyChange& change) {
    if (change.row >= data.published.size()) return noRow("published", change.row);
    PublishedResult& row = data.published[change.row];
    const auto most = highestOf(row.quantity);
    if (!most) return Error::badInput(row.quantity + " of a study is read by no index");
    if (!isSound(change.value) || change.value > *most)
        return Error::badInput(row.quantity + " is 0 or more" +
                               (*most == unbounded ? "" : ", and " + text::shortest(*most) + " at most"));
    const StudyChange back{change.row, row.value};
    row.value = change.value;
    return Change(back);
}

}  // namespace

Result<Change> apply(Dataset& data, const Change& change) {
    return std::visit([&](const auto& c) { return applied(data, c); }, change);
}

const Series& seriesOfRow(const OutputTable& table, std::size_t row) {
    const auto after = std::partition_point(table.series.begin(), table.series.end(),
                                            [row](const Series& s) { return s.first <= row; });
    return *(after - 1);
}

}  // namespace adit::dataset
