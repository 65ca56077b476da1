#include "core/workspace/moved.h"

#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"
#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

namespace {

const Key congoMine{Quantity::production, "COD", "cobalt", "mine"};

// An edition with one figure of Congo's mines.
Dataset editionWith(std::string edition, double tonnes) {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "alpha", {{"COD", tonnes}, {"IDN", 5.0}});
    Dataset data = builder.build();
    data.edition = std::move(edition);
    return data;
}

Workspace assuming(const Key& key, std::optional<double> baseline, std::string edition = "1") {
    Workspace workspace;
    EXPECT_TRUE(
        applyTo(workspace,
                SetAssumption{key, Assumption{.central = 1.0, .baseline = baseline, .edition = std::move(edition)}}));
    return workspace;
}

std::string said(const Workspace& workspace, const Dataset& data) {
    std::string out;
    for (const Moved& one : moved(workspace, data))
        out += describe(one, &data) + "\n";
    return out;
}

}  // namespace

TEST(Moved, AFigureThatChangedIsNamedWithBothEditions) {
    EXPECT_EQ(said(assuming(congoMine, 70.0), editionWith("2", 75.0)),
              "DR Congo, cobalt: mine production was 70\u202Ft/yr in edition 1, is 75\u202Ft/yr now\n");
}

TEST(Moved, AFigureThatStayedIsNotNamed) {
    EXPECT_EQ(said(assuming(congoMine, 70.0), editionWith("2", 70.0)), "");
}

TEST(Moved, AnAssumptionOfThisEditionIsNotAskedAbout) {
    EXPECT_EQ(said(assuming(congoMine, 70.0, "2"), editionWith("2", 75.0)), "");
}

TEST(Moved, AFigureThatCameOrWentIsNamed) {
    EXPECT_EQ(said(assuming(congoMine, std::nullopt), editionWith("2", 75.0)),
              "DR Congo, cobalt: mine production was not published in edition 1, is 75\u202Ft/yr now\n");
    const Key chile{Quantity::production, "CHL", "cobalt", "mine"};
    EXPECT_EQ(said(assuming(chile, 3.0), editionWith("2", 75.0)),
              "Chile, cobalt: mine production was 3\u202Ft/yr in edition 1, is no longer published\n");
}

TEST(Moved, ACodeThatIsGoneIsNamed) {
    const Key gone{Quantity::stock, "KOR", "unobtainium", ""};
    const auto list = moved(assuming(gone, std::nullopt), editionWith("2", 75.0));
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].how, Moved::How::unknownCode);
}

TEST(Moved, AnOwnBlocIsNoUnknownCode) {
    Workspace workspace = assuming({Quantity::stock, "V4", "cobalt", ""}, std::nullopt);
    ASSERT_TRUE(applyTo(workspace, SetBloc{"V4", OwnBloc{"V4", "Visegrad", {"CZE"}}}));
    EXPECT_EQ(said(workspace, editionWith("2", 75.0)), "");
}

TEST(Moved, AnEstimateAndARateThatChangedAreNamed) {
    Dataset data = editionWith("2", 75.0);
    data.governance.push_back({*data.economy("COD"), Dimension::pv, 2023, SourceId(), -1.75, {}});
    data.minerals[data.mineral("cobalt")->index()].eolRecyclingInputRate = 0.3;
    Workspace workspace = assuming({Quantity::recyclingRate, "", "cobalt", ""}, 0.22);
    workspace.assumptions.merge(assuming({Quantity::governance, "COD", "", "pv/2023"}, -1.5).assumptions);
    EXPECT_EQ(said(workspace, data),
              "DR Congo, political stability in 2023 was \u22121.5 in edition 1, is \u22121.75 now\n"
              "cobalt: recycling rate was 0.22 in edition 1, is 0.3 now\n");
}

TEST(Moved, ReservesRelianceAndASharePublishedAnewAreNamed) {
    Dataset data = *bundled();
    data.edition = "2";
    Workspace workspace = assuming({Quantity::reserves, "AUS", "antimony", "2024"}, 100.0);
    workspace.assumptions.merge(assuming({Quantity::netImportReliance, "USA", "cobalt", "2023"}, 0.5).assumptions);
    workspace.assumptions.merge(
        assuming({Quantity::supplyShare, "EU27", "bismuth", "refine/2020/CHN"}, std::nullopt).assumptions);
    const auto list = moved(workspace, data);
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(list[0].how, Moved::How::changed);
    EXPECT_EQ(list[1].how, Moved::How::changed);
    EXPECT_EQ(list[2].how, Moved::How::appeared);
}

