#include "core/export/table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace adit;

namespace {

Table table() {
    Table t;
    t.title = "Who mines cobalt";
    t.context = "Cobalt, Co content · mine · 2022";
    t.source = "Source: World Mining Data";
    t.columns = {{"economy", "Producer", "", Align::left}, {"quantity_t", "Output", "t", Align::right}};
    t.rows = {{Cell::text("Côte d'Ivoire, \"CIV\""), Cell::number(115371.25, "115\u202F371")},
              {Cell::text("United States"), Cell::missing(State::withheld)},
              {Cell::text("Chile"), Cell::number(0.0, "0")},
              {Cell::text("Peru"), Cell::missing(State::unknown)}};
    return t;
}

}  // namespace

TEST(Csv, QuotesWhatNeedsItAndKeepsNumbersWhole) {
    EXPECT_EQ(toCsv(table()),
              "economy,quantity_t\n\"Côte d'Ivoire, \"\"CIV\"\"\",115371.25\nUnited States,W\nChile,0\nPeru,n/a\n");
}

TEST(Csv, CarriesItsSourceWhereAsked) {
    const std::string csv = toCsv(table(), Surroundings::all);
    EXPECT_TRUE(
        csv.ends_with("\n\nWho mines cobalt\n\"Cobalt, Co content · mine · 2022\"\nSource: World Mining Data\n"))
        << csv;
}

TEST(Json, AMissingCellIsNullAndSaysWhy) {
    const auto rows = nlohmann::json::parse(toJson(table()));
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0]["quantity_t"], 115371.25);
    EXPECT_TRUE(rows[1]["quantity_t"].is_null());
    EXPECT_EQ(rows[1]["states"]["quantity_t"], "withheld");
    EXPECT_EQ(rows[2]["quantity_t"], 0.0);
    EXPECT_FALSE(rows[2].contains("states"));
    EXPECT_EQ(rows[3]["states"]["quantity_t"], "unknown");
}

TEST(TextTable, LinesUpByCharactersNotBytes) {
    EXPECT_EQ(toText(table()),
              "Producer              Output, t\n"
              "Côte d'Ivoire, \"CIV\"    115\u202F371\n"
              "United States                 W\n"
              "Chile                         0\n"
              "Peru                        n/a\n");
}
