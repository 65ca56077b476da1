// What the user owns, as a value. The published baseline is never part of it.
#pragma once

#include "core/workspace/assumption.h"
#include "core/workspace/own.h"

#include <map>
#include <string>

namespace adit::workspace {

enum class DocumentKind : std::uint8_t { scenario, briefing };

std::string_view id(DocumentKind kind);  // "scenario"
std::optional<DocumentKind> documentKindFrom(std::string_view id);

struct DocumentKey {
    DocumentKind kind = DocumentKind::scenario;
    std::string name;
    auto operator<=>(const DocumentKey&) const = default;
};

struct Workspace {
    std::map<Key, Assumption> assumptions;
    std::map<std::string, OwnMeasure> measures;    // by id
    std::map<std::string, OwnBloc> blocs;          // by id
    std::map<DocumentKey, std::string> documents;  // JSON texts
    std::map<std::string, std::string> view;       // how pages were left; no content
    bool operator==(const Workspace&) const = default;
};

}  // namespace adit::workspace
