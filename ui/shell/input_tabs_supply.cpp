// Reserves, net import reliance and published shares of supply.
#include "core/consumer/net_reliance.h"
#include "core/consumer/published_shares.h"
#include "core/consumer/reserves.h"
#include "ui/shell/input_cells.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>

namespace adit::ui {
namespace {

using workspace::Key;
using workspace::Quantity;

constexpr int latest = std::numeric_limits<int>::max();

QString tr(const char* text) {
    return QCoreApplication::translate("InputTabs", text);
}

Column figureColumn(Quantity quantity, const QString& title) {
    return {utf8(id(quantity)), title, CellKind::number, {}, false};
}

InputField mineralField(std::function<bool(const InputSource&, MineralId)> isThere) {
    return {QStringLiteral("mineral"), tr("&Mineral"),
            [isThere = std::move(isThere)](const InputSource& source, const Picked&) {
                return mineralsWhere(source, [&](MineralId mineral) { return isThere(source, mineral); });
            }};
}

// ---- reserves ----

bool hasReserves(const InputSource& source, MineralId mineral) {
    return std::ranges::any_of(source.baseline.reserves, [&](const ReserveRow& row) { return row.mineral == mineral; });
}

std::vector<InputOption> reserveYears(const InputSource& source, const Picked& before) {
    std::set<int, std::greater<>> years;
    for (const ReserveRow& row : source.baseline.reserves) {
        if (row.mineral == mineralOf(source.baseline, before, 0)) years.insert(row.year);
    }
    std::vector<InputOption> options;
    for (const int year : years)
        options.push_back({std::to_string(year), QString::number(year)});
    return options;
}

const ReserveRow* reservesOf(const std::vector<const ReserveRow*>& rows, EconomyId economy) {
    const auto found = std::ranges::find(rows, economy, &ReserveRow::economy);
    return found == rows.end() ? nullptr : *found;
}

InputTable reservesTable(const InputSource& source, const Picked& picked) {
    InputTable table;
    table.columns = {{QStringLiteral("name"), tr("Economy"), CellKind::text, {}, true},
                     figureColumn(Quantity::reserves, tr("Reserves"))};
    const MineralId mineral = mineralOf(source.figures, picked, 0);
    if (!mineral.valid() || picked.size() < 2) return table;
    const auto rows = consumer::reservesAt(source.figures, mineral, std::atoi(picked[1].c_str()));
    const auto before = consumer::reservesAt(source.baseline, mineral, std::atoi(picked[1].c_str()));
    std::vector<RankedRow> ranked;
    for (const InputOption& economy : economies(source)) {
        const EconomyId of = economyOf(source.figures, economy.id);
        InputFigure figure{.unit = Unit::tonnes};
        const ReserveRow* row = reservesOf(rows, of);
        const ReserveRow* published = reservesOf(before, of);
        if (row != nullptr) figure.value = row->tonnes;
        if (row != nullptr && row->bound != 0) figure.bound = QLatin1Char(row->bound);
        if (published != nullptr) figure.published = published->tonnes;
        if (row != nullptr && row->assumed)
            figure.assumed = source.figures.assumedFor(Assumable::reserves, of, mineral, picked[1]);
        ranked.push_back({{utf8(economy.id), {}, {nameCell(economy.name.toStdString()), inputCell(source, figure)}},
                          figure.published});
    }
    table.rows = bySize(std::move(ranked));
    return table;
}

// ---- net import reliance ----

bool hasStages(const InputSource& source, MineralId mineral) {
    return !source.figures.stagesOf(mineral).empty();
}

// None is published.
Cell vulnerabilityCell(const InputSource& source, EconomyId economy, MineralId mineral) {
    InputFigure figure;
    figure.assumed = source.figures.assumedFor(Assumable::economicVulnerability, economy, mineral);
    if (figure.assumed != nullptr) figure.value = figure.assumed->central;
    return inputCell(source, figure);
}

InputTable relianceTable(const InputSource& source, const Picked& picked) {
    InputTable table;
    table.columns = {{QStringLiteral("name"), tr("Economy or bloc"), CellKind::text, {}, true},
                     figureColumn(Quantity::netImportReliance, tr("Net import reliance")),
                     figureColumn(Quantity::economicVulnerability, tr("Economic vulnerability, US method"))};
    const MineralId mineral = mineralOf(source.figures, picked, 0);
    if (!mineral.valid()) return table;
    std::vector<RankedRow> ranked;
    for (std::size_t i = 0; i < source.figures.economies.size(); ++i) {
        const EconomyId of(i);
        const Economy& economy = source.figures[of];
        if (economy.kind == EconomyKind::aggregate) continue;
        InputFigure figure;
        figure.published = consumer::publishedReliance(source.baseline, of, mineral, latest);
        figure.assumed = source.figures.assumedFor(Assumable::netImportReliance, of, mineral);
        figure.value = figure.assumed != nullptr ? std::optional(figure.assumed->central) : figure.published;
        ranked.push_back(
            {{utf8(economy.code),
              {},
              {nameCell(economy.shortName), inputCell(source, figure), vulnerabilityCell(source, of, mineral)}},
             figure.published});
    }
    table.rows = bySize(std::move(ranked));
    return table;
}

// ---- shares of supply ----

std::vector<InputOption> importers(const InputSource& source, const Picked&) {
    std::set<EconomyId> seen;
    for (const SupplierShare& row : source.baseline.shares)
        seen.insert(row.importer);
    std::vector<InputOption> options;
    for (const EconomyId importer : seen)
        options.push_back({source.figures[importer].code, utf8(source.figures[importer].shortName)});
    sortByName(options);
    // The Union's are those of the studies.
    std::ranges::stable_partition(options, [](const InputOption& option) { return option.id == "EU27"; });
    return options;
}

std::vector<InputOption> mineralsOfImporter(const InputSource& source, const Picked& before) {
    const EconomyId importer = economyOf(source.baseline, before.front());
    return mineralsWhere(source, [&](MineralId mineral) {
        return std::ranges::any_of(source.baseline.shares, [&](const SupplierShare& row) {
            return row.importer == importer && row.mineral == mineral;
        });
    });
}

// "refine/2020": the stage and the last year, the latest first.
std::vector<InputOption> periodsOf(const InputSource& source, const Picked& before) {
    const EconomyId importer = economyOf(source.baseline, before.front());
    const MineralId mineral = mineralOf(source.baseline, before, 1);
    std::vector<InputOption> options;
    for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
        for (const auto& shares : consumer::publishedShares({&source.baseline, importer, mineral, stage, latest})) {
            const std::string period = std::string(id(stage)) + '/' + std::to_string(shares.to());
            const bool isNew = std::ranges::find(options, period, &InputOption::id) == options.end();
            if (!isNew) continue;
            options.push_back(
                {period, tr("%1, %2").arg(utf8(id(stage)), source.numbers.period(shares.from(), shares.to()))});
        }
    }
    return options;
}

// The publication of the period that is used first, which an assumption stands in.
std::optional<consumer::PublishedShares> sharesAt(const Dataset& data, const Picked& picked) {
    const workspace::Detail detail = workspace::detailOf(Quantity::supplyShare, picked[2] + "/-");
    const MineralId mineral = mineralOf(data, picked, 1);
    if (!detail.stage || !detail.year || !mineral.valid()) return std::nullopt;
    for (auto& shares :
         consumer::publishedShares({&data, economyOf(data, picked[0]), mineral, *detail.stage, *detail.year}))
        if (shares.to() == *detail.year) return std::move(shares);
    return std::nullopt;
}

const SupplierShare* shareOf(const std::optional<consumer::PublishedShares>& shares, EconomyId supplier) {
    if (!shares) return nullptr;
    const auto found = std::ranges::find(shares->rows, supplier, &SupplierShare::supplier);
    return found == shares->rows.end() ? nullptr : *found;
}

std::optional<double> fractionOf(const SupplierShare* row) {
    return row != nullptr && row->percent ? std::optional(*row->percent / 100.0) : std::nullopt;
}

InputTable sharesTable(const InputSource& source, const Picked& picked) {
    InputTable table;
    table.columns = {{QStringLiteral("name"), tr("Supplier"), CellKind::text, {}, true},
                     figureColumn(Quantity::supplyShare, tr("Share of supply"))};
    if (picked.size() < 3) return table;
    const auto now = sharesAt(source.figures, picked);
    const auto before = sharesAt(source.baseline, picked);
    const EconomyId importer = economyOf(source.figures, picked[0]);
    const MineralId mineral = mineralOf(source.figures, picked, 1);
    std::vector<RankedRow> ranked;
    for (const InputOption& economy : economies(source)) {
        const EconomyId of = economyOf(source.figures, economy.id);
        const SupplierShare* row = shareOf(now, of);
        InputFigure figure{.value = fractionOf(row), .published = fractionOf(shareOf(before, of)), .decimals = 3};
        if (row != nullptr && !row->percent && row->below)
            figure.bound = QLatin1Char('<') + source.numbers.fixed(*row->below / 100.0, 3);
        figure.assumed =
            source.figures.assumedFor(Assumable::supplyShare, importer, mineral, picked[2] + '/' + economy.id);
        ranked.push_back({{utf8(economy.id), {}, {nameCell(economy.name.toStdString()), inputCell(source, figure)}},
                          figure.published});
    }
    table.rows = bySize(std::move(ranked));
    return table;
}

}  // namespace

