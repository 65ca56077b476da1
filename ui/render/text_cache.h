// Widths and shaped glyphs of texts, kept from one repaint to the next: shaping is most of what painting a text costs.
// One cache a thread; what is used least goes first.
#pragma once

#include "ui/render/theme.h"

#include <QFontMetricsF>
#include <QPointF>
#include <QString>

class QPainter;

namespace adit::render {

const QFontMetricsF& metricsOf(Type type, const Theme& theme);
double textWidth(const QString& text, Type type, const Theme& theme);  // advance, in pixels

// Draws with the pen's colour. On a screen's pixels from the cache, on any other device (pictures of their own
// resolution, documents) as text.
void drawText(QPainter& painter, QPointF baseline, const QString& text, Type type, const Theme& theme);

}  // namespace adit::render
