#include "core/workspace/sheet.h"

#include "core/workspace/difference.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

namespace {

Workspace full() {
    Workspace workspace;
    EXPECT_TRUE(applyTo(workspace, everything().edits));
    return workspace;
}

// What an import answers: its first fault with place, or how many rows it took.
std::string answer(const std::string& csv, const Workspace& workspace = {}) {
    const auto imported = fromCsv("in.csv", csv, *bundled(), workspace);
    if (imported) return std::to_string(imported->edits.size()) + " " + std::string(id(imported->sheet));
    const Error& e = imported.error();
    return e.place.file + ":" + std::to_string(e.place.line) + " " + e.place.column + ": " + e.text;
}

std::string row(const std::string& cells) {
    return answer("quantity,economy,mineral,detail,central,low,high\n" + cells + "\n");
}

}  // namespace

TEST(Sheets, WhatIsExportedComesBackTheSame) {
    const Workspace workspace = full();
    Workspace back;
    back.blocs = workspace.blocs;  // targets may name them
    for (const Sheet sheet : {Sheet::blocs, Sheet::assumptions, Sheet::measures}) {
        const auto imported = fromCsv("x.csv", toCsv(tableOf(workspace, sheet)), *bundled(), back);
        ASSERT_TRUE(imported.has_value()) << imported.error().place.line << imported.error().text;
        EXPECT_EQ(imported->sheet, sheet);
        ASSERT_TRUE(applyTo(back, imported->edits));
    }
    const Key severity{Quantity::severity, "", "", "ban"};
    EXPECT_EQ(back.assumptions.at(stockOf("KOR")), workspace.assumptions.at(stockOf("KOR")));
    EXPECT_EQ(back.measures, workspace.measures);
    EXPECT_EQ(back.blocs, workspace.blocs);
    // Without an edition it takes that of the dataset, and the figure that it replaces.
    EXPECT_EQ(back.assumptions.at(severity).edition, bundled()->edition);
    EXPECT_EQ(back.assumptions.at(severity).baseline, 1.0);
}

TEST(Sheets, GovernanceAndRatesComeBackTheSame) {
    Workspace workspace;
    ASSERT_TRUE(applyTo(workspace, sinceFormat3().edits));
    const std::string csv = toCsv(tableOf(workspace, Sheet::assumptions));
    EXPECT_NE(csv.find("\ngovernance,CHL,,pv/2022,-1.25,-3,0.5,after the strike,"), std::string::npos) << csv;
    const auto imported = fromCsv("x.csv", csv, *bundled(), {});
    ASSERT_TRUE(imported.has_value()) << imported.error().text;
    Workspace back;
    ASSERT_TRUE(applyTo(back, imported->edits));
    ASSERT_EQ(back.assumptions.size(), 4U);
    for (const auto& [key, assumption] : workspace.assumptions)
        EXPECT_EQ(back.assumptions.at(key).central, assumption.central) << key.detail;
    EXPECT_NEAR(*back.assumptions.at({Quantity::recyclingRate, "", "cobalt", ""}).baseline, 0.22, 1e-12);
    EXPECT_FALSE(back.assumptions.at({Quantity::substitutionIndex, "", "cobalt", ""}).baseline);
}

TEST(Sheets, ACsvHasItsColumnsAndPlainNumbers) {
    Workspace workspace;
    ASSERT_TRUE(applyTo(workspace, SetAssumption{stockOf("KOR"), Assumption{.central = 2400.5, .low = 2000.0}}));
    EXPECT_EQ(toCsv(tableOf(workspace, Sheet::assumptions)),
              "quantity,economy,mineral,detail,central,low,high,note,at,baseline,edition\n"
              "stock,KOR,cobalt,,2400.5,2000,,,,,\n");
}

