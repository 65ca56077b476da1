#include "app/cli/command.h"
#include "app/cli/commands/benchmark.h"
#include "app/cli/commands/chain.h"
#include "app/cli/commands/compare.h"
#include "app/cli/commands/composite.h"
#include "app/cli/commands/cover.h"
#include "app/cli/commands/dataset.h"
#include "app/cli/commands/difference.h"
#include "app/cli/commands/exposure.h"
#include "app/cli/commands/importance.h"
#include "app/cli/commands/index.h"
#include "app/cli/commands/loss.h"
#include "app/cli/commands/network.h"
#include "app/cli/commands/plan.h"
#include "app/cli/commands/screen.h"
#include "app/cli/commands/supply.h"
#include "app/cli/commands/switch.h"
#include "app/cli/commands/us_risk.h"
#include "app/cli/commands/verify.h"
#include "app/cli/commands/workspace.h"

#include <array>

namespace adit::cli {

std::span<const Command> commands() {
    static const std::array table{
        Command{"benchmark", "the Union's 2030 benchmarks for any consumer", benchmarkUsage, benchmark},
        Command{"chain", "where a supply is refined and mined, and its chokepoints", chainUsage, chain},
        Command{"compare", "the figures of several consumers side by side", compareUsage, compare},
        Command{"composite", "a composite indicator of your making over all minerals", compositeUsage, composite},
        Command{"cover", "how long stockpiles last, and what a target takes", coverUsage, cover},
        Command{"dataset", "build a dataset from CSV files, check one, or describe it", "", dataset},
        Command{"difference", "why a figure of one workspace is not that of another", differenceUsage, difference},
        Command{"exposure", "the share of a supply under export measures on a day", exposureUsage, exposure},
        Command{"importance", "economic importance from your end uses, beside the published one", importanceUsage,
                importance},
        Command{"index", "compute an index for any mineral, stage and year", indexUsage, index},
        Command{"loss", "expected loss over scenarios of yours, beside the published ones", lossUsage, loss},
        Command{"network", "who stands between whom in the trade of a mineral", networkUsage, network},
        Command{"plan", "what a stockpile has to hold for planning years of conflict", planUsage, plan},
        Command{"screen", "trade-dependency screens: each criterion's value and verdict", screenUsage, screen},
        Command{"supply", "where a supply comes from, with re-export hubs looked through", supplyUsage, supply},
        Command{"switch", "can suppliers be replaced when some stop or prices move", switchUsage, switchSuppliers},
        Command{"us-risk", "the United States' supply risk with what you know of producers", usRiskUsage, usRisk},
        Command{"verify", "check the methods with vectors of numbers, ours or your own", verifyUsage, verify},
        Command{"workspace", "look into a workspace file, and take tables out of it and into it", "", workspace},
    };
    return table;
}

}  // namespace adit::cli
