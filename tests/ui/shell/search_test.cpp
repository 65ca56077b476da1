#include "ui/shell/search.h"

#include <QStringList>

#include <gtest/gtest.h>

using namespace adit::ui;

namespace {

SearchIndex index() {
    SearchIndex out;
    const auto add = [&](HitKind kind, const char* title, const char* hint, const char* names) {
        out.add({kind, QString::fromLatin1(title), QString::fromLatin1(hint), QString::fromLatin1(names), {}});
    };
    add(HitKind::mineral, "Gallium", "mineral", "Ga gallium");
    add(HitKind::mineral, "Germanium", "mineral", "Ge germanium");
    add(HitKind::measure, "China: gallium, refined", "measure, 2023-08-01", "MOFCOM Announcement No. 23");
    add(HitKind::economy, "DR Congo", "economy", "Democratic Republic of the Congo COD");
    add(HitKind::page, "Map", "page", "");
    return out;
}

QStringList titles(const SearchResult& result) {
    QStringList out;
    for (const SearchItem* item : result.hits)
        out << item->title;
    return out;
}

}  // namespace

TEST(Search, ATitleThatBeginsWithTheTextComesFirst) {
    const SearchIndex items = index();
    const SearchResult result = items.find(QStringLiteral("gal"));
    EXPECT_TRUE(result.exact);
    ASSERT_EQ(result.hits.size(), 2U);
    EXPECT_EQ(titles(result).front(), QStringLiteral("Gallium"));
}

TEST(Search, CodesAndOfficialNamesAreFoundToo) {
    const SearchIndex items = index();
    EXPECT_EQ(titles(items.find(QStringLiteral("cod"))).front(), QStringLiteral("DR Congo"));
    EXPECT_EQ(titles(items.find(QStringLiteral("republic congo"))).front(), QStringLiteral("DR Congo"));
    EXPECT_EQ(titles(items.find(QStringLiteral("announcement"))).front(), QStringLiteral("China: gallium, refined"));
}

TEST(Search, AMisspeltNameOffersTheNearest) {
    const SearchIndex items = index();
    const SearchResult result = items.find(QStringLiteral("gallum"));
    EXPECT_FALSE(result.exact);
    ASSERT_FALSE(result.hits.empty());
    EXPECT_EQ(titles(result).front(), QStringLiteral("Gallium"));
}

TEST(Search, NothingIsFoundForNothing) {
    const SearchIndex items = index();
    EXPECT_TRUE(items.find(QStringLiteral("  ")).hits.empty());
    EXPECT_TRUE(items.find(QStringLiteral("zzzzzzzzzzzz")).hits.empty());
}
