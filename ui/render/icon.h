// Icons from resources/icons, tinted from the palette when painted, so that one file serves both themes.
#pragma once

#include "core/base/figure.h"

#include <QIcon>
#include <QString>

class QPainter;
class QRectF;

namespace adit::render {

struct Theme;

enum class Tint { text, hint, accent, alert, warn, edit, onAccent };

// `name` is a file of resources/icons without its suffix; on-states are drawn in the accent colour.
QIcon icon(const QString& name, Tint tint = Tint::text);

// For painters that hold their colour: draws the icon into `box` as lines, also on SVG and PDF.
void paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour);

// Triangle, disc or square of a stage, centred in `box`.
void paintStageGlyph(QPainter& painter, const QRectF& box, Stage stage, const QColor& colour);
QIcon stageIcon(Stage stage);  // in the stage's colour of whichever theme is on

}  // namespace adit::render
