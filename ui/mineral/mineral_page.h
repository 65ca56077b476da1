// How concentrated, since when, held by whom? One mineral over its stages and years.
#pragma once

#include "ui/common/number_text.h"
#include "ui/common/page.h"

class QGridLayout;
class QScrollArea;

namespace adit::render {
struct ChartText;
}

namespace adit::ui {

class Card;
class ChartCard;
class PageHead;
class TableView;
class FactsView;

class MineralPage : public Page {
    Q_OBJECT
public:
    MineralPage(ContextModel& model, const render::Theme& theme, QWidget* parent = nullptr);

    void show(const Context& context) override;
    void setTheme(const render::Theme& theme) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    ChartCard* makeChart(const QString& name);
    Card* makeTable(const QString& name, TableView*& view);
    void makeLayout();
    void arrange();
    void showHead(const Context& context);
    void showCharts(const Context& context);
    void showTables(const Context& context);
    void open(const QString& link);

    NumberText m_numbers;
    PageHead* m_head = nullptr;
    QGridLayout* m_grid = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_body = nullptr;
    ChartCard* m_concentration = nullptr;
    ChartCard* m_shares = nullptr;
    ChartCard* m_control = nullptr;
    ChartCard* m_measures = nullptr;
    Card* m_facts = nullptr;
    FactsView* m_factsView = nullptr;
    Card* m_producers = nullptr;
    TableView* m_producersView = nullptr;
    Card* m_uses = nullptr;
    TableView* m_usesView = nullptr;
    int m_columns = 0;
};

}  // namespace adit::ui
