#include "core/findings/wording.h"

#include <algorithm>
#include <array>

namespace adit::findings {
namespace {

constexpr std::array<std::string_view, 9> takeThe{
    "United States", "United Kingdom", "UAE", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros"};

// Materials that are won at this stage without a step that anyone would call refining.
constexpr std::array<std::string_view, 8> produced{"helium",    "sulfur",  "ferrosilicon", "aluminium",
                                                   "magnesium", "arsenic", "neon",         "niobium"};

bool isProduced(const Dataset& data, MineralId mineral, Stage stage) {
    const std::string& slug = data[mineral].slug;
    return stage == Stage::refine && std::find(produced.begin(), produced.end(), slug) != produced.end();
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

std::string country(const Dataset& data, EconomyId id) {
    const Economy& economy = data[id];
    // An abbreviation ends in a full stop, which a sentence cannot carry in its middle.
    const bool abbreviated = economy.shortName.empty() || contains(economy.shortName, ".");
    const std::string& name = abbreviated ? economy.name : economy.shortName;
    const bool the = std::find(takeThe.begin(), takeThe.end(), name) != takeThe.end() || contains(name, "Islands") ||
                     contains(name, "Republic");
    return the && !name.starts_with("the ") ? "the " + name : name;
}

MineralWords mineralWords(const Dataset& data, MineralId id, Stage stage, BasisId basis) {
    if (basis.valid() && contains(data[basis], "natural and synthetic"))
        return {"battery-grade graphite", "battery-grade graphite", false};
    const Mineral& mineral = data[id];
    std::string name = mineral.name;
    const std::size_t bracket = name.find(" (");
    const std::string inBrackets = bracket == std::string::npos ? std::string{} : name.substr(bracket + 2);
    if (bracket != std::string::npos) name.erase(bracket);
    if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
    if (inBrackets.starts_with("natural")) name = "natural " + name;
    if (inBrackets.starts_with("synthetic")) name = "synthetic " + name;
    if (mineral.slug == "niobium" && stage == Stage::refine) name = "ferroniobium";
    const bool earths = name.ends_with("rare earths");
    const std::string before = earths ? name.substr(0, name.size() - 7) + "-earth" : name;
    return {name, before, earths || contains(name, " and ")};
}

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string verb(const Dataset& data, MineralId mineral, Stage stage) {
    if (isProduced(data, mineral, stage)) return "produced";
    return stage == Stage::mine ? "mined" : stage == Stage::refine ? "refined" : "made";
}

std::string gerund(const Dataset& data, MineralId mineral, Stage stage) {
    if (isProduced(data, mineral, stage)) return "production";
    return stage == Stage::mine ? "mining" : stage == Stage::refine ? "refining" : "manufacture";
}

std::string_view outputName(Stage stage) {
    return stage == Stage::mine ? "mine output" : stage == Stage::refine ? "refined output" : "component output";
}

}  // namespace adit::findings
