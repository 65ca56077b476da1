#include "core/export/figures.h"

#include "tests/support/index_case.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace adit;
using adit::test::IndexCase;

namespace {

ComputedFigure computed(const IndexCase& c, std::string_view id) {
    return {index::find(id), c.query(), c.compute(id)};
}

}  // namespace

TEST(FiguresAsJson, HaveTheAgreedKeysInOrder) {
    const IndexCase c({{"CHN", 60.0}, {"COD", 40.0, DataFlag::estimated}});
    const ComputedFigure figure = computed(c, "hhi");
    const auto rows = nlohmann::ordered_json::parse(toJson(std::span(&figure, 1)));
    std::vector<std::string> keys;
    for (const auto& [key, value] : rows[0].items())
        keys.push_back(key);
    EXPECT_EQ(keys, (std::vector<std::string>{"index", "mineral", "stage", "year", "for", "view", "value", "lo", "hi",
                                              "unit", "flags", "formula", "inputs", "edition"}));
    EXPECT_DOUBLE_EQ(rows[0]["value"], 0.52);
    EXPECT_EQ(rows[0]["flags"], nlohmann::ordered_json::array({"est"}));
    EXPECT_EQ(rows[0]["inputs"][0]["name"], "China");
    EXPECT_EQ(rows[0]["inputs"][1]["state"], "estimated");
    EXPECT_EQ(rows[0]["inputs"][1]["source"], "s");
    EXPECT_TRUE(rows[0]["for"].is_null());
}

TEST(FiguresAsJson, AnAbsentValueIsNullWithItsBounds) {
    const IndexCase c({{"CHN", 60.0}, {"COD", 20.0}, {"USA", {}, test::withheld}});
    const ComputedFigure figure = computed(c, "hhi");
    const auto rows = nlohmann::json::parse(toJson(std::span(&figure, 1)));
    EXPECT_TRUE(rows[0]["value"].is_null());
    EXPECT_NEAR(rows[0]["lo"], 0.44, 1e-9);
    EXPECT_TRUE(rows[0]["inputs"][2]["value"].is_null());
    EXPECT_EQ(rows[0]["inputs"][2]["hi"], 20.0);
}

TEST(FiguresAsTable, AWithheldValueIsMarkedAndNotEmpty) {
    const IndexCase c({{"CHN", 60.0}, {"COD", 20.0}, {"USA", {}, test::withheld}});
    const ComputedFigure figure = computed(c, "hhi");
    EXPECT_NE(toCsv(figureTable(std::span(&figure, 1))).find("hhi,cobalt,mine,2024,,located,W,0.44"),
              std::string::npos);
}
