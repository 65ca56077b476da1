// A synthetic trade table of 1.5 million rows: 200 economies, 53 minerals, 5 years. Import mix, its concentration,
// import reliance and GeoPolRisk of all 53 000 cells, against SQL on the same file and against the bare reading of the
// bytes.
#include "core/sqlite/database.h"
#include "core/trade/cell_figures.h"
#include "tests/bench/synthetic_file.h"
#include "tests/bench/timing.h"
#include "tests/support/synthetic.h"
#include "tests/support/temp_folder.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

using namespace adit;
using namespace adit::bench;

namespace {

// The file is written once, loaded as any dataset is, and gone with the program.
struct Table {
    test::TempFolder folder;
    std::filesystem::path file = folder.path() / "synthetic.sqlite";
    DatasetPtr data;
    trade::Cells cells;
    double layoutSeconds = 0.0;

    Table() {
        const Status written = writeFile(test::synthetic({}), file);
        const auto loaded = written ? loadDataset(file) : Result<DatasetPtr>(written.error());
        if (!loaded) {
            std::fprintf(stderr, "%s\n", loaded.error().text.c_str());
            std::exit(2);
        }
        data = *loaded;
        layoutSeconds = secondsOf([&] { cells = trade::cellsOf(*data); });
    }
};

const Table& table() {
    static const Table made;
    return made;
}

// The bytes that every figure needs: exporter and tonnes of each row; own output, answer and place of each cell.
std::size_t bytesRead(const Table& t) {
    return t.data->trade.size() * (sizeof(std::uint16_t) + sizeof(double)) +
           t.cells.size() * (sizeof(double) + sizeof(std::uint8_t) + sizeof(std::uint32_t));
}

// a = b + s * c, where b and c together are as many bytes (McCalpin 1995, STREAM).
class Triad {
public:
    explicit Triad(std::size_t bytes) : m_a(bytes / 16), m_b(bytes / 16, 1.0), m_c(bytes / 16, 2.0) {}
    void operator()() {
        for (std::size_t i = 0; i < m_a.size(); ++i)
            m_a[i] = m_b[i] + 3.0 * m_c[i];
        benchmark::DoNotOptimize(m_a.data());
        benchmark::ClobberMemory();
    }

private:
    std::vector<double> m_a;
    std::vector<double> m_b;
    std::vector<double> m_c;
};

// A triad measures the memory, not a cache that the run before has filled (STREAM's rule): each run follows a walk
// through more than any cache holds.
class OtherData {
public:
    void operator()() {
        for (std::size_t i = 0; i < m_bytes.size(); i += 64)
            ++m_bytes[i];
        benchmark::DoNotOptimize(m_bytes.data());
        benchmark::ClobberMemory();
    }

private:
    std::vector<unsigned char> m_bytes = std::vector<unsigned char>(std::size_t{128} << 20U, 1);
};

void cellsAgainstTriad(benchmark::State& state) {
    const Table& t = table();
    trade::CellFigures figures(t.cells);
    Triad triad(bytesRead(t));
    OtherData other;
    Fastest cells;
    Fastest bare;
    for (auto _ : state) {
        other();
        bare.run(triad);
        other();
        state.SetIterationTime(cells.run([&] { trade::computeCells(t.cells, figures); }));
    }
    state.counters["cells"] = static_cast<double>(t.cells.size());
    state.counters["layout_ms"] = 1000.0 * t.layoutSeconds;
    state.counters["triad_ms"] = bare.milliseconds();
    state.counters["ratio"] = cells.seconds() / bare.seconds();
    state.counters["at_most"] = 3.0;
}
BENCHMARK(cellsAgainstTriad)->UseManualTime()->Iterations(300)->Unit(benchmark::kMillisecond);

constexpr const char* cellSql = R"sql(
DROP TABLE IF EXISTS temp.cell;
CREATE TEMP TABLE cell AS
WITH imports AS MATERIALIZED (
  SELECT t.series, t.importer, sum(t.contained_t) AS total, sum(t.contained_t * t.contained_t) AS squares,
         sum(t.contained_t * w.weight) AS stable, sum(t.contained_t) FILTER (WHERE w.weight IS NULL) AS open
  FROM trade t LEFT JOIN stability w ON w.id = 1000 * t.series + t.exporter
  GROUP BY t.series, t.importer),
exports AS MATERIALIZED (SELECT series, exporter, sum(contained_t) AS total FROM trade GROUP BY series, exporter),
world AS MATERIALIZED (
  SELECT s.id AS series, sum(p.quantity_t * p.quantity_t) / (sum(p.quantity_t) * sum(p.quantity_t)) AS hhi,
         sum(p.quantity_t * w.weight) / sum(p.quantity_t) FILTER (WHERE w.weight IS NOT NULL) AS centre
  FROM trade_series s JOIN production p ON p.mineral = s.mineral AND p.stage = s.stage AND p.year = s.year
  LEFT JOIN stability w ON w.id = 1000 * s.id + p.economy
  GROUP BY s.id),
ends AS MATERIALIZED (SELECT id / 1000 AS series, min(weight) AS lo, max(weight) AS hi FROM stability GROUP BY 1),
balance AS (
  SELECT i.*, coalesce(p.quantity_t, 0.0) AS own, coalesce(x.total, 0.0) AS exports, coalesce(i.open, 0.0) AS opened
  FROM imports i JOIN trade_series s ON s.id = i.series
  LEFT JOIN production p ON p.mineral = s.mineral AND p.stage = s.stage AND p.year = s.year AND p.source_id = 0
                            AND p.basis = 0 AND p.economy = i.importer
  LEFT JOIN exports x ON x.series = i.series AND x.exporter = i.importer)
SELECT b.series, b.importer, b.own + b.total AS supply,
  (b.squares + b.own * b.own) / ((b.own + b.total) * (b.own + b.total)) AS hhi,
  CASE WHEN b.own + b.total - b.exports > 0.0 THEN (b.total - b.exports) / (b.own + b.total - b.exports) END AS reliance,
  w.hhi * (b.stable + w.centre * b.opened) / (b.own + b.total) AS risk,
  w.hhi * (b.stable + e.lo * b.opened) / (b.own + b.total) AS risk_lo,
  w.hhi * (b.stable + e.hi * b.opened) / (b.own + b.total) AS risk_hi
FROM balance b JOIN world w ON w.series = b.series JOIN ends e ON e.series = b.series;
)sql";
constexpr std::string_view sumsSql = "SELECT sum(hhi), sum(reliance), sum(risk), sum(risk_lo), sum(risk_hi) FROM cell";
constexpr std::string_view mixSql =
    "SELECT sum(t.contained_t / c.supply) FROM cell c CROSS JOIN trade t ON t.series = c.series AND t.importer = "
    "c.importer";

