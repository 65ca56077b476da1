// The map in the window: zoom, pan, hover card, walking from country to country, copying.
#pragma once

#include "ui/map/map_painter.h"
#include "ui/render/chart_accessible.h"
#include "ui/render/chart_export.h"

#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace adit::render {
class HoverCard;
}

namespace adit::ui::map {

class MapView : public QWidget, public render::Themed, public render::Readable {
    Q_OBJECT

public:
    explicit MapView(QWidget* parent = nullptr);
    ~MapView() override;

    void setMap(MapValue value);  // repaints once; the part of the world in view stays
    const MapValue& map() const { return m_value; }
    void setTheme(const render::Theme& theme) override;
    void addOverlay(QWidget* control);  // at the top left; takes ownership
    void setAnimated(bool animated) { m_animated = animated; }

    const Viewport& viewport() const { return m_viewport; }
    void setViewport(const Viewport& viewport);
    const MapLayout& placed() const { return m_layout; }
    QString economyUnder(QPointF pixel) const;
    QString current() const { return m_current; }  // where the keyboard stands; empty when nowhere
    void setCurrent(const QString& code);

    render::Picture picture() const;  // the part in view, in the light theme, for export
    QString readName() const override;
    QString readDescription() const override;
    render::ChartTable readTable() const override { return tableOf(m_value); }

    QSize sizeHint() const override { return {720, 400}; }
    QSize minimumSizeHint() const override { return {420, 220}; }

Q_SIGNALS:
    void economyActivated(const QString& code);  // click or Enter
    void currentChanged(const QString& code);
    void exportRequested();  // "Export…" of the context menu

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void showAll();
    void copyPicture();
    void copyTable();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QToolButton* makeButton(const QString& name, const QString& icon, const QString& tip);
    void makeControls();
    void refresh();  // lays out again and repaints
    void draw();
    void moveTo(Viewport viewport);
    void zoomAt(QPointF pixel, double factor);
    void panBy(QPointF pixels);
    void walk(QPoint direction);
    void walkRanking(int step);
    bool navigate(QKeyEvent& event);
    void hoverOver(const QString& code);
    void showHover(const QString& code);
    QRect keepFree(const QString& code) const;
    std::vector<QString> ranking() const;
    void bringIntoView(const QString& code);
    bool isFirstFocus(Qt::FocusReason reason) const;

    WorldPtr m_world;
    MapValue m_value;
    render::Theme m_theme;
    Viewport m_viewport;
    MapLayout m_layout;
    MapGround m_ground;
    QPixmap m_picture;  // the map without what hover and keyboard outline
    bool m_stale = true;
    bool m_animated = true;
    QVariantAnimation m_motion;
    QHBoxLayout* m_overlays = nullptr;
    QToolButton* m_in = nullptr;
    QToolButton* m_out = nullptr;
    QToolButton* m_all = nullptr;
    QPointer<render::HoverCard> m_hover;
    QTimer m_hoverDelay;
    QString m_hovered;
    QString m_current;
    std::optional<QPointF> m_pressed;
    QPointF m_dragged;
    bool m_dragging = false;
};

}  // namespace adit::ui::map
