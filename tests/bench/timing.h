// Paired measuring: what is compared is run in turns in one process, and the fastest run of each counts, so that a busy
// machine disturbs both alike.
#pragma once

#include <algorithm>
#include <chrono>
#include <limits>

namespace adit::bench {

template <typename Work>
double secondsOf(Work&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

class Fastest {
public:
    template <typename Work>
    double run(Work&& work) {
        const double seconds = secondsOf(work);
        m_seconds = std::min(m_seconds, seconds);
        return seconds;
    }
    double seconds() const { return m_seconds; }
    double milliseconds() const { return 1000.0 * m_seconds; }

private:
    double m_seconds = std::numeric_limits<double>::infinity();
};

}  // namespace adit::bench
