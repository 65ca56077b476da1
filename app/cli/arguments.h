// The words after a command: options by name, the rest by place.
#pragma once

#include "app/cli/command.h"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adit::cli {

struct Option {
    std::string_view name;    // "--output"
    std::string_view letter;  // "-o", or empty
    bool takesValue = true;
};

struct Arguments {
    std::vector<std::string> places;
    std::map<std::string, std::string, std::less<>> options;

    bool has(std::string_view option) const { return options.contains(option); }
    std::optional<std::string> value(std::string_view option) const;
};

// Knows "--name value", "--name=value" and "-n value". Refuses unknown options (naming the nearest), an option
// given twice or without its value, and more or fewer places than are named in `places`: "FILE" must be there,
// "[FILE]" may be.
Result<Arguments> parse(Words words, std::span<const Option> options, std::initializer_list<std::string_view> places);

}  // namespace adit::cli
