#include "ui/render/chart_export.h"

#include "core/base/text.h"
#include "ui/render/chart_plot.h"
#include "ui/render/export_page.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace adit::render {
namespace {

constexpr double screenDpi = 96.0;

// Paints the page on a device whose resolution is that of a screen; `pixels` is the device's size.
void paintOn(QPaintDevice& device, const QSizeF& pixels, const Picture& picture) {
    QCPPainter painter;
    if (!painter.begin(&device)) return;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double scale = pixels.width() / pageWidth;
    painter.scale(scale, scale);
    paintPage(painter, pixels / scale, picture, Theme::light());
}

QByteArray pngBytes(const Picture& picture, const ExportOptions& options) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    exportImage(picture, options).save(&buffer, "PNG");
    return bytes;
}

QByteArray svgBytes(const Picture& picture, const ExportOptions& options) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(static_cast<int>(screenDpi));
    svg.setSize(options.size);
    svg.setViewBox(QRect(QPoint(), options.size));
    svg.setTitle(picture.text.title);
    svg.setDescription(picture.text.subtitle + QLatin1Char('\n') + picture.text.source);
    paintOn(svg, options.size, picture);
    return bytes;
}

QByteArray pdfBytes(const Picture& picture, const ExportOptions& options) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        const QSizeF inches = QSizeF(options.size) / std::max(options.dpi, 1);
        pdf.setPageSize(QPageSize(inches, QPageSize::Inch, picture.text.title, QPageSize::ExactMatch));
        pdf.setPageMargins(QMarginsF());
        pdf.setResolution(static_cast<int>(screenDpi));
        pdf.setTitle(picture.text.title);
        pdf.setCreator(QStringLiteral("Adit"));
        paintOn(pdf, inches * screenDpi, picture);
    }
    return bytes;
}

QString quoted(const QString& text) {
    const bool special = text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) ||
                         text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
    if (!special) return text;
    QString doubled = text;
    doubled.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + doubled + QLatin1Char('"');
}

QString csvCell(const TableCell& cell) {
    return cell.number ? QString::fromStdString(text::shortest(*cell.number)) : quoted(cell.text);
}

QString sourceLine(const ChartText& text) {
    QStringList parts;
    for (const QString& part : {text.source, text.assumption})
        if (!part.isEmpty()) parts << part;
    if (!text.edition.isEmpty()) parts << QCoreApplication::translate("Export", "Adit, edition %1").arg(text.edition);
    return parts.join(QStringLiteral(". ")).replace(QStringLiteral(".."), QStringLiteral("."));
}

QString tabbed(const Picture& picture) {
    QStringList lines{picture.text.title, picture.text.subtitle, picture.table.header.join(QLatin1Char('\t'))};
    for (const auto& row : picture.table.rows) {
        QStringList cells;
        for (const TableCell& cell : row)
            cells << cell.text;
        lines << cells.join(QLatin1Char('\t'));
    }
    lines << sourceLine(picture.text);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString html(const Picture& picture) {
    QString out = QStringLiteral("<p><b>%1</b><br>%2</p><table><tr>")
                      .arg(picture.text.title.toHtmlEscaped(), picture.text.subtitle.toHtmlEscaped());
    for (const QString& name : picture.table.header)
        out += QStringLiteral("<th>%1</th>").arg(name.toHtmlEscaped());
    out += QStringLiteral("</tr>");
    for (const auto& row : picture.table.rows) {
        out += QStringLiteral("<tr>");
        for (const TableCell& cell : row)
            out += QStringLiteral("<td%1>%2</td>")
                       .arg(cell.number ? QStringLiteral(" align=\"right\"") : QString(), cell.text.toHtmlEscaped());
        out += QStringLiteral("</tr>");
    }
    return out + QStringLiteral("</table><p>%1</p>").arg(sourceLine(picture.text).toHtmlEscaped());
}

}  // namespace

