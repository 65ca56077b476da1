#include "ui/common/number_text.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace adit::ui {
namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("NumberText", text);
}

// Puts group separators and the locale's signs into a number written by core/base/text.
QString localised(const std::string& plain, const QLocale& locale) {
    QString digits = QString::fromStdString(plain);
    const bool negative = digits.startsWith(QLatin1Char('-'));
    if (negative) digits.remove(0, 1);
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    const qsizetype whole = point < 0 ? digits.size() : point;
    if (point >= 0) digits.replace(point, 1, locale.decimalPoint());
    for (qsizetype at = whole - 3; at > 0; at -= 3)
        digits.insert(at, thinSpace);
    if (negative) digits.prepend(minusSign);
    return digits;
}

QString withUnit(const QString& number, const QString& unit) {
    return unit.isEmpty() ? number : number + thinSpace + unit;
}

double perUnit(MassUnit unit) {
    switch (unit) {
        case MassUnit::kilograms:
            return 0.001;
        case MassUnit::tonnes:
            return 1.0;
        case MassUnit::kilotonnes:
            return 1e3;
        case MassUnit::megatonnes:
            return 1e6;
    }
    return 1.0;
}

}  // namespace

NumberText::NumberText(QLocale locale, HhiScale hhi) : m_locale(std::move(locale)), m_hhi(hhi) {}

QString NumberText::fixed(double x, int decimals) const {
    return localised(text::fixed(x, decimals), m_locale);
}

QString NumberText::source(double x) const {
    // No publication gives more than ten digits; what comes after them is left by adding up.
    const double digits = text::toDouble(text::significant(x, 10)).value_or(x);
    return localised(text::shortest(digits), m_locale);
}

QString NumberText::sentence(double x, int significant) const {
    return localised(text::significant(x, significant), m_locale);
}

QString NumberText::withSign(double x, int decimals) const {
    const QString number = fixed(x, decimals);
    const bool positive = x > 0.0 && text::toDouble(text::fixed(x, decimals)).value_or(0.0) != 0.0;
    return positive ? QLatin1Char('+') + number : number;
}

QString NumberText::percentNumber(double fraction) const {
    const double percent = 100.0 * fraction;
    const double size = std::fabs(percent);
    if (percent == 0.0) return QStringLiteral("0");
    if (percent == 100.0) return QStringLiteral("100");
    if (size < 0.1) return (percent < 0.0 ? QStringLiteral(">") + minusSign : QStringLiteral("<")) + fixed(0.1, 1);
    if (size < 0.995) return fixed(percent, 2);
    if (percent > 99.9 && percent < 100.0) return QLatin1Char('>') + fixed(99.9, 1);
    return fixed(percent, size >= 1000.0 ? 0 : 1);
}

QString NumberText::percent(double fraction) const {
    return withUnit(percentNumber(fraction), QStringLiteral("%"));
}

QString NumberText::wholePercent(double fraction) const {
    const double percent = 100.0 * fraction;
    if (percent > 0.0 && percent < 0.5) return QStringLiteral("<1");
    if (percent > 99.0 && percent < 100.0) return QStringLiteral(">99");
    return fixed(percent, 0);
}

QString NumberText::change(double fraction) const {
    const double percent = 100.0 * fraction;
    if (percent != 0.0 && std::fabs(percent) < 0.5) return withUnit(withSign(percent, 1), QStringLiteral("%"));
    return withUnit(withSign(percent, 0), QStringLiteral("%"));
}

QString NumberText::percentagePoints(double fraction, bool unit) const {
    const QString number = withSign(100.0 * fraction, 1);
    return unit ? withUnit(number, translated("pp")) : number;
}

QString NumberText::hhi(double points) const {
    return m_hhi == HhiScale::points ? fixed(points, 0) : fixed(points / 10000.0, 3);
}

QString NumberText::days(double d) const {
    return fixed(d, 0);
}

QString NumberText::mass(double tonnes) const {
    const MassUnit own = massUnitFor(std::fabs(tonnes));
    return withUnit(sentence(tonnes / perUnit(own)), symbol(own));
}

QString NumberText::massIn(double tonnes, MassUnit unit) const {
    if (unit == MassUnit::tonnes) return localised(text::shortest(tonnes), m_locale);
    // To the gram: 0.286 t are 286 kg, without what binary fractions add.
    if (unit == MassUnit::kilograms) return localised(text::shortest(std::round(tonnes * 1e6) / 1e3), m_locale);
    return fixed(tonnes / perUnit(unit), 1);
}

QString NumberText::money(double usd) const {
    if (std::fabs(usd) >= 1e9) return withUnit(sentence(usd / 1e9), translated("bn USD"));
    return withUnit(sentence(usd / 1e6), translated("mn USD"));
}

QString NumberText::usdPerTonne(double price) const {
    return withUnit(sentence(price), translated("USD/t"));
}

