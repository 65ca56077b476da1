#include "ui/common/finding_text.h"

#include "ui/common/figure_link.h"

#include <QCoreApplication>

namespace adit::ui {

std::vector<SentencePart> sentenceOf(const findings::Finding& finding) {
    std::vector<SentencePart> parts;
    for (const findings::Piece& piece : finding.pieces) {
        parts.push_back({QString::fromStdString(piece.text), piece.figure ? linkOf(*piece.figure) : QString()});
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
