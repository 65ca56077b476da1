// Compensated summation (Neumaier 1974), so that a sum depends on its terms and not on their luck.
#pragma once

#include <cmath>
#include <span>

namespace adit {

class Sum {
public:
    void add(double x) {
        const double t = m_sum + x;
        m_rest += std::fabs(m_sum) >= std::fabs(x) ? (m_sum - t) + x : (x - t) + m_sum;
        m_sum = t;
    }
    double value() const { return m_sum + m_rest; }

private:
    double m_sum = 0.0;
    double m_rest = 0.0;
};

inline double sumOf(std::span<const double> terms) {
    Sum sum;
    for (const double term : terms)
        sum.add(term);
    return sum.value();
}

}  // namespace adit
