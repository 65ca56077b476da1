#include "tests/bench/synthetic_file.h"

#include "core/sqlite/database.h"
#include "db/builder/scripts.h"

#include <string>

namespace adit::bench {
namespace {

// Everything that an answer in SQL reads lies in an index in the order in which it is added up, and a weight is found
// by one key.
constexpr const char* indexes = R"sql(
CREATE INDEX trade_by_importer ON trade (series, importer, exporter, contained_t);
CREATE INDEX trade_by_exporter ON trade (series, exporter, importer, contained_t);
CREATE TABLE stability (id INTEGER PRIMARY KEY, weight REAL) STRICT; -- 1000 * series + economy
INSERT INTO stability
SELECT 1000 * s.id + g.economy, (2.5 - g.estimate) / 5.0
FROM trade_series s JOIN governance g ON g.year = s.year AND g.dimension = 2 ORDER BY 1;
ANALYZE;
)sql";

class Writer {
public:
    explicit Writer(const sqlite::Database& database) : m_database(database) {}

    // Values in the order of the statement's parameters.
    template <typename... Values>
    void row(sqlite::Statement& statement, const Values&... values) {
        int parameter = 0;
        (statement.bind(++parameter, values), ...);
        if (m_status) m_status = statement.run();
    }
    sqlite::Statement insert(const char* sql) { return m_database.prepare(sql); }
    Status status() const { return m_status; }

private:
    const sqlite::Database& m_database;
    Status m_status = Done{};
};

std::int64_t number(auto id) {
    return static_cast<std::int64_t>(id.index());
}

void writeRegisters(const Dataset& data, Writer& writer) {
    auto basis = writer.insert("INSERT INTO bases VALUES (?, ?)");
    writer.row(basis, std::int64_t{0}, std::string_view(data.bases.front()));
    auto note = writer.insert("INSERT INTO notes VALUES (?, ?)");
    writer.row(note, std::int64_t{0}, std::string_view());
    auto source = writer.insert("INSERT INTO sources VALUES (?, ?, '', '', '', '', '', 'open')");
    writer.row(source, std::int64_t{0}, std::string_view(data.sources.front().id));
    auto economy = writer.insert(
        "INSERT INTO economies (id, code, kind, name, short_name, lat, lon, map_50m) VALUES (?1, ?2, ?3, ?2, ?2, 0, 0, "
        "0)");
    for (std::size_t e = 0; e < data.economies.size(); ++e) {
        const bool aggregate = data.economies[e].kind == EconomyKind::aggregate;
        writer.row(economy, static_cast<std::int64_t>(e), std::string_view(data.economies[e].code),
                   std::string_view(aggregate ? "aggregate" : "economy"));
    }
    auto mineral = writer.insert(
        "INSERT INTO minerals (id, mineral, name, basis, evidence, source_id) VALUES (?1, ?2, ?2, 'content', "
        "'unverified', 0)");
    for (std::size_t m = 0; m < data.minerals.size(); ++m)
        writer.row(mineral, static_cast<std::int64_t>(m), std::string_view(data.minerals[m].slug));
}

void writeOutput(const Dataset& data, Writer& writer) {
    auto insert = writer.insert("INSERT INTO production VALUES (?, ?, ?, 0, 0, ?, ?, 0, 0)");
    for (const Series& s : data.production.series) {
        for (const OutputRow& row : data.production.rowsOf(s)) {
            writer.row(insert, number(s.mineral), static_cast<std::int64_t>(s.stage), std::int64_t{s.year},
                       number(row.economy), *row.tonnes);
        }
    }
}

void writeGovernance(const Dataset& data, Writer& writer) {
    auto insert = writer.insert("INSERT INTO governance VALUES (?, ?, ?, 0, ?, NULL)");
    for (const GovernanceRow& row : data.governance) {
        writer.row(insert, number(row.economy), static_cast<std::int64_t>(row.dimension), std::int64_t{row.year},
                   row.estimate);
    }
}

// A series for each mineral, stage and year; the rows lie in the order in which they are loaded.
void writeTrade(const Dataset& data, Writer& writer) {
    const TradeTable& t = data.trade;
    auto series = writer.insert("INSERT INTO trade_series VALUES (?, ?, ?, ?, 260000, 0, 0, 0, 0)");
    auto insert = writer.insert("INSERT INTO trade VALUES (?1, ?2, ?3, ?4, ?4, ?5)");
    std::int64_t id = -1;
    for (std::size_t row = 0; row < t.size(); ++row) {
        const bool same = row > 0 && t.mineral[row] == t.mineral[row - 1] && t.stage[row] == t.stage[row - 1] &&
                          t.year[row] == t.year[row - 1];
        if (!same) {
            writer.row(series, ++id, number(t.mineral[row]), static_cast<std::int64_t>(t.stage[row]),
                       std::int64_t{t.year[row]});
        }
        writer.row(insert, id, number(t.importer[row]), number(t.exporter[row]), t.tonnes[row], t.usd[row]);
    }
}

}  // namespace

Status writeFile(const Dataset& data, const std::filesystem::path& file) {
    const auto database = sqlite::Database::openForBuilding(file);
    if (!database) return database.error();
    if (const Status made = database->run(std::string(db::schemaSql)); !made) return made;
    if (const Status begun = database->run("PRAGMA foreign_keys = OFF; BEGIN;"); !begun) return begun;
    Writer writer(*database);
    writeRegisters(data, writer);
    writeOutput(data, writer);
    writeGovernance(data, writer);
    writeTrade(data, writer);
    if (!writer.status()) return writer.status();
    if (const Status indexed = database->run(indexes); !indexed) return indexed;
    return database->run("COMMIT;");
}

}  // namespace adit::bench
