// The cube against the indices one by one, and after changes against a cube computed anew.
#include "core/cube/cube.h"

#include "core/base/random.h"
#include "core/cube/dependents.h"
#include "core/index/registry.h"
#include "tests/support/bundled.h"
#include "tests/support/random_change.h"

#include <gtest/gtest.h>

using namespace adit;
using cube::Cell;
using cube::Cube;
using cube::Slot;
using test::ChangeKind;

namespace {

// Economies and blocs, members of them and not; the first three where a test needs no more.
std::vector<EconomyId> someConsumers(std::size_t count = 8) {
    std::vector<EconomyId> consumers;
    for (const char* code : {"USA", "EU27", "JPN", "CHN", "COD", "CHL", "DEU", "NATO"})
        consumers.push_back(*test::bundled()->economy(code));
    consumers.resize(count);
    return consumers;
}

Cube computed(const Dataset& data, unsigned threads = 1, std::size_t consumers = 8) {
    Cube cube(data, someConsumers(consumers));
    EXPECT_TRUE(cube.computeAll(threads));
    return cube;
}

std::string nameOf(const index::Definition& index, const Slot& slot, std::optional<EconomyId> consumer) {
    const Dataset& data = *test::bundled();
    return std::string(index.id) + ' ' + data[slot.mineral].slug + ' ' + std::string(id(slot.stage)) + ' ' +
           std::to_string(slot.year) + (consumer ? ' ' + data[*consumer].code : std::string());
}

// By the index itself, with all its words and nothing remembered.
void compare(const Cube& cube, const index::Definition& index, const Slot& slot, std::optional<EconomyId> consumer) {
    index::Query query;
    query.data = test::bundled().get();
    query.mineral = slot.mineral;
    query.stage = slot.stage;
    query.year = slot.year;
    query.economy = consumer;
    const Figure figure = index.compute(query);
    const Cell* cell = cube.find(index, slot, consumer);
    ASSERT_NE(cell, nullptr);
    EXPECT_EQ(cell->value(), figure.value) << nameOf(index, slot, consumer);
    EXPECT_EQ(cell->bounds(), figure.bounds) << nameOf(index, slot, consumer);
    EXPECT_EQ(cell->flags(), figure.flags) << nameOf(index, slot, consumer);
}

// Every figure that differs, by name; a handful is enough to see what is wrong.
void expectSame(const Cube& ours, const Cube& anew) {
    if (ours == anew) return;
    std::size_t shown = 0;
    for (const Slot& slot : anew.slots()) {
        for (const index::Definition* index : index::all()) {
            for (const EconomyId consumer : anew.consumers()) {
                if (*ours.find(*index, slot, consumer) == *anew.find(*index, slot, consumer)) continue;
                if (++shown < 10) ADD_FAILURE() << nameOf(*index, slot, consumer) << " is not what it is anew";
            }
        }
    }
    EXPECT_GT(shown, 0U);
}

// How many figures are computed anew.
std::size_t countOf(const cube::Dependents& dependents) {
    std::size_t ofMarket = 0;
    std::size_t ofConsumer = 0;
    for (const index::Definition* index : index::all()) {
        if (index->reads.has(dependents.changed())) ++(index->needsEconomy ? ofConsumer : ofMarket);
    }
    std::size_t count = 0;
    for (const auto& [slot, marks] : dependents.bySlot()) {
        count += ofConsumer * static_cast<std::size_t>(std::count(marks.begin(), marks.end() - 1, true));
        if (marks.back()) count += ofMarket;
    }
    return count;
}

}  // namespace

TEST(Cube, HoldsWhatTheIndicesCompute) {
    const Cube cube = computed(*test::bundled(), 1, 4);
    std::size_t values = 0;
    for (std::size_t i = 0; i < 700; ++i) {
        const Slot& slot = cube.slots()[mixed(i) % cube.slots().size()];
        const EconomyId consumer = cube.consumers()[mixed(~i) % cube.consumers().size()];
        const index::Definition& index = *index::all()[i % index::all().size()];
        compare(cube, index, slot, index.needsEconomy ? std::optional(consumer) : std::nullopt);
        values += cube.find(index, slot, consumer)->value() ? 1U : 0U;
    }
    EXPECT_GT(values, 200U);
}

TEST(Cube, HoldsEveryIndexOfARichSlotForEveryConsumer) {
    const Cube cube = computed(*test::bundled(), 1, 5);
    const Slot slot{*test::bundled()->mineral("nickel"), Stage::refine, 2022};
    std::size_t values = 0;
    for (const index::Definition* index : index::all()) {
        for (const EconomyId consumer : cube.consumers()) {
            compare(cube, *index, slot, index->needsEconomy ? std::optional(consumer) : std::nullopt);
            values += cube.find(*index, slot, consumer)->value() ? 1U : 0U;
        }
    }
    EXPECT_GT(values, index::all().size());
}

