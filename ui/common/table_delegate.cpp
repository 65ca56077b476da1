#include "ui/common/table_delegate.h"

#include "ui/common/number_text.h"
#include "ui/render/chart_plot.h"
#include "ui/render/icon.h"
#include "ui/render/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace adit::ui {
namespace {

using render::Label;
using render::TextSizes;
using render::Theme;
using render::Type;

constexpr double glyphSide = 12.0;
constexpr double stageSide = 9.0;
constexpr double barLength = 100.0;
constexpr double trendLength = 62.0;
constexpr double bulletLength = 120.0;

// One cell on its way to the screen.
struct Brush {
    QPainter& painter;
    const Theme& theme;
    const Cell& cell;
    QRectF box;  // without the padding
    Type type = Type::table;
    TextSizes sizes{theme};

    QColor ink() const;
    QString glyph() const;
    double estimateWidth() const;
    void text(double left, Qt::Alignment align, const QColor& colour);
    double pencil(double left);
    void words();
    void number();
    void bar();
    void chip(QRectF place, const QString& word, const QColor& border);
    void chipCell();
    void swatch();
    void heat(const QRectF& whole);
    void trend();
    void bullet();
    void paint(CellKind kind, const QRectF& whole);
};

QColor Brush::ink() const {
    if (cell.state == State::assumed) return theme.edit;
    if (cell.state == State::unknown || cell.state == State::notApplicable) return theme.hint;
    return theme.text;
}

QString Brush::glyph() const {
    if (cell.state == State::withheld) return QStringLiteral("lock");
    return cell.state == State::assumed ? QStringLiteral("pencil") : QString();
}

double Brush::estimateWidth() const {
    return sizes.width(TableView::tr("est."), Type::axis) + theme.px(10);
}

void Brush::text(double left, Qt::Alignment align, const QColor& colour) {
    const double room = align & Qt::AlignRight ? left - box.left() : box.right() - left;
    const QString shown = sizes.elided(cell.text, type, room + 0.5);
    render::paintLabel(painter, {{left, box.center().y()}, align, shown, type, colour, {}}, theme);
}

// Its width.
double Brush::pencil(double left) {
    const double side = theme.px(glyphSide);
    render::paintIcon(painter, QRectF(left, box.center().y() - side / 2, side, side), glyph(), theme.edit);
    return side;
}

void Brush::words() {
    double left = box.left();
    if (cell.stage) {
        const double side = theme.px(stageSide);
        render::paintStageGlyph(painter, QRectF(left, box.center().y() - side / 2, side, side), *cell.stage,
                                theme.stage(*cell.stage));
        left += side + theme.px(5);
    }
    if (cell.state == State::assumed) left += pencil(left) + theme.px(4);
    text(left, Qt::AlignLeft, cell.colour.isValid() ? cell.colour : ink());
}

void Brush::number() {
    text(box.right(), Qt::AlignRight, cell.colour.isValid() ? cell.colour : ink());
    const double before = box.right() - sizes.width(cell.text, type) - theme.px(4);
    if (!glyph().isEmpty()) {
        const double side = theme.px(glyphSide);
        const QColor colour = cell.state == State::assumed ? theme.edit : theme.secondary;
        render::paintIcon(painter, QRectF(before - side, box.center().y() - side / 2, side, side), glyph(), colour);
    } else if (cell.state == State::estimated) {
        const double width = estimateWidth();
        chip(QRectF(before - width, box.center().y() - theme.px(8), width, theme.px(16)), TableView::tr("est."),
             theme.lineStrong);
    }
}

// The track is drawn for zero too: an empty bar is not a missing one.
void Brush::bar() {
    const double textWidth = cell.text.isEmpty() ? 0.0 : theme.px(52);
    const double height = theme.px(11);
    QRectF track(box.left() + textWidth, box.center().y() - height / 2, box.width() - textWidth, height);
    if (!cell.text.isEmpty()) {
        const QPointF at(track.left() - theme.px(6), box.center().y());
        render::paintLabel(painter, {at, Qt::AlignRight, cell.text, type, ink(), {}}, theme);
    }
    if (cell.state == State::notApplicable) return;
    if (cell.state == State::withheld || cell.state == State::unknown) {
        render::paintHatch(painter, render::hatchOf(track, cell.state, theme));
        return;
    }
    painter.fillRect(track, theme.grid);
    const double part = std::clamp(cell.fraction, 0.0, 1.0);
    track.setWidth(part > 0.0 ? std::max(part * track.width(), 2.0) : 0.0);
    if (cell.state == State::assumed)
        render::paintHatch(painter, render::hatchOf(track, State::assumed, theme));
    else
        painter.fillRect(track, cell.colour.isValid() ? cell.colour : theme.accent);
}

void Brush::chip(QRectF place, const QString& word, const QColor& border) {
    painter.setPen(QPen(border, 1.0));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const bool plain = border == theme.lineStrong;
    render::paintLabel(painter, {place.center(), Qt::AlignHCenter, word, Type::axis, plain ? theme.text : border, {}},
                       theme);
}

void Brush::chipCell() {
    if (cell.text.isEmpty()) return;
    const double width = std::min(sizes.width(cell.text, Type::axis) + theme.px(10), box.width());
    const QRectF place(box.left(), box.center().y() - theme.px(8.5), width, theme.px(17));
    const QString word = sizes.elided(cell.text, Type::axis, width - theme.px(8));
    chip(place, word, cell.colour.isValid() ? cell.colour : theme.lineStrong);
}

void Brush::swatch() {
    const double side = theme.px(9);
    if (cell.colour.isValid())
        painter.fillRect(QRectF(box.left(), box.center().y() - side / 2, side, side), cell.colour);
    text(box.left() + theme.px(15), Qt::AlignLeft, theme.text);
}

void Brush::heat(const QRectF& whole) {
    const bool missing = cell.state == State::unknown || cell.state == State::withheld;
    if (missing)
        render::paintHatch(painter, render::hatchOf(whole, cell.state, theme));
    else if (cell.colour.isValid())
        painter.fillRect(whole, cell.colour);
    const QColor colour = cell.colour.isValid() && !missing ? theme.textOn(cell.colour) : ink();
    const QColor ground = missing ? theme.card : QColor();
    render::paintLabel(painter, {whole.center(), Qt::AlignHCenter, cell.text, type, colour, ground}, theme);
}

void Brush::trend() {
    const QRectF place(box.left(), box.top(), theme.px(trendLength), box.height());
    const QColor colour = cell.colour.isValid() ? cell.colour : theme.secondary;
    render::paintSparkline(painter, place, cell.trend, colour, theme.edit);
}

// Thick bar in front of a light one, and a line across both for the target.
void Brush::bullet() {
    if (cell.state == State::notApplicable) return;
    const QRectF track(box.left(), box.center().y() - theme.px(6.5), box.width(), theme.px(13));
    if (cell.state == State::unknown || cell.state == State::withheld) {
        render::paintHatch(painter, render::hatchOf(track, cell.state, theme));
    } else {
        painter.fillRect(track, theme.grid);
        const auto part = [&](double fraction, double height, const QColor& colour) {
            const double width = std::clamp(fraction, 0.0, 1.0) * track.width();
            if (width <= 0.0) return;
            painter.fillRect(QRectF(track.left(), track.center().y() - height / 2, std::max(width, 1.0), height),
                             colour);
        };
        part(cell.lighter, track.height(), theme.accentSoft);
        part(cell.fraction, theme.px(7), cell.colour.isValid() ? cell.colour : theme.accent);
    }
    if (!cell.mark) return;
    const double x = track.left() + std::clamp(*cell.mark, 0.0, 1.0) * (track.width() - theme.px(2));
    painter.fillRect(QRectF(x, box.center().y() - theme.px(9), theme.px(2), theme.px(18)), theme.text);
}

void Brush::paint(CellKind kind, const QRectF& whole) {
    switch (kind) {
        case CellKind::text:
            words();
            break;
        case CellKind::number:
            number();
            break;
        case CellKind::bar:
            bar();
            break;
        case CellKind::sparkline:
            trend();
            break;
        case CellKind::chip:
            chipCell();
            break;
        case CellKind::heat:
            heat(whole);
            break;
        case CellKind::swatch:
            swatch();
            break;
        case CellKind::bullet:
            bullet();
            break;
    }
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme, bool total) {
    if (option.state & QStyle::State_Selected) painter.fillRect(option.rect, theme.selection);
    const QRect& r = option.rect;
    painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.grid);
    if (total) painter.fillRect(QRect(r.left(), r.top(), r.width(), 1), theme.lineStrong);
}

