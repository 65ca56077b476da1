#include "ui/map/map_metric.h"

#include "core/consumer/reserves.h"
#include "core/governance/at.h"
#include "core/index/registry.h"
#include "core/workspace/describe.h"
#include "ui/common/figure_link.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace adit::ui::map {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Map", text);
}

bool isDrawn(const Economy& economy) {
    return economy.kind == EconomyKind::economy;
}

// One mark an economy of the dataset, all without a figure.
std::vector<MapMark> emptyMarks(const Setting& s, Fill fill) {
    std::vector<MapMark> marks;
    for (const Economy& economy : s.data.economies) {
        if (!isDrawn(economy)) continue;
        MapMark mark;
        mark.code = text(economy.code);
        mark.name = text(economy.shortName);
        mark.fill = fill;
        mark.datum.state = fill == Fill::none ? State::zero : State::unknown;
        mark.datum.text = fill == Fill::none ? tr("none") : stateText(State::unknown);
        marks.push_back(std::move(mark));
    }
    std::sort(marks.begin(), marks.end(), [](const MapMark& a, const MapMark& b) { return a.code < b.code; });
    return marks;
}

MapMark* markOf(std::vector<MapMark>& marks, const QString& code) {
    const auto found = std::lower_bound(marks.begin(), marks.end(), code,
                                        [](const MapMark& mark, const QString& c) { return mark.code < c; });
    return found != marks.end() && found->code == code ? &*found : nullptr;
}

Fill fillOf(const render::Datum& datum) {
    if (datum.value) return Fill::value;
    return datum.state == State::withheld ? Fill::withheld : Fill::missing;
}

QStringList percentBreaks(const Setting& s, const render::ColourScale& scale) {
    QStringList texts{QStringLiteral("0")};
    for (const double edge : scale.breaks)
        texts << s.numbers.fixed(edge, 0);
    return texts << QStringLiteral("100") + thinSpace + QLatin1Char('%');
}

Coloured shares(const Setting& s) {
    Coloured out;
    out.marks = emptyMarks(s, Fill::none);
    const QString title =
        s.context.view == View::located ? tr("Share of world %1, %2") : tr("Controlled share of %1, %2");
    out.title = title.arg(outputName(s.context.stage)).arg(s.context.year);
    out.column = tr("Share of world %1, %2, %").arg(outputName(s.context.stage)).arg(s.context.year);
    out.breaks = percentBreaks(s, s.theme.scale(render::Breaks::share));
    out.none = tr("none");
    const auto market = marketAt(s, s.context.year);
    if (!market) {
        out.marks = emptyMarks(s, Fill::missing);  // nothing is known of anybody
        return out;
    }
    for (const index::Holder& holder : market->holders) {
        MapMark* mark = markOf(out.marks, text(s.data[holder.economy].code));
        if (mark == nullptr) continue;
        mark->datum = shareDatum(s, *market, holder);
        mark->fill = fillOf(mark->datum);
    }
    out.source = tr("Output: %1").arg(sourceTip(s.data, market->source));
    return out;
}

// The square of a share as a part of the sum of squares.
Coloured partsOfHhi(const Setting& s) {
    Coloured out = shares(s);
    out.title = tr("Part of the HHI of %1, %2").arg(outputName(s.context.stage)).arg(s.context.year);
    out.column = tr("Part of the HHI of %1, %2, %").arg(outputName(s.context.stage)).arg(s.context.year);
    const index::Query query = queryAt(s, s.context.stage, s.context.year);
    const Figure hhi = index::find("hhi-10k")->compute(query);
    for (MapMark& mark : out.marks) {
        if (mark.fill == Fill::none) continue;
        mark.datum.link = linkOf({"hhi-10k", query});
        mark.datum.bounds.reset();
        if (!mark.datum.value || !hhi.value || *hhi.value <= 0.0) {
            mark.datum.value.reset();
            mark.datum.text = stateText(State::unknown);
            mark.fill = mark.fill == Fill::withheld ? Fill::withheld : Fill::missing;
            continue;
        }
        const double part = *mark.datum.value * *mark.datum.value / *hhi.value;
        mark.datum.value = part * 100.0;
        mark.datum.text = s.numbers.percent(part);
    }
    return out;
}

void addAssumption(const Setting& s, const ReserveRow& row, QStringList& names) {
    const workspace::Key key{workspace::Quantity::reserves, s.data[row.economy].code, s.data[row.mineral].slug,
                             std::to_string(row.year)};
    names << text(workspace::describe(key, &s.data));
}

QStringList massBreaks(const Setting& s, const render::ColourScale& scale, MassUnit unit) {
    const double one = unit == MassUnit::megatonnes ? 1e6 : unit == MassUnit::kilotonnes ? 1e3 : 1.0;
    QStringList texts{QStringLiteral("0")};
    for (const double edge : scale.breaks)
        texts << s.numbers.sentence(edge / one, 1);
    return texts << symbol(unit);
}

