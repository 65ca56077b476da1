// The assumptions that touch a figure, as the inspector says them: a line each.
#pragma once

#include "ui/shell/explanation.h"

namespace adit::test {

inline QString touching(const ui::Explanation& explanation) {
    QString lines;
    for (const ui::TouchingAssumption& one : explanation.assumptions)
        lines += one.words + one.rest + QLatin1Char('\n');
    return lines;
}

}  // namespace adit::test
