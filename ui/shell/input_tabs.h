// What can be assumed in tables: for each kind of input its rows, columns and what is chosen above them, as values that
// a tab of the dialog shows. The figures come from the dataset with the workspace laid over it.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/assumption.h"
#include "ui/common/number_text.h"
#include "ui/common/table_view.h"

#include <functional>
#include <utility>
#include <vector>

namespace adit::ui {

struct InputSource {
    const Dataset& figures;
    const Dataset& baseline;
    const NumberText& numbers;
};

// By the fields of a tab, in their order: the id of what is chosen in each; empty where there is nothing to choose.
using Picked = std::vector<std::string>;

struct InputOption {
    std::string id;
    QString name;
};

// What a table is of, such as a mineral; its options may hang on the fields before it.
struct InputField {
    QString id;     // "mineral"
    QString label;  // "&Mineral"
    std::function<std::vector<InputOption>(const InputSource&, const Picked& before)> options;
};

struct InputTable {
    std::vector<Column> columns;
    std::vector<TableRow> rows;
};

struct InputTab {
    QString id;  // "reserves"
    QString title;
    QString hint;
    std::vector<InputField> fields;
    std::function<InputTable(const InputSource&, const Picked&)> table;
    // Of an editable cell; complete, so that nothing but its figure is edited.
    std::function<workspace::Key(const std::string& row, const std::string& column, const Picked&)> key;
};

InputTab governanceTab();
InputTab recyclingTab();
InputTab reservesTab();
InputTab relianceTab();
InputTab sharesTab();
InputTab tradeValueTab();
InputTab facilitiesTab();
InputTab stakesTab();
InputTab controlTab();
InputTab suppliersTab();
InputTab studiesTab();

// In the order of the screen.
std::vector<InputTab> inputTabs();

}  // namespace adit::ui
