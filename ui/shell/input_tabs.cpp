#include "ui/shell/input_tabs.h"

#include "core/consumer/recycling.h"
#include "core/governance/at.h"
#include "ui/shell/input_cells.h"

#include <QCoreApplication>

#include <array>
#include <cstdlib>
#include <set>

namespace adit::ui {
namespace {

using workspace::Key;
using workspace::Quantity;

QString tr(const char* text) {
    return QCoreApplication::translate("InputTabs", text);
}

constexpr std::array singleDimensions{Dimension::cc, Dimension::ge, Dimension::pv,
                                      Dimension::rl, Dimension::rq, Dimension::va};

QString capital(std::string_view words) {
    QString out = utf8(words);
    out[0] = out[0].toUpper();
    return out;
}

// ---- governance ----

// Those of the single dimensions, the latest first.
std::vector<InputOption> governanceYears(const InputSource& source, const Picked&) {
    std::set<int, std::greater<>> years;
    for (const GovernanceRow& row : source.baseline.governance) {
        if (row.dimension != Dimension::mean6) years.insert(row.year);
    }
    std::vector<InputOption> options;
    for (const int year : years)
        options.push_back({std::to_string(year), QString::number(year)});
    return options;
}

Cell estimateCell(const InputSource& source, EconomyId economy, Dimension dimension, int year) {
    const GovernanceRow* row = source.figures.governanceAt(economy, dimension, year);
    if (row == nullptr || row->year != year) return inputCell(source, {});
    InputFigure figure{.value = row->estimate, .published = row->estimate};
    const std::string detail = std::string(id(dimension)) + '/' + std::to_string(year);
    figure.assumed = source.figures.assumedFor(Assumable::governance, economy, MineralId(), detail);
    if (row->assumed) figure.published = row->assumed->published;
    return inputCell(source, figure);
}

InputTable governanceTable(const InputSource& source, const Picked& picked) {
    InputTable table;
    table.columns = {{QStringLiteral("name"), tr("Economy"), CellKind::text, {}, true}};
    for (const Dimension dimension : singleDimensions)
        table.columns.push_back(
            {utf8(id(dimension)), capital(governance::nameOf(dimension)), CellKind::number, {}, false});
    const int year = std::atoi(picked.front().c_str());
    for (const InputOption& economy : economies(source)) {
        TableRow row;
        row.id = utf8(economy.id);
        row.cells = {nameCell(economy.name.toStdString())};
        for (const Dimension dimension : singleDimensions)
            row.cells.push_back(estimateCell(source, economyOf(source.figures, economy.id), dimension, year));
        table.rows.push_back(std::move(row));
    }
    return table;
}

// ---- recycling and substitution ----

Cell rateCell(const InputSource& source, MineralId mineral, Assumable what, const std::optional<double>& published) {
    const Assumed* assumed = source.figures.assumedFor(what, EconomyId(), mineral);
    InputFigure figure{.value = published, .published = published};
    if (assumed != nullptr) figure.value = assumed->central;
    figure.assumed = assumed;
    return inputCell(source, figure);
}

InputTable recyclingTable(const InputSource& source, const Picked&) {
    InputTable table;
    table.columns = {{QStringLiteral("name"), tr("Mineral"), CellKind::text, {}, true},
                     {utf8(id(Quantity::recyclingRate)), tr("Recycling rate"), CellKind::number,
                      tr("End-of-life recycling input rate"), false},
                     {utf8(id(Quantity::substitutionIndex)), tr("Substitution index"), CellKind::number,
                      tr("None is published: 1 stands in"), false}};
    const Dataset& figures = source.figures;
    for (const MineralId mineral : mineralsWithFigures(figures)) {
        TableRow row;
        row.id = utf8(figures[mineral].slug);
        row.cells = {
            nameCell(figures[mineral].name),
            rateCell(source, mineral, Assumable::recyclingRate, consumer::publishedRecycling(figures, mineral)),
            rateCell(source, mineral, Assumable::substitutionIndex, std::nullopt)};
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

InputTab governanceTab() {
    return {QStringLiteral("governance"),
            tr("Governance"),
            tr("World Bank’s estimates, from about −2.5 (weak) to 2.5 (strong)."),
            {{QStringLiteral("year"), tr("&Year"), governanceYears}},
            governanceTable,
            [](const std::string& row, const std::string& column, const Picked& picked) {
                return Key{Quantity::governance, row, {}, column + '/' + picked.front()};
            }};
}

InputTab recyclingTab() {
    return {QStringLiteral("recycling"),
            tr("Recycling and substitution"),
            tr("Shares from 0 to 1; a substitution index of 1 is no substitute."),
            {},
            recyclingTable,
            [](const std::string& row, const std::string& column, const Picked&) {
                return Key{*workspace::quantityFrom(column), {}, row, {}};
            }};
}

std::vector<InputTab> inputTabs() {
    return {governanceTab(), recyclingTab(), reservesTab(), relianceTab(),  sharesTab(), tradeValueTab(),
            facilitiesTab(), stakesTab(),    controlTab(),  suppliersTab(), studiesTab()};
}

}  // namespace adit::ui