TEST(Sheets, JsonHoldsEveryThing) {
    const auto json = nlohmann::json::parse(toJson(full()));
    EXPECT_EQ(json["assumptions"].size(), 3U);
    EXPECT_EQ(json["measures"].size(), 2U);
    EXPECT_EQ(json["blocs"][0]["members"], "CZE;HUN;POL;SVK");
    EXPECT_EQ(json["documents"].size(), 2U);
    EXPECT_TRUE(json["measures"][0]["severity"].is_null());
}

TEST(Import, OptionalColumnsMayBeMissingAndInAnyOrder) {
    EXPECT_EQ(answer("central,mineral,economy,quantity\n5,cobalt,KOR,stock\n"), "1 assumptions");
    EXPECT_EQ(answer("id,imposer,mineral,stage,kind,targets\nown-1,IDN,nickel,mine,ban,ALL\n"), "1 measures");
    EXPECT_EQ(answer("id,name,members\nV4,Visegrad,CZE;POL\n"), "1 blocs");
}

TEST(Import, WhatHasNoColumnStaysAsItIs) {
    Workspace workspace = full();
    const auto imported =
        fromCsv("in.csv", "quantity,economy,mineral,central\nstock,KOR,cobalt,2500\n", *bundled(), workspace);
    ASSERT_TRUE(imported.has_value()) << imported.error().text;
    ASSERT_TRUE(applyTo(workspace, imported->edits));
    const Assumption& korea = workspace.assumptions.at(stockOf("KOR"));
    EXPECT_EQ(korea.central, 2500);
    EXPECT_EQ(korea.low, 2000.0);
    EXPECT_FALSE(korea.note.empty());
    EXPECT_EQ(korea.edition, bundled()->edition);
    EXPECT_EQ(korea.baseline, std::nullopt);  // nothing is published
}

TEST(Import, BadFiguresAreRefusedByLineAndColumn) {
    EXPECT_EQ(row("stock,KOR,cobalt,,5,4,6"), "1 assumptions");
    EXPECT_EQ(row("stock,KOR,cobalt,,,,"), "in.csv:2 central: the number is missing");
    EXPECT_EQ(row("stock,KOR,cobalt,,five,,"), "in.csv:2 central: \"five\" is no number: write 1234.5, without groups");
    EXPECT_EQ(row("stock,KOR,cobalt,,\"1,5\",,"),
              "in.csv:2 central: \"1,5\" is no number: write 1234.5, without groups");
    EXPECT_EQ(row("stock,KOR,cobalt,,1e400,,"),
              "in.csv:2 central: \"1e400\" is no number: write 1234.5, without groups");
    EXPECT_EQ(row("stock,KOR,cobalt,,-5,,"), "in.csv:2 central: a stock cannot be negative");
    EXPECT_EQ(row("stock,KOR,cobalt,,5,6,"), "in.csv:2 low: the low value is above the central one");
    EXPECT_EQ(row("severity,,,ban,1.5,,"), "in.csv:2 central: a severity lies between 0 and 1");
}

TEST(Import, UnknownWordsAndCodesNameTheNearest) {
    EXPECT_TRUE(row("stok,KOR,cobalt,,5,,").starts_with("in.csv:2 quantity: \"stok\" is none of stock, floor"));
    EXPECT_TRUE(row("stock,KOX,cobalt,,5,,").starts_with("in.csv:2 economy: \"KOX\" is no known economy; nearest: "));
    EXPECT_EQ(row("stock,KOR,colbalt,,5,,"), "in.csv:2 mineral: \"colbalt\" is no known mineral; nearest: cobalt");
    EXPECT_EQ(row("imports,KOR,cobalt,refine/ZZZ,5,,").substr(0, 45),
              "in.csv:2 detail: \"ZZZ\" is no known economy; n");
}

