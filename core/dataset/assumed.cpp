#include "core/dataset/assumed.h"

#include <algorithm>
#include <array>

namespace adit {
namespace {

using A = Assumable;
using D = DetailForm;

constexpr Interval quantity{0.0, unbounded};
constexpr Interval share{0.0, 1.0};
constexpr Interval score{0.0, 10.0};
// The World Bank's estimates run from about -2.5 to 2.5; the lowest ever published is -3.3.
constexpr Interval estimate{-3.5, 3.5};
// More may leave than is used, but no more can come in than is.
constexpr Interval reliance{-unbounded, 1.0};

// In the order of the enumeration. A new row is all that files, refusals, the history and the command line need.
// Columns: what, id, noun, words, unit, limits, of an economy, of a mineral, detail, of blocs, of whom alone.
constexpr std::array<AssumableTraits, assumables> table{{
    {A::stock, "stock", "a stock", "stock", "t", quantity, true, true, D::none},
    {A::floor, "floor", "a floor", "floor", "t", quantity, true, true, D::none},
    {A::releaseLimit, "release-limit", "a release limit", "release limit", "t/d", quantity, true, true, D::none},
    {A::consumption, "consumption", "a consumption", "consumption", "t/yr", quantity, true, true, D::year},
    {A::targetDays, "target-days", "a target", "target", "d", quantity, true, true, D::none},
    {A::price, "price", "a price", "price", "USD/t", quantity, false, true, D::none},
    {A::severity, "severity", "a severity", "severity of", "", share, false, false, D::measureKind},
    {A::production, "production", "a production", "production", "t/yr", quantity, true, true, D::stage},
    {A::imports, "imports", "a flow of imports", "imports from", "t/yr", quantity, true, true, D::stageAndPartner},
    {A::exports, "exports", "a flow of exports", "exports", "t/yr", quantity, true, true, D::stage},
    {A::tradeValue, "trade-value", "a flow of imports by value", "imports by value from", "USD/yr", quantity, true,
     true, D::stageAndPartner},
    {A::governance, "governance", "a governance estimate", "governance", "", estimate, true, false, D::dimension,
     false},
    {A::recyclingRate, "recycling-rate", "a recycling rate", "recycling rate", "", share, false, true, D::none},
    {A::substitutionIndex, "substitution-index", "a substitution index", "substitution index", "", share, false, true,
     D::none},
    {A::reserves, "reserves", "a figure of reserves", "reserves", "t", quantity, true, true, D::year, false},
    {A::netImportReliance, "net-import-reliance", "a net import reliance", "net import reliance", "", reliance, true,
     true, D::year},
    {A::supplyShare, "supply-share", "a share of supply", "supply from", "", share, true, true, D::stageAndPartner},
    {A::facilityOutput, "facility-output", "an output of a facility", "output of", "t/yr", quantity, false, true,
     D::facility},
    {A::stake, "stake", "a stake", "stake of", "", share, false, false, D::facilityAndOwner},
    {A::controlShare, "control-share", "a share of control", "output controlled by", "", share, true, true,
     D::stageAndPartner, false},
    {A::inability, "inability", "an inability to supply", "inability to supply", "", share, true, false, D::none,
     false},
    {A::unwillingness, "unwillingness", "an unwillingness to supply", "unwillingness to supply", "", share, true, false,
     D::none, false},
    {A::economicVulnerability, "economic-vulnerability", "an economic vulnerability", "economic vulnerability", "",
     share, true, true, D::none},
    {A::economicImportance, "economic-importance", "an economic importance", "economic importance", "", score, true,
     true, D::none, true, "EU27"},
    {A::expectedLoss, "expected-loss", "an expected loss", "expected loss of GDP", "USD", quantity, true, true, D::none,
     true, "USA"},
}};

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].what) != i || table[i].id.empty()) return false;
    return true;
}
static_assert(isInOrder(), "every quantity has its row, at its place");

}  // namespace

const AssumableTraits& traitsOf(Assumable what) {
    return table.at(static_cast<std::size_t>(what));
}

std::optional<Assumable> assumableFrom(std::string_view id) {
    const auto found = std::ranges::find(table, id, &AssumableTraits::id);
    return found == table.end() ? std::nullopt : std::optional(found->what);
}

}  // namespace adit
