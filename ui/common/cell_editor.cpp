#include "ui/common/cell_editor.h"

#include <QLabel>

namespace adit::ui {

CellEditor::CellEditor(std::function<QString(const QString&)> refusal, const render::Theme& theme, QWidget* parent)
    : QLineEdit(parent), m_refusal(std::move(refusal)), m_theme(theme) {
    setObjectName(QStringLiteral("cellEditor"));
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFont(theme.font(render::Type::table));
    setAccessibleName(tr("New value"));
    m_note = new QLabel(parent->window());
    m_note->setObjectName(QStringLiteral("cellRefusal"));
    m_note->setWordWrap(true);
    m_note->setFont(theme.font(render::Type::axis));
    m_note->setStyleSheet(QStringLiteral("background:%1; color:%2; border:1px solid %2; padding:3px 6px;")
                              .arg(theme.card.name(), theme.alert.name()));
    m_note->hide();
    connect(this, &QLineEdit::textChanged, this, &CellEditor::check);
    check({});
}

CellEditor::~CellEditor() {
    delete m_note;
}

void CellEditor::check(const QString& text) {
    m_reason = text.trimmed().isEmpty() ? QString() : m_refusal(text);
    const QColor frame = m_reason.isEmpty() ? m_theme.accent : m_theme.alert;
    setStyleSheet(QStringLiteral("QLineEdit { border: 2px solid %1; border-radius: 0; padding: 0 5px; background: %2; "
                                 "color: %3; }")
                      .arg(frame.name(), m_theme.card.name(), m_theme.text.name()));
    setAccessibleDescription(m_reason);
    placeReason();
}

void CellEditor::placeReason() {
    m_note->setVisible(!m_reason.isEmpty() && isVisible());
    if (m_reason.isEmpty()) return;
    m_note->setText(m_reason);
    const int width = static_cast<int>(m_theme.px(260));
    m_note->resize(width, m_note->heightForWidth(width));
    const QWidget* window = m_note->parentWidget();
    QPoint at = mapTo(window, QPoint(this->width() - width, height() + 2));
    at.setX(std::clamp(at.x(), 4, std::max(window->width() - width - 4, 4)));
    if (at.y() + m_note->height() > window->height()) at.setY(mapTo(window, QPoint(0, 0)).y() - m_note->height() - 2);
    m_note->move(at);
    m_note->raise();
}

void CellEditor::moveEvent(QMoveEvent* event) {
    QLineEdit::moveEvent(event);
    placeReason();
}

void CellEditor::hideEvent(QHideEvent* event) {
    QLineEdit::hideEvent(event);
    m_note->hide();
}

}  // namespace adit::ui
