// Names as they stand inside an English sentence.
#pragma once

#include "core/dataset/dataset.h"

#include <string>

namespace adit::findings {

std::string country(const Dataset& data, EconomyId economy);  // "the United States", "DR Congo"

struct MineralWords {
    std::string name;     // "cobalt", "rare earths"
    std::string before;   // before another noun: "rare-earth" mining
    bool plural = false;  // "were mined"
};
MineralWords mineralWords(const Dataset& data, MineralId mineral, Stage stage, BasisId basis);
std::string capital(std::string text);

std::string verb(const Dataset& data, MineralId mineral, Stage stage);    // "mined", "refined", "produced"
std::string gerund(const Dataset& data, MineralId mineral, Stage stage);  // "mining", "refining", "production"
std::string_view outputName(Stage stage);                                 // "mine output", "refined output"

}  // namespace adit::findings
