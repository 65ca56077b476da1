// What is written is what is read, and what cannot be read is refused in words.
#include "core/dataset/dataset.h"
#include "tests/support/small_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

using namespace adit;
using adit::test::readBytes;
using adit::test::SmallFolder;
using adit::test::TempFolder;
using adit::test::writeBytes;

namespace {

DatasetPtr built(SmallFolder& folder) {
    const db::BuildOutcome outcome = folder.build();
    EXPECT_TRUE(outcome.built());
    auto data = loadDataset(folder.target());
    EXPECT_TRUE(data.has_value()) << data.error().text;
    return *data;
}

std::string refusal(const std::filesystem::path& file) {
    const auto data = loadDataset(file);
    if (data) return "loaded";
    EXPECT_EQ(data.error().place.file, file.string());
    return data.error().text;
}

void runSql(const std::filesystem::path& file, const char* sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
}

}  // namespace

TEST(Load, TheIdentityIsThatOfTheFolder) {
    SmallFolder folder;
    const DatasetPtr data = built(folder);
    EXPECT_EQ(data->edition, "9.1");
    EXPECT_EQ(data->title, "Small");
    EXPECT_EQ(data->licenceNote, "none");
    EXPECT_EQ(data->editionHash.size(), 40U);
}

TEST(Load, CodesOfSeveralMineralsAreKnownForEachOfThem) {
    SmallFolder folder;
    folder["hs_codes.csv"] =
        "hs6,mineral,description,stage,role,contained_share,note\n"
        "260500,cobalt,cobalt ores,mine,product,,\n"
        "253090,terbium,other mineral substances,mine,mixed,,\n"
        "253090,cobalt,other mineral substances,mine,mixed,,\n";
    const DatasetPtr data = built(folder);
    ASSERT_EQ(data->mixedCodes.size(), 2U);
    EXPECT_EQ(data->mixedCodes[0].mineral, *data->mineral("cobalt"));
    EXPECT_EQ(data->mixedCodes[0].stage, Stage::mine);
    EXPECT_EQ(data->mixedCodes[0].hs6, 253090U);
    EXPECT_EQ(data->mixedCodes[1].description, "other mineral substances");
}

TEST(Load, EconomiesStandAsAggregatesThenCodesThenBlocs) {
    SmallFolder folder;
    const DatasetPtr data = built(folder);
    std::string codes;
    for (const Economy& economy : data->economies)
        codes += economy.code + " ";
    EXPECT_EQ(codes, "WORLD OTHER CHN COD MLT EU27 ");
    const Economy& congo = (*data)[*data->economy("COD")];
    EXPECT_EQ(congo.name, "Congo, Democratic Republic");
    EXPECT_EQ(congo.shortName, "DR Congo");
    EXPECT_EQ(congo.lat, -2.9);
    EXPECT_TRUE(congo.onMap);
    EXPECT_FALSE((*data)[*data->economy("MLT")].onMap);
    EXPECT_EQ((*data)[*data->economy("EU27")].kind, EconomyKind::bloc);
}

TEST(Load, MineralsKnowTheirGroup) {
    SmallFolder folder;
    const DatasetPtr data = built(folder);
    const Mineral& cobalt = (*data)[*data->mineral("cobalt")];
    EXPECT_EQ(cobalt.hostMetals, (std::vector<std::string>{"copper", "nickel"}));
    EXPECT_TRUE(cobalt.verified);
    EXPECT_FALSE(cobalt.partOf.valid());
    EXPECT_FALSE(cobalt.eolRecyclingInputRate);
    EXPECT_EQ((*data)[*data->mineral("terbium")].partOf, *data->mineral("rare-earths"));
}

TEST(Load, ACombinationIsASourceOfItsParts) {
    SmallFolder folder;
    const DatasetPtr data = built(folder);
    const Source& both = (*data)[*data->source("alpha;beta")];
    EXPECT_EQ(both.parts, (std::vector<SourceId>{*data->source("alpha"), *data->source("beta")}));
    EXPECT_EQ(both.publisher, "Alpha + Beta");
    EXPECT_EQ(both.redistribution, Redistribution::restricted);
}

TEST(Load, WithheldIsNotZero) {
    SmallFolder folder;
    const DatasetPtr data = built(folder);
    const Series* series = data->seriesFor(*data->mineral("cobalt"), Stage::mine, 2022);
    ASSERT_NE(series, nullptr);
    const auto rows = data->production.rowsOf(*series);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].economy, Dataset::world);
    EXPECT_EQ(rows[0].flag, DataFlag::rounded);
    EXPECT_EQ(rows[1].flag, DataFlag::withheld);
    EXPECT_FALSE(rows[1].tonnes);
    EXPECT_EQ(data->notes[rows[1].note], "kept back");
    EXPECT_EQ(rows[2].tonnes, 70.5);
    EXPECT_EQ(rows[2].note, 0U);
    EXPECT_EQ(data->notes[0], "");
}

