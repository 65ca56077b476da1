#include "ui/render/chart_view.h"

#include "ui/render/chart_export.h"
#include "ui/render/hover_card.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace adit::render {

ChartView::ChartView(QWidget* parent) : QCustomPlot(parent), m_theme(Theme::ofApplication()), m_plot(*this) {
    installPictureAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_hoverDelay.setSingleShot(true);
    m_hoverDelay.setInterval(150);
    connect(&m_hoverDelay, &QTimer::timeout, this, [this] {
        const auto found =
            std::find_if(marks().begin(), marks().end(), [this](const Mark& m) { return m.id == m_hovered; });
        showHover(found == marks().end() ? nullptr : &*found);
    });
}

ChartView::~ChartView() {
    delete m_hover.data();
}

const std::vector<Mark>& ChartView::marks() const {
    return m_plot.scene().marks;
}

void ChartView::setChart(Chart chart) {
    if (chart == m_chart) return;
    m_chart = std::move(chart);
    showHover(nullptr);
    setAccessibleName(textOf(m_chart).title);
    updateGeometry();
    redraw();
}

void ChartView::setTheme(const Theme& theme) {
    m_theme = theme;
    redraw();
}

void ChartView::redraw() {
    if (width() < 20 || height() < 20) return;
    m_plot.show(layOut(m_chart, m_theme, size()), m_theme);
    if (m_queued) return;
    m_queued = true;
    QMetaObject::invokeMethod(this, &ChartView::drawQueued, Qt::QueuedConnection);
}

// A new chart and the sizes it runs through while its page finds its layout end in one drawing. It comes before
// the repaint, whose event has low priority; QCustomPlot's own queue is a timer, and would come after it.
void ChartView::drawQueued() {
    m_queued = false;
    replot(QCustomPlot::rpQueuedRefresh);
}

QString ChartView::currentMark() const {
    return m_current;
}

