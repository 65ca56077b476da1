// The real program: exit codes and what it says.
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

using adit::test::Ran;
using adit::test::TempFolder;

namespace {

Ran cli(const std::vector<std::string>& words) {
    return adit::test::run(ADIT_CLI, words);
}

void writeSmallFolder(const TempFolder& folder) {
    folder.write("dataset.csv", "key,value\nformat,1\nedition,9.1\ntitle,Small\nlicence_note,none\n");
    folder.write("sources.csv",
                 "source_id,publisher,title,redistribution\nalpha,Alpha,Yearbook,open\n"
                 "beta,Beta,Tables,restricted\n");
    folder.write("economies.csv",
                 "iso3,iso2,name,short_name,region,lat,lon,map_50m\nCOD,CD,Congo,DR Congo,Africa,-2.9,23.6,1\n");
    folder.write("minerals.csv",
                 "mineral,name,symbol,group,evidence,source_id\ncobalt,Cobalt,Co,battery,published,alpha\n");
    folder.write("production.csv",
                 "mineral,stage,economy,year,source_id,basis,quantity_t,flag\n"
                 "cobalt,mine,COD,2022,alpha,Co content,70,reported\n"
                 "cobalt,mine,COD,2022,beta,Co content,71,reported\n");
}

class DatasetCommand : public testing::Test {
protected:
    DatasetCommand() { writeSmallFolder(m_folder); }
    std::string input() const { return m_folder.path().string(); }
    std::string file() const { return (m_output.path() / "x.sqlite").string(); }
    Ran build() const { return cli({"dataset", "build", input(), "-o", file()}); }

    TempFolder m_folder;
    TempFolder m_output;
};

void runSql(const std::string& file, const char* sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
}

}  // namespace

TEST(Cli, HelpNamesEveryCommand) {
    const Ran ran = cli({"--help"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_NE(ran.out.find("\n  dataset "), std::string::npos) << ran.out;
    EXPECT_EQ(ran.err, "");
}

TEST(Cli, WithoutWordsTheHelpIsAnError) {
    const Ran ran = cli({});
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("usage: adit-cli COMMAND"), std::string::npos);
}

TEST(Cli, VersionIsOneLine) {
    EXPECT_EQ(cli({"--version"}).out, "adit-cli " ADIT_VERSION "\n");
}

TEST(Cli, AnUnknownCommandNamesTheNearest) {
    const Ran ran = cli({"datset"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.err, "adit-cli: there is no command \"datset\"; nearest: dataset\n");
}

TEST(Cli, AnUnknownVerbNamesTheNearest) {
    EXPECT_EQ(cli({"dataset", "chek"}).err, "adit-cli dataset: there is no command \"chek\"; nearest: check\n");
}

TEST(Cli, AVerbHasHelpOfItsOwn) {
    const Ran ran = cli({"dataset", "build", "--help"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_TRUE(ran.out.starts_with("usage: adit-cli dataset build DIR -o FILE [--only-open] [--quiet]\n")) << ran.out;
}

TEST_F(DatasetCommand, BuildSaysEditionAndHash) {
    const Ran ran = build();
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(ran.out.starts_with(file() + ": edition 9.1, ")) << ran.out;
    EXPECT_EQ(ran.err, "");
}

TEST_F(DatasetCommand, WarningsAreListedOrCounted) {
    m_folder.write("other.csv", "a\n");
    const Ran listed = build();
    EXPECT_EQ(listed.code, 0);
    EXPECT_EQ(listed.err, "warning: other.csv: the format has no file of this name; it is not used (unknown-file)\n");
    EXPECT_TRUE(listed.out.ends_with(", 1 warnings\n")) << listed.out;
    EXPECT_EQ(cli({"dataset", "build", input(), "-o", file(), "-q"}).err, "");
}

TEST_F(DatasetCommand, AnErrorOfTheFolderIsPlacedAndEndsWithTwo) {
    m_folder.write("production.csv",
                   "mineral,stage,economy,year,source_id,basis,quantity_t,flag\n"
                   "cobalt,mine,COG,2022,alpha,Co content,70,reported\n");
    const Ran ran = build();
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err,
              "production.csv:2: column economy: \"COG\" is no known economy; nearest: COD (unknown-economy)\n"
              "nothing was written\n");
    EXPECT_TRUE(m_output.names().empty());
}

TEST_F(DatasetCommand, OnlyOpenCountsWhatItLeavesOut) {
    const Ran ran = cli({"dataset", "build", input(), "--only-open", "--output=" + file()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(ran.out.starts_with("production: 1 of 2 rows left out\n" + file() + ": edition 9.1-open, ")) << ran.out;
}

TEST_F(DatasetCommand, MissingAndUnknownOptionsAreNamed) {
    EXPECT_EQ(cli({"dataset", "build", input()}).err, "say where to write the dataset: -o FILE\n");
    EXPECT_EQ(cli({"dataset", "build", input(), "-o"}).err, "--output needs a value\n");
    EXPECT_EQ(cli({"dataset", "build", input(), "--onlyopen"}).err,
              "there is no option --onlyopen; nearest: --only-open\n");
    EXPECT_EQ(cli({"dataset", "check"}).err, "FILE is missing\n");
    EXPECT_EQ(cli({"dataset", "check", "a", "b"}).err, "\"b\" is one word too many\n");
}

TEST_F(DatasetCommand, CheckFindsABuiltFileSound) {
    ASSERT_EQ(build().code, 0);
    const Ran ran = cli({"dataset", "check", file()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, file() + ": sound; edition 9.1, 0 warnings\n");
}

TEST_F(DatasetCommand, CheckSeesAFigureThatWasChanged) {
    ASSERT_EQ(build().code, 0);
    runSql(file(), "UPDATE production SET quantity_t = 7000 WHERE quantity_t = 70");
    const Ran ran = cli({"dataset", "check", file()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.err, file() + ": the content was changed after the dataset was built; build it again\n");
}

TEST_F(DatasetCommand, CheckSeesAReferenceToNothing) {
    ASSERT_EQ(build().code, 0);
    runSql(file(), "PRAGMA foreign_keys = OFF; UPDATE production SET basis = 99 WHERE quantity_t = 70");
    const Ran ran = cli({"dataset", "check", file()});
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("table production refers to a missing row of bases"), std::string::npos) << ran.err;
}

TEST_F(DatasetCommand, FilesThatAreNoDatasetEndWithTwo) {
    const std::string empty = m_output.write("empty.sqlite", "").string();
    EXPECT_EQ(cli({"dataset", "check", empty}).code, 2);
    EXPECT_EQ(cli({"dataset", "info", empty}).err, empty + ": the file is empty; build the dataset again\n");
    EXPECT_EQ(cli({"dataset", "info", input()}).err, input() + ": this is a folder, not a dataset file\n");
    EXPECT_EQ(cli({"dataset", "check", file()}).err, file() + ": there is no such file\n");
}

TEST_F(DatasetCommand, InfoSaysWhatIsInTheFile) {
    ASSERT_EQ(build().code, 0);
    const Ran ran = cli({"dataset", "info", file()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    for (const char* line :
         {"edition                 9.1\n", "minerals                1\n", "production rows         2\n",
          "production years        2022 to 2022\n", "sources, open:\n  alpha: Alpha, Yearbook\n",
          "sources, not to be passed on:\n  beta: Beta, Tables\n", "warnings of the build: 0\n"}) {
        EXPECT_NE(ran.out.find(line), std::string::npos) << line << "in\n" << ran.out;
    }
}
