// The field in which a cell of a table is typed: an accent frame, red with the reason below while what stands in it
// cannot be taken.
#pragma once

#include "ui/render/theme.h"

#include <QLineEdit>

#include <functional>

class QLabel;

namespace adit::ui {

class CellEditor : public QLineEdit {
    Q_OBJECT

public:
    // `refusal` says why a text cannot be taken; empty where it can.
    CellEditor(std::function<QString(const QString&)> refusal, const render::Theme& theme, QWidget* parent);
    ~CellEditor() override;

    bool isAcceptable() const { return m_reason.isEmpty(); }
    const QString& reason() const { return m_reason; }

protected:
    void moveEvent(QMoveEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void check(const QString& text);
    void placeReason();

    std::function<QString(const QString&)> m_refusal;
    render::Theme m_theme;
    QString m_reason;
    QLabel* m_note = nullptr;  // in the window, so that it may hang over the table
};

}  // namespace adit::ui
