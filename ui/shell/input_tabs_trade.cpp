// Imports by value.
#include "core/consumer/trade.h"
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

std::optional<consumer::PartnerFlows> flowsAt(const Dataset& data, EconomyId importer, MineralId mineral, Stage stage,
                                              int year) {
    // An own bloc is in no baseline.
    if (!importer.valid() || importer.index() >= data.economies.size()) return std::nullopt;
    return consumer::importsOf({&data, importer, mineral, stage, year}, consumer::Measured::value);
}

// Of importers and minerals with a flow that could be set.
bool isFlow(const TradeTable& t, std::size_t row) {
    return t.mineral[row].valid() && t.usd[row] > 0.0 && t.importer[row] != t.exporter[row] && consumer::counts(t, row);
}

// A bloc is one as soon as a member is.
std::vector<InputOption> importers(const InputSource& source, const Picked&) {
    const TradeTable& t = source.baseline.trade;
    std::set<EconomyId> seen;
    for (std::size_t row = 0; row < t.size(); ++row) {
        if (isFlow(t, row)) seen.insert(t.importer[row]);
    }
    std::vector<InputOption> options;
    for (std::size_t i = 0; i < source.figures.economies.size(); ++i) {
        const Economy& economy = source.figures.economies[i];
        const bool isBloc = economy.kind == EconomyKind::bloc;
        if (economy.kind == EconomyKind::economy ? seen.contains(EconomyId(i)) : isBloc)
            options.push_back({economy.code, utf8(economy.shortName)});
    }
    sortByName(options);
    std::ranges::stable_partition(options, [](const InputOption& option) { return option.id == "EU27"; });
    return options;
}

// "refine/2023": the latest first.
std::vector<InputOption> periods(const InputSource& source, EconomyId importer, MineralId mineral) {
    std::vector<InputOption> options;
    for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
        for (const consumer::TradeYear& year : consumer::allTradeYears(source.figures, mineral, stage)) {
            if (!flowsAt(source.figures, importer, mineral, stage, year.year)) continue;
            options.push_back({std::string(id(stage)) + '/' + std::to_string(year.year),
                               tr("%1, %2").arg(utf8(id(stage)), QString::number(year.year))});
        }
    }
    return options;
}

std::vector<InputOption> mineralsOfImporter(const InputSource& source, const Picked& before) {
    const EconomyId importer = economyOf(source.figures, before.front());
    return mineralsWhere(source, [&](MineralId mineral) { return !periods(source, importer, mineral).empty(); });
}

std::vector<InputOption> periodsOf(const InputSource& source, const Picked& before) {
    const MineralId mineral = mineralOf(source.figures, before, 1);
    if (!mineral.valid()) return {};
    return periods(source, economyOf(source.figures, before.front()), mineral);
}

std::optional<double> valueFrom(const std::optional<consumer::PartnerFlows>& flows, EconomyId partner) {
    if (!flows) return std::nullopt;
    const auto found = std::ranges::find(flows->imports, partner, &chain::Flow::from);
    return found == flows->imports.end() ? std::nullopt : std::optional(found->tonnes);
}

InputTable tradeTable(const InputSource& source, const Picked& picked) {
    InputTable table;
    table.columns = {{QStringLiteral("name"), tr("From"), CellKind::text, {}, true},
                     {utf8(id(Quantity::tradeValue)), tr("US dollars a year"), CellKind::number, {}, false}};
    if (picked.size() < 3) return table;
    const EconomyId importer = economyOf(source.figures, picked[0]);
    const MineralId mineral = mineralOf(source.figures, picked, 1);
    const workspace::Detail place = workspace::detailOf(Quantity::exports, picked[2]);
    if (!mineral.valid() || !place.stage || !place.year) return table;
    const auto now = flowsAt(source.figures, importer, mineral, *place.stage, *place.year);
    const auto before = flowsAt(source.baseline, importer, mineral, *place.stage, *place.year);
    std::vector<RankedRow> ranked;
    for (const InputOption& economy : economies(source)) {
        const EconomyId of = economyOf(source.figures, economy.id);
        if (of == importer || source.figures.isMember(of, importer, *place.year)) continue;
        InputFigure figure{.value = valueFrom(now, of), .published = valueFrom(before, of), .unit = Unit::usd};
        figure.assumed =
            source.figures.assumedFor(Assumable::tradeValue, importer, mineral, picked[2] + '/' + economy.id);
        ranked.push_back({{utf8(economy.id), {}, {nameCell(economy.name.toStdString()), inputCell(source, figure)}},
                          figure.published});
    }
    table.rows = bySize(std::move(ranked));
    return table;
}

}  // namespace

InputTab tradeValueTab() {
    return {QStringLiteral("tradeValue"),
            tr("Trade by value"),
            tr("Imports as the screens of dependency read them, and whatever else has no mass to go by."),
            {{QStringLiteral("importer"), tr("&Imports of"), importers},
             {QStringLiteral("mineral"), tr("&Mineral"), mineralsOfImporter},
             {QStringLiteral("period"), tr("&Stage and year"), periodsOf}},
            tradeTable,
            [](const std::string& row, const std::string&, const Picked& picked) {
                return Key{Quantity::tradeValue, picked[0], picked[1], picked[2] + '/' + row};
            }};
}

}  // namespace adit::ui
