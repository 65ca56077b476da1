#include "ui/common/wrapped_label.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace adit::ui {

namespace {
constexpr int leastWidth = 60;
}

WrappedLabel::WrappedLabel(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
}

QSize WrappedLabel::sizeHint() const {
    const int room = contentsRect().width();
    if (m_width != room || m_measured != text()) {
        m_width = room;
        m_measured = text();
        m_height = QLabel::heightForWidth(std::max(width(), leastWidth));
    }
    return {leastWidth, m_height};
}

void WrappedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    const int before = m_height;
    if (sizeHint().height() != before) updateGeometry();
}

// Margins come with the style sheet, line heights with the font.
void WrappedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    m_width = -1;
}

}  // namespace adit::ui
