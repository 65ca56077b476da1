#include "core/exposure/controlled.h"

namespace adit::exposure {

Result<AtDate> controlledExposureAt(const Request& request, index::ControlRule rule) {
    const auto supply = consumer::controlledSupplyOf(request.supply, rule);
    if (!supply) return supply.error();
    return exposureOf(request, *supply);
}

}  // namespace adit::exposure
