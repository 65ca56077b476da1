// From the bundled file to a dataset in memory, against SQLite summing the same tables.
#include "core/sqlite/database.h"
#include "tests/support/bundled.h"

#include <benchmark/benchmark.h>
