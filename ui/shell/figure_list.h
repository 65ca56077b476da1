// Every figure of the registry for what the context shows: folded away until asked for, then computed and listed.
#pragma once

#include "core/findings/figure_ref.h"
#include "core/index/definition.h"
#include "ui/common/context.h"
#include "ui/render/theme.h"

#include <QWidget>

class QToolButton;

namespace adit::ui {

class TableView;
struct TableRow;

// An index asked of the context: of the consumer, or of the selected (else the largest) producer, where it is of one.
FigureRef figureHere(const index::Definition& index, const Dataset& data, const Context& context);

class FigureList : public QWidget {
    Q_OBJECT
public:
    FigureList(const ContextModel& model, const render::Theme& theme, QWidget* parent = nullptr);
    // Lists the context's figures where they are unfolded; `index` is the one that stands above.
    void setCurrent(const std::string& index);
    void setTheme(const render::Theme& theme);

Q_SIGNALS:
    void figureChosen(const adit::FigureRef& figure);

private:
    void fill();
    std::vector<TableRow> rows() const;

    const ContextModel* m_model;
    render::Theme m_theme;
    std::string m_current;
    QToolButton* m_fold;
    TableView* m_table;
};

}  // namespace adit::ui
