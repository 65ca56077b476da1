// Reserves, net import reliance and shares of supply of the user's, in every figure that reads them.
#include "core/consumer/net_reliance.h"
#include "core/consumer/reserves.h"
#include "core/consumer/supply.h"
#include "core/index/registry.h"
#include "core/workspace/describe.h"
#include "core/workspace/overlay.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"
#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using test::assume;
using test::holding;

namespace {

Edit assumeRange(Quantity quantity, const char* economy, const char* mineral, const char* detail, Assumption x) {
    return SetAssumption{{quantity, economy, mineral, detail}, std::move(x)};
}

Overlay assuming(const std::vector<Edit>& edits, const DatasetPtr& data = test::bundled()) {
    return laidOver(data, holding(edits));
}

Figure figureOf(const Dataset& data, const char* index, const char* mineral, Stage stage, int year,
                const char* economy) {
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral(mineral);
    query.stage = stage;
    query.year = year;
    query.economy = data.economy(economy);
    return index::find(index)->compute(query);
}

const Input* inputOf(const Figure& figure, std::string_view assumption) {
    const auto found =
        std::ranges::find_if(figure.inputs, [&](const Input& input) { return input.assumption == assumption; });
    return found == figure.inputs.end() ? nullptr : &*found;
}

std::string reasonOf(const Overlay& overlay) {
    return overlay.idle.size() == 1 ? reasonWords(overlay.idle.front(), overlay.data.get()) : std::string();
}

}  // namespace

// ---- reserves ----

namespace {

const ReserveRow* reservesOf(const Dataset& data, const char* economy, const char* mineral, int year) {
    for (const ReserveRow* row : consumer::reservesAt(data, *data.mineral(mineral), year))
        if (row->economy == data.economy(economy)) return row;
    return nullptr;
}

}  // namespace

TEST(AssumedReserves, TakeThePlaceOfThePublishedInTheirYear) {
    const Dataset& base = *test::bundled();
    const double published = reservesOf(base, "AUS", "antimony", 2024)->tonnes;
    const Overlay overlay = assuming({assumeRange(Quantity::reserves, "AUS", "antimony", "2024",
                                                  {.central = 5000.0, .low = 4000.0, .high = 9000.0})});
    EXPECT_TRUE(overlay.idle.empty());
    const ReserveRow* row = reservesOf(*overlay.data, "AUS", "antimony", 2024);
    ASSERT_TRUE(row != nullptr && row->assumed);
    EXPECT_EQ(row->tonnes, 5000.0);
    EXPECT_EQ(row->assumed->bounds, (Interval{4000.0, 9000.0}));
    EXPECT_EQ(row->assumed->published, published);
    EXPECT_FALSE(reservesOf(*overlay.data, "AUS", "antimony", 2025)->assumed);
    EXPECT_EQ(overlay.data->reserves.size(), base.reserves.size());
}

TEST(AssumedReserves, OfAnEconomyThatIsNotListedStandBesideTheOthers) {
    const Overlay overlay = assuming({assume(Quantity::reserves, "SWE", "antimony", "", 7000.0)});
    ASSERT_EQ(overlay.data->assumed.size(), 1U);
    EXPECT_EQ(overlay.data->assumed.front().detail, "2025");
    const ReserveRow* row = reservesOf(*overlay.data, "SWE", "antimony", 2025);
    ASSERT_TRUE(row != nullptr && row->assumed);
    EXPECT_FALSE(row->assumed->published);
    EXPECT_EQ(row->basis, reservesOf(*overlay.data, "AUS", "antimony", 2025)->basis);
    EXPECT_TRUE(std::ranges::is_sorted(overlay.data->reserves, {},
                                       [](const ReserveRow& r) { return std::tuple(r.mineral, r.economy, r.year); }));
}

