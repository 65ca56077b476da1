// Under the context bar, never modal: what happened, where, what to do, buttons with verbs.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace adit::ui {

class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { note, warning, error };

    MessageBar(Kind kind, const QString& richText, QWidget* parent = nullptr);

    void setText(const QString& richText);
    QPushButton* addAction(const QString& verb, bool isDefault = false);  // a click also closes the bar

Q_SIGNALS:
    void closed();

private:
    QLabel* m_text = nullptr;
    QHBoxLayout* m_actions = nullptr;
};

}  // namespace adit::ui
