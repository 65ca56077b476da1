// Verbs that give figures give the window's own when the same workspace is laid over the data.
#include "core/index/registry.h"
#include "core/workspace/overlay.h"
#include "core/workspace/session.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace adit;
using namespace adit::workspace;

namespace {

class LaidOver : public testing::Test {
protected:
    LaidOver() {
        auto session = Session::create(m_file, test::ticking());
        Step step;
        const auto set = [&step](Quantity quantity, const char* economy, const char* mineral, const char* detail,
                                 double x) {
            step.edits.emplace_back(SetAssumption{{quantity, economy, mineral, detail}, Assumption{.central = x}});
        };
        set(Quantity::stock, "KOR", "cobalt", "", 2400.0);
        set(Quantity::floor, "KOR", "cobalt", "", 300.0);
        set(Quantity::consumption, "KOR", "cobalt", "", 8600.0);
        set(Quantity::targetDays, "KOR", "cobalt", "", 120.0);
        set(Quantity::price, "", "cobalt", "", 33000.0);
        set(Quantity::production, "AUS", "gallium", "refine", 400.0);
        set(Quantity::imports, "USA", "copper", "refine/2024/CHL", 9000.0);
        set(Quantity::exports, "USA", "copper", "refine/2024", 500.0);
        set(Quantity::production, "FIN", "cobalt", "refine/2021", 20000.0);
        set(Quantity::severity, "", "", "ban", 0.9);
        set(Quantity::governance, "CHL", "", "pv/2023", -2.0);
        set(Quantity::governance, "CHN", "", "cc", -2.0);
        set(Quantity::recyclingRate, "", "nickel", "", 0.6);
        set(Quantity::substitutionIndex, "", "nickel", "", 0.9);
        set(Quantity::netImportReliance, "KOR", "cobalt", "", 0.01);
        set(Quantity::supplyShare, "EU27", "bismuth", "refine/CHN", 0.8);
        set(Quantity::stake, "", "", "Mutanda|DR Congo (State)", 0.9);
        set(Quantity::facilityOutput, "", "copper", "mine|Mutanda", 150000.0);
        set(Quantity::tradeValue, "JPN", "magnesium", "refine/2024/CHN", 1e6);
        set(Quantity::economicImportance, "EU27", "cobalt", "", 7.5);
        set(Quantity::expectedLoss, "USA", "gallium", "", 3e9);
        set(Quantity::economicVulnerability, "EU27", "bismuth", "", 0.2);
        step.edits.emplace_back(SetMeasure{"own-1", OwnMeasure{.id = "own-1",
                                                               .imposer = "CHN",
                                                               .mineral = "magnesium",
                                                               .stage = Stage::refine,
                                                               .effective = "2024-03-01"}});
        EXPECT_TRUE(session && session->apply(std::move(step)));
        m_data = laidOver(test::bundled(), session->workspace()).data;
    }
    nlohmann::json asked(std::vector<std::string> words) const {
        words.insert(words.end(), {"--workspace", m_file.string(), "--format", "json"});
        const test::Ran ran = test::run(ADIT_CLI, words);
        EXPECT_EQ(ran.code, 0) << ran.err;
        return nlohmann::json::parse(ran.out);
    }

    test::TempFolder m_folder;
    std::filesystem::path m_file = m_folder.path() / "desk.adit";
    DatasetPtr m_data;
};

}  // namespace

TEST_F(LaidOver, FiguresAreThoseOfTheWindow) {
    std::size_t differing = 0;
    for (const auto& [id, mineral] : {std::pair{"stock", "cobalt"},
                                      {"days-of-cover", "cobalt"},
                                      {"net-cover", "cobalt"},
                                      {"stock-gap-cost", "cobalt"},
                                      {"hhi", "gallium"},
                                      {"governance-hhi", "gallium"},
                                      {"exposure-binary", "magnesium"},
                                      {"exposure-severity", "magnesium"},
                                      {"exposure-world", "magnesium"}}) {
        const index::Definition& definition = *index::find(id);
        index::Query query;
        query.data = m_data.get();
        query.mineral = *m_data->mineral(mineral);
        query.stage = Stage::refine;
        query.year = m_data->yearsOf(query.mineral, query.stage).back();
        query.economy = m_data->economy("KOR");
        const auto rows = asked({"index", id, "--mineral", mineral, "--stage", "refine", "--year",
                                 std::to_string(query.year), "--for", "KOR"});
        ASSERT_EQ(rows.size(), 1U) << id;
        const Figure figure = definition.compute(query);
        ASSERT_EQ(figure.value.has_value(), rows[0]["value"].is_number()) << id;
        if (figure.value) {
            EXPECT_DOUBLE_EQ(rows[0]["value"].get<double>(), *figure.value) << id;
        }
        query.data = test::bundled().get();
        differing += definition.compute(query).value != figure.value ? 1 : 0;
    }
    EXPECT_GE(differing, 8U);  // the workspace matters
}

