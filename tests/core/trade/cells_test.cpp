// The pass over cells against the explained figures, cell by cell.
#include "core/consumer/supply.h"
#include "core/cube/memo.h"
#include "core/index/registry.h"
#include "core/trade/cell_figures.h"
#include "core/workspace/overlay.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"
#include "tests/support/synthetic.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

using namespace adit;
using namespace adit::trade;

namespace {

constexpr double close = 1e-12;  // relative

bool isClose(double a, double b, double scale = 0.0) {
    return std::fabs(a - b) <= close * std::max({std::fabs(a), std::fabs(b), scale});
}

// What was met on the way, so that a test can say that its edges were there.
struct Met {
    std::size_t answered = 0;
    std::size_t unanswered = 0;
    std::size_t noImports = 0;
    std::size_t noOutput = 0;
    std::size_t netExporters = 0;
    std::size_t openGovernance = 0;
    std::size_t boundedWorld = 0;
};

class Comparison {
public:
    // Import reliance is compared relative to itself, or to 1 where the order of adding up differs.
    Comparison(const Dataset& data, double relianceScale)
        : m_data(data), m_cells(cellsOf(data)), m_figures(m_cells), m_relianceScale(relianceScale) {
        computeCells(m_cells, m_figures);
    }

    Met compareAll() {
        for (std::size_t b = 0; b < m_cells.blocks.size(); ++b) {
            cube::Memo memo(m_data);
            for (std::size_t e = 0; e < m_cells.economies; ++e) {
                if (m_data.economies[e].kind == EconomyKind::economy) compare(b, EconomyId(e), memo);
            }
        }
        return m_met;
    }

private:
    void compare(std::size_t b, EconomyId economy, cube::Memo& memo) {
        const Block& block = m_cells.blocks[b];
        const std::size_t cell = b * m_cells.economies + economy.index();
        const consumer::Question q{&m_data, economy, block.mineral, block.stage, block.year, {}, &memo};
        const auto balance = consumer::sharedBalance(q);
        const bool exact = *balance && (*balance)->year == block.year && (*balance)->production.exact();
        if (m_cells.answers[cell] == 0) {
            // Another publisher answers, or the explained path concludes from more than this year's exact figures.
            if (exact && m_data.assumed.empty()) otherAnswers(economy, block);
            ++m_met.unanswered;
            if (m_cells.first[cell] == m_cells.first[cell + 1]) ++m_met.noImports;
            EXPECT_FALSE(CellFigures::has(m_figures.importReliance[cell]));
            EXPECT_FALSE(CellFigures::has(m_figures.supplyHhi[cell]));
            return;
        }
        ASSERT_TRUE(exact) << name(block, economy);
        ++m_met.answered;
        if (m_cells.output[cell] == 0.0) ++m_met.noOutput;
        compareMix(cell, q, name(block, economy));
        compareFigures(cell, block, economy, memo);
    }

    void otherAnswers(EconomyId economy, const Block& block) {
        std::size_t answers = 0;
        for (std::size_t b = 0; b < m_cells.blocks.size(); ++b) {
            const Block& other = m_cells.blocks[b];
            if (other.mineral == block.mineral && other.stage == block.stage && other.year == block.year) {
                answers += m_cells.answers[b * m_cells.economies + economy.index()];
            }
        }
        EXPECT_EQ(answers, 1U) << name(block, economy);
    }

    void compareMix(std::size_t cell, const consumer::Question& q, const std::string& where) {
        const auto supply = consumer::sharedSupply(q);
        ASSERT_TRUE(*supply) << where;
        std::size_t partners = 0;
        for (std::uint32_t row = m_cells.first[cell]; row < m_cells.first[cell + 1]; ++row) {
            if (m_cells.tonnes[row] <= 0.0) continue;
            const consumer::Supplier* supplier = (*supply)->find(EconomyId(std::size_t{m_cells.exporter[row]}));
            ASSERT_NE(supplier, nullptr) << where;
            EXPECT_TRUE(isClose(m_figures.share[row], *supplier->share)) << where;
            ++partners;
        }
        const consumer::Supplier* own = (*supply)->find(q.consumer);
        EXPECT_TRUE(isClose(m_figures.ownShare[cell], own != nullptr ? *own->share : 0.0)) << where;
        EXPECT_EQ((*supply)->suppliers.size(), partners + (own != nullptr ? 1 : 0)) << where;
    }

    void compareFigures(std::size_t cell, const Block& block, EconomyId economy, cube::Memo& memo) {
        index::Query query;
        query.data = &m_data;
        query.mineral = block.mineral;
        query.stage = block.stage;
        query.year = block.year;
        query.economy = economy;
        query.memo = &memo;
        query.detail = index::Detail::numbers;
        const auto explained = [&](const char* id) { return index::find(id)->compute(query); };
        const Figure hhi = explained("supply-hhi");
        const Figure reliance = explained("import-reliance");
        const Figure risk = explained("geopolrisk");
        const std::string where = name(block, economy);
        expectSame(m_figures.supplyHhi[cell], hhi.value, 0.0, where + " supply-hhi");
        expectSame(m_figures.importReliance[cell], reliance.value, m_relianceScale, where + " import-reliance");
        expectSame(m_figures.geopolrisk[cell], risk.value, 0.0, where + " geopolrisk");
        const auto end = [&](double Interval::*which) {
            return risk.bounds ? std::optional((*risk.bounds).*which) : std::nullopt;
        };
        expectSame(m_figures.geopolriskLo[cell], end(&Interval::lo), 0.0, where + " lower geopolrisk");
        expectSame(m_figures.geopolriskHi[cell], end(&Interval::hi), 0.0, where + " upper geopolrisk");
        if (reliance.value.value_or(0.0) < 0.0) ++m_met.netExporters;
        if (risk.flags.has(Flag::noGovernance) && risk.bounds && risk.bounds->width() > 0.0) ++m_met.openGovernance;
        if (block.world.bounds && !block.world.exact) ++m_met.boundedWorld;
    }

