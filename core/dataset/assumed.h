// What the user assumes instead of, or in want of, a published figure. A baseline has none; a dataset with a workspace
// laid over it has those of the workspace, and every engine that reads a figure asks here first.
#pragma once

#include "core/base/ids.h"
#include "core/base/interval.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace adit {

// What can be assumed. All else that is to be known of each is one row of the table in assumed.cpp.
enum class Assumable : std::uint8_t {
    stock,
    floor,
    releaseLimit,
    consumption,
    targetDays,
    price,
    severity,
    production,
    imports,
    exports,
    tradeValue,
    governance,
    recyclingRate,
    substitutionIndex,
    reserves,
    netImportReliance,
    supplyShare,
    facilityOutput,
    stake,
    controlShare,
    inability,
    unwillingness,
    economicVulnerability,
    economicImportance,
    expectedLoss,
};
inline constexpr std::size_t assumables = 25;

// What the detail of an assumption says, and whose words describe it.
enum class DetailForm : std::uint8_t {
    none,
    measureKind,       // "ban"
    year,              // "2023", or nothing
    stage,             // "refine/2023"; the year may be left out here and below
    stageAndPartner,   // "refine/2023/COD"
    dimension,         // "pv/2023"
    facility,          // "mine|Mutanda"
    facilityAndOwner,  // "Mutanda|Glencore"
};

struct AssumableTraits {
    Assumable what = Assumable::stock;
    std::string_view id;     // in files and on the command line
    std::string_view noun;   // "a recycling rate", as a refusal names it
    std::string_view words;  // "recycling rate", as the history does; what the detail adds stands before or after
    std::string_view unit;   // "t/yr"; empty for numbers without one
    Interval limits;         // of each of its three values
    bool ofEconomy = true;
    bool ofMineral = true;
    DetailForm detail = DetailForm::none;
    bool ofBlocs = true;        // whether a bloc may have one of its own, which is not that of its members
    std::string_view onlyOf{};  // the economy or bloc that the method is for; empty where it is for all
};
const AssumableTraits& traitsOf(Assumable what);

inline std::string_view id(Assumable what) {
    return traitsOf(what).id;  // "release-limit"
}
std::optional<Assumable> assumableFrom(std::string_view id);

struct Assumed {
    Assumable what = Assumable::stock;
    EconomyId economy;   // none where it belongs to no economy
    MineralId mineral;   // none where it belongs to no mineral
    std::string detail;  // as DetailForm has it, with its year settled
    double central = 0.0;
    Interval bounds;                  // equal to central without a range
    std::optional<double> published;  // what stood in the baseline when it was set
    std::string at;                   // when it was set, ISO
    std::string note;
    bool operator==(const Assumed&) const = default;
};

}  // namespace adit
