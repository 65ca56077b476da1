// What is left of a damaged file comes back; the damaged file stays as it is.
#include "core/workspace/salvage.h"

#include "core/workspace/session.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::workspace;
using namespace adit::test;

namespace {

constexpr std::size_t page = 4096;

class Salvage : public testing::Test {
protected:
    std::filesystem::path file() const { return m_folder.path() / "desk.adit"; }
    std::filesystem::path target() const { return m_folder.path() / "saved.adit"; }

    // So many figures in one step, then a step for Korea.
    void fill(int figures) {
        auto session = Session::create(file(), ticking());
        Step step = everything();
        for (int i = 0; i < figures; ++i)
            step.edits.push_back(setStock("X" + std::to_string(i), i));
        ASSERT_TRUE(session && session->apply(step) && session->apply(stock("KOR", 7)));
        m_before = session->workspace();
    }
    // Writes over all pages of a kind, or over one.
    void damage(std::size_t first, std::size_t count, char with) {
        std::string bytes = readBytes(file());
        for (std::size_t i = first; i < first + count && i < bytes.size(); ++i)
            bytes[i] = with;
        writeBytes(file(), bytes);
        m_damaged = bytes;
    }
    Workspace saved() const {
        const auto session = Session::open(target(), ticking());
        EXPECT_TRUE(session.has_value()) << session.error().text;
        return session ? session->workspace() : Workspace{};
    }
    std::size_t pages() const { return readBytes(file()).size() / page; }
    Workspace m_before;
    std::string m_damaged;
    TempFolder m_folder{quickStorage()};
};

}  // namespace

TEST_F(Salvage, ASoundFileComesBackWhole) {
    fill(300);
    const auto done = salvage(file(), target());
    ASSERT_TRUE(done.has_value()) << done.error().text;
    EXPECT_EQ(done->damagedPages + done->damagedRows + done->fromHistory, 0U);
    EXPECT_EQ(done->assumptions, 303U);
    EXPECT_EQ(done->steps, 2U);
    EXPECT_EQ(saved(), m_before);
}

TEST_F(Salvage, WithoutTheFirstPageAllElseComesBack) {
    fill(300);
    damage(0, page, '\xA5');
    EXPECT_FALSE(Session::open(file(), ticking()));
    ASSERT_TRUE(salvage(file(), target()));
    EXPECT_EQ(saved(), m_before);
    EXPECT_EQ(readBytes(file()), m_damaged);
    EXPECT_EQ(m_folder.names(), (std::vector<std::string>{"desk.adit", "saved.adit"}));
}

TEST_F(Salvage, WhateverPageIsLostTheRestComesBack) {
    fill(300);
    const std::string sound = readBytes(file());
    for (std::size_t lost = 0; lost < pages(); ++lost) {
        writeBytes(file(), sound);
        damage(lost * page, page, '\x77');
        std::filesystem::remove(target());
        const auto done = salvage(file(), target());
        ASSERT_TRUE(done.has_value()) << "page " << lost + 1 << ": " << done.error().text;
        const Workspace after = saved();
        // The history holds every figure once more, so that none of them is lost with a single page, unless that is
        // one of the long row of the history: then the tables hold them.
        EXPECT_EQ(after.assumptions, m_before.assumptions) << "page " << lost + 1;
        EXPECT_EQ(after.measures, m_before.measures) << "page " << lost + 1;
        EXPECT_EQ(after.blocs, m_before.blocs) << "page " << lost + 1;
        EXPECT_EQ(after.documents, m_before.documents) << "page " << lost + 1;
    }
}

TEST_F(Salvage, AFalseFigureIsLeftOut) {
    fill(0);
    std::string bytes = readBytes(file());
    const std::size_t place = bytes.rfind("Visegrad");
    ASSERT_NE(place, std::string::npos);
    std::string::size_type at = 0;
    std::size_t changed = 0;
    while ((at = bytes.find("Visegrad", at)) != std::string::npos) {
        bytes[at] = 'v';
        ++at;
        ++changed;
    }
    ASSERT_GE(changed, 2U);  // in its table and in the history
    writeBytes(file(), bytes);
    const auto done = salvage(file(), target());
    ASSERT_TRUE(done.has_value()) << done.error().text;
    EXPECT_EQ(done->damagedRows, 2U);
    EXPECT_TRUE(saved().blocs.empty());
    EXPECT_EQ(saved().assumptions, m_before.assumptions);
    EXPECT_EQ(describe(*done),
              "Saved: three assumptions, two own measures, no own blocs and two scenarios and briefings. Lost or "
              "unreadable: no pages of the file and two rows besides. One step can be undone.");
}

TEST_F(Salvage, ATruncatedFileGivesItsBeginning) {
    fill(1000);
    const std::string bytes = readBytes(file());
    writeBytes(file(), std::string_view(bytes).substr(0, bytes.size() / 2 + 100));
    const auto done = salvage(file(), target());
    ASSERT_TRUE(done.has_value()) << done.error().text;
    EXPECT_GT(done->damagedPages, 0U);
    EXPECT_GT(saved().assumptions.size(), 100U);
    for (const auto& [key, assumption] : saved().assumptions)
        EXPECT_EQ(assumption, m_before.assumptions.at(key));
}

TEST_F(Salvage, AThingThatWasRemovedStaysAway) {
    fill(0);
    {
        auto session = Session::open(file(), ticking());
        ASSERT_TRUE(session->apply({{SetBloc{"V4", std::nullopt}, SetAssumption{stockOf("KOR"), std::nullopt}}}));
        m_before = session->workspace();
    }
    ASSERT_TRUE(salvage(file(), target()));
    EXPECT_EQ(saved(), m_before);
}

TEST_F(Salvage, WhatHoldsNothingIsRefused) {
    m_folder.write("desk.adit", std::string(3 * page, 'x'));
    const auto done = salvage(file(), target());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().text, "nothing of a workspace can be read in it; restore a copy");
    EXPECT_EQ(m_folder.names(), std::vector<std::string>{"desk.adit"});
    m_folder.write("desk.adit", "");
    EXPECT_FALSE(salvage(file(), target()));
}

// Bytes that say anything: lengths and places beyond the page, chains of pages in a ring.
TEST_F(Salvage, NoiseAnywhereNeitherEndsNorMisleadsIt) {
    fill(100);
    const std::string sound = readBytes(file());
    std::uint64_t random = 1;
    const auto next = [&](std::size_t below) {
        random = random * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(random >> 33U) % below;
    };
    for (int round = 0; round < 150; ++round) {
        std::string bytes = sound;
        for (std::size_t i = 0; i < 1 + next(300); ++i)
            bytes[next(bytes.size())] = static_cast<char>(next(256));
        writeBytes(file(), bytes);
        std::filesystem::remove(target());
        if (!salvage(file(), target())) continue;
        for (const auto& [key, assumption] : saved().assumptions)
            ASSERT_EQ(assumption, m_before.assumptions.at(key)) << "round " << round;
    }
}

TEST_F(Salvage, AnExistingTargetIsLeftAlone) {
    fill(0);
    m_folder.write("saved.adit", "mine");
    EXPECT_FALSE(salvage(file(), target()));
    EXPECT_EQ(readBytes(target()), "mine");
}
