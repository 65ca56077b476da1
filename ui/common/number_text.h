// Numbers, units, states and dates as people read them. The only place where the locale enters a number;
// files use core/base/text.
#pragma once

#include "core/base/figure.h"

#include <QDate>
#include <QLocale>
#include <QString>

namespace adit::ui {

inline constexpr QChar thinSpace{0x202F};
inline constexpr QChar minusSign{0x2212};

// Mass is printed in one unit a column or axis, chosen by its largest value.
enum class MassUnit { kilograms, tonnes, kilotonnes, megatonnes };
enum class HhiScale { points, one };  // 0..10 000 or 0..1

class NumberText {
public:
    explicit NumberText(QLocale locale = QLocale(), HhiScale hhi = HhiScale::points);

    // Groups of three from 1 000 up, the locale's decimal sign, U+2212.
    QString fixed(double x, int decimals) const;
    QString source(double x) const;                         // as published: every digit the value has
    QString sentence(double x, int significant = 3) const;  // "26 100", "0.0040"
    QString withSign(double x, int decimals) const;         // "+5.6", "−1.1", "0"

    // Fractions (0..1) in; "69.5 %", "9.9 %", "0.40 %", "<0.1 %"; 0 and 100 only when exact.
    QString percent(double fraction) const;
    QString percentNumber(double fraction) const;  // the same without the sign, for columns with it above
    QString wholePercent(double fraction) const;   // where 30 or more stand together
    QString change(double fraction) const;         // "+3 %", "−28 %", "+2 643 %"
    QString percentagePoints(double fraction, bool unit = true) const;  // "+5.6 pp"

    QString hhi(double points) const;                    // "4 929" or "0.493"
    QString days(double d) const;                        // "46"
    QString mass(double tonnes) const;                   // "115 000 t", "166 kt", "6.0 Mt": three digits, own unit
    QString massIn(double tonnes, MassUnit unit) const;  // column text without the unit, source precision
    QString money(double usd) const;                     // "340 mn USD"
    QString usdPerTonne(double price) const;             // "26 100 USD/t"

    // "4 076 to 6 632", ">= 730" as one sign; exact bounds print once.
    QString interval(const Interval& bounds, Unit unit) const;
    QString value(double x, Unit unit) const;    // in a sentence, with unit
    QString number(double x, Unit unit) const;   // the same without unit
    QString figure(const Figure& figure) const;  // value, else interval, else "n/a"
    QString input(const Input& input) const;     // "115 371 t", "W", "n/a", "<1"

    QString date(const QDate& date) const;   // "31 Dec 2025"
    QString period(int from, int to) const;  // "2018–2022"
    QString unit(Unit unit) const;           // "t", "%", "" for points

    const QLocale& locale() const { return m_locale; }

private:
    QLocale m_locale;
    HhiScale m_hhi;
};

MassUnit massUnitFor(double largestTonnes);
QString symbol(MassUnit unit);  // "kt"

QString stateText(State state);  // "n/a", "W", "–"; empty where a number is printed
QString stateName(State state);  // "withheld by the source"
QString stageName(Stage stage);  // "mine"
QString viewName(View view);     // "located"

}  // namespace adit::ui
