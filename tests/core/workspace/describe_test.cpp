#include "core/workspace/describe.h"

#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

namespace {

// What an edit says on a workspace where others came before it.
std::string said(const Edit& edit, const std::vector<Edit>& earlier = {}) {
    Workspace workspace;
    EXPECT_TRUE(applyTo(workspace, earlier));
    return describe(edit, inverseOf(workspace, edit), bundled().get());
}

const Key koreaStock = stockOf("KOR");

}  // namespace

TEST(WorkspaceWords, AFigureWithOldAndNewValue) {
    EXPECT_EQ(said(setStock("KOR", 2400), {setStock("KOR", 1900)}),
              "South Korea, cobalt: stock 1\u202F900\u202Ft \u2192 2\u202F400\u202Ft");
    EXPECT_EQ(said(setStock("KOR", 2400)), "South Korea, cobalt: stock set to 2\u202F400\u202Ft");
    EXPECT_EQ(said(SetAssumption{koreaStock, std::nullopt}, {setStock("KOR", 2400)}),
              "South Korea, cobalt: stock back to the baseline (was 2\u202F400\u202Ft)");
    EXPECT_EQ(said(SetAssumption{koreaStock, Assumption{.central = 5, .baseline = 4.5}}),
              "South Korea, cobalt: stock 4.5\u202Ft (published) \u2192 5\u202Ft");
}

TEST(WorkspaceWords, ARangeAndANote) {
    EXPECT_EQ(said(SetAssumption{koreaStock, Assumption{.central = 5, .low = 4}}, {setStock("KOR", 5)}),
              "South Korea, cobalt: stock 5\u202Ft \u2192 5\u202Ft (4\u202Ft to 5\u202Ft)");
    EXPECT_EQ(said(SetAssumption{koreaStock, Assumption{.central = 5, .note = "ministry"}}, {setStock("KOR", 5)}),
              "South Korea, cobalt: stock 5\u202Ft, note changed");
    EXPECT_EQ(said(SetAssumption{koreaStock, Assumption{.central = 5, .edition = "2026.2"}}, {setStock("KOR", 5)}),
              "South Korea, cobalt: stock 5\u202Ft, set against edition 2026.2");
}

