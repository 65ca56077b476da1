// What the Stockpiles page shows, as values: one mineral for many economies, or one economy for many minerals.
#pragma once

#include "core/consumer/pool.h"
#include "core/findings/findings.h"
#include "core/workspace/assumption.h"
#include "ui/common/market_charts.h"

#include <optional>
#include <vector>

namespace adit::ui::stockpiles {

enum class Rows { economies, minerals };

struct Choice {
    Rows rows = Rows::economies;
    bool all = false;                   // every economy or mineral with any figure, not the named ones alone
    std::optional<EconomyId> supplier;  // who stops; none: the largest producer of each mineral
    bool operator==(const Choice&) const = default;
};

// One row: a holding and what becomes of it when the supplier stops.
struct Row {
    index::Query query;  // economy, mineral and partner are set
    consumer::Holding holding;
    std::optional<double> lost;  // of its supply
    Estimate net;
    std::optional<EconomyId> supplier;
    bool member = false;  // stands below its bloc
};

std::vector<Row> rowsOf(const Setting& s, const Choice& choice);
// The largest producer of the mineral as it is stocked; none where there are no figures.
std::optional<EconomyId> usualSupplier(const Setting& s, MineralId mineral);

Table table(const Setting& s, const Choice& choice, const std::vector<Row>& rows);
// The assumption behind a cell of the table; nothing for a column that cannot be edited.
std::optional<workspace::Key> keyOf(const Dataset& data, const Row& row, const QString& column);
std::optional<Unit> unitOf(const QString& column);

render::LineChart pooledChart(const Setting& s, const Choice& choice, const std::vector<Row>& rows);
render::RankingChart gapChart(const Setting& s, const Choice& choice, const std::vector<Row>& rows);
// Programmes of all economies that touch the mineral, for all minerals included.
Table practice(const Setting& s);

// "cobalt stock, South Korea" of every assumption behind the rows, for charts and exports; empty where there is none.
QString assumptionLine(const Setting& s, const std::vector<Row>& rows);

}  // namespace adit::ui::stockpiles
