// A sentence computed from the data: text in pieces, the numbers among them linked to their figures.
#pragma once

#include "core/findings/figure_ref.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adit::findings {

// Which number of the figure a piece prints.
enum class Part : std::uint8_t { value, lo, hi };

struct Piece {
    std::string text;
    std::optional<FigureRef> figure;  // where the text is a number that can be explained
    Part part = Part::value;
};

struct Finding {
    std::vector<Piece> pieces;
};

std::string textOf(const Finding& finding);

// Gives the user's language for an English pattern with places %1, %2 ... (context "findings").
using Translate = std::function<std::string(std::string_view)>;

// Puts a sentence together from patterns, in which %1 stands for the first argument and so on.
class Sentence {
public:
    explicit Sentence(Translate translate) : m_translate(std::move(translate)) {}

    Sentence& add(std::string_view pattern, const std::vector<Piece>& arguments = {});
    Finding take() { return std::move(m_finding); }

private:
    void append(Piece piece);

    Translate m_translate;
    Finding m_finding;
};

}  // namespace adit::findings
