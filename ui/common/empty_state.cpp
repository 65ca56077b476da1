#include "ui/common/empty_state.h"

#include "ui/render/chart_plot.h"
#include "ui/render/scene.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace adit::ui {

using render::Type;

EmptyState::EmptyState(const QString& title, const QString& sentence, QWidget* parent)
    : QWidget(parent), m_theme(render::Theme::ofApplication()) {
    setObjectName(QStringLiteral("emptyState"));
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setForegroundRole(QPalette::Text);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(6);
    m_actions->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(m_sentence);
    layout->addLayout(m_actions);
    setMinimumHeight(130);
    setTexts(title, sentence);
}

void EmptyState::setTexts(const QString& title, const QString& sentence) {
    if (title == m_title && sentence == m_sentence->text()) return;
    m_title = title;
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    update();
}

void EmptyState::setAction(const QString& verb, std::function<void()> act) {
    m_act = std::move(act);
    if (m_action == nullptr) {
        if (verb.isEmpty()) return;
        m_action = addAction(verb, true);
        connect(m_action, &QPushButton::clicked, this, [this] {
            const auto chosen = m_act;  // it may replace or remove this very state
            if (chosen) chosen();
        });
    }
    m_action->setText(verb);
    m_action->setVisible(!verb.isEmpty());
}

QPushButton* EmptyState::addAction(const QString& verb, bool isDefault) {
    auto* button = new QPushButton(verb, this);
    button->setDefault(isDefault);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

void EmptyState::setTheme(const render::Theme& theme) {
    m_theme = theme;
    update();
}

QRect EmptyState::hatched() const {
    const int below = m_sentence->isVisible() ? m_sentence->geometry().top() : m_actions->geometry().top();
    return QRect(0, 0, width(), std::max(below - 10, 24));
}

void EmptyState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = hatched();
    render::paintHatch(painter, render::hatchOf(area, State::unknown, m_theme));
    const render::TextSizes sizes(m_theme);
    const QSizeF text(sizes.width(m_title, Type::cardTitle) + 48, sizes.line(Type::cardTitle) + 16);
    QRectF plate(QPointF(), text.boundedTo(area.size()));
    plate.moveCenter(area.center());
    painter.fillRect(plate, m_theme.card);
    const QString title = sizes.elided(m_title, Type::cardTitle, plate.width());
    render::paintLabel(painter, {area.center(), Qt::AlignHCenter, title, Type::cardTitle, m_theme.text, {}}, m_theme);
}

}  // namespace adit::ui
