#include "ui/shell/input_cells.h"

#include "ui/common/quantity_entry.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("InputTabs", text);
}

QString numberOf(const InputSource& source, double x, const InputFigure& figure) {
    if (figure.unit == Unit::usd) return source.numbers.fixed(x, 0);
    return figure.unit == Unit::tonnes ? source.numbers.mass(x) : source.numbers.fixed(x, figure.decimals);
}

void addAssumption(const InputSource& source, const InputFigure& figure, Cell& cell) {
    const Assumed& assumed = *figure.assumed;
    cell.state = State::assumed;
    cell.entry = writeQuantity(assumed.central, assumed.bounds, source.numbers.locale());
    cell.tooltip = tr("Yours; published: %1. Del returns to it.")
                       .arg(figure.published ? numberOf(source, *figure.published, figure) : tr("nothing"));
    if (!assumed.bounds.exact()) {
        cell.tooltip =
            tr("From %1 to %2. ")
                .arg(numberOf(source, assumed.bounds.lo, figure), numberOf(source, assumed.bounds.hi, figure)) +
            cell.tooltip;
    }
    if (!assumed.note.empty()) cell.tooltip += QLatin1Char('\n') + utf8(assumed.note);
}

}  // namespace

Cell nameCell(const std::string& name) {
    Cell cell;
    cell.text = utf8(name);
    return cell;
}

Cell inputCell(const InputSource& source, const InputFigure& figure) {
    Cell cell;
    cell.editable = true;
    cell.sort = figure.value;
    cell.state = figure.value ? State::known : State::unknown;
    cell.text = figure.value ? figure.bound + numberOf(source, *figure.value, figure) : stateText(State::unknown);
    if (figure.value) cell.entry = writeQuantity(*figure.value, std::nullopt, source.numbers.locale());
    if (!figure.value && !figure.bound.isEmpty()) cell.text = figure.bound;
    if (figure.assumed != nullptr) {
        addAssumption(source, figure, cell);
    } else if (figure.value != figure.published && figure.published) {
        cell.tooltip =
            tr("What others of yours leave it; published: %1").arg(numberOf(source, *figure.published, figure));
    }
    return cell;
}

void sortByName(std::vector<InputOption>& options) {
    std::stable_sort(options.begin(), options.end(), [](const InputOption& x, const InputOption& y) {
        return QString::localeAwareCompare(x.name, y.name) < 0;
    });
}

std::vector<InputOption> mineralsWhere(const InputSource& source, const std::function<bool(MineralId)>& isThere) {
    std::vector<InputOption> options;
    for (std::size_t i = 0; i < source.figures.minerals.size(); ++i) {
        if (isThere(MineralId(i)))
            options.push_back({source.figures.minerals[i].slug, utf8(source.figures.minerals[i].name)});
    }
    sortByName(options);
    return options;
}

std::vector<InputOption> economies(const InputSource& source) {
    std::vector<InputOption> options;
    for (const Economy& economy : source.figures.economies) {
        if (economy.kind == EconomyKind::economy) options.push_back({economy.code, utf8(economy.shortName)});
    }
    sortByName(options);
    return options;
}

void sortByFirstCell(std::vector<TableRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const TableRow& x, const TableRow& y) {
        return QString::localeAwareCompare(x.cells.front().text, y.cells.front().text) < 0;
    });
}

std::vector<MineralId> mineralsWithFigures(const Dataset& data) {
    std::vector<MineralId> minerals;
    for (std::size_t i = 0; i < data.minerals.size(); ++i)
        if (!data.stagesOf(MineralId(i)).empty()) minerals.emplace_back(i);
    return minerals;
}

std::vector<TableRow> bySize(std::vector<RankedRow> rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const RankedRow& x, const RankedRow& y) {
        if (x.size != y.size) return x.size.value_or(-1.0) > y.size.value_or(-1.0);
        return QString::localeAwareCompare(x.row.cells.front().text, y.row.cells.front().text) < 0;
    });
    std::vector<TableRow> out;
    for (RankedRow& row : rows)
        out.push_back(std::move(row.row));
    return out;
}

MineralId mineralOf(const Dataset& data, const Picked& picked, std::size_t field) {
    const auto found = field < picked.size() ? data.mineral(picked[field]) : std::nullopt;
    return found.value_or(MineralId());
}

EconomyId economyOf(const Dataset& data, const std::string& code) {
    return data.economy(code).value_or(EconomyId());
}

}  // namespace adit::ui
