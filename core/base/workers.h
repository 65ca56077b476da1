// Work in many independent parts on a few threads. What the parts write must not overlap; then the result is the same
// for any number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace adit {

// Calls worker(part) once for each part in [0, parts). Each thread asks `makeWorker` for a worker of its own, which may
// keep state between its parts; the calling thread is one of the threads. Nothing may throw.
template <typename MakeWorker>
void onThreads(unsigned threads, std::size_t parts, const MakeWorker& makeWorker) {
    std::atomic<std::size_t> next{0};
    // Neighbours in a row, so that no thread fetches ahead for another.
    const std::size_t run = std::max<std::size_t>(parts / (32 * std::max(threads, 1U)), 1);
    const auto work = [&] {
        auto worker = makeWorker();
        for (std::size_t first = next.fetch_add(run); first < parts; first = next.fetch_add(run)) {
            for (std::size_t part = first; part < std::min(first + run, parts); ++part)
                worker(part);
        }
    };
    const std::size_t helpers = std::min<std::size_t>(threads, parts);
    std::vector<std::jthread> running;
    for (std::size_t i = 1; i < helpers; ++i)
        running.emplace_back(work);
    work();
}

}  // namespace adit
