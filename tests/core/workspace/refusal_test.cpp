// What goes wrong with a file, and that each time a message says so and nothing is lost.
#include "core/workspace/migration.h"
#include "core/workspace/session.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

namespace {

namespace fs = std::filesystem;

void runSql(const fs::path& file, const std::string& sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
}

// Permissions say nothing to root: what runs while this lives is an ordinary user's.
class OrdinaryUser {
public:
    explicit OrdinaryUser(const fs::path& home) {
        if (::geteuid() != 0) return;
        for (const auto& entry : fs::recursive_directory_iterator(home))
            EXPECT_EQ(::chown(entry.path().c_str(), nobody, nobody), 0);
        EXPECT_EQ(::chown(home.c_str(), nobody, nobody), 0);
        EXPECT_EQ(::seteuid(nobody), 0);
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;
    ~OrdinaryUser() {
        if (::getuid() != 0) return;
        EXPECT_EQ(::seteuid(0), 0);
    }

private:
    static constexpr uid_t nobody = 65534;
};

// No file may grow beyond so many bytes: the disk is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

class WorkspaceFile : public testing::Test {
protected:
    WorkspaceFile() {
        auto session = Session::create(file(), ticking());
        EXPECT_TRUE(session.has_value() && session->apply(stock("KOR", 5)).has_value());
    }
    fs::path file() const { return m_folder.path() / "desk.adit"; }
    Result<Session> open() const { return Session::open(file(), ticking()); }
    std::string refusal() const {
        const auto session = open();
        return session ? "opened" : session.error().text;
    }
    TempFolder m_folder{quickStorage()};
};

double koreaStock(const Session& session) {
    return session.workspace().assumptions.at(stockOf("KOR")).central;
}

}  // namespace

TEST_F(WorkspaceFile, WhatIsNoWorkspaceIsRefusedInWords) {
    const auto refused = [](const fs::path& path) {
        const auto session = Session::open(path, ticking());
        return session ? "opened" : session.error().text;
    };
    EXPECT_EQ(refused(m_folder.path() / "none.adit"), "there is no such file");
    EXPECT_EQ(refused(m_folder.path()), "this is a folder, not a workspace file");
    EXPECT_EQ(refused(m_folder.write("empty.adit", "")), "the file is empty; restore a copy, or make a new workspace");
    EXPECT_EQ(refused(m_folder.write("text.adit", std::string(5000, 'x'))),
              "this is not an SQLite file; check that it is an Adit workspace and readable");
    runSql(m_folder.path() / "other.adit", "CREATE TABLE t (a)");
    EXPECT_EQ(refused(m_folder.path() / "other.adit"),
              "this is an SQLite file of another program, not an Adit workspace; choose another one");
    // No lock stays behind, and nothing was written.
    EXPECT_EQ(m_folder.names(), (std::vector<std::string>{"desk.adit", "empty.adit", "other.adit", "text.adit"}));
}

TEST_F(WorkspaceFile, ANewerFileIsRefusedByTheVersionItNeeds) {
    runSql(file(), "PRAGMA user_version = 99; UPDATE meta SET value = 'Adit 3.2' WHERE key = 'needs'");
    const std::string before = readBytes(file());
    const auto session = open();
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().code, ErrorCode::wrongVersion);
    EXPECT_EQ(session.error().text, "this workspace needs Adit 3.2 (it has format 99, this program knows up to " +
                                        std::to_string(formatSteps().size()) + "); nothing was changed");
    EXPECT_EQ(readBytes(file()), before);
}

TEST_F(WorkspaceFile, AWriteProtectedFileOpensForReading) {
    ::chmod(file().c_str(), 0444);
    const OrdinaryUser user(m_folder.path());
    auto session = open();
    ASSERT_TRUE(session.has_value()) << session.error().text;
    EXPECT_TRUE(session->readOnly());
    EXPECT_EQ(session->readOnlyReason(), "the file is write-protected");
    const Status status = session->apply(stock("KOR", 6));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().text,
              "the workspace is open for reading only (the file is write-protected); save it as a new file");
    EXPECT_EQ(koreaStock(*session), 5);
}

TEST_F(WorkspaceFile, AFolderThatCannotBeWrittenOpensForReading) {
    const OrdinaryUser user(m_folder.path());
    ::chmod(m_folder.path().c_str(), 0555);
    auto session = open();
    ASSERT_TRUE(session.has_value()) << session.error().text;
    EXPECT_EQ(session->readOnlyReason(), "its folder cannot be written, which saving needs");
    EXPECT_EQ(koreaStock(*session), 5);
    EXPECT_FALSE(Session::create(m_folder.path() / "new.adit", ticking()));
    EXPECT_FALSE(session->saveAs(m_folder.path() / "new.adit"));
    ::chmod(m_folder.path().c_str(), 0755);
    ASSERT_TRUE(session->saveAs(m_folder.path() / "new.adit"));
    EXPECT_FALSE(session->readOnly());
    EXPECT_TRUE(session->apply(stock("KOR", 6)));
}

TEST_F(WorkspaceFile, ADeletedFileIsNoticedAndNothingIsLost) {
    auto session = open();
    fs::remove(file());
    const Status status = session->apply(stock("KOR", 6));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::replaced);
    EXPECT_EQ(status.error().text,
              "the change was not saved: the file was deleted or moved, or its drive is gone; save the workspace as a "
              "new file");
    EXPECT_EQ(koreaStock(*session), 5);
    ASSERT_TRUE(session->saveAs(file()));
    ASSERT_TRUE(session->apply(stock("KOR", 6)));
    session = Session::unsaved(ticking());
    EXPECT_EQ(koreaStock(*open()), 6);
}

