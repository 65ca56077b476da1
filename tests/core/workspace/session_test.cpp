// Sessions as the window uses them: every change saved, undone and found again.
#include "core/workspace/session.h"

#include "tests/core/workspace/samples.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

namespace {

class SessionFile : public testing::Test {
protected:
    std::filesystem::path file() const { return m_folder.path() / "desk.adit"; }
    Session created() const {
        auto session = Session::create(file(), ticking());
        if (!session) throw std::runtime_error(session.error().text);
        return std::move(*session);
    }
    Session opened() const {
        auto session = Session::open(file(), ticking());
        if (!session) throw std::runtime_error(session.error().text);
        return std::move(*session);
    }
    TempFolder m_folder{quickStorage()};
};

double koreaStock(const Session& session) {
    const auto found = session.workspace().assumptions.find(stockOf("KOR"));
    return found == session.workspace().assumptions.end() ? -1.0 : found->second.central;
}

}  // namespace

TEST_F(SessionFile, EverythingIsThereAfterARestart) {
    Workspace before;
    History history;
    {
        Session session = created();
        ASSERT_TRUE(session.apply(everything()));
        ASSERT_TRUE(session.apply(stock("JPN", 7)));
        before = session.workspace();
        history = session.history();
    }
    const Session session = opened();
    EXPECT_EQ(session.workspace(), before);
    EXPECT_EQ(session.history(), history);
    EXPECT_EQ(session.workspace().view.at("page"), "stockpiles");
}

TEST_F(SessionFile, AClosedSessionLeavesOneFile) {
    { ASSERT_TRUE(created().apply(everything())); }
    EXPECT_EQ(m_folder.names(), std::vector<std::string>{"desk.adit"});
}

TEST_F(SessionFile, AnAssumptionBearsTheTimeOfItsEdit) {
    Session session = created();
    ASSERT_TRUE(session.apply(stock("KOR", 5)));
    const std::string& at = session.workspace().assumptions.at(stockOf("KOR")).at;
    EXPECT_TRUE(at.starts_with("2026-05-01T00:00:")) << at;
    EXPECT_EQ(session.history().back().at, at);
}

TEST_F(SessionFile, UndoAndRedoGoOnAfterARestart) {
    {
        Session session = created();
        for (const double tonnes : {100.0, 200.0, 300.0})
            ASSERT_TRUE(session.apply(stock("KOR", tonnes)));
        ASSERT_TRUE(session.undo());
    }
    {
        Session session = opened();
        EXPECT_EQ(koreaStock(session), 200);
        ASSERT_TRUE(session.undo());
        EXPECT_EQ(koreaStock(session), 100);
        ASSERT_TRUE(session.redo());
        ASSERT_TRUE(session.redo());
        EXPECT_EQ(koreaStock(session), 300);
        EXPECT_FALSE(session.canRedo());
        EXPECT_FALSE(session.redo());
    }
    EXPECT_EQ(koreaStock(opened()), 300);
}

TEST_F(SessionFile, UndoOfAllGivesAnEmptyWorkspace) {
    Session session = created();
    Step all = everything();
    std::erase_if(all.edits, [](const Edit& e) { return std::holds_alternative<SetView>(e); });
    ASSERT_TRUE(session.apply(all));
    ASSERT_TRUE(session.apply({{SetMeasure{"own-1", std::nullopt}, setStock("KOR", 1)}}));
    ASSERT_TRUE(session.goTo(0));
    EXPECT_EQ(session.workspace(), Workspace{});
    EXPECT_FALSE(session.canUndo());
    ASSERT_TRUE(session.goTo(2));
    EXPECT_EQ(session.workspace().measures.size(), 1U);
    EXPECT_EQ(koreaStock(session), 1);
}

TEST_F(SessionFile, AnEditAfterAnUndoDropsWhatWasUndone) {
    {
        Session session = created();
        ASSERT_TRUE(session.apply(stock("KOR", 1)));
        ASSERT_TRUE(session.apply(stock("KOR", 2)));
        ASSERT_TRUE(session.undo());
        ASSERT_TRUE(session.apply(stock("KOR", 3)));
        EXPECT_FALSE(session.canRedo());
    }
    Session session = opened();
    EXPECT_EQ(session.history().size(), 2U);
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(koreaStock(session), 1);
}

TEST_F(SessionFile, ADragIsOneStep) {
    Session session = created();
    ASSERT_TRUE(session.apply(stock("KOR", 100)));
    for (int i = 1; i <= 50; ++i)
        ASSERT_TRUE(session.apply(stock("KOR", 100 + i, "drag-1")));
    ASSERT_TRUE(session.apply(stock("KOR", 7, "drag-2")));
    EXPECT_EQ(session.history().size(), 3U);
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(koreaStock(session), 150);
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(koreaStock(session), 100);
}

TEST_F(SessionFile, ADragBackToItsBeginningIsNoStep) {
    Session session = created();
    ASSERT_TRUE(session.apply(stock("KOR", 100)));
    ASSERT_TRUE(session.apply(stock("KOR", 110, "drag-1")));
    ASSERT_TRUE(session.apply(stock("KOR", 100, "drag-1")));
    EXPECT_EQ(session.history().size(), 1U);
    ASSERT_TRUE(session.apply(stock("KOR", 120, "drag-1")));
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(koreaStock(session), 100);
}

