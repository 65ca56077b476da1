#include "core/verification/vectors.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace adit::verification {
namespace {

constexpr double absoluteTolerance = 1e-12;

Error unknown(std::string_view what, std::string_view name, const std::vector<std::string>& candidates) {
    std::string message = "unknown " + std::string(what) + " " + std::string(name);
    const auto near = text::nearest(name, candidates);
    if (!near.empty()) message += "; nearest: " + text::join(near, ", ");
    return Error::notFound(message);
}

Result<const Method*> methodOf(const std::string& id) {
    if (const Method* method = find(id)) return method;
    std::vector<std::string> ids;
    for (const Method& method : methods())
        ids.emplace_back(method.id);
    return unknown("method", id, ids);
}

Status checkNames(const Method& method, const Json& json) {
    std::vector<std::string> names;
    for (const Field& field : method.inputs)
        names.emplace_back(field.name);
    for (const auto& [name, value] : json.items()) {
        if (!method.freeNames && std::find(names.begin(), names.end(), name) == names.end()) {
            return unknown("input of " + std::string(method.id), name, names);
        }
    }
    return Done{};
}

const Answer* find(const Answers& answers, const std::string& output) {
    for (const Answer& answer : answers) {
        if (answer.name == output) return &answer;
    }
    return nullptr;
}

// Names as documented, and those that this case gave.
std::vector<std::string> outputNames(const Method& method, const Answers& answers) {
    std::vector<std::string> names;
    for (const Answer& answer : answers)
        names.push_back(answer.name);
    for (const Field& field : method.outputs)
        names.emplace_back(field.name);
    return names;
}

std::string flagText(const Flags& flags) {
    std::vector<std::string> names;
    for (const Flag flag : flags.list())
        names.emplace_back(id(flag));
    return text::join(names, " ");
}

std::string textOf(const Answer& answer) {
    if (answer.value) return text::shortest(*answer.value);
    if (!answer.text.empty()) return answer.text;
    if (answer.none) return "none";
    const std::string flags = flagText(answer.flags);
    return flags.empty() ? "absent" : "absent " + flags;
}

// Each flag that is expected is there.
bool hasFlags(const Answer& answer, std::string_view expected) {
    const std::vector<Flag> flags = answer.flags.list();
    for (const std::string_view name : text::split(expected, ' ')) {
        if (std::none_of(flags.begin(), flags.end(), [&](Flag flag) { return id(flag) == name; })) return false;
    }
    return true;
}

bool agrees(const Answer& answer, const Vector& vector) {
    const std::string_view expected = text::trim(vector.expected);
    const bool empty = !answer.value && answer.text.empty();
    if (expected == "none") return empty && answer.none;
    if (expected.starts_with("absent"))
        return empty && !answer.none && hasFlags(answer, text::trim(expected.substr(6)));
    const auto number = text::toDouble(expected);
    if (!number) return !answer.text.empty() && answer.text == expected;
    if (!answer.value) return false;
    const double scale = std::max(std::fabs(*number), std::fabs(*answer.value));
    return std::fabs(*answer.value - *number) <= vector.relativeTolerance * scale + absoluteTolerance;
}

}  // namespace

Result<Verdict> check(const Vector& vector) {
    const Result<const Method*> method = methodOf(vector.method);
    if (!method) return method.error();
    const Json json = Json::parse(vector.inputsJson, nullptr, false);
    if (json.is_discarded() || !json.is_object()) return Error::badInput("inputs_json is not a JSON object");
    if (const Status status = checkNames(**method, json); !status) return status.error();
    const Result<Answers> answers = (*method)->run({json, vector.name, vector.output});
    if (!answers) return answers.error();
    const Answer* answer = find(*answers, vector.output);
    if (answer == nullptr) {
        return unknown("output of " + vector.method, vector.output, outputNames(**method, *answers));
    }
    Verdict verdict{agrees(*answer, vector), textOf(*answer), answer->reason};
    if (answer->value && !answer->flags.empty()) verdict.note = flagText(answer->flags);
    return verdict;
}

}  // namespace adit::verification
