#include "ui/common/quantity_entry.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QLocale german(QLocale::German, QLocale::Germany);

double read(const char* text, Unit unit = Unit::tonnes, const QLocale& locale = english) {
    const QuantityEntry entry = readQuantity(QString::fromUtf8(text), unit, locale);
    EXPECT_TRUE(entry.isTaken()) << text << ": " << entry.refusal.toStdString();
    return entry.central;
}

bool refuses(const char* text, Unit unit = Unit::tonnes) {
    return !readQuantity(QString::fromUtf8(text), unit, english).isTaken();
}

}  // namespace

TEST(QuantityEntry, TakesGroupsAndUnits) {
    EXPECT_DOUBLE_EQ(read("2400"), 2400.0);
    EXPECT_DOUBLE_EQ(read("2\u202F400 t"), 2400.0);
    EXPECT_DOUBLE_EQ(read("2.4 kt"), 2400.0);
    EXPECT_DOUBLE_EQ(read("900 kg"), 0.9);
    EXPECT_DOUBLE_EQ(read("8.6kt/yr", Unit::tonnesPerYear), 8600.0);
    EXPECT_DOUBLE_EQ(read("60 days", Unit::days), 60.0);
    EXPECT_DOUBLE_EQ(read("33 USD/kg", Unit::usdPerTonne), 33000.0);
    EXPECT_DOUBLE_EQ(read("40 %", Unit::one), 0.4);
}

TEST(QuantityEntry, AnAssumptionIsReadInItsUnitAndWithinItsLimits) {
    const auto taken = [](const char* text, Assumable what) {
        return readAssumption(QString::fromUtf8(text), what, english).isTaken();
    };
    EXPECT_DOUBLE_EQ(readAssumption(QStringLiteral("2.4 kt"), Assumable::reserves, english).central, 2400.0);
    EXPECT_DOUBLE_EQ(readAssumption(QStringLiteral("40 %"), Assumable::supplyShare, english).central, 0.4);
    EXPECT_DOUBLE_EQ(readAssumption(QStringLiteral("-1.5"), Assumable::governance, english).central, -1.5);
    EXPECT_DOUBLE_EQ(readAssumption(QStringLiteral("-150 %"), Assumable::netImportReliance, english).central, -1.5);
    EXPECT_DOUBLE_EQ(readAssumption(QStringLiteral("9 kt/yr"), Assumable::facilityOutput, english).central, 9000.0);
    EXPECT_DOUBLE_EQ(readAssumption(QStringLiteral("2.4 m USD"), Assumable::tradeValue, english).central, 2.4e6);
    EXPECT_DOUBLE_EQ(readAssumption(QStringLiteral("3 bn USD"), Assumable::expectedLoss, english).central, 3e9);
    EXPECT_DOUBLE_EQ(readAssumption(QStringLiteral("6.5"), Assumable::economicImportance, english).central, 6.5);
    EXPECT_FALSE(taken("10.5", Assumable::economicImportance));
    EXPECT_FALSE(taken("50 %", Assumable::economicImportance));
    EXPECT_FALSE(taken("-1", Assumable::tradeValue));
    EXPECT_FALSE(taken("1.5", Assumable::netImportReliance));
    EXPECT_FALSE(taken("1.5", Assumable::stake));
    EXPECT_FALSE(taken("-0.5", Assumable::stake));
    EXPECT_FALSE(taken("-4", Assumable::governance));
    EXPECT_FALSE(taken("-5 t", Assumable::reserves));
}

TEST(QuantityEntry, UnderstandsDecimalCommasAndForeignGroups) {
    EXPECT_DOUBLE_EQ(read("2,4 kt"), 2400.0);  // cannot be a group
    EXPECT_DOUBLE_EQ(read("1,234"), 1234.0);   // English groups
    EXPECT_DOUBLE_EQ(read("1,234,567.5"), 1234567.5);
    EXPECT_DOUBLE_EQ(read("1,234", Unit::tonnes, german), 1.234);
    EXPECT_DOUBLE_EQ(read("1.234,5", Unit::tonnes, german), 1234.5);
    EXPECT_DOUBLE_EQ(read("1.5", Unit::tonnes, german), 1.5);
}

TEST(QuantityEntry, TakesEstimatesBelowZeroWithinTheirScale) {
    EXPECT_DOUBLE_EQ(read("-1.25", Unit::score), -1.25);
    EXPECT_DOUBLE_EQ(read("\u22121,25", Unit::score, german), -1.25);
    const QuantityEntry entry = readQuantity(QStringLiteral("-2..-1..0.5"), Unit::score, english);
    ASSERT_TRUE(entry.isTaken());
    EXPECT_EQ(entry.range, (Interval{-2.0, 0.5}));
    EXPECT_TRUE(refuses("-4", Unit::score));
    EXPECT_TRUE(refuses("3.6", Unit::score));
    EXPECT_TRUE(refuses("-1", Unit::one));
}

TEST(QuantityEntry, TakesRanges) {
    const QuantityEntry entry = readQuantity(QStringLiteral("2000..2400..2800"), Unit::tonnes, english);
    ASSERT_TRUE(entry.isTaken());
    EXPECT_DOUBLE_EQ(entry.central, 2400.0);
    EXPECT_EQ(entry.range, (Interval{2000.0, 2800.0}));
    EXPECT_DOUBLE_EQ(readQuantity(QStringLiteral("10..20"), Unit::days, english).central, 15.0);
    EXPECT_FALSE(readQuantity(QStringLiteral("20..10"), Unit::days, english).isTaken());
}

TEST(QuantityEntry, RefusesWhatNoStockCanBe) {
    for (const char* text : {"-5", "−5 t", "five", "1e400", "nan", "inf", "", "12 apples", "1..2..3..4", "3 d", "1e13"})
        EXPECT_TRUE(refuses(text)) << text;
    EXPECT_TRUE(refuses("120 %", Unit::one));
    EXPECT_TRUE(refuses("1.2", Unit::one));
}

TEST(QuantityEntry, ReadsBackWhatItWrote) {
    for (const QLocale& locale : {english, german}) {
        for (const double x : {0.0, 0.004, 12.5, 2400.0, 1234567.0}) {
            const QString text = writeQuantity(x, std::nullopt, locale);
            EXPECT_DOUBLE_EQ(readQuantity(text, Unit::tonnes, locale).central, x) << text.toStdString();
        }
        const QString range = writeQuantity(2.5, Interval{1.5, 3.5}, locale);
        EXPECT_EQ(readQuantity(range, Unit::tonnes, locale).range, (Interval{1.5, 3.5})) << range.toStdString();
    }
}
