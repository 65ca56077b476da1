// The arrows between the layers: app -> ui -> core <- db <- app. A wrong include fails with file and line.
#include "tests/layout/sources.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>
#include <string>

using namespace adit::layout;

namespace {

const std::map<std::string, std::set<std::string>> mayInclude{
    {"core", {"core"}}, {"db", {"core", "db"}}, {"ui", {"core", "ui"}}, {"app", {"app", "core", "db", "ui"}}};

bool isQt(const std::string& header) {
    return (header.size() > 1 && header[0] == 'Q' && header[1] >= 'A' && header[1] <= 'Z') ||
           header.starts_with("qcustomplot") || header.starts_with("Qt");
}

bool isSqlite(const std::string& header) {
    return header.starts_with("SQLiteCpp") || header == "sqlite3.h";
}

// What is wrong with one include of a file; empty when nothing is.
std::string fault(const std::filesystem::path& file, const Include& include) {
    const std::string layer = file.begin()->string();
    const std::string inLayer = file.generic_string();
    if (include.quoted && layer != "tests") {
        const std::string target = include.target.substr(0, include.target.find('/'));
        if (!mayInclude.at(layer).contains(target)) return layer + " may not see " + include.target;
    }
    if (include.quoted && include.target.starts_with("..")) return "includes are rooted at the project";
    if ((layer == "core" || layer == "db") && isQt(include.target)) return layer + " knows no Qt: " + include.target;
    if (layer != "tests" && isSqlite(include.target) && !inLayer.starts_with("core/sqlite/")) {
        return "only core/sqlite sees " + include.target;
    }
    return {};
}

}  // namespace

TEST(Layers, EveryIncludeFollowsTheArrows) {
    std::size_t seen = 0;
    for (const auto& file : sourceFiles()) {
        for (const Include& include : includesOf(file)) {
            ++seen;
            const std::string wrong = fault(file, include);
            EXPECT_TRUE(wrong.empty()) << file.generic_string() << ":" << include.line << ": " << wrong;
        }
    }
    EXPECT_GT(seen, 100U);
}

TEST(Layers, AWrongArrowIsSeen) {
    EXPECT_FALSE(fault("core/index/hhi.cpp", {1, "ui/render/theme.h", true}).empty());
    EXPECT_FALSE(fault("core/index/hhi.cpp", {1, "QString", false}).empty());
    EXPECT_FALSE(fault("ui/map/map_page.cpp", {1, "sqlite3.h", false}).empty());
    EXPECT_FALSE(fault("ui/map/map_page.cpp", {1, "db/builder/builder.h", true}).empty());
    EXPECT_TRUE(fault("app/gui/main.cpp", {1, "ui/shell/main_window.h", true}).empty());
}
