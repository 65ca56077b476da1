// Pictures for screen readers: a table with the same rows as "copy as table".
#pragma once

#include "ui/render/chart.h"

namespace adit::render {

// What a widget that paints a picture implements so that it can be read out.
class Readable {
public:
    virtual ~Readable() = default;
    virtual QString readName() const = 0;
    virtual QString readDescription() const = 0;  // of the mark that the keyboard stands on, else of the whole
    virtual ChartTable readTable() const = 0;
};

void installPictureAccessibility();  // once is enough, more does no harm

}  // namespace adit::render
