#include "ui/render/export_page.h"

#include "ui/render/chart_plot.h"
#include "ui/render/icon.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::render {
namespace {

constexpr double margin = 28.0;

class Page {
public:
    Page(QCPPainter& painter, const QSizeF& page, const Picture& picture, const Theme& theme)
        : m_painter(painter), m_page(page), m_picture(picture), m_theme(theme), m_sizes(theme) {}

    void paint() {
        m_painter.fillRect(QRectF(QPointF(), m_page), m_theme.card);
        const double top = head();
        const double bottom = foot();
        const QRectF area(margin, top, m_page.width() - 2 * margin, std::max(bottom - top, 10.0));
        if (m_picture.paint) m_picture.paint(m_painter, area);
    }

private:
    double head();
    double foot();
    double write(const QStringList& lines, Type type, const QColor& colour, double top, double left = margin);
    QStringList wrapped(const QString& text, Type type, double width) const {
        return balancedLines(text, type, width, m_sizes);
    }

    QCPPainter& m_painter;
    QSizeF m_page;
    const Picture& m_picture;
    const Theme& m_theme;
    TextSizes m_sizes;
};

double Page::write(const QStringList& lines, Type type, const QColor& colour, double top, double left) {
    const double height = m_sizes.line(type) * 1.08;
    for (const QString& line : lines) {
        paintLabel(m_painter, {{left, top + height / 2.0}, Qt::AlignLeft, line, type, colour, {}}, m_theme);
        top += height;
    }
    return top;
}

double Page::head() {
    const ChartText& text = m_picture.text;
    const double width = m_page.width() - 2 * margin;
    double y = write(wrapped(text.title, Type::sentence, width), Type::sentence, m_theme.text, 18.0) + 2.0;
    const QString joined = text.context.isEmpty() || text.subtitle.isEmpty()
                               ? text.subtitle + text.context
                               : text.subtitle + QStringLiteral(" · ") + text.context;
    const bool oneLine = m_sizes.width(joined, Type::subtitle) <= width;
    for (const QString& line : oneLine ? QStringList{joined} : QStringList{text.subtitle, text.context})
        y = write(wrapped(line, Type::subtitle, width), Type::subtitle, m_theme.secondary, y);
    return y + 12.0;
}

double Page::foot() {
    const ChartText& text = m_picture.text;
    const double width = m_page.width() - 2 * margin;
    QString right = QCoreApplication::translate("Export", "Adit, edition %1").arg(text.edition);
    if (text.edition.isEmpty()) right = QStringLiteral("Adit");
    if (!text.date.isEmpty()) right += QStringLiteral(" · ") + text.date;
    const double rightWidth = m_sizes.width(right, Type::axis);
    const QStringList source = wrapped(text.source, Type::axis, width - rightWidth - 24.0);
    const QStringList assumption = wrapped(text.assumption, Type::axis, width - 18.0);
    const double line = m_sizes.line(Type::axis) * 1.08;
    const auto lines = static_cast<double>(std::max<qsizetype>(source.size(), 1) + assumption.size());
    const double rule = m_page.height() - 14.0 - lines * line - 6.0;
    m_painter.fillRect(QRectF(margin, rule, width, 0.8), m_theme.lineStrong);
    double y = rule + 6.0;
    if (!assumption.isEmpty()) {
        paintIcon(m_painter, QRectF(margin, y + 1.0, 11.0, 11.0), QStringLiteral("pencil"), m_theme.edit);
        y = write(assumption, Type::axis, m_theme.edit, y, margin + 16.0);
    }
    write(source, Type::axis, m_theme.hint, y);
    paintLabel(m_painter,
               {{m_page.width() - margin, m_page.height() - 14.0 - line / 2.0},
                Qt::AlignRight,
                right,
                Type::axis,
                m_theme.hint,
                {}},
               m_theme);
    return rule - 10.0;
}

QStringList filled(const QStringList& words, Type type, double width, const TextSizes& sizes) {
    QStringList lines;
    for (const QString& word : words) {
        const QString longer = lines.isEmpty() ? word : lines.last() + QLatin1Char(' ') + word;
        if (lines.isEmpty() || sizes.width(longer, type) > width)
            lines << word;
        else
            lines.last() = longer;
    }
    return lines;
}

}  // namespace

QStringList balancedLines(const QString& text, Type type, double width, const TextSizes& sizes) {
    if (text.isEmpty()) return {};
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList lines = filled(words, type, width, sizes);
    if (lines.size() < 2 || lines.last().contains(QLatin1Char(' '))) return lines;
    // The narrowest width that needs no more lines leaves no lone word in the last one.
    double lo = width / 2.0;
    double hi = width;
    for (int i = 0; i < 12; ++i) {
        const double middle = (lo + hi) / 2.0;
        (filled(words, type, middle, sizes).size() > lines.size() ? lo : hi) = middle;
    }
    return filled(words, type, hi, sizes);
}

void paintPage(QCPPainter& painter, const QSizeF& page, const Picture& picture, const Theme& theme) {
    Page(painter, page, picture, theme).paint();
}

}  // namespace adit::render