TEST_F(WorkspaceFile, AReplacedFileIsNoticedAndLeftAlone) {
    auto session = open();
    fs::copy_file(file(), m_folder.path() / "new");
    fs::rename(m_folder.path() / "new", file());
    const std::string before = readBytes(file());
    const Status status = session->apply(stock("KOR", 6));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::replaced);
    EXPECT_EQ(koreaStock(*session), 5);
    EXPECT_EQ(readBytes(file()), before);
    ASSERT_TRUE(session->saveCopy(m_folder.path() / "copy.adit"));
}

TEST_F(WorkspaceFile, AChangeByAnotherProgramIsNoticed) {
    auto session = open();
    runSql(file(), "UPDATE meta SET value = '77' WHERE key = 'revision'");
    const Status status = session->apply(stock("KOR", 6));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::replaced);
    EXPECT_NE(status.error().text.find("another program has changed the file"), std::string::npos);
    EXPECT_EQ(koreaStock(*session), 5);
}

TEST_F(WorkspaceFile, AFullDiskIsSaidAndTheEditCanBeMadeLater) {
    auto session = open();
    const Step large{{SetDocument{{DocumentKind::scenario, "long"}, "\"" + std::string(100000, 'x') + "\""}}};
    {
        const FullDisk full(30000);
        const Status status = session->apply(large);
        ASSERT_FALSE(status);
        EXPECT_TRUE(status.error().text.starts_with("the change was not saved: ")) << status.error().text;
        EXPECT_TRUE(session->workspace().documents.empty());
        EXPECT_EQ(session->history().size(), 1U);
    }
    ASSERT_TRUE(session->apply(large));
    session = Session::unsaved(ticking());
    EXPECT_EQ(open()->workspace().documents.size(), 1U);
}

TEST_F(WorkspaceFile, ANewFileOnAFullDiskLeavesNothingBehind) {
    const FullDisk full(4096);
    const auto session = Session::create(m_folder.path() / "new.adit", ticking());
    ASSERT_FALSE(session);
    EXPECT_EQ(m_folder.names(), std::vector<std::string>{"desk.adit"});
}

TEST_F(WorkspaceFile, AFileInUseIsLeftForLater) {
    auto session = open();
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(file().c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const Status status = session->apply(stock("KOR", 6));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::locked);
    sqlite3_close(other);
    EXPECT_TRUE(session->apply(stock("KOR", 6)));
}

TEST_F(WorkspaceFile, AJournalOfAnotherFileIsNotPlayedIntoANewOne) {
    m_folder.write("new.adit-journal", "left over");
    const auto session = Session::create(m_folder.path() / "new.adit", ticking());
    ASSERT_FALSE(session);
    EXPECT_NE(session.error().text.find("new.adit-journal"), std::string::npos) << session.error().text;
}

TEST_F(WorkspaceFile, ASecondSessionReadsAndSaysWhoHolds) {
    auto first = open();
    ASSERT_FALSE(first->readOnly());
    auto second = open();
    ASSERT_TRUE(second.has_value()) << second.error().text;
    EXPECT_TRUE(second->readOnly());
    EXPECT_NE(second->holder().find("(process " + std::to_string(::getpid()) + "), since 2026-05-01 "),
              std::string::npos)
        << second->holder();
    EXPECT_EQ(koreaStock(*second), 5);
    EXPECT_FALSE(second->apply(stock("KOR", 6)));
    EXPECT_TRUE(first->apply(stock("KOR", 7)));
    EXPECT_FALSE(second->saveAs(file(), IfExists::replace));
    first = Session::unsaved(ticking());
    EXPECT_FALSE(open()->readOnly());
    EXPECT_EQ(koreaStock(*open()), 7);
}

TEST_F(WorkspaceFile, ALockOfAnotherComputerHoldsUntilItIsTakenOver) {
    m_folder.write("desk.adit.lock", "user=anna\nhost=far-away\nprocess=1\nsince=2026-04-30T09:00:00Z\n");
    {
        const auto session = open();
        EXPECT_EQ(session->holder(), "anna on far-away (process 1), since 2026-04-30 09:00 UTC");
        EXPECT_TRUE(session->readOnly());
    }
    auto session = Session::open(file(), ticking(), IfHeld::takeOver);
    ASSERT_TRUE(session.has_value());
    EXPECT_FALSE(session->readOnly());
    EXPECT_TRUE(session->apply(stock("KOR", 6)));
}

TEST_F(WorkspaceFile, ALiveHolderIsNotPushedAside) {
    const auto first = open();
    const auto second = Session::open(file(), ticking(), IfHeld::takeOver);
    EXPECT_TRUE(second->readOnly());
}

TEST_F(WorkspaceFile, ADamagedPageIsSaidAndNothingIsChanged) {
    std::string bytes = readBytes(file());
    for (std::size_t i = 4096 + 8; i < 3 * 4096; ++i)
        bytes[i] = static_cast<char>(0xA5);
    writeBytes(file(), bytes);
    const auto session = open();
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().code, ErrorCode::damaged);
    EXPECT_TRUE(session.error().text.ends_with("; save what can be read to a new file, or restore a copy"))
        << session.error().text;
    EXPECT_EQ(readBytes(file()), bytes);
}

TEST_F(WorkspaceFile, AFigureThatWasAlteredOutsideIsNoticed) {
    runSql(file(), "UPDATE assumptions SET central = 50");
    EXPECT_EQ(refusal(),
              "the file is damaged (row 1 of assumptions does not fit its seal); save what can be read to a new file, "
              "or restore a copy");
}