TEST_F(LaidOver, ImportsExportsAndOutputOfAnyYearAreThoseOfTheWindow) {
    for (const auto& [id, mineral, economy, year] : {std::tuple{"supply-hhi", "copper", "USA", 2024},
                                                     {"import-reliance", "copper", "USA", 2024},
                                                     {"geopolrisk", "copper", "USA", 2024},
                                                     {"hhi", "cobalt", "FIN", 2021}}) {
        const index::Definition& definition = *index::find(id);
        index::Query query;
        query.data = m_data.get();
        query.mineral = *m_data->mineral(mineral);
        query.stage = Stage::refine;
        query.year = year;
        query.economy = m_data->economy(economy);
        const Figure figure = definition.compute(query);
        query.data = test::bundled().get();
        EXPECT_NE(definition.compute(query).bounds, figure.bounds) << id;
        const auto rows = asked(
            {"index", id, "--mineral", mineral, "--stage", "refine", "--year", std::to_string(year), "--for", economy});
        ASSERT_EQ(rows.size(), 1U) << id;
        ASSERT_EQ(figure.value.has_value(), rows[0]["value"].is_number()) << id;
        if (figure.value) {
            EXPECT_DOUBLE_EQ(rows[0]["value"].get<double>(), *figure.value) << id;
        }
    }
}

TEST_F(LaidOver, GovernanceRecyclingAndSubstitutionAreThoseOfTheWindow) {
    for (const auto& [id, mineral] : {std::pair{"governance-hhi", "magnesium"},
                                      {"geopolrisk", "copper"},
                                      {"trade-vulnerability", "copper"},
                                      {"eu-supply-risk", "nickel"}}) {
        const index::Definition& definition = *index::find(id);
        index::Query query;
        query.data = m_data.get();
        query.mineral = *m_data->mineral(mineral);
        query.stage = Stage::refine;
        query.year = 2023;
        query.economy = m_data->economy("USA");
        const Figure figure = definition.compute(query);
        query.data = test::bundled().get();
        EXPECT_NE(definition.compute(query).value, figure.value) << id;
        const auto rows = asked(
            {"index", id, "--mineral", mineral, "--stage", "refine", "--year", "2023", "--for", "USA", "--explain"});
        ASSERT_EQ(rows.size(), 1U) << id;
        ASSERT_TRUE(figure.value) << id;
        EXPECT_DOUBLE_EQ(rows[0]["value"].get<double>(), *figure.value) << id;
        EXPECT_NE(rows[0]["flags"].dump().find("assumed"), std::string::npos) << id;
        const auto isAssumed = [](const nlohmann::json& input) { return input["state"] == "assumed"; };
        EXPECT_TRUE(std::any_of(rows[0]["inputs"].begin(), rows[0]["inputs"].end(), isAssumed)) << id;
    }
}

TEST_F(LaidOver, OtherInputsAreThoseOfTheWindow) {
    struct Asked {
        const char* index;
        const char* mineral;
        Stage stage;
        const char* economy;
        int year;
    };
    for (const auto& [id, mineral, stage, economy, year] :
         {Asked{"net-import-reliance", "cobalt", Stage::refine, "KOR", 2023},
          Asked{"us-supply-risk", "cobalt", Stage::refine, "KOR", 2023},
          Asked{"us-supply-risk", "bismuth", Stage::refine, "EU27", 2022},
          Asked{"supply-hhi", "bismuth", Stage::refine, "EU27", 2022},
          Asked{"control-gap", "copper", Stage::mine, "", 2019},
          Asked{"economic-importance", "cobalt", Stage::refine, "EU27", 2023},
          Asked{"expected-loss", "gallium", Stage::refine, "USA", 2025},
          Asked{"control-gap", "cobalt", Stage::mine, "", 2023}}) {
        index::Query query;
        query.data = m_data.get();
        query.mineral = *m_data->mineral(mineral);
        query.stage = stage;
        query.year = year;
        query.economy = m_data->economy(economy);
        const Figure figure = index::find(id)->compute(query);
        query.data = test::bundled().get();
        EXPECT_NE(index::find(id)->compute(query).bounds, figure.bounds) << id;
        std::vector<std::string> words{"index",     id,
                                       "--mineral", mineral,
                                       "--stage",   std::string(adit::id(stage)),
                                       "--year",    std::to_string(year),
                                       "--explain"};
        if (query.economy) words.insert(words.end(), {"--for", economy});
        const auto rows = asked(words);
        ASSERT_EQ(rows.size(), 1U) << id;
        ASSERT_TRUE(figure.bounds) << id;
        EXPECT_DOUBLE_EQ(rows[0]["lo"].get<double>(), figure.bounds->lo) << id;
        EXPECT_DOUBLE_EQ(rows[0]["hi"].get<double>(), figure.bounds->hi) << id;
        EXPECT_NE(rows[0]["flags"].dump().find("assumed"), std::string::npos) << id;
    }
}

