#include "ui/render/icon.h"

#include "ui/render/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <map>
#include <memory>

namespace adit::render {
namespace {

QByteArray sourceOf(const QString& name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The theme that the application's palette was made from.
const Theme& themeOfPalette() {
    static const Theme light = Theme::light();
    static const Theme night = Theme::night();
    return QGuiApplication::palette().color(QPalette::Base).lightness() < 128 ? night : light;
}

QColor colourOf(Tint tint, QIcon::Mode mode, QIcon::State state) {
    const Theme& theme = themeOfPalette();
    if (mode == QIcon::Disabled) return theme.lineStrong;
    if (state == QIcon::On && tint != Tint::onAccent) return theme.accent;
    switch (tint) {
        case Tint::text:
            return theme.text;
        case Tint::hint:
            return mode == QIcon::Active ? theme.text : theme.secondary;
        case Tint::accent:
            return theme.accent;
        case Tint::alert:
            return theme.alert;
        case Tint::warn:
            return theme.warn;
        case Tint::edit:
            return theme.edit;
        case Tint::onAccent:
            return theme.onAccent;
    }
    return theme.text;
}

// Parsed once for each name and colour: icons are painted at every repaint.
QSvgRenderer& rendererOf(const QString& name, const QColor& colour) {
    thread_local std::map<QString, std::unique_ptr<QSvgRenderer>> known;
    const QString tint = colour.name(QColor::HexRgb);
    std::unique_ptr<QSvgRenderer>& renderer = known[name + tint];
    if (!renderer) {
        QByteArray svg = sourceOf(name);
        renderer = std::make_unique<QSvgRenderer>(svg.replace("currentColor", tint.toLatin1()));
    }
    return *renderer;
}

class TintedIcon final : public QIconEngine {
public:
    TintedIcon(QString name, Tint tint) : m_name(std::move(name)), m_tint(tint) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        paintIcon(*painter, rect, m_name, colourOf(m_tint, mode, state));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        const QColor colour = colourOf(m_tint, mode, state);
        const QString key = QStringLiteral("adit:%1:%2:%3x%4")
                                .arg(m_name, colour.name(QColor::HexRgb))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap out;
        if (QPixmapCache::find(key, &out)) return out;
        out = QPixmap(size);
        out.fill(Qt::transparent);
        QPainter painter(&out);
        paintIcon(painter, QRect(QPoint(), size), m_name, colour);
        painter.end();
        QPixmapCache::insert(key, out);
        return out;
    }
    QIconEngine* clone() const override { return new TintedIcon(*this); }
    QString key() const override { return QStringLiteral("adit"); }

private:
    QString m_name;
    Tint m_tint;
};

class StageIcon final : public QIconEngine {
public:
    explicit StageIcon(Stage stage) : m_stage(stage) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
        paintStageGlyph(*painter, rect, m_stage, themeOfPalette().stage(m_stage));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap out(size);
        out.fill(Qt::transparent);
        QPainter painter(&out);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return out;
    }
    QIconEngine* clone() const override { return new StageIcon(*this); }

private:
    Stage m_stage;
};

}  // namespace

QIcon icon(const QString& name, Tint tint) {
    return QIcon(new TintedIcon(name, tint));
}

void paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour) {
    QSvgRenderer& renderer = rendererOf(name, colour);
    if (!renderer.isValid()) return;
    const double side = std::min(box.width(), box.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(box.center());
    renderer.render(&painter, square);
}

void paintStageGlyph(QPainter& painter, const QRectF& box, Stage stage, const QColor& colour) {
    const double r = std::min(box.width(), box.height()) / 2.0;
    const QPointF c = box.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (stage == Stage::mine) {
        painter.drawPolygon(
            QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y() + 0.8 * r}, {c.x() - r, c.y() + 0.8 * r}}));
    } else if (stage == Stage::refine) {
        painter.drawEllipse(c, 0.9 * r, 0.9 * r);
    } else {
        painter.drawRect(QRectF(c.x() - 0.8 * r, c.y() - 0.8 * r, 1.6 * r, 1.6 * r));
    }
    painter.restore();
}

QIcon stageIcon(Stage stage) {
    return QIcon(new StageIcon(stage));
}

}  // namespace adit::render