TEST(Import, GovernanceAndRatesAreTakenWithinTheirScales) {
    EXPECT_EQ(row("governance,COD,,pv/2023,-2,-2.5,-1"), "1 assumptions");
    EXPECT_EQ(row("governance,COD,,va,0.5,,"), "1 assumptions");
    EXPECT_EQ(row("recycling-rate,,cobalt,,0.5,0.4,1"), "1 assumptions");
    EXPECT_EQ(row("substitution-index,,cobalt,,0.8,,"), "1 assumptions");
    EXPECT_EQ(row("governance,COD,,pv/2023,-4,,"), "in.csv:2 central: a governance estimate lies between -3.5 and 3.5");
    EXPECT_EQ(row("governance,COD,,pv/2023,3,,4"), "in.csv:2 high: a governance estimate lies between -3.5 and 3.5");
    EXPECT_EQ(row("recycling-rate,,cobalt,,22,,"), "in.csv:2 central: a recycling rate lies between 0 and 1");
    EXPECT_EQ(row("recycling-rate,,cobalt,,-0.1,,"), "in.csv:2 central: a recycling rate cannot be negative");
    EXPECT_EQ(row("substitution-index,,cobalt,,1.5,,"), "in.csv:2 central: a substitution index lies between 0 and 1");
}

TEST(Import, GovernanceNamesAnEconomyAndOneOfTheSixDimensions) {
    const std::string fits = ": give cc, ge, pv, rl, rq or va, with a year such as pv/2023 or without one";
    for (const char* detail : {"", "xx", "xx/2023", "mean6", "pv/20", "pv/2023/COD", "2023"}) {
        EXPECT_EQ(row("governance,COD,," + std::string(detail) + ",-2,,"),
                  "in.csv:2 detail: \"" + std::string(detail) + "\" does not fit a governance estimate" + fits);
    }
    EXPECT_EQ(row("governance,,,pv/2023,-2,,"), "in.csv:2 economy: the economy of a governance estimate is missing");
    EXPECT_EQ(row("governance,COD,cobalt,pv/2023,-2,,"), "in.csv:2 mineral: a governance estimate has no mineral");
    EXPECT_EQ(row("governance,EU27,,pv/2023,-2,,"),
              "in.csv:2 economy: \"EU27\" has no governance of its own: name an economy, such as a member");
    EXPECT_EQ(row("recycling-rate,KOR,cobalt,,0.5,,"), "in.csv:2 economy: a recycling rate has no economy");
    EXPECT_EQ(row("recycling-rate,,colbalt,,0.5,,"),
              "in.csv:2 mineral: \"colbalt\" is no known mineral; nearest: cobalt");
}

TEST(Import, ReservesRelianceAndSharesAreTakenWithinTheirLimits) {
    EXPECT_EQ(row("reserves,AUS,antimony,2025,5000,4000,6000"), "1 assumptions");
    EXPECT_EQ(row("reserves,AUS,antimony,,5000,,"), "1 assumptions");
    EXPECT_EQ(row("net-import-reliance,CHL,lithium,,-20,-25,-1.5"), "1 assumptions");
    EXPECT_EQ(row("supply-share,EU27,bismuth,refine/2020/CHN,0.8,,"), "1 assumptions");
    EXPECT_EQ(row("supply-share,WORLD,bismuth,refine/CHN,0.8,,"), "1 assumptions");
    EXPECT_EQ(row("reserves,AUS,antimony,mine,5000,,"),
              "in.csv:2 detail: \"mine\" does not fit a figure of reserves: give a year, such as 2023, or nothing");
    EXPECT_EQ(row("reserves,EU27,antimony,,5000,,"),
              "in.csv:2 economy: \"EU27\" has no reserves of its own: name an economy, such as a member");
    EXPECT_EQ(row("net-import-reliance,CHL,lithium,,50,,"), "in.csv:2 central: a net import reliance is 1 at most");
    EXPECT_EQ(row("supply-share,EU27,bismuth,refine/2020/CHN,80,,"),
              "in.csv:2 central: a share of supply lies between 0 and 1");
    EXPECT_EQ(row("supply-share,EU27,bismuth,refine/2020/ZZZ,0.8,,").substr(0, 45),
              "in.csv:2 detail: \"ZZZ\" is no known economy; n");
    EXPECT_TRUE(row("supply-share,EU27,bismuth,refine/2020,0.8,,").starts_with("in.csv:2 detail: \"refine/2020\""));
}

