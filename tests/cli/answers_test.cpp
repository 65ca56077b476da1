#include "tests/support/verbs.h"

using namespace adit;
using cli::Exit;
using test::json;
using test::Output;
using test::run;

TEST(ExposureCommand, ShowsTheBanAndItsSuspension) {
    const auto rows = json({"exposure", "--for", "USA", "--mineral", "gallium", "--imposer", "CHN", "--date",
                            "2023-07-01,2025-10-31,2026-01-31"});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0]["binary"], 0.0);
    EXPECT_EQ(rows[1]["measures"], "CHN-2023-23-GA CHN-2024-46-GA");
    EXPECT_EQ(rows[2]["measures"], "CHN-2023-23-GA");
    EXPECT_GT(rows[1]["severity"], rows[2]["severity"]);
}

TEST(ExposureCommand, SaysWhereNothingIsPublished) {
    const auto rows = json({"exposure", "--for", "JPN", "--mineral", "germanium", "--date", "2025-01-01"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_TRUE(rows[0]["binary"].is_null());
    EXPECT_EQ(rows[0]["ground"], "no published suppliers");
}

TEST(ExposureCommand, RefusesWhatIsNoDate) {
    EXPECT_EQ(run({"exposure", "--for", "JPN", "--date", "yesterday"}).code, Exit::badInput);
    EXPECT_EQ(run({"exposure", "--date", "2025-01-01"}).code, Exit::badInput);
}

TEST(ChainCommand, PutsTheAskedSetFirst) {
    const auto rows = json({"chain", "--for", "EU27", "--mineral", "cobalt", "--year", "2024", "--without", "CHN,COD"});
    EXPECT_EQ(rows[0]["economy"], "CHN+COD");
    EXPECT_GE(rows[0]["chokepoint"], rows[1]["chokepoint"]);
}

TEST(ChainCommand, TakesThreeStagesWhereComponentsAreTraded) {
    const std::vector<std::string> words{"chain",  "--for", "EU27",    "--mineral", "rare-earths-magnet",
                                         "--year", "2024",  "--stage", "component"};
    const Output r = run(words);
    EXPECT_NE(r.out.find("stages: component <- refine <- mine"), std::string::npos) << r.err;
    const auto rows = json(words);
    EXPECT_EQ(rows[0]["economy"], "CHN");
    EXPECT_GT(rows[0]["face_value"], 0.5);
}

TEST(ChainCommand, AnEstimateLeavesLessUnknown) {
    std::vector<std::string> words{"chain", "--for", "EU27", "--mineral", "lithium", "--year", "2023"};
    const auto known = json(words);
    words.push_back("--estimate");
    const auto estimated = json(words);
    EXPECT_LE(estimated[0]["chokepoint_hi"], known[0]["chokepoint_hi"]);
    EXPECT_NE(run(words).out.find("balanced between mine output and refinery need"), std::string::npos);
}

TEST(ChainCommand, CountsControllersWhereAsked) {
    const auto rows = json({"chain", "--for", "EU27", "--mineral", "cobalt", "--year", "2024", "--view", "controlled"});
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows[0]["economy"], "CHN");
    EXPECT_GT(rows[0]["chokepoint_hi"], rows[0]["chokepoint"]);
}

TEST(ChainCommand, NothingLiesBehindTheMine) {
    const Output r = run({"chain", "--for", "EU27", "--mineral", "cobalt", "--year", "2024", "--stage", "mine"});
    EXPECT_EQ(r.code, Exit::badInput);
}

namespace {

double total(const nlohmann::json& rows, const char* column) {
    double sum = 0.0;
    for (const auto& row : rows)
        sum += row[column].get<double>();
    return sum;
}

}  // namespace

TEST(SupplyCommand, BothMixesAddUpToOneAndHubsPassOn) {
    const auto rows = json({"supply", "--for", "DEU", "--mineral", "copper", "--hubs", "NLD,BEL"});
    EXPECT_NEAR(total(rows, "direct"), 1.0, 1e-9);
    EXPECT_NEAR(total(rows, "looked_through"), 1.0, 1e-9);
    for (const auto& row : rows) {
        if (row["supplier"] != "NLD") continue;
        EXPECT_EQ(row["hub"], "hub");
        EXPECT_LT(row["looked_through"], row["direct"]);
    }
}

TEST(SupplyCommand, WithoutHubsTheMixIsAsTraded) {
    for (const auto& row : json({"supply", "--for", "DEU", "--mineral", "copper", "--hubs", "none"}))
        EXPECT_EQ(row["direct"], row["looked_through"]);
}

TEST(SupplyCommand, ABlocIsNoHub) {
    EXPECT_EQ(run({"supply", "--for", "DEU", "--mineral", "copper", "--hubs", "G7"}).code, Exit::badInput);
}

TEST(SwitchCommand, CoversALossWithWhatOthersCanRedirect) {
    const auto rows =
        json({"switch", "--for", "USA", "--mineral", "copper", "--without", "CHL", "--redirectable", "0"});
    EXPECT_EQ(rows.back()["cover"], 0.0);
    const auto all = json({"switch", "--for", "USA", "--mineral", "copper", "--without", "CHL", "--redirectable", "1"});
    EXPECT_GT(all.back()["cover"], 0.0);
    EXPECT_LE(all.back()["cover"], 1.0);
}

TEST(SwitchCommand, AnElasticityNeedsASourceInWords) {
    const std::vector<std::string> words{"switch",  "--for",   "JPN",          "--mineral", "copper",
                                         "--price", "CHL=1.5", "--elasticity", "4"};
    EXPECT_EQ(run(words).code, Exit::badInput);
    std::vector<std::string> sourced = words;
    sourced.insert(sourced.end(), {"--because", "a test"});
    const auto rows = json(sourced);
    EXPECT_NEAR(total(rows, "share_before"), 1.0, 1e-9);
    EXPECT_NEAR(total(rows, "share_after"), 1.0, 1e-9);
}

TEST(NetworkCommand, AHigherFloorLeavesFewerFlows) {
    const auto most = json({"network", "--mineral", "copper", "--floor", "0"});
    const auto few = json({"network", "--mineral", "copper", "--floor", "0.02"});
    EXPECT_GT(most.size(), few.size());
    EXPECT_GE(most[0]["betweenness"], most[1]["betweenness"]);
    EXPECT_EQ(run({"network", "--mineral", "copper", "--length", "miles"}).code, Exit::badInput);
}

TEST(ExposureCommand, ByControllerCountsWhatFirmsOfTheImposerControl) {
    const std::vector<std::string> words{"exposure", "--for",  "EU27",       "--mineral", "cobalt",    "--stage",
                                         "mine",     "--date", "2025-06-30", "--view",    "controlled"};
    const auto rows = json(words);
    ASSERT_EQ(rows.size(), 1U);
    ASSERT_FALSE(rows[0]["binary"].is_null());
    EXPECT_LT(rows[0]["known"], 1.0);
    EXPECT_GT(rows[0]["binary_hi"], rows[0]["binary"]);  // nobody knows whose the rest is
    EXPECT_NE(std::string(rows[0]["flags"]).find("unattributed-control"), std::string::npos);
}

TEST(BenchmarkCommand, ByControllerOnlyTheTestOfOneCountryIsLeft) {
    const auto rows = json({"benchmark", "--for", "CHN", "--mineral", "cobalt", "--view", "controlled"});
    ASSERT_FALSE(rows.empty());
    for (const auto& row : rows) {
        EXPECT_EQ(row["benchmark"], "single-country");
        EXPECT_NE(row["largest"], "CHN");  // what its own firms control is its own
    }
}

TEST(CoverCommand, ALossOfPartOfTheSupplyLastsLonger) {
    std::size_t seen = 0;
    for (const auto& row : json({"cover", "--for", "all"})) {
        if (row["net_days"].is_null()) continue;
        ++seen;
        EXPECT_GE(row["net_days"].get<double>(), row["days"].get<double>() - 1e-9);
        EXPECT_LE(row["lost"], row["lost_hi"]);
    }
    EXPECT_GT(seen, 0U);
}

TEST(Commands, ExplainShowsWhereFiguresAreFrom) {
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"benchmark", "--for", "EU27", "--mineral", "magnesium", "--explain"},
             {"cover", "--for", "JPN", "--mineral", "lithium", "--explain"},
             {"compare", "--for", "JPN", "--mineral", "copper", "--explain"},
             {"chain", "--for", "EU27", "--mineral", "cobalt", "--year", "2024", "--explain"},
             {"exposure", "--for", "USA", "--mineral", "gallium", "--date", "2025-01-01", "--explain"}}) {
        std::vector<std::string> plain = words;
        plain.pop_back();
        const Output with = run(words);
        EXPECT_EQ(with.code, Exit::ok) << with.err;
        EXPECT_TRUE(with.out.starts_with(run(plain).out)) << words[0];
        EXPECT_GT(with.out.size(), run(plain).out.size() + 100) << words[0];
    }
}

