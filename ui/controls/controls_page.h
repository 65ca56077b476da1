// What is in force against us? Exposure at a date, the register on a time line and as a table, hypothetical measures,
// and how hard each kind is judged to bite.
#pragma once

#include "ui/common/number_text.h"
#include "ui/common/page.h"
#include "ui/controls/controls_data.h"

class QComboBox;
class QDateEdit;
class QLineEdit;
class QScrollArea;
class QSlider;
class QToolButton;

namespace adit::ui {

class Card;
class ChartCard;
class PageHead;
class Segment;
class TableView;
struct CellChange;

class ControlsPage : public Page {
    Q_OBJECT
public:
    ControlsPage(ContextModel& model, const render::Theme& theme, QWidget* parent = nullptr);

    void show(const Context& context) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeHead();
    void makeCharts();
    QWidget* makeDate();
    void makeRegister();
    QWidget* makeFilters();
    void makeSeverities();
    void makeLayout();
    void showHead(const Setting& setting, const std::vector<measures::Exposed>& exposed);
    void showFilters(const Setting& setting);
    void showTables(const Setting& setting);
    void open(const QString& link);
    void filter();
    void setDay(const QDate& day);
    void addMeasure();
    void copyMeasure();
    void changeMeasure();
    void removeMeasure();
    void edit(const workspace::OwnMeasure& measure);
    void editSeverities(const std::vector<CellChange>& changes);
    const Measure* selected() const;
    void followSelection();

    NumberText m_numbers;
    measures::Whose m_whose = measures::Whose::consumer;
    measures::Filter m_filter;
    bool m_filling = false;
    PageHead* m_head = nullptr;
    Segment* m_whoseChoice = nullptr;
    ChartCard* m_exposure = nullptr;
    ChartCard* m_timeLine = nullptr;
    QSlider* m_slider = nullptr;
    QDateEdit* m_date = nullptr;
    Card* m_register = nullptr;
    TableView* m_table = nullptr;
    QLineEdit* m_text = nullptr;
    QComboBox* m_imposer = nullptr;
    QComboBox* m_mineral = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_state = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_change = nullptr;
    QToolButton* m_remove = nullptr;
    Card* m_severities = nullptr;
    TableView* m_severityTable = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_body = nullptr;
};

}  // namespace adit::ui
