#include "ui/common/quantity_entry.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace adit::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("QuantityEntry", text);
}

constexpr double largest = 1e12;  // more than all that was ever mined

struct Suffix {
    const char* word;
    Unit unit;
    double factor;
};

// Lower case; longer words first where one ends in another.
constexpr std::array<Suffix, 28> suffixes{{
    {"kt/yr", Unit::tonnesPerYear, 1e3},
    {"mt/yr", Unit::tonnesPerYear, 1e6},
    {"kg/yr", Unit::tonnesPerYear, 1e-3},
    {"t/yr", Unit::tonnesPerYear, 1.0},
    {"t/a", Unit::tonnesPerYear, 1.0},
    {"kt", Unit::tonnesPerYear, 1e3},
    {"mt", Unit::tonnesPerYear, 1e6},
    {"kg", Unit::tonnesPerYear, 1e-3},
    {"t", Unit::tonnesPerYear, 1.0},
    {"t/d", Unit::tonnes, 1.0},
    {"kt", Unit::tonnes, 1e3},
    {"mt", Unit::tonnes, 1e6},
    {"kg", Unit::tonnes, 1e-3},
    {"t", Unit::tonnes, 1.0},
    {"days", Unit::days, 1.0},
    {"day", Unit::days, 1.0},
    {"d", Unit::days, 1.0},
    {"usd/kg", Unit::usdPerTonne, 1e3},
    {"usd/t", Unit::usdPerTonne, 1.0},
    {"usd/lb", Unit::usdPerTonne, 2204.62262184878},
    {"$/kg", Unit::usdPerTonne, 1e3},
    {"$/t", Unit::usdPerTonne, 1.0},
    {"$/lb", Unit::usdPerTonne, 2204.62262184878},
    {"bn usd", Unit::usd, 1e9},
    {"m usd", Unit::usd, 1e6},
    {"usd", Unit::usd, 1.0},
    {"$", Unit::usd, 1.0},
    {"%", Unit::one, 0.01},
}};

QString unitWord(Unit unit) {
    switch (unit) {
        case Unit::tonnes:
            return tr("tonnes: 2 400, 2.4 kt, 900 kg");
        case Unit::tonnesPerYear:
            return tr("tonnes a year: 8 600, 8.6 kt");
        case Unit::days:
            return tr("days: 60");
        case Unit::usdPerTonne:
            return tr("US dollars a tonne: 33 000, or 33 USD/kg");
        case Unit::usd:
            return tr("US dollars: 2 400 000, 2.4 m USD, 1 bn USD");
        case Unit::one:
            return tr("a share from 0 to 1, or percent");
        case Unit::score:
            return tr("an estimate from about −2.5 to 2.5");
        default:
            return tr("a number");
    }
}

// Digits with one point and perhaps an exponent; empty where the text is no number.
QString plainNumber(QString text, const QLocale& locale) {
    static const QRegularExpression blanks(QStringLiteral("[\\s\\x{00A0}\\x{2009}\\x{202F}'’_]"));
    static const QRegularExpression grouped(QStringLiteral("^[+-]?\\d{1,3}(,\\d{3})+(\\.|e|$)"));
    static const QRegularExpression pointed(QStringLiteral("^[+-]?\\d{1,3}(\\.\\d{3})+(,|e|$)"));
    static const QRegularExpression number(QStringLiteral("^[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?$"));
    text.remove(blanks).replace(QChar(0x2212), QLatin1Char('-'));
    text = text.toLower();
    const bool comma = locale.decimalPoint() == QLatin1String(",");
    if (comma && pointed.match(text).hasMatch()) text.remove(QLatin1Char('.'));
    if (!comma && grouped.match(text).hasMatch()) text.remove(QLatin1Char(','));
    text.replace(QLatin1Char(','), QLatin1Char('.'));
    return number.match(text).hasMatch() ? text : QString();
}

// What a number is read as.
struct Scale {
    Unit unit = Unit::one;
    Interval limits;
};

Scale scaleOf(Unit unit) {
    switch (unit) {
        case Unit::one:
            return {unit, {0.0, 1.0}};
        case Unit::score:
            return {unit, traitsOf(Assumable::governance).limits};
        default:
            return {unit, {0.0, unbounded}};
    }
}

