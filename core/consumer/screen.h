// The two trade-dependency screens on published trade by value. methods.md M18: CEPII (Lefebvre & Wibaux 2024) and
// European Commission (SWD(2021) 352). What is published of some importers' largest partners alone leaves figures open.
#pragma once

#include "core/consumer/world_exports.h"
#include "core/criticality/screens.h"

#include <array>
#include <vector>

namespace adit::consumer {

// The trade of one consumer in one year, US dollars.
struct ScreenTrade {
    int year = 0;
    SourceId source;  // none: nothing is published
    Flags flags;
    std::vector<Supplier> partners;  // shares of imports from outside, largest first
    Estimate importHhi;              // of imports from outside
    Estimate worldExportHhi;
    std::optional<WorldExports> world;
    Estimate imports;  // from outside
    Estimate inside;   // from one member of a bloc to another
    Estimate exports;  // to outside

    bool published() const { return source.valid(); }
};
ScreenTrade screenTradeOf(const Question& question);

inline constexpr std::size_t screenYears = 3;   // looked at
inline constexpr std::size_t screenNeeded = 2;  // of them in which all criteria must hold

// The newest years with trade of the mineral and stage that are not later than the question's, oldest first.
std::vector<int> yearsScreened(const Question& question);

struct CepiiScreen {
    std::vector<ScreenTrade> trade;  // oldest first
    std::vector<criticality::Screen> years;
    criticality::Verdict verdict = criticality::Verdict::unknown;
};
// An error of code `missing` where no trade of the consumer is published in any of the years.
Result<CepiiScreen> cepiiScreenOf(const Question& question, const criticality::ScreenThresholds& thresholds = {});

struct CommissionScreen {
    ScreenTrade trade;  // of the newest of the years screened that has any
    criticality::Screen screen;
};
Result<CommissionScreen> commissionScreenOf(const Question& question,
                                            const criticality::ScreenThresholds& thresholds = {});

// How many are met: at least lo, at most hi, since some may be open.
Interval countMet(std::span<const criticality::Verdict> verdicts);

// The same with what the user gives a range at its central value: exact unless something is not published.
Interval countMet(const CepiiScreen& screen);
Interval countMet(const CommissionScreen& screen);

inline constexpr std::array<std::string_view, 3> cepiiCriteria{"import HHI", "world-export HHI",
                                                               "imports over exports"};
inline constexpr std::array<std::string_view, 3> commissionCriteria{
    "HHI of imports from outside", "imports from outside over all imports", "imports from outside over exports"};

}  // namespace adit::consumer
