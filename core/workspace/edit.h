// A change of the workspace as a value. Applying it returns the edit that takes it back, which is all that undo is.
#pragma once

#include "core/base/result.h"
#include "core/workspace/workspace.h"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace adit::workspace {

// Each sets one thing; without a value it takes the thing away.
struct SetAssumption {
    Key key;
    std::optional<Assumption> value;
    bool operator==(const SetAssumption&) const = default;
};
struct SetMeasure {
    std::string id;
    std::optional<OwnMeasure> value;
    bool operator==(const SetMeasure&) const = default;
};
struct SetBloc {
    std::string id;
    std::optional<OwnBloc> value;
    bool operator==(const SetBloc&) const = default;
};
struct SetDocument {
    DocumentKey key;
    std::optional<std::string> value;
    bool operator==(const SetDocument&) const = default;
};
struct SetView {  // saved, but no step of undo
    std::string key;
    std::optional<std::string> value;
    bool operator==(const SetView&) const = default;
};

using Edit = std::variant<SetAssumption, SetMeasure, SetBloc, SetDocument, SetView>;

// Several edits that are made and taken back as one.
struct Step {
    std::vector<Edit> edits;
    // Steps in a row with the same key that is not empty become one: give each drag of a slider a key of its own.
    std::string mergeKey{};
    bool operator==(const Step&) const = default;
};

Status check(const Edit& edit);
// Whether it would alter anything; the time of an assumption does not count.
bool changes(const Workspace& workspace, const Edit& edit);
// Names the thing that it sets; equal for edits of the same thing and only for these.
std::string targetOf(const Edit& edit);

// What would take it back.
Edit inverseOf(const Workspace& workspace, const Edit& edit);

// Returns the inverse. (Not "apply": std::apply would be found beside it for a variant.) On an error the workspace is
// as it was.
Result<Edit> applyTo(Workspace& workspace, const Edit& edit);
// All or nothing; the inverses in the order in which they take the edits back.
Result<std::vector<Edit>> applyTo(Workspace& workspace, std::span<const Edit> edits);

}  // namespace adit::workspace