TEST_F(LaidOver, WhatIsAssumedOfAStudyStandsBesideIt) {
    const auto find = [](const nlohmann::json& rows) {
        const auto found = std::find_if(rows.begin(), rows.end(), [](const auto& r) { return r["row"] == "assumed"; });
        return found == rows.end() ? nlohmann::json() : *found;
    };
    const auto importance = asked({"importance", "--mineral", "cobalt"});
    EXPECT_EQ(find(importance)["value"], 7.5);
    EXPECT_EQ(find(importance)["verdict"], "met");
    EXPECT_GT(importance.size(), 1U);
    EXPECT_EQ(find(asked({"loss", "--mineral", "gallium"}))["value"], 3e9);
    EXPECT_TRUE(find(asked({"loss", "--mineral", "cobalt"})).is_null());
}

// The verb of the United States' method takes what the workspace says where no option does.
TEST_F(LaidOver, TheVerbOfTheUnitedStatesMethodTakesTheTermsOfTheWorkspace) {
    const auto rows =
        asked({"us-risk", "--mineral", "bismuth", "--stage", "refine", "--for", "EU27", "--year", "2022"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0]["vulnerability_lo"], 0.2);
    EXPECT_EQ(rows[0]["vulnerability_hi"], 0.2);
    const auto given = asked({"us-risk", "--mineral", "bismuth", "--stage", "refine", "--for", "EU27", "--year", "2022",
                              "--vulnerability", "0.5"});
    EXPECT_EQ(given[0]["vulnerability_hi"], 0.5);
}

TEST_F(LaidOver, AnInputThatIsAnAssumptionSaysSo) {
    const auto rows = asked({"index", "days-of-cover", "--mineral", "cobalt", "--stage", "refine", "--year", "2024",
                             "--for", "KOR", "--explain"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_NEAR(rows[0]["value"].get<double>(), 2100.0 / 8600.0 * 365.0, 1e-9);
    for (const auto& input : rows[0]["inputs"])
        EXPECT_EQ(input["state"], "assumed") << input;
}

TEST_F(LaidOver, CoverShowsTheStockAsAssumedAndConvertsProgrammesWithTheAssumedConsumption) {
    const auto rows = asked({"cover", "--for", "KOR", "--mineral", "cobalt"});
    ASSERT_GT(rows.size(), 1U);
    EXPECT_EQ(rows[0]["status"], "assumed");
    EXPECT_EQ(rows[0]["tonnes"], 2400.0);
    EXPECT_NEAR(rows[0]["days"].get<double>(), 2100.0 / 8600.0 * 365.0, 1e-9);
    for (const auto& row : rows) {
        EXPECT_EQ(row["consumption_t"], 8600.0);
        EXPECT_EQ(row["denominator"], "assumed");
    }
    EXPECT_NE(rows.dump().find("\"as assumed\""), std::string::npos);
    const auto all = asked({"cover", "--for", "all"});
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const auto& row) { return row["status"] == "assumed"; }));
}

