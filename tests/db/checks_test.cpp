// Each rule of dataset-format.md with the smallest folder that breaks it.
#include "db/builder/scripts.h"
#include "tests/support/small_folder.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::SmallFolder;

namespace {

void replace(std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
}

std::string errorsOf(const db::BuildOutcome& outcome) {
    std::string out;
    for (const db::Problem& problem : outcome.problems.errors())
        out += db::describe(problem) + "\n";
    return out;
}

std::string warningsOf(const db::BuildOutcome& outcome) {
    std::string out;
    for (const Warning& w : outcome.problems.warnings()) {
        out += db::describe({{w.file, w.line, {}}, w.rule, w.text}) + "\n";
    }
    return out;
}

// The errors of the small folder with `from` replaced by `to` in one file. Whatever they are, nothing is left behind.
std::string broken(const std::string& file, const std::string& from, const std::string& to) {
    SmallFolder folder;
    replace(folder[file], from, to);
    const db::BuildOutcome outcome = folder.build();
    EXPECT_TRUE(folder.output().names().empty()) << "something was left behind";
    return errorsOf(outcome);
}

std::string warned(const std::string& file, const std::string& from, const std::string& to) {
    SmallFolder folder;
    replace(folder[file], from, to);
    const db::BuildOutcome outcome = folder.build();
    EXPECT_EQ(errorsOf(outcome), "");
    return warningsOf(outcome);
}

}  // namespace

TEST(Checks, TheSmallFolderIsSound) {
    SmallFolder folder;
    const db::BuildOutcome outcome = folder.build();
    EXPECT_EQ(errorsOf(outcome), "");
    EXPECT_EQ(warningsOf(outcome), "");
    EXPECT_EQ(folder.output().names(), std::vector<std::string>{"small.sqlite"});
}

TEST(Checks, EverySqlCheckSaysHowSevereItIs) {
    EXPECT_GE(db::checks().size(), 10U);
    for (const db::Check& check : db::checks()) {
        EXPECT_TRUE(check.sql.starts_with("-- error\n") || check.sql.starts_with("-- warning\n")) << check.rule;
    }
}

TEST(Checks, ARequiredFileIsMissing) {
    SmallFolder folder;
    folder.remove("production.csv");
    folder.remove("trade.csv");  // may be missing
    EXPECT_EQ(errorsOf(folder.build()), "production.csv: the file is missing (missing-file)\n");
}

TEST(Checks, TheFolderIsMissing) {
    const test::TempFolder empty;
    const db::BuildOutcome outcome = db::build(empty.path() / "none", empty.path() / "x.sqlite", db::Selection::all);
    EXPECT_EQ(errorsOf(outcome), (empty.path() / "none").string() + ": there is no such folder (file)\n");
}

TEST(Checks, AColumnIsMissing) {
    EXPECT_EQ(broken("production.csv", "quantity_t", "tonnes"),
              "production.csv:1: column quantity_t: the column is missing (missing-column)\n");
}

TEST(Checks, AKeyColumnIsMissing) {
    EXPECT_EQ(broken("trade.csv", "hs6", "code"), "trade.csv:1: column hs6: the column is missing (missing-column)\n");
}

TEST(Checks, AColumnStandsTwice) {
    EXPECT_EQ(broken("production.csv", "flag,note", "flag,flag"),
              "production.csv:1: column flag: the column stands there twice (duplicate-column)\n");
}

TEST(Checks, AnUnknownColumnIsAWarning) {
    EXPECT_EQ(warned("production.csv", ",note\n", ",remark\n"),
              "production.csv:1: column remark is not in the format; it is not used (unknown-column)\n");
}

TEST(Checks, AnUnknownFileIsAWarning) {
    SmallFolder folder;
    folder["prodution.csv"] = "a\n";
    EXPECT_EQ(warningsOf(folder.build()),
              "prodution.csv: the format has no file of this name; it is not used (unknown-file)\n");
}

TEST(Checks, WrongEncodingIsOneMessageNotOneForEveryCode) {
    EXPECT_EQ(broken("economies.csv", "Malta,Malta", "M\xE1lta,Malta"),
              "economies.csv:4: is not UTF-8; save the file as UTF-8 (csv)\n");
}

TEST(Checks, UnknownEconomyNamesTheNearest) {
    EXPECT_EQ(broken("production.csv", "COD,2022,alpha", "CDD,2022,alpha"),
              "production.csv:2: column economy: \"CDD\" is no known economy; nearest: COD, CHN, MLT "
              "(unknown-economy)\n");
}

TEST(Checks, ABlocDoesNotProduce) {
    EXPECT_EQ(broken("production.csv", "COD,2022,alpha", "EU27,2022,alpha"),
              "production.csv:2: column economy: \"EU27\" cannot stand here; an economy, WORLD or OTHER is needed "
              "(unknown-economy)\n");
}

TEST(Checks, TheWorldDoesNotTrade) {
    EXPECT_EQ(broken("trade.csv", "COD,CHN,alpha,cobalt", "COD,WORLD,alpha,cobalt"),
              "trade.csv:2: column importer: \"WORLD\" cannot stand here; a single economy is needed "
              "(unknown-economy)\n");
}

