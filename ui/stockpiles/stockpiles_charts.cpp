#include "ui/common/figure_link.h"
#include "ui/stockpiles/stockpiles_data.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace adit::ui::stockpiles {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Stockpiles", text);
}

constexpr std::size_t mostBars = 9;
constexpr int longestChart = 3650;  // days; what lasts longer runs to the edge

consumer::Pool poolOf(const std::vector<Row>& rows) {
    std::vector<consumer::Holding> holdings;
    std::vector<std::optional<double>> lost;
    for (const Row& row : rows) {
        holdings.push_back(row.holding);
        lost.push_back(row.supplier ? row.lost : std::optional(1.0));
    }
    return consumer::poolOf(holdings, lost);
}

int lastDay(const consumer::Pool& pool) {
    double last = std::isfinite(pool.days) ? pool.days : 0.0;
    for (const consumer::PoolMember& member : pool.members) {
        if (std::isfinite(member.alone)) last = std::max(last, member.alone);
    }
    return std::clamp(static_cast<int>(std::ceil(last * 1.15)), 10, longestChart);
}

render::LinePoint pointAt(const Setting& s, int day, double share) {
    render::LinePoint point;
    point.year = day;
    point.datum.value = share * 100.0;
    point.datum.text = s.numbers.percent(share);
    return point;
}

render::LineSeries aloneLine(const Setting& s, const consumer::Pool& pool, int last) {
    render::LineSeries line;
    line.id = QStringLiteral("alone");
    line.name = tr("each on its own");
    line.endLabel = line.name;
    line.colour = render::Ink(&render::Theme::secondary);
    line.steps = true;
    line.points.push_back(pointAt(s, 0, pool.servedAlone(0.0)));
    std::vector<double> ends;
    for (const consumer::PoolMember& member : pool.members) {
        if (member.alone > 0.0 && member.alone < last) ends.push_back(member.alone);
    }
    std::sort(ends.begin(), ends.end());
    for (const double end : ends) {
        const int day = static_cast<int>(std::ceil(end));
        if (line.points.back().year == day) line.points.pop_back();
        line.points.push_back(pointAt(s, day, pool.servedAlone(end)));
    }
    if (line.points.back().year < last) line.points.push_back(pointAt(s, last, pool.servedAlone(last)));
    return line;
}

render::LineSeries pooledLine(const Setting& s, const consumer::Pool& pool, int last) {
    render::LineSeries line;
    line.id = QStringLiteral("pooled");
    line.name = tr("pooled");
    line.endLabel = line.name;
    line.steps = true;
    line.points.push_back(pointAt(s, 0, pool.servedTogether(0.0)));
    const int end = std::isfinite(pool.days) ? static_cast<int>(std::ceil(pool.days)) : last;
    if (end > 0 && end < last) line.points.push_back(pointAt(s, end, 0.0));
    line.points.push_back(pointAt(s, last, pool.servedTogether(last)));
    return line;
}

QString daysText(const Setting& s, double days) {
    return std::isfinite(days) ? tr("day %1").arg(s.numbers.days(days)) : tr("no end");
}

QString pooledTitle(const Setting& s, const consumer::Pool& pool) {
    const auto shorter = [](const consumer::PoolMember& a, const consumer::PoolMember& b) { return a.alone < b.alone; };
    const auto first = std::min_element(pool.members.begin(), pool.members.end(), shorter);
    const QString name = economyName(s, first->economy);
    if (!std::isfinite(pool.days)) return tr("Nobody in the pool loses anything");
    if (first->alone >= pool.days)
        return tr("A pool of %1 lasts to %2").arg(pool.members.size()).arg(daysText(s, pool.days));
    const QString all = pool.members.size() == 2 ? tr("both") : tr("all %1").arg(pool.members.size());
    return tr("Pooled, %1 last to %2; alone, %3 runs dry on %4")
        .arg(all, daysText(s, pool.days), name, daysText(s, first->alone));
}

