// A window full of the common widgets, to be looked at.
#pragma once

#include <QWidget>

#include <memory>

namespace adit::ui::samples {

std::unique_ptr<QWidget> board();

}  // namespace adit::ui::samples
