// An interval on the scale of its index, with the thresholds that matter for reading it.
#pragma once

#include "ui/render/theme.h"
#include "ui/shell/explanation.h"

#include <QWidget>

namespace adit::ui {

class BoundsBar : public QWidget {
    Q_OBJECT
public:
    explicit BoundsBar(QWidget* parent = nullptr);
    // Of an explanation that has bounds to draw.
    void setBounds(const Explanation& explanation, const render::Theme& theme, const NumberText& numbers);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double x(double value) const;
    QRectF label(double at, const QString& text, double top) const;
    void paintEnds(QPainter& painter) const;

    render::Theme m_theme;
    Interval m_range;
    Interval m_bounds;
    std::vector<std::pair<double, QString>> m_thresholds;
    QString m_lo;
    QString m_hi;
};

}  // namespace adit::ui
