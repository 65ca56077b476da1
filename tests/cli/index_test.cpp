#include "app/cli/commands/index.h"

#include "core/index/registry.h"
#include "tests/support/verbs.h"

#include <set>

using namespace adit;
using cli::Exit;
using test::json;
using test::Output;
using test::run;

TEST(IndexCommand, ListsEveryIndex) {
    const auto rows = json({"index", "list"});
    EXPECT_GE(rows.size(), 16U);
    EXPECT_EQ(rows[2]["index"], "hhi");
    EXPECT_NE(run({"index", "list"}).out.find("effective-suppliers"), std::string::npos);
}

TEST(IndexCommand, GivesCobaltMinesOf2022) {
    const auto rows = json({"index", "hhi", "--mineral", "cobalt", "--stage", "mine", "--year", "2022"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_NEAR(rows[0]["value"], 0.4929, 0.00005);
    EXPECT_EQ(rows[0]["inputs"][0]["name"], "DR Congo");
    EXPECT_EQ(rows[0]["edition"], "2026.1");
}

TEST(IndexCommand, WalksARangeOfYears) {
    EXPECT_EQ(json({"index", "hhi", "--mineral", "cobalt", "--stage", "mine", "--year", "2018..2022"}).size(), 5U);
}

TEST(IndexCommand, TakesTheLatestYearOfEveryMarketByDefault) {
    const auto rows = json({"index", "hhi", "--mineral", "all"});
    EXPECT_GE(rows.size(), 70U);
    std::set<std::pair<std::string, std::string>> markets;
    for (const auto& row : rows)
        EXPECT_TRUE(markets.emplace(row["mineral"], row["stage"]).second) << row["mineral"];
    EXPECT_EQ(json({"index", "hhi", "--mineral", "cobalt", "--stage", "mine"})[0]["year"], 2025);
}

TEST(IndexCommand, KnowsNamesAndAliases) {
    EXPECT_EQ(json({"index", "share", "--mineral", "Cobalt", "--stage", "mine", "--year", "2022", "--for",
                    "dr congo"})[0]["for"],
              "COD");
}

TEST(IndexCommand, ControlFollowsTheRule) {
    const auto by = [](std::string rule) {
        return json({"index", "share", "--mineral", "cobalt", "--stage", "mine", "--year", "2023", "--view",
                     "controlled", "--for", "CHN", "--rule", std::move(rule)})[0]["value"]
            .get<double>();
    };
    EXPECT_GT(by("operator"), by("equity"));
}

TEST(IndexCommand, AYearWithoutFiguresIsAbsentAndNotZero) {
    const auto rows = json({"index", "hhi", "--mineral", "cobalt", "--stage", "mine", "--year", "1950"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_TRUE(rows[0]["value"].is_null());
}

TEST(IndexCommand, AnotherSourceStandsBeside) {
    const auto rows =
        json({"index", "hhi-10k", "--mineral", "cobalt", "--stage", "mine", "--year", "2022", "--source", "bgs-wms"});
    EXPECT_EQ(rows[0]["inputs"][0]["source"], "bgs-wms");
    EXPECT_NEAR(rows[0]["value"], 4950, 1.0);
}

TEST(IndexCommand, UnknownNamesNameTheNearest) {
    const Output index = run({"index", "hih", "--mineral", "cobalt"});
    EXPECT_EQ(index.code, Exit::badInput);
    EXPECT_NE(index.err.find("nearest: hhi"), std::string::npos) << index.err;
    EXPECT_NE(run({"index", "hhi", "--mineral", "cobolt"}).err.find("nearest: cobalt"), std::string::npos);
    EXPECT_NE(run({"index", "hhi", "--mineral", "cobalt", "--stage", "mien"}).err.find("nearest: mine"),
              std::string::npos);
    EXPECT_NE(run({"index", "hhi", "--mineral", "cobalt", "--source", "usgs"}).err.find("usgs-mcs"), std::string::npos);
    EXPECT_EQ(run({"index", "hhi", "--mineral", "cobalt", "--for", "XYZ"}).code, Exit::badInput);
    EXPECT_EQ(run({"index", "hhi", "--mineral", "cobalt", "--year", "20x2"}).code, Exit::badInput);
    EXPECT_EQ(run({"index", "hhi"}).code, Exit::badInput);
    EXPECT_EQ(run({"index", "share", "--mineral", "cobalt"}).code, Exit::badInput);
}

TEST(IndexCommand, ExplainsTheFormulaAndTheInputs) {
    const Output r = run({"index", "hhi-10k", "--mineral", "cobalt", "--stage", "mine", "--year", "2022", "--explain"});
    EXPECT_NE(r.out.find("= 69.5² + 5.8² + 5.4² + 3.5² + …"), std::string::npos) << r.out;
    EXPECT_NE(r.out.find("DR Congo"), std::string::npos);
}

TEST(IndexCommand, LooksThroughTheHubsThatAreAskedFor) {
    const auto figure = [](const std::string& hubs) {
        return json({"index", "supply-hhi", "--for", "DEU", "--mineral", "magnesium", "--stage", "refine", "--year",
                     "2024", "--hubs", hubs})[0];
    };
    double expected = 0.0;
    for (const auto& row : json({"supply", "--for", "DEU", "--mineral", "magnesium", "--year", "2024"})) {
        if (row["supplier"] != "unknown")
            expected += row["looked_through"].get<double>() * row["looked_through"].get<double>();
    }
    EXPECT_NEAR(figure("auto")["value"].get<double>(), expected, 1e-12);
    EXPECT_LT(figure("none")["value"], figure("auto")["value"]);
    const auto listed = figure("NLD,BEL");
    EXPECT_NE(listed["formula"].dump().find("hubs looked through (as asked for): Belgium and Netherlands"),
              std::string::npos)
        << listed["formula"];
    EXPECT_EQ(figure("none"), json({"index", "supply-hhi", "--for", "DEU", "--mineral", "magnesium", "--stage",
                                    "refine", "--year", "2024"})[0]);
}

TEST(IndexCommand, ItsHelpNamesTheIndicesThatLookThroughHubs) {
    for (const index::Definition* definition : index::all()) {
        const bool isNamed = cli::indexUsage.find(definition->id) != std::string_view::npos;
        EXPECT_TRUE(isNamed || !definition->throughHubs) << definition->id;
    }
}

TEST(IndexCommand, AnIndexThatIsOfNoSupplyLooksThroughNoHubs) {
    const Output r = run({"index", "hhi", "--mineral", "cobalt", "--hubs", "auto"});
    EXPECT_EQ(r.code, Exit::badInput);
    EXPECT_NE(r.err.find("supply-hhi"), std::string::npos) << r.err;
    EXPECT_EQ(run({"index", "hhi", "--mineral", "cobalt", "--hubs", "none"}).code, Exit::ok);
    EXPECT_EQ(run({"index", "supply-hhi", "--for", "DEU", "--mineral", "copper", "--hubs", "G7"}).code, Exit::badInput);
}

TEST(IndexCommand, TheExampleOfItsHelpWorks) {
    const std::string usage(cli::indexUsage);
    const std::string mark = "\n  adit-cli ";
    std::istringstream example(usage.substr(usage.rfind(mark) + mark.size()));
    std::vector<std::string> words;
    for (std::string word; example >> word;)
        words.push_back(word);
    EXPECT_EQ(run(words).code, Exit::ok);
}
