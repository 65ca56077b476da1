// Export measures in words, dates and colours.
#pragma once

#include "core/controls/in_force.h"
#include "ui/common/market_charts.h"

#include <QDate>

namespace adit::ui {

QString kindName(MeasureKind kind);  // "export quota"
render::Ink kindInk(MeasureKind kind);
QString formText(const Measure& measure);        // "hydroxide"; the stage where the register names no form
QDate dateOf(std::optional<controls::Day> day);  // null for nothing
controls::Day asOfDay(const Context& context);

// "in force", "suspended", "announced", "ended", "not known since 27 Nov 2026"
QString standingText(const Setting& s, const Measure& measure);
// "Export quota, since 16 Oct 2025"; a state other than in force is named. Empty for no measure.
QString measureText(const Setting& s, const Measure* measure);
// The measure on an exporter of the context's mineral and stage that matters most as of the context's day.
const Measure* leadingMeasure(const Setting& s, EconomyId exporter);
bool isInForce(const Setting& s, const Measure* measure);

render::TimeBar timeBar(const Setting& s, const Measure& measure);

}  // namespace adit::ui
