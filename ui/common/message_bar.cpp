#include "ui/common/message_bar.h"

#include "ui/render/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

QString roleOf(MessageBar::Kind kind) {
    switch (kind) {
        case MessageBar::Kind::note:
            return QStringLiteral("note");
        case MessageBar::Kind::warning:
            return QStringLiteral("warn");
        case MessageBar::Kind::error:
            return QStringLiteral("alert");
    }
    return {};
}

QIcon iconOf(MessageBar::Kind kind) {
    if (kind == MessageBar::Kind::note) return render::icon(QStringLiteral("explain"), render::Tint::accent);
    return render::icon(QStringLiteral("warning"),
                        kind == MessageBar::Kind::error ? render::Tint::alert : render::Tint::warn);
}

}  // namespace

MessageBar::MessageBar(Kind kind, const QString& richText, QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("messageBar"));
    setProperty("role", roleOf(kind));
    auto* sign = new QLabel(this);
    sign->setPixmap(iconOf(kind).pixmap(20, 20));
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    auto* close = new QToolButton(this);
    close->setIcon(render::icon(QStringLiteral("close"), render::Tint::hint));
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(6);
    m_actions->addStretch(1);
    auto* words = new QVBoxLayout;
    words->addWidget(m_text);
    words->addLayout(m_actions);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    setText(richText);
}

void MessageBar::setText(const QString& richText) {
    m_text->setText(richText);
    setAccessibleName(richText);
}

QPushButton* MessageBar::addAction(const QString& verb, bool isDefault) {
    auto* button = new QPushButton(verb, this);
    button->setDefault(isDefault);
    m_actions->insertWidget(m_actions->count() - 1, button);
    connect(button, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    return button;
}

}  // namespace adit::ui