TEST(AssumedReserves, AreIdleOfABlocAndWhereNoneArePublished) {
    EXPECT_EQ(reasonOf(assuming({assume(Quantity::reserves, "EU27", "antimony", "")})),
              "a bloc has no reserves of its own; assume that of its members");
    EXPECT_EQ(reasonOf(assuming({assume(Quantity::reserves, "AUS", "antimony", "1950")})),
              "no reserves of antimony are published for 1950");
    EXPECT_EQ(reasonOf(assuming({assume(Quantity::reserves, "CHN", "gallium", "")})),
              "no reserves of gallium are published");
}

// ---- net import reliance ----

TEST(AssumedNetReliance, GoesBeforeThePublishedOne) {
    const Overlay overlay = assuming({assumeRange(Quantity::netImportReliance, "CHN", "lithium", "",
                                                  {.central = 0.5, .low = 0.4, .high = 0.6, .note = "new mines"})});
    const Figure figure = figureOf(*overlay.data, "net-import-reliance", "lithium", Stage::refine, 2024, "CHN");
    EXPECT_EQ(figure.value, 0.5);
    EXPECT_EQ(figure.bounds, (Interval{0.4, 0.6}));
    EXPECT_TRUE(figure.flags.has(Flag::assumed));
    EXPECT_FALSE(figure.flags.has(Flag::yearMismatch));
    const Input* input = inputOf(figure, "net-import-reliance");
    ASSERT_NE(input, nullptr);
    EXPECT_EQ(input->remark, "new mines");
    EXPECT_FALSE(input->source.valid());
}

TEST(AssumedNetReliance, StandsWhereNothingIsPublishedAndReachesTheSupplyRiskOfTheUnitedStatesMethod) {
    const auto risk = [](const Dataset& data) {
        return figureOf(data, "us-supply-risk", "cobalt", Stage::refine, 2023, "KOR");
    };
    const Overlay overlay = assuming({assume(Quantity::netImportReliance, "KOR", "cobalt", "", 0.01)});
    const Figure figure = figureOf(*overlay.data, "net-import-reliance", "cobalt", Stage::refine, 2023, "KOR");
    EXPECT_EQ(figure.value, 0.01);
    EXPECT_LT(risk(*overlay.data).bounds->hi, risk(*test::bundled()).bounds->hi);
    EXPECT_NE(inputOf(risk(*overlay.data), "net-import-reliance"), nullptr);
    EXPECT_TRUE(risk(*overlay.data).flags.has(Flag::assumed));
}

TEST(AssumedNetReliance, OfAYearGoesBeforeThatOfEveryYearAndGivesWayToALaterPublication) {
    const auto at = [](const Overlay& overlay, int year) {
        return figureOf(*overlay.data, "net-import-reliance", "cobalt", Stage::refine, year, "USA").value;
    };
    const Edit ofYear = assume(Quantity::netImportReliance, "USA", "cobalt", "2022", 0.2);
    const Overlay dated = assuming({ofYear});
    EXPECT_NE(at(dated, 2021), 0.2);
    EXPECT_EQ(at(dated, 2022), 0.2);
    EXPECT_EQ(at(dated, 2023), 0.69);  // as published
    const Overlay both = assuming({ofYear, assume(Quantity::netImportReliance, "USA", "cobalt", "", 0.3)});
    EXPECT_EQ(at(both, 2021), 0.3);
    EXPECT_EQ(at(both, 2022), 0.2);
    EXPECT_EQ(at(both, 2023), 0.3);
}

TEST(AssumedNetReliance, OfANetExporterIsBelowZeroAndNeverAboveOne) {
    const Overlay overlay = assuming({assume(Quantity::netImportReliance, "CHL", "lithium", "", -20.0)});
    const Figure figure = figureOf(*overlay.data, "net-import-reliance", "lithium", Stage::refine, 2024, "CHL");
    EXPECT_EQ(figure.value, -20.0);
    EXPECT_TRUE(figure.flags.has(Flag::netExporter));
    const Status refused = check({Quantity::netImportReliance, "CHL", "lithium", ""}, {.central = 1.5});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().text, "a net import reliance is 1 at most");
}