TEST(Import, StakesControlAndTheTermsOfTheUnitedStatesMethodAreTaken) {
    EXPECT_EQ(row("stake,,,Mutanda|Glencore,0.5,0.4,0.6"), "1 assumptions");
    EXPECT_EQ(row("control-share,COD,cobalt,mine/2023/CHN,0.5,,"), "1 assumptions");
    EXPECT_EQ(row("inability,COD,,,0.5,,"), "1 assumptions");
    EXPECT_EQ(row("unwillingness,COD,,,0.5,,"), "1 assumptions");
    EXPECT_EQ(row("economic-vulnerability,USA,cobalt,,0.5,,"), "1 assumptions");
    for (const char* detail : {"", "Mutanda", "|Glencore", "Mutanda|", "a|b|c"}) {
        EXPECT_EQ(row("stake,,," + std::string(detail) + ",0.5,,"),
                  "in.csv:2 detail: \"" + std::string(detail) +
                      "\" does not fit a stake: give facility and owner, such as Mutanda|Glencore");
    }
    EXPECT_EQ(row("stake,COD,,Mutanda|Glencore,0.5,,"), "in.csv:2 economy: a stake has no economy");
    EXPECT_EQ(row("stake,,,Mutanda|Glencore,50,,"), "in.csv:2 central: a stake lies between 0 and 1");
    EXPECT_EQ(row("control-share,EU27,cobalt,mine/2023/CHN,0.5,,"),
              "in.csv:2 economy: \"EU27\" has no share of control of its own: name an economy, such as a member");
    EXPECT_EQ(row("inability,COD,cobalt,,0.5,,"), "in.csv:2 mineral: an inability to supply has no mineral");
}

TEST(Import, FiguresOfFacilitiesTradeAndStudiesAreTakenWithinTheirLimits) {
    EXPECT_EQ(row("facility-output,,cobalt,mine|Mutanda,12000,9000,15000"), "1 assumptions");
    EXPECT_EQ(row("trade-value,JPN,magnesium,refine/2024/CHN,1e8,,"), "1 assumptions");
    EXPECT_EQ(row("trade-value,EU27,magnesium,refine/CHN,1e8,,"), "1 assumptions");
    EXPECT_EQ(row("economic-importance,EU27,cobalt,,6.5,5,8"), "1 assumptions");
    EXPECT_EQ(row("expected-loss,USA,gallium,,3e9,,"), "1 assumptions");
    for (const char* detail : {"", "Mutanda", "|Mutanda", "mine|", "mill|Mutanda", "mine|a|b"}) {
        EXPECT_EQ(row("facility-output,,cobalt," + std::string(detail) + ",5,,"),
                  "in.csv:2 detail: \"" + std::string(detail) +
                      "\" does not fit an output of a facility: give stage and facility, such as mine|Mutanda");
    }
    EXPECT_EQ(row("facility-output,COD,cobalt,mine|Mutanda,5,,"),
              "in.csv:2 economy: an output of a facility has no economy");
    EXPECT_EQ(row("facility-output,,,mine|Mutanda,5,,"),
              "in.csv:2 mineral: the mineral of an output of a facility is missing");
    EXPECT_EQ(row("facility-output,,cobalt,mine|Mutanda,-5,,"),
              "in.csv:2 central: an output of a facility cannot be negative");
    EXPECT_EQ(row("trade-value,JPN,magnesium,refine/2024/ZZZ,1,,").substr(0, 45),
              "in.csv:2 detail: \"ZZZ\" is no known economy; n");
    EXPECT_EQ(row("economic-importance,EU27,cobalt,,65,,"),
              "in.csv:2 central: an economic importance lies between 0 and 10");
    EXPECT_EQ(row("expected-loss,USA,gallium,2025,3e9,,"),
              "in.csv:2 detail: \"2025\" does not fit an expected loss: give nothing");
}

