// The theme as Qt's palette and as the one style sheet.
#include "ui/render/theme.h"

#include <QFile>
#include <QRegularExpression>

namespace adit::render {
namespace {

QHash<QString, QString> tokens(const Theme& t) {
    QHash<QString, QString> out;
    const auto colour = [&out](const char* name, const QColor& value) {
        out.insert(QLatin1String(name), value.name(QColor::HexRgb));
    };
    colour("chrome", t.chrome), colour("page", t.page), colour("card", t.card);
    colour("line", t.line), colour("line-strong", t.lineStrong), colour("grid", t.grid);
    colour("text", t.text), colour("secondary", t.secondary), colour("hint", t.hint);
    colour("accent", t.accent), colour("accent-bg", t.accentBg), colour("selection", t.selection);
    colour("accent-soft", t.accentSoft), colour("on-accent", t.onAccent);
    colour("alert", t.alert), colour("alert-bg", t.alertBg), colour("warn", t.warn), colour("warn-bg", t.warnBg);
    out.insert(QStringLiteral("chevron"),
               t.dark ? QStringLiteral(":/themes/chevron-dark.svg") : QStringLiteral(":/themes/chevron-light.svg"));
    colour("ok", t.ok), colour("edit", t.edit), colour("edit-bg", t.editBg), colour("land", t.land);

    const auto size = [&out, &t](const char* name, Type type) {
        out.insert(QLatin1String(name), QString::number(t.font(type).pointSizeF(), 'f', 2) + QLatin1String("pt"));
    };
    size("size-sentence", Type::sentence), size("size-value", Type::value), size("size-title", Type::cardTitle);
    size("size-body", Type::body), size("size-table", Type::table), size("size-header", Type::header);
    size("size-subtitle", Type::subtitle), size("size-axis", Type::axis);
    for (const int px : {2, 3, 4, 6, 8, 10, 12, 16, 18, 20, 24, 26, 28, 30})
        out.insert(QStringLiteral("px%1").arg(px), QString::number(qRound(t.px(px))) + QLatin1String("px"));
    return out;
}

}  // namespace

QPalette palette(const Theme& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.page);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.card);
    p.setColor(QPalette::AlternateBase, t.chrome);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.hint);
    p.setColor(QPalette::Button, t.card);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.alert);
    p.setColor(QPalette::ToolTipBase, t.card);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.selection);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.card);
    p.setColor(QPalette::Midlight, t.grid);
    p.setColor(QPalette::Mid, t.lineStrong);
    p.setColor(QPalette::Dark, t.secondary);
    p.setColor(QPalette::Shadow, t.hint);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.hint);
    return p;
}

QString styleSheet(const Theme& theme) {
    QFile file(QStringLiteral(":/themes/adit.qss"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString source = QString::fromUtf8(file.readAll());
    const QHash<QString, QString> values = tokens(theme);

    static const QRegularExpression token(QStringLiteral("@([a-z][a-z0-9-]*)"));
    QString out;
    qsizetype done = 0;
    for (auto it = token.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(source).sliced(done, match.capturedStart() - done);
        out += values.value(match.captured(1), match.captured());  // an unknown token stays and fails the test
        done = match.capturedEnd();
    }
    return out + QStringView(source).sliced(done).toString();
}

}  // namespace adit::render
