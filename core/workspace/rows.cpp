#include "core/workspace/rows.h"

#include <array>

namespace adit::workspace {
namespace {

struct TableSql {
    const TableShape* table;
    std::string_view read;
    std::string_view put;
    std::string_view remove;
};

const std::array<TableSql, 6> statements{
    {{&tables::assumptions,
      "SELECT quantity, economy, mineral, detail, central, low, high, note, at, baseline, edition, seal "
      "FROM assumptions ORDER BY rowid",
      "INSERT INTO assumptions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET central = excluded.central, low = excluded.low, high = excluded.high, "
      "note = excluded.note, at = excluded.at, baseline = excluded.baseline, edition = excluded.edition, "
      "seal = excluded.seal",
      "DELETE FROM assumptions WHERE quantity = ? AND economy = ? AND mineral = ? AND detail = ?"},
     {&tables::measures,
      "SELECT id, imposer, mineral, stage, kind, targets, announced, effective, ended, instrument, note, severity, "
      "severity_low, severity_high, seal FROM measures ORDER BY rowid",
      "INSERT INTO measures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET imposer = excluded.imposer, mineral = excluded.mineral, stage = excluded.stage, "
      "kind = excluded.kind, targets = excluded.targets, announced = excluded.announced, "
      "effective = excluded.effective, ended = excluded.ended, instrument = excluded.instrument, "
      "note = excluded.note, severity = excluded.severity, severity_low = excluded.severity_low, "
      "severity_high = excluded.severity_high, seal = excluded.seal",
      "DELETE FROM measures WHERE id = ?"},
     {&tables::blocs, "SELECT id, name, members, seal FROM blocs ORDER BY rowid",
      "INSERT INTO blocs VALUES (?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET name = excluded.name, members = excluded.members, seal = excluded.seal",
      "DELETE FROM blocs WHERE id = ?"},
     {&tables::documents, "SELECT kind, name, content, seal FROM documents ORDER BY rowid",
      "INSERT INTO documents VALUES (?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET content = excluded.content, seal = excluded.seal",
      "DELETE FROM documents WHERE kind = ? AND name = ?"},
     {&tables::view, "SELECT key, value, seal FROM view_state ORDER BY rowid",
      "INSERT INTO view_state VALUES (?, ?, ?) "
      "ON CONFLICT DO UPDATE SET value = excluded.value, seal = excluded.seal",
      "DELETE FROM view_state WHERE key = ?"},
     {&tables::history, "SELECT number, at, edits, inverse, undone, seal FROM history ORDER BY number",
      "INSERT INTO history VALUES (?, ?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET at = excluded.at, edits = excluded.edits, inverse = excluded.inverse, "
      "undone = excluded.undone, seal = excluded.seal",
      "DELETE FROM history WHERE number = ?"}}};

const TableSql& sqlOf(const TableShape& table) {
    return *std::find_if(statements.begin(), statements.end(), [&](const TableSql& s) { return s.table == &table; });
}

// The texts must live until the statement has run.
void bind(sqlite::Statement& statement, const Record& record) {
    int parameter = 0;
    for (const Cell& cell : record) {
        ++parameter;
        if (const auto* s = std::get_if<std::string>(&cell)) {
            statement.bind(parameter, std::string_view(*s));
        } else if (const auto* x = std::get_if<double>(&cell)) {
            statement.bind(parameter, *x);
        } else if (const auto* n = std::get_if<std::int64_t>(&cell)) {
            statement.bind(parameter, *n);
        } else {
            statement.bindNull(parameter);
        }
    }
}

Cell cellAt(const sqlite::Statement& statement, int column, CellKind kind) {
    if (statement.isNull(column)) return {};
    switch (kind) {
        case CellKind::real:
            return statement.real(column);
        case CellKind::integer:
            return statement.int64(column);
        case CellKind::text:
            break;
    }
    return statement.text(column);
}

Record recordAt(const sqlite::Statement& statement, const TableShape& table) {
    Record record;
    record.reserve(table.kinds.size());
    for (std::size_t i = 0; i < table.kinds.size(); ++i)
        record.push_back(cellAt(statement, static_cast<int>(i), table.kinds[i]));
    return record;
}

}  // namespace

sqlite::Statement& RowWriter::prepared(std::string_view sql) {
    const auto found = m_statements.find(sql);
    if (found != m_statements.end()) return found->second;
    return m_statements.emplace(sql, m_database.prepare(sql)).first->second;
}

Status RowWriter::put(const TableShape& table, const Record& record) {
    sqlite::Statement& statement = prepared(sqlOf(table).put);
    bind(statement, record);
    statement.bind(static_cast<int>(record.size()) + 1, sealOf(table.name, record));
    return statement.run();
}

Status RowWriter::remove(const TableShape& table, const Record& key) {
    sqlite::Statement& statement = prepared(sqlOf(table).remove);
    bind(statement, key);
    return statement.run();
}

Status RowWriter::apply(const Edit& edit) {
    const bool sets = std::visit([](const auto& one) { return one.value.has_value(); }, edit);
    return sets ? put(tableOf(edit), recordOf(edit)) : remove(tableOf(edit), keyOf(edit));
}

Result<std::vector<Record>> readRows(const sqlite::Database& database, const TableShape& table) {
    std::vector<Record> records;
    sqlite::Statement select = database.prepare(sqlOf(table).read);
    while (select.next()) {
        records.push_back(recordAt(select, table));
        if (select.int64(static_cast<int>(table.kinds.size())) == sealOf(table.name, records.back())) continue;
        return Error{ErrorCode::damaged,
                     "the file is damaged (row " + std::to_string(records.size()) + " of " + std::string(table.name) +
                         " does not fit its seal); restore a copy",
                     {database.file().string(), 0, {}}};
    }
    if (const Status status = select.finish(); !status) return status.error();
    return records;
}

}  // namespace adit::workspace
