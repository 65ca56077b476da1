// Doubles side by side, worked on at once: two, or four, which is one instruction where the processor has AVX2 and two
// where not, with the same bits. Only for the passes over cells.
#pragma once

#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

// Before a function: once for every x86-64 and once for those with AVX2; the program takes the better when it starts,
// which is before the thread sanitizer can watch.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_THREAD__)
#define ADIT_LANES __attribute__((target_clones("avx2", "default")))
#else
#define ADIT_LANES
#endif

namespace adit::trade {

using Pair = double __attribute__((vector_size(16)));
using Quad = double __attribute__((vector_size(32)));

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

// Fours go by reference: how they are passed by value depends on the processor.
inline void readFour(Quad& x, const double* from) {
    std::memcpy(&x, from, sizeof x);
}

inline Pair front(const Quad& x) {
    return __builtin_shufflevector(x, x, 0, 1);
}

inline Pair back(const Quad& x) {
    return __builtin_shufflevector(x, x, 2, 3);
}

inline double whole(Pair parts) {
    return parts[0] + parts[1];
}

inline double wholeOfFour(const Quad& parts) {
    return whole(front(parts) + back(parts));
}

// Past the cache, where the processor can: for what is not read again soon. `to` is a multiple of 16 bytes.
inline void streamFour(double* to, const Quad& x) {
#ifdef __SSE2__
    _mm_stream_pd(to, front(x));
    _mm_stream_pd(to + 2, back(x));
#else
    std::memcpy(to, &x, sizeof x);
#endif
}

// Before another thread reads what was streamed.
inline void settle() {
#ifdef __SSE2__
    _mm_sfence();
#endif
}

}  // namespace adit::trade
