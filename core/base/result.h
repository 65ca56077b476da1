// Errors as values: Result<T> holds either a value or an Error. Member names follow std::expected.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace adit {

enum class ErrorCode {
    badInput,      // a value the caller or a file gave cannot be used
    notFound,      // an id, name or file that does not exist
    missing,       // an input without a figure: the result is not available
    unreadable,    // a file that cannot be opened or read
    damaged,       // a file of ours whose content is broken
    replaced,      // a file that was deleted or replaced while it was open
    wrongVersion,  // a file made by a newer or foreign program
    full,          // disk full or not writable
    locked,        // held by another program
    cancelled,
};

// Where in a text file something is wrong; line and column count from 1, 0 means "the whole file".
struct Place {
    std::string file;
    std::size_t line = 0;
    std::string column;
    bool operator==(const Place&) const = default;
};

// What went wrong, where, and in English what to do. The window words it for the user by code.
struct Error {
    ErrorCode code = ErrorCode::badInput;
    std::string text;
    Place place;

    static Error missing(std::string input) { return {ErrorCode::missing, std::move(input), {}}; }
    static Error badInput(std::string text) { return {ErrorCode::badInput, std::move(text), {}}; }
    static Error notFound(std::string text) { return {ErrorCode::notFound, std::move(text), {}}; }
    bool operator==(const Error&) const = default;
};

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& value() const& { return *require(std::get_if<0>(&m_state)); }
    T& value() & { return *require(std::get_if<0>(&m_state)); }
    T&& value() && { return std::move(*require(std::get_if<0>(&m_state))); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Error& error() const { return *require(std::get_if<1>(&m_state)); }

    T value_or(T other) const { return has_value() ? value() : std::move(other); }

private:
    template <typename P>
    static P* require(P* p) {
        if (p == nullptr) std::abort();  // asking for the side that is not there is our own mistake
        return p;
    }
    std::variant<T, Error> m_state;
};

struct Done {
    bool operator==(const Done&) const = default;
};
using Status = Result<Done>;

}  // namespace adit