TEST(BenchmarkCommand, TellsTheTonnesThatHaveToMove) {
    const auto rows = json({"benchmark", "--for", "EU27", "--mineral", "magnesium"});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1]["verdict"], "not-met");
    EXPECT_EQ(rows[1]["largest"], "CHN");
    EXPECT_GT(rows[1]["tonnes_to_move"], 5000.0);
}

TEST(BenchmarkCommand, AShareOfImportsAloneNeverFailsForCertain) {
    for (const auto& row : json({"benchmark", "--for", "EU27"})) {
        const std::string ground = row["ground"];
        if (ground.starts_with("imports by")) {
            EXPECT_NE(row["verdict"], "not-met") << row["mineral"];
        }
    }
}

TEST(CompareCommand, GivesEveryConsumerItsColumns) {
    const auto rows = json({"compare", "--for", "USA,JPN", "--mineral", "copper"});
    ASSERT_GT(rows.size(), 5U);
    EXPECT_TRUE(rows[0].contains("USA"));
    EXPECT_TRUE(rows[0].contains("JPN_hi"));
}

TEST(CompareCommand, ControlFollowsTheRule) {
    const auto shareBy = [](const std::string& rule) {
        const std::vector<std::string> market{"--mineral", "cobalt",     "--stage", "mine", "--year", "2023",
                                              "--view",    "controlled", "--rule",  rule,   "--for",  "CHN"};
        std::vector<std::string> compare{"compare"};
        compare.insert(compare.end(), market.begin(), market.end());
        std::vector<std::string> alone{"index", "share"};
        alone.insert(alone.end(), market.begin(), market.end());
        const auto rows = json(compare);
        EXPECT_EQ(rows[0]["index"], "share");
        EXPECT_EQ(rows[0]["CHN"], json(alone)[0]["value"]) << rule;
        return rows[0]["CHN"].get<double>();
    };
    EXPECT_GT(shareBy("operator"), shareBy("equity"));
    EXPECT_EQ(shareBy("majority"), json({"compare", "--for", "CHN", "--mineral", "cobalt", "--stage", "mine", "--year",
                                         "2023", "--view", "controlled"})[0]["CHN"]
                                       .get<double>());
    const Output refused = run({"compare", "--for", "CHN", "--mineral", "cobalt", "--rule", "equiti"});
    EXPECT_EQ(refused.code, Exit::badInput);
    EXPECT_NE(refused.err.find("nearest: equity"), std::string::npos) << refused.err;
}