TEST(Cube, IsTheSameBitsOnOneThreadAndTwo) {
    expectSame(computed(*test::bundled(), 2, 3), computed(*test::bundled(), 1, 3));
}

TEST(Cube, DoesNotHaveWhatItWasNotAskedFor) {
    const Cube cube(*test::bundled(), someConsumers());
    const Slot slot{*test::bundled()->mineral("nickel"), Stage::refine, 2022};
    const index::Definition& hhi = *index::find("supply-hhi");
    EXPECT_EQ(cube.find(hhi, slot, *test::bundled()->economy("KOR")), nullptr);
    EXPECT_EQ(cube.find(hhi, slot), nullptr);
    EXPECT_EQ(cube.find(hhi, {slot.mineral, slot.stage, 1950}, cube.consumers().front()), nullptr);
}

TEST(Cube, StoppedIsNotComputed) {
    Cube cube(*test::bundled(), someConsumers());
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(cube.computeAll(1, {source.get_token(), {}}).error().code, ErrorCode::cancelled);
}

// Changes pile up between the comparisons: a figure that one of them forgot is still wrong at the next.
TEST(Cube, AfterAnyChangesIsWhatItIsAnew) {
    Cube cube = computed(*test::bundled(), 1, 5);
    for (std::uint64_t i = 0; i < 80; ++i) {
        const auto change = test::randomChange(cube.data(), static_cast<ChangeKind>(i % test::changeKinds), i);
        ASSERT_TRUE(cube.apply(change)) << i;
        if (i % 40 == 39) expectSame(cube, computed(cube.data(), 1, 5));
    }
}

// An estimate is behind the ranks of everybody and the weights of its year; a recycling rate behind its mineral, and
// the highest of all behind those without one.
TEST(Cube, AChangedEstimateOrRateReachesEveryFigureThatReadsIt) {
    Cube cube = computed(*test::bundled(), 1, 3);
    const Dataset& data = cube.data();
    const auto cell = [&](const char* index, const char* mineral, int year) {
        const Slot slot{*data.mineral(mineral), Stage::refine, static_cast<std::int16_t>(year)};
        const Cell* found = cube.find(*index::find(index), slot, *data.economy("USA"));
        return found != nullptr ? *found : Cell();
    };
    const auto stability = data.governanceAt(*data.economy("CHL"), Dimension::pv, 2022) - data.governance.data();
    const auto study =
        std::ranges::find_if(data.published,
                             [&](const PublishedResult& row) {
                                 return row.quantity == recyclingQuantity && row.mineral == data.mineral("cobalt");
                             }) -
        data.published.begin();
    const auto account = std::ranges::find_if(data.usSalient,
                                              [&](const UsSalient& row) {
                                                  return row.mineral == data.mineral("cobalt") && row.year == 2022;
                                              }) -
                         data.usSalient.begin();
    for (const auto& [index, mineral, change] :
         {std::tuple<const char*, const char*, dataset::Change>{
              "geopolrisk", "copper", dataset::GovernanceChange{static_cast<std::size_t>(stability), -2.0}},
          {"eu-supply-risk", "cobalt", dataset::StudyChange{static_cast<std::size_t>(study), 50.0}},
          {"net-import-reliance", "cobalt", dataset::AccountChange{static_cast<std::size_t>(account), 12.0, 0}},
          {"eu-supply-risk", "copper", dataset::RecyclingChange{*data.mineral("copper"), 1.0}}}) {
        const Cell before = cell(index, mineral, 2022);
        ASSERT_TRUE(cube.apply(change)) << index;
        EXPECT_FALSE(cell(index, mineral, 2022) == before) << index << ' ' << mineral;
    }
    expectSame(cube, computed(cube.data(), 1, 3));
}

TEST(Cube, AChangedStakeOrShareOfControlReachesTheControlOfItsYear) {
    Cube cube = computed(*test::bundled(), 1, 1);
    const Dataset& data = cube.data();
    const auto stake = std::ranges::find_if(
        data.stakes, [](const Stake& row) { return row.facility == "Mutanda" && row.owner == "DR Congo (State)"; });
    ASSERT_NE(stake, data.stakes.end());
    const auto gap = [&](int year) {
        return *cube.find(*index::find("control-gap"),
                          {*data.mineral("cobalt"), Stage::mine, static_cast<std::int16_t>(year)});
    };
    const Cell before = gap(2023);
    const Cell yearBefore = gap(2022);
    ASSERT_TRUE(cube.apply(dataset::StakeChange{static_cast<std::size_t>(stake - data.stakes.begin()), 97.0}));
    EXPECT_FALSE(gap(2023) == before);
    EXPECT_EQ(gap(2022), yearBefore);
    for (std::size_t row = 0; row < data.control.size(); ++row)
        ASSERT_TRUE(cube.apply(dataset::ControlShareChange{row, 5.0}));
    expectSame(cube, computed(cube.data(), 1, 1));
}

