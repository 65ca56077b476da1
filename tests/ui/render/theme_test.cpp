#include "ui/render/theme.h"

#include "ui/render/icon.h"

#include <QDir>
#include <QFontInfo>
#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

#include <cmath>

using namespace adit;
using namespace adit::render;

namespace {

double luminance(const QColor& c) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

class BothThemes : public testing::TestWithParam<bool> {
protected:
    const Theme theme = Theme::of(GetParam());
};

}  // namespace

INSTANTIATE_TEST_SUITE_P(Theme, BothThemes, testing::Bool());

// WCAG 2.1, 1.4.3: 4.5 to 1 for text.
TEST_P(BothThemes, EveryTextColourIsReadableOnACard) {
    for (const QColor& ink :
         {theme.text, theme.secondary, theme.hint, theme.accent, theme.alert, theme.warn, theme.edit})
        EXPECT_GE(contrast(ink, theme.card), 4.5) << ink.name().toStdString();
    EXPECT_GE(contrast(theme.onAccent, theme.accent), 4.5);
    EXPECT_GE(contrast(theme.alert, theme.alertBg), 4.5);
    EXPECT_GE(contrast(theme.warn, theme.warnBg), 4.5);
    EXPECT_GE(contrast(theme.text, theme.selection), 4.5);
}

TEST_P(BothThemes, TextOnClassesIsReadable) {
    for (const auto* scale : {&theme.magnitude, &theme.risk, &theme.diverging})
        for (const QColor& field : *scale)
            EXPECT_GE(contrast(theme.textOn(field), field), 3.9) << field.name().toStdString();
}

TEST_P(BothThemes, ClassesChangeMonotonouslyInLightness) {
    for (const auto* scale : {&theme.magnitude, &theme.risk})
        for (std::size_t i = 1; i < scale->size(); ++i)
            EXPECT_EQ(luminance((*scale)[i]) > luminance((*scale)[i - 1]), theme.dark);
}

TEST_P(BothThemes, StyleSheetHasNoUnknownToken) {
    const QString sheet = styleSheet(theme);
    EXPECT_GT(sheet.size(), 1000);
    EXPECT_FALSE(sheet.contains(QLatin1Char('@'))) << sheet.mid(sheet.indexOf(QLatin1Char('@')), 40).toStdString();
}

TEST(Theme, ALowerBoundBelongsToItsClass) {
    const ColourScale hhi = Theme::light().scale(Breaks::hhi);
    EXPECT_EQ(hhi.classOf(999.9), 0U);
    EXPECT_EQ(hhi.classOf(1000.0), 1U);
    EXPECT_EQ(hhi.classOf(1800.0), 2U);
    EXPECT_EQ(hhi.classOf(10000.0), 5U);
}

TEST(Theme, EveryScaleHasOneBreakLessThanClasses) {
    const Theme theme = Theme::light();
    for (const Breaks b :
         {Breaks::share, Breaks::hhi, Breaks::exposure, Breaks::cover, Breaks::governance, Breaks::change})
        EXPECT_EQ(theme.scale(b).breaks.size() + 1, theme.scale(b).classes.size());
}

TEST(Theme, MassScalesStepByOneAndThree) {
    const ColourScale scale = Theme::light().scaleUpTo(25000.0);
    ASSERT_EQ(scale.breaks.size(), 5U);
    EXPECT_NEAR(scale.breaks[0], 100.0, 1e-6);
    EXPECT_NEAR(scale.breaks[3], 3000.0, 1e-6);
    EXPECT_NEAR(scale.breaks[4], 10000.0, 1e-6);
}

TEST(Theme, BlocsShareAColourAndTheUnlistedAreOther) {
    const Theme theme = Theme::light();
    EXPECT_EQ(theme.economy(QStringLiteral("NATO")), theme.economy(QStringLiteral("EU27")));
    EXPECT_EQ(theme.economy(QStringLiteral("LUX")), theme.other);
    EXPECT_EQ(theme.economy(QStringLiteral("OTHER")), theme.other);
    EXPECT_NE(theme.economy(QStringLiteral("CHN")), theme.other);
}

TEST(Theme, TheBundledFaceIsUsed) {
    EXPECT_EQ(QFontInfo(Theme::light().font(Type::body)).family(), QStringLiteral("Roboto"));
    EXPECT_EQ(Theme::light().font(Type::sentence).weight(), QFont::Medium);
}

TEST(Theme, ALargerApplicationFontEnlargesEverything) {
    Theme theme = Theme::light();
    const double before = theme.font(Type::axis).pointSizeF();
    theme.fontScale = 1.5;
    EXPECT_DOUBLE_EQ(theme.font(Type::axis).pointSizeF(), 1.5 * before);
    EXPECT_DOUBLE_EQ(theme.px(24), 36.0);
}

TEST(Icon, EveryFileDrawsInTheColourAskedFor) {
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    EXPECT_GE(files.size(), 35);
    for (const QString& file : files) {
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, QRectF(0, 0, 40, 40), file.chopped(4), QColor(Qt::red));
        painter.end();
        int red = 0;
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 40; ++x)
                if (image.pixelColor(x, y).red() > 200 && image.pixelColor(x, y).alpha() > 200) ++red;
        EXPECT_GT(red, 4) << file.toStdString();
    }
}

TEST(Icon, FollowsThePaletteWithoutBeingMadeAgain) {
    const QIcon sign = icon(QStringLiteral("disc"));
    const QColor middle = sign.pixmap(20, 20).toImage().pixelColor(10, 10);
    EXPECT_EQ(middle.name(), Theme::light().text.name());
    EXPECT_EQ(sign.pixmap(QSize(20, 20), QIcon::Normal, QIcon::On).toImage().pixelColor(10, 10).name(),
              Theme::light().accent.name());
}
