// What a study of the Union's supply risk took for its inputs, as far as the dataset holds them. methods.md M11.
#pragma once

#include "core/consumer/eu_risk.h"
#include "core/consumer/published_shares.h"

#include <optional>

namespace adit::consumer {

inline constexpr std::string_view unionStudy = "EU-CRM";

// The largest producer, or the main supplier of the Union, with the share that the study's summary gives it.
struct MainShare {
    EconomyId economy;
    double share = 0.0;  // 0..1
    SourceId source;
};

struct EuStudy {
    const PublishedResult* published = nullptr;  // its supply risk
    std::string stage;                           // at which it assessed the material; empty where it does not say
    std::optional<Supply> world;                 // its world shares at the stage asked for
    std::optional<MainShare> mainProducer;       // used where `world` is missing
    std::optional<Supply> sourcing;              // of the Union, own output included
    std::optional<MainShare> mainSupplier;       // of the Union: the table of its shares may have another share
    const PublishedResult* recycling = nullptr;  // percent
    const PublishedResult* reliance = nullptr;   // percent, at the stage asked for
    std::optional<int> governanceYear;           // the last year of its shares
};

// The latest study with a supply risk of the query's mineral; nothing where there is none.
std::optional<EuStudy> euStudyOf(const index::Query& query);

}  // namespace adit::consumer
