// What the user adds beside the published registers: measures that do not exist (yet), and blocs of their own.
#pragma once

#include "core/base/result.h"
#include "core/dataset/rows.h"

#include <string>
#include <vector>

namespace adit::workspace {

// The severity of one own measure, where it differs from that of its kind. 0..1.
struct OwnSeverity {
    double central = 0.0;
    std::optional<double> low{};
    std::optional<double> high{};
    bool operator==(const OwnSeverity&) const = default;
};

// An export measure in codes, with the meaning of the fields of adit::Measure.
struct OwnMeasure {
    std::string id{};
    std::string imposer{};  // economy or bloc
    std::string mineral{};
    Stage stage = Stage::mine;
    MeasureKind kind = MeasureKind::ban;
    bool againstAll = true;
    std::vector<std::string> targets{};  // empty when against all
    std::string announced{};             // ISO, day, month or year precision; empty: unknown
    std::string effective{};
    std::string ended{};
    std::string instrument{};  // its name
    std::string note{};
    std::optional<OwnSeverity> severity{};
    bool operator==(const OwnMeasure&) const = default;
};

struct OwnBloc {
    std::string id{};
    std::string name{};
    std::vector<std::string> members{};  // economies
    bool operator==(const OwnBloc&) const = default;
};

Status check(const OwnMeasure& measure);
Status check(const OwnBloc& bloc);

}  // namespace adit::workspace
