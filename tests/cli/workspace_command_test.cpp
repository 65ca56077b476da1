// The real program on workspace files: what it says, what it changes, and how it ends.
#include "core/workspace/session.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

using namespace adit::test;
using adit::workspace::Session;

namespace {

const std::string header = "quantity,economy,mineral,detail,central,low,high,note,at,baseline,edition\n";

class WorkspaceCommand : public testing::Test {
protected:
    WorkspaceCommand() {
        auto session = Session::create(file(), ticking());
        EXPECT_TRUE(session && session->apply(everything()) && session->apply(stock("KOR", 1900)));
    }
    std::string file(const std::string& name = "desk.adit") const { return (m_folder.path() / name).string(); }
    std::string csv(const std::string& content) const { return m_folder.write("in.csv", content).string(); }
    static Ran workspace(std::vector<std::string> words) {
        words.insert(words.begin(), "workspace");
        return run(ADIT_CLI, words);
    }
    double koreaStock() const {
        return Session::open(file(), ticking())->workspace().assumptions.at(stockOf("KOR")).central;
    }
    TempFolder m_folder{quickStorage()};
};

void expectLines(const std::string& text, std::initializer_list<const char*> lines) {
    for (const char* line : lines)
        EXPECT_NE(text.find(line), std::string::npos) << line << "\nin\n" << text;
}

}  // namespace

