// Who controls what each economy makes, to see a supply by controller instead of by place. methods.md M21.
#pragma once

#include "core/chain/supply_mix.h"
#include "core/consumer/supply.h"
#include "core/index/control.h"

#include <span>
#include <vector>

namespace adit::consumer {

// Of one mineral, stage and year.
class HostControl {
public:
    HostControl(const Dataset& data, index::Query query, const index::Market& located);

    // Controllers' shares of a host's output; what has no known controller is of unknown origin. A bloc's members
    // together.
    chain::Mix of(EconomyId host) const;
    // The part that the set controls; the upper end adds what has no known controller.
    Interval shareOf(EconomyId host, std::span<const EconomyId> controllers) const;

    int year() const { return m_query.year; }
    // Of what is published: none where the user alone says who controls.
    const std::vector<SourceId>& sources() const { return m_sources; }
    bool isAssumed() const { return m_isAssumed; }  // the user set something of it
    std::vector<EconomyId> controllers() const;     // ascending
    bool empty() const { return m_claims.empty(); }

private:
    double perTonne(EconomyId host, std::span<const EconomyId> hosts) const;

    const Dataset* m_data;
    index::Query m_query;
    index::Market m_located;
    std::vector<index::HostClaim> m_claims;
    std::vector<SourceId> m_sources;  // each once
    bool m_isAssumed = false;
};

// Of the latest year, not later than the question's, in which ownership is published. An error where it never is.
Result<HostControl> hostControlOf(const Question& question, index::ControlRule rule = index::ControlRule::majority);

// A supply by who controls it: each supplier's share handed to the controllers of its output in proportion.
chain::Mix byController(const chain::Mix& located, const HostControl& control);

// The supply with controllers in place of suppliers; the consumer (or a bloc's members) stands for what its own firms
// control, wherever that is made. A share has no central value where some control is unknown: it is at least what is
// known. An error where the supply or who controls it is not published.
Result<Supply> controlledSupplyOf(const Question& question, index::ControlRule rule = index::ControlRule::majority);

}  // namespace adit::consumer
