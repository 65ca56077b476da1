#include "ui/common/measure_text.h"

#include <QCoreApplication>

namespace adit::ui {
namespace {

constexpr qsizetype longestDetail = 60;

QString tr(const char* text) {
    return QCoreApplication::translate("Measure", text);
}

QString evidenceText(Evidence evidence) {
    if (evidence == Evidence::confirmed) return tr("confirmed");
    return evidence == Evidence::partly ? tr("partly recalled") : tr("not verified");
}

QString capitalised(QString words) {
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

QString periodText(const Setting& s, const Measure& measure) {
    const QDate from = dateOf(controls::firstDay(measure.effective));
    const QDate to = dateOf(controls::lastDay(measure.ended));
    if (from.isValid() && to.isValid()) return tr("%1 to %2").arg(s.numbers.date(from), s.numbers.date(to));
    if (from.isValid() && from > dateOf(asOfDay(s.context))) return tr("from %1").arg(s.numbers.date(from));
    if (from.isValid()) return tr("since %1").arg(s.numbers.date(from));
    const QDate announced = dateOf(controls::firstDay(measure.announced));
    return announced.isValid() ? tr("announced %1").arg(s.numbers.date(announced)) : tr("undated");
}

// Whether the period says by itself how the measure stands.
bool isSaid(const Setting& s, const Measure& measure) {
    using controls::Standing;
    const Standing standing = controls::standingOn(measure, asOfDay(s.context));
    if (standing == Standing::inForce) return true;
    return standing == Standing::announced && !dateOf(controls::firstDay(measure.effective)).isValid() &&
           dateOf(controls::firstDay(measure.announced)).isValid();
}

}  // namespace

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
            break;
    }
    return tr("other measure");
}

render::Ink kindInk(MeasureKind kind) {
    using render::Theme;
    if (kind == MeasureKind::ban) return render::Ink(&Theme::ban);
    return render::Ink(kind == MeasureKind::quota ? &Theme::quota : &Theme::licence);
}

QDate dateOf(std::optional<controls::Day> day) {
    if (!day) return {};
    const std::chrono::year_month_day date(*day);
    return {static_cast<int>(date.year()), static_cast<int>(unsigned(date.month())),
            static_cast<int>(unsigned(date.day()))};
}

controls::Day asOfDay(const Context& context) {
    return controls::lastDay(context.asOf).value_or(controls::Day());
}

QString standingText(const Setting& s, const Measure& measure) {
    switch (controls::standingOn(measure, asOfDay(s.context))) {
        case controls::Standing::announced:
            return tr("announced");
        case controls::Standing::inForce:
            return tr("in force");
        case controls::Standing::suspended:
            return tr("suspended");
        case controls::Standing::ended:
            return tr("ended");
        case controls::Standing::undated:
            return tr("no date known");
        case controls::Standing::suspensionOver:
            break;
    }
    return tr("not known since %1").arg(s.numbers.date(dateOf(controls::notKnownSince(measure, asOfDay(s.context)))));
}

QString measureText(const Setting& s, const Measure* measure) {
    if (measure == nullptr) return {};
    const QString kind = capitalised(kindName(measure->kind));
    const QString period = periodText(s, *measure);
    if (isInForce(s, measure) || isSaid(s, *measure)) return tr("%1, %2").arg(kind, period);
    return tr("%1, %2: %3").arg(kind, period, standingText(s, *measure));
}

const Measure* leadingMeasure(const Setting& s, EconomyId exporter) {
    return controls::leading(s.data, s.context.mineral, s.context.stage, exporter, asOfDay(s.context));
}

bool isInForce(const Setting& s, const Measure* measure) {
    return measure != nullptr && controls::counts(controls::standingOn(*measure, asOfDay(s.context)));
}

QString formText(const Measure& measure) {
    if (!measure.form.empty()) return text(measure.form);
    return measure.stage ? stageName(*measure.stage) : kindName(measure.kind);
}

render::TimeBar timeBar(const Setting& s, const Measure& measure) {
    using controls::Standing;
    const Standing standing = controls::standingOn(measure, asOfDay(s.context));
    render::TimeBar bar;
    bar.id = text(measure.id);
    bar.name = tr("%1: %2").arg(economyName(s, measure.imposer), kindName(measure.kind));
    const QString form = measure.mineral == s.context.mineral ? formText(measure) : text(s.data[measure.mineral].name);
    const QString when = tr("%1, %2").arg(form, periodText(s, measure));
    bar.note = isSaid(s, measure) ? when : tr("%1, %2").arg(when, standingText(s, measure));
    bar.from = dateOf(controls::firstDay(measure.effective.empty() ? measure.announced : measure.effective));
    bar.to = dateOf(controls::lastDay(measure.ended));
    bar.colour = kindInk(measure.kind);
    bar.announced = standing == Standing::announced || standing == Standing::undated;
    bar.suspended = standing == Standing::suspended || standing == Standing::suspensionOver;
    bar.hypothetical = measure.own;
    bar.datum.text = bar.note;
    if (measure.own) {
        bar.datum.details = {{tr("state"), tr("hypothetical, yours")}, {tr("name"), text(measure.instrument)}};
        return bar;
    }
    bar.datum.details = {{tr("state"), standingText(s, measure)},
                         {tr("known as of"), s.numbers.date(dateOf(controls::lastDay(measure.statusAsOf)))},
                         {tr("evidence"), evidenceText(measure.evidence)},
                         {tr("instrument"), text(measure.instrument).left(longestDetail)},
                         {tr("source"), text(s.data[measure.source].publisher).left(longestDetail)}};
    return bar;
}

}  // namespace adit::ui
