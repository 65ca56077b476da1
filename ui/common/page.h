// What the shell asks of a page: follow the context, say which figures may be explained, offer its pictures.
#pragma once

#include "core/findings/figure_ref.h"
#include "ui/common/context.h"
#include "ui/render/theme.h"

#include <QWidget>

namespace adit::ui {

class Page : public QWidget {
    Q_OBJECT
public:
    Page(ContextModel& model, const render::Theme& theme, QWidget* parent = nullptr)
        : QWidget(parent), m_model(&model), m_theme(theme) {}

    ContextModel& model() const { return *m_model; }
    const Dataset& data() const { return m_model->data(); }
    const render::Theme& theme() const { return m_theme; }

    // Shows this context; called only while the page is visible, and on becoming so.
    virtual void show(const Context& context) = 0;
    virtual void setTheme(const render::Theme& theme) { m_theme = theme; }

Q_SIGNALS:
    // The reader wants to know where a number comes from.
    void explainRequested(const adit::FigureRef& figure);

private:
    ContextModel* m_model;
    render::Theme m_theme;
};

}  // namespace adit::ui
