// Small typed indices into the tables of one dataset. Only meaningful with the dataset they come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>  // brings <compare>, which moc reads only after another standard header

namespace adit {

template <typename Tag>
class Id {
public:
    using Rep = std::uint16_t;
    static constexpr Rep none = std::numeric_limits<Rep>::max();

    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : m_index(static_cast<Rep>(index)) {}
    constexpr bool valid() const { return m_index != none; }
    constexpr std::size_t index() const { return m_index; }
    constexpr auto operator<=>(const Id&) const = default;

private:
    Rep m_index = none;
};

using EconomyId = Id<struct EconomyTag>;  // also blocs and the two aggregates WORLD and OTHER
using MineralId = Id<struct MineralTag>;
using SourceId = Id<struct SourceTag>;
using BasisId = Id<struct BasisTag>;

}  // namespace adit

template <typename Tag>
struct std::hash<adit::Id<Tag>> {
    std::size_t operator()(adit::Id<Tag> id) const noexcept { return id.index(); }
};