TEST(Checks, UnknownMineral) {
    EXPECT_EQ(broken("production.csv", "cobalt,mine,COD,2022,alpha", "cobolt,mine,COD,2022,alpha"),
              "production.csv:2: column mineral: \"cobolt\" is not in minerals.csv; nearest: cobalt "
              "(unknown-mineral)\n");
}

TEST(Checks, UnknownSourceInACombination) {
    EXPECT_EQ(broken("trade.csv", "alpha;beta", "alpha;bela"),
              "trade.csv:3: column source_id: \"bela\" is not in sources.csv; nearest: beta "
              "(unknown-source)\n");
}

TEST(Checks, ARowWithoutASource) {
    EXPECT_EQ(broken("production.csv", "COD,2022,alpha", "COD,2022,"),
              "production.csv:2: column source_id: the cell is empty (empty-cell)\n");
}

TEST(Checks, AKeyUsedTwice) {
    EXPECT_EQ(broken("production.csv", "cobalt,mine,CHN,2022,alpha,Co content,,withheld",
                     "cobalt,mine,COD,2022,alpha,Co content,,withheld"),
              "production.csv:3: the key stands in line 2 too (\"mineral\", \"stage\", \"economy\", \"year\", "
              "\"source_id\", \"basis\") (duplicate-key)\n");
}

TEST(Checks, AnEconomyStandsTwice) {
    EXPECT_EQ(broken("economies.csv", "MLT,MT", "CHN,MT"),
              "economies.csv:4: the key stands in line 3 too (\"iso3\") (duplicate-key)\n"
              "blocs.csv:2: column iso3: \"MLT\" is no known economy; nearest: CHN, COD (unknown-economy)\n"
              "trade.csv:3: column importer: \"MLT\" is no known economy; nearest: CHN, COD (unknown-economy)\n");
}

TEST(Checks, NegativeTonnes) {
    EXPECT_EQ(broken("production.csv", "70.5", "-70.5"),
              "production.csv:2: column quantity_t: \"-70.5\" is negative (negative)\n");
}

TEST(Checks, WhatIsNotAFiniteNumber) {
    for (const std::string bad : {"nan", "inf", "1e999", "70,5", "70.5 t", " 70.5", "NA", "0x10"}) {
        const std::string cell = bad == "70,5" ? "\"70,5\"" : bad;
        EXPECT_EQ(broken("production.csv", "70.5", cell),
                  "production.csv:2: column quantity_t: \"" + bad + "\" is not a finite number (not-a-number)\n");
    }
}

TEST(Checks, AWordThatTheColumnDoesNotKnow) {
    EXPECT_EQ(broken("production.csv", "cobalt,mine,COD,2022,alpha", "cobalt,smelt,COD,2022,alpha"),
              "production.csv:2: column stage: \"smelt\" is none of \"mine\", \"refine\", \"component\" "
              "(unknown-word)\n");
}

TEST(Checks, AYearOutOfReach) {
    EXPECT_EQ(broken("production.csv", "COD,2022,alpha", "COD,22,alpha"),
              "production.csv:2: column year: \"22\" is not between 1000 and 2999 (out-of-range)\n");
}

TEST(Checks, WithheldWithAQuantity) {
    EXPECT_EQ(broken("production.csv", "Co content,,withheld", "Co content,0,withheld"),
              "production.csv:3: column quantity_t: the figure is withheld but has a quantity "
              "(withheld-with-quantity)\n");
}

TEST(Checks, MoreContentThanShipment) {
    EXPECT_EQ(broken("trade.csv", "10,6.5", "10,10.5"),
              "trade.csv:2: column contained_t: the content of 10.5 t is above the quantity of 10.0 t "
              "(contained-above-quantity)\n");
}

TEST(Checks, AShareAboveAHundred) {
    SmallFolder folder;
    folder["world_shares.csv"] =
        "mineral,stage,economy,from_year,to_year,source_id,share_pct\ncobalt,refine,CHN,2020,2022,alpha,101\n";
    EXPECT_EQ(errorsOf(folder.build()),
              "world_shares.csv:2: column share_pct: \"101\" is not between 0 and 100 (out-of-range)\n");
}

TEST(Checks, AMeasureThatEndsBeforeItTakesEffect) {
    SmallFolder folder;
    const std::string head =
        "measure_id,imposer,mineral,stage,kind,targets,effective,ended,state,status_as_of,evidence,form,instrument,"
        "source_id\n";
    const std::string tail = ",expired,2024,confirmed,ore,Decree,alpha\n";
    folder["measures.csv"] = head + "M1,CHN,cobalt,mine,ban,ALL,2020-05-01,2020-04" + tail +
                             "M2,CHN,cobalt,mine,ban,EU27;COD,2020-05-01,2020" + tail;
    EXPECT_EQ(errorsOf(folder.build()),
              "measures.csv:2: column ended: the measure takes effect on 2020-05-01, after its end on 2020-04 "
              "(ended-before-effective)\n");
}

