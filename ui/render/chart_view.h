// A chart in the window: hover card, click, keyboard and copying over a painted chart value.
#pragma once

#include "ui/render/chart.h"
#include "ui/render/chart_accessible.h"
#include "ui/render/chart_plot.h"
#include "ui/render/custom_plot.h"
#include "ui/render/theme.h"

#include <QPointer>
#include <QTimer>

namespace adit::render {

class HoverCard;

class ChartView : public QCustomPlot, public Themed, public Readable {
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    void setChart(Chart chart);  // cheap: keeps plottables and repaints once
    const Chart& chart() const { return m_chart; }
    void setTheme(const Theme& theme) override;
    const Theme& theme() const { return m_theme; }

    const std::vector<Mark>& marks() const;  // in reading order, in widget coordinates
    QString currentMark() const;             // id of the mark the keyboard stands on; empty when none
    void setCurrentMark(const QString& id);

    QString readName() const override;
    QString readDescription() const override;
    ChartTable readTable() const override { return tableOf(m_chart); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void markActivated(const QString& id, const QString& link);  // click or Enter
    void currentMarkChanged(const QString& id);
    void exportRequested();  // "Export…" of the context menu

public Q_SLOTS:
    void copyPicture();
    void copyTable();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void redraw();
    void drawQueued();
    void showHover(const Mark* mark);
    const Mark* markAt(const QPointF& place) const;
    const Mark* find(const QString& id) const;
    bool walk(int key);  // whether the key was one for walking
    void step(int direction);
    void stepUpright(int direction);
    void activate(const Mark& mark);

    Chart m_chart;
    Theme m_theme;
    ChartPlot m_plot;
    QPointer<HoverCard> m_hover;  // a child of the window
    QTimer m_hoverDelay;
    QString m_current;  // by keyboard or click
    QString m_hovered;
    QString m_pressed;
    bool m_queued = false;  // a drawing is on its way
};

}  // namespace adit::render
