// From a folder of CSV files to one dataset file. Equal folders give equal bytes; a failed build leaves
// neither a new file nor a changed one.
#pragma once

#include "db/builder/problems.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace adit::db {

enum class Selection {
    all,
    openOnly,  // without the rows of sources whose redistribution is not `open`
};

struct TableCount {
    std::string table;
    std::int64_t rows = 0;
    std::int64_t leftOut = 0;   // by the selection
    std::int64_t stripped = 0;  // kept without what a closed source says of them
};

struct BuildReport {
    std::string edition;
    std::string hash;
    std::vector<TableCount> tables;
};

struct BuildOutcome {
    BuildReport report;
    Problems problems;  // with an error, nothing was written

    bool built() const { return !problems.hasErrors(); }
};

BuildOutcome build(const std::filesystem::path& folder, const std::filesystem::path& target, Selection selection);

}  // namespace adit::db
