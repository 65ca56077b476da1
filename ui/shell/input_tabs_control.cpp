// Stakes in facilities, shares of control, and what the United States' method takes of producers.
#include "core/index/assumed_control.h"
#include "core/workspace/replaced_control.h"
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

// ---- stakes ----

bool hasStakes(const InputSource& source, MineralId mineral) {
    return std::ranges::any_of(source.baseline.facilities, [&](const Facility& facility) {
        return facility.mineral == mineral && !index::stakesAt(source.baseline, facility).empty();
    });
}

std::vector<InputOption> mineralsWithStakes(const InputSource& source, const Picked&) {
    return mineralsWhere(source, [&](MineralId mineral) { return hasStakes(source, mineral); });
}

TableRow stakeRow(const InputSource& source, const Stake& stake) {
    const std::string detail = index::detailOf(stake);
    InputFigure figure;
    if (stake.equityPercent) figure.value = *stake.equityPercent / 100.0;
    figure.published = workspace::publishedStake(source.baseline, workspace::detailOf(Quantity::stake, detail));
    figure.assumed = source.figures.assumedFor(Assumable::stake, EconomyId(), MineralId(), detail);
    Cell economy = nameCell(stake.ownerEconomy.valid() ? source.figures[stake.ownerEconomy].shortName : std::string());
    if (stake.isOperator) economy.tooltip = tr("It operates the facility.");
    return {utf8(detail),
            {},
            {nameCell(stake.facility), nameCell(stake.owner), std::move(economy), inputCell(source, figure)}};
}

InputTable stakesTable(const InputSource& source, const Picked& picked) {
    InputTable table;
    table.columns = {{QStringLiteral("facility"), tr("Facility"), CellKind::text, {}, true},
                     {QStringLiteral("owner"), tr("Owner"), CellKind::text, {}, true},
                     {QStringLiteral("economy"), tr("Owner’s economy"), CellKind::text, {}, false},
                     {utf8(id(Quantity::stake)), tr("Stake"), CellKind::number, {}, false}};
    const MineralId mineral = mineralOf(source.figures, picked, 0);
    std::set<std::string> seen;
    for (const Facility& facility : source.figures.facilities) {
        if (!mineral.valid() || facility.mineral != mineral) continue;
        for (const Stake* stake : index::stakesAt(source.figures, facility))
            if (seen.insert(index::detailOf(*stake)).second) table.rows.push_back(stakeRow(source, *stake));
    }
    sortByFirstCell(table.rows);
    return table;
}

// ---- control of a host's output ----

std::vector<InputOption> mineralsWithOutput(const InputSource& source, const Picked&) {
    return mineralsWhere(source, [&](MineralId mineral) { return !source.figures.stagesOf(mineral).empty(); });
}

// "mine/2023": the latest first.
std::vector<InputOption> placesOf(const InputSource& source, const Picked& before) {
    std::vector<InputOption> options;
    const MineralId mineral = mineralOf(source.figures, before, 0);
    if (!mineral.valid()) return options;
    for (const Stage stage : source.figures.stagesOf(mineral)) {
        std::vector<int> years = source.figures.yearsOf(mineral, stage);
        std::ranges::reverse(years);
        for (const int year : years)
            options.push_back({std::string(id(stage)) + '/' + std::to_string(year),
                               tr("%1, %2").arg(utf8(id(stage)), QString::number(year))});
    }
    return options;
}

std::vector<InputOption> controllers(const InputSource& source, const Picked&) {
    std::vector<InputOption> options = economies(source);
    std::ranges::stable_partition(options, [](const InputOption& option) { return option.id == "CHN"; });
    return options;
}

Cell controlCell(const InputSource& source, const Picked& picked, EconomyId host) {
    const std::string detail = picked[1] + '/' + picked[2];
    const workspace::Detail parts = workspace::detailOf(Quantity::controlShare, detail);
    const MineralId mineral = mineralOf(source.figures, picked, 0);
    InputFigure figure;
    figure.value = workspace::publishedControl(source.figures, host, mineral, parts);
    figure.published = workspace::publishedControl(source.baseline, host, mineral, parts);
    figure.assumed = source.figures.assumedFor(Assumable::controlShare, host, mineral, detail);
    return inputCell(source, figure);
}

