#include "ui/render/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace adit::render {
namespace {

std::vector<QColor> colours(std::initializer_list<const char*> names) {
    std::vector<QColor> out;
    for (const char* name : names)
        out.emplace_back(QLatin1String(name));
    return out;
}

QColor hex(const char* name) {
    return QColor(QLatin1String(name));
}

// Any two of the first ten, "other" and alert differ by dE >= 20 (dark: 17) under normal, deutan, protan and
// tritan sight (Machado 2009, severity 1, CIE76). The second rank is always labelled directly.
QHash<QString, QColor> economies(bool dark) {
    struct Entry {
        const char* code;
        const char* light;
        const char* dark;
    };
    static constexpr std::array<Entry, 16> table{{
        {"CHN", "#DD9522", "#F0A93A"},
        {"COD", "#19856F", "#35BD9D"},
        {"AUS", "#B552A1", "#C16DBD"},
        {"IDN", "#D2BF6B", "#E7D9A0"},
        {"CHL", "#7E1432", "#C52A3C"},
        {"RUS", "#5C2690", "#8F4DBB"},
        {"ZAF", "#55AFE1", "#94BFFA"},
        {"USA", "#4B5CD2", "#5973F3"},
        {"CAN", "#AD8457", "#9B7E69"},
        {"EU27", "#12355B", "#F2F5F9"},
        {"TUR", "#5D7F8F", "#5D7F8F"},
        {"BRA", "#4D8B57", "#4D8B57"},
        {"CUB", "#8FA38B", "#8FA38B"},
        {"PHL", "#7C93A6", "#7C93A6"},
        {"MDG", "#A79BB8", "#A79BB8"},
        {"MOZ", "#9C7A2E", "#9C7A2E"},
    }};
    QHash<QString, QColor> out;
    for (const Entry& entry : table)
        out.insert(QLatin1String(entry.code), hex(dark ? entry.dark : entry.light));
    return out;
}

struct TypeRow {
    double px;
    QFont::Weight weight;
};

TypeRow rowOf(Type type) {
    switch (type) {
        case Type::sentence:
            return {20.0, QFont::Medium};
        case Type::value:
            return {28.0, QFont::Medium};
        case Type::cardTitle:
            return {14.0, QFont::Medium};
        case Type::body:
            return {13.0, QFont::Normal};
        case Type::bodyStrong:
            return {13.0, QFont::Medium};
        case Type::table:
            return {12.5, QFont::Normal};
        case Type::tableStrong:
            return {12.5, QFont::Medium};
        case Type::header:
            return {11.5, QFont::Medium};
        case Type::subtitle:
            return {12.0, QFont::Normal};
        case Type::label:
            return {12.0, QFont::Medium};
        case Type::axis:
            return {11.0, QFont::Normal};
    }
    return {13.0, QFont::Normal};
}

double luminance(const QColor& colour) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}  // namespace

std::size_t ColourScale::classOf(double value) const {
    const auto above = std::upper_bound(breaks.begin(), breaks.end(), value);
    return static_cast<std::size_t>(above - breaks.begin());
}

Theme Theme::light() {
    Theme t;
    t.chrome = hex("#F3F4F6"), t.page = hex("#F8F9FA"), t.card = hex("#FFFFFF");
    t.line = hex("#DFE3E8"), t.lineStrong = hex("#C6CDD5"), t.grid = hex("#E9ECEF");
    t.text = hex("#1A2129"), t.secondary = hex("#4F5B68"), t.hint = hex("#6B7784");
    t.accent = hex("#1F5FA8"), t.accentBg = hex("#E5EEF8"), t.selection = hex("#DCE9F7");
    t.accentSoft = hex("#A9C7DD"), t.onAccent = hex("#FFFFFF");
    t.alert = hex("#C0391B"), t.alertBg = hex("#FBE9E4"), t.warn = hex("#8A5A00"), t.warnBg = hex("#FFF4DA");
    t.ok = hex("#1E7A66"), t.edit = hex("#7A3FA0"), t.editBg = hex("#F3EAF8");
    t.land = hex("#E2E6EA"), t.hatchLine = hex("#B4BCC6"), t.other = hex("#BCC3CB");
    t.licence = hex("#E0A08F"), t.quota = hex("#D0694E"), t.ban = hex("#C0391B");
    t.stages = {hex("#8A6B3D"), hex("#2F6DA8"), hex("#3B2A66")};
    t.scenarios = {hex("#3E4854"), hex("#55AFE1"), hex("#19856F"), hex("#4B5CD2")};
    t.economies = render::economies(false);
    t.magnitude = colours({"#E3F0EF", "#BADBDD", "#86BFC9", "#4B9BB2", "#27708F", "#153F5F"});
    t.risk = colours({"#FBEEE1", "#F7D3B1", "#EFAF7C", "#DF854A", "#BC592A", "#84391B"});
    t.diverging = colours({"#27708F", "#86BFC9", "#E3F0EF", "#EDEEF0", "#FBE0C6", "#EFAF7C", "#BC592A"});
    return t;
}

