// A dataset folder that is whole and small; a test changes one file of it and builds.
#pragma once

#include "db/builder/build.h"
#include "tests/support/temp_folder.h"

#include <map>
#include <string>

namespace adit::test {

class SmallFolder {
public:
    SmallFolder();

    std::string& operator[](const std::string& file) { return m_files[file]; }
    void remove(const std::string& file) { m_files.erase(file); }
    // Writes the files, builds them, and leaves the dataset at target().
    db::BuildOutcome build(db::Selection selection = db::Selection::all);
    std::filesystem::path target() const { return m_output.path() / "small.sqlite"; }
    const TempFolder& output() const { return m_output; }
    const std::filesystem::path& path();  // with the files written

private:
    std::map<std::string, std::string> m_files;
    TempFolder m_input;
    TempFolder m_output;
};

}  // namespace adit::test
