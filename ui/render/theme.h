// The look as a value: colours, type, scales and sizes of the light and the dark theme. Painters and
// widgets are given one; nothing asks a global for it.
#pragma once

#include "core/base/figure.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QHash>
#include <QPalette>
#include <QString>

#include <array>
#include <vector>

class QWidget;

namespace adit::render {

// What a text is for; its size at 100 % stands behind it.
enum class Type {
    sentence,    // 20 medium: page head, title of an export
    value,       // 28 medium: the inspector's figure
    cardTitle,   // 14 medium
    body,        // 13
    bodyStrong,  // 13 medium
    table,       // 12.5
    tableStrong,
    header,    // 11.5 medium: table header
    subtitle,  // 12: card subtitle, context line, labels in charts
    label,     // 12 medium: emphasised labels in charts
    axis,      // 11: axis labels and source lines
};

// Measures with fixed breaks, so that a colour means the same in every year and mineral.
enum class Breaks { share, hhi, exposure, cover, governance, change };

// Classes of a scale, low to high. `breaks` has one entry fewer; a lower bound belongs to its class.
struct ColourScale {
    std::vector<QColor> classes;
    std::vector<double> breaks;

    std::size_t classOf(double value) const;
    QColor colour(double value) const { return classes[classOf(value)]; }
};

// The two ways of drawing "no figure"; assumed values are hatched in the edit colour.
enum class Hatch { missing, assumed };

struct Theme {
    bool dark = false;
    double fontScale = 1.0;  // the application's font against the 13 px body text of the design

    QColor chrome, page, card, line, lineStrong, grid;
    QColor text, secondary, hint;
    QColor accent, accentBg, selection, accentSoft, onAccent;
    QColor alert, alertBg, warn, warnBg, ok, edit, editBg;
    QColor land, hatchLine, other;
    QColor licence, quota, ban;  // kinds of measure; tax and processing rules are drawn as licences
    std::array<QColor, 3> stages;
    std::array<QColor, 4> scenarios;
    QHash<QString, QColor> economies;  // by ISO 3166-1 alpha-3, blocs by id; may be overridden
    std::vector<QColor> magnitude, risk, diverging;

    static Theme light();
    static Theme night();
    static Theme of(bool dark) { return dark ? night() : light(); }
    static Theme ofApplication();  // the one that palette and font were set from; what new widgets start with

    QColor economy(const QString& code) const;  // blocs share one colour, the unlisted are `other`
    bool hasColour(const QString& code) const;  // whether an economy has a colour of its own
    QColor stage(Stage stage) const { return stages[static_cast<std::size_t>(stage)]; }

    ColourScale scale(Breaks breaks) const;         // fractions are given in percent
    ColourScale scaleUpTo(double max) const;        // magnitude in 1-3-10 steps, for masses and money
    QColor textOn(const QColor& background) const;  // the better readable of text and its contrast colour

    QFont font(Type type) const;
    double px(double at100) const { return at100 * fontScale; }  // a length that grows with the type
    QBrush hatch(Hatch kind = Hatch::missing) const;             // 6 px diagonal lines on nothing
};

// Loads the bundled fonts and returns what the theme's fontScale has to be for the application's font.
// Call once after the application object is made and before its font is replaced.
double loadFonts();

QPalette palette(const Theme& theme);
QString styleSheet(const Theme& theme);  // resources/themes/adit.qss with its @tokens filled in

// Widgets that paint by themselves implement this; applyTheme() reaches them all below `root`.
class Themed {
public:
    virtual ~Themed() = default;
    virtual void setTheme(const Theme& theme) = 0;
};
void applyTheme(QWidget& root, const Theme& theme);

}  // namespace adit::render
