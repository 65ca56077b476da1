#include "ui/render/ink.h"

namespace adit::render {

QColor Ink::in(const Theme& theme) const {
    struct Visitor {
        const Theme& theme;
        QColor operator()(QColor Theme::*token) const { return theme.*token; }
        QColor operator()(const QString& economy) const { return theme.economy(economy); }
        QColor operator()(Stage stage) const { return theme.stage(stage); }
        QColor operator()(const Class& c) const { return theme.scale(c.breaks).colour(c.value); }
    };
    return std::visit(Visitor{theme}, m_meaning);
}

}  // namespace adit::render
