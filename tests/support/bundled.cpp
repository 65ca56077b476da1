#include "tests/support/bundled.h"

#include "core/dataset/locate.h"

#include <cstdio>
#include <cstdlib>

namespace adit::test {

DatasetPtr bundled() {
    static const DatasetPtr data = [] {
        const auto file = locateDataset();
        auto loaded = file ? loadDataset(*file) : Result<DatasetPtr>(file.error());
        if (!loaded) {
            std::fprintf(stderr, "%s\n", loaded.error().text.c_str());
            std::exit(2);
        }
        return std::move(loaded).value();
    }();
    return data;
}

}  // namespace adit::test
