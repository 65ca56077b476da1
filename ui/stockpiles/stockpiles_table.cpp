#include "core/consumer/copied.h"
#include "core/consumer/holding_figures.h"
#include "core/consumer/stock.h"
#include "ui/common/figure_link.h"
#include "ui/common/quantity_entry.h"
#include "ui/stockpiles/stockpiles_data.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace adit::ui::stockpiles {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Stockpiles", text);
}

constexpr double fullTrack = 1.25;  // the longest of covers and targets ends here
constexpr std::size_t copiedColumn = 5;

// What the length of a bar is measured by: targets and gross covers, and net ones as far as they fit in.
double longestDays(const std::vector<Row>& rows) {
    double longest = 0.0;
    for (const Row& row : rows) {
        for (const auto& value : {row.holding.cover.value, row.holding.target.value.value}) {
            if (value && std::isfinite(*value)) longest = std::max(longest, *value);
        }
    }
    return longest > 0.0 ? longest * fullTrack : 100.0;
}

// "2 400", "≥ 730", "120 to 150", "n/a"
QString printed(const Estimate& e, const std::function<QString(double)>& print) {
    if (e.value && std::isinf(*e.value)) return tr("unlimited");
    if (e.value) return print(*e.value);
    if (!e.bounds) return stateText(State::unknown);
    if (std::isinf(e.bounds->hi))
        return std::isinf(e.bounds->lo) ? tr("unlimited") : QStringLiteral("≥ ") + print(e.bounds->lo);
    if (e.bounds->lo <= 0.0) return QStringLiteral("≤ ") + print(e.bounds->hi);
    return tr("%1 to %2").arg(print(e.bounds->lo), print(e.bounds->hi));
}

std::optional<double> sortOf(const Estimate& e) {
    if (e.value) return e.value;
    if (e.bounds) return e.bounds->lo;
    return std::nullopt;
}

State stateOf(const Estimate& e) {
    return e.value || e.bounds ? State::known : State::unknown;
}

QString millionsText(const Setting& s, double usd) {
    return s.numbers.fixed(usd / 1e6, usd < 1e7 && usd > 0.0 ? 1 : 0);
}

Cell estimateCell(const Estimate& e, const std::function<QString(double)>& print, const QString& link) {
    Cell cell = textCell(printed(e, print), sortOf(e));
    cell.state = stateOf(e);
    cell.link = link;
    if (cell.state == State::unknown) cell.tooltip = text(e.reason);
    if (e.value && e.bounds && !e.bounds->exact())
        cell.tooltip = tr("Bounds: %1").arg(printed(Estimate::within(*e.bounds), print));
    return cell;
}

QString wayBack(const Setting& s, const consumer::Term& term, Unit unit) {
    const QString published = term.assumed->published ? s.numbers.value(*term.assumed->published, unit) : tr("nothing");
    QString tip = tr("Yours; published: %1. Del returns to it.").arg(published);
    const QString year = text(term.assumed->detail);
    if (!year.isEmpty()) tip.prepend(tr("Of %1 alone. ").arg(year));
    if (!term.assumed->note.empty()) tip += QLatin1Char('\n') + text(term.assumed->note);
    return tip;
}

// A cell in which a figure can be typed: the user's own carries the mark of an edit.
Cell termCell(const Setting& s, const consumer::Term& term, Unit unit, const QString& link) {
    const auto print = [&](double x) {
        return unit == Unit::days ? s.numbers.days(x) : s.numbers.fixed(x, x < 10.0 && x != std::round(x) ? 2 : 0);
    };
    Cell cell = estimateCell(term.value, print, link);
    cell.editable = true;
    if (term.assumed != nullptr) {
        cell.state = State::assumed;
        cell.tooltip = wayBack(s, term, unit);
        cell.entry = writeQuantity(term.assumed->central, term.assumed->bounds, s.numbers.locale());
        if (!term.assumed->bounds.exact())
            cell.tooltip = tr("From %1 to %2. ").arg(print(term.assumed->bounds.lo), print(term.assumed->bounds.hi)) +
                           cell.tooltip;
        return cell;
    }
    if (term.value.value) cell.entry = writeQuantity(*term.value.value, std::nullopt, s.numbers.locale());
    if (!term.ground.empty()) cell.tooltip = text(term.ground);
    return cell;
}

// What nobody publishes and the user has not set is not a missing figure: there is none.
Cell optionalCell(const Setting& s, const consumer::Term& term, Unit unit) {
    if (term.assumed != nullptr) return termCell(s, term, unit, {});
    Cell cell = textCell(stateText(State::notApplicable));
    cell.state = State::notApplicable;
    cell.editable = true;
    cell.tooltip = tr("None is set.");
    return cell;
}