TEST(Load, TradeComesInOrderWithMixedCodesLast) {
    SmallFolder folder;
    const DatasetPtr data = built(folder);
    const TradeTable& trade = data->trade;
    ASSERT_EQ(trade.size(), 3U);
    EXPECT_EQ(trade.hs6, (std::vector<std::uint32_t>{260500, 282200, 253090}));
    EXPECT_EQ(trade.tonnes[0], 0.0);
    EXPECT_FALSE(TradeTable::has(trade.contained[0]));
    EXPECT_FALSE(TradeTable::has(trade.usd[0]));
    EXPECT_EQ(trade.coverage[0], TradeCoverage::top6);
    EXPECT_EQ(trade.contained[1], 6.5);
    EXPECT_EQ(trade.role[1], TradeRole::feed);
    EXPECT_EQ(trade.flag[1], TradeFlag::unitValue);
    EXPECT_FALSE(trade.mineral[2].valid());
    EXPECT_EQ(data->tradeRange(*data->mineral("cobalt"), Stage::refine, 2022),
              (std::pair<std::size_t, std::size_t>{1, 2}));
}

TEST(Load, EverySubjectArrives) {
    SmallFolder folder;
    folder["shares.csv"] =
        "importer,mineral,stage,supplier,from_year,to_year,source_id,basis,scope,share_pct\n"
        "EU27,cobalt,mine,COD,2019,2020,alpha,mass,ore,60\n";
    folder["world_shares.csv"] =
        "mineral,stage,economy,from_year,to_year,source_id,share_pct,bound,form\n"
        "cobalt,mine,CHN,2019,2020,alpha,1,<,\n";
    folder["measures.csv"] =
        "measure_id,imposer,mineral,stage,kind,targets,announced,effective,ended,suspended,suspended_until,state,"
        "status_as_of,evidence,form,hs_codes,instrument,note,source_id\n"
        "M1,CHN,cobalt,technology,licensing,EU27;COD,,2020-05,,2021,2022-01-31,suspended,2024,partly,technology,,"
        "Decree,,alpha\n";
    folder["stockpiles.csv"] =
        "economy,programme,mineral,holder,year,status,source_id,days,money_only\n"
        "EU27,Reserve,ALL,joint,2024,target,alpha,60,0\n";
    folder["control.csv"] =
        "mineral,stage,host,owner,year,source_id,measure,share_pct,bound,forecast\n"
        "cobalt,mine,WORLD,CHN,2024,alpha,output,40,>,1\n";
    folder["governance.csv"] = "economy,dimension,year,source_id,estimate,standard_error\nCHN,va,2020,alpha,-1.5,\n";
    folder["facilities.csv"] =
        "facility,mineral,stage,economy,year,source_id,output_t,status,lat,lon\n"
        "Tenke,cobalt,mine,COD,2022,alpha,20000,operating,-10.6,26.1\n";
    folder["stakes.csv"] =
        "facility,owner,year,source_id,owner_economy,owner_type,equity_pct,operator\n"
        "Tenke,CMOC,2022,alpha,,listed,80,1\n";
    const DatasetPtr data = built(folder);
    ASSERT_EQ(data->shares.size(), 2U);
    EXPECT_EQ(data->shares[0].importer, Dataset::world);
    EXPECT_EQ(data->shares[0].below, 1.0);
    EXPECT_FALSE(data->shares[0].percent);
    EXPECT_EQ(data->shares[1].percent, 60.0);
    EXPECT_EQ(data->shares[1].scope, "ore");
    ASSERT_EQ(data->measures.size(), 1U);
    const Measure& measure = data->measures[0];
    EXPECT_FALSE(measure.stage);
    EXPECT_FALSE(measure.againstAll);
    EXPECT_EQ(measure.targets, (std::vector<EconomyId>{*data->economy("EU27"), *data->economy("COD")}));
    EXPECT_EQ(measure.suspendedUntil, "2022-01-31");
    EXPECT_EQ(measure.state, MeasureState::suspended);
    ASSERT_EQ(data->stockpiles.size(), 1U);
    EXPECT_FALSE(data->stockpiles[0].mineral.valid());
    EXPECT_EQ(data->stockpiles[0].days, 60.0);
    EXPECT_FALSE(data->stockpiles[0].tonnes);
    ASSERT_EQ(data->control.size(), 1U);
    EXPECT_EQ(data->control[0].bound, '>');
    EXPECT_TRUE(data->control[0].forecast);
    ASSERT_EQ(data->governance.size(), 1U);
    EXPECT_EQ(data->governance[0].dimension, Dimension::va);
    EXPECT_FALSE(data->governance[0].standardError);
    ASSERT_EQ(data->facilities.size(), 1U);
    EXPECT_EQ(data->facilities[0].outputTonnes, 20000.0);
    EXPECT_FALSE(data->facilities[0].capacityTonnes);
    ASSERT_EQ(data->stakes.size(), 1U);
    EXPECT_FALSE(data->stakes[0].ownerEconomy.valid());
    EXPECT_TRUE(data->stakes[0].isOperator);
}

