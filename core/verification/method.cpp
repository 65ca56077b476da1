#include "core/verification/method.h"

#include <algorithm>

namespace adit::verification {
namespace {

void append(std::vector<Method>& all, std::vector<Method> more) {
    for (Method& method : more)
        all.push_back(std::move(method));
}

std::vector<Method> assemble() {
    std::vector<Method> all = concentrationMethods();
    append(all, governanceMethods());
    append(all, relianceMethods());
    append(all, criticalityMethods());
    append(all, screenMethods());
    append(all, controlMethods());
    append(all, chainMethods());
    append(all, networkMethods());
    append(all, exposureMethods());
    append(all, stockMethods());
    append(all, simulationMethods());
    append(all, demandMethods());
    append(all, rangeMethods());
    std::stable_sort(all.begin(), all.end(), [](const Method& a, const Method& b) { return a.id < b.id; });
    return all;
}

}  // namespace

std::span<const Method> methods() {
    static const std::vector<Method> all = assemble();
    return all;
}

const Method* find(std::string_view id) {
    for (const Method& method : methods()) {
        if (method.id == id) return &method;
    }
    return nullptr;
}

void add(Answers& answers, std::string name, std::optional<double> value, std::string_view reason, Flags flags) {
    Answer answer;
    answer.name = std::move(name);
    answer.value = value;
    answer.flags = flags;
    if (!value) answer.reason = reason;
    answers.push_back(std::move(answer));
}

void add(Answers& answers, std::string name, double value, Flags flags) {
    add(answers, std::move(name), std::optional(value), {}, flags);
}

void add(Answers& answers, std::string name, const Estimate& estimate) {
    const auto end = [&](double Interval::*side) {
        return estimate.bounds ? std::optional((*estimate.bounds).*side) : std::nullopt;
    };
    add(answers, name + "_lo", end(&Interval::lo), estimate.reason, estimate.flags);
    add(answers, name + "_hi", end(&Interval::hi), estimate.reason, estimate.flags);
    add(answers, std::move(name), estimate.value, estimate.reason, estimate.flags);
}

void addText(Answers& answers, std::string name, std::string_view text) {
    Answer answer;
    answer.name = std::move(name);
    answer.text = text;
    answers.push_back(std::move(answer));
}

void addDay(Answers& answers, std::string name, std::optional<int> day) {
    Answer answer;
    answer.name = std::move(name);
    if (day) answer.value = *day;
    answer.none = !day;
    answers.push_back(std::move(answer));
}

}  // namespace adit::verification
