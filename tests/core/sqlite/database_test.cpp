#include "core/sqlite/database.h"

#include "core/sqlite/errors.h"
#include "core/sqlite/scan.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <array>

using namespace adit;
using adit::sqlite::Database;
using adit::sqlite::Statement;
using adit::test::TempFolder;

namespace {

// A file with one table of one number.
std::filesystem::path made(const TempFolder& folder, const std::string& name = "x.sqlite") {
    const auto database = Database::openForBuilding(folder.path() / name);
    EXPECT_TRUE(database.has_value());
    EXPECT_TRUE(database->run("CREATE TABLE t (n INTEGER CHECK (n > 0)) STRICT; INSERT INTO t VALUES (7);"));
    return folder.path() / name;
}

}  // namespace

TEST(Database, UnusualNamesAreOpened) {
    const TempFolder folder;
    for (const std::string name :
         {"a b.sqlite", "50%.sqlite", "who?.sqlite", "n#1.sqlite", "Côte.sqlite", "a&b=c.sqlite"}) {
        const auto database = Database::openImmutable(made(folder, name));
        ASSERT_TRUE(database.has_value()) << name;
        EXPECT_EQ(*database->number("SELECT n FROM t"), 7) << name;
    }
}

TEST(Database, WhatIsOpenedForReadingIsNotWritten) {
    const TempFolder folder;
    const auto database = Database::openImmutable(made(folder));
    ASSERT_TRUE(database.has_value());
    const Status status = database->run("INSERT INTO t VALUES (8)");
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::full);
}

TEST(Database, ReadingLeavesNoFilesBeside) {
    const TempFolder folder;
    const auto database = Database::openImmutable(made(folder));
    EXPECT_TRUE(database->number("SELECT count(*) FROM t"));
    EXPECT_EQ(folder.names(), std::vector<std::string>{"x.sqlite"});
}

TEST(Database, ADefensiveConnectionKeepsTheSchemaAsItIs) {
    const TempFolder folder;
    const auto database = Database::openForBuilding(made(folder));
    EXPECT_TRUE(database->run("PRAGMA writable_schema = ON"));
    EXPECT_FALSE(database->run("UPDATE sqlite_schema SET sql = ''"));
    EXPECT_EQ(*database->number("PRAGMA trusted_schema"), 0);
}

TEST(Database, DoubleQuotesNameColumnsOnly) {
    const TempFolder folder;
    const auto database = Database::openImmutable(made(folder));
    EXPECT_FALSE(database->number("SELECT sum(\"2018\") FROM t"));
}

TEST(Database, AMissingFileIsSaid) {
    const auto database = Database::openImmutable("/nowhere/x.sqlite");
    ASSERT_FALSE(database.has_value());
    EXPECT_EQ(database.error().code, ErrorCode::unreadable);
    EXPECT_EQ(database.error().place.file, "/nowhere/x.sqlite");
}

TEST(Database, AQuickCheckSeesAValueOfAWrongType) {
    const TempFolder folder;
    const auto file = made(folder);
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &raw), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(raw,
                           "CREATE TABLE u (a TEXT) STRICT; INSERT INTO u VALUES ('x'); PRAGMA writable_schema = ON;"
                           "UPDATE sqlite_schema SET sql = 'CREATE TABLE u (a REAL) STRICT' WHERE name = 'u'",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(raw);
    const auto database = Database::openImmutable(file);
    EXPECT_TRUE(database->quickCheck("t"));
    const Status status = database->quickCheck("u");
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().text,
              "the file is damaged (non-REAL value in u.a); restore it from a copy or build it again");
}

TEST(Statement, AFailureEndsTheLoopAndIsKept) {
    const TempFolder folder;
    const auto database = Database::openImmutable(made(folder));
    Statement statement = database->prepare("SELECT nothing FROM t");
    EXPECT_FALSE(statement.next());
    EXPECT_FALSE(statement.finish());
}

TEST(Statement, MissingIsNotZero) {
    const TempFolder folder;
    const auto database = Database::openImmutable(made(folder));
    Statement statement = database->prepare("SELECT NULL, 0, 0.0, ''");
    ASSERT_TRUE(statement.next());
    EXPECT_FALSE(statement.optionalReal(0));
    EXPECT_FALSE(statement.optionalInteger(0));
    EXPECT_EQ(statement.optionalInteger(1), 0);
    EXPECT_EQ(statement.optionalReal(2), 0.0);
    EXPECT_EQ(statement.view(0), "");
}

TEST(Statement, IsReadyAgainAfterARun) {
    const TempFolder folder;
    const auto database = Database::openForBuilding(made(folder));
    Statement insert = database->prepare("INSERT INTO t VALUES (?)");
    for (const std::int64_t n : {1, 2, 3}) {
        insert.bind(1, n);
        EXPECT_TRUE(insert.run());
    }
    insert.bind(1, std::int64_t{-1});
    EXPECT_FALSE(insert.run());
    EXPECT_EQ(*database->number("SELECT sum(n) FROM t"), 13);
}

TEST(Scan, VisitsEveryRowInOrder) {
    const TempFolder folder;
    const auto database = Database::openForBuilding(made(folder));
    ASSERT_TRUE(database->run("CREATE TABLE u (a INTEGER, b REAL); INSERT INTO u VALUES (1, 0.5), (2, NULL), (3, 0)"));
    std::string seen;
    const std::array bound{std::int64_t{1}};
    const Status status = sqlite::scan(*database, "SELECT visit(a, b) FROM u WHERE a > ?", bound, [&](const auto& row) {
        seen += std::to_string(row.integer(0)) + (row.isNull(1) ? " null;" : " " + std::to_string(row.real(1)) + ";");
        return true;
    });
    EXPECT_TRUE(status);
    EXPECT_EQ(seen, "2 null;3 0.000000;");
}

TEST(Scan, EndsWhereTheVisitSaysSo) {
    const TempFolder folder;
    const auto database = Database::openForBuilding(made(folder));
    ASSERT_TRUE(database->run("INSERT INTO t VALUES (8), (9)"));
    int seen = 0;
    EXPECT_TRUE(sqlite::scan(*database, "SELECT visit(n) FROM t", {}, [&](const auto&) { return ++seen < 2; }));
    EXPECT_EQ(seen, 2);
}

TEST(Scan, AFaultyQueryIsAnError) {
    const TempFolder folder;
    const auto database = Database::openImmutable(made(folder));
    EXPECT_FALSE(sqlite::scan(*database, "SELECT visit(nothing) FROM t", {}, [](const auto&) { return true; }));
}

TEST(SqliteErrors, SayWhatToDo) {
    EXPECT_EQ(sqlite::errorFrom(SQLITE_FULL, "f", "").text, "the disk is full; free some space and try again");
    EXPECT_EQ(sqlite::errorFrom(SQLITE_FULL, "f", "").code, ErrorCode::full);
    EXPECT_EQ(sqlite::errorFrom(SQLITE_BUSY, "f", "").code, ErrorCode::locked);
    EXPECT_EQ(sqlite::errorFrom(SQLITE_IOERR_READ, "f", "detail").code, ErrorCode::unreadable);
}
