#include "core/dataset/checked.h"

#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>

using namespace adit;

namespace {

// The cache of the user who runs the test is left alone.
class Checked : public testing::Test {
protected:
    Checked() { ::setenv("XDG_CACHE_HOME", (m_folder.path() / "cache").c_str(), 1); }
    ~Checked() override {
        if (m_before.empty()) {
            ::unsetenv("XDG_CACHE_HOME");
        } else {
            ::setenv("XDG_CACHE_HOME", m_before.c_str(), 1);
        }
    }

    const char* m_given = std::getenv("XDG_CACHE_HOME");
    std::string m_before = m_given == nullptr ? std::string() : std::string(m_given);
    test::TempFolder m_folder;
};

}  // namespace

TEST_F(Checked, AFileIsNotKnownBeforeItWasFoundSound) {
    const auto file = m_folder.write("a.sqlite", "content");
    EXPECT_FALSE(dataset::wasFoundSound(file));
    dataset::rememberSound(file);
    EXPECT_TRUE(dataset::wasFoundSound(file));
}

TEST_F(Checked, AChangedFileIsCheckedAgain) {
    const auto file = m_folder.write("a.sqlite", "content");
    dataset::rememberSound(file);
    test::writeBytes(file, "contort");
    EXPECT_FALSE(dataset::wasFoundSound(file));
}

TEST_F(Checked, AFileThatTookAnothersPlaceIsCheckedAgain) {
    const auto file = m_folder.write("a.sqlite", "content");
    dataset::rememberSound(file);
    const auto other = m_folder.write("b.sqlite", "content");
    std::filesystem::rename(other, file);
    EXPECT_FALSE(dataset::wasFoundSound(file));
}

TEST_F(Checked, WithoutACacheEveryUseIsTheFirst) {
    const auto file = m_folder.write("a.sqlite", "content");
    ::setenv("XDG_CACHE_HOME", (file / "below-a-file").c_str(), 1);
    dataset::rememberSound(file);
    EXPECT_FALSE(dataset::wasFoundSound(file));
}
