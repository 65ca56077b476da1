// Explain this number: value, formula with the numbers put in, inputs with their sources, bounds, citation.
#pragma once

#include "ui/common/context.h"
#include "ui/render/theme.h"
#include "ui/shell/explanation.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace adit::ui {

class BoundsBar;
class FigureList;
class TableView;
struct TableRow;

// Shows one explanation.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    InspectorPanel(const ContextModel& model, const render::Theme& theme, QWidget* parent = nullptr);
    void show(Explanation explanation, const std::string& index);
    void setTheme(const render::Theme& theme);
    const Explanation& explanation() const { return m_explanation; }
    void showEffect(const QStringList& lines);  // of the assumptions that touch it
    void select(const QString& economy);        // by code; marks its row among the inputs
    bool pinned() const;

Q_SIGNALS:
    void closeRequested();
    void economyChosen(const QString& code);
    void sourceChosen(adit::SourceId source);
    void figureChosen(const adit::FigureRef& figure);
    void effectRequested();
    void returnRequested(const adit::workspace::Key& key);  // of an assumption to the baseline

private:
    void makeTitleBar(QVBoxLayout& column);
    void makeValue(QVBoxLayout& column);
    void makeInputs(QVBoxLayout& column);
    void makeRest(QVBoxLayout& column);
    void makeCitation(QVBoxLayout& column);
    void makeFigures(QVBoxLayout& column);
    void setIcons();
    void fill();
    void fillValue();
    void fillInputs();
    void fillFacilities();
    void fillOthers();
    void fillAssumptions();
    std::vector<TableRow> inputRows() const;

    const ContextModel* m_model;
    render::Theme m_theme;
    Explanation m_explanation;
    QString m_selected;
    bool m_open = false;  // the small inputs are listed one by one
    QToolButton* m_pin = nullptr;
    QToolButton* m_close = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_value = nullptr;
    QLabel* m_verdict = nullptr;
    BoundsBar* m_bar = nullptr;
    QLabel* m_formula = nullptr;
    QWidget* m_inputsSection = nullptr;
    TableView* m_inputs = nullptr;
    QLabel* m_sources = nullptr;
    QWidget* m_facilitiesSection = nullptr;
    TableView* m_facilities = nullptr;
    QLabel* m_bounds = nullptr;
    QWidget* m_othersSection = nullptr;
    QLabel* m_others = nullptr;
    QLabel* m_assumptions = nullptr;
    QPushButton* m_askEffect = nullptr;
    QLabel* m_effect = nullptr;
    FigureList* m_figures = nullptr;
    QLabel* m_citation = nullptr;
    QPushButton* m_copyCitation = nullptr;
    QPushButton* m_copyInputs = nullptr;
};

// The page with the panel beside it (wide) or over its right edge (narrow).
class InspectorDock : public QWidget {
    Q_OBJECT
public:
    InspectorDock(ContextModel& model, const render::Theme& theme, QWidget* page, QWidget* parent = nullptr);

    void explain(const FigureRef& figure);
    void explainContext();  // the concentration of what the context shows
    void setShown(bool shown);
    bool shown() const { return m_shown; }
    void setOverlay(bool overlay);
    void setTheme(const render::Theme& theme);
    void setPanelWidth(int width);
    int panelWidth() const { return m_width; }
    InspectorPanel& panel() { return *m_panel; }

Q_SIGNALS:
    void shownChanged(bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void follow(const Context& context);
    int widthNow() const;

    ContextModel* m_model;
    render::Theme m_theme;
    QWidget* m_page;
    InspectorPanel* m_panel;
    QWidget* m_edge;  // the handle between page and panel
    FigureRef m_figure;
    EconomyId m_consumer;  // of the context that was followed last
    bool m_shown = false;
    bool m_overlay = false;
    int m_width = 0;  // 0: by the window's width
};

}  // namespace adit::ui
