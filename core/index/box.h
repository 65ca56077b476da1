// The ends that a concentration measure can reach while some quantities move within their bounds.
// A measure is value(A, S) with A a sum of terms and S the sum of the quantities.
#pragma once

#include "core/index/bounds.h"

#include <cmath>
#include <vector>

namespace adit::index {

// What moves, and what stands beside it: terms and sum of the parts that are not among `parts`.
struct Box {
    std::vector<Part> parts;
    double terms = 0.0;
    double sum = 0.0;
};

// Sum of weighted squares over the squared sum; flat where the other quantities' balance is met.
struct SquaredShares {
    static double term(double q, double weight) { return weight * q * q; }
    static double value(double terms, double sum) { return sum > 0.0 ? terms / (sum * sum) : 0.0; }
    static double flat(double terms, double sum, double weight) {
        return weight > 0.0 && sum > 0.0 ? terms / (weight * sum) : unbounded;
    }
};

// Minus the entropy, so that both measures grow with concentration.
struct NegativeEntropy {
    static double term(double q, double) { return q > 0.0 ? q * std::log(q) : 0.0; }
    static double value(double terms, double sum) { return sum > 0.0 ? terms / sum - std::log(sum) : 0.0; }
    static double flat(double terms, double sum, double) { return sum > 0.0 ? std::exp(terms / sum) : unbounded; }
};

// The corner of the box with the largest value: every corner up to mostCorners open parts, else a beam.
template <typename Measure>
std::vector<double> highCorner(const Box& box, bool& approx);

// The quantities with the smallest value: each in turn to its best place until nothing moves. Both measures
// are pseudoconvex, hence a coordinate-wise minimum is the minimum.
template <typename Measure>
std::vector<double> lowPoint(const Box& box);

extern template std::vector<double> highCorner<SquaredShares>(const Box&, bool&);
extern template std::vector<double> highCorner<NegativeEntropy>(const Box&, bool&);
extern template std::vector<double> lowPoint<SquaredShares>(const Box&);
extern template std::vector<double> lowPoint<NegativeEntropy>(const Box&);

}  // namespace adit::index
