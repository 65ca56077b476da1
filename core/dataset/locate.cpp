#include "core/dataset/locate.h"

#include <cstdlib>

namespace adit {

namespace fs = std::filesystem;

Result<fs::path> locateDataset(std::string_view named) {
    if (!named.empty()) return fs::path(named);
    const char* variable = std::getenv("ADIT_DATASET");
    if (variable != nullptr && *variable != '\0') return fs::path(variable);
    return bundledDataset();
}

Result<fs::path> bundledDataset() {
    std::error_code code;
    const fs::path program = fs::read_symlink("/proc/self/exe", code);
    const fs::path bundled = (program.parent_path() / "../share/adit/adit.sqlite").lexically_normal();
    if (!code && fs::exists(bundled, code)) return bundled;
    return Error{ErrorCode::notFound,
                 "the bundled dataset is missing; name a dataset file with --dataset or in ADIT_DATASET",
                 {bundled.string(), 0, {}}};
}

}  // namespace adit
