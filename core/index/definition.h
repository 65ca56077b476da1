// What an index is: one Definition a file, found through the registry (registry.h).
#pragma once

#include "core/base/figure.h"
#include "core/index/market.h"

#include <initializer_list>
#include <string_view>

// Marks English text that the window translates; lupdate collects it by this name.
#define ADIT_TEXT(context, text) (text)

namespace adit::index {

enum class Better : std::uint8_t { lower, higher, neither };

// The parts of a dataset that editing can change. `trade` is that of the consumer asked for, `worldTrade` everybody's,
// `chain` output, trade and measures of the mineral at every stage.
enum class Register : std::uint8_t {
    output,
    trade,
    worldTrade,
    consumption,
    measures,
    chain,
    governance,
    recycling,
    control,
    studies,
};

class Reads {
public:
    constexpr Reads(std::initializer_list<Register> registers) {
        for (const Register r : registers)
            m_bits |= 1U << static_cast<unsigned>(r);
    }
    constexpr bool has(Register r) const { return (m_bits >> static_cast<unsigned>(r) & 1U) != 0; }

private:
    unsigned m_bits = 0;
};

struct Definition {
    std::string_view id;       // kebab-case
    std::string_view title;    // "Herfindahl-Hirschman index"
    std::string_view meaning;  // one line for a reader who does not know it
    Unit unit = Unit::one;
    bool plain = false;        // a number of unit 1 that is no share: never printed as a percentage
    Interval range{0.0, 1.0};  // what the value can be; hi may be `unbounded`
    Better better = Better::neither;
    std::string_view method;  // "M02"
    std::string_view citation;
    bool needsEconomy = false;      // asks for a consumer, or for a producer
    bool ofProducer = false;        // which of the two
    bool throughHubs = false;       // can be asked for with re-export hubs looked through
    Reads reads{Register::output};  // what its figures rest on: after a change of the others they stand
    Figure (*compute)(const Query& query) = nullptr;
};

}  // namespace adit::index
