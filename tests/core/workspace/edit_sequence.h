// A sequence of edits that a seed determines: what a program that is killed has been doing, and what must be found.
#pragma once

#include "tests/core/workspace/samples.h"

#include <cstdint>

namespace adit::test {

// The edit of this number: a figure, a figure for each of a dozen, an own measure, an undo or a redo. Each changes the
// workspace, and what it is depends on nothing else than the session's state.
class EditSequence {
public:
    explicit EditSequence(std::uint64_t seed) : m_seed(seed) {}

    Status make(workspace::Session& session, std::uint64_t number) const {
        const std::uint64_t random = mixed(m_seed + number);
        const std::string name = "own-" + std::to_string(number);
        switch (random % 10) {
            case 0:
                if (session.canUndo()) return session.undo();
                break;
            case 1:
                if (session.canRedo()) return session.redo();
                break;
            case 2:
                return session.apply({{workspace::SetMeasure{name, ban(name)}}});
            case 3:
                return session.apply(dozen(number));
            default:
                break;
        }
        return session.apply(stock("E" + std::to_string(random / 10 % 20), valueOf(number)));
    }

private:
    static double valueOf(std::uint64_t number) { return static_cast<double>(number) + 0.5; }
    static workspace::Step dozen(std::uint64_t number) {
        workspace::Step step;
        for (int i = 0; i < 12; ++i)
            step.edits.push_back(setStock("S" + std::to_string(i), valueOf(number)));
        return step;
    }
    static std::uint64_t mixed(std::uint64_t x) {  // splitmix64
        x += 0x9E3779B97F4A7C15U;
        x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
        x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
        return x ^ (x >> 31U);
    }
    std::uint64_t m_seed;
};

// Without times, which two runs of a sequence need not share.
inline workspace::Workspace timeless(workspace::Workspace w) {
    for (auto& [key, assumption] : w.assumptions)
        assumption.at.clear();
    return w;
}

}  // namespace adit::test
