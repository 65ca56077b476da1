// Methods that can be checked with numbers of one's own: a table of inputs, outputs and the functions that the window
// uses, over JSON.
#pragma once

#include "core/verification/inputs.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace adit::verification {

struct Field {
    std::string_view name;  // an output may be a pattern: "origin ECONOMY"
    std::string_view type;  // "number", "list", "object", "text"; interval where bounds are accepted
    std::string_view unit;
    std::string_view meaning;
};

// One computed output. Without a value it is either `none` (there is no such day) or absent (not defined).
struct Answer {
    std::string name;
    std::optional<double> value;
    std::string text;  // a verdict or a name; compared as text
    bool none = false;
    Flags flags;
    std::string reason;
};

using Answers = std::vector<Answer>;

struct Case {
    const Json& json;
    std::string_view name;    // two methods choose their rule by it where the inputs name none
    std::string_view output;  // what is asked for: "K CHN+COD" cannot be listed beforehand
};

struct Method {
    std::string_view id;  // "M11"
    std::string_view title;
    std::vector<Field> inputs;
    std::vector<Field> outputs;
    bool freeNames = false;  // the inputs are objects under names of one's own
    Result<Answers> (*run)(const Case& c);
};

// In the order of the methods.
std::span<const Method> methods();
const Method* find(std::string_view id);

// Rows of the table by subject.
std::vector<Method> concentrationMethods();
std::vector<Method> governanceMethods();
std::vector<Method> relianceMethods();
std::vector<Method> criticalityMethods();
std::vector<Method> screenMethods();
std::vector<Method> controlMethods();
std::vector<Method> chainMethods();
std::vector<Method> networkMethods();
std::vector<Method> exposureMethods();
std::vector<Method> stockMethods();
std::vector<Method> simulationMethods();
std::vector<Method> demandMethods();
std::vector<Method> rangeMethods();

// The value under the name, and its bounds under name_lo and name_hi.
void add(Answers& answers, std::string name, const Estimate& estimate);
void add(Answers& answers, std::string name, double value, Flags flags = {});
void add(Answers& answers, std::string name, std::optional<double> value, std::string_view reason, Flags flags = {});
void addText(Answers& answers, std::string name, std::string_view text);
void addDay(Answers& answers, std::string name, std::optional<int> day);

}  // namespace adit::verification
