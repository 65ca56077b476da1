// From the dataset and the context to the map that is drawn.
#pragma once

#include "core/trade/flows.h"
#include "ui/map/map_metric.h"

namespace adit::ui::map {

struct MapOptions {
    Metric metric = Metric::share;
    bool flows = true;
    bool measures = true;  // as of the context's day
    bool operator==(const MapOptions&) const = default;
};

MapValue mapValue(const Setting& s, const MapOptions& options);

QString consumerName(const Setting& s);
// Whether masses of what reaches the consumer are published; a year other than the context's is said in the text.
Result<trade::Flows> consumerFlows(const Setting& s);

}  // namespace adit::ui::map
