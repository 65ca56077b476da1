#include "core/workspace/own.h"

#include "core/base/text.h"
#include "core/controls/in_force.h"

#include <algorithm>
#include <cmath>

namespace adit::workspace {
namespace {

Error refuse(std::string field, std::string text) {
    return {ErrorCode::badInput, std::move(text), {{}, 0, std::move(field)}};
}

struct Field {
    const char* name;
    const std::string* text;
};

Status checkTexts(std::initializer_list<Field> fields) {
    for (const Field& field : fields) {
        if (!text::validUtf8(*field.text) || field.text->find('\0') != std::string::npos)
            return refuse(field.name, "this is no readable text");
    }
    return Done{};
}

Status checkNeeded(std::initializer_list<Field> fields) {
    for (const Field& field : fields)
        if (text::trim(*field.text).empty())
            return refuse(field.name, std::string("the ") + field.name + " is missing");
    return checkTexts(fields);
}

Status checkDates(const OwnMeasure& m) {
    for (const Field& field : {Field{"announced", &m.announced}, {"effective", &m.effective}, {"ended", &m.ended}}) {
        if (!field.text->empty() && !controls::firstDay(*field.text))
            return refuse(field.name, "\"" + *field.text + "\" is no date: write 2026, 2026-01 or 2026-01-31");
    }
    if (m.effective.empty() || m.ended.empty()) return Done{};
    if (*controls::lastDay(m.ended) < *controls::firstDay(m.effective))
        return refuse("ended", "the measure ends before it takes effect");
    return Done{};
}

Status checkSeverity(const OwnSeverity& severity) {
    for (const auto& [field, x] : {std::pair{"severity", std::optional(severity.central)},
                                   {"severity_low", severity.low},
                                   {"severity_high", severity.high}}) {
        if (x && !(std::isfinite(*x) && *x >= 0.0 && *x <= 1.0))
            return refuse(field, "a severity lies between 0 and 1");
    }
    if (severity.low.value_or(0.0) > severity.central)
        return refuse("severity_low", "the low value is above the central one");
    if (severity.high.value_or(1.0) < severity.central)
        return refuse("severity_high", "the high value is below the central one");
    return Done{};
}

// Codes that each name something, none twice.
Status checkCodes(const char* field, const std::vector<std::string>& codes) {
    std::vector<std::string> sorted = codes;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (sorted[i].empty() || sorted[i].find_first_of("; \t\n") != std::string::npos || !text::validUtf8(sorted[i]))
            return refuse(field, "\"" + sorted[i] + "\" is no code");
        if (i != 0 && sorted[i] == sorted[i - 1]) return refuse(field, sorted[i] + " stands there twice");
    }
    return Done{};
}

}  // namespace

Status check(const OwnMeasure& m) {
    if (const Status s = checkNeeded({{"id", &m.id}, {"imposer", &m.imposer}, {"mineral", &m.mineral}}); !s) return s;
    if (const Status s = checkTexts({{"instrument", &m.instrument}, {"note", &m.note}}); !s) return s;
    if (const Status s = checkCodes("targets", m.targets); !s) return s;
    if (m.againstAll && !m.targets.empty()) return refuse("targets", "a measure against all names no targets");
    if (!m.againstAll && m.targets.empty()) return refuse("targets", "say against whom, or against all");
    if (const Status s = checkDates(m); !s) return s;
    return m.severity ? checkSeverity(*m.severity) : Done{};
}

Status check(const OwnBloc& bloc) {
    if (const Status s = checkNeeded({{"id", &bloc.id}, {"name", &bloc.name}}); !s) return s;
    if (bloc.members.empty()) return refuse("members", "a bloc needs a member");
    return checkCodes("members", bloc.members);
}

}  // namespace adit::workspace
