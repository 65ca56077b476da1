#include "app/cli/command.h"
#include "app/cli/commands/dataset.h"

#include <array>

namespace adit::cli {

std::span<const Command> commands() {
    static constexpr std::array table{
        Command{"dataset", "build a dataset from CSV files, check one, or describe it", "", dataset},
    };
    return table;
}

}  // namespace adit::cli