TEST(CoverCommand, TurnsTargetsIntoTonnes) {
    for (const auto& row : json({"cover", "--for", "JPN", "--mineral", "lithium", "--target", "365"})) {
        EXPECT_NEAR(row["target_t"].get<double>(), row["consumption_t"].get<double>(), 1e-6);
    }
}

TEST(ExposureCommand, SaysWhatOfTheImportsItIs) {
    const auto row =
        json({"exposure", "--for", "EU27", "--mineral", "antimony", "--stage", "refine", "--date", "2026-04-08"})[0];
    EXPECT_GT(row["exposed_usd"].get<double>(), 0.0);
    EXPECT_NE(row["trade_year"], "");
    const auto banned = json({"exposure", "--for", "EU27", "--mineral", "antimony", "--stage", "refine", "--date",
                              "2026-04-08", "--banned", "CHN"})[0];
    EXPECT_TRUE(banned["exposed_usd"].is_null());
}

// Korea's hundred days, Japan's sixty or hundred and eighty, in tonnes and money.
TEST(CoverCommand, SaysWhatATargetCosts) {
    const auto costOf = [](const char* days) {
        const auto rows = json({"cover", "--for", "USA", "--mineral", "cobalt", "--target", days});
        return rows[0]["target_usd"].get<double>() / rows[0]["target_t"].get<double>();
    };
    EXPECT_GT(costOf("60"), 1000.0);
    EXPECT_NEAR(costOf("60"), costOf("180"), 1e-6);
}

TEST(CoverCommand, WhatNothingRefinedIsPublishedOfIsLostAsMined) {
    const std::vector<std::string> words{"cover", "--for", "USA", "--mineral", "fluorspar"};
    std::vector<std::string> refined = words;
    refined.insert(refined.end(), {"--stage", "refine"});
    ASSERT_FALSE(json(words).empty());
    EXPECT_NE(json(words)[0]["stops"], "");
    EXPECT_EQ(json(refined)[0]["stops"], "");
}

TEST(VerifyCommand, TheBundledVectorsAgree) {
    const Output r = run({"verify"});
    EXPECT_EQ(r.code, Exit::ok) << r.err;
    EXPECT_NE(r.out.find(" 0 differ"), std::string::npos);
}

TEST(VerifyCommand, DescribesEveryMethodItLists) {
    std::istringstream list(run({"verify", "--list"}).out);
    std::size_t seen = 0;
    for (std::string line; std::getline(list, line); ++seen)
        EXPECT_EQ(run({"verify", "--describe", line.substr(0, 3)}).code, Exit::ok) << line;
    EXPECT_EQ(seen, 34U);
}

TEST(Commands, EachHasHelpWithAnExample) {
    for (const char* name :
         {"exposure", "chain", "cover", "benchmark", "compare", "network", "supply", "switch", "verify"}) {
        const Output r = run({name, "--help"});
        EXPECT_EQ(r.code, Exit::ok) << name;
        EXPECT_NE(r.out.find("xample:"), std::string::npos) << name;
    }
}