TEST(Checks, ADateThatIsNone) {
    for (const std::string bad : {"2020-13", "2020-1", "2020/05/01", "May 2020", "2020-05-32", "202"}) {
        SmallFolder folder;
        folder["events.csv"] = "date,economy,mineral,text,source_id\n" + bad + ",CHN,cobalt,Something,alpha\n";
        EXPECT_EQ(errorsOf(folder.build()), "events.csv:2: column date: \"" + bad +
                                                "\" is not a date such as 2024, 2024-08 or 2024-08-31 (not-a-date)\n");
    }
}

TEST(Checks, APeriodThatRunsBackwards) {
    EXPECT_EQ(broken("blocs.csv", "2004,,", "2004,2003,"),
              "blocs.csv:2: column to_year: from 2004 to 2003 runs backwards (years-reversed)\n");
}

TEST(Checks, AGroupIsNotPartOfItself) {
    EXPECT_EQ(broken("minerals.csv", "REE,rare earths,,", "REE,rare earths,terbium,"),
              "minerals.csv:3: column part_of: the mineral is part of itself (part-of-itself)\n"
              "minerals.csv:4: column part_of: the mineral is part of itself (part-of-itself)\n");
}

TEST(Checks, APartOfAnItemThatIsNotThere) {
    SmallFolder folder;
    folder["end_items.csv"] = "item,name,source_id\ndrone,Drone,alpha\n";
    folder["end_item_parts.csv"] =
        "item,part,mineral,source_id,basis\ndrone,motor,terbium,alpha,\ntank,motor,terbium,alpha,\n";
    EXPECT_EQ(errorsOf(folder.build()),
              "end_item_parts.csv:3: column item: \"tank\" is not in end_items.csv (unknown-item)\n");
}

TEST(Checks, AnAggregateIsNoEconomy) {
    EXPECT_EQ(broken("economies.csv", "MLT,MT,", "WORLD,WD,").substr(0, 72),
              "economies.csv: WORLD has a meaning of its own (reserved-code)\nblocs.csv:");
}

TEST(Checks, ANewerFormatIsRefused) {
    EXPECT_EQ(broken("dataset.csv", "format,1", "format,2"),
              "dataset.csv: column value: the folder has format 2; this program reads format 1 (format)\n");
}

TEST(Checks, TheEditionIsMissing) {
    EXPECT_EQ(broken("dataset.csv", "edition,9.1\n", ""),
              "dataset.csv: column key: the key \"edition\" is missing (missing-key)\n");
}

TEST(Checks, PartsAboveTheWorldByMoreThanTwoPercent) {
    EXPECT_EQ(warned("production.csv", "70.5", "102"), "");
    EXPECT_EQ(warned("production.csv", "70.5", "103"),
              "production.csv:4: the parts add up to 103 t, 3.0 % above the WORLD of 100 t (parts-above-world)\n");
}

TEST(Checks, SharesThatAddUpToMoreThanTheWhole) {
    SmallFolder folder;
    const std::string head = "importer,mineral,stage,supplier,from_year,to_year,source_id,basis,share_pct\n";
    folder["shares.csv"] = head +
                           "EU27,cobalt,mine,COD,2020,2020,alpha,mass,60\n"
                           "EU27,cobalt,mine,CHN,2020,2020,alpha,mass,40.5\n";
    EXPECT_EQ(warningsOf(folder.build()), "");
    folder["shares.csv"] += "EU27,cobalt,mine,OTHER,2020,2020,alpha,mass,0.1\n";
    EXPECT_EQ(warningsOf(folder.build()),
              "shares.csv:2: the shares of this importer add up to 100.6 percent (shares-above-hundred)\n");
}

TEST(Checks, APreferenceWithoutItsSeries) {
    EXPECT_EQ(warned("preference.csv", "alpha,Co content", "alpha,gross"),
              "preference.csv:2: production.csv has no series of this source and basis (preference-without-series)\n");
}

TEST(Checks, AStakeWithoutItsPlant) {
    SmallFolder folder;
    folder["stakes.csv"] = "facility,owner,year,source_id,owner_type,operator\nTenke,CMOC,2022,alpha,listed,1\n";
    EXPECT_EQ(warningsOf(folder.build()),
              "stakes.csv:2: \"Tenke\" is not in facilities.csv (stake-without-facility)\n");
}

TEST(Checks, ErrorsOfOneKindDoNotHideTheOthers) {
    SmallFolder folder;
    for (int line = 0; line < 200; ++line) {
        folder["production.csv"] += "tin,mine,COD," + std::to_string(1900 + line) + ",alpha,content,1,reported,\n";
    }
    folder["production.csv"] += "cobalt,mine,XXX,2000,alpha,content,-1,reported,\n";
    const db::BuildOutcome outcome = folder.build();
    EXPECT_EQ(outcome.problems.errorCount(), 202U);
    EXPECT_EQ(outcome.problems.errors().size(), 12U);
    EXPECT_EQ(outcome.problems.errors().back().rule, "negative");
}
