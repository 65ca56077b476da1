#include "ui/common/segment.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

namespace adit::ui {

Segment::Segment(const QString& accessibleName, QWidget* parent) : QWidget(parent) {
    setAccessibleName(accessibleName);
    m_group = new QButtonGroup(this);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QToolButton* Segment::addOption(const QString& id, const QString& text, const QIcon& icon) {
    auto* button = new QToolButton(this);
    button->setObjectName(id);
    button->setText(text);
    button->setAccessibleName(accessibleName() + QStringLiteral(": ") + text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    if (!icon.isNull()) {
        button->setIcon(icon);
        button->setIconSize(QSize(16, 10));  // the width keeps the text off
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    m_group->addButton(button);
    m_layout->addWidget(button);
    m_options.push_back({id, button});
    connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    shape();
    return button;
}

void Segment::shape() {
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == m_options.size();
        const QString place = first && last ? QStringLiteral("only")
                              : first       ? QStringLiteral("first")
                              : last        ? QStringLiteral("last")
                                            : QStringLiteral("middle");
        QToolButton* button = m_options[i].button;
        if (button->property("segment").toString() == place) continue;
        button->setProperty("segment", place);
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
}

QToolButton* Segment::button(const QString& id) const {
    for (const Option& option : m_options)
        if (option.id == id) return option.button;
    return nullptr;
}

void Segment::setCurrent(const QString& id) {
    if (QToolButton* chosenButton = button(id)) chosenButton->setChecked(true);
}

QString Segment::current() const {
    for (const Option& option : m_options)
        if (option.button->isChecked()) return option.id;
    return {};
}

void Segment::setAvailable(const QString& id, bool available, const QString& reason) {
    QToolButton* option = button(id);
    if (option == nullptr) return;
    option->setEnabled(available);
    option->setToolTip(available ? QString() : reason);
}

}  // namespace adit::ui
