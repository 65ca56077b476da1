#include "core/exposure/severity.h"

namespace adit::exposure {

Severities severitiesOf(const Dataset& data) {
    Severities out;
    for (std::size_t k = 0; k < kinds; ++k) {
        const Assumed* assumed =
            data.assumedFor(Assumable::severity, EconomyId(), MineralId(), id(static_cast<MeasureKind>(k)));
        if (assumed != nullptr) out.of[k] = {assumed->central, assumed->bounds};
    }
    return out;
}

}  // namespace adit::exposure
