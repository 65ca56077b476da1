// What a build promises about its file: all or nothing, equal bytes, and nothing that may not be passed on.
#include "db/builder/build.h"

#include "core/dataset/dataset.h"
#include "tests/support/small_folder.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace adit;
using adit::test::readBytes;
using adit::test::SmallFolder;

namespace {

std::string firstError(const db::BuildOutcome& outcome) {
    return outcome.problems.errors().empty() ? "" : db::describe(outcome.problems.errors().front());
}

}  // namespace

TEST(Build, EqualSourcesGiveEqualBytes) {
    SmallFolder one;
    SmallFolder two;
    ASSERT_TRUE(one.build().built());
    ASSERT_TRUE(two.build().built());
    EXPECT_EQ(readBytes(one.target()), readBytes(two.target()));
}

TEST(Build, AChangedFigureChangesTheHash) {
    SmallFolder one;
    SmallFolder two;
    two["production.csv"] += "cobalt,mine,MLT,2022,alpha,Co content,1,reported,\n";
    EXPECT_NE(one.build().report.hash, two.build().report.hash);
}

TEST(Build, TheOrderOfRowsChangesOnlyTheHash) {
    SmallFolder one;
    SmallFolder two;
    const std::string row = "cobalt,mine,COD,2022,alpha,Co content,70.5,reported,\n";
    std::string& text = two["production.csv"];
    text.erase(text.find(row), row.size());
    text += row;
    ASSERT_TRUE(one.build().built());
    ASSERT_TRUE(two.build().built());
    EXPECT_EQ((*loadDataset(one.target()))->production.rows[1].tonnes,
              (*loadDataset(two.target()))->production.rows[1].tonnes);
    EXPECT_EQ((*loadDataset(one.target()))->notes, (*loadDataset(two.target()))->notes);
}

TEST(Build, AnOlderDatasetIsReplacedOnlyBySuccess) {
    SmallFolder folder;
    ASSERT_TRUE(folder.build().built());
    const std::string before = readBytes(folder.target());
    folder["production.csv"] += "cobalt,mine,XXX,2022,alpha,Co content,1,reported,\n";
    ASSERT_FALSE(folder.build().built());
    EXPECT_EQ(readBytes(folder.target()), before);
    EXPECT_EQ(folder.output().names(), std::vector<std::string>{"small.sqlite"});
}

TEST(Build, AFolderIsNoTarget) {
    SmallFolder folder;
    const db::BuildOutcome outcome = db::build(folder.path(), folder.output().path(), db::Selection::all);
    EXPECT_EQ(firstError(outcome), folder.output().path().string() + ": this is a folder; name a file to write (file)");
}

TEST(Build, AFileThatIsNoDatasetIsNotOverwritten) {
    SmallFolder folder;
    const auto notes = folder.output().write("notes.txt", "do not lose me");
    const db::BuildOutcome outcome = db::build(folder.path(), notes, db::Selection::all);
    EXPECT_EQ(firstError(outcome),
              notes.string() + ": this is a file of another program and is not overwritten; name another (file)");
    EXPECT_EQ(readBytes(notes), "do not lose me");
}

TEST(Build, APlaceThatDoesNotExistIsNamed) {
    SmallFolder folder;
    const auto target = folder.output().path() / "none" / "x.sqlite";
    EXPECT_EQ(
        firstError(db::build(folder.path(), target, db::Selection::all)),
        target.string() + ": the file cannot be written (No such file or directory); choose another place (file)");
}

TEST(Build, ADiskThatTakesNoMoreLeavesNothing) {
    SmallFolder folder;
    const auto target = folder.output().path() / "x.sqlite";
    const auto input = folder.path();
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{20'000, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const db::BuildOutcome outcome = db::build(input, target, db::Selection::all);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(outcome.problems.errorCount(), 1U);
    EXPECT_TRUE(firstError(outcome).starts_with(target.string() + ": reading or writing failed"))
        << firstError(outcome);
    EXPECT_TRUE(folder.output().names().empty());
}

TEST(Build, AnUnfinishedFileOfAnEarlierRunIsNotInTheWay) {
    SmallFolder folder;
    const std::string name = "x.sqlite.part-" + std::to_string(::getpid());
    folder.output().write(name, "half a file");
    EXPECT_TRUE(db::build(folder.path(), folder.output().path() / "x.sqlite", db::Selection::all).built());
    EXPECT_EQ(folder.output().names(), std::vector<std::string>{"x.sqlite"});
}

TEST(OpenOnly, LeavesOutWhatMayNotBePassedOn) {
    SmallFolder folder;
    const db::BuildOutcome outcome = folder.build(db::Selection::openOnly);
    ASSERT_TRUE(outcome.built()) << firstError(outcome);
    const DatasetPtr data = *loadDataset(folder.target());
    EXPECT_EQ(data->edition, "9.1-open");
    EXPECT_EQ(data->production.rows.size(), 3U);  // one of four was Beta's
    EXPECT_EQ(data->trade.size(), 2U);            // a combination with Beta goes too
}

TEST(OpenOnly, SaysHowManyRowsEachTableLost) {
    SmallFolder folder;
    std::string lost;
    for (const db::TableCount& count : folder.build(db::Selection::openOnly).report.tables) {
        if (count.leftOut + count.stripped == 0) continue;
        lost += count.table + " " + std::to_string(count.rows) + " " + std::to_string(count.leftOut) + " " +
                std::to_string(count.stripped) + "\n";
    }
    EXPECT_EQ(lost, "minerals 3 0 1\nproduction 3 1 0\ntrade 2 1 0\n");
}

TEST(OpenOnly, NoTextOfAClosedRowStaysInTheFile) {
    SmallFolder folder;
    ASSERT_TRUE(folder.build().built());
    EXPECT_NE(readBytes(folder.target()).find("closed remark"), std::string::npos);
    ASSERT_TRUE(folder.build(db::Selection::openOnly).built());
    EXPECT_EQ(readBytes(folder.target()).find("closed remark"), std::string::npos);
}

TEST(OpenOnly, MineralsKeepTheirNames) {
    SmallFolder folder;
    ASSERT_TRUE(folder.build(db::Selection::openOnly).built());
    const DatasetPtr data = *loadDataset(folder.target());
    const Mineral& terbium = (*data)[*data->mineral("terbium")];
    EXPECT_EQ(terbium.name, "Terbium");
    EXPECT_EQ((*data)[terbium.partOf].slug, "rare-earths");
}
