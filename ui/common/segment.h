// Exclusive buttons side by side that read as one field: stage, located or controlled.
#pragma once

#include <QIcon>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace adit::ui {

class Segment : public QWidget {
    Q_OBJECT

public:
    explicit Segment(const QString& accessibleName, QWidget* parent = nullptr);

    QToolButton* addOption(const QString& id, const QString& text, const QIcon& icon = {});
    void setCurrent(const QString& id);  // does not emit
    QString current() const;
    void setAvailable(const QString& id, bool available, const QString& reason = {});
    QToolButton* button(const QString& id) const;

Q_SIGNALS:
    void chosen(const QString& id);  // by the user

private:
    void shape();

    struct Option {
        QString id;
        QToolButton* button;
    };
    std::vector<Option> m_options;
    QButtonGroup* m_group = nullptr;
    QHBoxLayout* m_layout = nullptr;
};

}  // namespace adit::ui
