#include "core/workspace/edit.h"

#include <gtest/gtest.h>

#include <limits>

using namespace adit;
using namespace adit::workspace;

namespace {

const Key koreaStock{Quantity::stock, "KOR", "cobalt", ""};

Edit setStock(double tonnes) {
    return SetAssumption{koreaStock, Assumption{.central = tonnes}};
}

OwnMeasure ban() {
    return {.id = "own-1", .imposer = "IDN", .mineral = "nickel", .stage = Stage::mine, .effective = "2027"};
}

std::string fieldOf(const Status& status) {
    return status ? "accepted" : status.error().place.column;
}

std::string fieldFor(const Key& key, const Assumption& assumption) {
    return fieldOf(check(key, assumption));
}

}  // namespace

TEST(WorkspaceEdit, TheInverseOfAFirstValueTakesItAway) {
    Workspace workspace;
    const auto inverse = applyTo(workspace, setStock(1900));
    ASSERT_TRUE(inverse);
    EXPECT_EQ(workspace.assumptions.at(koreaStock).central, 1900);
    ASSERT_TRUE(applyTo(workspace, *inverse));
    EXPECT_EQ(workspace, Workspace{});
}

TEST(WorkspaceEdit, TheInverseOfAChangeIsTheOldValue) {
    Workspace workspace;
    ASSERT_TRUE(applyTo(workspace, setStock(1900)));
    const Workspace before = workspace;
    const auto inverse = applyTo(workspace, setStock(2400));
    ASSERT_TRUE(inverse);
    EXPECT_EQ(*inverse, setStock(1900));
    ASSERT_TRUE(applyTo(workspace, *inverse));
    EXPECT_EQ(workspace, before);
}

TEST(WorkspaceEdit, EveryKindIsTakenBackInReverseOrder) {
    Workspace workspace;
    const std::vector<Edit> edits{setStock(1),
                                  setStock(2),
                                  SetMeasure{"own-1", ban()},
                                  SetBloc{"V4", OwnBloc{"V4", "Visegrad", {"CZE", "HUN", "POL", "SVK"}}},
                                  SetDocument{{DocumentKind::scenario, "Ban"}, "{}"},
                                  SetView{"page", "stockpiles"},
                                  SetMeasure{"own-1", std::nullopt}};
    const auto inverse = applyTo(workspace, edits);
    ASSERT_TRUE(inverse);
    EXPECT_EQ(workspace.assumptions.at(koreaStock).central, 2);
    EXPECT_TRUE(workspace.measures.empty());
    EXPECT_EQ(workspace.blocs.size() + workspace.documents.size() + workspace.view.size(), 3U);
    ASSERT_TRUE(applyTo(workspace, *inverse));
    EXPECT_EQ(workspace, Workspace{});
}

TEST(WorkspaceEdit, OneBadEditOfAStepLeavesAllAsItWas) {
    Workspace workspace;
    const std::vector<Edit> edits{setStock(5), setStock(-1)};
    const auto outcome = applyTo(workspace, edits);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().place.column, "central");
    EXPECT_EQ(workspace, Workspace{});
}

TEST(WorkspaceEdit, TheTimeOfAnAssumptionIsNoChange) {
    Workspace workspace;
    ASSERT_TRUE(applyTo(workspace, setStock(5)));
    EXPECT_FALSE(changes(workspace, SetAssumption{koreaStock, Assumption{.central = 5, .at = "2026-01-01T00:00:00Z"}}));
    EXPECT_TRUE(changes(workspace, SetAssumption{koreaStock, Assumption{.central = 5, .note = "ministry"}}));
    EXPECT_TRUE(changes(workspace, setStock(6)));
    EXPECT_TRUE(changes(workspace, SetAssumption{koreaStock, std::nullopt}));
    EXPECT_FALSE(changes(workspace, SetMeasure{"none", std::nullopt}));
}

TEST(WorkspaceEdit, TargetsAreTheSameByKindAndKey) {
    EXPECT_EQ(targetOf(setStock(1)), targetOf(setStock(2)));
    EXPECT_NE(targetOf(SetMeasure{"a", {}}), targetOf(SetBloc{"a", {}}));
    EXPECT_NE(targetOf(SetMeasure{"a", {}}), targetOf(SetMeasure{"b", {}}));
    EXPECT_NE(targetOf(SetAssumption{{Quantity::stock, "A", "BC", ""}, {}}),
              targetOf(SetAssumption{{Quantity::stock, "AB", "C", ""}, {}}));
}

