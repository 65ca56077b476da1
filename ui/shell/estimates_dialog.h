// Governance of economies, recycling and substitution of minerals as the user assumes them: published figures in tables
// that are edited in place. Each change is a step of undo.
#pragma once

#include "ui/common/number_text.h"
#include "ui/common/table_view.h"
#include "ui/common/workspace_model.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QTabWidget;

namespace adit::ui {

class EstimatesDialog : public QDialog {
    Q_OBJECT

public:
    explicit EstimatesDialog(WorkspaceModel& workspace, QWidget* parent = nullptr);

private:
    using KeyOf = workspace::Key (EstimatesDialog::*)(const CellChange& change) const;
    void makeLayout();
    TableView* makeTable(const QString& name, const QString& title, Unit unit, KeyOf keyOf);
    void listYears();
    void fill();
    void showEconomies();
    void showMinerals();
    Cell estimateCell(EconomyId economy, Dimension dimension) const;
    Cell rateCell(MineralId mineral, Assumable what, const std::optional<double>& published) const;
    Cell cellOf(const std::optional<double>& value, const Assumed* assumed,
                const std::optional<double>& published) const;
    workspace::Key estimateKey(const CellChange& change) const;
    workspace::Key rateKey(const CellChange& change) const;
    void edit(const std::vector<CellChange>& changes, Unit unit, KeyOf keyOf);
    int year() const;

    WorkspaceModel* m_workspace;
    NumberText m_numbers;
    QComboBox* m_years = nullptr;
    TableView* m_economies = nullptr;
    TableView* m_minerals = nullptr;
    QLabel* m_refusal = nullptr;
};

}  // namespace adit::ui
