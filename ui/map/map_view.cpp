#include "ui/map/map_view.h"

#include "ui/map/map_painter.h"
#include "ui/render/custom_plot.h"
#include "ui/render/hover_card.h"
#include "ui/render/icon.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace adit::ui::map {
namespace {

constexpr int hoverDelay = 150;
constexpr int motionTime = 180;
constexpr double zoomStep = 1.5;
constexpr double wheelStep = 1.2;  // a notch of the wheel

WorldPtr bundledWorld() {
    auto world = World::bundled();
    return world ? std::move(world).value() : std::make_shared<const World>();
}

}  // namespace

MapView::MapView(QWidget* parent) : QWidget(parent), m_world(bundledWorld()), m_theme(render::Theme::light()) {
    render::installPictureAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_hoverDelay.setSingleShot(true);
    m_hoverDelay.setInterval(hoverDelay);
    connect(&m_hoverDelay, &QTimer::timeout, this, [this] { showHover(m_hovered); });
    m_motion.setDuration(motionTime);
    m_motion.setEasingCurve(QEasingCurve::InOutQuad);
    makeControls();
}

MapView::~MapView() {
    delete m_hover.data();
}

QToolButton* MapView::makeButton(const QString& name, const QString& icon, const QString& tip) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("field", true);
    button->setIcon(render::icon(icon, render::Tint::hint));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

void MapView::makeControls() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 10, 10, 10);
    m_overlays = new QHBoxLayout;
    m_overlays->setSpacing(6);
    row->addLayout(m_overlays);
    row->setAlignment(m_overlays, Qt::AlignTop | Qt::AlignLeft);
    row->addStretch(1);
    m_in = makeButton(QStringLiteral("zoomIn"), QStringLiteral("plus"), tr("Zoom in (+)"));
    m_out = makeButton(QStringLiteral("zoomOut"), QStringLiteral("minus"), tr("Zoom out (−)"));
    m_all = makeButton(QStringLiteral("zoomAll"), QStringLiteral("globe-reset"), tr("Show the whole world (0)"));
    connect(m_in, &QToolButton::clicked, this, &MapView::zoomIn);
    connect(m_out, &QToolButton::clicked, this, &MapView::zoomOut);
    connect(m_all, &QToolButton::clicked, this, &MapView::showAll);
    auto* tools = new QVBoxLayout;
    tools->setSpacing(2);
    for (QToolButton* button : {m_in, m_out, m_all})
        tools->addWidget(button);
    tools->addStretch(1);
    row->addLayout(tools);
}

void MapView::addOverlay(QWidget* control) {
    m_overlays->addWidget(control);
    refresh();
}

void MapView::setMap(MapValue value) {
    if (value == m_value) return;
    m_value = std::move(value);
    setAccessibleName(readName());
    if (m_hover) m_hover->hide();
    refresh();
}

void MapView::setTheme(const render::Theme& theme) {
    m_theme = theme;
    refresh();
}

// Labels keep clear of the controls, so that a control that changes its size lays the map out again.
void MapView::refresh() {
    std::vector<QRectF> taken;
    for (const QWidget* child : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (!child->isHidden()) taken.push_back(QRectF(child->geometry()).adjusted(-4, -4, 4, 4));
    }
    m_layout = layOut(*m_world, m_value, m_theme, rect(), m_viewport, taken);
    m_out->setEnabled(m_viewport.zoom > 1.0);
    m_all->setEnabled(m_viewport.zoom > 1.0);
    m_in->setEnabled(m_viewport.zoom < largestZoom);
    m_stale = true;
    update();
}

bool MapView::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) refresh();
    return handled;
}

void MapView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_hover) m_hover->hide();
    refresh();
}

void MapView::draw() {
    const double ratio = devicePixelRatioF();
    const QSize pixels = size() * ratio;
    if (m_picture.size() != pixels) m_picture = QPixmap(pixels);
    m_picture.setDevicePixelRatio(ratio);
    m_ground.prepare(*m_world, m_value, m_theme, m_layout, ratio);
    QPainter painter(&m_picture);
    paintMap(painter, *m_world, m_value, m_theme, m_layout, &m_ground);
    m_stale = false;
}

