// Rows and JSON texts give back what was put in.
#include "core/workspace/record.h"

#include "tests/core/workspace/samples.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

TEST(WorkspaceRecord, EveryKindOfEditComesBackFromItsRow) {
    for (const Edit& edit : everything().edits) {
        const auto back = editFrom(tableOf(edit), recordOf(edit));
        ASSERT_TRUE(back.has_value()) << back.error().text;
        EXPECT_EQ(*back, edit);
    }
}

TEST(WorkspaceRecord, EveryKindOfEditComesBackFromItsText) {
    std::vector<Edit> edits = everything().edits;
    for (Edit edit : everything().edits) {
        std::visit([](auto& one) { one.value.reset(); }, edit);
        edits.push_back(std::move(edit));
    }
    const auto back = editsFrom(toJson(edits));
    ASSERT_TRUE(back.has_value()) << back.error().text;
    EXPECT_EQ(*back, edits);
}

RC_GTEST_PROP(WorkspaceRecord, EveryFigureComesBackToTheLastBit, ()) {
    const double x = std::abs(*rc::gen::arbitrary<double>());
    RC_PRE(std::isfinite(x));
    const std::vector<Edit> edits{setStock("KOR", x)};
    const auto back = editsFrom(toJson(edits));
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == edits);
}

TEST(WorkspaceRecord, ASealKnowsTableOrderAndKind) {
    const Record record{std::string("a"), std::string("b"), 1.0};
    const std::int64_t seal = sealOf("t", record);
    EXPECT_EQ(seal, sealOf("t", record));
    EXPECT_NE(seal, sealOf("u", record));
    EXPECT_NE(seal, sealOf("t", {std::string("ab"), std::string(), 1.0}));
    EXPECT_NE(seal, sealOf("t", {std::string("b"), std::string("a"), 1.0}));
    EXPECT_NE(seal, sealOf("t", {std::string("a"), std::string("b"), std::int64_t{1}}));
    EXPECT_NE(seal, sealOf("t", {std::string("a"), std::string("b"), {}, 1.0}));
}

TEST(WorkspaceRecord, AColumnAddedLaterLeavesTheSealsOfOldRows) {
    const Record old{std::string("a"), 1.0};
    EXPECT_EQ(sealOf("t", old), sealOf("t", {std::string("a"), 1.0, {}}));
}

TEST(WorkspaceRecord, ARowWithoutSenseIsRefused) {
    const auto why = [](const TableShape& table, const Record& record) {
        const auto edit = editFrom(table, record);
        return edit ? "taken" : edit.error().text;
    };
    EXPECT_EQ(why(tables::blocs, {std::string("V4")}), "a row of blocs makes no sense: a cell is of the wrong kind");
    EXPECT_EQ(why(tables::blocs, {std::string("V4"), std::string("Visegrad"), std::string()}),
              "a row of blocs makes no sense: a bloc needs a member");
    EXPECT_EQ(why(tables::documents, {std::string("poem"), std::string("x"), std::string("{}")}),
              "a row of documents makes no sense: a cell is of the wrong kind");
}

TEST(WorkspaceRecord, BrokenTextsAreRefused) {
    for (const char* text : {"", "{", "[1]", "[{}]", R"([{"set": "poems"}])", R"([{"set": "blocs", "id": 5}])",
                             R"([{"remove": 7}])", R"({"a": 1})"})
        EXPECT_FALSE(editsFrom(text)) << text;
}
