#include "core/consumer/published_loss.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition expected_loss{
    .id = "expected-loss",
    .title = ADIT_TEXT("core", "Expected loss of GDP"),
    .meaning = ADIT_TEXT("core",
                         "What disruptions cost the United States in a year, each by its probability, as far as "
                         "published; for scenarios of your own use the command line"),
    .unit = Unit::usd,
    .range = {0.0, unbounded},
    .better = Better::lower,
    .method = "M17",
    .citation = "Nassar et al. 2025 (USGS OFR 2025-1047)",
    .needsEconomy = true,
    .reads = {Register::studies},
    .compute = consumer::publishedLossFigure,
};

}  // namespace adit::index