QString leftOutText(const Setting& s, const consumer::Pool& pool) {
    QStringList names;
    for (const EconomyId id : pool.leftOut)
        names << economyName(s, id);
    if (names.isEmpty()) return tr("Stocks above their floors, shared by what each loses.");
    if (names.size() > 4)
        return tr("Stocks above their floors, shared by what each loses. Without %1 more: a figure of theirs is not "
                  "known.")
            .arg(names.size());
    return tr("Stocks above their floors, shared by what each loses. Without %1: a figure of theirs is not known.")
        .arg(names.join(QStringLiteral(", ")));
}

}  // namespace

render::LineChart pooledChart(const Setting& s, const Choice& choice, const std::vector<Row>& rows) {
    const consumer::Pool pool = poolOf(rows);
    render::LineChart chart;
    const QString who = rows.empty() || !rows.front().supplier ? QString() : economyName(s, *rows.front().supplier);
    chart.text = chartText(
        s, tr("Separate or pooled"),
        tr("Share of joint consumption that stocks still serve when supply from %1 stops, %, by day").arg(who),
        leftOutText(s, pool));
    chart.text.assumption = assumptionLine(s, rows);
    if (pool.members.size() < 2 || choice.rows != Rows::economies) return chart;
    chart.text.title = pooledTitle(s, pool);
    const int last = lastDay(pool);
    chart.series = {aloneLine(s, pool, last), pooledLine(s, pool, last)};
    chart.unit = QStringLiteral("%");
    chart.top = 100.0;
    return chart;
}

render::RankingChart gapChart(const Setting& s, const Choice& choice, const std::vector<Row>& rows) {
    std::vector<const Row*> lacking;
    for (const Row& row : rows) {
        const Estimate& gap = row.holding.gap;
        if ((gap.value && *gap.value > 0.0) || (!gap.value && gap.bounds && gap.bounds->hi > 0.0))
            lacking.push_back(&row);
    }
    const auto size = [](const Row* row) {
        return row->holding.gap.value.value_or(row->holding.gap.bounds ? row->holding.gap.bounds->hi : 0.0);
    };
    std::stable_sort(lacking.begin(), lacking.end(), [&](const Row* a, const Row* b) { return size(a) > size(b); });
    render::RankingChart chart;
    chart.text = chartText(s, tr("Gap to the target"), tr("Tonnes that the stock lacks to its target, t"),
                           tr("Target in days of consumption, less the whole stock. Striped: at most."));
    chart.text.assumption = assumptionLine(s, rows);
    for (const Row* row : lacking) {
        if (chart.bars.size() == mostBars) break;
        const Estimate& gap = row->holding.gap;
        render::RankingBar bar;
        bar.id =
            text(choice.rows == Rows::economies ? s.data[*row->query.economy].code : s.data[row->query.mineral].slug);
        bar.name = choice.rows == Rows::economies ? economyName(s, *row->query.economy)
                                                  : text(s.data[row->query.mineral].name);
        bar.datum.value = gap.value;
        bar.datum.bounds = gap.value ? std::nullopt : gap.bounds;
        bar.datum.state = gap.value ? State::known : State::withheld;
        bar.datum.text = gap.value ? s.numbers.mass(*gap.value) : QStringLiteral("≤ ") + s.numbers.mass(gap.bounds->hi);
        bar.datum.link = linkOf({"stock-gap", row->query});
        if (gap.flags.has(Flag::assumed)) {
            bar.colour = render::Ink(&render::Theme::edit);
            bar.datum.text.prepend(editMark + QLatin1Char(' '));
        }
        bar.strong = chart.bars.empty();
        chart.bars.push_back(std::move(bar));
    }
    if (chart.bars.empty()) chart.text.source.clear();  // the empty state says it
    if (!chart.bars.empty()) chart.text.title = tr("%1 lacks the most to its target").arg(chart.bars.front().name);
    return chart;
}

}  // namespace adit::ui::stockpiles