// ---- shares of supply ----

namespace {

// The Union's bismuth in the study of 2023, 2016 to 2020: BEL 26, CHN 50, JPN 2, KOR 5, LAO 5, THA 9, VNM 3 %.
consumer::Supply bismuth(const Dataset& data) {
    return *consumer::supplyOf({&data, *data.economy("EU27"), *data.mineral("bismuth"), Stage::refine, 2022});
}

double shareOf(const consumer::Supply& supply, const Dataset& data, const char* code) {
    const consumer::Supplier* supplier = supply.find(*data.economy(code));
    return supplier != nullptr ? supplier->share.value_or(-1.0) : 0.0;
}

}  // namespace

TEST(AssumedShare, TakesThePlaceOfThePublishedOneAndTheOthersKeepTheirProportions) {
    const Overlay overlay = assuming({assume(Quantity::supplyShare, "EU27", "bismuth", "refine/CHN", 0.8)});
    EXPECT_EQ(overlay.data->assumed.front().detail, "refine/2020/CHN");
    const consumer::Supply supply = bismuth(*overlay.data);
    EXPECT_TRUE(supply.flags.has(Flag::assumed));
    EXPECT_FALSE(bismuth(*test::bundled()).flags.has(Flag::assumed));
    EXPECT_NEAR(shareOf(supply, *overlay.data, "CHN"), 0.8, 1e-12);
    EXPECT_NEAR(shareOf(supply, *overlay.data, "EU27"), 0.26 * 0.4, 1e-12);  // Belgium
    EXPECT_NEAR(shareOf(supply, *overlay.data, "KOR"), 0.05 * 0.4, 1e-12);
    EXPECT_TRUE(supply.find(*overlay.data->economy("CHN"))->isAssumed);
    EXPECT_FALSE(supply.find(*overlay.data->economy("KOR"))->isAssumed);
    const Figure figure = figureOf(*overlay.data, "supply-hhi", "bismuth", Stage::refine, 2022, "EU27");
    double squares = 0.0;
    for (const consumer::Supplier& supplier : supply.suppliers)
        squares += *supplier.share * *supplier.share;
    EXPECT_NEAR(figure.value.value_or(0.0), squares, 1e-9);
    const Input* input = inputOf(figure, "supply-share");
    ASSERT_NE(input, nullptr);
    EXPECT_EQ(input->name, "China");
    EXPECT_EQ(input->detail, "refine/2020/CHN");
    EXPECT_EQ(input->state, State::assumed);
}

TEST(AssumedShare, ARangeLeavesTheOthersARangeToo) {
    const Overlay overlay = assuming({assumeRange(Quantity::supplyShare, "EU27", "bismuth", "refine/2020/CHN",
                                                  {.central = 0.8, .low = 0.7, .high = 0.9})});
    const consumer::Supply supply = bismuth(*overlay.data);
    const consumer::Supplier* korea = supply.find(*overlay.data->economy("KOR"));
    EXPECT_NEAR(korea->bounds.lo, 0.05 * 0.2, 1e-12);
    EXPECT_NEAR(korea->bounds.hi, 0.05 * 0.6, 1e-12);
    const Figure figure = figureOf(*overlay.data, "supply-hhi", "bismuth", Stage::refine, 2022, "EU27");
    EXPECT_FALSE(figure.exact());
    EXPECT_TRUE(figure.bounds->contains(*figure.value));
}

TEST(AssumedShare, OfTwoTheOthersShareWhatBothLeave) {
    const Overlay overlay = assuming({assume(Quantity::supplyShare, "EU27", "bismuth", "refine/2020/CHN", 0.6),
                                      assume(Quantity::supplyShare, "EU27", "bismuth", "refine/2020/KOR", 0.2)});
    const consumer::Supply supply = bismuth(*overlay.data);
    EXPECT_NEAR(shareOf(supply, *overlay.data, "CHN"), 0.6, 1e-12);
    EXPECT_NEAR(shareOf(supply, *overlay.data, "KOR"), 0.2, 1e-12);
    EXPECT_NEAR(shareOf(supply, *overlay.data, "THA"), 0.09 * 0.2 / 0.45, 1e-12);
    double sum = 0.0;
    for (const consumer::Supplier& supplier : supply.suppliers)
        sum += *supplier.share;
    EXPECT_NEAR(sum, 1.0, 1e-12);
}

