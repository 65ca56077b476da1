#include "core/index/registry.h"
#include "ui/common/figure_link.h"
#include "ui/mineral/mineral_charts.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui::mineral {
namespace {

constexpr int timelineYears = 8;
constexpr std::size_t mostMeasures = 7;

QString tr(const char* text) {
    return QCoreApplication::translate("Mineral", text);
}
QString text(std::string_view s) {
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

QString kindName(MeasureKind kind) {
    switch (kind) {
        case MeasureKind::ban:
            return tr("export ban");
        case MeasureKind::quota:
            return tr("export quota");
        case MeasureKind::licensing:
            return tr("export licence");
        case MeasureKind::tax:
            return tr("export tax");
        case MeasureKind::domesticProcessing:
            return tr("local processing rule");
        case MeasureKind::other:
            return tr("other measure");
    }
    return {};
}

QColor kindColour(MeasureKind kind, const render::Theme& theme) {
    if (kind == MeasureKind::ban) return theme.ban;
    return kind == MeasureKind::quota ? theme.quota : theme.licence;
}

// Dates known only to the month or year begin with their first and end with their last day (M26).
QDate dayOf(const std::string& iso, bool end) {
    const QStringList parts = text(iso).split(QLatin1Char('-'));
    if (parts.isEmpty() || parts[0].isEmpty()) return {};
    const int year = parts[0].toInt();
    if (parts.size() == 1) return end ? QDate(year, 12, 31) : QDate(year, 1, 1);
    const QDate first(year, parts[1].toInt(), 1);
    if (parts.size() == 2) return end ? first.addMonths(1).addDays(-1) : first;
    return QDate(year, parts[1].toInt(), parts[2].toInt());
}

// The mineral itself, the group it belongs to, and its elements.
bool concerns(const Setting& s, const Measure& measure) {
    const MineralId mineral = s.context.mineral;
    return measure.mineral == mineral || s.data[measure.mineral].partOf == mineral ||
           (s.data[mineral].partOf.valid() && s.data[mineral].partOf == measure.mineral);
}

QString stateWord(MeasureState state) {
    switch (state) {
        case MeasureState::inForce:
            return tr("in force");
        case MeasureState::suspended:
            return tr("suspended");
        case MeasureState::announced:
            return tr("announced");
        case MeasureState::expired:
            return tr("expired");
    }
    return {};
}

render::TimeBar barOf(const Setting& s, const Measure& measure) {
    render::TimeBar bar;
    bar.id = text(measure.id);
    const QString form = measure.mineral == s.context.mineral ? text(measure.form) : text(s.data[measure.mineral].name);
    bar.name = tr("%1: %2").arg(text(s.data[measure.imposer].shortName), kindName(measure.kind));
    bar.from = dayOf(measure.effective, false);
    bar.to = measure.ended.empty() ? QDate() : dayOf(measure.ended, true);
    bar.announced = measure.state == MeasureState::announced || !bar.from.isValid();
    if (!bar.from.isValid()) bar.from = dayOf(measure.announced, false);
    bar.suspended = measure.state == MeasureState::suspended;
    bar.colour = kindColour(measure.kind, s.theme);
    const QString when = bar.to.isValid() ? tr("%1 to %2").arg(s.numbers.date(bar.from), s.numbers.date(bar.to))
                                          : tr("since %1").arg(s.numbers.date(bar.from));
    bar.note = measure.state == MeasureState::inForce ? tr("%1, %2").arg(form, when)
                                                      : tr("%1, %2, %3").arg(form, when, stateWord(measure.state));
    bar.datum.text = bar.note;
    bar.datum.details = {{tr("state"), stateWord(measure.state)},
                         {tr("known as of"), s.numbers.date(dayOf(measure.statusAsOf, false))},
                         {tr("evidence"), measure.evidence == Evidence::confirmed ? tr("confirmed")
                                          : measure.evidence == Evidence::partly  ? tr("partly recalled")
                                                                                  : tr("not verified")},
                         {tr("instrument"), text(measure.instrument).left(60)},
                         {tr("source"), text(s.data[measure.source].publisher).left(60)}};
    return bar;
}

int weight(const Measure& measure) {
    return measure.state == MeasureState::inForce     ? 0
           : measure.state == MeasureState::suspended ? 1
           : measure.state == MeasureState::announced ? 2
                                                      : 3;
}

const Price* latestPrice(const Setting& s, std::vector<const Price*>& series) {
    const Price* latest = nullptr;
    for (const Price& price : s.data.prices) {
        if (price.mineral != s.context.mineral) continue;
        if (latest == nullptr || price.year > latest->year) latest = &price;
    }
    if (latest == nullptr) return nullptr;
    for (const Price& price : s.data.prices) {
        if (price.mineral == s.context.mineral && price.source == latest->source && price.form == latest->form)
            series.push_back(&price);
    }
    std::sort(series.begin(), series.end(), [](const Price* a, const Price* b) { return a->year < b->year; });
    return latest;
}

QString sourceTip(const Setting& s, SourceId source) {
    if (!source.valid()) return {};
    const Source& of = s.data[source];
    return tr("%1: %2 (%3)").arg(text(of.publisher), text(of.title), text(of.year));
}

QString joined(const std::vector<std::string>& parts) {
    QStringList list;
    for (const std::string& part : parts)
        list << text(part);
    return list.join(QStringLiteral(", "));
}

void addPrice(const Setting& s, std::vector<Fact>& out) {
    std::vector<const Price*> series;
    const Price* latest = latestPrice(s, series);
    if (latest == nullptr) {
        out.push_back({tr("Price"), tr("n/a"), tr("No published price in this edition"), {}, {}});
        return;
    }
    Fact fact{tr("Price, %1").arg(latest->year),
              s.numbers.usdPerTonne(latest->usdPerTonne),
              text(latest->form) + QLatin1Char('\n') + sourceTip(s, latest->source),
              {},
              {}};
    for (const Price* price : series)
        fact.trend.push_back(price->usdPerTonne);
    if (series.size() > 1) fact.trendText = s.numbers.period(series.front()->year, series.back()->year);
    out.push_back(std::move(fact));
}

void addReserves(const Setting& s, std::vector<Fact>& out) {
    const ReserveRow* largest = nullptr;
    for (const ReserveRow& row : s.data.reserves) {
        if (row.mineral != s.context.mineral || s.data[row.economy].kind != EconomyKind::economy) continue;
        if (largest == nullptr || row.year > largest->year ||
            (row.year == largest->year && row.tonnes > largest->tonnes))
            largest = &row;
    }
    if (largest == nullptr) {
        out.push_back({tr("Reserves"), tr("n/a"), tr("No published reserves in this edition"), {}, {}});
        return;
    }
    const QString bound = largest->bound == '>'   ? tr("more than ")
                          : largest->bound == '<' ? tr("less than ")
                                                  : QString();
    out.push_back({tr("Largest reserves, %1").arg(largest->year),
                   tr("%1: %2%3").arg(text(s.data[largest->economy].shortName), bound, s.numbers.mass(largest->tonnes)),
                   text(s.data[largest->basis]) + QLatin1Char('\n') + sourceTip(s, largest->source),
                   {},
                   {}});
}

QString flagWord(State state) {
    switch (state) {
        case State::known:
            return tr("reported");
        case State::estimated:
            return tr("estimated");
        case State::rounded:
            return tr("rounded");
        case State::withheld:
            return tr("withheld");
        case State::derived:
            return tr("derived");
        default:
            return tr("unknown");
    }
}

}  // namespace

render::TimeChart measures(const Setting& s) {
    render::TimeChart chart;
    chart.asOf = QDate::fromString(text(s.context.asOf), Qt::ISODate);
    chart.asOfText = tr("as of %1").arg(s.numbers.date(chart.asOf));
    chart.to = QDate(chart.asOf.year() + 1, 12, 31);
    chart.from = QDate(chart.asOf.year() - timelineYears + 2, 1, 1);
    std::vector<const Measure*> found;
    for (const Measure& measure : s.data.measures) {
        if (!concerns(s, measure) || (measure.effective.empty() && measure.announced.empty())) continue;
        const QDate end = measure.ended.empty() ? QDate() : dayOf(measure.ended, true);
        if (end.isValid() && end < chart.from) continue;
        found.push_back(&measure);
    }
    std::stable_sort(found.begin(), found.end(), [](const Measure* a, const Measure* b) {
        return std::pair(weight(*a), a->effective) < std::pair(weight(*b), b->effective);
    });
    for (std::size_t i = 0; i < found.size() && i < mostMeasures; ++i)
        chart.bars.push_back(barOf(s, *found[i]));
    chart.text.subtitle =
        tr("Export measures by any imposer, %1").arg(s.numbers.period(chart.from.year(), chart.to.year()));
    chart.text.source = tr("Register of measures, %1 of %2 entries").arg(chart.bars.size()).arg(found.size());
    chart.text.context = contextLine(s);
    chart.text.edition = text(s.data.edition);
    chart.text.title = found.empty() ? tr("No export measure in the register")
                                     : tr("Measures on %1").arg(text(s.data[s.context.mineral].name).toLower());
    return chart;
}

std::vector<Fact> facts(const Setting& s) {
    const Mineral& mineral = s.data[s.context.mineral];
    const QString unverified =
        mineral.verified ? QString() : tr("general knowledge, not verified against a publication");
    std::vector<Fact> out;
    out.push_back({tr("Host metals"),
                   mineral.hostMetals.empty() ? tr("none: mined for itself")
                                              : tr("%1 (by-product)").arg(joined(mineral.hostMetals)),
                   unverified,
                   {},
                   {}});
    out.push_back({tr("Recycling input (EoL-RIR)"),
                   mineral.eolRecyclingInputRate ? s.numbers.percent(*mineral.eolRecyclingInputRate) : tr("n/a"),
                   sourceTip(s, mineral.source),
                   {},
                   {}});
    addPrice(s, out);
    addReserves(s, out);
    return out;
}

std::vector<ListChip> lists(const Setting& s) {
    std::vector<ListChip> out;
    for (const ListEntry& entry : s.data.lists) {
        if (entry.mineral != s.context.mineral) continue;
        out.push_back({text(entry.list).replace(QLatin1Char('-'), QLatin1Char(' ')), sourceTip(s, entry.source)});
    }
    return out;
}

Table producers(const Setting& s) {
    Table table;
    index::Query query = queryOf(s.data, s.context);
    const auto market = index::market(query);
    if (!market) return table;
    std::vector<int> years = s.data.yearsOf(s.context.mineral, s.context.stage);
    std::erase_if(years, [&](int y) { return y > s.context.year || y < s.context.year - 4; });
    const int first = years.empty() ? s.context.year : years.front();
    std::vector<std::optional<index::Market>> run;
    for (const int year : years) {
        index::Query then = query;
        then.year = year;
        if (year != s.context.year) then.source.reset();
        auto result = index::market(then);
        run.push_back(result ? std::optional(std::move(result).value()) : std::nullopt);
    }
    table.columns = {{QStringLiteral("producer"),
                      s.context.view == View::located ? tr("Producer") : tr("Controller"),
                      CellKind::swatch,
                      {},
                      true},
                     {QStringLiteral("tonnes"), tr("t, %1").arg(s.context.year), CellKind::number,
                      text(s.data[market->basis]), false},
                     {QStringLiteral("share"), tr("Share"), CellKind::number, {}, false},
                     {QStringLiteral("change"), tr("pp on %1").arg(first), CellKind::number, {}, false},
                     {QStringLiteral("trend"),
                      tr("Share, %1").arg(s.numbers.period(first, s.context.year)),
                      CellKind::sparkline,
                      {},
                      false},
                     {QStringLiteral("flag"), tr("Flag"), CellKind::chip, {}, false}};
    for (const index::Holder& holder : market->holders) {
        TableRow row;
        row.id = text(s.data[holder.economy].code);
        query.economy = holder.economy;
        const QString shareLink = linkOf({"share", query});
        row.link = shareLink;
        Cell name{text(s.data[holder.economy].shortName)};
        name.colour = s.theme.economy(row.id);
        Cell tonnes{holder.tonnes ? s.numbers.source(*holder.tonnes) : stateText(holder.state), holder.tonnes};
        tonnes.state = holder.state;
        tonnes.link = linkOf({"output", query});
        if (holder.note != 0) tonnes.tooltip = text(s.data.notes[holder.note]);
        Cell share{holder.share ? s.numbers.percent(*holder.share) : s.numbers.interval(holder.shareBounds, Unit::one),
                   holder.share};
        share.link = shareLink;
        share.strong = true;
        Cell change;
        Cell trend;
        for (const auto& then : run) {
            const index::Holder* was = then ? then->find(holder.economy) : nullptr;
            trend.trend.push_back(was != nullptr ? was->share : std::nullopt);
        }
        const std::optional<double> before = trend.trend.empty() ? std::nullopt : trend.trend.front();
        if (before && holder.share && years.size() > 1) {
            change.sort = *holder.share - *before;
            change.text = s.numbers.percentagePoints(*change.sort, false);
        } else {
            change.text = stateText(State::unknown);
            change.state = State::unknown;
        }
        Cell flag{flagWord(holder.state)};
        row.cells = {name, tonnes, share, change, trend, flag};
        table.rows.push_back(std::move(row));
    }
    table.source = tr("Source: %1, %2").arg(text(s.data[market->source].publisher), text(s.data[market->source].title));
    return table;
}

Table uses(const Setting& s) {
    Table table;
    const Mineral& mineral = s.data[s.context.mineral];
    table.columns = {{QStringLiteral("use"), tr("Use"), CellKind::text, {}, true},
                     {QStringLiteral("defence"), tr("Defence"), CellKind::text, {}, false}};
    const auto add = [&](const std::string& use, bool defence) {
        Cell name{text(use)};
        name.strong = defence;
        table.rows.push_back({text(use), {}, {name, Cell{defence ? tr("yes") : QStringLiteral("–")}}, false});
    };
    for (const std::string& use : mineral.defenceUses)
        add(use, true);
    for (const std::string& use : mineral.uses) {
        if (std::find(mineral.defenceUses.begin(), mineral.defenceUses.end(), use) == mineral.defenceUses.end())
            add(use, false);
    }
    table.source = mineral.verified ? sourceTip(s, mineral.source)
                                    : tr("General knowledge, not verified; no shares are published in this edition.");
    return table;
}

}  // namespace adit::ui::mineral
