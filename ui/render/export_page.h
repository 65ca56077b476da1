// The page around an exported picture.
#pragma once

#include "ui/render/chart_export.h"
#include "ui/render/scene.h"

namespace adit::render {

// Width of a page in units of the theme, chosen so that the 20 px title stands 34 px high at 1600.
inline constexpr double pageWidth = 1600.0 * 20.0 / 34.0;

void paintPage(QCPPainter& painter, const QSizeF& page, const Picture& picture, const Theme& theme);

// As few lines as fit the width; of nearly equal length where the last one would be a lone word.
QStringList balancedLines(const QString& text, Type type, double width, const TextSizes& sizes);

}  // namespace adit::render