TEST_F(LaidOver, AnOwnMeasureCountsInTheExposure) {
    const auto rows =
        asked({"exposure", "--for", "EU27", "--mineral", "magnesium", "--stage", "refine", "--date", "2024-03-01"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_NE(rows[0].dump().find("own-1"), std::string::npos) << rows[0];
}

TEST_F(LaidOver, AFileThatIsNoWorkspaceIsRefused) {
    const auto file = m_folder.write("text.adit", "this is not a workspace, but it is long enough to look at");
    const test::Ran ran = test::run(ADIT_CLI, {"index", "hhi", "--mineral", "cobalt", "--workspace", file.string()});
    EXPECT_EQ(ran.code, 2);
    EXPECT_FALSE(ran.err.empty());
    EXPECT_TRUE(ran.out.empty());
}

TEST_F(LaidOver, WhatReachesNoFigureIsSaidByEveryVerb) {
    auto session = Session::open(m_file, test::ticking());
    ASSERT_TRUE(session && session->apply({{SetAssumption{{Quantity::imports, "KOR", "cobalt", "refine/1950/CHN"},
                                                          Assumption{.central = 5.0}}},
                                           {}}));
    session = Session::unsaved(test::ticking());  // lets go of the file
    const std::string line =
        "without effect: South Korea, cobalt: refine imports from China in 1950: no trade of cobalt at this stage is "
        "published for 1950\n";
    const std::vector<std::vector<std::string>> verbs{
        {"index", "hhi", "--mineral", "cobalt", "--stage", "refine", "--year", "2024"},
        {"exposure", "--for", "KOR", "--mineral", "cobalt"},
        {"chain", "--for", "KOR", "--mineral", "cobalt", "--year", "2024"},
        {"supply", "--for", "KOR", "--mineral", "cobalt"},
        {"network", "--mineral", "cobalt"},
        {"switch", "--for", "KOR", "--mineral", "cobalt", "--without", "CHN"},
        {"screen", "--for", "KOR", "--mineral", "cobalt", "--stage", "refine"},
        {"composite", "--indicators", "hhi-10k:1", "--for", "KOR"},
        {"benchmark", "--for", "EU27"},
        {"cover", "--for", "KOR"},
        {"compare", "--for", "KOR,USA", "--mineral", "cobalt", "--stage", "refine", "--year", "2022"},
        {"plan", "--for", "KOR", "--mineral", "cobalt", "--essential-civilian", "120"}};
    for (std::vector<std::string> words : verbs) {
        const test::Ran plain = test::run(ADIT_CLI, words);
        words.insert(words.end(), {"--workspace", m_file.string()});
        const test::Ran ran = test::run(ADIT_CLI, words);
        EXPECT_EQ(ran.code, plain.code) << words.front() << ran.err;
        EXPECT_NE(ran.err.find(line), std::string::npos) << words.front() << ": " << ran.err;
        EXPECT_EQ(plain.err.find("without effect"), std::string::npos) << words.front();
        EXPECT_EQ(ran.out.find("without effect"), std::string::npos) << words.front();
    }
    const test::Ran both = test::run(ADIT_CLI, {"difference", "stock", "--for", "KOR", "--mineral", "cobalt",
                                                "--workspace", m_file.string(), "--against", m_file.string()});
    EXPECT_EQ(both.err.find(line), both.err.rfind(line)) << both.err;
    EXPECT_NE(both.err.find(line), std::string::npos) << both.err;
}

TEST_F(LaidOver, RowsThatRestOnAnAssumptionSayItInTheirFlags) {
    const std::vector<std::vector<std::string>> verbs{
        {"supply", "--for", "USA", "--mineral", "copper"},
        {"network", "--mineral", "copper"},
        {"switch", "--for", "USA", "--mineral", "copper", "--without", "CHL"},
        {"composite", "--indicators", "supply-hhi:1", "--for", "USA", "--mineral", "copper"},
        {"benchmark", "--for", "USA", "--mineral", "copper"}};
    const auto said = [](const nlohmann::json& rows) {
        return std::any_of(rows.begin(), rows.end(), [](const nlohmann::json& row) {
            return std::string(row["flags"]).find("assumed") != std::string::npos;
        });
    };
    for (const std::vector<std::string>& words : verbs) {
        std::vector<std::string> plain = words;
        plain.insert(plain.end(), {"--format", "json"});
        EXPECT_FALSE(said(nlohmann::json::parse(test::run(ADIT_CLI, plain).out))) << words.front();
        EXPECT_TRUE(said(asked(words))) << words.front();
    }
}

TEST_F(LaidOver, OfTwoThatAreComparedOnlyTheOneIsMarked) {
    for (const auto& row : asked({"compare", "--for", "USA,JPN", "--mineral", "copper", "--year", "2024"})) {
        if (row["index"] != "supply-hhi") continue;
        EXPECT_NE(std::string(row["USA_flags"]).find("assumed"), std::string::npos) << row;
        EXPECT_EQ(std::string(row["JPN_flags"]).find("assumed"), std::string::npos) << row;
    }
}
