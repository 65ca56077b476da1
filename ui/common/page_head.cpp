#include "ui/common/page_head.h"

#include "ui/common/wrapped_label.h"
#include "ui/render/export_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace adit::ui {

using render::Type;

PageHead::PageHead(QWidget* parent) : QWidget(parent), m_theme(render::Theme::ofApplication()) {
    m_sentence = new WrappedLabel(this);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    connect(m_sentence, &QLabel::linkActivated, this, &PageHead::linkActivated);
    connect(m_sentence, &QLabel::linkHovered, this, [this](const QString& link) {
        m_hovered = link;
        write();
    });
    m_context = new WrappedLabel(this);
    m_context->setObjectName(QStringLiteral("contextLine"));
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(6);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_context);
    words->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addLayout(words, 1);
    layout->addLayout(m_actions);
    layout->setAlignment(m_actions, Qt::AlignTop);
}

void PageHead::setSentence(std::vector<SentencePart> parts) {
    if (parts == m_parts) return;
    m_parts = std::move(parts);
    m_hovered.clear();
    m_sentence->setAccessibleName(sentenceText());
    write();
    balance();
}

QString PageHead::sentenceText() const {
    QString text;
    for (const SentencePart& part : m_parts)
        text += part.text;
    return text;
}

// Numbers look like text until they are pointed at. Rich text would turn the narrow no-break space before a unit
// into one that breaks, but for pre-wrap.
void PageHead::write() {
    QString html = QStringLiteral("<span style=\"white-space:pre-wrap\">");
    for (const SentencePart& part : m_parts) {
        const QString text = part.text.toHtmlEscaped();
        if (part.link.isEmpty()) {
            html += text;
            continue;
        }
        const QString line = part.link == m_hovered ? QStringLiteral("underline") : QStringLiteral("none");
        if (part.assumed) html += QStringLiteral("<span style=\"color:%1\">\u270E</span>").arg(m_theme.edit.name());
        html += QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:%3\">%4</a>")
                    .arg(part.link.toHtmlEscaped(), m_theme.text.name(), line, text);
    }
    html += QStringLiteral("</span>");
    if (m_sentence->text() != html) m_sentence->setText(html);
}

void PageHead::setContextLine(const QString& text) {
    m_context->setText(text);
}

void PageHead::addAction(QWidget* button) {
    m_actions->addWidget(button);
}

void PageHead::setTheme(const render::Theme& theme) {
    m_theme = theme;
    write();
    balance();
}

void PageHead::setSubject(const QString& subject) {
    if (subject == m_subject) return;
    m_subject = subject;
    setMinimumHeight(0);
}

bool PageHead::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        setMinimumHeight(std::max(minimumHeight(), layout()->sizeHint().height()));
    return handled;
}

void PageHead::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) setMinimumHeight(0);
    balance();
}

// A lone word in the last line draws another one down to it: the label is narrowed from the right.
void PageHead::balance() {
    const int room = width() - m_actions->sizeHint().width() - 16;
    if (room < 200) return;
    const render::TextSizes sizes(m_theme);
    const QStringList lines = render::balancedLines(sentenceText(), Type::sentence, room - 4, sizes);
    double widest = 0.0;
    for (const QString& line : lines)
        widest = std::max(widest, sizes.width(line, Type::sentence));
    const int spare = lines.size() > 1 ? std::max(0, room - static_cast<int>(widest) - 6) : 0;
    m_sentence->setContentsMargins(0, 0, spare, 0);
}

}  // namespace adit::ui
