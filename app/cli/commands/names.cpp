#include "app/cli/commands/names.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace adit::cli {
namespace {

Error unknown(std::string_view kind, std::string_view name, const std::vector<std::string>& candidates) {
    std::string text = "there is no " + std::string(kind) + " \"" + std::string(name) + "\"";
    const std::vector<std::string> nearest = text::nearest(name, candidates);
    if (!nearest.empty()) text += "; nearest: " + text::join(nearest, ", ");
    return Error::notFound(std::move(text));
}

bool same(std::string_view a, std::string_view b) {
    return text::lower(a) == text::lower(b);
}

template <typename T>
Result<T> oneOf(std::string_view kind, std::string_view name, std::span<const std::pair<std::string_view, T>> words) {
    std::vector<std::string> candidates;
    for (const auto& [word, value] : words) {
        if (word == name) return value;
        candidates.emplace_back(word);
    }
    return unknown(kind, name, candidates);
}

std::optional<int> yearIn(std::string_view text) {
    const auto year = text::toInt(text);
    return year && *year >= 1000 && *year <= 9999 ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

}  // namespace

Result<const index::Definition*> indexNamed(std::string_view name) {
    if (const index::Definition* definition = index::find(name)) return definition;
    std::vector<std::string> ids;
    for (const index::Definition* definition : index::all())
        ids.emplace_back(definition->id);
    return unknown("index", name, ids);
}

Result<MineralId> mineralNamed(const Dataset& data, std::string_view name) {
    if (const auto id = data.mineral(name)) return *id;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < data.minerals.size(); ++i) {
        const Mineral& mineral = data.minerals[i];
        const bool alias = std::any_of(mineral.aliases.begin(), mineral.aliases.end(),
                                       [&](const std::string& a) { return same(a, name); });
        if (same(mineral.slug, name) || same(mineral.name, name) || alias) return MineralId(i);
        names.push_back(mineral.slug);
    }
    return unknown("mineral", name, names);
}

Result<EconomyId> economyNamed(const Dataset& data, std::string_view name) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < data.economies.size(); ++i) {
        const Economy& economy = data.economies[i];
        if (economy.kind == EconomyKind::aggregate) continue;
        if (same(economy.code, name) || same(economy.name, name) || same(economy.shortName, name)) return EconomyId(i);
        names.push_back(economy.code);
        if (name.size() > 3) names.push_back(economy.shortName);
    }
    return unknown("economy or bloc", name, names);
}

Result<SourceId> sourceNamed(const Dataset& data, std::string_view name) {
    if (const auto id = data.source(name)) return *id;
    std::vector<std::string> ids;
    for (const Source& source : data.sources)
        ids.push_back(source.id);
    return unknown("source", name, ids);
}

Result<Stage> stageNamed(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, Stage>, 3> words{
        {{"mine", Stage::mine}, {"refine", Stage::refine}, {"component", Stage::component}}};
    return oneOf<Stage>("stage", name, words);
}

Result<std::vector<MineralId>> mineralsNamed(const Dataset& data, std::string_view names) {
    std::vector<MineralId> out;
    if (names == "all") {
        for (std::size_t i = 0; i < data.minerals.size(); ++i)
            out.emplace_back(i);
        return out;
    }
    for (const std::string_view name : text::split(names, ',')) {
        const auto id = mineralNamed(data, text::trim(name));
        if (!id) return id.error();
        out.push_back(*id);
    }
    return out;
}

Result<std::vector<EconomyId>> economiesNamed(const Dataset& data, std::string_view names) {
    std::vector<EconomyId> out;
    for (const std::string_view name : text::split(names, ',')) {
        const auto id = economyNamed(data, text::trim(name));
        if (!id) return id.error();
        out.push_back(*id);
    }
    return out;
}

Result<std::vector<Stage>> stagesNamed(std::string_view names) {
    if (names == "all") return std::vector{Stage::mine, Stage::refine, Stage::component};
    const auto stage = stageNamed(names);
    if (!stage) return stage.error();
    return std::vector{*stage};
}

Result<View> viewNamed(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, View>, 2> words{
        {{"located", View::located}, {"controlled", View::controlled}}};
    return oneOf<View>("view", name, words);
}

Result<index::ControlRule> ruleNamed(std::string_view name) {
    using index::ControlRule;
    static constexpr std::array<std::pair<std::string_view, ControlRule>, 3> words{
        {{"majority", ControlRule::majority},
         {"operator", ControlRule::operatorFirst},
         {"equity", ControlRule::equity}}};
    return oneOf<ControlRule>("rule", name, words);
}

Result<Years> yearsNamed(std::string_view name) {
    if (name == "latest") return Years{true, 0, 0};
    const std::size_t dots = name.find("..");
    const auto first = yearIn(name.substr(0, dots));
    const auto last = dots == std::string_view::npos ? first : yearIn(name.substr(dots + 2));
    if (!first || !last || *first > *last) {
        return Error::badInput("\"" + std::string(name) + "\" is no year: write 2022, 2018..2022 or latest");
    }
    return Years{false, *first, *last};
}

}  // namespace adit::cli