TEST(WorkspaceAssumption, FiguresOutOfPlaceAreRefusedByField) {
    EXPECT_EQ(fieldFor(koreaStock, {.central = 0}), "accepted");
    EXPECT_EQ(fieldFor(koreaStock, {.central = -1}), "central");
    EXPECT_EQ(fieldFor(koreaStock, {.central = std::numeric_limits<double>::infinity()}), "central");
    EXPECT_EQ(fieldFor(koreaStock, {.central = std::numeric_limits<double>::quiet_NaN()}), "central");
    EXPECT_EQ(fieldFor(koreaStock, {.central = 5, .low = 6}), "low");
    EXPECT_EQ(fieldFor(koreaStock, {.central = 5, .low = -1}), "low");
    EXPECT_EQ(fieldFor(koreaStock, {.central = 5, .high = 4}), "high");
    EXPECT_EQ(fieldFor(koreaStock, {.central = 5, .note = "\xff"}), "note");
    EXPECT_EQ(fieldFor({Quantity::severity, "", "", "ban"}, {.central = 1.5}), "central");
    EXPECT_EQ(fieldFor({Quantity::severity, "", "", "ban"}, {.central = 0.9, .high = 1.1}), "high");
    EXPECT_EQ(fieldFor({Quantity::price, "", "cobalt", ""}, {.central = 30000}), "accepted");
}

TEST(WorkspaceAssumption, AKeyHasThePartsOfItsQuantity) {
    EXPECT_EQ(fieldOf(check(Key{Quantity::stock, "", "cobalt", ""})), "economy");
    EXPECT_EQ(fieldOf(check(Key{Quantity::stock, "KOR", "", ""})), "mineral");
    EXPECT_EQ(fieldOf(check(Key{Quantity::price, "KOR", "cobalt", ""})), "economy");
    EXPECT_EQ(fieldOf(check(Key{Quantity::severity, "", "", "boycott"})), "detail");
    EXPECT_EQ(fieldOf(check(Key{Quantity::production, "COD", "cobalt", ""})), "detail");
    EXPECT_EQ(fieldOf(check(Key{Quantity::production, "COD", "cobalt", "mine"})), "accepted");
    EXPECT_EQ(fieldOf(check(Key{Quantity::imports, "KOR", "cobalt", "refine"})), "detail");
    EXPECT_EQ(fieldOf(check(Key{Quantity::imports, "KOR", "cobalt", "refine/COD"})), "accepted");
}

TEST(WorkspaceAssumption, EveryQuantityHasAnIdOfItsOwn) {
    for (std::size_t i = 0; i < quantities; ++i) {
        const auto quantity = static_cast<Quantity>(i);
        EXPECT_EQ(quantityFrom(id(quantity)), quantity);
    }
    EXPECT_FALSE(quantityFrom("stok"));
}

TEST(WorkspaceMeasure, IsRefusedByField) {
    EXPECT_EQ(fieldOf(check(ban())), "accepted");
    OwnMeasure measure = ban();
    measure.imposer = " ";
    EXPECT_EQ(fieldOf(check(measure)), "imposer");
    measure = ban();
    measure.targets = {"KOR"};
    EXPECT_EQ(fieldOf(check(measure)), "targets");
    measure.againstAll = false;
    EXPECT_EQ(fieldOf(check(measure)), "accepted");
    measure.targets = {"KOR", "KOR"};
    EXPECT_EQ(fieldOf(check(measure)), "targets");
    measure = ban();
    measure.ended = "2026-12-31";
    EXPECT_EQ(fieldOf(check(measure)), "ended");
    measure.ended = "soon";
    EXPECT_EQ(fieldOf(check(measure)), "ended");
    measure = ban();
    measure.severity = OwnSeverity{.central = 0.5, .low = 0.6};
    EXPECT_EQ(fieldOf(check(measure)), "severity_low");
}

TEST(WorkspaceMeasure, GoesOnlyToThePlaceOfItsId) {
    Workspace workspace;
    EXPECT_EQ(fieldOf(check(SetMeasure{"own-2", ban()})), "id");
}

TEST(WorkspaceBloc, NeedsNameAndMembers) {
    EXPECT_EQ(fieldOf(check(OwnBloc{"V4", "", {"CZE"}})), "name");
    EXPECT_EQ(fieldOf(check(OwnBloc{"V4", "Visegrad", {}})), "members");
    EXPECT_EQ(fieldOf(check(OwnBloc{"V4", "Visegrad", {"CZE", ""}})), "members");
}

TEST(WorkspaceDocument, IsAJsonTextWithAName) {
    EXPECT_EQ(fieldOf(check(SetDocument{{DocumentKind::briefing, ""}, "{}"})), "name");
    EXPECT_EQ(fieldOf(check(SetDocument{{DocumentKind::briefing, "July"}, "{"})), "content");
    EXPECT_EQ(fieldOf(check(SetDocument{{DocumentKind::briefing, "July"}, "{}"})), "accepted");
}
