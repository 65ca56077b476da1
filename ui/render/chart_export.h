// Pictures that leave the program: a white page with title, context, picture, assumption and source line,
// as PNG, SVG, PDF, on the clipboard or as a table. Always in the light theme.
#pragma once

#include "core/base/result.h"
#include "ui/render/chart.h"
#include "ui/render/theme.h"

#include <QByteArray>
#include <QSize>

#include <functional>

class QCPPainter;
class QImage;
class QMimeData;

namespace adit::render {

// Anything that can be exported: a chart, the map. `paint` fills the given rectangle of a painter whose unit
// is one pixel at 100 %, in the light theme; it takes any callable over QPainter&.
struct Picture {
    ChartText text;
    std::function<void(QCPPainter& painter, const QRectF& area)> paint;
    ChartTable table;
};
Picture pictureOf(const Chart& chart);

enum class PictureFormat { png, svg, pdf, csv };
QString suffix(PictureFormat format);  // "png"

struct ExportOptions {
    PictureFormat format = PictureFormat::png;
    QSize size{1600, 1000};  // pixels; texts scale with the width
    int dpi = 192;           // written into PNG and used for the paper size of PDF
};

QImage exportImage(const Picture& picture, const ExportOptions& options);
QByteArray exportBytes(const Picture& picture, const ExportOptions& options);  // the whole file
Status exportFile(const Picture& picture, const ExportOptions& options, const QString& path);

QByteArray csvOf(const Picture& picture);  // RFC 4180, UTF-8; numbers with a decimal point
QMimeData* pictureMime(const Picture& picture);
QMimeData* tableMime(const Picture& picture);  // tab-separated text and HTML, with source and edition

}  // namespace adit::render
