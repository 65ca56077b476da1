// What assumptions make of a small dataset seen by controller: cobalt mined in 2024.
#pragma once

#include "core/index/control.h"
#include "core/index/registry.h"
#include "core/workspace/describe.h"
#include "core/workspace/overlay.h"

#include <algorithm>

namespace adit::test {

inline index::Query byController(const Dataset& data, index::ControlRule rule) {
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral("cobalt");
    query.year = 2024;
    query.view = View::controlled;
    query.rule = rule;
    return query;
}

// Tonnes that an economy's firms control.
inline double controlledBy(const workspace::Overlay& overlay, const char* code,
                           index::ControlRule rule = index::ControlRule::equity) {
    const auto market = index::market(byController(*overlay.data, rule));
    const index::Holder* holder = market ? market->find(*overlay.data->economy(code)) : nullptr;
    return holder != nullptr ? holder->tonnes.value_or(-1.0) : 0.0;
}

inline Figure figureOf(const workspace::Overlay& overlay, const char* index,
                       index::ControlRule rule = index::ControlRule::equity, const char* economy = nullptr) {
    index::Query query = byController(*overlay.data, rule);
    if (economy != nullptr) query.economy = overlay.data->economy(economy);
    return index::find(index)->compute(query);
}

// Of the only assumption without effect; empty where there are more or none.
inline std::string reasonOf(const workspace::Overlay& overlay) {
    return overlay.idle.size() == 1 ? reasonWords(overlay.idle.front(), overlay.data.get()) : std::string();
}

inline std::optional<Input> inputOf(const Figure& figure, std::string_view assumption) {
    const auto found =
        std::ranges::find_if(figure.inputs, [&](const Input& input) { return input.assumption == assumption; });
    return found == figure.inputs.end() ? std::nullopt : std::optional(*found);
}

}  // namespace adit::test
