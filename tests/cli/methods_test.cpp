// Verbs over the user's own tables and over the registry: screen, composite, plan, loss, importance, us-risk and
// difference.
#include "core/workspace/session.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/temp_folder.h"
#include "tests/support/verbs.h"

#include <fstream>

using namespace adit;
using cli::Exit;
using test::json;
using test::Output;
using test::run;

namespace {

// The rows of which a field has a value.
std::vector<nlohmann::json> rowsWith(const nlohmann::json& rows, const char* field, const char* value) {
    std::vector<nlohmann::json> out;
    for (const auto& row : rows) {
        if (row[field] == value) out.push_back(row);
    }
    return out;
}

class Methods : public testing::Test {
protected:
    std::string file(const std::string& name, const std::string& content) {
        const auto path = m_folder.path() / name;
        std::ofstream(path) << content;
        return path.string();
    }
    std::string desk(const std::string& name, double stock, double consumption) {
        using namespace workspace;
        const auto path = m_folder.path() / name;
        auto session = Session::create(path, test::ticking());
        Step step;
        step.edits = {SetAssumption{{Quantity::stock, "KOR", "cobalt", ""}, Assumption{.central = stock}},
                      SetAssumption{{Quantity::consumption, "KOR", "cobalt", ""}, Assumption{.central = consumption}}};
        EXPECT_TRUE(session && session->apply(std::move(step)));
        return path.string();
    }

    test::TempFolder m_folder;
};

}  // namespace

TEST_F(Methods, ScreenPrintsEveryCriterionWithItsVerdict) {
    const auto rows = json({"screen", "--for", "EU27", "--mineral", "magnesium", "--stage", "refine"});
    EXPECT_EQ(rowsWith(rows, "criterion", "import HHI").size(), 3U);
    const auto whole = rowsWith(rows, "criterion", "dependency");
    ASSERT_EQ(whole.size(), 2U);
    EXPECT_EQ(whole[0]["method"], "cepii");
    EXPECT_EQ(whole[0]["verdict"], "met");
    EXPECT_EQ(whole[1]["verdict"], "met");
    for (const auto& row : rowsWith(rows, "criterion", "import HHI"))
        EXPECT_EQ(row["threshold"], 0.4);
}

TEST_F(Methods, ScreenTakesOtherThresholds) {
    const auto rows = json({"screen", "--for", "EU27", "--mineral", "magnesium", "--stage", "refine", "--method",
                            "commission", "--imports-hhi", "1"});
    EXPECT_EQ(rowsWith(rows, "criterion", "dependency").at(0)["verdict"], "not-met");
    EXPECT_EQ(run({"screen", "--for", "EU27", "--imports-hhi", "1.2"}).code, Exit::badInput);
    EXPECT_EQ(run({"screen", "--for", "EU27", "--method", "cepi"}).code, Exit::badInput);
}

TEST_F(Methods, ScreenNamesTheNearestOfWhatIsUnknown) {
    const Output output = run({"screen", "--for", "EU27", "--mineral", "magnesum"});
    EXPECT_EQ(output.code, Exit::badInput);
    EXPECT_NE(output.err.find("magnesium"), std::string::npos);
}

TEST_F(Methods, CompositeIsTheWeightedSumOfItsIndices) {
    const auto rows = json({"composite", "--indicators", "hhi:0.6,cr1:0.4", "--draws", "50", "--top", "5"});
    ASSERT_GT(rows.size(), 20U);
    std::size_t exact = 0;
    double last = 1.0;
    for (const auto& row : rows) {
        const double middle = (row["lo"].get<double>() + row["hi"].get<double>()) / 2.0;
        EXPECT_LE(middle, last + 1e-12);
        last = middle;
        EXPECT_LE(row["rank_best"].get<int>(), row["rank_worst"].get<int>());
        EXPECT_LE(row["top_share_lo"].get<double>(), row["top_share_hi"].get<double>());
        if (row["composite"].is_null()) continue;
        ++exact;
        EXPECT_NEAR(row["composite"].get<double>(), 0.6 * row["hhi"].get<double>() + 0.4 * row["cr1"].get<double>(),
                    1e-9);
    }
    EXPECT_GT(exact, 3U);
}

TEST_F(Methods, CompositePrintsWeightsAndBoundsAndKeepsItsSeed) {
    const std::vector<std::string> words{"composite", "--indicators", "hhi-10k:0.5,import-reliance:0.5",
                                         "--for",     "EU27",         "--draws",
                                         "20",        "--seed",       "7"};
    const Output first = run(words);
    EXPECT_NE(first.err.find("hhi-10k: weight 0.5, bounds 0 to 10000, higher is worse"), std::string::npos);
    EXPECT_NE(first.err.find("import-reliance: weight 0.5, bounds 0 to 1"), std::string::npos);
    EXPECT_EQ(first.out, run(words).out);
}