TEST(Published, FiguresOfTheBundledDataset) {
    const Dataset& data = *bundled();
    const auto chromium = published(data, {Quantity::stock, "KOR", "chromium", ""});
    ASSERT_TRUE(chromium.has_value());
    EXPECT_EQ(*chromium, 9036.0);
    EXPECT_GT(published(data, {Quantity::price, "", "cobalt", ""}).value_or(0.0), 10000.0);
    EXPECT_GT(published(data, {Quantity::production, "COD", "cobalt", "mine"}).value_or(0.0), 100000.0);
    EXPECT_GT(published(data, {Quantity::consumption, "CHN", "copper", ""}).value_or(0.0), 1e7);
    EXPECT_EQ(published(data, {Quantity::severity, "", "", "ban"}), 1.0);
    EXPECT_NEAR(published(data, {Quantity::recyclingRate, "", "cobalt", ""}).value_or(0.0), 0.22, 1e-12);
    EXPECT_EQ(published(data, {Quantity::substitutionIndex, "", "cobalt", ""}), std::nullopt);
    const auto stability = [&](const char* detail) {
        return published(data, {Quantity::governance, "COD", "", detail});
    };
    EXPECT_LT(stability("pv/2022").value_or(0.0), -1.0);
    EXPECT_EQ(stability("pv"), stability("pv/2023"));
    EXPECT_EQ(stability("pv/2025"), std::nullopt);
    EXPECT_EQ(published(data, {Quantity::reserves, "AUS", "antimony", "2024"}), 140000.0);
    EXPECT_EQ(published(data, {Quantity::reserves, "AUS", "antimony", ""}), 110000.0);
    EXPECT_EQ(published(data, {Quantity::reserves, "AUS", "antimony", "1950"}), std::nullopt);
    EXPECT_NEAR(published(data, {Quantity::netImportReliance, "USA", "cobalt", "2023"}).value_or(0.0), 0.69, 1e-12);
    EXPECT_EQ(published(data, {Quantity::netImportReliance, "KOR", "cobalt", ""}), std::nullopt);
    EXPECT_EQ(published(data, {Quantity::supplyShare, "EU27", "bismuth", "refine/CHN"}), 0.5);
    EXPECT_EQ(published(data, {Quantity::supplyShare, "EU27", "bismuth", "refine/2020/AUS"}), std::nullopt);
    EXPECT_EQ(published(data, {Quantity::stake, "", "", "Mutanda|Glencore"}), 0.95);
    EXPECT_EQ(published(data, {Quantity::stake, "", "", "Mutanda|nobody"}), std::nullopt);
    EXPECT_EQ(published(data, {Quantity::controlShare, "COD", "cobalt", "mine/2023/CHN"}), 0.8);
    EXPECT_EQ(published(data, {Quantity::controlShare, "COD", "cobalt", "mine/CHN"}), 0.8);
    EXPECT_EQ(published(data, {Quantity::facilityOutput, "", "cobalt", "mine|Mutanda"}), 11200.0);
    EXPECT_EQ(published(data, {Quantity::facilityOutput, "", "copper", "mine|Mutanda"}), 103200.0);
    EXPECT_EQ(published(data, {Quantity::facilityOutput, "", "cobalt", "refine|Mutanda"}), std::nullopt);
    EXPECT_GT(published(data, {Quantity::tradeValue, "JPN", "magnesium", "refine/2024/CHN"}).value_or(0.0), 1e6);
    EXPECT_GT(published(data, {Quantity::economicImportance, "EU27", "cobalt", ""}).value_or(0.0), 1.0);
    EXPECT_EQ(published(data, {Quantity::economicImportance, "USA", "cobalt", ""}), std::nullopt);
    EXPECT_GT(published(data, {Quantity::expectedLoss, "USA", "gallium", ""}).value_or(0.0), 1e8);
    EXPECT_EQ(published(data, {Quantity::expectedLoss, "JPN", "gallium", ""}), std::nullopt);
    EXPECT_EQ(published(data, {Quantity::inability, "COD", "", ""}), std::nullopt);
    EXPECT_EQ(published(data, {Quantity::floor, "KOR", "cobalt", ""}), std::nullopt);
    EXPECT_EQ(published(data, {Quantity::stock, "XXX", "cobalt", ""}), std::nullopt);
}
