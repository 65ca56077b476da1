// How long would we last, and what does the target cost? Stocks, consumption and targets as a table that is edited in
// place, with what follows from them. Always of refined material, or as mined where nothing refined is published: the
// stage of the context is left to the other pages.
#pragma once

#include "ui/common/number_text.h"
#include "ui/common/page.h"
#include "ui/common/table_view.h"
#include "ui/stockpiles/stockpiles_data.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QScrollArea;
class QToolButton;

namespace adit::ui {

class Card;
class ChartCard;
class PageHead;
class Segment;

class StockpilesPage : public Page {
    Q_OBJECT
public:
    StockpilesPage(ContextModel& model, const render::Theme& theme, QWidget* parent = nullptr);

    void show(const Context& context) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void shareHeight();
    void makeBar();
    void makeTables();
    void makeCharts();
    void makeLayout();
    void showHead(const Setting& setting);
    void showBar(const Setting& setting);
    void showCharts(const Setting& setting);
    static void showChart(ChartCard& card, render::Chart chart, const QString& title, const QString& sentence);
    void open(const QString& link);
    QString refusal(const QString& row, const QString& column, const QString& entry) const;
    void edit(const std::vector<CellChange>& changes);
    void editPrice();
    void chooseSupplier(int index);
    const stockpiles::Row* rowOf(const QString& id) const;

    NumberText m_numbers;
    stockpiles::Choice m_choice;
    std::vector<stockpiles::Row> m_rows;
    PageHead* m_head = nullptr;
    QToolButton* m_undo = nullptr;
    QWidget* m_bar = nullptr;
    Segment* m_rowsChoice = nullptr;
    QToolButton* m_all = nullptr;
    QToolButton* m_import = nullptr;
    QToolButton* m_export = nullptr;
    QWidget* m_priceField = nullptr;
    QLineEdit* m_price = nullptr;
    QComboBox* m_supplier = nullptr;
    Card* m_stocks = nullptr;
    TableView* m_table = nullptr;
    ChartCard* m_pooled = nullptr;
    ChartCard* m_gaps = nullptr;
    Card* m_practice = nullptr;
    TableView* m_practiceTable = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_body = nullptr;
    QGridLayout* m_grid = nullptr;
};

}  // namespace adit::ui
