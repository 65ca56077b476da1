#include "core/consumer/recycling.h"

#include "core/consumer/assumed_input.h"
#include "core/consumer/studies.h"

#include <algorithm>

namespace adit::consumer {
namespace {

constexpr std::string_view rateName = "end-of-life recycling input rate";
constexpr std::string_view substitutionName = "substitution index";

const PublishedResult* studied(const Dataset& data, MineralId mineral) {
    return latest(data, "EU-CRM", recyclingQuantity, mineral);
}

const Assumed* assumedOf(const Dataset& data, Assumable what, MineralId mineral) {
    return data.assumedFor(what, EconomyId(), mineral);
}

Input publishedInput(double value, SourceId source, int year) {
    Input input;
    input.name = rateName;
    input.value = value;
    input.unit = Unit::one;
    input.source = source;
    input.year = year;
    return input;
}

// What stands in where neither a publication nor the user says anything.
Input standIn(std::string_view name, double value, Assumable what, std::string remark) {
    Input input;
    input.name = name;
    input.value = value;
    input.unit = Unit::one;
    input.state = State::assumed;
    input.assumption = id(what);
    input.remark = std::move(remark);
    return input;
}

}  // namespace

std::optional<double> publishedRecycling(const Dataset& data, MineralId mineral) {
    if (const PublishedResult* row = studied(data, mineral)) return row->value / 100.0;
    return data[mineral].eolRecyclingInputRate;
}

std::optional<Estimate> recyclingOf(const Dataset& data, MineralId mineral) {
    if (const Assumed* assumed = assumedOf(data, Assumable::recyclingRate, mineral)) return estimateOf(*assumed);
    const auto rate = publishedRecycling(data, mineral);
    return rate ? std::optional(Estimate::known(*rate)) : std::nullopt;
}

double highestRecycling(const Dataset& data) {
    double highest = 0.0;
    for (const Mineral& mineral : data.minerals)
        highest = std::max(highest, mineral.eolRecyclingInputRate.value_or(0.0));
    for (const PublishedResult& row : data.published) {
        if (row.quantity == recyclingQuantity) highest = std::max(highest, row.value / 100.0);
    }
    return highest;
}

Input recyclingInput(const Dataset& data, MineralId mineral, int year) {
    if (const Assumed* assumed = assumedOf(data, Assumable::recyclingRate, mineral))
        return assumedInput(*assumed, std::string(rateName), Unit::one);
    if (const PublishedResult* row = studied(data, mineral))
        return publishedInput(row->value / 100.0, row->source, row->year);
    const Mineral& entry = data[mineral];
    if (!entry.eolRecyclingInputRate) {
        Input input =
            standIn(rateName, 0.0, Assumable::recyclingRate, "not published: from 0 to the highest published");
        input.bounds = Interval{0.0, highestRecycling(data)};
        return input;
    }
    Input input = publishedInput(*entry.eolRecyclingInputRate, entry.source, yearOf(data, entry.source).value_or(year));
    input.state = State::estimated;
    if (!entry.verified) input.remark = "not verified against a publication";
    return input;
}

std::optional<Estimate> substitutionOf(const Dataset& data, MineralId mineral) {
    const Assumed* assumed = assumedOf(data, Assumable::substitutionIndex, mineral);
    return assumed != nullptr ? std::optional(estimateOf(*assumed)) : std::nullopt;
}

Input substitutionInput(const Dataset& data, MineralId mineral) {
    if (const Assumed* assumed = assumedOf(data, Assumable::substitutionIndex, mineral))
        return assumedInput(*assumed, std::string(substitutionName), Unit::one);
    return standIn(substitutionName, 1.0, Assumable::substitutionIndex, "not published: no substitute");
}

}  // namespace adit::consumer
