#include "core/consumer/studies.h"

#include "core/base/text.h"

namespace adit::consumer {

const PublishedResult* latest(const Dataset& data, std::string_view study, std::string_view quantity,
                              MineralId mineral) {
    const PublishedResult* found = nullptr;
    for (const PublishedResult& row : data.published) {
        const bool asked = row.mineral == mineral && row.study == study && row.quantity == quantity;
        if (asked && (found == nullptr || row.year > found->year)) found = &row;
    }
    return found;
}

std::optional<int> yearOf(const Dataset& data, SourceId source) {
    if (!source.valid()) return std::nullopt;
    const Source& s = data[source];
    for (const SourceId part : s.parts) {
        if (const auto year = yearOf(data, part)) return year;
    }
    const auto year = text::toInt(std::string_view(s.year).substr(0, 4));
    return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

}  // namespace adit::consumer