    static void expectSame(double ours, const std::optional<double>& theirs, double scale, const std::string& where) {
        ASSERT_EQ(CellFigures::has(ours), theirs.has_value()) << where;
        EXPECT_TRUE(!theirs || isClose(ours, *theirs, scale)) << where << ": " << ours << " and " << *theirs;
    }

    std::string name(const Block& block, EconomyId economy) const {
        return m_data[block.mineral].slug + ' ' + std::string(id(block.stage)) + ' ' + std::to_string(block.year) +
               ' ' + m_data[economy].code;
    }

    const Dataset& m_data;
    Cells m_cells;
    CellFigures m_figures;
    double m_relianceScale;
    Met m_met;
};

bool sameBits(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

const test::SyntheticSize small{.economies = 40, .minerals = 5, .years = 3, .density = 0.3, .seed = 7};

}  // namespace

TEST(Cells, GiveWhatTheExplainedFiguresGive) {
    const Dataset data = test::synthetic(small);
    const Met met = Comparison(data, 0.0).compareAll();
    EXPECT_GT(met.answered, 500U);
    EXPECT_GT(met.noImports, 0U);
    EXPECT_GT(met.noOutput, 100U);
    EXPECT_GT(met.netExporters, 20U);
    EXPECT_GT(met.openGovernance, 100U);
}

TEST(Cells, GiveWhatTheExplainedFiguresGiveOnPublishedData) {
    const Met met = Comparison(*test::bundled(), 1.0).compareAll();
    EXPECT_GT(met.answered, 300U);
    EXPECT_GT(met.unanswered, 1000U);
    EXPECT_GT(met.boundedWorld, 100U);
}

TEST(Cells, LeaveRangesOfTheUserToTheExplainedFigures) {
    using workspace::Quantity;
    const auto set = [](Quantity quantity, const char* economy, const char* mineral, const char* detail, double x,
                        std::optional<double> high = {}) {
        return workspace::SetAssumption{{quantity, economy, mineral, detail},
                                        workspace::Assumption{.central = x, .high = high}};
    };
    const workspace::Overlay overlay = workspace::laidOver(
        test::bundled(), test::holding({set(Quantity::imports, "USA", "copper", "refine/2024/CHL", 5e5, 9e5),
                                        set(Quantity::imports, "JPN", "copper", "refine/2024/CHL", 1e5),
                                        set(Quantity::exports, "DEU", "copper", "refine/2024", 123.0),
                                        set(Quantity::production, "CHN", "copper", "refine/2024", 9e6, 2e7),
                                        set(Quantity::governance, "CHL", "", "pv/2024", -1.0)}));
    ASSERT_TRUE(overlay.idle.empty());
    const Met met = Comparison(*overlay.data, 1.0).compareAll();
    EXPECT_GT(met.answered, 300U);
    const Cells cells = cellsOf(*overlay.data);
    const auto answered = [&](const char* economy) {
        std::size_t count = 0;
        for (std::size_t b = 0; b < cells.blocks.size(); ++b) {
            const Block& block = cells.blocks[b];
            const bool isIt =
                block.mineral == *overlay.data->mineral("copper") && block.stage == Stage::refine && block.year == 2024;
            count += isIt ? cells.answers[b * cells.economies + overlay.data->economy(economy)->index()] : 0U;
        }
        return count;
    };
    EXPECT_EQ(answered("USA"), 0U);
    EXPECT_EQ(answered("DEU"), 0U);
    EXPECT_EQ(answered("JPN"), 1U);
}

TEST(Cells, WithoutAListOfProducersNobodyAnswers) {
    Dataset data = test::synthetic(small);
    data.production = {};
    const Cells cells = cellsOf(data);
    CellFigures figures(cells);
    computeCells(cells, figures);
    EXPECT_GT(cells.rows(), 1000U);
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        EXPECT_EQ(cells.answers[cell], 0);
        EXPECT_FALSE(CellFigures::has(figures.geopolrisk[cell]));
    }
}

TEST(Cells, AreTheSameBitsOnOneThreadAndTwo) {
    const Cells cells = cellsOf(test::synthetic(small));
    CellFigures one(cells);
    CellFigures two(cells);
    computeCells(cells, one, 1);
    computeCells(cells, two, 2);
    EXPECT_TRUE(sameBits(one.share, two.share));
    EXPECT_TRUE(sameBits(one.ownShare, two.ownShare));
    EXPECT_TRUE(sameBits(one.supplyHhi, two.supplyHhi));
    EXPECT_TRUE(sameBits(one.importReliance, two.importReliance));
    EXPECT_TRUE(sameBits(one.geopolrisk, two.geopolrisk));
    EXPECT_TRUE(sameBits(one.geopolriskLo, two.geopolriskLo));
    EXPECT_TRUE(sameBits(one.geopolriskHi, two.geopolriskHi));
}
