#include "app/cli/arguments.h"

#include "core/base/text.h"

#include <algorithm>

namespace adit::cli {
namespace {

const Option* find(std::span<const Option> options, std::string_view name) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& o) {
        return o.name == name || (!o.letter.empty() && o.letter == name);
    });
    return found == options.end() ? nullptr : &*found;
}

Error unknown(std::span<const Option> options, std::string_view name) {
    std::vector<std::string> names;
    for (const Option& option : options)
        names.emplace_back(option.name);
    const auto nearest = text::nearest(name, names);
    std::string text = "there is no option " + std::string(name);
    if (!nearest.empty()) text += "; nearest: " + text::join(nearest, ", ");
    return Error::badInput(std::move(text));
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view option) const {
    const auto found = options.find(option);
    if (found == options.end()) return std::nullopt;
    return found->second;
}

Result<Arguments> parse(Words words, std::span<const Option> options, std::initializer_list<std::string_view> places) {
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!word.starts_with('-') || word == "-") {
            arguments.places.push_back(word);
            continue;
        }
        const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
        const Option* option = find(options, std::string_view(word).substr(0, equals));
        if (option == nullptr) return unknown(options, std::string_view(word).substr(0, equals));
        std::string value = equals == std::string::npos ? "" : word.substr(equals + 1);
        if (option->takesValue && equals == std::string::npos) {
            if (++i == words.size()) return Error::badInput(std::string(option->name) + " needs a value");
            value = words[i];
        }
        if (!option->takesValue && equals != std::string::npos) {
            return Error::badInput(std::string(option->name) + " takes no value");
        }
        if (!arguments.options.emplace(option->name, std::move(value)).second) {
            return Error::badInput(std::string(option->name) + " stands there twice");
        }
    }
    const std::size_t given = arguments.places.size();
    if (given > places.size()) {
        return Error::badInput('"' + arguments.places[places.size()] + "\" is one word too many");
    }
    if (given < places.size() && !places.begin()[given].starts_with('[')) {
        return Error::badInput(std::string(places.begin()[given]) + " is missing");
    }
    return arguments;
}

}  // namespace adit::cli
