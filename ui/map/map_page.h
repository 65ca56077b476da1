// Where does it come from, what reaches us? The map, the largest suppliers, concentration, the producers.
#pragma once

#include "ui/common/number_text.h"
#include "ui/common/page.h"
#include "ui/map/map_data.h"

class QComboBox;
class QToolButton;

namespace adit::ui {

class Card;
class ChartCard;
class PageHead;
class TableView;

namespace map {
class MapView;
}

class MapPage : public Page {
    Q_OBJECT
public:
    MapPage(ContextModel& model, const render::Theme& theme, QWidget* parent = nullptr);

    void show(const Context& context) override;
    void setTheme(const render::Theme& theme) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeHead(QLayout& column);
    void makeMap();
    void makeCharts();
    void makeTable();
    QToolButton* makeLayer(const QString& name, bool on);
    void showTicks();
    void showHead(const Context& context);
    void showMap(const Context& context);
    void showCharts(const Context& context);
    void showTable(const Context& context);
    void showSources(const Context& context);
    void showEmpty(const Context& context);
    void open(const QString& link);
    void select(const QString& code);

    NumberText m_numbers;
    map::MapOptions m_options;
    PageHead* m_head = nullptr;
    QComboBox* m_sources = nullptr;
    QToolButton* m_export = nullptr;
    QWidget* m_body = nullptr;
    Card* m_mapCard = nullptr;
    map::MapView* m_map = nullptr;
    QComboBox* m_metric = nullptr;
    QToolButton* m_flows = nullptr;
    QToolButton* m_measures = nullptr;
    ChartCard* m_suppliers = nullptr;
    ChartCard* m_strip = nullptr;
    Card* m_producers = nullptr;
    TableView* m_table = nullptr;
};

}  // namespace adit::ui