InputTable controlTable(const InputSource& source, const Picked& picked) {
    InputTable table;
    table.columns = {{QStringLiteral("name"), tr("Host"), CellKind::text, {}, true},
                     {utf8(id(Quantity::controlShare)), tr("Part of its output"), CellKind::number, {}, false}};
    if (picked.size() < 3) return table;
    const workspace::Detail place = workspace::detailOf(Quantity::production, picked[1]);
    if (!place.stage || !place.year) return table;
    index::Query query;
    query.data = &source.figures;
    query.mineral = mineralOf(source.figures, picked, 0);
    query.stage = *place.stage;
    query.year = *place.year;
    const auto market = index::market(query);
    if (!market) return table;
    std::vector<RankedRow> ranked;
    for (const index::Holder& holder : market->holders) {
        const Economy& host = source.figures[holder.economy];
        ranked.push_back(
            {{utf8(host.code), {}, {nameCell(host.shortName), controlCell(source, picked, holder.economy)}},
             holder.tonnes});
    }
    table.rows = bySize(std::move(ranked));
    return table;
}

// ---- the United States' method ----

Cell ratedCell(const InputSource& source, Assumable what, EconomyId economy) {
    InputFigure figure;
    figure.assumed = source.figures.assumedFor(what, economy, MineralId());
    if (figure.assumed != nullptr) figure.value = figure.assumed->central;
    return inputCell(source, figure);
}

InputTable suppliersTable(const InputSource& source, const Picked&) {
    const QString open = tr("None is published: anything from 0 to 1 stands in");
    InputTable table;
    table.columns = {{QStringLiteral("name"), tr("Economy"), CellKind::text, {}, true},
                     {utf8(id(Quantity::inability)), tr("Inability to supply"), CellKind::number, open, false},
                     {utf8(id(Quantity::unwillingness)), tr("Unwillingness to supply"), CellKind::number, open, false}};
    for (const InputOption& economy : economies(source)) {
        const EconomyId of = economyOf(source.figures, economy.id);
        table.rows.push_back({utf8(economy.id),
                              {},
                              {nameCell(economy.name.toStdString()), ratedCell(source, Assumable::inability, of),
                               ratedCell(source, Assumable::unwillingness, of)}});
    }
    return table;
}

}  // namespace

InputTab stakesTab() {
    return {QStringLiteral("stakes"),
            tr("Stakes"),
            tr("Equity in a facility, from 0 to 1; the others make room where it leaves them too little."),
            {{QStringLiteral("mineral"), tr("&Mineral"), mineralsWithStakes}},
            stakesTable,
            [](const std::string& row, const std::string&, const Picked&) {
                return Key{Quantity::stake, {}, {}, row};
            }};
}

InputTab controlTab() {
    return {QStringLiteral("control"),
            tr("Control"),
            tr("How much of a host’s output an economy’s firms control, where its facilities do not say it."),
            {{QStringLiteral("mineral"), tr("&Mineral"), mineralsWithOutput},
             {QStringLiteral("place"), tr("&Stage and year"), placesOf},
             {QStringLiteral("controller"), tr("&Controlled by"), controllers}},
            controlTable,
            [](const std::string& row, const std::string&, const Picked& picked) {
                return Key{Quantity::controlShare, row, picked[0], picked[1] + '/' + picked[2]};
            }};
}

InputTab suppliersTab() {
    return {QStringLiteral("suppliers"),
            tr("Producers, US method"),
            tr("From 0, able and willing to supply, to 1, unable and unwilling."),
            {},
            suppliersTable,
            [](const std::string& row, const std::string& column, const Picked&) {
                return Key{*workspace::quantityFrom(column), row, {}, {}};
            }};
}

}  // namespace adit::ui