TEST_F(SessionFile, AnUndoEndsADrag) {
    Session session = created();
    ASSERT_TRUE(session.apply(stock("KOR", 1, "drag")));
    ASSERT_TRUE(session.apply(stock("JPN", 2)));
    ASSERT_TRUE(session.undo());
    ASSERT_TRUE(session.apply(stock("KOR", 3, "drag")));
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(koreaStock(session), 1);
}

TEST_F(SessionFile, AnEditThatChangesNothingIsNoStep) {
    Session session = created();
    ASSERT_TRUE(session.apply(stock("KOR", 5)));
    ASSERT_TRUE(session.apply(stock("KOR", 5)));
    ASSERT_TRUE(session.apply({{setStock("KOR", 6), setStock("KOR", 5)}}));
    ASSERT_TRUE(session.apply({{SetMeasure{"none", std::nullopt}}}));
    EXPECT_EQ(session.history().size(), 1U);
}

TEST_F(SessionFile, ViewStateIsSavedButNoStep) {
    {
        Session session = created();
        ASSERT_TRUE(session.apply({{SetView{"page", "map"}}}));
        ASSERT_TRUE(session.apply({{setStock("KOR", 5), SetView{"page", "stockpiles"}}}));
        ASSERT_EQ(session.history().size(), 1U);
        ASSERT_TRUE(session.undo());
    }
    EXPECT_EQ(opened().workspace().view.at("page"), "stockpiles");
}

TEST_F(SessionFile, ARefusedEditChangesNeitherMemoryNorFile) {
    {
        Session session = created();
        ASSERT_TRUE(session.apply(stock("KOR", 5)));
        const Status status = session.apply({{setStock("JPN", 1), setStock("KOR", -3)}});
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().place.column, "central");
        EXPECT_EQ(session.workspace().assumptions.size(), 1U);
    }
    EXPECT_EQ(opened().workspace().assumptions.size(), 1U);
}

TEST_F(SessionFile, TheLastTwoHundredStepsAreKept) {
    {
        Session session = created();
        for (int i = 1; i <= 205; ++i)
            ASSERT_TRUE(session.apply(stock("KOR", i)));
    }
    Session session = opened();
    EXPECT_EQ(session.history().size(), historyLimit);
    ASSERT_TRUE(session.goTo(0));
    EXPECT_EQ(koreaStock(session), 5);
}

TEST_F(SessionFile, AnUnsavedSessionBecomesAFile) {
    Session session = Session::unsaved(ticking());
    EXPECT_FALSE(session.hasFile());
    ASSERT_TRUE(session.apply(everything()));
    ASSERT_TRUE(session.apply(stock("KOR", 5)));
    ASSERT_TRUE(session.saveAs(file()));
    EXPECT_EQ(session.path(), file());
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(koreaStock(session), 2400.5);
    const Workspace before = session.workspace();
    session = Session::unsaved(ticking());
    EXPECT_EQ(opened().workspace(), before);
}

TEST_F(SessionFile, ACopyIsWholeAndLeavesTheSessionWhereItIs) {
    Session session = created();
    ASSERT_TRUE(session.apply(everything()));
    const auto copy = m_folder.path() / "copy.adit";
    ASSERT_TRUE(session.saveCopy(copy));
    ASSERT_TRUE(session.apply(stock("KOR", 1)));
    const auto other = Session::open(copy, ticking());
    ASSERT_TRUE(other.has_value()) << other.error().text;
    EXPECT_EQ(koreaStock(*other), 2400.5);
    EXPECT_EQ(other->history().size(), 1U);
    EXPECT_EQ(session.path(), file());
}

TEST_F(SessionFile, AnExistingFileIsOnlyReplacedWhenSaid) {
    { ASSERT_TRUE(created().apply(stock("KOR", 5))); }
    const auto refused = Session::create(file(), ticking());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().text, "there is a file of this name; name another");
    Session session = Session::unsaved(ticking());
    ASSERT_TRUE(session.apply(stock("KOR", 6)));
    EXPECT_FALSE(session.saveAs(file()));
    EXPECT_EQ(koreaStock(opened()), 5);
    ASSERT_TRUE(session.saveAs(file(), IfExists::replace));
    EXPECT_EQ(koreaStock(session), 6);
    session = Session::unsaved(ticking());
    EXPECT_EQ(koreaStock(opened()), 6);
}

TEST_F(SessionFile, AForeignFileIsNeverReplaced) {
    m_folder.write("desk.adit", "my notes");
    Session session = Session::unsaved(ticking());
    const Status status = session.saveAs(file(), IfExists::replace);
    ASSERT_FALSE(status);
    EXPECT_EQ(readBytes(file()), "my notes");
}

TEST_F(SessionFile, UndoAndRedoSayWhatTheyDo) {
    Session session = created();
    EXPECT_EQ(session.undoText(nullptr), "");
    ASSERT_TRUE(session.apply(stock("KOR", 5)));
    EXPECT_EQ(session.undoText(nullptr), "KOR, cobalt: stock set to 5\u202Ft");
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(session.redoText(nullptr), "KOR, cobalt: stock set to 5\u202Ft");
}

TEST(SystemTime, IsIsoInUtc) {
    EXPECT_EQ(systemTime().size(), std::string("2026-01-31T12:00:00Z").size());
    EXPECT_TRUE(systemTime().ends_with("Z"));
}