Theme Theme::night() {
    Theme t;
    t.dark = true;
    t.chrome = hex("#1B2027"), t.page = hex("#13171C"), t.card = hex("#181D23");
    t.line = hex("#2B333D"), t.lineStrong = hex("#3D4753"), t.grid = hex("#262D36");
    t.text = hex("#E5E9EE"), t.secondary = hex("#A9B4C0"), t.hint = hex("#8793A0");
    t.accent = hex("#6FAEF2"), t.accentBg = hex("#1E3148"), t.selection = hex("#22364D");
    t.accentSoft = hex("#2F5678"), t.onAccent = hex("#13171C");
    t.alert = hex("#FF8364"), t.alertBg = hex("#40231C"), t.warn = hex("#E9B44C"), t.warnBg = hex("#3A2F17");
    t.ok = hex("#58BFA6"), t.edit = hex("#C69AE6"), t.editBg = hex("#33263F");
    t.land = hex("#262D35"), t.hatchLine = hex("#4A5561"), t.other = hex("#5C6773");
    t.licence = hex("#8A4A38"), t.quota = hex("#C9654B"), t.ban = hex("#FF8364");
    t.stages = {hex("#CFA66B"), hex("#5C9BDB"), hex("#D9D0F5")};
    t.scenarios = {hex("#A9B4C0"), hex("#94BFFA"), hex("#35BD9D"), hex("#5973F3")};
    t.economies = render::economies(true);
    t.magnitude = colours({"#1D3A45", "#20525F", "#2A7082", "#4394A7", "#7BBDC8", "#C9EAEA"});
    t.risk = colours({"#3A2A20", "#5C3A24", "#8A4F28", "#BB6C36", "#E29A63", "#F8D3B0"});
    t.diverging = colours({"#7BBDC8", "#2A7082", "#20404A", "#2B3138", "#5C3A24", "#BB6C36", "#F8D3B0"});
    return t;
}

Theme Theme::ofApplication() {
    Theme theme = of(QGuiApplication::palette().color(QPalette::Base).lightness() < 128);
    const QFont font = QGuiApplication::font();
    const double body = theme.font(Type::body).pointSizeF();
    if (font.families().contains(QStringLiteral("Roboto"))) theme.fontScale = font.pointSizeF() / body;
    return theme;
}

bool Theme::hasColour(const QString& code) const {
    return economies.contains(code);
}

QColor Theme::economy(const QString& code) const {
    const auto found = economies.find(code);
    if (found != economies.end()) return *found;
    const bool isBloc =
        !code.isEmpty() && code.size() != 3 && code != QLatin1String("OTHER") && code != QLatin1String("WORLD");
    return isBloc ? economies.value(QStringLiteral("EU27")) : other;
}

ColourScale Theme::scale(Breaks breaks) const {
    switch (breaks) {
        case Breaks::share:
            return {magnitude, {1, 5, 10, 25, 50}};
        case Breaks::hhi:
            return {risk, {1000, 1800, 4000, 6000, 8000}};
        case Breaks::exposure:
            return {risk, {10, 25, 40, 50, 65}};
        case Breaks::cover:
            return {magnitude, {15, 30, 60, 90, 180}};
        case Breaks::governance:
            return {{risk.rbegin(), risk.rend()}, {-1.5, -0.5, 0, 0.5, 1.5}};
        case Breaks::change:
            return {diverging, {-50, -20, -5, 5, 20, 50}};
    }
    return {magnitude, {1, 5, 10, 25, 50}};
}

ColourScale Theme::scaleUpTo(double max) const {
    const double top = max > 0.0 ? max : 1.0;
    double step = std::pow(10.0, std::floor(std::log10(top)));
    bool three = 3.0 * step <= top;
    if (three) step *= 3.0;
    ColourScale scale{magnitude, {}};
    for (std::size_t i = 0; i + 1 < magnitude.size(); ++i) {
        scale.breaks.insert(scale.breaks.begin(), step);
        step = three ? step / 3.0 : step * 0.3;
        three = !three;
    }
    return scale;
}

QColor Theme::textOn(const QColor& background) const {
    const double ground = luminance(background);
    const auto contrast = [ground](const QColor& ink) {
        const double l = luminance(ink);
        return (std::max(l, ground) + 0.05) / (std::min(l, ground) + 0.05);
    };
    const QColor inverse = dark ? page : card;
    return contrast(text) >= contrast(inverse) ? text : inverse;
}

QFont Theme::font(Type type) const {
    const TypeRow row = rowOf(type);
    QFont font;
    font.setFamilies({QStringLiteral("Roboto"), QStringLiteral("Noto Sans"), QStringLiteral("Sans Serif")});
    font.setPointSizeF(row.px * fontScale * 0.75);  // a point is 4/3 of a pixel at Qt's 96 dpi
    font.setWeight(row.weight);
    font.setHintingPreference(QFont::PreferNoHinting);  // so that exports at any scale keep their layout
    return font;
}

QBrush Theme::hatch(Hatch kind) const {
    constexpr int side = 6;
    QPixmap tile(side * 2, side * 2);
    tile.setDevicePixelRatio(2.0);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(kind == Hatch::assumed ? edit : hatchLine, 1.0));
    for (const int shift : {-side, 0, side})
        painter.drawLine(shift - 1, side + 1, shift + side + 1, -1);
    painter.end();
    return QBrush(tile);
}

double loadFonts() {
    for (const char* file : {":/fonts/Roboto-Regular.ttf", ":/fonts/Roboto-Medium.ttf"})
        QFontDatabase::addApplicationFont(QLatin1String(file));
    // Desktops ship 9 to 11 point as their normal size; only a larger choice is a wish for larger text.
    constexpr double largestNormal = 11.0;
    return std::max(1.0, QGuiApplication::font().pointSizeF() / largestNormal);
}

void applyTheme(QWidget& root, const Theme& theme) {
    const QList<QWidget*> children = root.findChildren<QWidget*>();
    if (auto* themed = dynamic_cast<Themed*>(&root)) themed->setTheme(theme);
    for (QWidget* child : children)
        if (auto* themed = dynamic_cast<Themed*>(child)) themed->setTheme(theme);
}

}  // namespace adit::render
