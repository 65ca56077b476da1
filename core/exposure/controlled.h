// Exposure of a supply that is told apart by controller: the measures of an economy count for what its firms control,
// wherever it is made. simulation.md section 2, methods.md M21.
#pragma once

#include "core/consumer/host_control.h"
#include "core/exposure/at_date.h"

namespace adit::exposure {

// Of a supply that is given; the request's is not asked for.
AtDate exposureOf(const Request& request, consumer::Supply supply);

// An error where the supply or who controls it is not published. What has no known controller counts in the upper
// bounds alone.
Result<AtDate> controlledExposureAt(const Request& request, index::ControlRule rule);

}  // namespace adit::exposure
