// "No figure" as a picture: a hatched area with the reason, one sentence, and what can be done about it.
#pragma once

#include "ui/render/theme.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace adit::ui {

class EmptyState : public QWidget, public render::Themed {
    Q_OBJECT

public:
    EmptyState(const QString& title, const QString& sentence, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& sentence);
    // The one thing to do here; called again it changes word and deed. An empty verb takes it away.
    void setAction(const QString& verb, std::function<void()> act);
    QPushButton* addAction(const QString& verb, bool isDefault = false);
    void setTheme(const render::Theme& theme) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect hatched() const;

    render::Theme m_theme;
    QString m_title;
    QLabel* m_sentence = nullptr;
    QPushButton* m_action = nullptr;
    std::function<void()> m_act;
    QHBoxLayout* m_actions = nullptr;
};

}  // namespace adit::ui
