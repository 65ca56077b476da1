// A colour by what it means. Chart values hold inks, so that one value serves both themes and exports are
// light whatever the window is.
#pragma once

#include "ui/render/theme.h"

#include <variant>

namespace adit::render {

class Ink {
public:
    Ink() : Ink(&Theme::accent) {}  // the single series
    explicit Ink(QColor Theme::*token) : m_meaning(token) {}

    static Ink economy(const QString& code) { return Ink(Meaning(code)); }
    static Ink stage(Stage stage) { return Ink(Meaning(stage)); }
    static Ink classOf(Breaks breaks, double value) { return Ink(Meaning(Class{breaks, value})); }
    static Ink other() { return Ink(&Theme::other); }

    QColor in(const Theme& theme) const;
    bool operator==(const Ink&) const = default;

private:
    struct Class {
        Breaks breaks;
        double value;
        bool operator==(const Class&) const = default;
    };
    using Meaning = std::variant<QColor Theme::*, QString, Stage, Class>;
    explicit Ink(Meaning meaning) : m_meaning(std::move(meaning)) {}

    Meaning m_meaning;
};

}  // namespace adit::render
