// Figures of the bundled dataset: published reference values, and what holds for every market in it.
#include "tests/support/bundled.h"

#include "core/cube/memo.h"
#include "core/index/registry.h"

#include <gtest/gtest.h>

#include <array>

using namespace adit;

namespace {

struct Reference {
    std::string_view mineral;
    Stage stage;
    std::string_view source;
    int year;
    double total;
    std::string_view leader;
    double leaderPercent;
    double points;
};

// Computed once by hand from the published tables: country over the world's total, others left out.
constexpr std::array references{
    Reference{"cobalt", Stage::mine, "usgs-mcs2026", 2024, 302000, "COD", 74.8, 5750},
    Reference{"cobalt", Stage::refine, "iea-cm-2025", 2024, 250150, "CHN", 78.4, 6220},
    Reference{"gallium", Stage::refine, "usgs-mcs2026", 2024, 848, "CHN", 98.9, 9789},
    Reference{"germanium", Stage::refine, "bgs-wms", 2023, 211, "CHN", 94.8, 8998},
    Reference{"graphite-natural", Stage::refine, "iea-cm-2025", 2024, 1875252, "CHN", 95.7, 9166},
    Reference{"lithium", Stage::refine, "iea-cm-2025", 2024, 241612, "CHN", 70.2, 5381},
    Reference{"magnesium", Stage::refine, "usgs-mcs2026", 2024, 1080000, "CHN", 88.2, 7826},
    Reference{"rare-earths", Stage::mine, "usgs-mcs2026", 2024, 380000, "CHN", 71.1, 5302},
    Reference{"rare-earths-magnet", Stage::refine, "iea-cm-2025", 2024, 80805, "CHN", 91.3, 8353},
    Reference{"tungsten", Stage::mine, "usgs-mcs2026", 2024, 82000, "CHN", 81.7, 6712},
    Reference{"platinum", Stage::mine, "usgs-mcs2026", 2024, 179, "ZAF", 70.4, 5225},
};

index::Query queryOf(const Dataset& data, std::string_view mineral, Stage stage, int year) {
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral(mineral);
    query.stage = stage;
    query.year = year;
    return query;
}

template <typename Visit>
void forEveryMarket(const Dataset& data, const Visit& visit) {
    const auto history = std::make_shared<const governance::History>(governance::historyOf(data));
    std::optional<cube::Memo> memo;
    const Series* last = nullptr;
    for (const Series& series : data.production.series) {
        if (last == nullptr || last->mineral != series.mineral || last->stage != series.stage)
            memo.emplace(data, history);
        last = &series;
        index::Query query{&data, series.mineral, series.stage, series.year, {}, {}, {}, {}};
        const Series* preferred = data.seriesFor(series.mineral, series.stage, series.year);
        if (preferred != &series) query.source = series.source;
        query.memo = &*memo;
        for (const View view : {View::located, View::controlled}) {
            query.view = view;
            visit(query);
        }
    }
}

std::string nameOf(const index::Query& q) {
    return (*q.data)[q.mineral].slug + " " + std::string(id(q.stage)) + " " + std::to_string(q.year) + " " +
           std::string(id(q.view));
}

}  // namespace

TEST(BundledMarkets, GiveTheReferenceConcentrations) {
    const DatasetPtr data = test::bundled();
    for (const Reference& r : references) {
        index::Query query = queryOf(*data, r.mineral, r.stage, r.year);
        query.source = data->source(r.source);
        const auto market = index::market(query);
        ASSERT_TRUE(market) << r.mineral;
        const Figure hhi = index::find("hhi-10k")->compute(query);
        ASSERT_TRUE(hhi.value) << r.mineral;
        // Where the parts add up to more than the rounded total, the sum takes its place.
        const double scale = market->total / r.total;
        EXPECT_NEAR(scale, 1.0, 0.011) << r.mineral;
        EXPECT_EQ((*data)[market->holders[0].economy].code, r.leader);
        EXPECT_NEAR(*market->holders[0].share * 100.0 * scale, r.leaderPercent, 0.051) << r.mineral;
        EXPECT_NEAR(*hhi.value * scale * scale, r.points, 0.6) << r.mineral;
    }
}

TEST(BundledMarkets, AWithheldProducerTurnsTheReferenceIntoTheUpperEnd) {
    const DatasetPtr data = test::bundled();  // sponge: the published total leaves the United States out
    const Figure hhi = index::find("hhi-10k")->compute(queryOf(*data, "titanium", Stage::refine, 2024));
    EXPECT_FALSE(hhi.value);
    EXPECT_NEAR(hhi.bounds->hi, 4877.0, 0.6);
    EXPECT_LT(hhi.bounds->lo, hhi.bounds->hi);
}

