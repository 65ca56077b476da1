#include "ui/common/number_text.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

const NumberText english{QLocale(QLocale::English)};
const NumberText german{QLocale(QLocale::German, QLocale::Germany)};

}  // namespace

TEST(NumberText, GroupsFromOneThousandUpWithANarrowSpace) {
    EXPECT_EQ(english.fixed(999, 0), QStringLiteral("999"));
    EXPECT_EQ(english.fixed(4929, 0), QStringLiteral("4\u202F929"));
    EXPECT_EQ(english.fixed(115371, 0), QStringLiteral("115\u202F371"));
    EXPECT_EQ(german.fixed(1234567.5, 1), QStringLiteral("1\u202F234\u202F567,5"));
}

TEST(NumberText, MinusIsTheSignAndNeverStandsBeforeZero) {
    EXPECT_EQ(english.fixed(-1.14, 1), QStringLiteral("\u22121.1"));
    EXPECT_EQ(english.fixed(-0.04, 1), QStringLiteral("0.0"));
    EXPECT_EQ(english.withSign(0.04, 1), QStringLiteral("0.0"));
    EXPECT_EQ(english.withSign(5.6, 1), QStringLiteral("+5.6"));
}

TEST(NumberText, SourcePrecisionKeepsEveryDigit) {
    EXPECT_EQ(english.source(115371), QStringLiteral("115\u202F371"));
    EXPECT_EQ(english.source(0.125), QStringLiteral("0.125"));
    EXPECT_EQ(german.source(0.125), QStringLiteral("0,125"));
}

TEST(NumberText, PercentsInSentences) {
    EXPECT_EQ(english.percent(0.695), QStringLiteral("69.5\u202F%"));
    EXPECT_EQ(german.percent(0.695), QStringLiteral("69,5\u202F%"));
    EXPECT_EQ(english.percent(0.099), QStringLiteral("9.9\u202F%"));
    EXPECT_EQ(english.percent(0.004), QStringLiteral("0.40\u202F%"));
    EXPECT_EQ(english.percent(0.00099), QStringLiteral("<0.1\u202F%"));
}

TEST(NumberText, ZeroAndHundredOnlyWhenExact) {
    EXPECT_EQ(english.percent(0.0), QStringLiteral("0\u202F%"));
    EXPECT_EQ(english.percent(1.0), QStringLiteral("100\u202F%"));
    EXPECT_EQ(english.percent(0.99999), QStringLiteral(">99.9\u202F%"));
    EXPECT_EQ(english.wholePercent(0.002), QStringLiteral("<1"));
    EXPECT_EQ(english.wholePercent(0.999), QStringLiteral(">99"));
}

TEST(NumberText, ChangesHaveASign) {
    EXPECT_EQ(english.change(0.0328), QStringLiteral("+3\u202F%"));
    EXPECT_EQ(english.change(-0.28), QStringLiteral("\u221228\u202F%"));
    EXPECT_EQ(english.change(26.43), QStringLiteral("+2\u202F643\u202F%"));
    EXPECT_EQ(english.change(0.0), QStringLiteral("0\u202F%"));
    EXPECT_EQ(english.percentagePoints(0.056), QStringLiteral("+5.6\u202Fpp"));
    EXPECT_EQ(english.percentagePoints(-0.011, false), QStringLiteral("\u22121.1"));
}

TEST(NumberText, MassTakesOneUnitAColumn) {
    EXPECT_EQ(massUnitFor(99999), MassUnit::tonnes);
    EXPECT_EQ(massUnitFor(100000), MassUnit::kilotonnes);
    EXPECT_EQ(massUnitFor(1e7), MassUnit::megatonnes);
    EXPECT_EQ(massUnitFor(0.4), MassUnit::kilograms);
    EXPECT_EQ(english.massIn(9600, MassUnit::tonnes), QStringLiteral("9\u202F600"));
    EXPECT_EQ(english.massIn(0.4, MassUnit::kilograms), QStringLiteral("400"));
    EXPECT_EQ(english.mass(6e6), QStringLiteral("6\u202F000\u202Fkt"));
    EXPECT_EQ(english.mass(12345678), QStringLiteral("12.3\u202FMt"));
}

TEST(NumberText, IntervalsAreWrittenOut) {
    EXPECT_EQ(english.interval({4076, 6632}, Unit::points), QStringLiteral("4\u202F076 to 6\u202F632"));
    EXPECT_EQ(english.interval({0.12, 0.305}, Unit::one), QStringLiteral("12.0 to 30.5\u202F%"));
    EXPECT_EQ(english.interval({730, unbounded}, Unit::days), QStringLiteral("\u2265\u202F730\u202Fdays"));
    EXPECT_EQ(english.interval({5000, 5000}, Unit::points), QStringLiteral("5\u202F000"));
}

TEST(NumberText, HhiFollowsTheScaleOfTheUser) {
    EXPECT_EQ(english.hhi(4928.6), QStringLiteral("4\u202F929"));
    EXPECT_EQ(NumberText(QLocale(QLocale::English), HhiScale::one).hhi(4928.6), QStringLiteral("0.493"));
}

TEST(NumberText, MissingFiguresSayWhichKindOfNothing) {
    Input in;
    in.state = State::withheld;
    EXPECT_EQ(english.input(in), QStringLiteral("W"));
    in.state = State::unknown;
    EXPECT_EQ(english.input(in), QStringLiteral("n/a"));
    in.state = State::notApplicable;
    EXPECT_EQ(english.input(in), QStringLiteral("–"));
    in.state = State::zero;
    EXPECT_EQ(english.input(in), QStringLiteral("0"));
    in.state = State::rounded;
    in.bounds = Interval{0, 1};
    EXPECT_EQ(english.input(in), QStringLiteral("<1\u202Ft"));
    in.bounds = Interval{50, unbounded};
    EXPECT_EQ(english.input(in), QStringLiteral(">50\u202Ft"));
    EXPECT_EQ(english.figure(Figure::absent(Unit::one, "no output")), QStringLiteral("n/a"));
}

TEST(NumberText, DatesAndPeriods) {
    EXPECT_EQ(english.date(QDate(2025, 12, 31)), QStringLiteral("31 Dec 2025"));
    EXPECT_EQ(german.date(QDate(2025, 12, 31)), QStringLiteral("31 Dez. 2025"));
    EXPECT_EQ(english.period(2018, 2022), QStringLiteral("2018–2022"));
}

TEST(NumberText, KilogramsAreExactToTheGram) {
    EXPECT_EQ(english.massIn(0.286, MassUnit::kilograms), QStringLiteral("286"));
    EXPECT_EQ(english.massIn(5.5701, MassUnit::kilograms), QStringLiteral("5\u202F570.1"));
}
