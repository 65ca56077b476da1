// Programs that are killed while they save, and disks that lose power: what was acknowledged is there, and nothing
// else but at most the edit in flight.
#include "tests/core/workspace/edit_sequence.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

namespace {

namespace fs = std::filesystem;

// A running editor, killed at the latest with this.
class Editor {
public:
    explicit Editor(std::vector<std::string> words) {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        EXPECT_EQ(::pipe2(in.data(), O_CLOEXEC) + ::pipe2(out.data(), O_CLOEXEC), 0);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        words.insert(words.begin(), EDITOR_PROCESS);
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        EXPECT_EQ(::posix_spawn(&m_child, arguments[0], &actions, nullptr, arguments.data(), environ), 0);
        posix_spawn_file_actions_destroy(&actions);
        ::close(in[0]);
        ::close(out[1]);
        m_input = in[1];
        m_output = out[0];
    }
    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;
    ~Editor() {
        kill();
        ::close(m_input);
        ::close(m_output);
    }

    // The number of the next edit that it says is saved; nothing when it has ended.
    std::optional<std::uint32_t> heard() {
        std::uint32_t number = 0;
        if (::read(m_output, &number, sizeof number) != sizeof number) return std::nullopt;
        return number;
    }
    void kill() {
        if (m_child == 0) return;
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
        m_child = 0;
    }
    pid_t process() const { return m_child; }

private:
    pid_t m_child = 0;
    int m_input = -1;
    int m_output = -1;
};

// Runs the sequence on and kills it somewhere within the edit after the `edits`th, or shortly after; the last number
// that it said.
std::uint32_t killedAfter(const fs::path& file, std::uint64_t seed, std::uint32_t from, std::uint32_t edits,
                          unsigned spin) {
    Editor editor({file.string(), std::to_string(seed), std::to_string(from)});
    std::optional<std::uint32_t> said = editor.heard();
    while (said && *said < from + edits)
        said = editor.heard();
    EXPECT_TRUE(said.has_value()) << "the editor ended by itself";
    std::atomic<unsigned> turns{0};
    while (turns.fetch_add(1, std::memory_order_relaxed) < spin) {
    }
    editor.kill();
    while (const auto number = editor.heard())
        said = number;
    return said.value_or(0);
}

// A file as a power cut leaves it: a change under way that has already reached some of the pages.
struct Crash {
    std::string before;   // the file when the change began
    std::string during;   // the file with some pages of the change
    std::string journal;  // complete
};

void run(sqlite3* database, const std::string& sql) {
    ASSERT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
}

Crash crashOf(const fs::path& file) {
    Crash crash;
    crash.before = readBytes(file);
    sqlite3* database = nullptr;
    EXPECT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    run(database,
        "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; PRAGMA cache_size = 2; BEGIN IMMEDIATE;"
        "UPDATE assumptions SET central = central + 1, note = 'half'; UPDATE history SET at = 'half';");
    fs::path journal = file;
    journal += "-journal";
    crash.journal = readBytes(journal);
    crash.during = readBytes(file);
    run(database, "ROLLBACK");
    sqlite3_close(database);
    return crash;
}

class PowerCut : public testing::Test {
protected:
    PowerCut() {
        auto session = Session::create(file(), ticking());
        Step step;
        for (int i = 0; i < 400; ++i)
            step.edits.push_back(setStock("E" + std::to_string(i), i));
        EXPECT_TRUE(session && session->apply(step));
        m_state = session->workspace();
    }
    fs::path file() const { return m_folder.path() / "desk.adit"; }
    // The session that opens on what lies on the disk.
    Result<Session> after(const std::string& bytes, std::string_view journal) const {
        writeBytes(m_disk.path() / "desk.adit", bytes);
        writeBytes(m_disk.path() / "desk.adit-journal", journal);
        return Session::open(m_disk.path() / "desk.adit", ticking());
    }
    Workspace m_state;
    TempFolder m_folder{quickStorage()};
    TempFolder m_disk{quickStorage()};
};

}  // namespace

