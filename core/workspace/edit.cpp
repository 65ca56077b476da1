#include "core/workspace/edit.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace adit::workspace {
namespace {

constexpr std::array<std::string_view, 2> documentKinds{"scenario", "briefing"};

Error refuse(std::string field, std::string text) {
    return {ErrorCode::badInput, std::move(text), {{}, 0, std::move(field)}};
}

// The place that an edit sets: a map of the workspace and a key in it.
template <typename W>
auto& mapOf(W& workspace, const SetAssumption&) {
    return workspace.assumptions;
}
template <typename W>
auto& mapOf(W& workspace, const SetMeasure&) {
    return workspace.measures;
}
template <typename W>
auto& mapOf(W& workspace, const SetBloc&) {
    return workspace.blocs;
}
template <typename W>
auto& mapOf(W& workspace, const SetDocument&) {
    return workspace.documents;
}
template <typename W>
auto& mapOf(W& workspace, const SetView&) {
    return workspace.view;
}

const std::string& keyOf(const SetMeasure& edit) {
    return edit.id;
}
const std::string& keyOf(const SetBloc& edit) {
    return edit.id;
}
template <typename Set>
const auto& keyOf(const Set& edit) {
    return edit.key;
}

// Parts of a key hold no NUL.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts)
        (out += part) += '\0';
    return out;
}
std::string textOf(const std::string& key) {
    return key;
}
std::string textOf(const Key& key) {
    return joined({id(key.quantity), key.economy, key.mineral, key.detail});
}
std::string textOf(const DocumentKey& key) {
    return joined({id(key.kind), key.name});
}

template <typename Value>
bool sameContent(const Value& a, const Value& b) {
    return a == b;
}
bool sameContent(const Assumption& a, Assumption b) {
    b.at = a.at;
    return a == b;
}

Status checkOne(const SetAssumption& edit) {
    return edit.value ? check(edit.key, *edit.value) : check(edit.key);
}

template <typename Set>
Status checkOwn(const Set& edit) {
    if (!edit.value) return Done{};
    if (edit.value->id != edit.id) return refuse("id", "the id differs from that of the place it goes to");
    return check(*edit.value);
}
Status checkOne(const SetMeasure& edit) {
    return checkOwn(edit);
}
Status checkOne(const SetBloc& edit) {
    return checkOwn(edit);
}

Status checkOne(const SetDocument& edit) {
    if (text::trim(edit.key.name).empty())
        return refuse("name", "a " + std::string(id(edit.key.kind)) + " needs a name");
    if (!text::validUtf8(edit.key.name)) return refuse("name", "this is no readable text");
    if (edit.value && !nlohmann::json::accept(*edit.value)) return refuse("content", "this is no JSON text");
    return Done{};
}

Status checkOne(const SetView& edit) {
    if (edit.key.empty()) return refuse("key", "the key is missing");
    if (!text::validUtf8(edit.key) || !text::validUtf8(edit.value.value_or("")))
        return refuse("value", "this is no readable text");
    return Done{};
}

template <typename Set>
Edit inverse(const Workspace& workspace, Set edit) {
    const auto& map = mapOf(workspace, edit);
    const auto found = map.find(keyOf(edit));
    edit.value = found == map.end() ? std::nullopt : std::optional(found->second);
    return edit;
}

template <typename Set>
void put(Workspace& workspace, const Set& edit) {
    auto& map = mapOf(workspace, edit);
    if (edit.value) {
        map.insert_or_assign(keyOf(edit), *edit.value);
    } else {
        map.erase(keyOf(edit));
    }
}

}  // namespace

std::string_view id(DocumentKind kind) {
    return documentKinds.at(static_cast<std::size_t>(kind));
}

std::optional<DocumentKind> documentKindFrom(std::string_view word) {
    const auto found = std::find(documentKinds.begin(), documentKinds.end(), word);
    if (found == documentKinds.end()) return std::nullopt;
    return static_cast<DocumentKind>(found - documentKinds.begin());
}

Status check(const Edit& edit) {
    return std::visit([](const auto& one) { return checkOne(one); }, edit);
}

bool changes(const Workspace& workspace, const Edit& edit) {
    return std::visit(
        [&](const auto& one) {
            const auto& map = mapOf(workspace, one);
            const auto found = map.find(keyOf(one));
            if (found == map.end() || !one.value) return (found != map.end()) != one.value.has_value();
            return !sameContent(found->second, *one.value);
        },
        edit);
}

std::string targetOf(const Edit& edit) {
    std::string target = std::to_string(edit.index());
    return target + std::visit([](const auto& one) { return textOf(keyOf(one)); }, edit);
}

Edit inverseOf(const Workspace& workspace, const Edit& edit) {
    return std::visit([&](const auto& one) { return inverse(workspace, one); }, edit);
}

Result<Edit> applyTo(Workspace& workspace, const Edit& edit) {
    if (const Status status = check(edit); !status) return status.error();
    Edit back = inverseOf(workspace, edit);
    std::visit([&](const auto& one) { put(workspace, one); }, edit);
    return back;
}

Result<std::vector<Edit>> applyTo(Workspace& workspace, std::span<const Edit> edits) {
    for (const Edit& edit : edits)
        if (const Status status = check(edit); !status) return status.error();
    std::vector<Edit> back;
    back.reserve(edits.size());
    for (const Edit& edit : edits) {
        back.push_back(inverseOf(workspace, edit));
        std::visit([&](const auto& one) { put(workspace, one); }, edit);
    }
    std::reverse(back.begin(), back.end());
    return back;
}

}  // namespace adit::workspace
