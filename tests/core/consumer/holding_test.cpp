#include "core/consumer/holding.h"

#include "core/consumer/holding_figures.h"
#include "core/consumer/stock.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

using namespace adit;
using namespace adit::consumer;

namespace {

// The bundled figures with some assumptions over them.
class Assuming {
public:
    Assuming() : m_data(*test::bundled()) {}

    Assuming& set(Assumable what, std::string_view economy, std::string_view mineral, double central,
                  std::optional<Interval> range = {}) {
        const EconomyId whose = economy.empty() ? EconomyId() : *m_data.economy(economy);
        m_data.assumed.push_back({what,
                                  whose,
                                  *m_data.mineral(mineral),
                                  {},
                                  central,
                                  range.value_or(Interval{central, central}),
                                  {},
                                  "2026-01-01T00:00:00Z",
                                  {}});
        std::sort(m_data.assumed.begin(), m_data.assumed.end(), [](const Assumed& a, const Assumed& b) {
            return std::tie(a.what, a.economy, a.mineral, a.detail) < std::tie(b.what, b.economy, b.mineral, b.detail);
        });
        return *this;
    }

    Holding holding(std::string_view economy, std::string_view mineral = "cobalt") const {
        return holdingOf({&m_data, *m_data.economy(economy), *m_data.mineral(mineral), Stage::refine, 2024});
    }
    const Dataset& data() const { return m_data; }

private:
    Dataset m_data;
};

}  // namespace

TEST(Holding, LastsItsStockAboveTheFloorOverTheDailyUse) {
    Assuming a;
    a.set(Assumable::stock, "KOR", "cobalt", 2400).set(Assumable::floor, "KOR", "cobalt", 300);
    a.set(Assumable::consumption, "KOR", "cobalt", 8600).set(Assumable::targetDays, "KOR", "cobalt", 100);
    a.set(Assumable::price, "", "cobalt", 33000);
    const Holding h = a.holding("KOR");
    EXPECT_NEAR(*h.cover.value, 2100.0 / 8600.0 * 365.0, 1e-9);
    EXPECT_NEAR(*h.required.value, 100.0 * 8600.0 / 365.0, 1e-9);
    EXPECT_EQ(h.gap.value, 0.0);  // 2 356 t are needed, 2 400 t are held
    EXPECT_EQ(h.cost.value, 0.0);
    EXPECT_NEAR(*surplusOf(h), 2400.0 - *h.required.value, 1e-9);
    a.set(Assumable::stock, "JPN", "cobalt", 10).set(Assumable::consumption, "JPN", "cobalt", 7300);
    EXPECT_FALSE(surplusOf(a.holding("JPN")));  // no target
    EXPECT_TRUE(h.cover.flags.has(Flag::assumed));
}

TEST(Holding, TwelveHundredTonnesAtSevenThousandThreeHundredAYearLastSixtyDays) {
    Assuming a;
    a.set(Assumable::stock, "JPN", "cobalt", 1200).set(Assumable::consumption, "JPN", "cobalt", 7300);
    EXPECT_NEAR(*a.holding("JPN").cover.value, 60.0, 1e-9);
}

TEST(Holding, AStockBelowItsFloorLastsNoDays) {
    Assuming a;
    a.set(Assumable::stock, "JPN", "cobalt", 100).set(Assumable::floor, "JPN", "cobalt", 300);
    a.set(Assumable::consumption, "JPN", "cobalt", 7300);
    EXPECT_EQ(a.holding("JPN").cover.value, 0.0);
}

TEST(Holding, OfABlocIsAtLeastWhatItsKnownMembersHold) {
    Assuming a;
    a.set(Assumable::stock, "DEU", "cobalt", 420).set(Assumable::stock, "FRA", "cobalt", 310);
    a.set(Assumable::consumption, "EU27", "cobalt", 17500).set(Assumable::targetDays, "EU27", "cobalt", 60);
    const Holding h = a.holding("EU27");
    EXPECT_FALSE(h.stock.value.value);
    EXPECT_EQ(h.stock.value.bounds, (Interval{730, unbounded}));
    EXPECT_NEAR(h.cover.bounds->lo, 730.0 / 17500.0 * 365.0, 1e-9);
    EXPECT_TRUE(std::isinf(h.cover.bounds->hi));
    EXPECT_EQ(h.gap.bounds->lo, 0.0);
    EXPECT_NEAR(h.gap.bounds->hi, 60.0 * 17500.0 / 365.0 - 730.0, 1e-9);
}

TEST(Holding, ARangeOfAnInputIsARangeOfTheResult) {
    Assuming a;
    a.set(Assumable::stock, "JPN", "cobalt", 1200, Interval{1000, 1400});
    a.set(Assumable::consumption, "JPN", "cobalt", 7300);
    const Holding h = a.holding("JPN");
    EXPECT_NEAR(h.cover.bounds->lo, 50.0, 1e-9);
    EXPECT_NEAR(h.cover.bounds->hi, 70.0, 1e-9);
}