TEST(BundledMarkets, CobaltMinesOf2022OnWorldMiningData) {
    const DatasetPtr data = test::bundled();
    const index::Query query = queryOf(*data, "cobalt", Stage::mine, 2022);
    EXPECT_EQ((*data)[index::market(query)->source].id, "wmd-2024");
    EXPECT_NEAR(*index::find("hhi")->compute(query).value, 0.4929, 0.00005);
    EXPECT_EQ(index::find("hhi-10k")->compute(query).formula,
              (std::vector<std::string>{"HHI = Σ (share_{i})²", "= 69.5² + 5.8² + 5.4² + 3.5² + …",
                                        "= 4\u202F829 + 33 + 29 + 12 + 26", "= 4\u202F929"}));
}

TEST(BundledMarkets, SharesAndTheRestAddUpToOne) {
    const DatasetPtr data = test::bundled();
    std::size_t seen = 0;
    forEveryMarket(*data, [&](const index::Query& query) {
        const auto market = index::market(query);
        if (!market || market->total <= 0.0) return;
        ++seen;
        double sum = market->unattributedShare();
        for (const index::Holder& holder : market->holders) {
            sum += holder.share.value_or(0.0);
            EXPECT_LE(holder.shareBounds.lo, holder.share.value_or(1.0) + 1e-12) << nameOf(query);
            EXPECT_GE(holder.shareBounds.hi, holder.share.value_or(0.0) - 1e-12) << nameOf(query);
            EXPECT_NE(holder.economy, Dataset::world);
            EXPECT_NE(holder.economy, Dataset::other);
        }
        EXPECT_NEAR(sum, 1.0, 1e-9) << nameOf(query);
    });
    EXPECT_GT(seen, 1000U);
}

TEST(BundledMarkets, NoIndexLeavesItsRange) {
    const DatasetPtr data = test::bundled();
    cube::Memo memo(*data);
    forEveryMarket(*data, [&](const index::Query& asked) {
        for (const index::Definition* d : index::all()) {
            index::Query query = asked;
            query.memo = &memo;
            if (d->needsEconomy) query.economy = data->economy("CHN");
            const Figure f = d->compute(query);
            EXPECT_EQ(f.unit, d->unit) << d->id;
            EXPECT_TRUE(f.value || !f.reason.empty()) << d->id << " " << nameOf(query);
            if (!f.bounds) continue;
            EXPECT_LE(f.bounds->lo, f.bounds->hi + 1e-12) << d->id << " " << nameOf(query);
            EXPECT_GE(f.bounds->lo, d->range.lo - 1e-9) << d->id << " " << nameOf(query);
            EXPECT_LE(f.bounds->hi, d->range.hi + 1e-9) << d->id << " " << nameOf(query);
            EXPECT_TRUE(!f.value || f.bounds->contains(*f.value)) << d->id << " " << nameOf(query);
            EXPECT_FALSE(f.formula.empty()) << d->id << " " << nameOf(query);
            EXPECT_LE(f.formula.size(), 5U) << d->id << " " << nameOf(query);
            EXPECT_EQ(f.exact(), f.boundsRule.empty()) << d->id << " " << nameOf(query);
        }
    });
}

TEST(BundledMarkets, EveryInputNamesItsSource) {
    const DatasetPtr data = test::bundled();
    forEveryMarket(*data, [&](const index::Query& query) {
        for (const Input& input : index::find("hhi")->compute(query).inputs) {
            EXPECT_TRUE(input.source.valid()) << nameOf(query) << " " << input.name;
            EXPECT_EQ(input.year, query.year);
            EXPECT_FALSE(input.name.empty());
        }
    });
}

TEST(BundledMarkets, HhiLiesBetweenEqualProducersAndAMonopoly) {
    const DatasetPtr data = test::bundled();
    forEveryMarket(*data, [&](const index::Query& query) {
        const auto market = index::market(query);
        const Figure hhi = index::find("hhi")->compute(query);
        if (!hhi.value || market->residual != index::ResidualRule::none) return;
        // A total rounded up leaves up to half a percent to nobody, which takes a hundredth off the lowest HHI.
        EXPECT_GE(*hhi.value, 0.98 / static_cast<double>(market->holders.size())) << nameOf(query);
        EXPECT_LE(*hhi.value, 1.0 + 1e-12) << nameOf(query);
    });
}