TEST(Cube, AChangedOutputOfAFacilityReachesTheControlOfItsYear) {
    Cube cube = computed(*test::bundled(), 1, 1);
    const Dataset& data = cube.data();
    const auto mine = std::ranges::find_if(data.facilities, [&](const Facility& row) {
        return row.name == "Mutanda" && row.mineral == data.mineral("cobalt") && row.year == 2023;
    });
    ASSERT_NE(mine, data.facilities.end());
    const auto gap = [&](const char* mineral, int year) {
        return *cube.find(*index::find("control-gap"),
                          {*data.mineral(mineral), Stage::mine, static_cast<std::int16_t>(year)});
    };
    const Cell before = gap("cobalt", 2023);
    const Cell copper = gap("copper", 2019);
    ASSERT_TRUE(cube.apply(dataset::FacilityChange{static_cast<std::size_t>(mine - data.facilities.begin()), 500.0}));
    EXPECT_FALSE(gap("cobalt", 2023) == before);
    EXPECT_EQ(gap("copper", 2019), copper);
    for (std::size_t row = 0; row < data.facilities.size(); ++row)
        ASSERT_TRUE(cube.apply(dataset::FacilityChange{row, row % 3 == 0 ? std::nullopt : std::optional(77.0)}));
    expectSame(cube, computed(cube.data(), 1, 1));
}

TEST(Cube, AChangedResultOfAStudyReachesWhomItIsAbout) {
    Cube cube = computed(*test::bundled(), 1, 3);
    const Dataset& data = cube.data();
    const auto cell = [&](const char* index, const char* mineral, Stage stage, const char* code) {
        return *cube.find(*index::find(index), {*data.mineral(mineral), stage, 2022}, *data.economy(code));
    };
    const Cell importance = cell("economic-importance", "cobalt", Stage::mine, "EU27");
    const Cell loss = cell("expected-loss", "gallium", Stage::refine, "USA");
    std::size_t changed = 0;
    for (std::size_t row = 0; row < data.published.size(); ++row) {
        const std::string& quantity = data.published[row].quantity;
        const bool isRead = quantity == importanceQuantity || quantity == leastLossQuantity;
        const auto back = cube.apply(dataset::StudyChange{row, 1.5});
        EXPECT_EQ(back.has_value(), isRead || quantity == recyclingQuantity) << quantity;
        changed += isRead ? 1U : 0U;
    }
    EXPECT_GT(changed, 20U);
    EXPECT_FALSE(cell("economic-importance", "cobalt", Stage::mine, "EU27") == importance);
    EXPECT_FALSE(cell("expected-loss", "gallium", Stage::refine, "USA") == loss);
    expectSame(cube, computed(cube.data(), 1, 3));
}

// The Union's bismuth is known by its study's shares alone.
TEST(Cube, AChangedShareOfSupplyReachesItsImporter) {
    Cube cube = computed(*test::bundled(), 1, 3);
    const Dataset& data = cube.data();
    const auto row = std::ranges::find_if(data.shares, [&](const SupplierShare& share) {
        return share.mineral == data.mineral("bismuth") && share.importer == data.economy("EU27") &&
               share.supplier == data.economy("CHN");
    });
    ASSERT_NE(row, data.shares.end());
    const Slot slot{*data.mineral("bismuth"), Stage::refine, 2022};
    const auto hhi = [&](const char* code) {
        return *cube.find(*index::find("supply-hhi"), slot, *data.economy(code));
    };
    const Cell ofTheUnion = hhi("EU27");
    const Cell ofJapan = hhi("JPN");
    ASSERT_TRUE(cube.apply(dataset::SupplyShareChange{static_cast<std::size_t>(row - data.shares.begin()), 20.0, {}}));
    EXPECT_FALSE(hhi("EU27") == ofTheUnion);
    EXPECT_EQ(hhi("JPN"), ofJapan);
    expectSame(cube, computed(cube.data(), 1, 3));
}

// A bloc's stock is that of its members, and a member's may be published as days of its own consumption.
TEST(Cube, AChangedConsumptionReachesTheBlocs) {
    const std::vector<EconomyId> blocs{*test::bundled()->economy("G7"), *test::bundled()->economy("QUAD")};
    Cube cube(*test::bundled(), blocs);
    ASSERT_TRUE(cube.computeAll());
    for (std::uint64_t i = 0; i < 200; ++i)
        ASSERT_TRUE(cube.apply(test::randomChange(cube.data(), ChangeKind::consumption, i)));
    Cube anew(cube.data(), blocs);
    ASSERT_TRUE(anew.computeAll());
    expectSame(cube, anew);
}