QString NumberText::number(double x, Unit unit) const {
    switch (unit) {
        case Unit::one:
            return percentNumber(x);
        case Unit::points:
            return hhi(x);
        case Unit::count:
            return std::fabs(x - std::round(x)) < 1e-9 ? fixed(x, 0) : fixed(x, 1);
        case Unit::days:
            return days(x);
        case Unit::percentagePoints:
            return withSign(x, 1);
        case Unit::score:
            return fixed(x, 2);
        case Unit::usd:
            return sentence(x / 1e6);
        default:
            return sentence(x);
    }
}

QString NumberText::unit(Unit unit) const {
    switch (unit) {
        case Unit::one:
            return QStringLiteral("%");
        case Unit::tonnes:
            return QStringLiteral("t");
        case Unit::tonnesPerYear:
            return translated("t/yr");
        case Unit::days:
            return translated("days");
        case Unit::usd:
            return translated("mn USD");
        case Unit::usdPerTonne:
            return translated("USD/t");
        case Unit::percentagePoints:
            return translated("pp");
        case Unit::nat:
            return translated("nat");
        default:
            return {};
    }
}

QString NumberText::value(double x, Unit kind) const {
    if (kind == Unit::tonnes) return mass(x);
    return withUnit(number(x, kind), unit(kind));
}

QString NumberText::interval(const Interval& bounds, Unit kind) const {
    if (bounds.exact()) return value(bounds.lo, kind);
    if (!std::isfinite(bounds.hi)) return QChar(0x2265) + QString(thinSpace) + value(bounds.lo, kind);
    const QString to = translated("%1 to %2");
    if (kind == Unit::tonnes) {
        const MassUnit common = massUnitFor(bounds.hi);
        const QString lo = sentence(bounds.lo / perUnit(common));
        return withUnit(to.arg(lo, sentence(bounds.hi / perUnit(common))), symbol(common));
    }
    return withUnit(to.arg(number(bounds.lo, kind), number(bounds.hi, kind)), unit(kind));
}

QString NumberText::figure(const Figure& f) const {
    if (f.value) return value(*f.value, f.unit);
    if (f.bounds) return interval(*f.bounds, f.unit);
    return stateText(State::unknown);
}

QString NumberText::input(const Input& in) const {
    if (in.state == State::rounded && !in.value && in.bounds && in.bounds->lo == 0.0)
        return withUnit(QLatin1Char('<') + source(in.bounds->hi), unit(in.unit));
    if (in.state == State::rounded && !in.value && in.bounds && !std::isfinite(in.bounds->hi))
        return withUnit(QLatin1Char('>') + source(in.bounds->lo), unit(in.unit));
    if (in.state == State::zero) return QStringLiteral("0");
    if (!in.value) return stateText(in.state == State::known ? State::unknown : in.state);
    if (in.unit == Unit::tonnes || in.unit == Unit::tonnesPerYear) return withUnit(source(*in.value), unit(in.unit));
    return value(*in.value, in.unit);
}

QString NumberText::date(const QDate& date) const {
    return m_locale.toString(date, QStringLiteral("d MMM yyyy"));
}

QString NumberText::period(int from, int to) const {
    if (from == to) return QString::number(from);
    return QString::number(from) + QChar(0x2013) + QString::number(to);
}

MassUnit massUnitFor(double largestTonnes) {
    if (largestTonnes < 1.0 && largestTonnes > 0.0) return MassUnit::kilograms;
    if (largestTonnes < 1e5) return MassUnit::tonnes;
    return largestTonnes < 1e7 ? MassUnit::kilotonnes : MassUnit::megatonnes;
}

QString symbol(MassUnit unit) {
    switch (unit) {
        case MassUnit::kilograms:
            return QStringLiteral("kg");
        case MassUnit::tonnes:
            return QStringLiteral("t");
        case MassUnit::kilotonnes:
            return QStringLiteral("kt");
        case MassUnit::megatonnes:
            return QStringLiteral("Mt");
    }
    return {};
}

QString stateText(State state) {
    switch (state) {
        case State::withheld:
            return translated("W");
        case State::unknown:
            return translated("n/a");
        case State::notApplicable:
            return QString(QChar(0x2013));
        case State::zero:
            return QStringLiteral("0");
        default:
            return {};
    }
}

QString stateName(State state) {
    switch (state) {
        case State::known:
            return translated("reported");
        case State::estimated:
            return translated("estimated");
        case State::rounded:
            return translated("rounded by the source");
        case State::withheld:
            return translated("withheld by the source");
        case State::unknown:
            return translated("no figure known");
        case State::zero:
            return translated("reported as none");
        case State::notApplicable:
            return translated("not applicable");
        case State::assumed:
            return translated("your assumption");
        case State::derived:
            return translated("derived");
    }
    return {};
}

QString stageName(Stage stage) {
    static constexpr std::array<const char*, 3> names{"mine", "refine", "component"};
    return translated(names[static_cast<std::size_t>(stage)]);
}

QString viewName(View view) {
    return view == View::located ? translated("located") : translated("controlled");
}

}  // namespace adit::ui
