// A card: title that states the finding, what is measured, tools, one chart or table, source line.
#pragma once

#include "ui/render/chart.h"
#include "ui/render/chart_export.h"

#include <QFrame>

class QLabel;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace adit::render {
class ChartView;
}

namespace adit::ui {

class EmptyState;

class Card : public QFrame {
    Q_OBJECT

public:
    enum Tool { explain = 1, copy = 2, exportTool = 4, allTools = 7 };

    explicit Card(QWidget* parent = nullptr);

    void setTitle(const QString& text);
    void setSubtitle(const QString& text);
    void setSource(const QString& text);  // rich text; links arrive as linkActivated
    void setContent(QWidget* content);    // takes ownership
    void setTools(int tools);             // of Tool; none by default
    void setBare();                       // the content fills the card; for what has its own controls
    QWidget* content() const { return m_content; }
    QToolButton* tool(Tool tool) const;

    // Instead of the content; null shows the content again. Takes ownership.
    void setEmptyState(EmptyState* state);
    EmptyState* emptyState() const { return m_empty; }

Q_SIGNALS:
    void explainRequested();
    void copyRequested();
    void exportRequested();
    void maximiseRequested();  // double click on the head
    void linkActivated(const QString& link);

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    QToolButton* makeTool(const QString& icon, const QString& tip, const char* name);

    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    QLabel* m_source = nullptr;
    QToolButton* m_explain = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_export = nullptr;
    QVBoxLayout* m_body = nullptr;
    QWidget* m_content = nullptr;
    EmptyState* m_empty = nullptr;
};

// A card around a chart: title, subtitle and source come from the chart; copy copies picture and table,
// export opens the dialog.
class ChartCard : public Card {
    Q_OBJECT

public:
    explicit ChartCard(QWidget* parent = nullptr);

    void setChart(render::Chart chart);
    void showSource(bool shown) { m_sourceShown = shown; }  // of the charts set from now on
    render::ChartView& view() const { return *m_view; }

Q_SIGNALS:
    void markActivated(const QString& id, const QString& link);

private:
    render::ChartView* m_view = nullptr;
    bool m_sourceShown = true;
};

}  // namespace adit::ui