TEST(Cube, AChangeTakenBackLeavesNoTrace) {
    const Cube before = computed(*test::bundled(), 1, 5);
    Cube cube = computed(*test::bundled(), 1, 5);
    std::vector<dataset::Change> back;
    for (std::uint64_t i = 0; i < 40; ++i)
        back.push_back(*cube.apply(test::randomChange(cube.data(), static_cast<ChangeKind>(i % test::changeKinds), i)));
    EXPECT_FALSE(cube == before);
    for (auto change = back.rbegin(); change != back.rend(); ++change)
        ASSERT_TRUE(cube.apply(*change));
    expectSame(cube, before);
}

TEST(Cube, ARefusedChangeChangesNothing) {
    Cube cube(*test::bundled(), someConsumers());
    const auto old = cube.data().production.rows[7].tonnes;
    EXPECT_FALSE(cube.apply(dataset::OutputChange{7, -1.0, DataFlag::reported}));
    EXPECT_EQ(cube.data().production.rows[7].tonnes, old);
}

TEST(Dependents, OfAFlowAreItsTradersAndTheirBlocs) {
    const Cube cube(*test::bundled(), someConsumers());  // whom a flow reaches does not depend on its figures
    const Dataset& data = cube.data();
    const auto range = data.tradeRange(*data.mineral("nickel"), Stage::refine, 2024);
    for (std::size_t row = range.first; row < range.second; ++row) {
        if (data[data.trade.importer[row]].code != "JPN" || data[data.trade.exporter[row]].code != "CHN") continue;
        const auto found = cube::dependentsOf(cube, dataset::FlowChange{row, {}, {}, {}});
        ASSERT_FALSE(found.bySlot().empty());
        for (const auto& [slot, marks] : found.bySlot()) {
            EXPECT_EQ(cube.slots()[slot].mineral, *data.mineral("nickel"));
            EXPECT_GE(cube.slots()[slot].year, 2024);
            EXPECT_EQ(std::count(marks.begin(), marks.end(), true), 2);  // Japan and China; neither is in a bloc here
        }
        return;
    }
    FAIL() << "the flow is not in the data";
}

// World exports stand behind the screen of consumers that have no part in the flow.
TEST(Dependents, OfAFlowAreAllConsumersWhereTheWorldsTradeIsRead) {
    Cube cube = computed(*test::bundled(), 1, 3);
    const Dataset& data = cube.data();
    const auto range = data.tradeRange(*data.mineral("magnesium"), Stage::refine, 2024);
    std::size_t flow = range.first;
    while (flow < range.second && data[data.trade.exporter[flow]].code != "CHN")
        ++flow;
    ASSERT_LT(flow, range.second);
    const dataset::FlowChange change{flow, data.trade.tonnes[flow], data.trade.contained[flow], 1e12};
    const auto found = cube::worldDependentsOf(cube, change);
    ASSERT_FALSE(found.bySlot().empty());
    for (const auto& [slot, marks] : found.bySlot())
        EXPECT_EQ(std::count(marks.begin(), marks.end(), true), std::ptrdiff_t(cube.consumers().size()));
    const auto screens = [&] {
        std::vector<Cell> cells;
        for (const EconomyId consumer : cube.consumers())
            cells.push_back(
                *cube.find(*index::find("cepii-screen"), {*data.mineral("magnesium"), Stage::refine, 2024}, consumer));
        return cells;
    };
    const std::vector<Cell> before = screens();
    // All that China sells is gone: nobody's screen finds the world's exports concentrated in 2024.
    for (std::size_t row = range.first; row < range.second; ++row) {
        if (data[data.trade.exporter[row]].code != "CHN") continue;
        ASSERT_TRUE(cube.apply(dataset::FlowChange{row, 0.0, 0.0, 0.0}));
    }
    EXPECT_NE(screens(), before);
    expectSame(cube, computed(cube.data(), 1, 3));
}

TEST(Dependents, AreFew) {
    const Cube cube = computed(*test::bundled());
    std::size_t all = 0;
    for (std::uint64_t i = 0; i < 100; ++i) {
        const auto change = test::randomChange(cube.data(), static_cast<ChangeKind>(i % test::changeKinds), i);
        all += countOf(cube::dependentsOf(cube, change));
    }
    EXPECT_LT(all, cube.size());  // a hundred take less than one whole
    EXPECT_GT(all, 100U);
}
