// What long work gets from its caller: a way to be stopped and a way to say how far it is.
#pragma once

#include <functional>
#include <stop_token>

namespace adit {

struct RunControl {
    std::stop_token stop;
    std::function<void(double fraction)> progress;  // may be empty; called on the working thread

    bool stopped() const { return stop.stop_requested(); }
    void report(double fraction) const {
        if (progress) progress(fraction);
    }
};

}  // namespace adit