Picture pictureOf(const Chart& chart) {
    const auto paint = [chart](QCPPainter& painter, const QRectF& area) {
        paintChart(painter, area, chart, Theme::light(), Density::page);
    };
    return {textOf(chart), paint, tableOf(chart)};
}

QString suffix(PictureFormat format) {
    switch (format) {
        case PictureFormat::png:
            return QStringLiteral("png");
        case PictureFormat::svg:
            return QStringLiteral("svg");
        case PictureFormat::pdf:
            return QStringLiteral("pdf");
        case PictureFormat::csv:
            return QStringLiteral("csv");
    }
    return {};
}

QImage exportImage(const Picture& picture, const ExportOptions& options) {
    QImage image(options.size, QImage::Format_RGB32);
    if (image.isNull()) return image;
    paintOn(image, options.size, picture);
    const int perMetre = static_cast<int>(std::lround(options.dpi / 0.0254));
    image.setDotsPerMeterX(perMetre);  // after painting: it changes what a point is
    image.setDotsPerMeterY(perMetre);
    image.setText(QStringLiteral("Title"), picture.text.title);
    image.setText(QStringLiteral("Source"), picture.text.source);
    image.setText(QStringLiteral("Software"), QStringLiteral("Adit ") + picture.text.edition);
    return image;
}

// Rows stay traceable when they are cut apart: measure, source and edition are columns of their own.
QByteArray csvOf(const Picture& picture) {
    QStringList header = picture.table.header;
    QStringList tail{picture.text.subtitle, picture.text.context, picture.text.source, picture.text.edition};
    header << QStringLiteral("measure") << QStringLiteral("context") << QStringLiteral("source")
           << QStringLiteral("edition");
    if (!picture.text.assumption.isEmpty()) {
        header << QStringLiteral("assumptions");
        tail << picture.text.assumption;
    }
    for (QStringList* list : {&header, &tail})
        for (QString& cell : *list)
            cell = quoted(cell);
    QString out = header.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    for (const auto& row : picture.table.rows) {
        QStringList cells;
        for (const TableCell& cell : row)
            cells << csvCell(cell);
        out += (cells + tail).join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return out.toUtf8();
}

QByteArray exportBytes(const Picture& picture, const ExportOptions& options) {
    switch (options.format) {
        case PictureFormat::png:
            return pngBytes(picture, options);
        case PictureFormat::svg:
            return svgBytes(picture, options);
        case PictureFormat::pdf:
            return pdfBytes(picture, options);
        case PictureFormat::csv:
            return csvOf(picture);
    }
    return {};
}

Status exportFile(const Picture& picture, const ExportOptions& options, const QString& path) {
    const auto refused = [&path](const QString& reason) {
        return Error{ErrorCode::full, reason.toStdString(), {path.toStdString(), 0, {}}};
    };
    const QFileInfo target(path);  // replacing a folder or device by a file is never meant
    if (target.exists() && !target.isFile())
        return refused(QCoreApplication::translate("Export", "there is something of that name that is not a file"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return refused(file.errorString());
    const QByteArray bytes = exportBytes(picture, options);
    if (bytes.isEmpty())
        return refused(QCoreApplication::translate("Export", "The picture is too large for the memory."));
    if (file.write(bytes) != bytes.size() || !file.commit()) return refused(file.errorString());
    return Done{};
}

QMimeData* pictureMime(const Picture& picture) {
    auto mime = std::make_unique<QMimeData>();
    mime->setImageData(exportImage(picture, {}));
    mime->setData(QStringLiteral("image/svg+xml"), exportBytes(picture, {PictureFormat::svg, {1600, 1000}, 192}));
    return mime.release();
}

QMimeData* tableMime(const Picture& picture) {
    auto mime = std::make_unique<QMimeData>();
    mime->setText(tabbed(picture));
    mime->setHtml(html(picture));
    return mime.release();
}

}  // namespace adit::render
