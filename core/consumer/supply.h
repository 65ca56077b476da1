// Where an economy or bloc draws a mineral from at one stage, as far as published figures tell: trade with own
// output by mass, shares that a study gives, or trade by value. One source for all shares of a mix; flows inside a bloc
// left out; feed and mixed goods never counted. methods.md M13, simulation.md section 1.
#pragma once

#include "core/base/estimate.h"
#include "core/base/result.h"
#include "core/chain/supply_mix.h"
#include "core/consumer/hub_choice.h"
#include "core/dataset/dataset.h"
#include "core/index/market.h"

#include <memory>
#include <string>
#include <vector>

namespace adit::consumer {

// Whether an economy is the one of a code ("USA"), without a look at all the others.
inline bool isCoded(const Dataset& data, std::optional<EconomyId> economy, std::string_view code) {
    return economy && economy->valid() && data[*economy].code == code;
}

struct Question {
    const Dataset* data = nullptr;
    EconomyId consumer;
    MineralId mineral;
    Stage stage = Stage::mine;
    int year = 0;
    std::optional<int> memberYear{};  // who belongs to a bloc: as of this year instead
    cube::Memo* memo = nullptr;       // what was computed before, where there is one
    HubChoice hubs{};                 // that a supply is looked through

    int membersIn() const { return memberYear.value_or(year); }
};

// What the shares are shares of. They differ: never mix two in one ranking without a mark.
enum class Ground {
    supplyByMass,   // own output and imports, tonnes of the basis
    importsByMass,  // imports alone, tonnes: own output is not known
    sourcing,       // own output and imports, as a study gives it
    publishedImports,
    importsByValue,
};
std::string_view describe(Ground ground);  // "imports by value"

struct Supplier {
    EconomyId economy;  // the consumer itself for its own output
    std::optional<double> share;
    Interval bounds;
    std::optional<double> tonnes;
    SourceId source;
    bool isOwn = false;
    bool isAssumed = false;              // the user set its tonnes, its value or its share
    const SupplierShare* row = nullptr;  // of a published or assumed share
    std::optional<Interval> range{};     // of its tonnes, or by value of its share, where the user gives one
};

// What one member of a bloc, or the consumer itself, puts into its supply: tonnes or shares, as the supply has them.
struct OwnPart {
    EconomyId economy;
    Estimate quantity;
};

struct LookedThrough;  // hubs.h

struct Supply {
    Ground ground = Ground::importsByValue;
    int year = 0;  // of the figures; a study's last year
    int firstYear = 0;
    SourceId source;
    std::string scope;                // of a published share: "heading 2822, oxides and hydroxides"
    std::vector<Supplier> suppliers;  // largest first, then by code
    bool isBloc = false;
    std::vector<OwnPart> own;  // the own output by where in a bloc it stands
    Flags flags;
    // Tonnes of the basis, for trade by mass alone.
    std::optional<Estimate> production;
    std::optional<double> imports;
    std::optional<double> exports;
    double dropped = 0.0;                         // trade inside the bloc
    std::shared_ptr<const LookedThrough> behind;  // where hubs were to be looked through

    chain::Mix mix() const;    // what is not shared out is of unknown origin
    chain::Mix least() const;  // every share at its lower end
    bool isCentral() const;    // every share is known
    bool isThroughHubs() const;
    double unknownShare() const;
    const Supplier* find(EconomyId economy) const;
};

// Largest first, then by code.
void sortBySize(const Dataset& data, std::vector<Supplier>& suppliers);

// The best ground of the year asked for, else of the latest year before it; with hubs looked through where the question
// says so (supply_through.h). An error of code `missing` says that nothing is published.
Result<Supply> supplyOf(const Question& question);
// The same, shared with other figures where the question has a memo.
using SupplyPtr = std::shared_ptr<const Result<Supply>>;
SupplyPtr sharedSupply(const Question& question);

// Balance of the consumer at the stage by mass: production, imports, exports. Nothing where trade by mass is missing.
struct Balance {
    Estimate production;
    double imports = 0.0;
    double exports = 0.0;
    int year = 0;
    SourceId source;
    SourceId productionSource;
    Flags flags;
    Flags importFlags;  // whether the user set some of them
    Flags exportFlags;
    std::vector<chain::Flow> partners;  // of the imports, by economy
    std::vector<Interval> ranges;       // of these in the same order; empty where the user gives none
    Interval importBounds;              // equal to the imports without a range, as are those of the exports
    Interval exportBounds;

    Estimate imported() const { return Estimate::about(imports, importBounds, importFlags); }
    Estimate exported() const { return Estimate::about(exports, exportBounds, exportFlags); }
};
Result<Balance> balanceOf(const Question& question);
// Production and net imports, tonnes a year.
Estimate apparentConsumption(const Balance& balance);
using BalancePtr = std::shared_ptr<const Result<Balance>>;
BalancePtr sharedBalance(const Question& question);

// Own output of an economy, or of all members of a bloc. One that a list of the largest producers leaves out has what
// a list of all producers gave it in the last years, as an estimate between 0 and 1.5 times that; with no such list,
// anything up to what is not attributed.
struct OwnOutput {
    Estimate total;
    std::vector<OwnPart> parts;  // of members with any
    SourceId source;
};
OwnOutput ownOutput(const Question& question);

// Whether a market leaves nobody out.
bool listsEveryone(const index::Market& market);

// The newest list of all producers from the years up to the question's; null where there is none.
inline constexpr int listMemory = 5;  // years that are looked through
using MarketPtr = std::shared_ptr<const index::Market>;
MarketPtr fullList(const Question& question);

}  // namespace adit::consumer