TEST(Sheets, FiguresOfFacilitiesTradeAndStudiesComeBackTheSame) {
    Workspace workspace;
    ASSERT_TRUE(applyTo(workspace, sinceFormat5().edits));
    const std::string csv = toCsv(tableOf(workspace, Sheet::assumptions));
    EXPECT_NE(csv.find("\nfacility-output,,cobalt,mine|Mutanda,12000,9000,15000,after the restart,"), std::string::npos)
        << csv;
    const auto imported = fromCsv("x.csv", csv, *bundled(), {});
    ASSERT_TRUE(imported.has_value()) << imported.error().text;
    Workspace back;
    ASSERT_TRUE(applyTo(back, imported->edits));
    ASSERT_EQ(back.assumptions.size(), workspace.assumptions.size());
    for (const auto& [key, assumption] : workspace.assumptions) {
        EXPECT_EQ(back.assumptions.at(key).central, assumption.central) << key.detail;
        EXPECT_EQ(back.assumptions.at(key).low, assumption.low) << key.detail;
        EXPECT_TRUE(back.assumptions.at(key).baseline) << key.detail;
    }
}

TEST(Import, ARowTwiceAndAColumnTooManyAreRefused) {
    EXPECT_EQ(row("stock,KOR,cobalt,,5,,\nstock,KOR,cobalt,,6,,"), "in.csv:3 : this stands in line 2 too");
    EXPECT_EQ(answer("quantity,colour\nstock,red\n"), "in.csv:1 colour: there is no such column");
    EXPECT_EQ(answer("quantity,quantity\nstock,stock\n"), "in.csv:1 quantity: the column stands there twice");
    EXPECT_EQ(answer("a,b\n1,2\n"),
              "in.csv:1 : the columns are of no sheet: assumptions have quantity, measures imposer, blocs members");
}

TEST(Import, OwnBlocsAreKnownAndPublishedNamesTaken) {
    Workspace workspace;
    ASSERT_TRUE(applyTo(workspace, SetBloc{"V4", OwnBloc{"V4", "Visegrad", {"CZE"}}}));
    EXPECT_EQ(answer("quantity,economy,mineral,central\nstock,V4,cobalt,5\n", workspace), "1 assumptions");
    EXPECT_EQ(answer("id,name,members\nEU27,Mine,CZE\n"),
              "in.csv:2 id: there is a published economy or bloc of this id; choose another");
    const std::string taken = bundled()->measures.front().id;
    EXPECT_EQ(answer("id,imposer,mineral,stage,kind,targets\n" + taken + ",IDN,nickel,mine,ban,ALL\n"),
              "in.csv:2 id: there is a published measure of this id; choose another");
}

TEST(Difference, TurnsOneWorkspaceIntoTheOther) {
    Workspace from = full();
    Workspace to = full();
    ASSERT_TRUE(applyTo(to, std::vector<Edit>{setStock("KOR", 1), setStock("JPN", 2), SetMeasure{"own-1", std::nullopt},
                                              SetBloc{"V2", OwnBloc{"V2", "Two", {"CZE"}}},
                                              SetDocument{{DocumentKind::scenario, "Ban"}, "[1]"}}));
    const std::vector<Edit> edits = difference(from, to);
    EXPECT_EQ(edits.size(), 5U);
    ASSERT_TRUE(applyTo(from, edits));
    EXPECT_EQ(from, to);
    EXPECT_TRUE(difference(from, to).empty());
}

TEST(Difference, ThePreviewSaysOnlyWhatWouldChange) {
    Workspace workspace;
    ASSERT_TRUE(applyTo(workspace, std::vector<Edit>{setStock("KOR", 1), setStock("JPN", 2)}));
    const std::vector<Edit> edits{setStock("KOR", 1), setStock("JPN", 3)};
    EXPECT_EQ(preview(workspace, edits, nullptr),
              std::vector<std::string>{"JPN, cobalt: stock 2\u202Ft \u2192 3\u202Ft"});
}
