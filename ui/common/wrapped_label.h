// A label of several lines that knows its height for the width it has. Unlike a plain one it does not ask its layout to
// weigh height against width, for which each of its texts would be set several times at every change.
#pragma once

#include <QLabel>

namespace adit::ui {

class WrappedLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget* parent = nullptr);

    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    mutable QString m_measured;  // the text that the height is for
    mutable int m_width = -1;
    mutable int m_height = 0;
};

}  // namespace adit::ui
