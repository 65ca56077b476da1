#include "app/cli/command.h"
#include "app/cli/commands/benchmark.h"
#include "app/cli/commands/chain.h"
#include "app/cli/commands/compare.h"
#include "app/cli/commands/cover.h"
#include "app/cli/commands/dataset.h"
#include "app/cli/commands/exposure.h"
#include "app/cli/commands/index.h"
#include "app/cli/commands/network.h"
#include "app/cli/commands/supply.h"
#include "app/cli/commands/switch.h"
#include "app/cli/commands/verify.h"
#include "app/cli/commands/workspace.h"

#include <array>

namespace adit::cli {

std::span<const Command> commands() {
    static const std::array table{
        Command{"benchmark", "the Union's 2030 benchmarks for any consumer", benchmarkUsage, benchmark},
        Command{"chain", "where a supply is refined and mined, and its chokepoints", chainUsage, chain},
        Command{"compare", "the figures of several consumers side by side", compareUsage, compare},
        Command{"cover", "how long stockpiles last, and what a target takes", coverUsage, cover},
        Command{"dataset", "build a dataset from CSV files, check one, or describe it", "", dataset},
        Command{"exposure", "the share of a supply under export measures on a day", exposureUsage, exposure},
        Command{"index", "compute an index for any mineral, stage and year", indexUsage, index},
        Command{"network", "who stands between whom in the trade of a mineral", networkUsage, network},
        Command{"supply", "where a supply comes from, with re-export hubs looked through", supplyUsage, supply},
        Command{"switch", "can suppliers be replaced when some stop or prices move", switchUsage, switchSuppliers},
        Command{"verify", "check the methods with vectors of numbers, ours or your own", verifyUsage, verify},
        Command{"workspace", "look into a workspace file, and take tables out of it and into it", "", workspace},
    };
    return table;
}

}  // namespace adit::cli
