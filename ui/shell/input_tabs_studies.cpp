// What studies found of a mineral for the one economy or bloc that they are about.
#include "core/consumer/published_importance.h"
#include "core/consumer/published_loss.h"
#include "ui/shell/input_cells.h"

#include <QCoreApplication>

#include <limits>

namespace adit::ui {
namespace {

using workspace::Key;
using workspace::Quantity;

QString tr(const char* text) {
    return QCoreApplication::translate("InputTabs", text);
}

constexpr int latest = std::numeric_limits<int>::max();

Cell studyCell(const InputSource& source, Quantity what, MineralId mineral, const PublishedResult* published,
               InputFigure figure) {
    if (published != nullptr) figure.published = published->value;
    const EconomyId of = economyOf(source.figures, std::string(traitsOf(what).onlyOf));
    if (of.valid()) figure.assumed = source.figures.assumedFor(what, of, mineral);
    figure.value = figure.assumed != nullptr ? std::optional(figure.assumed->central) : figure.published;
    if (figure.assumed != nullptr || published == nullptr) figure.bound.clear();
    return inputCell(source, figure);
}

InputTable studiesTable(const InputSource& source, const Picked&) {
    InputTable table;
    table.columns = {{QStringLiteral("name"), tr("Mineral"), CellKind::text, {}, true},
                     {utf8(id(Quantity::economicImportance)), tr("Economic importance, EU method"), CellKind::number,
                      tr("Of the European Union, from 0 to 10"), false},
                     {utf8(id(Quantity::expectedLoss)), tr("Expected loss of GDP, US method"), CellKind::number,
                      tr("Of the United States, US dollars; a lower bound is all that is published"), false}};
    const Dataset& figures = source.figures;
    for (const MineralId mineral : mineralsWithFigures(figures)) {
        table.rows.push_back(
            {utf8(figures[mineral].slug),
             {},
             {nameCell(figures[mineral].name),
              studyCell(source, Quantity::economicImportance, mineral,
                        consumer::publishedImportance(figures, mineral, latest), {.decimals = 1}),
              studyCell(source, Quantity::expectedLoss, mineral, consumer::publishedLoss(figures, mineral),
                        {.unit = Unit::usd, .bound = QStringLiteral(">")})}});
    }
    return table;
}

}  // namespace

InputTab studiesTab() {
    return {QStringLiteral("studies"),
            tr("Studies"),
            tr("What the studies of the European Union and the United States found, of every year."),
            {},
            studiesTable,
            [](const std::string& row, const std::string& column, const Picked&) {
                const Quantity what = *workspace::quantityFrom(column);
                return Key{what, std::string(traitsOf(what).onlyOf), row, {}};
            }};
}

}  // namespace adit::ui
