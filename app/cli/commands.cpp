#include "app/cli/command.h"
#include "app/cli/commands/dataset.h"
#include "app/cli/commands/exposure.h"
#include "app/cli/commands/index.h"
#include "app/cli/commands/verify.h"

#include <array>

namespace adit::cli {

std::span<const Command> commands() {
    static const std::array table{
        Command{"dataset", "build a dataset from CSV files, check one, or describe it", "", dataset},
        Command{"exposure", "the share of a supply under export measures on a day", exposureUsage, exposure},
        Command{"index", "compute an index for any mineral, stage and year", indexUsage, index},
        Command{"verify", "check the methods with vectors of numbers, ours or your own", verifyUsage, verify},
    };
    return table;
}

}  // namespace adit::cli
