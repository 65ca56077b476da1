#include "core/exposure/severity.h"
#include "core/workspace/describe.h"
#include "ui/common/figure_link.h"
#include "ui/common/measure_text.h"
#include "ui/common/quantity_entry.h"
#include "ui/controls/controls_data.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace adit::ui::measures {
namespace {

using controls::Standing;

QString tr(const char* text) {
    return QCoreApplication::translate("Controls", text);
}

constexpr qsizetype longestSource = 18;

// Latest market of each mineral and stage, computed once a table.
class Markets {
public:
    explicit Markets(const Setting& s) : m_s(s) {}

    const std::optional<index::Market>& of(MineralId mineral, Stage stage) {
        const auto [place, fresh] = m_markets.try_emplace({mineral, stage});
        if (fresh) place->second = read(mineral, stage);
        return place->second;
    }

private:
    std::optional<index::Market> read(MineralId mineral, Stage stage) const {
        const std::vector<int> years = m_s.data.yearsOf(mineral, stage);
        if (years.empty()) return std::nullopt;
        index::Query query = queryOf(m_s.data, m_s.context);
        query.source.reset();
        query.view = View::located;
        query.mineral = mineral;
        query.stage = stage;
        const auto later = std::upper_bound(years.begin(), years.end(), m_s.context.year);
        query.year = later == years.begin() ? years.front() : *std::prev(later);
        auto market = index::market(query);
        return market ? std::optional(std::move(*market)) : std::nullopt;
    }

    const Setting& m_s;
    std::map<std::pair<MineralId, Stage>, std::optional<index::Market>> m_markets;
};

Cell missing() {
    Cell cell = textCell(stateText(State::unknown));
    cell.state = State::unknown;
    return cell;
}

Cell outputCell(const Setting& s, Markets& markets, const Measure& measure) {
    if (!measure.stage) return missing();
    const auto& market = markets.of(measure.mineral, *measure.stage);
    const index::Holder* holder = market ? market->find(measure.imposer) : nullptr;
    if (holder == nullptr || !holder->share) return missing();
    Cell cell = textCell(s.numbers.percent(*holder->share), holder->share);
    index::Query query = queryOf(s.data, s.context);
    query.source.reset();
    query.mineral = measure.mineral;
    query.stage = *measure.stage;
    query.year = market->year;
    query.economy = measure.imposer;
    cell.link = linkOf({"share", query});
    return cell;
}

Cell dateCell(const Setting& s, const std::string& iso, const QString& open) {
    const QDate date = dateOf(controls::firstDay(iso));
    if (!date.isValid()) return textCell(open);
    return textCell(iso.size() < 10 ? text(iso) : s.numbers.date(date), static_cast<double>(date.toJulianDay()));
}

Cell stateCell(const Setting& s, const Measure& measure) {
    Cell cell = textCell(measure.own ? tr("hypothetical, yours") : standingText(s, measure));
    if (measure.own) {
        cell.colour = s.theme.edit;
        cell.tooltip = standingText(s, measure);
        return cell;
    }
    const Standing standing = controls::standingOn(measure, asOfDay(s.context));
    if (standing == Standing::inForce) cell.colour = s.theme.alert;
    if (standing == Standing::suspended || standing == Standing::suspensionOver) cell.colour = s.theme.warn;
    return cell;
}

QString against(const Setting& s, const Measure& measure) {
    if (measure.againstAll) return tr("all");
    QStringList names;
    for (const EconomyId target : measure.targets)
        names << economyName(s, target);
    return names.join(QStringLiteral(", "));
}

// The register has no room for long names of publishers.
Cell sourceCell(const Setting& s, const Measure& measure) {
    if (measure.own) return textCell(tr("own measure"));
    const QString publisher = text(s.data[measure.source].publisher);
    Cell cell = textCell(publisher.size() > longestSource ? publisher.left(longestSource - 1).trimmed() + QChar(0x2026)
                                                          : publisher);
    cell.tooltip = sourceTip(s.data, measure.source);
    return cell;
}

QString shortName(MeasureKind kind) {
    switch (kind) {
        case MeasureKind::ban:
            return tr("Ban");
        case MeasureKind::quota:
            return tr("Quota");
        case MeasureKind::licensing:
            return tr("Licence");
        case MeasureKind::tax:
            return tr("Tax");
        case MeasureKind::domesticProcessing:
            return tr("Processing");
        case MeasureKind::other:
            break;
    }
    return tr("Other");
}

// What is cut where width is scarce is read in full under the mouse.
Cell wholeCell(const QString& words) {
    Cell cell = textCell(words);
    cell.tooltip = words;
    return cell;
}

Cell stageCell(const Measure& measure) {
    Cell cell = textCell(measure.stage ? stageName(*measure.stage) : text(measure.form));
    cell.stage = measure.stage;
    return cell;
}

TableRow rowOf(const Setting& s, Markets& markets, const Measure& measure) {
    TableRow row;
    row.id = text(measure.id);
    Cell name = textCell(economyName(s, measure.imposer));
    if (measure.own) name.state = State::assumed;
    name.tooltip = text(measure.instrument);
    if (!measure.note.empty()) name.tooltip += QLatin1Char('\n') + text(measure.note);
    const QString end = measure.suspended.empty() ? tr("open") : tr("suspended");
    row.cells = {name,
                 wholeCell(text(s.data[measure.mineral].name)),
                 stageCell(measure),
                 textCell(shortName(measure.kind)),
                 wholeCell(against(s, measure)),
                 dateCell(s, measure.effective.empty() ? measure.announced : measure.effective, tr("no date")),
                 dateCell(s, measure.ended, end),
                 stateCell(s, measure),
                 outputCell(s, markets, measure),
                 sourceCell(s, measure)};
    return row;
}

}  // namespace

