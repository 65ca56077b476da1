// Any index of the registry on the bundled dataset.
#pragma once

#include "core/index/registry.h"
#include "tests/support/bundled.h"

namespace adit::test {

inline Figure bundledFigure(std::string_view index, std::string_view mineral, Stage stage, int year,
                            std::string_view economy = {}, cube::Memo* memo = nullptr) {
    const Dataset& data = *bundled();
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral(mineral);
    query.stage = stage;
    query.year = year;
    query.memo = memo;
    if (!economy.empty()) query.economy = *data.economy(economy);
    return index::find(index)->compute(query);
}

// Every figure with a value says where each of its inputs is from.
inline bool isSourced(const Figure& figure) {
    for (const Input& input : figure.inputs) {
        if (input.value && *input.value != 0.0 && !input.source.valid() && input.assumption.empty()) return false;
    }
    return !figure.inputs.empty();
}

}  // namespace adit::test