void ChartView::setCurrentMark(const QString& id) {
    if (id == m_current) return;
    m_current = id;
    update();
    Q_EMIT currentMarkChanged(id);
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

QString ChartView::readName() const {
    return textOf(m_chart).title + QStringLiteral(". ") + textOf(m_chart).subtitle;
}

QString ChartView::readDescription() const {
    const Mark* mark = find(m_current);
    return mark != nullptr ? readOut(*mark) : textOf(m_chart).source;
}

QSize ChartView::minimumSizeHint() const {
    return neededSize(m_chart, m_theme).toSize();
}

QSize ChartView::sizeHint() const {
    return minimumSizeHint().expandedTo(QSizeF(m_theme.px(320), m_theme.px(180)).toSize());
}

const Mark* ChartView::find(const QString& id) const {
    const auto found = std::find_if(marks().begin(), marks().end(), [&id](const Mark& m) { return m.id == id; });
    return found == marks().end() ? nullptr : &*found;
}

// The smallest hit shape wins, then the nearest centre: points before the rows and areas they lie on.
const Mark* ChartView::markAt(const QPointF& place) const {
    const Mark* best = nullptr;
    double least = 0.0;
    for (const Mark& mark : marks()) {
        if (!mark.shape.contains(place)) continue;
        const double distance = QLineF(mark.outline.center(), place).length();
        if (best == nullptr || distance < least) best = &mark, least = distance;
    }
    return best;
}

void ChartView::showHover(const Mark* mark) {
    if (mark == nullptr) {
        if (m_hover) m_hover->hide();
        return;
    }
    if (!m_hover || m_hover->parentWidget() != window()) {
        delete m_hover.data();
        m_hover = new HoverCard(window());
    }
    m_hover->show(*mark, mark->outline.toAlignedRect(), *this, m_theme);
}

void ChartView::paintEvent(QPaintEvent* event) {
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 2.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
    const auto outline = [&](const QString& id, const QPen& pen) {
        const Mark* mark = id.isEmpty() ? nullptr : find(id);
        if (mark == nullptr) return;
        painter.setPen(pen);
        painter.drawRect(mark->outline.adjusted(-1.5, -1.5, 1.5, 1.5));
    };
    if (m_hovered != m_current) outline(m_hovered, QPen(m_theme.hint, 1.0));
    if (hasFocus()) outline(m_current, QPen(m_theme.text, 2.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
}

void ChartView::resizeEvent(QResizeEvent*) {
    showHover(nullptr);
    if (width() < 20 || height() < 20) return;  // squeezed away for the moment; nothing to paint on
    setViewport(rect());
    redraw();
}

// QCustomPlot's own mouse handling serves dragging and selecting plottables, which charts here do not have.
void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const Mark* mark = markAt(event->position());
    const QString id = mark == nullptr ? QString() : mark->id;
    if (id == m_hovered) return;
    m_hovered = id;
    setCursor(mark != nullptr && !mark->link.isEmpty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (mark == nullptr || (m_hover && m_hover->isVisible()))
        showHover(mark);
    else
        m_hoverDelay.start();
    update();
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Mark* mark = markAt(event->position());
    m_pressed = mark == nullptr ? QString() : mark->id;
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Mark* mark = markAt(event->position());
    if (mark != nullptr && mark->id == m_pressed) activate(*mark);
    m_pressed.clear();
}

// A double click is two clicks here; the card above takes what is not on a mark.
void ChartView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (markAt(event->position()) == nullptr) event->ignore();
}

void ChartView::wheelEvent(QWheelEvent* event) {
    event->ignore();  // the page scrolls
}

void ChartView::leaveEvent(QEvent* event) {
    m_hoverDelay.stop();
    m_hovered.clear();
    showHover(nullptr);
    update();
    QCustomPlot::leaveEvent(event);
}

void ChartView::activate(const Mark& mark) {
    const QString id = mark.id;
    const QString link = mark.link;
    setCurrentMark(id);
    Q_EMIT markActivated(id, link);
}

void ChartView::step(int direction) {
    const std::vector<Mark>& all = marks();
    if (all.empty()) return;
    const auto found = std::find_if(all.begin(), all.end(), [this](const Mark& m) { return m.id == m_current; });
    const auto count = static_cast<int>(all.size());
    int at = found == all.end() ? (direction > 0 ? -1 : count) : static_cast<int>(found - all.begin());
    at = std::clamp(at + direction, 0, count - 1);
    const Mark& next = all[static_cast<std::size_t>(at)];
    setCurrentMark(next.id);
    showHover(&next);
}

// The nearest mark straight above or below; rows are walked in order anyway.
void ChartView::stepUpright(int direction) {
    const Mark* current = find(m_current);
    if (current == nullptr || m_plot.scene().rowsDown) {
        step(direction);
        return;
    }
    const Mark* best = nullptr;
    double least = 0.0;
    for (const Mark& mark : marks()) {
        const QPointF way = mark.outline.center() - current->outline.center();
        if (way.y() * direction <= 0.0 || std::fabs(way.x()) > 2.0) continue;
        if (best == nullptr || std::fabs(way.y()) < least) best = &mark, least = std::fabs(way.y());
    }
    if (best == nullptr) return;
    setCurrentMark(best->id);
    showHover(best);
}

bool ChartView::walk(int key) {
    const int count = static_cast<int>(marks().size());
    switch (key) {
        case Qt::Key_Right:
            step(1);
            return true;
        case Qt::Key_Left:
            step(-1);
            return true;
        case Qt::Key_Down:
            stepUpright(1);
            return true;
        case Qt::Key_Up:
            stepUpright(-1);
            return true;
        case Qt::Key_Home:
            step(-count);
            return true;
        case Qt::Key_End:
            step(count);
            return true;
        default:
            return false;
    }
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const Mark* current = find(m_current);
    const int key = event->key();
    if (event->matches(QKeySequence::Copy)) {
        copyPicture();
    } else if (walk(key)) {
        return;
    } else if (current != nullptr && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)) {
        activate(*current);
    } else if (current != nullptr && key == Qt::Key_Escape) {
        setCurrentMark({});
        showHover(nullptr);
    } else {
        QCustomPlot::keyPressEvent(event);
    }
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QCustomPlot::focusInEvent(event);
    update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QCustomPlot::focusOutEvent(event);
    showHover(nullptr);
    update();
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy as picture")), &QAction::triggered, this, &ChartView::copyPicture);
    connect(menu->addAction(tr("Copy as table")), &QAction::triggered, this, &ChartView::copyTable);
    menu->addSeparator();
    connect(menu->addAction(tr("Export…")), &QAction::triggered, this, &ChartView::exportRequested);
    menu->popup(event->globalPos());
}

void ChartView::copyPicture() {
    QGuiApplication::clipboard()->setMimeData(pictureMime(pictureOf(m_chart)));
}

void ChartView::copyTable() {
    QGuiApplication::clipboard()->setMimeData(tableMime(pictureOf(m_chart)));
}

}  // namespace adit::render