TEST(Load, WarningsOfTheBuildAreKept) {
    SmallFolder folder;
    folder["nothing.csv"] = "a\n";
    const DatasetPtr data = built(folder);
    ASSERT_EQ(data->warnings.size(), 1U);
    EXPECT_EQ(data->warnings[0].file, "nothing.csv");
    EXPECT_EQ(data->warnings[0].rule, "unknown-file");
}

TEST(Refusal, NoFile) {
    const TempFolder folder;
    EXPECT_EQ(refusal(folder.path() / "none.sqlite"), "there is no such file");
}

TEST(Refusal, AFolder) {
    const TempFolder folder;
    EXPECT_EQ(refusal(folder.path()), "this is a folder, not a dataset file");
}

TEST(Refusal, ZeroBytes) {
    const TempFolder folder;
    EXPECT_EQ(refusal(folder.write("x.sqlite", "")), "the file is empty; build the dataset again");
}

TEST(Refusal, NotSqlite) {
    const TempFolder folder;
    EXPECT_EQ(refusal(folder.write("x.sqlite", std::string(5000, 'x'))),
              "this is not an SQLite file; choose another one or build it again");
}

TEST(Refusal, SqliteOfAnotherProgram) {
    const TempFolder folder;
    runSql(folder.path() / "x.sqlite", "CREATE TABLE production (quantity_t REAL)");
    EXPECT_EQ(refusal(folder.path() / "x.sqlite"),
              "this is an SQLite file of another program, not an Adit dataset; choose another one");
}

TEST(Refusal, ANewerVersionSaysSo) {
    SmallFolder folder;
    built(folder);
    runSql(folder.target(), "PRAGMA user_version = 2");
    EXPECT_EQ(refusal(folder.target()),
              "the dataset has schema version 2, this program reads version 1; use a newer Adit");
}

TEST(Refusal, EveryTruncationIsSeen) {
    SmallFolder folder;
    built(folder);
    const std::string whole = readBytes(folder.target());
    for (std::size_t size = 1; size < whole.size(); size += whole.size() / 60) {
        writeBytes(folder.target(), whole.substr(0, size));
        EXPECT_NE(refusal(folder.target()), "loaded") << size << " of " << whole.size() << " bytes";
    }
}

TEST(Refusal, AReferenceToNothingIsDamage) {
    SmallFolder folder;
    built(folder);
    runSql(folder.target(), "PRAGMA foreign_keys = OFF; UPDATE production SET economy = 4711 WHERE economy = 0");
    EXPECT_NE(refusal(folder.target()).find("damaged"), std::string::npos);
}

TEST(Refusal, ATradeRowToNothingIsDamage) {
    SmallFolder folder;
    built(folder);
    runSql(folder.target(), "PRAGMA foreign_keys = OFF; UPDATE trade SET importer = 4711 WHERE rowid = 2");
    EXPECT_NE(refusal(folder.target()).find("damaged"), std::string::npos);
}

TEST(Refusal, AMissingTableIsSaid) {
    SmallFolder folder;
    built(folder);
    runSql(folder.target(), "DROP VIEW trade_view; DROP TABLE trade");
    EXPECT_EQ(refusal(folder.target()), "the database engine refused: no such table: trade");
}

// One byte in many places: the file loads, or is refused in one message; nothing else happens.
TEST(Refusal, FlippedBytesNeverCrash) {
    SmallFolder folder;
    built(folder);
    const std::string whole = readBytes(folder.target());
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += at < 8192 ? 61 : 2999) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0xFF);
        writeBytes(folder.target(), bytes);
        const auto data = loadDataset(folder.target());
        if (data) continue;
        ++refused;
        EXPECT_FALSE(data.error().text.empty());
    }
    EXPECT_GT(refused, 10U);
}