TEST_F(Methods, CompositeRefusesWeightsThatDoNotAddUp) {
    EXPECT_NE(run({"composite", "--indicators", "hhi:0.5,cr1:0.4"}).err.find("0.9"), std::string::npos);
    EXPECT_EQ(run({"composite", "--indicators", "hhi:0.5,supply-hhi:0.5"}).code, Exit::badInput);   // for whom?
    EXPECT_EQ(run({"composite", "--indicators", "stock:1", "--for", "KOR"}).code, Exit::badInput);  // no upper end
    EXPECT_NE(run({"composite", "--indicators", "hhj:1"}).err.find("hhi"), std::string::npos);
    EXPECT_EQ(run({"composite", "--indicators", "hhi:1", "--normalise", "z-score", "--aggregate", "geometric"}).code,
              Exit::badInput);
}

// Need 45, 50, 40, 36; supply 38, 35, 42, 48: short of 7, 15, 0, 0.
TEST_F(Methods, PlanAddsUpShortfalls) {
    const std::string years = file("plan.csv",
                                   "year,defence,essential_civilian,domestic,supplier,output,open\n"
                                   "1,10,35,30,,,\n1,,,,AUS,16,0.5\n2,10,40,35,,,\n3,10,30,42,,,\n4,6,30,48,,,\n");
    const auto rows = json({"plan", years});
    EXPECT_EQ(rows.back()["row"], "all");
    EXPECT_NEAR(rows.back()["requirement_t"].get<double>(), 22.0, 1e-12);
    EXPECT_NEAR(json({"plan", years, "--extra-buy", "20"}).back()["requirement_t"].get<double>(), 2.0, 1e-12);
    EXPECT_NEAR(rows[1]["shortfall_t"].get<double>(), 7.0, 1e-12);
}

TEST_F(Methods, PlanTakesOutputFromTheData) {
    const std::vector<std::string> words{"plan",    "--for",   "JPN",  "--mineral",
                                         "gallium", "--year",  "2023", "--essential-civilian",
                                         "500",     "--years", "2"};
    const auto open = json(words);
    auto closed = words;
    closed.insert(closed.end(), {"--inside-conflict", "CHN"});
    const auto without = json(closed);
    EXPECT_EQ(open.back()["requirement_t"], 0.0);
    EXPECT_GT(without.back()["requirement_t"].get<double>(), 0.0);
    const auto china = rowsWith(without, "supplier", "CHN");
    ASSERT_EQ(china.size(), 2U);
    EXPECT_GT(china[0]["output_t"].get<double>(), 100.0);
    EXPECT_EQ(china[0]["usable_t"], 0.0);
    EXPECT_NE(run(words).err.find("assumed of suppliers abroad: ability 1"), std::string::npos);
}

TEST_F(Methods, PlanRefusesWhatIsNoTable) {
    EXPECT_NE(run({"plan", file("a.csv", "year,defense\n1,2\n")}).err.find("defence"), std::string::npos);
    const Output output = run({"plan", file("b.csv", "year,supplier,output,open\n1,AUS,5,1.5\n")});
    EXPECT_EQ(output.code, Exit::badInput);
    EXPECT_NE(output.err.find("b.csv:2: column open"), std::string::npos);
    EXPECT_EQ(run({"plan"}).code, Exit::badInput);
}

// 0.05 · −3100 + 0.2 · −900 + 0.5 · 40.
TEST_F(Methods, LossIsTheProbabilityWeightedSum) {
    const std::string scenarios =
        file("s.csv", "scenario,probability,effect\nChina stops,0.05,-3100\nChina halves,0.2,-900\nmore,0.5,40\n");
    const auto rows = json({"loss", scenarios, "--mineral", "gallium"});
    EXPECT_NEAR(rowsWith(rows, "row", "expected").at(0)["value"].get<double>(), -315.0, 1e-9);
    EXPECT_EQ(rowsWith(rows, "row", "worst").at(0)["name"], "China stops");
    EXPECT_EQ(rowsWith(rows, "row", "contributes-most").at(0)["name"], "China halves");
    const auto published = rowsWith(rows, "row", "published");
    ASSERT_EQ(published.size(), 2U);  // rank 6 and more than a billion dollars
    EXPECT_EQ(published[0]["source"].get<std::string>().empty(), false);
}

TEST_F(Methods, LossRefusesAProbabilityAboveOne) {
    EXPECT_EQ(run({"loss", file("s.csv", "scenario,probability,effect\na,1.2,-3\n")}).code, Exit::badInput);
    EXPECT_EQ(run({"loss"}).code, Exit::badInput);
}

