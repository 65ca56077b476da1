// Outputs of facilities.
#include "core/index/assumed_control.h"
#include "core/workspace/replaced_facilities.h"
#include "ui/shell/input_cells.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace adit::ui {
namespace {

using workspace::Key;
using workspace::Quantity;

QString tr(const char* text) {
    return QCoreApplication::translate("InputTabs", text);
}

bool operates(const Facility& facility, MineralId mineral) {
    return facility.mineral == mineral && facility.status == inOperation;
}

std::vector<InputOption> mineralsWithFacilities(const InputSource& source, const Picked&) {
    return mineralsWhere(source, [&](MineralId mineral) {
        return std::ranges::any_of(source.baseline.facilities,
                                   [&](const Facility& facility) { return operates(facility, mineral); });
    });
}

// The latest year first: its output is the one that is shown.
QString yearsOf(const InputSource& source, const Facility& of) {
    std::set<int, std::greater<>> years;
    for (const Facility& facility : source.figures.facilities) {
        if (operates(facility, of.mineral) && facility.stage == of.stage && facility.name == of.name)
            years.insert(facility.year);
    }
    QStringList out;
    for (const int year : years)
        out << QString::number(year);
    return out.join(QStringLiteral(", "));
}

TableRow facilityRow(const InputSource& source, const Facility& facility) {
    const std::string detail = index::detailOf(facility);
    const workspace::Detail parts = workspace::detailOf(Quantity::facilityOutput, detail);
    InputFigure figure{.unit = Unit::tonnes};
    figure.value = workspace::publishedFacilityOutput(source.figures, facility.mineral, parts);
    figure.published = workspace::publishedFacilityOutput(source.baseline, facility.mineral, parts);
    figure.assumed = source.figures.assumedFor(Assumable::facilityOutput, EconomyId(), facility.mineral, detail);
    return {utf8(detail),
            {},
            {nameCell(facility.name), nameCell(std::string(id(facility.stage))),
             nameCell(source.figures[facility.economy].shortName), nameCell(yearsOf(source, facility).toStdString()),
             inputCell(source, figure)}};
}

InputTable facilitiesTable(const InputSource& source, const Picked& picked) {
    InputTable table;
    table.columns = {
        {QStringLiteral("facility"), tr("Facility"), CellKind::text, {}, true},
        {QStringLiteral("stage"), tr("Stage"), CellKind::text, {}, false},
        {QStringLiteral("economy"), tr("Economy"), CellKind::text, {}, false},
        {QStringLiteral("years"), tr("Years"), CellKind::text, tr("An output of yours stands for each"), false},
        {utf8(id(Quantity::facilityOutput)), tr("Output"), CellKind::number, {}, false}};
    const MineralId mineral = mineralOf(source.figures, picked, 0);
    std::set<std::string> seen;
    for (const Facility& facility : source.figures.facilities) {
        if (mineral.valid() && operates(facility, mineral) && seen.insert(index::detailOf(facility)).second)
            table.rows.push_back(facilityRow(source, facility));
    }
    sortByFirstCell(table.rows);
    return table;
}

}  // namespace

InputTab facilitiesTab() {
    return {QStringLiteral("facilities"),
            tr("Facilities"),
            tr("Tonnes a year of the mineral, in every year that lists the facility: who controls it controls them."),
            {{QStringLiteral("mineral"), tr("&Mineral"), mineralsWithFacilities}},
            facilitiesTable,
            [](const std::string& row, const std::string&, const Picked& picked) {
                return Key{Quantity::facilityOutput, {}, picked[0], row};
            }};
}

}  // namespace adit::ui