// Sums over all cells, so that both ways are seen to answer the same questions.
std::vector<double> answersOfSql(const sqlite::Database& database) {
    std::vector<double> sums;
    if (!database.run(cellSql)) return sums;
    for (const std::string_view sql : {sumsSql, mixSql}) {
        auto statement = database.prepare(sql);
        while (statement.next()) {
            for (int column = 0; column < statement.columnCount(); ++column)
                sums.push_back(statement.real(column));
        }
    }
    return sums;
}

double sumOf(const std::vector<double>& column) {
    double sum = 0.0;
    for (const double x : column)
        sum += trade::CellFigures::has(x) ? x : 0.0;
    return sum;
}

bool isSame(const std::vector<double>& sql, const trade::CellFigures& f) {
    const std::vector<double> ours{sumOf(f.supplyHhi),    sumOf(f.importReliance), sumOf(f.geopolrisk),
                                   sumOf(f.geopolriskLo), sumOf(f.geopolriskHi),   sumOf(f.share)};
    return std::equal(sql.begin(), sql.end(), ours.begin(), ours.end(),
                      [](double a, double b) { return std::fabs(a - b) <= 1e-9 * std::fabs(b); });
}

void cellsAgainstSql(benchmark::State& state) {
    const Table& t = table();
    const auto database = sqlite::Database::openImmutable(t.file);
    const Status ready =
        database->run("PRAGMA cell_size_check = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -500000;");
    trade::CellFigures figures(t.cells);
    Fastest cells;
    Fastest sql;
    std::vector<double> answers;
    for (auto _ : state) {
        sql.run([&] { answers = answersOfSql(*database); });
        for (int i = 0; i < 20; ++i)
            cells.run([&] { trade::computeCells(t.cells, figures); });
        state.SetIterationTime(cells.seconds());
    }
    if (!ready || !isSame(answers, figures)) state.SkipWithError("SQL and cells do not answer the same");
    state.counters["sql_ms"] = sql.milliseconds();
    state.counters["ratio"] = sql.seconds() / cells.seconds();
    state.counters["at_least"] = 300.0;
}
BENCHMARK(cellsAgainstSql)->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