TEST(Holding, WithoutAStockSaysWhichInputIsMissing) {
    Assuming a;
    a.set(Assumable::consumption, "JPN", "cobalt", 7300);
    const Holding h = a.holding("JPN");
    EXPECT_FALSE(h.cover.value);
    EXPECT_EQ(h.cover.reason, "the stock is not known");
}

TEST(Holding, FiguresNameTheAssumptionsTheyRestOn) {
    Assuming a;
    a.set(Assumable::stock, "KOR", "cobalt", 2400).set(Assumable::consumption, "KOR", "cobalt", 8600);
    const Holding h = a.holding("KOR");
    index::Query query;
    query.data = &a.data();
    query.economy = h.question.consumer;
    query.mineral = h.question.mineral;
    query.stage = Stage::refine;
    query.year = 2024;
    const Figure figure = coverFigure(query);
    ASSERT_EQ(figure.inputs.size(), 2U);
    EXPECT_EQ(figure.inputs[0].assumption, "stock");
    EXPECT_EQ(figure.inputs[1].assumption, "consumption");
    EXPECT_EQ(figure.formula.front(), "cover = (stock − floor) / consumption × 365");
}

TEST(Holding, WithTwoFifthsOfSupplyLostSixtyDaysBecomeAHundredAndFifty) {
    Assuming a;
    a.set(Assumable::stock, "JPN", "cobalt", 1200).set(Assumable::consumption, "JPN", "cobalt", 7300);
    EXPECT_NEAR(*netCover(a.holding("JPN"), Estimate::known(0.4)).value, 150.0, 1e-9);
    EXPECT_EQ(netCover(a.holding("JPN"), Estimate::known(0.0)).value, unbounded);
    EXPECT_EQ(netCover(a.holding("JPN"), Estimate::within({0.2, 0.4})).bounds, (Interval{150.0, 300.0}));
}

TEST(Holding, AReleaseLimitBelowTheDailyLossLeavesDemandUnmetAtOnce) {
    Assuming a;
    a.set(Assumable::stock, "JPN", "cobalt", 1200).set(Assumable::consumption, "JPN", "cobalt", 7300);
    a.set(Assumable::releaseLimit, "JPN", "cobalt", 7.0);
    EXPECT_EQ(netCover(a.holding("JPN"), Estimate::known(0.4)).value, 0.0);  // 8 t a day are lost
    EXPECT_NEAR(*netCover(a.holding("JPN"), Estimate::known(0.2)).value, 300.0, 1e-9);
}

RC_GTEST_PROP(Holding, MoreStockNeverLastsShorterNorLacksMore, ()) {
    const double stock = *rc::gen::inRange(0, 100000);
    const double more = *rc::gen::inRange(0, 100000);
    const double use = *rc::gen::inRange(1, 100000);
    Assuming a;
    a.set(Assumable::consumption, "KOR", "cobalt", use).set(Assumable::targetDays, "KOR", "cobalt", 60);
    Assuming b = a;
    a.set(Assumable::stock, "KOR", "cobalt", stock);
    b.set(Assumable::stock, "KOR", "cobalt", stock + more);
    const Holding little = a.holding("KOR");
    const Holding much = b.holding("KOR");
    RC_ASSERT(*much.cover.value >= *little.cover.value);
    RC_ASSERT(*much.gap.value <= *little.gap.value);
    RC_ASSERT(*much.gap.value >= 0.0);
}

// Mineral Commodity Summaries 2026: 7 960 t in 2024.
TEST(Holding, TheUnitedStatesPublishTheirOwnConsumption) {
    const Holding h = Assuming().holding("USA");
    EXPECT_EQ(h.consumption.value.value, 7960.0);
    ASSERT_EQ(h.consumption.inputs.size(), 1U);
    EXPECT_EQ(h.consumption.inputs.front().year, 2024);
    EXPECT_TRUE(h.consumption.inputs.front().source.valid());
    EXPECT_NE(Assuming().holding("KOR").consumption.value.value, 7960.0);
}

// Sponge and concentrates do not add up; usable ore is not iron.
TEST(Holding, AnAccountOfOtherFormsIsNoConsumptionOfTheMineral) {
    const Dataset& data = *test::bundled();
    EXPECT_FALSE(consumptionOf(data, *data.economy("USA"), *data.mineral("titanium"), 2024));
    EXPECT_FALSE(consumptionOf(data, *data.economy("USA"), *data.mineral("iron-ore"), 2024));
}

TEST(StockedStage, IsRefinedUnlessNothingRefinedIsPublished) {
    const Dataset& data = *test::bundled();
    const auto stage = [&](const char* slug) { return stockedStage(data, *data.mineral(slug)); };
    EXPECT_EQ(stage("cobalt"), Stage::refine);
    EXPECT_EQ(stage("manganese"), Stage::refine);  // traded refined, the output is not published
    EXPECT_EQ(stage("fluorspar"), Stage::mine);
    EXPECT_EQ(stage("potash"), Stage::mine);
}
