// Trade-dependency screens. Lefebvre & Wibaux 2024 (CEPII GeoDep); European Commission SWD(2021) 352; Arjona et
// al. 2023. (M18) Every criterion keeps its value beside the verdict.
#pragma once

#include "core/criticality/verdict.h"

#include <array>
#include <span>

namespace adit::criticality {

struct ScreenThresholds {
    double concentration = 0.4;                  // HHI
    double extraBlocShare = 0.5;                 // of imports
    double coverage = 1.0;                       // imports over exports
    std::optional<double> worldConcentration{};  // HHI of world exports, instead of `concentration`
};

struct Criterion {
    Estimate value;  // unbounded where exports are 0
    double threshold = 0.0;
    Verdict verdict = Verdict::unknown;
};

struct Screen {
    std::array<Criterion, 3> criteria;
    Verdict verdict = Verdict::unknown;
};

struct CepiiYear {
    Estimate importHhi;
    Estimate worldExportHhi;
    Estimate imports;  // value
    Estimate exports;
};

// Criteria: import HHI, world-export HHI, imports over exports.
Screen cepiiScreen(const CepiiYear& year, const ScreenThresholds& thresholds = {});

// With every value that has a central one there.
Screen atCentre(Screen whole);

// All three in at least `needed` of the years.
Verdict cepiiVerdict(std::span<const Screen> years, std::size_t needed = 2);

struct CommissionInput {
    Estimate extraBlocImportHhi;
    Estimate extraBlocImports;  // value
    Estimate totalImports;
    Estimate blocExports;
};

// Criteria: extra-bloc import HHI, extra-bloc imports over all imports, extra-bloc imports over exports.
Screen commissionScreen(const CommissionInput& input, const ScreenThresholds& thresholds = {});

}  // namespace adit::criticality
