// A page over a workspace without a file, as the window puts it together.
#pragma once

#include "tests/support/bundled.h"
#include "ui/common/page.h"
#include "ui/common/workspace_model.h"

#include <QApplication>
#include <QTest>

namespace adit::test {

template <typename P>
class Desk {
public:
    explicit Desk(QSize size = {1200, 860})
        : workspace(bundled(), workspace::Session::unsaved([] { return std::string("2026-11-23T12:00:00Z"); })),
          model(bundled(), ui::ContextModel::first(*bundled())),
          page((model.follow(workspace), model), render::Theme::light()) {
        QObject::connect(&model, &ui::ContextModel::changed, &page, [this](const ui::Context& c) { page.show(c); });
        QObject::connect(&workspace, &ui::WorkspaceModel::failed, &page, [this](const QString& why) { refused = why; });
        QObject::connect(&page, &ui::Page::explainRequested, &page,
                         [this](const FigureRef& figure) { explained.push_back(figure); });
        page.resize(size);
        static_cast<QWidget&>(page).show();
        QApplication::setActiveWindow(&page);
        page.show(model.context());
        (void)QTest::qWaitForWindowExposed(&page);
    }
    void go(const char* mineral, Stage stage) {
        ui::Context wanted = model.context();
        wanted.mineral = *model.data().mineral(mineral);
        wanted.stage = stage;
        model.set(wanted);
    }
    template <typename T>
    T* find(const char* name) const {
        return page.template findChild<T*>(QLatin1String(name));
    }

    ui::WorkspaceModel workspace;
    ui::ContextModel model;
    P page;
    QString refused;
    std::vector<FigureRef> explained;
};

}  // namespace adit::test
