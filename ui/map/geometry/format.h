// The projected world as bytes: what the build writes once and the program reads at start. Little-endian.
//
//   magic, then the counts of arcs, shapes and places
//   frame      four doubles: left, top, right, bottom of the land shown at full view
//   each arc   number of points, the step to each from the one before (2 x i32; the first from the
//              origin), a detail level for each (u8)
//   each shape code (3 bytes, blank when it has none), area in km2 (double), number of rings;
//              each ring its number of arcs and their numbers (i32; ~n is arc n reversed)
//   each place code, point (2 x i32)
//
// Coordinates are earth radii in Equal Earth, y downwards, times `unitsPerRadius`.
#pragma once

#include <array>
#include <cstdint>

namespace adit::ui::map::format {

inline constexpr std::array<char, 8> magic{'A', 'D', 'I', 'T', 'M', 'A', 'P', '1'};
inline constexpr double unitsPerRadius = 100000.0;

// A point belongs to a level when leaving it out would move a border by more than the level's tolerance
// (in earth radii). Level 0 is for the whole world on a screen, the last has every point.
inline constexpr std::array<double, 3> tolerance{0.0015, 0.0004, 0.0};
inline constexpr std::uint8_t levels = 3;

}  // namespace adit::ui::map::format
