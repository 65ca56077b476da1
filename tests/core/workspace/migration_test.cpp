#include "core/workspace/migration.h"

#include "core/workspace/session.h"
#include "core/workspace/store.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <array>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

namespace {

// What comes after the formats that exist.
std::vector<std::string_view> withStep(std::string_view sql) {
    std::vector<std::string_view> steps(formatSteps().begin(), formatSteps().end());
    steps.push_back(sql);
    return steps;
}

std::string schemaOf(const std::filesystem::path& file) {
    const auto database = sqlite::Database::openForReading(file);
    sqlite::Statement select = database->prepare("SELECT name, sql FROM sqlite_schema WHERE sql <> '' ORDER BY name");
    std::string out;
    while (select.next())
        out += select.text(0) + ": " + select.text(1) + "\n";
    return out;
}

class Migration : public testing::Test {
protected:
    Migration() {
        auto session = Session::create(file(), ticking());
        EXPECT_TRUE(session && session->apply(everything()));
    }
    std::filesystem::path file() const { return m_folder.path() / "desk.adit"; }
    std::int64_t format() const { return *sqlite::Database::openForReading(file())->number("PRAGMA user_version"); }
    const std::int64_t m_head = static_cast<std::int64_t>(formatSteps().size());
    TempFolder m_folder{quickStorage()};
};

}  // namespace

TEST_F(Migration, AnOlderFileIsCopiedAsideAndBroughtUp) {
    const auto steps = withStep("CREATE TABLE colours (name TEXT) STRICT;");
    {
        const auto database = sqlite::Database::openForEditing(file());
        ASSERT_TRUE(migrateWithCopy(*database, steps));
        EXPECT_TRUE(checkIdentity(*database, steps));
        EXPECT_EQ(*database->number("SELECT count(*) FROM colours"), 0);
    }
    EXPECT_EQ(format(), m_head + 1);
    const auto copy = m_folder.path() / ("desk.v" + std::to_string(m_head) + ".adit");
    const auto old = Session::open(copy, ticking());
    ASSERT_TRUE(old.has_value()) << old.error().text;
    EXPECT_EQ(old->workspace().measures.size(), 2U);
}

TEST_F(Migration, AnEarlierCopyIsKept) {
    const std::string name = "desk.v" + std::to_string(m_head);
    m_folder.write(name + ".adit", "mine");
    const auto steps = withStep("CREATE TABLE colours (name TEXT) STRICT;");
    ASSERT_TRUE(migrateWithCopy(*sqlite::Database::openForEditing(file()), steps));
    EXPECT_EQ(readBytes(m_folder.path() / (name + ".adit")), "mine");
    EXPECT_TRUE(Session::open(m_folder.path() / (name + "-2.adit"), ticking()).has_value());
}

TEST_F(Migration, AFileOfThisFormatIsNotCopied) {
    { ASSERT_TRUE(migrateWithCopy(*sqlite::Database::openForEditing(file()))); }
    EXPECT_TRUE(Session::open(file(), ticking()).has_value());
    EXPECT_EQ(m_folder.names().front(), "desk.adit");
    EXPECT_EQ(std::filesystem::exists(m_folder.path() / "desk.v1.adit"), false);
}

TEST_F(Migration, AStepThatFailsLeavesTheFormatBeforeIt) {
    const auto steps = withStep("DROP TABLE assumptions; CREATE TABLE assumptions (nonsense;");
    EXPECT_FALSE(migrate(*sqlite::Database::openForEditing(file()), steps));
    EXPECT_EQ(format(), m_head);
    EXPECT_EQ(Session::open(file(), ticking())->workspace().assumptions.size(), 3U);
}

TEST_F(Migration, AStepThatBreaksAReferenceIsTakenBack) {
    const auto steps = withStep(
        "CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT;"
        "CREATE TABLE children (parent INTEGER REFERENCES parents) STRICT; INSERT INTO children VALUES (7);");
    EXPECT_FALSE(migrate(*sqlite::Database::openForEditing(file()), steps));
    EXPECT_EQ(format(), m_head);
}

// Files of every released format stay here for ever.
TEST(ReleasedFormats, EachOpensWithAllThatWasInIt) {
    for (std::size_t format = 1; format <= formatSteps().size(); ++format) {
        const TempFolder folder(quickStorage());
        const auto file = folder.path() / "old.adit";
        const std::string name = "v" + std::to_string(format) + ".adit";
        std::filesystem::copy_file(std::filesystem::path(ADIT_SOURCE_DIR) / "tests/fixtures/workspace" / name, file);
        std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
        auto session = Session::open(file, ticking());
        ASSERT_TRUE(session.has_value()) << name << ": " << session.error().text;
        Session expected = Session::unsaved(ticking());
        ASSERT_TRUE(expected.apply(everything()));
        if (format >= 3) {
            ASSERT_TRUE(expected.apply(sinceFormat3()));
        }
        if (format >= 4) {
            ASSERT_TRUE(expected.apply(sinceFormat4()));
        }
        if (format >= 5) {
            ASSERT_TRUE(expected.apply(sinceFormat5()));
        }
        ASSERT_TRUE(expected.apply(stock("KOR", 1900)));
        ASSERT_TRUE(expected.undo());
        EXPECT_EQ(session->workspace(), expected.workspace()) << name;
        EXPECT_EQ(session->history(), expected.history()) << name;
        EXPECT_TRUE(session->redo());
        // An older file takes what it could not hold.
        EXPECT_TRUE(session->apply(sinceFormat3()) && session->apply(sinceFormat4()) && session->apply(sinceFormat5()))
            << name;
        const auto copy = folder.path() / ("old.v" + std::to_string(format) + ".adit");
        EXPECT_EQ(std::filesystem::exists(copy), format < formatSteps().size()) << name;
        const auto fresh = folder.path() / "fresh.adit";
        ASSERT_TRUE(writeNew(fresh, {}, IfExists::refuse));
        EXPECT_EQ(schemaOf(file), schemaOf(fresh)) << name;
    }
}
