#include "core/base/csv.h"

#include <gtest/gtest.h>

using adit::CsvTable;
using adit::Error;
using adit::Place;
using adit::Result;

namespace {

// Rows as "line: a|b", so that a failure reads by itself.
std::string shown(const std::string& content) {
    const Result<CsvTable> table = CsvTable::parse("t.csv", content);
    if (!table)
        return table.error().place.file + ":" + std::to_string(table.error().place.line) + " " + table.error().text;
    std::string out;
    for (std::size_t row = 0; row < table->rowCount(); ++row) {
        out += std::to_string(table->line(row)) + ": ";
        for (std::size_t c = 0; c < table->header().size(); ++c) {
            if (c != 0) out += "|";
            out += table->cell(row, c);
        }
        out += "\n";
    }
    return out;
}

}  // namespace

TEST(Csv, CellsAreSeparatedByCommas) {
    EXPECT_EQ(shown("a,b\n1,2\n3,\n"), "2: 1|2\n3: 3|\n");
}

TEST(Csv, QuotedCellsHoldCommasQuotesAndLineEnds) {
    EXPECT_EQ(shown("a,b\n\"x,\"\"y\"\"\",\"one\ntwo\"\n3,4\n"), "2: x,\"y\"|one\ntwo\n4: 3|4\n");
}

TEST(Csv, AnEmptyQuotedCellIsEmpty) {
    EXPECT_EQ(shown("a,b\n\"\",\"\"\n"), "2: |\n");
}

TEST(Csv, WindowsLineEndsAndByteOrderMarkAreAccepted) {
    EXPECT_EQ(shown("\xEF\xBB\xBF"
                    "a,b\r\n1,\"2\"\r\n"),
              "2: 1|2\n");
}

TEST(Csv, TheLastLineNeedsNoEnd) {
    EXPECT_EQ(shown("a,b\n1,2"), "2: 1|2\n");
}

TEST(Csv, BlankLinesAreSkippedButCounted) {
    EXPECT_EQ(shown("a,b\n\n1,2\n\n"), "3: 1|2\n");
}

TEST(Csv, ARowOfAnotherWidthIsRefusedWithItsLine) {
    EXPECT_EQ(shown("a,b\n1,2\n3\n"), "t.csv:3 the row has 1 cells, the header 2");
}

TEST(Csv, AnUnfinishedQuoteIsRefusedWhereItStarts) {
    EXPECT_EQ(shown("a,b\n1,\"2\n3,4\n"), "t.csv:2 a quoted cell does not end");
}

TEST(Csv, TextAfterAClosingQuoteIsRefused) {
    EXPECT_EQ(shown("a,b\n\"1\"x,2\n"), "t.csv:2 text follows a closing quote");
}

TEST(Csv, AQuoteInsideAPlainCellIsRefused) {
    EXPECT_EQ(shown("a,b\n1\",2\n"), "t.csv:2 a quote stands inside an unquoted cell");
}

TEST(Csv, LatinOneIsRefusedWithItsLine) {
    EXPECT_EQ(shown("a,b\n1,2\nC\xF4te,3\n"), "t.csv:3 is not UTF-8; save the file as UTF-8");
}

TEST(Csv, AnEmptyFileIsRefused) {
    EXPECT_EQ(shown(""), "t.csv:0 the file is empty; a header row is needed");
}
