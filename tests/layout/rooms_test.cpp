// The shape of the house: what stands at the top, and how big a file may grow.
#include "tests/layout/sources.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

using namespace adit::layout;

TEST(Rooms, TheTopHoldsOnlyWhatBelongsThere) {
    const std::set<std::string> allowed{"CMakeLists.txt",
                                        "CMakePresets.json",
                                        "LICENSE",
                                        "README.md",
                                        "app",
                                        "build",
                                        "core",
                                        "db",
                                        "dev",
                                        "resources",
                                        "tests",
                                        "ui"};
    for (const auto& entry : std::filesystem::directory_iterator(root())) {
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(name.starts_with(".") || allowed.contains(name)) << name << " does not belong at the top";
    }
}

TEST(Rooms, NoFolderIsNamedForNothing) {
    const std::set<std::string> forbidden{"utils", "util", "helpers", "misc", "manager", "common_utils"};
    for (const auto& file : sourceFiles()) {
        for (const auto& part : file.parent_path()) {
            EXPECT_FALSE(forbidden.contains(part.string())) << file.generic_string();
        }
    }
}

TEST(Rooms, AFileIsReadInOneSitting) {
    for (const auto& file : sourceFiles()) {
        EXPECT_LE(linesOf(file).size(), 450U) << file.generic_string() << " wants to be two files";
    }
}
