#include "tests/support/synthetic.h"

#include "core/base/random.h"

#include <cmath>
#include <string>

namespace adit::test {
namespace {

constexpr int firstYear = 2020;
constexpr std::size_t aggregates = 2;  // WORLD and OTHER

class Maker {
public:
    explicit Maker(const SyntheticSize& size) : m_size(size) {}

    Dataset make() {
        addRegisters();
        addGovernance();
        addOutput();
        if (m_size.isTraded) addTrade();
        return std::move(m_data);
    }

private:
    // In (0, 1), by what it is for and where it stands.
    double draw(std::string_view what, std::size_t a, std::size_t b = 0, std::size_t c = 0, std::size_t d = 0) const {
        return uniform(m_size.seed, (a * 4096 + b) * 4096 + c, keyOf(what) ^ mixed(d));
    }
    // Spread over five orders of magnitude.
    static double tonnesFrom(double u) { return std::round(1000.0 * std::exp(11.0 * u)) / 1000.0; }

    static std::string numbered(char letter, std::size_t i) { return letter + std::to_string(1000 + i); }

    void addRegisters() {
        m_data.edition = "synthetic";
        m_data.notes.emplace_back();
        m_data.bases.emplace_back("content");
        Source& source = m_data.sources.emplace_back();
        source.id = "synthetic";
        const auto add = [&](std::string code, EconomyKind kind) {
            Economy& e = m_data.economies.emplace_back();
            e.code = e.name = e.shortName = std::move(code);
            e.kind = kind;
        };
        add("WORLD", EconomyKind::aggregate);
        add("OTHER", EconomyKind::aggregate);
        for (std::size_t e = 0; e < m_size.economies; ++e)
            add(numbered('E', e), EconomyKind::economy);
        for (std::size_t m = 0; m < m_size.minerals; ++m) {
            Mineral& mineral = m_data.minerals.emplace_back();
            mineral.slug = mineral.name = numbered('m', m);
            mineral.basis = "content";
            mineral.source = SourceId(std::size_t{0});
        }
    }

    void addGovernance() {
        for (std::size_t e = 0; e < m_size.economies; ++e) {
            if (draw("no governance", e) < 0.04) continue;
            for (std::size_t d = 0; d < 6; ++d) {
                for (std::size_t y = 0; y < m_size.years; ++y) {
                    GovernanceRow& row = m_data.governance.emplace_back();
                    row.economy = EconomyId(aggregates + e);
                    row.dimension = static_cast<Dimension>(d);
                    row.year = static_cast<std::int16_t>(firstYear + static_cast<int>(y));
                    row.source = SourceId(std::size_t{0});
                    row.estimate = -2.4 + 4.8 * draw("governance", e, d, y);
                }
            }
        }
    }

    void addOutput() {
        for (std::size_t m = 0; m < m_size.minerals; ++m) {
            for (std::size_t y = 0; y < m_size.years; ++y) {
                Series series;
                series.mineral = MineralId(m);
                series.year = static_cast<std::int16_t>(firstYear + static_cast<int>(y));
                series.source = SourceId(std::size_t{0});
                series.basis = BasisId(std::size_t{0});
                series.first = static_cast<std::uint32_t>(m_data.production.rows.size());
                for (std::size_t e = 0; e < m_size.economies; ++e)
                    addProducer(m, y, e);
                series.last = static_cast<std::uint32_t>(m_data.production.rows.size());
                m_data.production.series.push_back(series);
            }
        }
    }

    void addProducer(std::size_t m, std::size_t y, std::size_t e) {
        if (draw("produces", m, e) > 0.35) return;
        OutputRow& row = m_data.production.rows.emplace_back();
        row.economy = EconomyId(aggregates + e);
        row.tonnes = draw("closed", m, y, e) < 0.1 ? 0.0 : 20.0 * tonnesFrom(draw("output", m, y, e));
    }

    void addTrade() {
        for (std::size_t m = 0; m < m_size.minerals; ++m) {
            for (std::size_t y = 0; y < m_size.years; ++y) {
                for (std::size_t i = 0; i < m_size.economies; ++i) {
                    if (draw("imports", m, y, i) > 0.01) addImports(m, y, i);
                }
            }
        }
    }

    void addImports(std::size_t m, std::size_t y, std::size_t importer) {
        TradeTable& t = m_data.trade;
        for (std::size_t exporter = 0; exporter < m_size.economies; ++exporter) {
            if (exporter == importer || draw("trades", m, y, importer, exporter) > m_size.density) continue;
            const double tonnes = tonnesFrom(draw("flow", m, y, importer, exporter));
            t.mineral.push_back(MineralId(m));
            t.stage.push_back(Stage::mine);
            t.year.push_back(static_cast<std::int16_t>(firstYear + static_cast<int>(y)));
            t.importer.push_back(EconomyId(aggregates + importer));
            t.exporter.push_back(EconomyId(aggregates + exporter));
            t.hs6.push_back(260000);
            t.source.push_back(SourceId(std::size_t{0}));
            t.role.push_back(TradeRole::product);
            t.coverage.push_back(TradeCoverage::full);
            t.flag.push_back(TradeFlag::none);
            t.tonnes.push_back(tonnes);
            t.contained.push_back(tonnes);
            t.usd.push_back(2000.0 * tonnes);
        }
    }

    SyntheticSize m_size;
    Dataset m_data;
};

}  // namespace

Dataset synthetic(const SyntheticSize& size) {
    return Maker(size).make();
}

}  // namespace adit::test
