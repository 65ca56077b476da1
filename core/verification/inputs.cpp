#include "core/verification/inputs.h"

#include <algorithm>
#include <cmath>

namespace adit::verification {

EconomyId Names::id(std::string_view name) {
    if (const auto known = find(name)) return *known;
    m_names.emplace_back(name);
    return EconomyId{m_names.size() - 1};
}

std::optional<EconomyId> Names::find(std::string_view name) const {
    const auto it = std::find(m_names.begin(), m_names.end(), name);
    if (it == m_names.end()) return std::nullopt;
    return EconomyId{static_cast<std::size_t>(it - m_names.begin())};
}

void Inputs::fail(std::string_view name, std::string_view what) {
    if (!m_error) m_error = Error::badInput("input " + std::string(name) + " " + std::string(what));
}

const Json* Inputs::at(std::string_view name) const {
    const auto it = m_json.find(std::string(name));
    return it == m_json.end() || it->is_null() ? nullptr : &*it;
}

bool Inputs::has(std::string_view name) const {
    return at(name) != nullptr;
}

double Inputs::asNumber(std::string_view name, const Json& json) {
    if (!json.is_number() || !std::isfinite(json.get<double>())) {
        fail(name, "is not a number");
        return 0.0;
    }
    return json.get<double>();
}

double Inputs::number(std::string_view name) {
    const Json* json = at(name);
    if (json == nullptr) {
        fail(name, "is missing");
        return 0.0;
    }
    return asNumber(name, *json);
}

double Inputs::number(std::string_view name, double otherwise) {
    return has(name) ? number(name) : otherwise;
}

std::optional<double> Inputs::optional(std::string_view name) {
    return has(name) ? std::optional(number(name)) : std::nullopt;
}

int Inputs::whole(std::string_view name, int otherwise) {
    const double x = number(name, otherwise);
    if (x != std::floor(x) || std::fabs(x) > 1e9) {
        fail(name, "is not a whole number");
        return otherwise;
    }
    return static_cast<int>(x);
}

bool Inputs::flag(std::string_view name) {
    const Json* json = at(name);
    if (json == nullptr) return false;
    if (!json->is_boolean()) fail(name, "is neither true nor false");
    return json->is_boolean() && json->get<bool>();
}

std::string Inputs::text(std::string_view name, std::string_view otherwise) {
    const Json* json = at(name);
    if (json == nullptr) return std::string(otherwise);
    if (!json->is_string()) {
        fail(name, "is not a text");
        return {};
    }
    return json->get<std::string>();
}

std::vector<double> Inputs::numbers(std::string_view name) {
    std::vector<double> out;
    for (const auto& value : gappy(name)) {
        if (!value) fail(name, "has a gap");
        out.push_back(value.value_or(0.0));
    }
    return out;
}

std::vector<std::optional<double>> Inputs::gappy(std::string_view name) {
    const Json* json = at(name);
    std::vector<std::optional<double>> out;
    if (json == nullptr || !json->is_array()) {
        fail(name, json == nullptr ? "is missing" : "is not a list of numbers");
        return out;
    }
    for (const Json& item : *json)
        out.push_back(item.is_null() ? std::nullopt : std::optional(asNumber(name, item)));
    return out;
}

Estimate Inputs::asEstimate(std::string_view name, const Json& json) {
    if (json.is_null()) return Estimate::absent("an input is not known");
    if (!json.is_array()) return Estimate::known(asNumber(name, json));
    std::vector<double> ends;
    for (const Json& item : json)
        ends.push_back(asNumber(name, item));
    const bool ordered = std::is_sorted(ends.begin(), ends.end());
    if (ordered && ends.size() == 2) return {std::nullopt, Interval{ends[0], ends[1]}, {}, "an input is an interval"};
    if (ordered && ends.size() == 3) return Estimate::about(ends[1], {ends[0], ends[2]});
    fail(name, "is neither a number, [low, high] nor [low, central, high]");
    return {};
}

std::vector<Estimate> Inputs::estimates(std::string_view name) {
    const Json* json = at(name);
    std::vector<Estimate> out;
    if (json == nullptr || !json->is_array()) {
        fail(name, json == nullptr ? "is missing" : "is not a list");
        return out;
    }
    for (const Json& item : *json)
        out.push_back(asEstimate(name, item));
    return out;
}

Estimate Inputs::estimate(std::string_view name) {
    if (!has(name)) fail(name, "is missing");
    return has(name) ? asEstimate(name, *at(name)) : Estimate{};
}

Estimate Inputs::estimate(std::string_view name, double otherwise) {
    return has(name) ? estimate(name) : Estimate::known(otherwise);
}

std::optional<Estimate> Inputs::optionalEstimate(std::string_view name) {
    return has(name) ? std::optional(estimate(name)) : std::nullopt;
}

std::optional<chain::Mix> mixOf(const Json& json, Names& names) {
    if (!json.is_object()) return std::nullopt;
    chain::Mix mix;
    for (const auto& [name, share] : json.items()) {
        if (!share.is_number() || !(share.get<double>() >= 0.0)) return std::nullopt;
        mix.push_back({name == "unknown" ? EconomyId{} : names.id(name), share.get<double>()});
    }
    return chain::tidy(std::move(mix));
}

chain::Mix Inputs::mix(std::string_view name, Names& names) {
    if (!has(name)) fail(name, "is missing");
    const auto mix = has(name) ? mixOf(*at(name), names) : std::nullopt;
    if (!mix) fail(name, "is not an object of shares, as {\"CHN\": 0.8}");
    return mix.value_or(chain::Mix{});
}

}  // namespace adit::verification
