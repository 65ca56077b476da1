#include "ui/common/producers_table.h"

#include "ui/common/figure_link.h"
#include "ui/common/measure_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Producers", text);
}

// The market of the context's year with those of the years before it.
struct Years {
    index::Market now;
    std::vector<int> years;
    std::vector<std::optional<index::Market>> markets;  // one a year; the last is `now`
    MassUnit unit = MassUnit::tonnes;                   // of every mass in the table

    const index::Holder* was(std::size_t at, EconomyId economy) const {
        return markets[at] ? markets[at]->find(economy) : nullptr;
    }
};

std::optional<Years> yearsOf(const Setting& s) {
    auto now = marketAt(s, s.context.year);
    if (!now) return std::nullopt;
    Years out{*now, unbrokenYears(s), {}};
    for (const int year : out.years)
        out.markets.push_back(marketAt(s, year));
    std::vector<double> tonnes;
    for (const auto& market : out.markets) {
        if (!market) continue;
        for (const index::Holder& holder : market->holders)
            tonnes.push_back(holder.tonnes.value_or(0.0));
    }
    out.unit = tableUnit(s.data, s.context.mineral, tonnes);
    return out;
}

Cell missing(State state = State::unknown) {
    Cell cell;
    cell.text = stateText(state);
    cell.state = state;
    return cell;
}

// The state of a printed number stands in the flag column.
Cell massCell(const Setting& s, const index::Market& market, const index::Holder* holder, MassUnit unit) {
    if (holder == nullptr) return missing();
    if (!holder->tonnes) return missing(holder->state);
    Cell cell = textCell(massText(s.numbers, *holder->tonnes, unit), holder->tonnes);
    index::Query query = queryAt(s, market.stage, market.year);
    query.economy = holder->economy;
    cell.link = linkOf({"output", query});
    if (holder->state == State::assumed) cell.state = State::assumed;
    if (holder->note != 0) cell.tooltip = text(s.data.notes[holder->note]);
    return cell;
}

// A producer that the publication lists with zero in a year made nothing; one that it leaves out is unknown.
Cell yearCell(const Setting& s, const Years& y, std::size_t at, EconomyId economy) {
    const auto& market = y.markets[at];
    if (!market) return missing();
    const bool zero = std::find(market->zeros.begin(), market->zeros.end(), economy) != market->zeros.end();
    if (!zero) return massCell(s, *market, market->find(economy), y.unit);
    Cell cell = textCell(QStringLiteral("0"), 0.0);
    cell.state = State::zero;
    return cell;
}

Cell shareCell(const Setting& s, const index::Market& market, const index::Holder& holder) {
    const render::Datum datum = shareDatum(s, market, holder);
    Cell cell = textCell(datum.text, holder.share);
    cell.link = datum.link;
    cell.strong = true;
    if (holder.share && isAssumed(market)) cell.state = State::assumed;
    return cell;
}

// An assumed output moves the shares of all in its year.
Cell trendCell(const Setting&, const Years& y, EconomyId economy, bool shares) {
    Cell cell;
    QStringList assumed;
    for (std::size_t i = 0; i < y.years.size(); ++i) {
        const index::Holder* holder = y.was(i, economy);
        cell.trend.values.push_back(holder == nullptr ? std::nullopt : shares ? holder->share : holder->tonnes);
        if (holder == nullptr) continue;
        if (shares ? !isAssumed(*y.markets[i]) : holder->state != State::assumed) continue;
        cell.trend.assumed.push_back(i);
        assumed << QString::number(y.years[i]);
    }
    if (!assumed.isEmpty()) cell.tooltip = tr("%1 rests on your assumption").arg(assumed.join(QStringLiteral(", ")));
    return cell;
}

Cell changeCell(const Setting& s, const Years& y, const index::Holder& holder, bool points) {
    const index::Holder* was = y.years.size() > 1 ? y.was(0, holder.economy) : nullptr;
    Cell cell;
    if (isAssumed(y.now) || (was != nullptr && isAssumed(*y.markets[0]))) cell.state = State::assumed;
    if (points && was != nullptr && was->share && holder.share) {
        cell.sort = *holder.share - *was->share;
        cell.text = s.numbers.percentagePoints(*cell.sort, false);
        return cell;
    }
    if (!points && was != nullptr && was->tonnes && *was->tonnes > 0.0 && holder.tonnes) {
        cell.sort = *holder.tonnes / *was->tonnes - 1.0;
        cell.text = s.numbers.change(*cell.sort);
        return cell;
    }
    return missing();
}

Cell flagCell(const Setting& s, State state) {
    Cell cell = textCell(stateWord(state));
    if (state == State::withheld || state == State::unknown) cell.colour = s.theme.warn;
    return cell;
}

Cell swatchCell(const Setting& s, EconomyId economy) {
    Cell cell = textCell(economyName(s, economy));
    cell.colour = s.theme.economy(text(s.data[economy].code));
    return cell;
}

Cell measureCell(const Setting& s, EconomyId economy) {
    const Measure* measure = leadingMeasure(s, economy);
    Cell cell = textCell(measure == nullptr ? tr("none in the register") : measureText(s, measure));
    cell.colour = isInForce(s, measure) ? s.theme.alert : s.theme.hint;
    if (measure != nullptr && measure->own) cell.colour = s.theme.edit;
    if (measure != nullptr)
        cell.tooltip = text(measure->instrument) + QLatin1Char('\n') + sourceTip(s.data, measure->source);
    return cell;
}