InputTab reservesTab() {
    return {QStringLiteral("reserves"),
            tr("Reserves"),
            tr("Tonnes of the basis that the publication gives."),
            {mineralField(hasReserves), {QStringLiteral("year"), tr("&Year"), reserveYears}},
            reservesTable,
            [](const std::string& row, const std::string&, const Picked& picked) {
                return Key{Quantity::reserves, row, picked[0], picked[1]};
            }};
}

InputTab relianceTab() {
    return {
        QStringLiteral("reliance"),
        tr("Import reliance"),
        tr("Net imports over consumption, of every year: 1 is all of it, below 0 a net exporter. How vulnerable the "
           "using industries are, from 0 to 1."),
        {mineralField(hasStages)},
        relianceTable,
        [](const std::string& row, const std::string& column, const Picked& picked) {
            return Key{*workspace::quantityFrom(column), row, picked[0], {}};
        }};
}

InputTab sharesTab() {
    return {QStringLiteral("shares"),
            tr("Shares of supply"),
            tr("Published shares, such as the EU’s studies take; the others keep their proportions."),
            {{QStringLiteral("importer"), tr("&Supply to"), importers},
             {QStringLiteral("mineral"), tr("&Mineral"), mineralsOfImporter},
             {QStringLiteral("period"), tr("&Period"), periodsOf}},
            sharesTable,
            [](const std::string& row, const std::string&, const Picked& picked) {
                return Key{Quantity::supplyShare, picked[0], picked[1], picked[2] + '/' + row};
            }};
}

}  // namespace adit::ui