TEST(WorkspaceWords, EveryQuantityHasNameAndUnit) {
    const auto set = [](Key key, double x) { return said(SetAssumption{std::move(key), Assumption{.central = x}}); };
    EXPECT_EQ(set({Quantity::floor, "KOR", "cobalt", ""}, 1), "South Korea, cobalt: floor set to 1\u202Ft");
    EXPECT_EQ(set({Quantity::releaseLimit, "KOR", "cobalt", ""}, 1),
              "South Korea, cobalt: release limit set to 1\u202Ft/d");
    EXPECT_EQ(set({Quantity::consumption, "KOR", "cobalt", ""}, 0.25),
              "South Korea, cobalt: consumption set to 0.25\u202Ft/yr");
    EXPECT_EQ(set({Quantity::targetDays, "KOR", "cobalt", ""}, 60), "South Korea, cobalt: target set to 60\u202Fd");
    EXPECT_EQ(set({Quantity::price, "", "cobalt", ""}, 33000), "cobalt: price set to 33\u202F000\u202FUSD/t");
    EXPECT_EQ(set({Quantity::severity, "", "", "tax"}, 0.2), "severity of export tax set to 0.2");
    EXPECT_EQ(set({Quantity::production, "KOR", "cobalt", "mine"}, 3),
              "South Korea, cobalt: mine production set to 3\u202Ft/yr");
    EXPECT_EQ(set({Quantity::imports, "KOR", "cobalt", "refine/COD"}, 3),
              "South Korea, cobalt: refine imports from DR Congo set to 3\u202Ft/yr");
    EXPECT_EQ(set({Quantity::governance, "COD", "", "pv/2023"}, -1.5),
              "DR Congo, political stability in 2023 set to \u22121.5");
    EXPECT_EQ(set({Quantity::governance, "COD", "", "cc"}, 0.25), "DR Congo, control of corruption set to 0.25");
    EXPECT_EQ(set({Quantity::recyclingRate, "", "cobalt", ""}, 0.5), "cobalt: recycling rate set to 0.5");
    EXPECT_EQ(set({Quantity::substitutionIndex, "", "cobalt", ""}, 0.8), "cobalt: substitution index set to 0.8");
    EXPECT_EQ(set({Quantity::reserves, "AUS", "antimony", "2025"}, 5000),
              "Australia, antimony: reserves in 2025 set to 5\u202F000\u202Ft");
    EXPECT_EQ(set({Quantity::netImportReliance, "KOR", "cobalt", ""}, 0.5),
              "South Korea, cobalt: net import reliance set to 0.5");
    EXPECT_EQ(set({Quantity::facilityOutput, "", "cobalt", "mine|Mutanda"}, 12000),
              "cobalt: mine output of Mutanda set to 12\u202F000\u202Ft/yr");
    EXPECT_EQ(set({Quantity::tradeValue, "KOR", "cobalt", "refine/2023/COD"}, 3),
              "South Korea, cobalt: refine imports by value from DR Congo in 2023 set to 3\u202FUSD/yr");
    EXPECT_EQ(set({Quantity::economicImportance, "EU27", "cobalt", ""}, 6.5),
              "EU27, cobalt: economic importance set to 6.5");
    EXPECT_EQ(set({Quantity::expectedLoss, "USA", "gallium", ""}, 5),
              "United States, gallium: expected loss of GDP set to 5\u202FUSD");
    EXPECT_EQ(set({Quantity::stake, "", "", "Mutanda|Glencore"}, 0.5), "stake of Glencore in Mutanda set to 0.5");
    EXPECT_EQ(set({Quantity::controlShare, "COD", "cobalt", "mine/2023/CHN"}, 0.5),
              "DR Congo, cobalt: mine output controlled by China in 2023 set to 0.5");
    EXPECT_EQ(set({Quantity::inability, "COD", "", ""}, 0.5), "DR Congo, inability to supply set to 0.5");
    EXPECT_EQ(set({Quantity::economicVulnerability, "USA", "cobalt", ""}, 0.5),
              "United States, cobalt: economic vulnerability set to 0.5");
    EXPECT_EQ(set({Quantity::supplyShare, "EU27", "bismuth", "refine/2020/CHN"}, 0.8),
              "EU27, bismuth: refine supply from China in 2020 set to 0.8");
}

TEST(WorkspaceWords, TwoFiguresThatDifferNeverReadTheSame) {
    EXPECT_NE(valueWords(Quantity::stock, {.central = 115371}), valueWords(Quantity::stock, {.central = 115372}));
    EXPECT_NE(valueWords(Quantity::stock, {.central = 0.1}), valueWords(Quantity::stock, {.central = 0.1000001}));
}

TEST(WorkspaceWords, MeasuresBlocsAndDocuments) {
    OwnMeasure changed = ban("own-1");
    changed.effective = "2028";
    changed.note = "later";
    EXPECT_EQ(said(SetMeasure{"own-1", ban("own-1")}),
              "own measure added: ban by Indonesia on nickel (mine) from 2027");
    EXPECT_EQ(said(SetMeasure{"own-1", changed}, {SetMeasure{"own-1", ban("own-1")}}),
              "own measure changed: ban by Indonesia on nickel (mine) from 2028: effective and note");
    EXPECT_EQ(said(SetMeasure{"own-1", std::nullopt}, {SetMeasure{"own-1", ban("own-1")}}),
              "own measure removed: ban by Indonesia on nickel (mine) from 2027");
    EXPECT_EQ(said(SetBloc{"V4", OwnBloc{"V4", "Visegrad", {"CZE", "POL"}}}), "bloc Visegrad added: CZE, POL");
    EXPECT_EQ(said(SetDocument{{DocumentKind::scenario, "Ban"}, "{}"}), "scenario \u201CBan\u201D added");
}

TEST(WorkspaceWords, AStepOfManyNamesTheFirst) {
    const std::vector<Edit> edits{setStock("KOR", 1), setStock("JPN", 2)};
    Workspace workspace;
    const auto inverse = applyTo(workspace, edits);
    EXPECT_EQ(describe(edits, *inverse, nullptr), "2 changes, the first: KOR, cobalt: stock set to 1\u202Ft");
    EXPECT_EQ(describe(std::span<const Edit>{}, {}, nullptr), "");
}
