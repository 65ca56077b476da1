#include "core/base/number_words.h"
#include "core/findings/wording.h"
#include "ui/common/measure_text.h"
#include "ui/mineral/mineral_charts.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui::mineral {
namespace {

constexpr int timelineYears = 7;
constexpr std::size_t mostMeasures = 6;

QString tr(const char* text) {
    return QCoreApplication::translate("Mineral", text);
}

// In force first, then what may be, what is to come, and what has ended; newest first in each.
auto order(const Setting& s, const Measure& measure) {
    using controls::Standing;
    const Standing standing = controls::standingOn(measure, asOfDay(s.context));
    const int rank = standing == Standing::inForce          ? 0
                     : standing == Standing::suspensionOver ? 1
                     : standing == Standing::suspended      ? 2
                     : standing == Standing::announced      ? 3
                                                            : 4;
    const auto start = controls::firstDay(measure.effective.empty() ? measure.announced : measure.effective);
    return std::pair(rank, -start.value_or(controls::Day()).time_since_epoch().count());
}

bool within(const Measure& measure, const render::TimeChart& chart) {
    const QDate end = dateOf(controls::lastDay(measure.ended));
    const QDate start = dateOf(controls::firstDay(measure.effective.empty() ? measure.announced : measure.effective));
    return start.isValid() && !(end.isValid() && end < chart.from);
}

QString titleOf(const Setting& s, const std::vector<const Measure*>& found) {
    const QString mineral = text(findings::mineralWords(s.data, s.context.mineral, s.context.stage, BasisId()).name);
    const auto standing = std::count_if(found.begin(), found.end(), [&](const Measure* m) { return isInForce(s, m); });
    if (found.empty()) return tr("No export measure on %1 in the register").arg(mineral);
    if (standing == 0) return tr("No export measure on %1 is in force").arg(mineral);
    if (standing == 1) return tr("One export measure on %1 is in force").arg(mineral);
    QString count = text(words::count(static_cast<std::size_t>(standing)));
    count.front() = count.front().toUpper();
    return tr("%1 export measures on %2 are in force").arg(count, mineral);
}

}  // namespace

render::TimeChart measures(const Setting& s) {
    render::TimeChart chart;
    chart.asOf = dateOf(asOfDay(s.context));
    chart.asOfText = tr("as of %1").arg(s.numbers.date(chart.asOf));
    chart.to = QDate(chart.asOf.year() + 1, 12, 31);
    chart.from = QDate(chart.to.year() - timelineYears, 1, 1);
    std::vector<const Measure*> found;
    for (const Measure& measure : s.data.measures) {
        const bool concerned = controls::reachOf(s.data, measure, s.context.mineral) != controls::Reach::none;
        if (concerned && within(measure, chart)) found.push_back(&measure);
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](const Measure* a, const Measure* b) { return order(s, *a) < order(s, *b); });
    for (std::size_t i = 0; i < found.size() && i < mostMeasures; ++i)
        chart.bars.push_back(timeBar(s, *found[i]));
    chart.text =
        chartText(s, titleOf(s, found),
                  tr("Export measures by any imposer, %1").arg(s.numbers.period(chart.from.year(), chart.to.year())),
                  tr("Register of measures, %1 of %2 entries").arg(chart.bars.size()).arg(found.size()));
    return chart;
}

}  // namespace adit::ui::mineral