Cell bulletCell(const Row& row, double longest) {
    Cell cell;
    const Estimate& gross = row.holding.cover;
    cell.sort = sortOf(gross);
    const auto part = [longest](const Estimate& e) {
        const auto days = e.value ? e.value : e.bounds ? std::optional(e.bounds->lo) : std::nullopt;
        return days ? std::min(*days / longest, 1.0) : 0.0;
    };
    cell.state = gross.value || gross.bounds ? State::known : State::unknown;
    cell.fraction = part(gross);
    cell.lighter = part(row.net);
    if (row.holding.target.value.value) cell.mark = std::min(*row.holding.target.value.value / longest, 1.0);
    return cell;
}

Cell gapCell(const Setting& s, const consumer::Holding& h, const QString& link) {
    const auto tonnes = [&s](double t) { return s.numbers.fixed(t, 0); };
    Cell cell = estimateCell(h.gap, tonnes, link);
    if (const auto surplus = consumer::surplusOf(h)) {
        cell.text = tr("%1 over").arg(tonnes(*surplus));
        cell.tooltip = tr("Nothing is missing: the stock is %1 above its target.").arg(s.numbers.mass(*surplus));
    }
    return cell;
}

Cell nameCell(const Setting& s, const Choice& choice, const Row& row) {
    const QString name =
        choice.rows == Rows::economies ? economyName(s, *row.query.economy) : text(s.data[row.query.mineral].name);
    return textCell(row.member ? QStringLiteral("\u2003") + name : name);
}

TableRow tableRow(const Setting& s, const Choice& choice, const Row& row, double longest) {
    const auto link = [&row](const char* index) { return linkOf({index, row.query}); };
    const auto days = [&s](double d) { return s.numbers.days(d); };
    const auto millions = [&s](double usd) { return millionsText(s, usd); };
    const consumer::Holding& h = row.holding;
    TableRow out;
    out.id = text(choice.rows == Rows::economies ? s.data[*row.query.economy].code : s.data[row.query.mineral].slug);
    out.link = link("days-of-cover");
    out.cells = {nameCell(s, choice, row),
                 termCell(s, h.stock, Unit::tonnes, link("stock")),
                 optionalCell(s, h.floor, Unit::tonnes),
                 optionalCell(s, h.releaseLimit, Unit::tonnes),
                 termCell(s, h.consumption, Unit::tonnesPerYear, link("consumption")),
                 termCell(s, h.target, Unit::days, link("target-days")),
                 bulletCell(row, longest),
                 estimateCell(h.cover, days, link("days-of-cover")),
                 estimateCell(row.net, days, link("net-cover")),
                 gapCell(s, h, link("stock-gap")),
                 estimateCell(h.cost, millions, link("stock-gap-cost"))};
    out.cells[7].strong = true;
    if (choice.rows == Rows::minerals) out.cells.push_back(termCell(s, h.price, Unit::usdPerTonne, {}));
    return out;
}

Cell none() {
    Cell cell = textCell(stateText(State::notApplicable));
    cell.state = State::notApplicable;
    return cell;
}

// Days or tonnes, as published; money is no stock.
Cell levelCell(const Setting& s, const StockpileRow& row) {
    if (row.days) return textCell(tr("%1 d").arg(s.numbers.days(*row.days)), row.days);
    if (row.tonnes && !row.moneyOnly) return textCell(s.numbers.mass(*row.tonnes), row.tonnes);
    return none();
}

// What a level given in days would be for the consumer.
void setCopied(const Setting& s, const consumer::Holding& own, double days, TableRow& row) {
    const consumer::Copied copied = consumer::copiedBy(own, days);
    Cell& tonnes = row.cells[copiedColumn];
    Cell& cost = row.cells[copiedColumn + 1];
    tonnes = estimateCell(copied.tonnes, [&s](double t) { return s.numbers.fixed(t, 0); }, {});
    cost = estimateCell(copied.cost, [&s](double usd) { return millionsText(s, usd); }, {});
    if (!copied.tonnes.bounds) return;
    QString ground =
        tr("%1 days of %2 a year").arg(s.numbers.days(days), printed(own.consumption.value, [&s](double t) {
                                           return s.numbers.mass(t);
                                       }));
    if (own.consumption.assumed != nullptr) ground += tr(", which you set");
    tonnes.tooltip = cost.tooltip = ground;
    if (!own.price.value.value) return;
    cost.tooltip += tr(", at %1").arg(s.numbers.value(*own.price.value.value, Unit::usdPerTonne));
    if (own.price.assumed != nullptr) cost.tooltip += tr(", which you set");
}

