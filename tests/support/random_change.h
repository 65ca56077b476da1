// A change of any kind to any row of a dataset, from a seed: other figures, withheld ones, zeros, other measures.
#pragma once

#include "core/dataset/change.h"

#include <cstdint>

namespace adit::test {

enum class ChangeKind : std::uint8_t {
    output,
    flow,
    consumption,
    measure,
    governance,
    recycling,
    account,
    supplyShare,
    stake,
    controlShare,
    facility,
    study,
};
inline constexpr std::uint64_t changeKinds = 12;

dataset::Change randomChange(const Dataset& data, ChangeKind kind, std::uint64_t seed);

}  // namespace adit::test
