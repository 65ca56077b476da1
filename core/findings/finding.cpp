#include "core/findings/finding.h"

#include <utility>

namespace adit::findings {

std::string textOf(const Finding& finding) {
    std::string out;
    for (const Piece& piece : finding.pieces)
        out += piece.text;
    return out;
}

void Sentence::append(Piece piece) {
    if (piece.text.empty()) return;
    std::vector<Piece>& pieces = m_finding.pieces;
    if (!piece.figure && !pieces.empty() && !pieces.back().figure) {
        pieces.back().text += piece.text;
    } else {
        pieces.push_back(std::move(piece));
    }
}

Sentence& Sentence::add(std::string_view pattern, const std::vector<Piece>& arguments) {
    const std::string words = m_translate ? m_translate(pattern) : std::string(pattern);
    std::string plain;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool place = words[i] == '%' && i + 1 < words.size() && words[i + 1] >= '1' && words[i + 1] <= '9';
        const std::size_t number = place ? static_cast<std::size_t>(words[i + 1] - '1') : arguments.size();
        if (number >= arguments.size()) {
            plain += words[i];
            continue;
        }
        append({std::exchange(plain, {}), {}, {}});
        append(arguments[number]);
        ++i;
    }
    append({std::move(plain), {}, {}});
    return *this;
}

}  // namespace adit::findings
