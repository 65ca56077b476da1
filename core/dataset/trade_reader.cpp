#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"
#include "core/sqlite/scan.h"

#include <array>
#include <limits>
#include <tuple>

namespace adit::dataset {
namespace {

constexpr std::string_view seriesSql =
    "SELECT id, mineral, stage, year, hs6, source_id, role, coverage, flag FROM trade_series ORDER BY id";
constexpr std::string_view countSql = "SELECT max(rowid) FROM trade";
constexpr std::string_view tradeSql =
    "SELECT visit(series, importer, exporter, quantity_t, contained_t, value_usd) FROM trade "
    "WHERE rowid > ? AND rowid <= ?";

constexpr std::string_view mixedSql =
    "SELECT mineral, stage, hs6, description FROM hs_codes WHERE role = 2 ORDER BY 1, 2, 3";

constexpr std::int64_t mostRows = 100'000'000;  // a damaged number of rows must not take all memory

// What the flows of a code, year and source have in common.
struct FlowSeries {
    MineralId mineral;
    Stage stage;
    std::int16_t year;
    std::uint32_t hs6;
    SourceId source;
    TradeRole role;
    TradeCoverage coverage;
    TradeFlag flag;
};

Result<std::vector<FlowSeries>> readSeries(const sqlite::Database& database, const Dataset& registers) {
    std::vector<FlowSeries> series;
    Rows rows(database, registers, seriesSql);
    while (rows.next()) {
        if (rows.integer(0) != static_cast<std::int64_t>(series.size())) rows.markDamaged();
        series.push_back({.mineral = rows.mineral(1),
                          .stage = rows.stage(2),
                          .year = rows.year(3),
                          .hs6 = static_cast<std::uint32_t>(rows.integer(4)),
                          .source = rows.source(5),
                          .role = rows.place<TradeRole>(6, 3),
                          .coverage = rows.place<TradeCoverage>(7, 5),
                          .flag = rows.place<TradeFlag>(8, 3)});
    }
    if (const Status status = rows.finish(); !status) return status.error();
    return series;
}

template <typename... Columns>
void resize(std::size_t size, Columns&... columns) {
    (columns.resize(size), ...);
}

double realOrNaN(const sqlite::ScannedRow& row, int column) {
    const double value = row.real(column);
    return value == 0.0 && row.isNull(column) ? std::numeric_limits<double>::quiet_NaN() : value;
}

// False where the row refers to what is not there.
bool put(TradeTable& t, std::size_t place, const sqlite::ScannedRow& row, const std::vector<FlowSeries>& series,
         std::size_t economies) {
    const auto number = static_cast<std::size_t>(row.integer(0));
    const auto importer = static_cast<std::size_t>(row.integer(1));
    const auto exporter = static_cast<std::size_t>(row.integer(2));
    if (number >= series.size() || importer >= economies || exporter >= economies) return false;
    const FlowSeries& s = series[number];
    t.mineral[place] = s.mineral;
    t.stage[place] = s.stage;
    t.year[place] = s.year;
    t.importer[place] = EconomyId(importer);
    t.exporter[place] = EconomyId(exporter);
    t.hs6[place] = s.hs6;
    t.source[place] = s.source;
    t.role[place] = s.role;
    t.coverage[place] = s.coverage;
    t.flag[place] = s.flag;
    t.tonnes[place] = realOrNaN(row, 3);
    t.contained[place] = realOrNaN(row, 4);
    t.usd[place] = realOrNaN(row, 5);
    return true;
}

bool amountsAreSound(const TradeTable& t) {
    for (std::size_t row = 0; row < t.size(); ++row) {
        // Comparisons with a missing figure are false.
        if (t.tonnes[row] < 0.0 || t.contained[row] < 0.0 || t.usd[row] < 0.0) return false;
        if (t.contained[row] > t.tonnes[row]) return false;
    }
    return true;
}

bool orderIsSound(const TradeTable& t) {
    const auto keyAt = [&](std::size_t row) {
        return std::tuple(t.mineral[row], t.stage[row], t.year[row], t.importer[row], t.exporter[row], t.hs6[row],
                          t.source[row]);
    };
    for (std::size_t row = 1; row < t.size(); ++row) {
        if (keyAt(row - 1) >= keyAt(row)) return false;
    }
    return true;
}

}  // namespace

Status sizeTrade(const sqlite::Database& database, TradeTable& trade) {
    const auto count = database.number(countSql);
    if (!count) return count.error();
    if (*count < 0 || *count > mostRows) return damaged(database.file().string());
    resize(static_cast<std::size_t>(*count), trade.mineral, trade.stage, trade.year, trade.importer, trade.exporter,
           trade.hs6, trade.source, trade.role, trade.coverage, trade.flag, trade.tonnes, trade.contained, trade.usd);
    return Done{};
}

Status readTrade(const sqlite::Database& database, const Dataset& registers, std::size_t first, std::size_t last,
                 TradeTable& trade) {
    const auto series = readSeries(database, registers);
    if (!series) return series.error();
    std::size_t place = first;
    const auto keep = [&](const sqlite::ScannedRow& row) {
        const bool kept = place < last && put(trade, place, row, *series, registers.economies.size());
        if (kept) ++place;
        return kept;
    };
    const std::array bound{static_cast<std::int64_t>(first), static_cast<std::int64_t>(last)};
    if (const Status status = sqlite::scan(database, tradeSql, bound, keep); !status) return status;
    if (place != last) return damaged(database.file().string());
    return Done{};
}

Status readMixedCodes(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, mixedSql);
    while (rows.next()) {
        data.mixedCodes.push_back({.mineral = rows.mineral(0),
                                   .stage = rows.stage(1),
                                   .hs6 = static_cast<std::uint32_t>(rows.integer(2)),
                                   .description = rows.text(3)});
    }
    return rows.finish();
}

bool isSound(const TradeTable& trade) {
    return amountsAreSound(trade) && orderIsSound(trade);
}

}  // namespace adit::dataset
