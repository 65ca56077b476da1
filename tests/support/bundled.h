// The dataset that is built with the program, loaded once a test program.
#pragma once

#include "core/dataset/dataset.h"

namespace adit::test {

DatasetPtr bundled();

}  // namespace adit::test