TEST_F(WorkspaceCommand, InfoCountsWhatIsThereAndChangesNothing) {
    const std::string before = readBytes(file());
    const Ran ran = workspace({"info", file(), "--history"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    expectLines(ran.out,
                {"assumptions             3\n", "own measures            2\n", "own blocs               1\n",
                 "scenarios               1\n", "briefings               1\n", "steps in the history    2\n",
                 "South Korea, cobalt: stock 2\u202F400.5\u202Ft (2\u202F000\u202Ft to 1\u202F000\u202F000\u202Ft) "
                 "\u2192 1\u202F900\u202Ft\n",
                 "history, newest first:\n", "  2026-05-01T"});
    EXPECT_EQ(readBytes(file()), before);
    EXPECT_EQ(m_folder.names(), std::vector<std::string>{"desk.adit"});
}

TEST_F(WorkspaceCommand, WhatReachesNoFigureIsSaidByInfoAndImport) {
    const std::string rows =
        csv("quantity,economy,mineral,detail,central\nproduction,KOR,cobalt,refine/1950,5\nstock,JPN,cobalt,,7\n");
    const std::string line =
        "South Korea, cobalt: refine production in 1950: no output of cobalt at this stage is published for 1950\n";
    EXPECT_EQ(workspace({"info", file()}).out.find(line), std::string::npos);
    for (const bool dry : {true, false}) {
        const Ran ran = dry ? workspace({"import", file(), rows, "--dry-run"}) : workspace({"import", file(), rows});
        EXPECT_EQ(ran.code, 0);
        EXPECT_EQ(ran.err, "without effect: " + line);
    }
    const Ran ran = workspace({"info", file()});
    expectLines(ran.out, {"\nwithout effect:\n  ", line.c_str()});
}

TEST_F(WorkspaceCommand, InfoNamesAnotherProgramThatHasItOpen) {
    const auto session = Session::open(file(), ticking());
    const Ran ran = workspace({"info", file()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    expectLines(ran.out, {"open in                 "});
    EXPECT_NE(ran.out.find("(process " + std::to_string(::getpid()) + ")"), std::string::npos) << ran.out;
}

TEST_F(WorkspaceCommand, WhatIsExportedIsImportedIntoANewFile) {
    for (const char* sheet : {"blocs", "assumptions", "measures"}) {
        const std::string out = file(std::string(sheet) + ".csv");
        ASSERT_EQ(workspace({"export", file(), "-o", out, "--sheet", sheet}).code, 0);
        const Ran ran = workspace({"import", file("new.adit"), out, "--create"});
        ASSERT_EQ(ran.code, 0) << ran.err;
    }
    // Scenarios and briefings travel by no sheet.
    const Ran ran = workspace({"diff", file("new.adit"), file()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.out.find("\u2192"), std::string::npos) << ran.out;
    expectLines(ran.out, {"scenario \u201CBan\u201D added\n", "briefing \u201CBan\u201D added\n"});
}

TEST_F(WorkspaceCommand, AnExportIsTheSameInEveryLocale) {
    ASSERT_EQ(workspace({"export", file(), "-o", file("out.csv")}).code, 0);
    const std::string text = readBytes(file("out.csv"));
    EXPECT_TRUE(text.starts_with(header)) << text;
    EXPECT_NE(text.find("\nstock,KOR,cobalt,,1900,,,,2026-05-01T"), std::string::npos) << text;
    ASSERT_EQ(workspace({"export", file(), "-o", file("out.json")}).code, 0);
    expectLines(readBytes(file("out.json")), {"\"measures\": [", "\"central\": 1900.0", "\"documents\": ["});
}

TEST_F(WorkspaceCommand, ADryRunShowsTheDifferencesAndChangesNothing) {
    const std::string before = readBytes(file());
    const Ran ran =
        workspace({"import", file(), csv("quantity,economy,mineral,central\nstock,KOR,cobalt,2400\n"), "--dry-run"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out,
              "South Korea, cobalt: stock 1\u202F900\u202Ft \u2192 2\u202F400\u202Ft\n1 rows, 1 would change\n");
    EXPECT_EQ(readBytes(file()), before);
}

TEST_F(WorkspaceCommand, AnImportIsOneStepThatCanBeUndone) {
    const Ran ran = workspace(
        {"import", file(), csv("quantity,economy,mineral,central\nstock,KOR,cobalt,2400\nstock,JPN,cobalt,7\n")});
    EXPECT_EQ(ran.code, 0) << ran.err;
    expectLines(ran.out, {"Japan, cobalt: stock set to 7\u202Ft\n", "2 rows, 2 changed\n"});
    auto session = Session::open(file(), ticking());
    EXPECT_EQ(session->workspace().assumptions.size(), 4U);
    ASSERT_TRUE(session->undo());
    EXPECT_EQ(session->workspace().assumptions.at(stockOf("KOR")).central, 1900);
}

TEST_F(WorkspaceCommand, GovernanceAndRatesTravelByTheSheet) {
    const std::string rows =
        "quantity,economy,mineral,detail,central,low,high\n"
        "governance,COD,,pv/2023,-2,-2.5,-1\nrecycling-rate,,cobalt,,0.5,,\n"
        "substitution-index,,cobalt,,0.8,,\n";
    const Ran ran = workspace({"import", file("new.adit"), csv(rows), "--create"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    expectLines(ran.out, {"DR Congo, political stability in 2023 \u2212", "(\u22122.5 to \u22121)\n",
                          "cobalt: recycling rate 0.22 (published) \u2192 0.5\n",
                          "cobalt: substitution index set to 0.8\n", "3 rows, 3 changed\n"});
    ASSERT_EQ(workspace({"export", file("new.adit"), "-o", file("out.csv")}).code, 0);
    expectLines(readBytes(file("out.csv")),
                {"\ngovernance,COD,,pv/2023,-2,-2.5,-1,", "\nrecycling-rate,,cobalt,,0.5,"});
    const Ran again = workspace({"import", file("copy.adit"), file("out.csv"), "--create"});
    EXPECT_EQ(again.code, 0) << again.err;
    const Ran diff = workspace({"diff", file("new.adit"), file("copy.adit")});
    EXPECT_EQ(diff.code, 0) << diff.out;
    expectLines(workspace({"info", file("new.adit"), "--history"}).out, {"assumptions             3\n", "political"});
    const std::string bad = csv("quantity,economy,mineral,detail,central\ngovernance,COD,,xx/2023,-2\n");
    EXPECT_EQ(workspace({"import", file("new.adit"), bad}).err,
              bad +
                  ":2: column detail: \"xx/2023\" does not fit a governance estimate: give cc, ge, pv, rl, rq or va, "
                  "with a year such as pv/2023 or without one\n");
}

TEST_F(WorkspaceCommand, ABadRowIsPlacedAndNothingIsChanged) {
    const std::string in = csv("quantity,economy,mineral,central\nstock,KOR,cobalt,2400\nstock,JPN,cobalt,many\n");
    const Ran ran = workspace({"import", file(), in});
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, in + ":3: column central: \"many\" is no number: write 1234.5, without groups\n");
    EXPECT_EQ(koreaStock(), 1900);
}

TEST_F(WorkspaceCommand, AFileThatIsOpenElsewhereIsNotImportedInto) {
    const auto session = Session::open(file(), ticking());
    const Ran ran = workspace({"import", file(), csv("quantity,economy,mineral,central\nstock,KOR,cobalt,1\n")});
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("it is open in another program: "), std::string::npos) << ran.err;
}

TEST_F(WorkspaceCommand, WorkspacesThatAreAlikeHaveNoDifference) {
    const Ran ran = workspace({"diff", file(), file()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, "");
}

TEST_F(WorkspaceCommand, ADamagedFileIsSaidAndSalvaged) {
    std::string bytes = readBytes(file());
    bytes.replace(0, 4096, std::string(4096, 'x'));
    writeBytes(file(), bytes);
    EXPECT_EQ(workspace({"info", file()}).code, 2);
    const Ran ran = workspace({"salvage", file(), "-o", file("saved.adit")});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(ran.out.starts_with("Saved: three assumptions, two own measures, one own bloc and two scenarios"))
        << ran.out;
    EXPECT_EQ(workspace({"info", file("saved.adit")}).code, 0);
}

TEST_F(WorkspaceCommand, BadWordsEndWithTwo) {
    EXPECT_EQ(workspace({"info", file("none.adit")}).err, file("none.adit") + ": there is no such file\n");
    EXPECT_EQ(workspace({"info"}).err, "FILE is missing\n");
    EXPECT_EQ(workspace({"export", file()}).err, "say where to write: -o OUT.csv or -o OUT.json\n");
    EXPECT_EQ(workspace({"export", file(), "-o", "x.txt"}).err, "\"x.txt\" ends neither in .csv nor in .json\n");
    EXPECT_EQ(workspace({"export", file(), "-o", "x.csv", "--sheet", "stocks"}).err,
              "\"stocks\" is no sheet: write assumptions, measures or blocs\n");
    EXPECT_EQ(workspace({"import", file(), file("none.csv")}).err, file("none.csv") + ": the file cannot be opened\n");
    EXPECT_EQ(workspace({"import", file("none.adit"), csv(header)}).code, 2);
    EXPECT_EQ(workspace({"inof", file()}).code, 2);
    EXPECT_EQ(workspace({"diff", file(), "--help"}).code, 0);
}
