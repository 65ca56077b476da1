#include "ui/common/finding_text.h"

#include "core/index/registry.h"
#include "ui/common/figure_link.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui {

namespace {

// Only a workspace can make it so: without one nothing is computed again.
bool restsOnAssumption(const FigureRef& ref) {
    const Dataset& data = *ref.query.data;
    const bool own = std::any_of(data.measures.begin(), data.measures.end(), [](const Measure& m) { return m.own; });
    const index::Definition* definition = data.assumed.empty() && !own ? nullptr : index::find(ref.index);
    if (definition == nullptr) return false;
    const Figure figure = definition->compute(ref.query);
    return figure.flags.has(Flag::assumed) || std::any_of(figure.inputs.begin(), figure.inputs.end(),
                                                          [](const Input& i) { return !i.assumption.empty(); });
}

}  // namespace

std::vector<SentencePart> sentenceOf(const findings::Finding& finding) {
    std::vector<SentencePart> parts;
    for (const findings::Piece& piece : finding.pieces) {
        parts.push_back({QString::fromStdString(piece.text), piece.figure ? linkOf(*piece.figure) : QString(),
                         piece.figure && restsOnAssumption(*piece.figure)});
    }
    return parts;
}

QString titleOf(const findings::Finding& finding) {
    return QString::fromStdString(findings::textOf(finding));
}

findings::Translate translator() {
    return [](std::string_view pattern) {
        const std::string key(pattern);
        return QCoreApplication::translate("findings", key.c_str()).toStdString();
    };
}

}  // namespace adit::ui
