// Measures on a time line with the date on which the register is read.
#include "ui/render/scene.h"

#include <algorithm>
#include <cmath>

namespace adit::render {
namespace {

double dayOf(const QDate& date) {
    return static_cast<double>(date.toJulianDay());
}

class TimeLayout {
public:
    TimeLayout(const TimeChart& chart, const Theme& theme, QSizeF size, Density density)
        : m_chart(chart), m_theme(theme), m_text(theme), m_density(density) {
        m_scene.size = size;
    }

    Scene run() {
        frame();
        years();
        for (std::size_t row = 0; row < m_chart.bars.size(); ++row)
            draw(row);
        asOf();
        return std::move(m_scene);
    }

private:
    void frame();
    void years();
    void draw(std::size_t row);
    void fill(const TimeBar& bar, const QRectF& place, std::size_t row);
    double columnOfNames() const;
    void writeInColumn(const TimeBar& bar, const QRectF& place);
    void write(const TimeBar& bar, const QRectF& place);
    void writeInside(const TimeBar& bar, const QRectF& place);
    bool fitsInside(const TimeBar& bar, const QRectF& place) const;  // name and note
    void asOf();

    const TimeChart& m_chart;
    const Theme& m_theme;
    TextSizes m_text;
    Density m_density;
    Scene m_scene;
    bool m_twoLines = true;
    double m_names = 0.0;  // width of their column
};

void TimeLayout::frame() {
    const double head = m_text.line(Type::axis) + m_theme.px(8);
    const double foot = m_text.line(Type::axis) + m_theme.px(6);
    const auto rows = static_cast<double>(std::max<std::size_t>(m_chart.bars.size(), 1));
    const double room = m_scene.size.height() - head - foot;
    const double most = m_theme.px(m_density == Density::page ? 56.0 : 40.0);
    const double pitch = std::clamp(room / rows, 12.0, most);
    m_twoLines = !m_chart.isRegister && pitch >= m_text.line(Type::label) + m_text.line(Type::axis) + m_theme.px(2);
    if (m_chart.isRegister) m_names = columnOfNames();
    const double left = m_chart.isRegister ? m_names + m_theme.px(8) : m_theme.px(16);
    m_scene.plot = QRect(static_cast<int>(left), static_cast<int>(head),
                         std::max(static_cast<int>(m_scene.size.width() - m_theme.px(16) - left), 10),
                         std::max(static_cast<int>(m_density == Density::page ? pitch * rows : room), 10));
    m_scene.rowsDown = true;
    m_scene.y.lo = -0.5;
    m_scene.y.hi = m_scene.plot.height() / pitch - 0.5;
    m_scene.x.lo = dayOf(m_chart.from);
    m_scene.x.hi = std::max(dayOf(m_chart.to), m_scene.x.lo + 1.0);
}

void TimeLayout::years() {
    const double label = m_text.width(QStringLiteral("2000"), Type::axis) + m_theme.px(12);
    const double y = m_scene.plot.bottom() + m_theme.px(5) + m_text.line(Type::axis) / 2.0;
    for (const int year : yearTicks(m_chart.from.year(), m_chart.to.year(), m_scene.plot.width(), label)) {
        const double day = dayOf(QDate(year, 1, 1));
        if (day < m_scene.x.lo || day > m_scene.x.hi) continue;
        m_scene.x.grid.push_back(day);
        m_scene.labels.push_back(
            {{m_scene.px(day), y}, Qt::AlignHCenter, QString::number(year), Type::axis, m_theme.secondary, {}});
    }
}

void TimeLayout::draw(std::size_t row) {
    const TimeBar& bar = m_chart.bars[row];
    const double from = std::clamp(dayOf(bar.from), m_scene.x.lo, m_scene.x.hi);
    const double to = bar.to.isValid() ? std::clamp(dayOf(bar.to), from, m_scene.x.hi) : m_scene.x.hi;
    const double height = m_theme.px(m_twoLines ? 14.0 : 11.0);
    const double y = std::round(m_scene.py(static_cast<double>(row)) - height / 2.0);
    QRectF place(QPointF(m_scene.px(from), y), QPointF(m_scene.px(to), y + height));
    if (place.width() < 3.0) place.setWidth(3.0);
    fill(bar, place, row);
    m_chart.isRegister ? writeInColumn(bar, place) : write(bar, place);

    Mark mark = markOf(bar.id, bar.name, bar.datum);
    if (bar.datum.text.isEmpty() && bar.datum.details.empty()) mark.lines = {{QString(), bar.note}};
    const double pitch = m_scene.plot.height() / (m_scene.y.hi - m_scene.y.lo);
    mark.shape.addRect(QRectF(0.0, place.center().y() - pitch / 2.0, m_scene.size.width(), pitch));
    mark.outline = place;
    m_scene.marks.push_back(std::move(mark));
}

void TimeLayout::fill(const TimeBar& bar, const QRectF& place, std::size_t row) {
    const QColor colour = bar.hypothetical ? m_theme.edit : bar.colour.in(m_theme);
    if (bar.suspended || bar.hypothetical) {
        m_scene.hatches.push_back({place, colour, colour, m_theme.card});
        return;
    }
    BarPiece piece;
    piece.horizontal = true;
    piece.width = place.height() / m_scene.plot.height() * (m_scene.y.hi - m_scene.y.lo);
    const double days = (m_scene.x.hi - m_scene.x.lo) / m_scene.plot.width();
    piece.base = m_scene.x.lo + (place.left() - m_scene.plot.left()) * days;
    piece.keys = {static_cast<double>(row)};
    piece.values = {place.width() * days};
    piece.brush = bar.announced ? QBrush(m_theme.card) : QBrush(colour);
    if (bar.announced) piece.pen = QPen(colour, 1.2, Qt::DashLine);
    m_scene.bars.push_back(std::move(piece));
    if (bar.to.isValid()) return;
    const double tip = m_theme.px(6);  // an arrow head: it goes on
    m_scene.rules.push_back(
        {QLineF(place.right() + 2, place.top() + 1, place.right() + tip, place.center().y()), QPen(colour, 1.5)});
    m_scene.rules.push_back(
        {QLineF(place.right() + tip, place.center().y(), place.right() + 2, place.bottom() - 1), QPen(colour, 1.5)});
}

double TimeLayout::columnOfNames() const {
    double widest = 0.0;
    for (const TimeBar& bar : m_chart.bars)
        widest = std::max(widest, m_text.width(bar.name, Type::subtitle));
    return std::min(widest, 0.45 * m_scene.size.width());
}

void TimeLayout::writeInColumn(const TimeBar& bar, const QRectF& place) {
    const QColor colour = bar.hypothetical ? m_theme.edit : m_theme.text;
    m_scene.labels.push_back({{m_names, place.center().y()},
                              Qt::AlignRight,
                              m_text.elided(bar.name, Type::subtitle, m_names),
                              Type::subtitle,
                              colour,
                              {}});
}

// On the side with more room; a bar that leaves none on either side carries its name itself.
void TimeLayout::write(const TimeBar& bar, const QRectF& place) {
    const double leftRoom = place.left() - m_theme.px(6);
    const double rightRoom = m_scene.size.width() - place.right() - m_theme.px(10);
    const bool left = leftRoom >= rightRoom;
    const double room = std::max(left ? leftRoom : rightRoom, 0.0);
    const Type type = m_twoLines ? Type::label : Type::header;
    const bool nameFits = m_text.width(bar.name, type) <= room;
    const bool noteFits = !m_twoLines || m_text.width(bar.note, Type::axis) <= room;
    if (place.width() > room && (!nameFits || (!noteFits && fitsInside(bar, place)))) {
        writeInside(bar, place);
        return;
    }
    const double x = left ? place.left() - m_theme.px(6) : place.right() + m_theme.px(10);
    const Qt::Alignment align = left ? Qt::AlignRight : Qt::AlignLeft;
    const QString name = m_text.elided(bar.name, type, room);
    QPointF at(x, place.center().y());
    QPointF noteAt = at;
    double noteRoom = room;
    if (m_twoLines) {
        const double offset = (m_text.line(Type::label) + m_text.line(Type::axis)) / 4.0;
        at.ry() -= offset;
        noteAt.ry() += offset;
    } else {
        const double taken = m_text.width(name, type) + m_theme.px(6);
        noteAt.rx() += left ? -taken : taken;
        noteRoom -= taken;
    }
    m_scene.labels.push_back({at, align, name, type, m_theme.text, m_theme.card});
    if (!m_twoLines && m_text.width(bar.note, Type::axis) > noteRoom) return;
    const QString note = m_text.elided(bar.note, Type::axis, noteRoom);
    m_scene.labels.push_back({noteAt, align, note, Type::axis, m_theme.secondary, m_theme.card});
}

bool TimeLayout::fitsInside(const TimeBar& bar, const QRectF& place) const {
    const QString both = bar.name + QStringLiteral(", ") + bar.note;
    return m_text.width(both, Type::header) <= place.width() - m_theme.px(12);
}

void TimeLayout::writeInside(const TimeBar& bar, const QRectF& place) {
    const bool plain = bar.suspended || bar.hypothetical || bar.announced;
    const QColor ground = plain ? m_theme.card : QColor();
    const QColor ink = plain ? m_theme.text : m_theme.textOn(bar.colour.in(m_theme));
    const double room = place.width() - m_theme.px(12);
    const QString both = bar.name + QStringLiteral(", ") + bar.note;
    const bool fits = fitsInside(bar, place);
    m_scene.labels.push_back({{place.left() + m_theme.px(6), place.center().y()},
                              Qt::AlignLeft,
                              m_text.elided(fits ? both : bar.name, Type::header, room),
                              Type::header,
                              ink,
                              ground});
}

void TimeLayout::asOf() {
    const double day = dayOf(m_chart.asOf);
    if (!m_chart.asOf.isValid() || day < m_scene.x.lo || day > m_scene.x.hi) return;
    const double x = m_scene.px(day);
    m_scene.rules.push_back({QLineF(x, m_theme.px(2), x, m_scene.plot.bottom()), QPen(m_theme.accent, 1.5)});
    const double width = m_text.width(m_chart.asOfText, Type::axis);
    const bool left = x - width - m_theme.px(6) >= 0.0;
    m_scene.labels.push_back({{left ? x - m_theme.px(5) : x + m_theme.px(5), m_text.line(Type::axis) / 2.0 + 1},
                              left ? Qt::AlignRight : Qt::AlignLeft,
                              m_chart.asOfText,
                              Type::axis,
                              m_theme.accent,
                              {}});
}

}  // namespace

Scene layOutTime(const TimeChart& chart, const Theme& theme, QSizeF size, Density density) {
    return TimeLayout(chart, theme, size, density).run();
}

}  // namespace adit::render
