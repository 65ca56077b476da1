#include "core/exposure/controlled.h"

#include <algorithm>

namespace adit::exposure {
namespace {

// What has no known controller may be any imposer's, also one that controls nothing that is known.
void openUp(const Request& request, AtDate& out) {
    const Severities severities = request.severities.value_or(severitiesOf(*request.supply.data));
    double strongest = 0.0;
    bool any = false;
    for (const Hit& hit : out.hits) {
        if (!hit.mayCount()) continue;
        any = true;
        const Interval kind = severities[hit.measure->kind].range;
        strongest = std::max(strongest, hit.measure->severity ? hit.measure->severityRange.hi : kind.hi);
    }
    if (!any) return;
    const double open = out.supply.unknownShare();
    out.binaryRange.hi = std::max(out.binaryRange.hi, std::min(1.0, out.binary + open));
    out.severityRange.hi = std::max(out.severityRange.hi, std::min(1.0, out.severity + open * strongest));
}

}  // namespace

Result<AtDate> controlledExposureAt(const Request& request, index::ControlRule rule) {
    const auto supply = consumer::controlledSupplyOf(request.supply, rule);
    if (!supply) return supply.error();
    AtDate out = exposureOf(request, *supply);
    openUp(request, out);
    return out;
}

}  // namespace adit::exposure
