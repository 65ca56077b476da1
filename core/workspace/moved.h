// Which published figures moved under an assumption since it was made.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/workspace.h"

#include <functional>
#include <vector>

namespace adit::workspace {

// The published figure that an assumption of this key replaces: the latest there is. Nothing where none is published.
std::optional<double> published(const Dataset& data, const Key& key);

struct Moved {
    enum class How { changed, appeared, withdrawn, unknownCode };
    Key key;
    How how = How::changed;
    std::optional<double> then;
    std::optional<double> now;
    std::string edition;  // in which it was `then`
    bool operator==(const Moved&) const = default;
};

using Published = std::function<std::optional<double>(const Dataset&, const Key&)>;

// Assumptions made on the edition of `data` are not asked about.
std::vector<Moved> moved(const Workspace& workspace, const Dataset& data, const Published& lookUp = published);
// "South Korea, cobalt: stock was 1 900 t in edition 2026.1, is 2 100 t now"
std::string describe(const Moved& moved, const Dataset* names);

}  // namespace adit::workspace
