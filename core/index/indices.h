// One declaration for each row of indices.inc; each is defined in the file of its name.
#pragma once

#include "core/index/definition.h"

namespace adit::index {

#define ADIT_INDEX(name) extern const Definition name;
#include "core/index/indices.inc"
#undef ADIT_INDEX

}  // namespace adit::index