Scale scaleOf(Assumable what) {
    const AssumableTraits& traits = traitsOf(what);
    if (traits.detail == DetailForm::dimension || what == Assumable::economicImportance)
        return {Unit::score, traits.limits};
    for (const auto& [word, unit] : {std::pair{"t", Unit::tonnes},
                                     {"t/d", Unit::tonnes},
                                     {"t/yr", Unit::tonnesPerYear},
                                     {"d", Unit::days},
                                     {"USD/t", Unit::usdPerTonne},
                                     {"USD/yr", Unit::usd},
                                     {"USD", Unit::usd}})
        if (traits.unit == word) return {unit, traits.limits};
    return {Unit::one, traits.limits};
}

// Why a value lies outside; empty where it does not.
QString beyond(double value, const Scale& scale) {
    if (scale.limits.contains(value)) return {};
    if (scale.unit == Unit::score && scale.limits.lo >= 0.0)
        return tr("It lies between %1 and %2.").arg(scale.limits.lo).arg(scale.limits.hi);
    if (scale.unit == Unit::score) return tr("An estimate lies between −3.5 and 3.5.");
    if (value < scale.limits.lo) return tr("It is 0 or more; a negative one cannot be.");
    return tr("A share ends at 1, or 100 %.");
}

struct Number {
    double value = 0.0;
    QString refusal;
};

Number refused(const QString& why) {
    return {0.0, why};
}

Number readNumber(QString text, const Scale& scale, const QLocale& locale) {
    const QString original = text.trimmed();
    text = original.toLower();
    double factor = 1.0;
    for (const Suffix& suffix : suffixes) {
        const QLatin1String word(suffix.word);
        if (suffix.unit != scale.unit || !text.endsWith(word)) continue;
        text.chop(word.size());
        factor = suffix.factor;
        break;
    }
    const QString digits = plainNumber(text, locale);
    if (digits.isEmpty()) return refused(tr("“%1” is no number. Give %2.").arg(original, unitWord(scale.unit)));
    bool ok = false;
    const double value = digits.toDouble(&ok) * factor;
    if (!ok || !std::isfinite(value) || std::fabs(value) > largest)
        return refused(tr("%1 is more than the world holds.").arg(original));
    return {value, beyond(value, scale)};
}

QuantityEntry entryOf(const std::array<double, 3>& x) {
    QuantityEntry entry;
    entry.central = x[1];
    entry.range = Interval{x[0], x[2]};
    if (!(x[0] <= x[1] && x[1] <= x[2])) entry.refusal = tr("A range goes from low to central to high.");
    return entry;
}

QuantityEntry read(const QString& text, const Scale& scale, const QLocale& locale) {
    const QStringList parts = text.split(QStringLiteral(".."));
    if (parts.size() > 3) return {0.0, {}, tr("A range is low..high, or low..central..high.")};
    std::array<double, 3> values{};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const Number number = readNumber(parts[i], scale, locale);
        if (!number.refusal.isEmpty()) return {0.0, {}, number.refusal};
        values[static_cast<std::size_t>(i)] = number.value;
    }
    if (parts.size() == 1) return {values[0], {}, {}};
    if (parts.size() == 2) return entryOf({values[0], (values[0] + values[1]) / 2.0, values[1]});
    return entryOf(values);
}

}  // namespace

QuantityEntry readQuantity(const QString& text, Unit unit, const QLocale& locale) {
    return read(text, scaleOf(unit), locale);
}

QuantityEntry readAssumption(const QString& text, Assumable what, const QLocale& locale) {
    return read(text, scaleOf(what), locale);
}

QString writeQuantity(double central, const std::optional<Interval>& range, const QLocale& locale) {
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    const auto text = [&plain](double x) { return plain.toString(x, 'f', QLocale::FloatingPointShortest); };
    if (!range || range->exact()) return text(central);
    return text(range->lo) + QStringLiteral("..") + text(central) + QStringLiteral("..") + text(range->hi);
}

}  // namespace adit::ui
