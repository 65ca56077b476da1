#include "ui/map/world.h"

#include "ui/map/geometry/format.h"
#include "ui/map/plane.h"

#include <QDataStream>
#include <QFile>

#include <algorithm>

namespace adit::ui::map {

// Reads with every count checked against the bytes that are left.
class World::Reader {
public:
    explicit Reader(const QByteArray& bytes) : m_size(bytes.size()), m_in(bytes) {
        m_in.setByteOrder(QDataStream::LittleEndian);
        m_in.setFloatingPointPrecision(QDataStream::DoublePrecision);
    }
    bool sound() const { return m_in.status() == QDataStream::Ok; }
    bool magic() {
        std::array<char, 8> found{};
        return m_in.readRawData(found.data(), int(found.size())) == int(found.size()) && found == format::magic;
    }
    template <typename T>
    T number() {
        T value{};
        m_in >> value;
        return value;
    }
    std::size_t count() {
        const auto n = number<quint32>();
        if (n <= static_cast<quint64>(m_size)) return n;
        m_in.setStatus(QDataStream::ReadCorruptData);
        return 0;
    }
    QString code() {
        char raw[3] = {' ', ' ', ' '};
        m_in.readRawData(raw, 3);
        return QString::fromLatin1(raw, 3).trimmed();
    }
    QPointF point() {
        const auto x = number<qint32>();
        const auto y = number<qint32>();
        return QPointF(x, y) / format::unitsPerRadius;
    }
    Arc arc() {
        Arc arc;
        arc.points.resize(count());
        qint32 x = 0;
        qint32 y = 0;
        for (QPointF& p : arc.points) {
            x += number<qint32>();
            y += number<qint32>();
            p = QPointF(x, y) / format::unitsPerRadius;
        }
        arc.levels.resize(arc.points.size());
        for (quint8& level : arc.levels)
            level = number<quint8>();
        return arc;
    }
    Shape shape() {
        Shape shape;
        shape.code = code();
        shape.area = number<double>();
        shape.arcs.resize(count());
        for (auto& ring : shape.arcs) {
            ring.resize(count());
            for (int& arc : ring)
                arc = number<qint32>();
        }
        return shape;
    }

private:
    qsizetype m_size;
    QDataStream m_in;
};

Result<WorldPtr> World::bundled() {
    QFile file(QStringLiteral(":/map/world.bin"));
    if (!file.open(QIODevice::ReadOnly)) return Error{ErrorCode::unreadable, "the bundled map is missing", {}};
    return read(file.readAll());
}

Result<WorldPtr> World::read(const QByteArray& bytes) {
    const Error damaged{ErrorCode::unreadable, "the map is damaged", {}};
    Reader in(bytes);
    if (!in.magic()) return damaged;
    auto world = std::make_shared<World>();
    world->m_arcs.resize(in.count());
    world->m_shapes.resize(in.count());
    const std::size_t places = in.count();
    std::array<double, 4> frame{};
    for (double& edge : frame)
        edge = in.number<double>();
    world->m_frame = QRectF(QPointF(frame[0], frame[1]), QPointF(frame[2], frame[3]));
    for (Arc& arc : world->m_arcs)
        arc = in.arc();
    for (Shape& shape : world->m_shapes)
        shape = in.shape();
    for (std::size_t i = 0; i < places && in.sound(); ++i) {
        const QString code = in.code();
        world->m_places.insert(code, in.point());
    }
    if (!in.sound()) return damaged;
    const int arcs = int(world->m_arcs.size());
    for (const Shape& shape : world->m_shapes) {
        for (const auto& ring : shape.arcs) {
            if (std::any_of(ring.begin(), ring.end(), [&](int n) { return n >= arcs || ~n >= arcs; })) return damaged;
        }
    }
    world->build();
    return WorldPtr(std::move(world));
}

void World::appendArc(QPolygonF& line, int number, std::size_t level) const {
    const Arc& arc = m_arcs[std::size_t(number >= 0 ? number : ~number)];
    const std::size_t n = arc.points.size();
    for (std::size_t k = line.isEmpty() ? 0 : 1; k < n; ++k) {
        const std::size_t i = number >= 0 ? k : n - 1 - k;
        if (arc.levels[i] <= level) line << arc.points[i];
    }
}

QPolygonF World::ring(const std::vector<int>& arcs, std::size_t level) const {
    QPolygonF ring;
    for (const int number : arcs)
        appendArc(ring, number, level);
    return ring;
}

void World::build() {
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        Shape& shape = m_shapes[i];
        m_byCode.insert(shape.code, i);
        shape.levels.resize(format::levels);
        for (const auto& arcs : shape.arcs) {
            for (const int number : arcs)
                ++m_arcs[std::size_t(number >= 0 ? number : ~number)].users;
            for (std::size_t level = 0; level < format::levels; ++level) {
                QPolygonF line = ring(arcs, level);
                if (line.size() > 3) shape.levels[level].push_back(std::move(line));
            }
        }
        for (const QPolygonF& ring : shape.levels.back())
            shape.bounds |= ring.boundingRect();
    }
    m_borders.resize(format::levels);
    for (std::size_t level = 0; level < format::levels; ++level) {
        for (std::size_t i = 0; i < m_arcs.size(); ++i) {
            if (m_arcs[i].users < 2) continue;
            m_borders[level].emplace_back();
            appendArc(m_borders[level].back(), int(i), level);
        }
    }
}

const Shape* World::shape(const QString& code) const {
    const auto found = m_byCode.constFind(code);
    return found == m_byCode.cend() ? nullptr : &m_shapes[*found];
}

std::optional<QPointF> World::place(const QString& code) const {
    const auto found = m_places.constFind(code);
    return found == m_places.cend() ? std::nullopt : std::optional(*found);
}

const Shape* World::shapeAt(QPointF point) const {
    const auto found = std::find_if(m_shapes.begin(), m_shapes.end(), [&](const Shape& shape) {
        return !shape.code.isEmpty() && shape.bounds.contains(point) && contains(shape.levels.back(), point);
    });
    return found == m_shapes.end() ? nullptr : &*found;
}

std::size_t World::levelFor(double pixelsPerRadius) const {
    std::size_t level = 0;
    while (level + 1 < format::levels && format::tolerance[level] * pixelsPerRadius > 0.5)
        ++level;
    return level;
}

std::vector<QPolygonF> World::outline(const std::vector<QString>& codes, std::size_t level) const {
    std::vector<int> uses(m_arcs.size(), 0);
    for (const QString& code : codes) {
        const Shape* one = shape(code);
        if (one == nullptr) continue;
        for (const auto& arcs : one->arcs) {
            for (const int number : arcs)
                ++uses[std::size_t(number >= 0 ? number : ~number)];
        }
    }
    std::vector<QPolygonF> lines;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (uses[i] != 1) continue;
        lines.emplace_back();
        appendArc(lines.back(), int(i), level);
    }
    return lines;
}

}  // namespace adit::ui::map
