#include "core/consumer/assumed_input.h"

#include <utility>

namespace adit::consumer {

Estimate estimateOf(const Assumed& assumed) {
    return Estimate::about(assumed.central, assumed.bounds, {Flag::assumed});
}

Input assumedInput(const Assumed& assumed, std::string name, Unit unit) {
    Input input;
    input.name = std::move(name);
    input.value = assumed.central;
    input.unit = unit;
    input.state = State::assumed;
    input.economy = assumed.economy;
    if (!assumed.bounds.exact()) input.bounds = assumed.bounds;
    input.remark = assumed.note;
    input.assumption = id(assumed.what);
    input.detail = assumed.detail;
    return input;
}

}  // namespace adit::consumer
