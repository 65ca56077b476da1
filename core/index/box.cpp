#include "core/index/box.h"

#include <algorithm>
#include <cstdint>

namespace adit::index {
namespace {

constexpr std::size_t beamWidth = 64;
constexpr int mostRounds = 100000;

struct Partial {
    double terms = 0.0;
    double sum = 0.0;
    std::size_t last = 0;  // place of its last choice in the trail
};

// One open part's value, and the choice before it. Many partial corners share their first choices.
struct Choice {
    double value = 0.0;
    std::size_t before = 0;
};

template <typename Measure>
Partial with(const Partial& partial, double q, double weight, std::vector<Choice>& trail) {
    trail.push_back({q, partial.last});
    return {partial.terms + Measure::term(q, weight), partial.sum + q, trail.size() - 1};
}

template <typename Measure>
bool larger(const Partial& a, const Partial& b) {
    return Measure::value(a.terms, a.sum) > Measure::value(b.terms, b.sum);
}

std::vector<std::size_t> openParts(const Box& box) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < box.parts.size(); ++i) {
        if (!box.parts[i].quantity.exact()) open.push_back(i);
    }
    return open;
}

template <typename Measure>
Partial fixedPart(const Box& box) {
    Partial fixed{box.terms, box.sum, 0};
    for (const Part& part : box.parts) {
        if (!part.quantity.exact()) continue;
        fixed.terms += Measure::term(part.quantity.lo, part.weight);
        fixed.sum += part.quantity.lo;
    }
    return fixed;
}

}  // namespace

template <typename Measure>
std::vector<double> highCorner(const Box& box, bool& approx) {
    const std::vector<std::size_t> open = openParts(box);
    const std::size_t width = open.size() <= mostCorners ? std::size_t{1} << open.size() : beamWidth;
    approx = approx || open.size() > mostCorners;
    std::vector<Partial> states{fixedPart<Measure>(box)};
    std::vector<Choice> trail(1);
    for (const std::size_t i : open) {
        std::vector<Partial> next;
        next.reserve(2 * states.size());
        for (const Partial& state : states) {
            next.push_back(with<Measure>(state, box.parts[i].quantity.lo, box.parts[i].weight, trail));
            next.push_back(with<Measure>(state, box.parts[i].quantity.hi, box.parts[i].weight, trail));
        }
        if (next.size() > width) {
            std::stable_sort(next.begin(), next.end(), larger<Measure>);
            next.resize(width);
        }
        states = std::move(next);
    }
    const auto best = std::min_element(states.begin(), states.end(), larger<Measure>);
    std::vector<double> q(box.parts.size());
    for (std::size_t i = 0; i < q.size(); ++i)
        q[i] = box.parts[i].quantity.lo;
    std::size_t choice = best->last;
    for (auto i = open.rbegin(); i != open.rend(); ++i) {
        q[*i] = trail[choice].value;
        choice = trail[choice].before;
    }
    return q;
}

template <typename Measure>
std::vector<double> lowPoint(const Box& box) {
    const std::vector<std::size_t> open = openParts(box);
    std::vector<double> q(box.parts.size());
    double terms = box.terms;
    double sum = box.sum;
    for (std::size_t i = 0; i < q.size(); ++i) {
        q[i] = 0.5 * (box.parts[i].quantity.lo + box.parts[i].quantity.hi);
        terms += Measure::term(q[i], box.parts[i].weight);
        sum += q[i];
    }
    for (int round = 0; round < mostRounds; ++round) {
        double moved = 0.0;
        for (const std::size_t i : open) {
            const Part& part = box.parts[i];
            const double otherTerms = terms - Measure::term(q[i], part.weight);
            const double otherSum = sum - q[i];
            const double place =
                std::clamp(Measure::flat(otherTerms, otherSum, part.weight), part.quantity.lo, part.quantity.hi);
            moved = std::max(moved, std::fabs(place - q[i]) / std::max(sum, 1e-300));
            q[i] = place;
            terms = otherTerms + Measure::term(place, part.weight);
            sum = otherSum + place;
        }
        if (moved <= 1e-12) break;
    }
    return q;
}

template std::vector<double> highCorner<SquaredShares>(const Box&, bool&);
template std::vector<double> highCorner<NegativeEntropy>(const Box&, bool&);
template std::vector<double> lowPoint<SquaredShares>(const Box&);
template std::vector<double> lowPoint<NegativeEntropy>(const Box&);

}  // namespace adit::index
