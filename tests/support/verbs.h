// The verbs of the command line, called in the test's own process: how they end and what they say.
#pragma once

#include "app/cli/command.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace adit::test {

struct Output {
    cli::Exit code;
    std::string out;
    std::string err;
};

inline Output run(const std::vector<std::string>& words) {
    std::ostringstream out;
    std::ostringstream err;
    const cli::Exit code = cli::dispatch("adit-cli", cli::commands(), words, {out, err});
    return {code, out.str(), err.str()};
}

// The rows of an answer; null where there is none, which fails the test.
inline nlohmann::json json(std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "json"});
    const Output r = run(words);
    EXPECT_EQ(r.code, cli::Exit::ok) << r.err;
    return r.code == cli::Exit::ok ? nlohmann::json::parse(r.out) : nlohmann::json();
}

}  // namespace adit::test