void MapView::paintEvent(QPaintEvent*) {
    if (m_stale || m_picture.devicePixelRatioF() != devicePixelRatioF()) draw();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    if (m_hovered != m_current) paintOutline(painter, *m_world, m_layout, m_hovered, QPen(m_theme.secondary, 1.2));
    if (!hasFocus()) return;
    paintOutline(painter, *m_world, m_layout, m_current, QPen(m_theme.text, 2.0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 2.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

// ---- the part in view ----

void MapView::setViewport(const Viewport& viewport) {
    m_viewport = limited(*m_world, viewport);
    if (m_hover) m_hover->hide();
    refresh();
}

void MapView::moveTo(Viewport target) {
    target = limited(*m_world, target);
    m_motion.stop();
    m_motion.disconnect(this);
    if (!m_animated || !isVisible()) {
        setViewport(target);
        return;
    }
    const QPointF middle = m_world->frame().center();
    const Viewport from = m_viewport;
    const QPointF start = from.centre.value_or(middle);
    const QPointF end = target.centre.value_or(middle);
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [=, this](const QVariant& value) {
        const double t = value.toDouble();
        setViewport(t >= 1.0 ? target
                             : Viewport{from.zoom * std::pow(target.zoom / from.zoom, t), start + (end - start) * t});
    });
    m_motion.start();
}

// The point under the pixel stays where it is.
void MapView::zoomAt(QPointF pixel, double factor) {
    const QPointF point = m_layout.toPixels.inverted().map(pixel);
    const QPointF centre = m_viewport.centre.value_or(m_world->frame().center());
    const double zoom = std::clamp(m_viewport.zoom * factor, 1.0, largestZoom);
    moveTo({zoom, point + (centre - point) * (m_viewport.zoom / zoom)});
}

void MapView::zoomIn() {
    zoomAt(QRectF(rect()).center(), zoomStep);
}

void MapView::zoomOut() {
    zoomAt(QRectF(rect()).center(), 1.0 / zoomStep);
}

void MapView::showAll() {
    moveTo({});
}

void MapView::panBy(QPointF pixels) {
    const QPointF centre = m_viewport.centre.value_or(m_world->frame().center());
    setViewport({m_viewport.zoom, centre + pixels / m_layout.scale});
}

void MapView::bringIntoView(const QString& code) {
    const auto place = m_world->place(code);
    if (!place || m_viewport.zoom <= 1.0) return;
    const QRectF inner = QRectF(rect()).adjusted(40, 40, -40, -40);
    if (!inner.contains(m_layout.toPixels.map(*place))) moveTo({m_viewport.zoom, *place});
}

// ---- mouse ----

QString MapView::economyUnder(QPointF pixel) const {
    return economyAt(*m_world, m_layout, pixel);
}

void MapView::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0.0) return;
    m_motion.stop();
    const bool animated = std::exchange(m_animated, false);  // the hand on the wheel is the motion
    zoomAt(event->position(), std::pow(wheelStep, notches));
    m_animated = animated;
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_pressed = m_dragged = event->position();
    m_dragging = false;
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressed) {
        hoverOver(economyUnder(event->position()));
        return;
    }
    const QPointF way = event->position() - *m_pressed;
    if (!m_dragging && way.manhattanLength() < QApplication::startDragDistance()) return;
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    panBy(m_dragged - event->position());
    m_dragged = event->position();
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_pressed) return;
    m_pressed.reset();
    unsetCursor();
    if (m_dragging) return;
    const QString code = economyUnder(event->position());
    if (code.isEmpty()) return;
    setCurrent(code);
    Q_EMIT economyActivated(code);
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) zoomAt(event->position(), zoomStep);
}

void MapView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    hoverOver({});
}

void MapView::hoverOver(const QString& code) {
    if (code == m_hovered) return;
    m_hovered = code;
    setCursor(code.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    m_hoverDelay.stop();
    if (code.isEmpty() || (m_hover && m_hover->isVisible()))
        showHover(code);
    else
        m_hoverDelay.start();
    update();
}

// A country that fills the view cannot be kept free; then its label point is, or the mouse.
QRect MapView::keepFree(const QString& code) const {
    const QRectF box = boxOf(*m_world, m_layout, code).intersected(rect());
    if (box.width() < 0.4 * width() && box.height() < 0.7 * height() && !box.isEmpty()) return box.toAlignedRect();
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    const auto place = m_world->place(code);
    const bool byMouse = code == m_hovered && rect().contains(mouse);
    const QPoint at = byMouse || !place ? mouse : m_layout.toPixels.map(*place).toPoint();
    return QRect(at, QSize(1, 1)).adjusted(-16, -16, 16, 16);
}

void MapView::showHover(const QString& code) {
    const MapMark* found = m_value.find(code);
    if (found == nullptr || !isVisible()) {
        if (m_hover) m_hover->hide();
        return;
    }
    if (!m_hover || m_hover->parentWidget() != window()) {
        delete m_hover.data();
        m_hover = new render::HoverCard(window());
    }
    render::Mark mark = render::markOf(code, found->name, found->datum);
    mark.stage = m_value.stage;
    m_hover->show(mark, keepFree(code), *this, m_theme);
}

// ---- what leaves the map ----

QString MapView::readName() const {
    return m_value.text.title + QStringLiteral(". ") + m_value.text.subtitle;
}

QString MapView::readDescription() const {
    const MapMark* mark = m_value.find(m_current);
    return mark != nullptr ? render::readOut(render::markOf(mark->code, mark->name, mark->datum)) : m_value.text.source;
}

render::Picture MapView::picture() const {
    const auto paint = [world = m_world, value = m_value, viewport = m_viewport](QCPPainter& painter,
                                                                                 const QRectF& area) {
        paintMap(painter, area, *world, value, render::Theme::light(), viewport);
    };
    return {m_value.text, paint, tableOf(m_value)};
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy as picture")), &QAction::triggered, this, &MapView::copyPicture);
    connect(menu->addAction(tr("Copy as table")), &QAction::triggered, this, &MapView::copyTable);
    menu->addSeparator();
    connect(menu->addAction(tr("Export…")), &QAction::triggered, this, &MapView::exportRequested);
    menu->popup(event->globalPos());
}

void MapView::copyPicture() {
    QGuiApplication::clipboard()->setMimeData(render::pictureMime(picture()));
}

void MapView::copyTable() {
    QGuiApplication::clipboard()->setMimeData(render::tableMime(picture()));
}

}  // namespace adit::ui::map