TEST(AssumedShare, OfASupplierThatIsNotNamedJoinsTheOthers) {
    const Overlay overlay = assuming({assume(Quantity::supplyShare, "EU27", "bismuth", "refine/AUS", 0.1)});
    EXPECT_TRUE(overlay.idle.empty());
    const consumer::Supply supply = bismuth(*overlay.data);
    EXPECT_NEAR(shareOf(supply, *overlay.data, "AUS"), 0.1, 1e-12);
    EXPECT_NEAR(shareOf(supply, *overlay.data, "CHN"), 0.45, 1e-12);
    EXPECT_EQ(overlay.data->shares.size(), test::bundled()->shares.size() + 1);
}

TEST(AssumedShare, OfTheStudyIsSetBesideOursWithItsMark) {
    const auto lines = [](const Dataset& data) {
        std::string all;
        for (const std::string& line :
             figureOf(data, "eu-supply-risk", "magnesium", Stage::refine, 2022, "EU27").formula)
            all += line + '\n';
        return all;
    };
    const auto shares = [](double china) {
        return assuming({assume(Quantity::supplyShare, "WORLD", "magnesium", "refine/2020/CHN", china)});
    };
    EXPECT_EQ(lines(*test::bundled()).find("yours"), std::string::npos);
    const std::string low = lines(*shares(0.5).data);
    EXPECT_NE(low.find("world shares with yours among them"), std::string::npos) << low;
    EXPECT_NE(low, lines(*shares(0.9).data));
}

TEST(AssumedShare, IsIdleWhereNoneArePublishedOrTheyAreMoreThanTheWhole) {
    EXPECT_EQ(reasonOf(assuming({assume(Quantity::supplyShare, "CHL", "bismuth", "refine/CHN", 0.5)})),
              "no shares of the supply to Chile of bismuth at this stage are published");
    EXPECT_EQ(reasonOf(assuming({assume(Quantity::supplyShare, "EU27", "bismuth", "refine/1999/CHN", 0.5)})),
              "no shares of the supply to EU27 of bismuth at this stage are published for 1999");
    EXPECT_EQ(reasonOf(assuming({assume(Quantity::supplyShare, "EU27", "bismuth", "refine/G7", 0.5)})),
              "a bloc has no share of a supply of its own; assume that of its members");
    const Overlay both = assuming({assume(Quantity::supplyShare, "EU27", "bismuth", "refine/CHN", 0.8),
                                   assume(Quantity::supplyShare, "EU27", "bismuth", "refine/KOR", 0.3)});
    EXPECT_EQ(reasonOf(both), "together with others of yours it is more than the whole");
    EXPECT_EQ(both.data->assumed.size(), 1U);
    EXPECT_NEAR(shareOf(bismuth(*both.data), *both.data, "CHN"), 0.8, 1e-12);
}

TEST(AssumedInputs, GiveBackTheirKeys) {
    const std::vector<Edit> edits{assume(Quantity::reserves, "AUS", "antimony", "2024"),
                                  assume(Quantity::netImportReliance, "KOR", "cobalt", "", 0.5),
                                  assume(Quantity::supplyShare, "EU27", "bismuth", "refine/2020/CHN", 0.8)};
    const Overlay overlay = assuming(edits);
    ASSERT_EQ(overlay.data->assumed.size(), edits.size());
    for (std::size_t i = 0; i < edits.size(); ++i)
        EXPECT_EQ(keyOf(*overlay.data, overlay.data->assumed[i]), std::get<SetAssumption>(edits[i]).key);
}