// Those that say how much before those that do not, of this mineral before general ones, newest first.
std::vector<const StockpileRow*> programmesByUse(const Setting& s) {
    std::vector<const StockpileRow*> rows;
    for (const StockpileRow& row : s.data.stockpiles) {
        if (!row.mineral.valid() || row.mineral == s.context.mineral) rows.push_back(&row);
    }
    const auto rank = [](const StockpileRow* row) {
        return std::tuple(!row->days && !row->tonnes, !row->mineral.valid(), -row->year);
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const StockpileRow* a, const StockpileRow* b) { return rank(a) < rank(b); });
    return rows;
}

}  // namespace

Table table(const Setting& s, const Choice& choice, const std::vector<Row>& rows) {
    Table table;
    const QString name = choice.rows == Rows::economies ? tr("Economy") : tr("Mineral");
    const QString basis = text(s.data[s.context.mineral].basis);
    const auto number = [](const char* id, const QString& title, const QString& tip = {}) {
        return Column{QString::fromLatin1(id), title, CellKind::number, tip, false};
    };
    table.columns = {
        {QStringLiteral("name"), name, CellKind::text, {}, true},
        number("stock", tr("Stock, t"), basis),
        number("floor", tr("Floor, t"), tr("Tonnes that are never released")),
        number("limit", tr("Limit, t/d"), tr("Tonnes a day that can be released")),
        number("consumption", tr("Consumption, t/yr"), basis),
        number("target", tr("Target, days")),
        {QStringLiteral("cover"), tr("Cover: gross, net (light), target |"), CellKind::bullet, {}, true},
        number("gross", tr("Gross"), tr("Days that the stock lasts when all supply stops")),
        number("net", tr("Net"), tr("Days that it lasts when the chosen supplier stops and nobody steps in")),
        number("gap", tr("Gap, t")),
        number("cost", tr("Gap, mn USD"))};
    if (choice.rows == Rows::minerals) table.columns.push_back(number("price", tr("Price, USD/t")));
    const double longest = longestDays(rows);
    for (const Row& row : rows)
        table.rows.push_back(tableRow(s, choice, row, longest));
    table.source =
        tr("Stocks and targets: register of programmes; consumption: published, else production plus imports "
           "minus exports. ≥ and ≤: a member or an input has no figure. Hatched: unknown.");
    return table;
}

Table practice(const Setting& s) {
    const consumer::Holding own =
        consumer::holdingOf({&s.data, s.context.consumer, s.context.mineral,
                             consumer::stockedStage(s.data, s.context.mineral), s.context.year});
    const QString consumer = economyName(s, s.context.consumer);
    const QString copied =
        tr("What as many days of %1 would be in %2").arg(text(s.data[s.context.mineral].name).toLower(), consumer);
    Table table;
    table.columns = {{QStringLiteral("who"), tr("Economy"), CellKind::text, {}, false},
                     {QStringLiteral("programme"), tr("Programme"), CellKind::text, {}, true},
                     {QStringLiteral("mineral"), tr("Of"), CellKind::text, {}, false},
                     {QStringLiteral("state"), tr("State"), CellKind::chip, {}, false},
                     {QStringLiteral("level"), tr("Level"), CellKind::number, {}, false},
                     {QStringLiteral("copied"), tr("In %1, t").arg(consumer), CellKind::number, copied, false},
                     {QStringLiteral("copiedCost"), tr("mn USD"), CellKind::number, copied, false},
                     {QStringLiteral("year"), tr("Year"), CellKind::number, {}, false}};
    for (const StockpileRow* row : programmesByUse(s)) {
        TableRow out;
        out.id = QString::number(table.rows.size());
        out.cells = {textCell(economyName(s, row->economy)),
                     textCell(text(row->programme)),
                     textCell(row->mineral.valid() ? text(s.data[row->mineral].name) : tr("all")),
                     textCell(text(row->status)),
                     levelCell(s, *row),
                     none(),
                     none(),
                     textCell(QString::number(row->year), row->year)};
        QStringList tip{tr("%1, held by: %2").arg(text(row->programme), text(row->holder)),
                        sourceTip(s.data, row->source)};
        if (!row->note.empty()) tip << text(row->note);
        for (Cell& cell : out.cells)
            cell.tooltip = tip.join(QLatin1Char('\n'));
        if (row->days) setCopied(s, own, *row->days, out);
        table.rows.push_back(std::move(out));
    }
    table.source = tr("Register of stockpile programmes; a row’s publication shows when the mouse rests on it.");
    return table;
}

}  // namespace adit::ui::stockpiles