Coloured reserves(const Setting& s) {
    Coloured out;
    const auto rows = consumer::reservesAt(s.data, s.context.mineral, s.context.year);
    out.marks = emptyMarks(s, rows.empty() ? Fill::missing : Fill::none);
    out.title = tr("Reserves");
    out.column = tr("Reserves, t");
    out.scale = 1.0;
    if (rows.empty()) return out;
    double most = 0.0;
    for (const ReserveRow* row : rows) {
        MapMark* mark = markOf(out.marks, text(s.data[row->economy].code));
        if (mark == nullptr) continue;  // totals
        most = std::max(most, row->tonnes);
        mark->fill = row->tonnes > 0.0 ? Fill::value : Fill::none;
        mark->datum.value = row->tonnes;
        mark->datum.state = row->bound != 0 ? State::rounded : State::known;
        const QString bound = row->bound != 0 ? QString(QLatin1Char(row->bound)) : QString();
        mark->datum.text = bound + s.numbers.mass(row->tonnes);
        if (!row->assumed) continue;
        mark->datum.state = State::assumed;
        if (!row->assumed->bounds.exact()) mark->datum.bounds = row->assumed->bounds;
        addAssumption(s, *row, out.assumptions);
    }
    const QString basis = text(s.data[rows.front()->basis]);
    out.title = basis.isEmpty() ? tr("Reserves, %1").arg(rows.front()->year)
                                : tr("Reserves, %1, %2").arg(basis).arg(rows.front()->year);
    out.column = tr("%1, t").arg(out.title);
    out.scale = most;
    out.breaks = massBreaks(s, s.theme.scaleUpTo(most), massUnitFor(most));
    out.none = tr("none listed");
    out.source = tr("Reserves: %1").arg(sourceTip(s.data, rows.front()->source));
    return out;
}

void addAssumptions(const Setting& s, EconomyId economy, QStringList& names) {
    for (const GovernanceRow* row :
         governance::assumedBehind(s.data, governance::Choice::allSix, economy, s.context.year)) {
        const std::string detail = std::string(id(row->dimension)) + '/' + std::to_string(row->year);
        const workspace::Key key{workspace::Quantity::governance, s.data[economy].code, {}, detail};
        names << text(workspace::describe(key, &s.data));
    }
}

Coloured governanceScores(const Setting& s) {
    Coloured out;
    out.marks = emptyMarks(s, Fill::missing);
    out.scale = render::Breaks::governance;
    int latest = 0;
    const governance::History history = governance::historyOf(s.data);
    for (std::size_t i = 0; i < history.size(); ++i) {
        MapMark* mark = markOf(out.marks, text(s.data.economies[i].code));
        const auto score = governance::scoreAt(history[i], governance::Choice::allSix, s.context.year);
        if (mark == nullptr || !score) continue;
        latest = std::max(latest, score->year);
        mark->fill = Fill::value;
        mark->datum.value = score->estimate;
        mark->datum.state = score->assumed ? State::assumed : State::known;
        mark->datum.text = s.numbers.fixed(score->estimate, 2);
        if (score->assumed && !score->assumed->exact()) mark->datum.bounds = score->assumed;
        addAssumptions(s, EconomyId(i), out.assumptions);
        if (score->year != s.context.year) mark->datum.text += tr(" (%1)").arg(score->year);
    }
    out.title = tr("Governance, mean of six dimensions, %1").arg(latest);
    out.column = out.title;
    for (const double edge : {-2.5, -1.5, -0.5, 0.0, 0.5, 1.5, 2.5})
        out.breaks << s.numbers.fixed(edge, edge == 0.0 ? 0 : 1);
    out.source = tr("Governance: World Bank, Worldwide Governance Indicators, %1").arg(latest);
    return out;
}

}  // namespace

std::span<const Metric> metrics() {
    static constexpr std::array all{Metric::share, Metric::reserves, Metric::governance, Metric::hhiPart};
    return all;
}

QString metricName(Metric metric) {
    switch (metric) {
        case Metric::share:
            return tr("Share of world output");
        case Metric::reserves:
            return tr("Reserves");
        case Metric::governance:
            return tr("Governance");
        case Metric::hhiPart:
            break;
    }
    return tr("Part of the HHI");
}

Coloured coloured(const Setting& s, Metric metric) {
    switch (metric) {
        case Metric::share:
            return shares(s);
        case Metric::reserves:
            return reserves(s);
        case Metric::governance:
            return governanceScores(s);
        case Metric::hhiPart:
            break;
    }
    return partsOfHhi(s);
}

}  // namespace adit::ui::map
