// Two doubles side by side, worked on at once. Only for the passes over cells.
#pragma once

#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace adit::trade {

using Pair = double __attribute__((vector_size(16)));

inline Pair both(double x) {
    return Pair{x, x};
}

inline Pair read(const double* from) {
    Pair x;
    std::memcpy(&x, from, sizeof x);
    return x;
}

inline void write(double* to, Pair x) {
    std::memcpy(to, &x, sizeof x);
}

// Past the cache, where the processor can: for what is not read again soon. `to` is a multiple of 16 bytes.
inline void stream(double* to, Pair x) {
#ifdef __SSE2__
    _mm_stream_pd(to, x);
#else
    write(to, x);
#endif
}

// Before another thread reads what was streamed.
inline void settle() {
#ifdef __SSE2__
    _mm_sfence();
#endif
}

inline double whole(Pair parts) {
    return parts[0] + parts[1];
}

// A mass cut at a grid: the upper parts add up without rounding, and what is rounded in the sum of the lower parts is
// far below the last digit of the whole (Rump, Ogita & Oishi 2008). A difference of two large sums needs that.
struct Cut {
    Pair upper;
    Pair lower;
};

inline Cut cut(Pair tonnes, double grid) {
    const Pair upper = (tonnes + grid) - grid;
    return {upper, tonnes - upper};
}

}  // namespace adit::trade
