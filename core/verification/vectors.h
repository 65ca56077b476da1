// Vectors: a method, its inputs, one output and what is expected of it; checked through the functions themselves.
#pragma once

#include "core/verification/method.h"

namespace adit::verification {

struct Vector {
    std::string method;
    std::string name;
    std::string inputsJson;
    std::string output;
    std::string expected;  // a number, a text, "absent" (with a flag: "absent zero-total") or "none"
    std::string unit;
    double relativeTolerance = 1e-9;
};

struct Verdict {
    bool ok = false;
    std::string computed;  // as text, in the same form as expected
    std::string note;      // flags, and why a value is absent
};

// Columns of a table of vectors.
inline constexpr std::array<std::string_view, 7> vectorColumns{"method",   "case", "inputs_json", "output",
                                                               "expected", "unit", "rel_tol"};

// An error names an unknown method, input or output with the nearest names, or inputs that cannot be used.
Result<Verdict> check(const Vector& vector);

}  // namespace adit::verification