// 0.9 · (0.5 · 100 + 0.3 · 40 + 0.2 · 200) · 10 / 250.
TEST_F(Methods, ImportanceComesFromTheUsersEndUses) {
    const std::string uses = file("u.csv", "use,share,value_added\nbatteries,0.5,100\nalloys,0.3,40\nother,0.2,200\n");
    const auto rows = json({"importance", uses, "--max", "250", "--substitution", "0.9", "--mineral", "cobalt"});
    const auto computed = rowsWith(rows, "row", "computed");
    ASSERT_EQ(computed.size(), 1U);
    EXPECT_NEAR(computed[0]["value"].get<double>(), 3.672, 1e-9);
    EXPECT_EQ(computed[0]["verdict"], "met");
    EXPECT_GE(rowsWith(rows, "row", "published").size(), 3U);
    EXPECT_EQ(run({"importance", uses}).code, Exit::badInput);  // the largest value added is nobody's
    EXPECT_EQ(run({"importance", file("v.csv", "use,share,value_added\na,0.5,100\n"), "--max", "250"}).code,
              Exit::badInput);
}

TEST_F(Methods, UsRiskNarrowsWithWhatIsGiven) {
    const auto open = json({"us-risk", "--mineral", "cobalt", "--year", "2023"});
    const auto given = json({"us-risk", "--mineral", "cobalt", "--year", "2023", "--inability", "COD=0.5,ALL=0.1",
                             "--unwillingness", "COD=0.6,ALL=0.1", "--vulnerability", "0.3..0.5"});
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0]["lo"], 0.0);
    EXPECT_TRUE(open[0]["value"].is_null());
    EXPECT_LT(given[0]["hi"].get<double>(), open[0]["hi"].get<double>());
    EXPECT_GT(given[0]["lo"].get<double>(), 0.0);
    EXPECT_EQ(run({"us-risk", "--mineral", "cobalt", "--inability", "COD=1.5"}).code, Exit::badInput);
}

TEST_F(Methods, UsRiskMeansCountTheNewestYearMost) {
    const auto rows = json({"us-risk", "--mineral", "cobalt", "--year", "2022..2023"});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[2]["year"], "mean");
    const double expected = (3.0 * rows[0]["hi"].get<double>() + 4.0 * rows[1]["hi"].get<double>()) / 7.0;
    EXPECT_NEAR(rows[2]["hi"].get<double>(), expected, 1e-9);
}

// 365 · 1 000 / 7 300 = 50 days; 365 · 2 000 / 3 650 = 200 days.
TEST_F(Methods, DifferencePartsAddUp) {
    const auto rows = json({"difference", "days-of-cover", "--for", "KOR", "--mineral", "cobalt", "--workspace",
                            desk("a.adit", 1000.0, 7300.0), "--against", desk("b.adit", 2000.0, 3650.0)});
    EXPECT_NEAR(rows[0]["difference"].get<double>(), 150.0, 1e-9);
    EXPECT_NEAR(rows[0]["relative"].get<double>(), 3.0, 1e-9);
    const auto parts = rowsWith(rows, "row", "part");
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_NEAR(parts[0]["difference"].get<double>(), 75.0, 1e-9);
    EXPECT_NEAR(rows.back()["difference"].get<double>(), 150.0, 1e-9);
}

TEST_F(Methods, ControlFollowsTheRuleInEveryVerb) {
    const std::string against = desk("c.adit", 1000.0, 7300.0);
    std::vector<double> shares;
    for (const char* rule : {"operator", "equity"}) {
        const auto asked = [rule](std::vector<std::string> words) {
            words.insert(words.end(), {"--for", "CHN", "--mineral", "cobalt", "--stage", "mine", "--year", "2023",
                                       "--view", "controlled", "--rule", rule});
            return json(words)[0];
        };
        shares.push_back(asked({"index", "share"})["value"].get<double>());
        EXPECT_NEAR(asked({"composite", "--indicators", "share:1"})["share"].get<double>(), shares.back(), 1e-12);
        EXPECT_NEAR(asked({"difference", "share", "--against", against})["before"].get<double>(), shares.back(), 1e-12);
    }
    EXPECT_GT(shares[0], shares[1]);
}

TEST_F(Methods, DifferenceNeedsSomethingToSetAgainst) {
    EXPECT_EQ(run({"difference", "days-of-cover", "--for", "KOR", "--mineral", "cobalt"}).code, Exit::badInput);
    const Output output = run({"difference", "days-of-cove", "--mineral", "cobalt", "--against", "x.adit"});
    EXPECT_EQ(output.code, Exit::badInput);
    EXPECT_NE(output.err.find("days-of-cover"), std::string::npos);
}

TEST_F(Methods, EveryVerbHasAWorkedExample) {
    for (const char* verb : {"screen", "composite", "plan", "loss", "importance", "us-risk", "difference"}) {
        const Output output = run({verb, "--help"});
        EXPECT_EQ(output.code, Exit::ok);
        EXPECT_NE(output.out.find("Example:"), std::string::npos) << verb;
        EXPECT_NE(output.out.find("Fields:"), std::string::npos) << verb;
        EXPECT_NE(run({verb, "--frmat", "csv"}).err.find("--format"), std::string::npos) << verb;
    }
}
