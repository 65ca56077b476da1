// From the words of a command line to what they name in a dataset; an unknown name names its nearest.
#pragma once

#include "core/dataset/dataset.h"
#include "core/index/registry.h"

#include <string>
#include <string_view>
#include <vector>

namespace adit::cli {

Result<const index::Definition*> indexNamed(std::string_view name);
Result<MineralId> mineralNamed(const Dataset& data, std::string_view name);  // slug, name or alias
Result<EconomyId> economyNamed(const Dataset& data, std::string_view name);  // code or name
Result<SourceId> sourceNamed(const Dataset& data, std::string_view name);
Result<Stage> stageNamed(std::string_view name);
// "cobalt,lithium" or "all"; "USA,EU27"; one stage or "all".
Result<std::vector<MineralId>> mineralsNamed(const Dataset& data, std::string_view names);
Result<std::vector<EconomyId>> economiesNamed(const Dataset& data, std::string_view names);
Result<std::vector<Stage>> stagesNamed(std::string_view names);
Result<View> viewNamed(std::string_view name);
Result<index::ControlRule> ruleNamed(std::string_view name);

// "2022", "2018..2022" or "latest".
struct Years {
    bool latest = false;
    int first = 0;
    int last = 0;
};
Result<Years> yearsNamed(std::string_view name);

}  // namespace adit::cli
