// The two informing windows: what Adit is, and every source with its licence.
#pragma once

#include "core/dataset/dataset.h"

#include <QString>

class QWidget;

namespace adit::ui {

void showAbout(const Dataset& data, QWidget* parent);
void showSources(const Dataset& data, QWidget* parent, const QString& select = {});

}  // namespace adit::ui