TEST(Killed, NoAcknowledgedEditIsLostInTwoHundredKills) {
    constexpr std::uint64_t seed = 20260501;
    constexpr int rounds = 200;
    const TempFolder folder(quickStorage());
    const fs::path file = folder.path() / "desk.adit";
    { ASSERT_TRUE(Session::create(file, ticking()).has_value()); }
    const EditSequence sequence(seed);
    Session expected = Session::unsaved(ticking());
    std::uint32_t made = 0;
    std::uint64_t random = seed;
    for (int round = 0; round < rounds; ++round) {
        random = random * 6364136223846793005U + 1442695040888963407U;
        const auto edits = static_cast<std::uint32_t>(random >> 60U) % 5;
        const auto spin = static_cast<unsigned>(random >> 33U) % 400000;
        const std::uint32_t said = killedAfter(file, seed, made, edits, spin);
        ASSERT_GE(said, made);
        while (made < said)
            ASSERT_TRUE(sequence.make(expected, ++made));
        auto session = Session::open(file, ticking());
        ASSERT_TRUE(session.has_value()) << "round " << round << ": " << session.error().text;
        EXPECT_FALSE(session->readOnly()) << session->readOnlyReason();
        if (timeless(session->workspace()) != timeless(expected.workspace())) {
            ASSERT_TRUE(sequence.make(expected, ++made));  // the one in flight came through
        }
        ASSERT_EQ(timeless(session->workspace()), timeless(expected.workspace())) << "round " << round;
        ASSERT_EQ(session->history().size(), expected.history().size()) << "round " << round;
    }
    EXPECT_GT(made, 200U);
}

TEST_F(PowerCut, AChangeThatReachedSomePagesIsTakenBack) {
    const Crash crash = crashOf(file());
    ASSERT_NE(crash.before, crash.during);  // else the test would show nothing
    const auto session = after(crash.during, crash.journal);
    ASSERT_TRUE(session.has_value()) << session.error().text;
    EXPECT_EQ(session->workspace(), m_state);
}

TEST_F(PowerCut, AJournalCutAnywhereBeforeTheFileIsTouchedLosesNothing) {
    const Crash crash = crashOf(file());
    for (std::size_t length = 0; length <= crash.journal.size(); length += 97 + length / 16) {
        const auto session = after(crash.before, std::string_view(crash.journal).substr(0, length));
        ASSERT_TRUE(session.has_value()) << length << ": " << session.error().text;
        ASSERT_EQ(session->workspace(), m_state) << length;
    }
}

TEST_F(PowerCut, AJournalOfNoiseLosesNothing) {
    const auto session = after(readBytes(file()), std::string(8192, '\x5A'));
    ASSERT_TRUE(session.has_value()) << session.error().text;
    EXPECT_EQ(session->workspace(), m_state);
}

// A disk that breaks its word: the journal is cut although the file has been written. Rows with seals tell.
TEST_F(PowerCut, AJournalLostAfterTheFileWasTouchedIsNeverTakenForSound) {
    const Crash crash = crashOf(file());
    for (const std::size_t length : {std::size_t{0}, std::size_t{100}, std::size_t{512}, crash.journal.size() / 2}) {
        const auto session = after(crash.during, std::string_view(crash.journal).substr(0, length));
        if (session) {
            EXPECT_EQ(session->workspace(), m_state) << length;
        } else {
            EXPECT_EQ(session.error().code, ErrorCode::damaged) << session.error().text;
        }
    }
}

TEST(TwoPrograms, TheSecondReadsAndNamesTheFirstUntilThatIsKilled) {
    const TempFolder folder(quickStorage());
    const fs::path file = folder.path() / "desk.adit";
    { ASSERT_TRUE(Session::create(file, ticking())->apply(stock("KOR", 5))); }
    Editor first({"hold", file.string()});
    ASSERT_EQ(first.heard(), 0U);
    {
        auto second = Session::open(file, ticking());
        ASSERT_TRUE(second.has_value()) << second.error().text;
        EXPECT_TRUE(second->readOnly());
        EXPECT_NE(second->holder().find("(process " + std::to_string(first.process()) + ")"), std::string::npos)
            << second->holder();
        EXPECT_EQ(second->workspace().assumptions.size(), 1U);
        const Status status = second->apply(stock("KOR", 6));
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::locked);
    }
    first.kill();
    auto next = Session::open(file, ticking());
    ASSERT_TRUE(next.has_value());
    EXPECT_FALSE(next->readOnly()) << next->readOnlyReason();
    EXPECT_TRUE(next->apply(stock("KOR", 6)));
}

TEST(TwoPrograms, OneThatReadsSeesWholeChangesOfTheOther) {
    const TempFolder folder(quickStorage());
    const fs::path file = folder.path() / "desk.adit";
    { ASSERT_TRUE(Session::create(file, ticking()).has_value()); }
    Editor writer({file.string(), "7", "0"});
    ASSERT_EQ(writer.heard(), 0U);
    for (int i = 0; i < 30; ++i) {
        writer.heard();
        const auto reader = Session::open(file, ticking());
        ASSERT_TRUE(reader.has_value()) << reader.error().text;
        const Workspace& seen = reader->workspace();
        // A step of a dozen figures is there as a whole, with one value, or not at all.
        std::size_t together = 0;
        for (const auto& [key, assumption] : seen.assumptions)
            if (key.economy.starts_with("S")) ++together;
        EXPECT_TRUE(together == 0 || together == 12) << together;
    }
}
