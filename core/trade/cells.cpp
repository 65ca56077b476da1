#include "core/trade/cells.h"

#include "core/consumer/figures.h"
#include "core/consumer/trade.h"
#include "core/cube/memo.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace adit::trade {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

// Who answers for an economy in a year, and what it makes itself.
struct Importer {
    std::optional<SourceId> publisher;
    bool outputIsExact = false;
    double output = 0.0;
};

// A double has 53 bits: a sum below 2^k is exact on a grid of 2^(k - 52), and 1.5 * 2^k rounds to that grid.
double gridOf(std::span<const double> tonnes) {
    double total = 0.0;
    for (const double mass : tonnes)
        total += mass;
    return 1.5 * std::ldexp(1.0, std::ilogb(total > 0.0 ? total : 1.0) + 1);
}

class Layout {
public:
    explicit Layout(const Dataset& data)
        : m_data(data), m_history(std::make_shared<const governance::History>(governance::historyOf(data))) {
        m_cells.economies = data.economies.size();
        m_cells.first.push_back(0);
        m_cells.tonnes.reserve(data.trade.size());
        m_cells.exporter.reserve(data.trade.size());
    }

    // All rows of one mineral, stage and year.
    void add(Range range) {
        const TradeTable& t = m_data.trade;
        cube::Memo memo(m_data, m_history);
        index::Query query;
        query.data = &m_data;
        query.mineral = t.mineral[range.first];
        query.stage = t.stage[range.first];
        query.year = t.year[range.first];
        query.memo = &memo;
        query.detail = index::Detail::numbers;
        const World world = worldOf(query);
        const std::uint32_t stability = stabilityOf(query.year);
        const std::vector<Importer> importers = importersOf(query);
        for (const SourceId publisher : publishers(range)) {
            m_cells.blocks.push_back(
                {query.mineral, query.stage, t.year[range.first], publisher, world, stability, 0.0});
            const std::size_t first = m_cells.rows();
            addBlock(range, publisher, importers);
            m_cells.blocks.back().grid = gridOf(std::span(m_cells.tonnes).subspan(first));
        }
    }

    Cells take() { return std::move(m_cells); }

private:
    static World worldOf(const index::Query& query) {
        const index::PreparedPtr ready = index::prepared(query);
        if (!ready->market || ready->market->total <= 0.0) return {};
        const Estimate hhi = consumer::worldHhi(query);
        const bool named = ready->market->holders.size() == ready->quantities.size();
        return {ready->market->total, hhi.value.has_value(), hhi.bounds, named && ready->market->unattributed <= 0.0};
    }

    std::uint32_t stabilityOf(int year) {
        const auto [place, isNew] = m_years.try_emplace(year, static_cast<std::uint32_t>(m_cells.stability.size()));
        if (!isNew) return place->second;
        const governance::KnownWeights known(*m_history, governance::Choice::politicalStability, year);
        Stability out;
        for (const Estimate& w : known.of)
            out.of.push_back({w.value.value_or(0.0), w.value ? 0.0 : 1.0});
        out.bounds = *governance::missingWeight(known.known, {}).bounds;
        m_cells.stability.push_back(std::move(out));
        return place->second;
    }

    // Whether the user gives an estimate of governance a range.
    bool hasRanges(int year) const {
        const std::vector<Assumed>& all = m_data.assumed;
        return std::any_of(all.begin(), all.end(), [year](const Assumed& a) {
            return a.what == Assumable::governance && !a.bounds.exact() && a.detail <= "pv/" + std::to_string(year) &&
                   a.detail.starts_with("pv/");
        });
    }

    std::vector<Importer> importersOf(const index::Query& query) {
        const index::PreparedPtr ready = index::prepared(query);
        std::vector<Importer> importers(m_cells.economies);
        for (std::size_t e = 0; e < importers.size(); ++e) {
            if (m_data.economies[e].kind != EconomyKind::economy) continue;
            const consumer::Question q{&m_data, EconomyId(e), query.mineral, query.stage, query.year, {}, query.memo};
            const auto imports = consumer::importsOf(q, consumer::Measured::mass);
            const bool isPlain = imports && imports->open.empty() && consumer::assumedExports(q) == nullptr;
            if (isPlain && !hasRanges(query.year)) importers[e].publisher = imports->publisher;
            importers[e].outputIsExact = consumer::ownOutput(q).total.exact();
        }
        if (!ready->market) return importers;
        for (const index::Holder& holder : ready->market->holders)
            importers[holder.economy.index()].output = holder.tonnes.value_or(0.0);
        return importers;
    }

    std::vector<SourceId> publishers(Range range) const {
        std::vector<SourceId> found;
        for (std::size_t row = range.first; row < range.second; ++row) {
            if (!consumer::counts(m_data.trade, row)) continue;
            const SourceId publisher = consumer::publisherOf(m_data, m_data.trade.source[row]);
            const auto place = std::lower_bound(found.begin(), found.end(), publisher);
            if (place == found.end() || *place != publisher) found.insert(place, publisher);
        }
        return found;
    }

    void addBlock(Range range, SourceId publisher, const std::vector<Importer>& importers) {
        std::size_t row = range.first;
        for (std::size_t e = 0; e < importers.size(); ++e) {
            while (row < range.second && m_data.trade.importer[row] == EconomyId(e))
                addRow(row++, publisher);
            while (m_cells.rows() % 4 != 0)
                put(Dataset::world, 0.0);
            const Importer& importer = importers[e];
            m_cells.first.push_back(static_cast<std::uint32_t>(m_cells.rows()));
            m_cells.output.push_back(importer.output);
            m_cells.answers.push_back(importer.publisher == publisher && importer.outputIsExact ? 1 : 0);
        }
    }

    void addRow(std::size_t row, SourceId publisher) {
        const TradeTable& t = m_data.trade;
        if (!consumer::counts(t, row) || t.importer[row] == t.exporter[row]) return;
        if (consumer::publisherOf(m_data, t.source[row]) != publisher) return;
        const double mass = consumer::amount(t, row, consumer::Measured::mass);
        if (!TradeTable::has(mass)) return;
        const bool again = m_cells.rows() > m_cells.first.back() && m_cells.exporter.back() == t.exporter[row].index();
        if (again) {
            m_cells.tonnes.back() += mass;  // another code of the same goods
        } else {
            put(t.exporter[row], mass);
        }
    }

    void put(EconomyId exporter, double mass) {
        m_cells.exporter.push_back(static_cast<std::uint16_t>(exporter.index()));
        m_cells.tonnes.push_back(mass);
    }

    const Dataset& m_data;
    std::shared_ptr<const governance::History> m_history;
    std::map<int, std::uint32_t> m_years;
    Cells m_cells;
};

}  // namespace

Cells cellsOf(const Dataset& data) {
    const TradeTable& t = data.trade;
    Layout layout(data);
    for (std::size_t row = 0; row < t.size() && t.mineral[row].valid();) {
        const Range range = data.tradeRange(t.mineral[row], t.stage[row], t.year[row]);
        layout.add(range);
        row = range.second;
    }
    return layout.take();
}

}  // namespace adit::trade