TableRow rowOf(const Setting& s, const index::Market& market, const index::Holder& holder, Cell name) {
    TableRow row;
    row.id = text(s.data[holder.economy].code);
    row.link = shareDatum(s, market, holder).link;
    row.cells.push_back(std::move(name));
    return row;
}

QString holderTitle(const Setting& s) {
    return s.context.view == View::located ? tr("Producer") : tr("Controller");
}

QString sourceLine(const Setting& s, const Years& y) {
    const QString production = sourceTip(s.data, y.now.source);
    const QString basis = text(s.data[y.now.basis]);
    QString line =
        basis.isEmpty() ? tr("Source: %1").arg(production) : tr("Source: %1. Basis: %2").arg(production, basis);
    const QString assumptions = marketAssumptions(s);
    return assumptions.isEmpty() ? line : line + QLatin1Char('\n') + assumptions;
}

QString period(const Setting& s, const Years& y) {
    return y.years.size() < 2 ? QString::number(s.context.year) : s.numbers.period(y.years.front(), y.years.back());
}

}  // namespace

std::vector<int> unbrokenYears(const Setting& s, std::size_t most) {
    const Series* now = s.data.seriesFor(s.context.mineral, s.context.stage, s.context.year, s.context.source);
    std::vector<int> years;
    if (now == nullptr) return years;
    const std::vector<int> all = s.data.yearsOf(s.context.mineral, s.context.stage);
    for (auto it = all.rbegin(); it != all.rend() && years.size() < most; ++it) {
        if (*it > s.context.year) continue;
        const Series* then =
            s.data.seriesFor(s.context.mineral, s.context.stage, *it, queryAt(s, s.context.stage, *it).source);
        if (then == nullptr || then->source != now->source || then->basis != now->basis) break;
        years.insert(years.begin(), *it);
    }
    return years;
}

Table producersWithYears(const Setting& s) {
    Table table;
    const auto y = yearsOf(s);
    if (!y) return table;
    table.columns.push_back({QStringLiteral("producer"), holderTitle(s), CellKind::text, {}, true});
    for (const int year : y->years) {
        table.columns.push_back({QString::number(year), tr("%1, %2").arg(year).arg(symbol(y->unit)), CellKind::number,
                                 text(s.data[y->now.basis]), false});
    }
    table.columns.push_back({QStringLiteral("share"), tr("Share %1").arg(s.context.year), CellKind::number, {}, false});
    table.columns.push_back({QStringLiteral("trend"), period(s, *y), CellKind::sparkline, {}, false});
    table.columns.push_back({QStringLiteral("change"), tr("Change"), CellKind::number, {}, false});
    table.columns.push_back({QStringLiteral("flag"), tr("Flag, %1").arg(s.context.year), CellKind::chip, {}, false});
    table.columns.push_back({QStringLiteral("measure"),
                             tr("Measure, %1").arg(s.numbers.date(dateOf(asOfDay(s.context)))),
                             CellKind::text,
                             {},
                             true});
    for (const index::Holder& holder : y->now.holders) {
        TableRow row = rowOf(s, y->now, holder, textCell(economyName(s, holder.economy)));
        for (std::size_t i = 0; i < y->years.size(); ++i)
            row.cells.push_back(yearCell(s, *y, i, holder.economy));
        row.cells.push_back(shareCell(s, y->now, holder));
        row.cells.push_back(trendCell(s, *y, holder.economy, false));
        row.cells.push_back(changeCell(s, *y, holder, false));
        row.cells.push_back(flagCell(s, holder.state));
        row.cells.push_back(measureCell(s, holder.economy));
        table.rows.push_back(std::move(row));
    }
    table.source = sourceLine(s, *y);
    return table;
}

Table producersWithShares(const Setting& s) {
    Table table;
    const auto y = yearsOf(s);
    if (!y) return table;
    const int first = y->years.empty() ? s.context.year : y->years.front();
    table.columns = {{QStringLiteral("producer"), holderTitle(s), CellKind::swatch, {}, true},
                     {QStringLiteral("tonnes"), tr("%1, %2").arg(symbol(y->unit)).arg(s.context.year), CellKind::number,
                      text(s.data[y->now.basis]), false},
                     {QStringLiteral("share"), tr("Share"), CellKind::number, {}, false},
                     {QStringLiteral("change"), tr("pp on %1").arg(first), CellKind::number, {}, false},
                     {QStringLiteral("trend"), tr("Share, %1").arg(period(s, *y)), CellKind::sparkline, {}, false},
                     {QStringLiteral("flag"), tr("Flag"), CellKind::chip, {}, false}};
    for (const index::Holder& holder : y->now.holders) {
        TableRow row = rowOf(s, y->now, holder, swatchCell(s, holder.economy));
        row.cells.push_back(massCell(s, y->now, &holder, y->unit));
        row.cells.push_back(shareCell(s, y->now, holder));
        row.cells.push_back(changeCell(s, *y, holder, true));
        row.cells.push_back(trendCell(s, *y, holder.economy, true));
        row.cells.push_back(flagCell(s, holder.state));
        table.rows.push_back(std::move(row));
    }
    table.source = sourceLine(s, *y);
    return table;
}

}  // namespace adit::ui
