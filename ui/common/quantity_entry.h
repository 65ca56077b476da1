// What a person types or pastes for a quantity: "2 400", "2.4 kt", "2,4 kt", "2000..2400..2800", "33 USD/kg".
#pragma once

#include "core/base/interval.h"
#include "core/dataset/assumed.h"
#include "ui/common/number_text.h"

#include <QString>

#include <optional>

namespace adit::ui {

struct QuantityEntry {
    double central = 0.0;           // in the unit asked for
    std::optional<Interval> range;  // where one was given
    QString refusal;                // why it cannot be taken; empty where it can
    bool isTaken() const { return refusal.isEmpty(); }
};

// Groups by blanks of any kind, the locale's decimal sign or a point; a comma that cannot group is a decimal one, so
// that what another locale's spreadsheet copies is understood. Shares (Unit::one) end at 1. Never negative, but for
// estimates of governance (Unit::score), which lie between -3.5 and 3.5.
QuantityEntry readQuantity(const QString& text, Unit unit, const QLocale& locale = QLocale());

// In the unit of what is assumed, within its limits.
QuantityEntry readAssumption(const QString& text, Assumable what, const QLocale& locale = QLocale());

// The same written so that it reads back: "2000..2400..2800", with the locale's decimal sign.
QString writeQuantity(double central, const std::optional<Interval>& range, const QLocale& locale = QLocale());

}  // namespace adit::ui
