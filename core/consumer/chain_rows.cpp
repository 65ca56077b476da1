#include "core/consumer/chain_rows.h"

#include "core/chain/passing.h"

#include <algorithm>
#include <set>

namespace adit::consumer {
namespace {

Interval located(EconomyId node, std::span<const EconomyId> set) {
    const bool isIn = std::find(set.begin(), set.end(), node) != set.end();
    return isIn ? Interval{1.0, 1.0} : Interval{0.0, 0.0};
}

chain::Touch touchOf(const ChainControl* control, std::span<const EconomyId> set) {
    return [control, set](std::size_t stage, EconomyId node) {
        if (control == nullptr) return located(node, set);
        const auto& at = (*control)[stage];
        return at ? at->shareOf(node, set) : Interval{0.0, 1.0};
    };
}

Interval originOf(const ConsumerChain& chain, const chain::Touch& touch) {
    Interval out{0.0, 0.0};
    const chain::Mix origins = chain::ultimateOrigin(chain.chain);
    for (const chain::Source& source : origins) {
        if (!source.from.valid()) continue;
        const Interval part = touch(chain.stages.size() - 1, source.from);
        out.lo += source.share * part.lo;
        out.hi += source.share * part.hi;
    }
    out.hi = std::min(1.0, out.hi + chain::unknownShare(origins));
    return out;
}

}  // namespace

Result<ChainControl> controlOf(const ConsumerChain& chain, const Question& question, index::ControlRule rule) {
    ChainControl out;
    for (const Stage stage : chain.stages) {
        Question q = question;
        q.stage = stage;
        q.memo = nullptr;
        auto control = hostControlOf(q, rule);
        out.push_back(control ? std::optional(std::move(*control)) : std::nullopt);
    }
    const bool any = std::any_of(out.begin(), out.end(), [](const auto& control) { return control.has_value(); });
    if (!any) return Error::missing("who controls " + (*question.data)[question.mineral].slug + " at any stage");
    return out;
}

ChainRow rowOf(const ConsumerChain& chain, const ChainControl* control, std::span<const EconomyId> set) {
    const chain::Touch touch = touchOf(control, set);
    return {std::vector(set.begin(), set.end()), chain::directlyTouched(chain.chain, touch), originOf(chain, touch),
            chain::passing(chain.chain, touch)};
}

std::vector<ChainRow> rowsOf(const ConsumerChain& chain, const ChainControl* control) {
    std::set<EconomyId> economies;
    if (control == nullptr) {
        for (const chain::Link& link : chain::links(chain.chain)) {
            if (link.from.valid()) economies.insert(link.from);
        }
    } else {
        for (const auto& at : *control) {
            for (const EconomyId controller : at ? at->controllers() : std::vector<EconomyId>{})
                economies.insert(controller);
        }
    }
    std::vector<ChainRow> rows;
    for (const EconomyId economy : economies) {
        ChainRow row = rowOf(chain, control, std::span(&economy, 1));
        if (row.chokepoint.lo > 0.0 || control == nullptr) rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ChainRow& a, const ChainRow& b) { return a.chokepoint.lo > b.chokepoint.lo; });
    return rows;
}

}  // namespace adit::consumer
