// The world market of one mineral, stage and year as one source gives it: who holds how much of what total,
// what is not attributed, and what is only known within bounds. Every concentration index starts here.
// methods.md 0.3, 0.5, M01, M06, M21.
#pragma once

#include "core/base/result.h"
#include "core/consumer/hub_choice.h"
#include "core/dataset/dataset.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace adit::cube {
class Memo;
}

namespace adit::index {

// Which owner counts as the controller of an asset (M21).
enum class ControlRule : std::uint8_t { majority, operatorFirst, equity };

// Whether a figure explains itself. Value, bounds and flags are the same with and without.
enum class Detail : std::uint8_t { explained, numbers };

struct Query {
    const Dataset* data = nullptr;
    MineralId mineral;
    Stage stage = Stage::mine;
    int year = 0;
    View view = View::located;
    ControlRule rule = ControlRule::majority;
    std::optional<SourceId> source;               // instead of the preferred one
    std::optional<EconomyId> economy;             // the consumer, or for a share the producer
    std::optional<EconomyId> partner{};           // the supplier that stops, where a figure asks what then
    std::optional<std::chrono::sys_days> asOf{};  // at which measures are read; the year's last day where absent
    consumer::HubChoice hubs{};                   // that the consumer's supply is looked through
    cube::Memo* memo = nullptr;                   // what was computed before, where there is one
    Detail detail = Detail::explained;

    bool explained() const { return detail == Detail::explained; }
};

// One holder of output: a producing economy (located) or a controlling one (controlled).
struct Holder {
    EconomyId economy;
    State state = State::known;
    std::optional<double> tonnes;  // central; absent when withheld or unknown
    Interval tonnesBounds;         // equal to tonnes when known
    std::optional<double> share;   // of the market's total
    Interval shareBounds;          // 0..1
    SourceId source;
    std::uint32_t note = 0;  // index into Dataset::notes
    bool fillsRest = false;  // the more it has, the less is not attributed
    // By controller: the tonnes that can be nobody else's, which move with the output that they are of, and what they
    // are at least where all output is as large as it may be.
    Interval sure{};
    double sureOfMost = 0.0;
};

// Who the part of the total that no named holder has may belong to (M06).
enum class ResidualRule : std::uint8_t {
    none,          // nothing is missing
    othersCapped,  // other economies, none larger than the smallest listed
    others,        // other economies, no cap
    anyone,        // listed ones too (unknown control)
};

struct Market {
    MineralId mineral;
    Stage stage = Stage::mine;
    int year = 0;
    View view = View::located;
    SourceId source;
    BasisId basis;
    std::vector<Holder> holders;   // with output above zero or unknown; by share, largest first, then by code
    std::vector<EconomyId> zeros;  // published zeros: not producers
    double total = 0.0;            // tonnes: published, or the sum
    bool publishedTotal = false;
    bool movedTotal = false;    // published, and moved with the output that the user set in place of a published one
    Interval totalBounds;       // equal to the total unless the user gives output a range
    double unattributed = 0.0;  // tonnes of the total without a named holder
    // What is known only within bounds comes on top of the total (published totals often leave it out);
    // otherwise it lies in the unattributed part.
    bool openOnTop = false;
    ResidualRule residual = ResidualRule::none;
    // Where the user gives ranges, how much more than the unattributed part, and how much less, has no sure holder.
    double restMore = 0.0;
    double restLess = 0.0;
    Flags flags;

    double unattributedShare() const { return total > 0.0 ? unattributed / total : 0.0; }
    bool known() const;  // every named holder has a figure
    // A central figure exists: every named holder has one, and nobody's part may belong to the named ones.
    bool central() const;
    const Holder* find(EconomyId economy) const;
    double mostUnattributed() const { return unattributed + restMore; }
    ResidualRule ruleOfMost() const;  // who it may belong to
    bool hasRangedControl() const;    // by controller, with ranges of the user's behind it
};

// An error of code `missing` says which figure is not there ("no published output of ...").
Result<Market> market(const Query& query);

// One economy's share of output by where it is located and by who controls it.
struct Shift {
    EconomyId economy;
    std::optional<double> located;
    std::optional<double> controlled;  // what is known; more may lie in the part without a known controller
    Interval locatedBounds;
    Interval controlledBounds;
};

// Every economy that has either share, the larger of the two first.
Result<std::vector<Shift>> shifts(const Query& query);

}  // namespace adit::index
