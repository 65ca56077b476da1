// What a set of economies is to a chain: by where plants stand, or by whose firms control them. methods.md M21, M23.
#pragma once

#include "core/consumer/chain_of.h"
#include "core/consumer/host_control.h"

#include <optional>
#include <span>
#include <vector>

namespace adit::consumer {

// Who controls what is made at each stage of a chain; nothing where ownership is not published.
using ChainControl = std::vector<std::optional<HostControl>>;

// An error where ownership is published at none of the stages.
Result<ChainControl> controlOf(const ConsumerChain& chain, const Question& question, index::ControlRule rule);

// Shares of the consumer's supply. The upper ends add what is of unknown origin or control.
struct ChainRow {
    std::vector<EconomyId> set;
    Interval faceValue;   // of the direct suppliers
    Interval origin;      // of what is mined
    Interval chokepoint;  // at any stage: a union
};

// `control` is null for the located view.
ChainRow rowOf(const ConsumerChain& chain, const ChainControl* control, std::span<const EconomyId> set);

// One for every economy that occurs, the largest chokepoint first.
std::vector<ChainRow> rowsOf(const ConsumerChain& chain, const ChainControl* control);

}  // namespace adit::consumer