void cellsOnTwoThreads(benchmark::State& state) {
    const Table& t = table();
    trade::CellFigures figures(t.cells);
    Fastest one;
    Fastest two;
    for (auto _ : state) {
        one.run([&] { trade::computeCells(t.cells, figures, 1); });
        state.SetIterationTime(two.run([&] { trade::computeCells(t.cells, figures, 2); }));
    }
    state.counters["processors"] = std::thread::hardware_concurrency();
    state.counters["ratio"] = one.seconds() / two.seconds();
    state.counters["at_least"] = 1.7;
}
BENCHMARK(cellsOnTwoThreads)->UseManualTime()->Iterations(300)->Unit(benchmark::kMillisecond);

// Slope of log time over log size, by least squares.
double slopeOf(const std::vector<double>& sizes, const std::vector<double>& seconds) {
    const auto n = static_cast<double>(sizes.size());
    double x = 0.0;
    double y = 0.0;
    double xx = 0.0;
    double xy = 0.0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const double logSize = std::log(sizes[i]);
        const double logTime = std::log(seconds[i]);
        x += logSize;
        y += logTime;
        xx += logSize * logSize;
        xy += logSize * logTime;
    }
    return (n * xy - x * y) / (n * xx - x * x);
}

// From 1 to 16 times as many years.
void growthOfCells(benchmark::State& state) {
    std::vector<double> sizes;
    std::vector<double> seconds;
    for (auto _ : state) {
        for (const std::size_t times : {1U, 2U, 4U, 8U, 16U}) {
            trade::Cells cells;
            cells = trade::cellsOf(test::synthetic({.years = 5 * times}));
            trade::CellFigures figures(cells);
            Fastest fastest;
            for (int i = 0; i < 10; ++i)
                fastest.run([&] { trade::computeCells(cells, figures); });
            sizes.push_back(static_cast<double>(cells.rows()));
            seconds.push_back(fastest.seconds());
        }
        state.SetIterationTime(seconds.back());
    }
    state.counters["rows"] = sizes.back();
    state.counters["ratio_16"] = seconds.back() / seconds.front();
    state.counters["slope"] = slopeOf(sizes, seconds);
    state.counters["at_most"] = 1.1;
}
BENCHMARK(growthOfCells)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

void readPlainly(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::vector<char> bytes(std::filesystem::file_size(file));
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    benchmark::DoNotOptimize(bytes.data());
}

void loadAgainstPlainRead(benchmark::State& state) {
    const Table& t = table();
    Fastest load;
    Fastest plain;
    for (auto _ : state) {
        plain.run([&] { readPlainly(t.file); });
        state.SetIterationTime(load.run([&] { benchmark::DoNotOptimize(loadDataset(t.file)); }));
    }
    state.counters["read_ms"] = plain.milliseconds();
    state.counters["ratio"] = load.seconds() / plain.seconds();
    state.counters["rows_per_s"] = static_cast<double>(t.data->trade.size()) / load.seconds();
}
BENCHMARK(loadAgainstPlainRead)->UseManualTime()->Iterations(5)->Unit(benchmark::kMillisecond);

}  // namespace
