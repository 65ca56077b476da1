#include "core/index/terms.h"

#include "core/base/number_words.h"

#include <algorithm>
#include <cmath>

namespace adit::index {
namespace {

constexpr std::size_t shown = 4;

std::string joined(const std::vector<std::string>& terms) {
    std::string out = "= ";
    for (std::size_t i = 0; i < terms.size(); ++i)
        out += (i != 0 ? " + " : "") + terms[i];
    return out;
}

double roundedTo(double x, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::round(x * scale) / scale;
}

}  // namespace

std::vector<double> sharesOf(const Case& c) {
    std::vector<double> shares;
    for (const Holder& holder : c.market.holders) {
        if (holder.share && *holder.share > 0.0) shares.push_back(*holder.share);
    }
    return shares;
}

std::vector<std::string> squareLines(const Case& c, Unit unit) {
    const bool points = unit == Unit::points;
    const double scale = points ? 10000.0 : 1.0;
    const int decimals = points ? 0 : 4;
    const std::vector<double> shares = sharesOf(c);
    std::vector<std::string> bases;
    std::vector<std::string> squares;
    double sum = 0.0;
    double shownSum = 0.0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double square = scale * shares[i] * shares[i];
        sum += square;
        if (i >= shown) continue;
        shownSum += roundedTo(square, decimals);
        bases.push_back(words::grouped(points ? 100.0 * shares[i] : shares[i], points ? 1 : 3) + "²");
        squares.push_back(words::grouped(square, decimals));
    }
    if (shares.size() > shown) {
        bases.emplace_back("…");
        squares.push_back(words::grouped(std::max(roundedTo(sum, decimals) - shownSum, 0.0), decimals));
    }
    return {joined(bases), joined(squares)};
}

std::string entropyTerms(const Case& c) {
    std::vector<std::string> terms;
    double rest = 0.0;
    const std::vector<double> shares = sharesOf(c);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double term = -shares[i] * std::log(shares[i]);
        if (i < shown) terms.push_back(words::grouped(term, 4));
        if (i >= shown) rest += term;
    }
    if (shares.size() > shown) terms.push_back(words::grouped(rest, 4));
    return joined(terms);
}

void addBoundLines(const Case& c, Figure& figure) {
    if (figure.exact() || !figure.bounds) return;
    if (c.market.unattributedShare() > 0.0 && c.market.residual != ResidualRule::none) {
        const bool anyone = c.market.residual == ResidualRule::anyone;
        figure.formula.push_back(std::string(anyone ? "controller unknown: " : "not attributed: ") +
                                 words::percent(c.market.unattributedShare()) + " of output");
    } else {
        figure.formula.emplace_back("withheld or rounded output lies within its bounds");
    }
}

}  // namespace adit::index
