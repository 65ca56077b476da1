// The inputs of one case as JSON, read with messages that name the input. A number is known exactly, [low, high] is an
// interval, [low, central, high] an estimate with bounds, null is missing.
#pragma once

#include "core/base/estimate.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/chain/supply_mix.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace adit::verification {

using Json = nlohmann::json;

// Names in a case become economies: equal names are the same one. Ids follow the names' order of first use.
class Names {
public:
    EconomyId id(std::string_view name);
    std::optional<EconomyId> find(std::string_view name) const;
    const std::string& name(EconomyId id) const { return m_names[id.index()]; }
    std::span<const std::string> all() const { return m_names; }

private:
    std::vector<std::string> m_names;
};

// Reads until the first thing that is wrong; ask error() once at the end.
class Inputs {
public:
    explicit Inputs(const Json& json) : m_json(json) {}

    bool has(std::string_view name) const;  // there and not null
    const Json* at(std::string_view name) const;

    double number(std::string_view name);  // required
    double number(std::string_view name, double otherwise);
    std::optional<double> optional(std::string_view name);
    int whole(std::string_view name, int otherwise);
    bool flag(std::string_view name);
    std::string text(std::string_view name, std::string_view otherwise);
    std::vector<double> numbers(std::string_view name);               // required
    std::vector<std::optional<double>> gappy(std::string_view name);  // null where missing
    std::vector<Estimate> estimates(std::string_view name);           // required
    Estimate estimate(std::string_view name);                         // required
    Estimate estimate(std::string_view name, double otherwise);
    std::optional<Estimate> optionalEstimate(std::string_view name);
    chain::Mix mix(std::string_view name, Names& names);  // {"CHN": 0.8}; "unknown" is unknown origin

    const std::optional<Error>& error() const { return m_error; }
    void fail(std::string_view name, std::string_view what);

private:
    double asNumber(std::string_view name, const Json& json);
    Estimate asEstimate(std::string_view name, const Json& json);

    const Json& m_json;
    std::optional<Error> m_error;
};

// {"CHN": 0.8, "FIN": 0.2} as a mix; nothing when it is not one.
std::optional<chain::Mix> mixOf(const Json& json, Names& names);

}  // namespace adit::verification
