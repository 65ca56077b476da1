// What the Controls page shows, as values: exposure at a date, the register with its filters, the severities.
#pragma once

#include "core/controls/in_force.h"
#include "core/exposure/exposed_trade.h"
#include "core/findings/findings.h"
#include "core/workspace/idle.h"
#include "ui/common/market_charts.h"

#include <optional>
#include <span>
#include <vector>

namespace adit::ui::measures {

enum class Whose { consumer, world };

// One mineral and stage with what comes under measures.
struct Exposed {
    findings::UnderMeasures under;
    std::optional<Interval> bounds;
    std::vector<EconomyId> imposers;
    MeasureKind kind = MeasureKind::other;  // the hardest that counts
    bool own = false;                       // by a measure of the user's own
    exposure::ExposedTrade trade{};         // of the consumer's imports
};

// Every mineral and stage whose supply (or output) is known on the context's day, the most exposed first.
std::vector<Exposed> exposures(const Setting& s, Whose whose);

enum class StateFilter { all, inForce, suspended, announced, ended };

struct Filter {
    QString text;
    std::optional<EconomyId> imposer;
    std::optional<MineralId> mineral;
    std::optional<MeasureKind> kind;
    StateFilter state = StateFilter::all;
    bool operator==(const Filter&) const = default;
};

// Of the register, own measures first, then the latest.
std::vector<const Measure*> filtered(const Setting& s, const Filter& filter);
std::vector<EconomyId> imposers(const Dataset& data);

render::RankingChart exposureChart(const Setting& s, Whose whose, const std::vector<Exposed>& exposed);
render::TimeChart timeLine(const Setting& s, const std::vector<const Measure*>& measures);
Table registerTable(const Setting& s, const std::vector<const Measure*>& measures);
Table severities(const Setting& s, std::span<const workspace::Idle> idle);
workspace::Key severityKey(const QString& kind);

// Own measures and severities in words, for charts and exports; empty where there are none.
QString assumptionLine(const Setting& s);

}  // namespace adit::ui::measures
