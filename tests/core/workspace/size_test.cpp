// Large workspaces: an edit costs what it touches, not what there is.
#include "core/workspace/session.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

namespace {

constexpr std::size_t page = 4096;

std::size_t differingPages(const std::string& a, const std::string& b) {
    const std::size_t size = std::max(a.size(), b.size());
    std::size_t count = 0;
    for (std::size_t at = 0; at < size; at += page) {
        const bool inBoth = at < std::min(a.size(), b.size());
        if (!inBoth || a.compare(at, page, b, at, page) != 0) ++count;
    }
    return count;
}

class LargeWorkspace : public testing::Test {
protected:
    LargeWorkspace() {
        Session session = Session::unsaved(ticking());
        Step step;
        for (int i = 0; i < 10000; ++i)
            step.edits.push_back(setStock("E" + std::to_string(i), i));
        for (int i = 0; i < 1000; ++i)
            step.edits.push_back(SetMeasure{"own-" + std::to_string(i), ban("own-" + std::to_string(i))});
        EXPECT_TRUE(session.apply(step));
        EXPECT_TRUE(session.saveAs(file()));
    }
    std::filesystem::path file() const { return m_folder.path() / "desk.adit"; }
    TempFolder m_folder{quickStorage()};
};

}  // namespace

TEST_F(LargeWorkspace, AnEditRewritesOnlyThePagesItTouches) {
    const std::string before = readBytes(file());
    {
        auto session = Session::open(file(), ticking());
        ASSERT_EQ(session->workspace().assumptions.size(), 10000U);
        ASSERT_EQ(session->workspace().measures.size(), 1000U);
        ASSERT_TRUE(session->apply(stock("E5000", -0.0)));
    }
    const std::string after = readBytes(file());
    ASSERT_GT(before.size() / page, 500U);
    EXPECT_LE(differingPages(before, after), 8U);
}

TEST_F(LargeWorkspace, AllOfItCanBeUndoneAsOneStep) {
    auto session = Session::open(file(), ticking());
    ASSERT_TRUE(session->undo());
    EXPECT_EQ(session->workspace(), Workspace{});
    session = Session::unsaved(ticking());
    EXPECT_EQ(Session::open(file(), ticking())->workspace(), Workspace{});
}