Table registerTable(const Setting& s, const std::vector<const Measure*>& measures) {
    Table table;
    table.columns = {{QStringLiteral("imposer"), tr("Imposer"), CellKind::text, {}, false},
                     {QStringLiteral("mineral"), tr("Mineral"), CellKind::text, {}, false},
                     {QStringLiteral("stage"), tr("Stage"), CellKind::text, {}, false},
                     {QStringLiteral("kind"), tr("Kind"), CellKind::text, {}, false},
                     {QStringLiteral("against"), tr("Against"), CellKind::text, {}, false},
                     {QStringLiteral("from"), tr("From"), CellKind::number, {}, false},
                     {QStringLiteral("to"), tr("To"), CellKind::number, {}, false},
                     {QStringLiteral("state"), tr("State"), CellKind::chip,
                      tr("As of %1").arg(s.numbers.date(dateOf(asOfDay(s.context)))), false},
                     {QStringLiteral("output"), tr("Output"), CellKind::number,
                      tr("The imposer’s share of world output at that stage"), false},
                     {QStringLiteral("source"), tr("Source"), CellKind::text, {}, true}};
    Markets markets(s);
    for (const Measure* measure : measures)
        table.rows.push_back(rowOf(s, markets, *measure));
    const auto own = std::count_if(measures.begin(), measures.end(), [](const Measure* m) { return m->own; });
    const auto published = static_cast<std::ptrdiff_t>(measures.size()) - own;
    const QString entries = own == 0 ? tr("%1 entries of the register").arg(published)
                                     : tr("%1 entries of the register and %2 of yours").arg(published).arg(own);
    table.source = tr("%1, as of %2").arg(entries, s.numbers.date(dateOf(asOfDay(s.context))));
    return table;
}

Table severities(const Setting& s, std::span<const workspace::Idle> idle) {
    Table table;
    table.columns = {
        {QStringLiteral("kind"), tr("Kind"), CellKind::text, {}, true},
        {QStringLiteral("severity"), tr("Severity"), CellKind::number,
         tr("How much of the flow a measure of this kind is judged to stop, 0 to 1; low..central..high"), false},
        {QStringLiteral("range"), tr("Range"), CellKind::number, {}, false}};
    const exposure::Severities defaults;
    const exposure::Severities now = exposure::severitiesOf(s.data);
    for (std::size_t k = 0; k < exposure::kinds; ++k) {
        const auto kind = static_cast<MeasureKind>(k);
        const exposure::Severity& severity = now[kind];
        const bool edited = s.data.assumedFor(Assumable::severity, EconomyId(), MineralId(), id(kind)) != nullptr;
        TableRow row;
        row.id = text(id(kind));
        Cell value = textCell(s.numbers.source(severity.central), severity.central);
        value.editable = true;
        value.entry = writeQuantity(severity.central, severity.range, s.numbers.locale());
        if (edited) {
            value.state = State::assumed;
            value.tooltip =
                tr("Yours; the default is %1. Del returns to it.").arg(s.numbers.source(defaults[kind].central));
        } else {
            value.tooltip = tr("Expert judgement; type your own, or low..central..high");
        }
        Cell range =
            textCell(tr("%1 to %2").arg(s.numbers.source(severity.range.lo), s.numbers.source(severity.range.hi)));
        if (const auto* without = workspace::idleOf(idle, workspace::SetAssumption{severityKey(row.id), {}})) {
            range.text = tr("no effect");
            range.tooltip = text(workspace::reasonWords(*without, &s.data));
            value.tooltip += tr("\nWithout effect: %1.").arg(range.tooltip);
        }
        Cell name = textCell(shortName(kind));
        name.tooltip = kindName(kind);
        row.cells = {name, value, range};
        table.rows.push_back(std::move(row));
    }
    table.source =
        tr("Expert judgement, not a published figure. The binary exposure beside it counts any measure in full.");
    return table;
}

}  // namespace adit::ui::measures
