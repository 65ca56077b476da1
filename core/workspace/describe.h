// Edits in words, for the history list and the undo menu.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/edit.h"
#include "core/workspace/idle.h"

#include <string>
#include <vector>

namespace adit::workspace {

// "South Korea, cobalt: stock 1 900 t → 2 400 t". `before` is the inverse of the edit; without a dataset codes stand
// for names.
std::string describe(const Edit& edit, const Edit& before, const Dataset* names);
// A step: its only edit, or "12 changes: " and the first.
std::string describe(std::span<const Edit> edits, std::span<const Edit> inverse, const Dataset* names);

std::string describe(const Key& key, const Dataset* names);          // "South Korea, cobalt: stock"
std::string nameOf(Quantity quantity);                               // "share of control"
std::string valueWords(Quantity quantity, const Assumption& value);  // "2 400 t (2 000 t to 2 800 t)"

// What is idle, and why: "South Korea, cobalt: refine imports from China in 1950" and "no trade of cobalt at this stage
// is published for 1950".
std::string describeWhat(const Idle& idle, const Dataset* names);
std::string reasonWords(const Idle& idle, const Dataset* names);
std::string describe(const Idle& idle, const Dataset* names);  // both, with a colon between

}  // namespace adit::workspace
