#include "ui/render/text_cache.h"

#include <QCache>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QStaticText>

#include <map>
#include <memory>

namespace adit::render {
namespace {

constexpr int mostTexts = 4096;

struct Key {
    QString text;
    Type type = Type::body;
    double scale = 1.0;
    friend bool operator==(const Key&, const Key&) = default;
    friend size_t qHash(const Key& key, size_t seed = 0) {
        return qHashMulti(seed, key.text, static_cast<int>(key.type), key.scale);
    }
};

struct Shaped {
    double width = 0.0;
    std::unique_ptr<QStaticText> glyphs;  // from the first drawing on
};

// A font with what is asked of it at every text.
struct Face {
    QFont font;
    QFontMetricsF metrics;
};

const Face& faceOf(Type type, const Theme& theme) {
    thread_local std::map<std::pair<Type, double>, Face> known;
    const std::pair key(type, theme.fontScale);
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    const QFont font = theme.font(type);
    return known.emplace(key, Face{font, QFontMetricsF(font)}).first->second;
}

Shaped& shapedOf(const QString& text, Type type, const Theme& theme) {
    thread_local QCache<Key, Shaped> known(mostTexts);
    const Key key{text, type, theme.fontScale};
    if (Shaped* found = known.object(key)) return *found;
    auto* made = new Shaped{metricsOf(type, theme).horizontalAdvance(text), nullptr};
    known.insert(key, made);
    return *made;
}

bool isScreen(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    if (engine == nullptr || engine->type() != QPaintEngine::Raster) return false;
    const int kind = painter.device()->devType();
    return kind == QInternal::Widget || kind == QInternal::Pixmap;
}

}  // namespace

const QFontMetricsF& metricsOf(Type type, const Theme& theme) {
    return faceOf(type, theme).metrics;
}

double textWidth(const QString& text, Type type, const Theme& theme) {
    return shapedOf(text, type, theme).width;
}

void drawText(QPainter& painter, QPointF baseline, const QString& text, Type type, const Theme& theme) {
    const Face& face = faceOf(type, theme);
    painter.setFont(face.font);
    if (!isScreen(painter)) {
        painter.drawText(baseline, text);
        return;
    }
    std::unique_ptr<QStaticText>& glyphs = shapedOf(text, type, theme).glyphs;
    if (!glyphs) {
        glyphs = std::make_unique<QStaticText>(text);
        glyphs->setTextFormat(Qt::PlainText);
        glyphs->setPerformanceHint(QStaticText::AggressiveCaching);
    }
    painter.drawStaticText(baseline - QPointF(0, face.metrics.ascent()), *glyphs);
}

}  // namespace adit::render