const TableModel& modelOf(const TableView& view) {
    return const_cast<TableView&>(view).table();
}

// Beside the texts of a cell; compact tables stand where width is scarce.
int paddingOf(const TableView& view) {
    const bool compact = view.verticalHeader()->defaultSectionSize() < qRound(view.theme().px(25));
    return compact ? cellPadding - 3 : cellPadding;
}

QModelIndex sourceOf(const QModelIndex& index) {
    const auto* sorter = qobject_cast<const QSortFilterProxyModel*>(index.model());
    return sorter == nullptr ? index : sorter->mapToSource(index);
}

}  // namespace

TableDelegate::TableDelegate(TableView& view) : QStyledItemDelegate(&view), m_view(view) {}

bool isCutBelow(const QAbstractItemView& view, const QRect& row) {
    constexpr int hairs = 3;  // that a row can spare
    return row.top() > 0 && row.bottom() > view.viewport()->rect().bottom() + hairs;
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view != nullptr && isCutBelow(*view, option.rect)) return;
    const TableModel& model = modelOf(m_view);
    const Cell* cell = model.cell(sourceOf(index));
    const Theme& theme = m_view.theme();
    const bool total = index.data(TableModel::TotalRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, theme, total);
    if (cell != nullptr) {
        const QRectF box = QRectF(option.rect).adjusted(paddingOf(m_view), 0, -paddingOf(m_view), 0);
        Brush brush{*painter, theme, *cell, box, cell->strong || total ? Type::tableStrong : Type::table};
        const CellKind kind = model.columns()[static_cast<std::size_t>(index.column())].kind;
        brush.paint(kind, QRectF(option.rect).adjusted(0, 0, -1, -1));
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(theme.accent, 2.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

double TableDelegate::naturalWidth(const Cell& cell, CellKind kind, bool total) const {
    const Theme& theme = m_view.theme();
    const TextSizes sizes(theme);
    const double text = sizes.width(cell.text, cell.strong || total ? Type::tableStrong : Type::table);
    double extra = 2 * paddingOf(m_view);
    if (kind == CellKind::text && cell.stage) extra += theme.px(stageSide + 5);
    const bool isText = kind == CellKind::text;
    const bool isNumber = kind == CellKind::number;
    if ((isNumber && cell.state == State::withheld) || ((isNumber || isText) && cell.state == State::assumed))
        extra += theme.px(glyphSide + 4);
    if (kind == CellKind::number && cell.state == State::estimated)
        extra += sizes.width(TableView::tr("est."), Type::axis) + theme.px(14);
    switch (kind) {
        case CellKind::bar:
            return extra + theme.px(barLength) + (cell.text.isEmpty() ? 0.0 : theme.px(52));
        case CellKind::sparkline:
            return extra + theme.px(trendLength);
        case CellKind::bullet:
            return extra + theme.px(bulletLength);
        case CellKind::chip:
            return extra + sizes.width(cell.text, Type::axis) + theme.px(10);
        case CellKind::swatch:
            return extra + text + theme.px(15);
        default:
            return extra + text;
    }
}

TableHeader::TableHeader(TableView& view) : QHeaderView(Qt::Horizontal, &view), m_view(view) {
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(24);
    setSectionResizeMode(QHeaderView::Interactive);
}

QSize TableHeader::sizeHint() const {
    // A frozen column's header is asked once more when its table has gone but for the plain widget.
    const auto* table = qobject_cast<const TableView*>(static_cast<const QObject*>(&m_view));
    return {QHeaderView::sizeHint().width(), table == nullptr ? 0 : qRound(table->theme().px(28))};
}

double TableHeader::naturalWidth(const Column& column) const {
    const Theme& theme = m_view.theme();
    return TextSizes(theme).width(column.title, Type::header) + theme.px(10) + 2 * paddingOf(m_view);
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Theme& theme = m_view.theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, theme.card);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.lineStrong);
    const Column& column = modelOf(m_view).columns()[static_cast<std::size_t>(section)];
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const bool right = column.kind == CellKind::number;
    const TextSizes sizes(theme);
    const double arrow = sorted ? theme.px(10) : 0.0;
    const int padding = paddingOf(m_view);
    const double room = rect.width() - 2 * padding - arrow + 0.5;
    const QString title = sizes.elided(column.title, Type::header, room);
    const double middle = rect.top() + (rect.height() - 1) / 2.0;
    const double left =
        right ? rect.right() + 1 - padding - arrow - sizes.width(title, Type::header) : rect.left() + padding;
    const QColor ink = sorted ? theme.text : theme.secondary;
    render::paintLabel(*painter, {{left, middle}, Qt::AlignLeft, title, Type::header, ink, {}}, theme);
    if (sorted) {
        const double x = left + sizes.width(title, Type::header) + theme.px(6);
        const double down = sortIndicatorOrder() == Qt::DescendingOrder ? theme.px(2.5) : -theme.px(2.5);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        const double half = theme.px(3.5);
        painter->drawPolygon(QPolygonF({{x - half, middle - down}, {x + half, middle - down}, {x, middle + down}}));
    }
    painter->restore();
}

}  // namespace adit::ui
