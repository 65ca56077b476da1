#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

#include <algorithm>
#include <limits>

namespace adit::dataset {
namespace {

constexpr std::string_view countSql = "SELECT count(*) FROM trade";
constexpr std::string_view tradeSql =
    "SELECT mineral, stage, year, importer, exporter, hs6, source_id, role, coverage, flag, quantity_t, contained_t, "
    "value_usd FROM trade ORDER BY rowid";

template <typename... Columns>
void reserve(std::size_t size, Columns&... columns) {
    (columns.reserve(size), ...);
}

double realOrNaN(const sqlite::Statement& row, int column) {
    return row.isNull(column) ? std::numeric_limits<double>::quiet_NaN() : row.real(column);
}

MineralId mineralAt(const sqlite::Statement& row, int column) {
    return row.isNull(column) ? MineralId() : MineralId(static_cast<std::size_t>(row.integer(column)));
}

template <typename Id>
Id idAt(const sqlite::Statement& row, int column) {
    return Id(static_cast<std::size_t>(row.integer(column)));
}

// The columns are looked through once at the end, which costs less than a test in each row.
template <typename Value>
bool allBelow(const std::vector<Value>& column, std::size_t size) {
    return std::all_of(column.begin(), column.end(), [size](Value value) {
        if constexpr (std::is_enum_v<Value>) {
            return static_cast<std::size_t>(value) < size;
        } else {
            return value.index() < size;
        }
    });
}

bool allNoneOrBelow(const std::vector<MineralId>& column, std::size_t size) {
    return std::all_of(column.begin(), column.end(), [size](MineralId id) { return !id.valid() || id.index() < size; });
}

bool isSound(const TradeTable& t, const Dataset& registers) {
    return allNoneOrBelow(t.mineral, registers.minerals.size()) && allBelow(t.importer, registers.economies.size()) &&
           allBelow(t.exporter, registers.economies.size()) && allBelow(t.source, registers.sources.size()) &&
           allBelow(t.stage, 3) && allBelow(t.role, 3) && allBelow(t.coverage, 5) && allBelow(t.flag, 3);
}

void append(TradeTable& t, const sqlite::Statement& row) {
    t.mineral.push_back(mineralAt(row, 0));
    t.stage.push_back(static_cast<Stage>(row.integer(1)));
    t.year.push_back(static_cast<std::int16_t>(row.integer(2)));
    t.importer.push_back(idAt<EconomyId>(row, 3));
    t.exporter.push_back(idAt<EconomyId>(row, 4));
    t.hs6.push_back(static_cast<std::uint32_t>(row.integer(5)));
    t.source.push_back(idAt<SourceId>(row, 6));
    t.role.push_back(static_cast<TradeRole>(row.integer(7)));
    t.coverage.push_back(static_cast<TradeCoverage>(row.integer(8)));
    t.flag.push_back(static_cast<TradeFlag>(row.integer(9)));
    t.tonnes.push_back(realOrNaN(row, 10));
    t.contained.push_back(realOrNaN(row, 11));
    t.usd.push_back(realOrNaN(row, 12));
}

}  // namespace

Status readTrade(const sqlite::Database& database, const Dataset& registers, TradeTable& trade) {
    const auto count = database.number(countSql);
    if (!count) return count.error();
    reserve(static_cast<std::size_t>(*count), trade.mineral, trade.stage, trade.year, trade.importer, trade.exporter,
            trade.hs6, trade.source, trade.role, trade.coverage, trade.flag, trade.tonnes, trade.contained, trade.usd);
    sqlite::Statement row = database.prepare(tradeSql);
    while (row.next())
        append(trade, row);
    if (const Status status = row.finish(); !status) return status;
    if (!isSound(trade, registers)) return damaged(database.file().string());
    return Done{};
}

}  // namespace adit::dataset
