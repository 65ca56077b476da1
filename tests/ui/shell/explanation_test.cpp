#include "ui/shell/explanation.h"

#include "core/workspace/overlay.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"
#include "tests/ui/shell/touching.h"
#include "ui/common/context.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace adit;
using namespace adit::ui;

namespace {

FigureRef figure(const char* index, const char* mineral, Stage stage, int year, const char* source = nullptr) {
    const DatasetPtr data = test::bundled();
    FigureRef ref;
    ref.index = index;
    ref.query.data = data.get();
    ref.query.mineral = *data->mineral(mineral);
    ref.query.stage = stage;
    ref.query.year = year;
    if (source != nullptr) ref.query.source = data->source(source);
    return ref;
}

Explanation explained(const FigureRef& ref) {
    return explain(ref, NumberText(QLocale(QLocale::English, QLocale::UnitedKingdom)));
}

bool contains(const QString& text, const char* part) {
    return text.contains(QString::fromUtf8(part));
}

}  // namespace

TEST(Explanation, CobaltMining2022OnWorldMiningDataReadsAsPublished) {
    const Explanation e = explained(figure("hhi-10k", "cobalt", Stage::mine, 2022, "wmd-2024"));
    EXPECT_EQ(e.title, QStringLiteral("HHI of cobalt mine output by location, 2022"));
    EXPECT_EQ(e.value, QStringLiteral("4\u202F929"));
    EXPECT_EQ(e.suffix, QStringLiteral("of 10\u202F000"));
    EXPECT_EQ(e.reading, QStringLiteral("Highly concentrated"));
    EXPECT_TRUE(contains(e.verdict, "exact"));
    ASSERT_GE(e.formula.size(), 3);
    EXPECT_TRUE(contains(e.formula.first(), "<sub>i</sub>"));
    EXPECT_GE(e.inputs.size(), 19U);
    EXPECT_EQ(e.inputs.front().name, QStringLiteral("DR Congo"));
    EXPECT_FALSE(e.drawnBounds.has_value());
    EXPECT_TRUE(contains(e.citation, "World Mining Data"));
    EXPECT_TRUE(contains(e.citation, "Adit edition"));
}

TEST(Explanation, OtherPublicationsStandBesideTheOneInUse) {
    const Explanation e = explained(figure("hhi-10k", "cobalt", Stage::mine, 2022, "wmd-2024"));
    ASSERT_FALSE(e.others.empty());
    for (const OtherSource& other : e.others) {
        EXPECT_NE(other.source, *test::bundled()->source("wmd-2024"));
        EXPECT_FALSE(other.value.isEmpty());
    }
}

TEST(Explanation, WhatIsNotAttributedMakesAnIntervalWithItsRule) {
    const Explanation e = explained(figure("hhi-10k", "cobalt", Stage::mine, 2024, "usgs-mcs2026"));
    ASSERT_TRUE(e.drawnBounds.has_value());
    EXPECT_NEAR(e.drawnBounds->lo, 5750, 1);
    EXPECT_GT(e.drawnBounds->hi, e.drawnBounds->lo);
    EXPECT_TRUE(contains(e.bounds, "Between"));
    EXPECT_FALSE(contains(e.verdict, "exact"));
}

TEST(Explanation, AWithheldProducerIsShownAsWithheld) {
    const Explanation e = explained(figure("hhi-10k", "antimony", Stage::mine, 2025, "usgs-mcs2026"));
    const auto withheld = std::find_if(e.inputs.begin(), e.inputs.end(),
                                       [](const ExplainedInput& input) { return input.state == State::withheld; });
    ASSERT_NE(withheld, e.inputs.end());
    EXPECT_EQ(withheld->name, QStringLiteral("United States"));
    EXPECT_TRUE(contains(withheld->value, "W"));
}

TEST(Explanation, AnAbsentFigureSaysWhy) {
    const Explanation e = explained(figure("hhi-10k", "cobalt", Stage::component, 2022));
    EXPECT_EQ(e.value, QStringLiteral("n/a"));
    EXPECT_TRUE(contains(e.bounds, "no published"));
    EXPECT_TRUE(e.inputs.empty());
}

TEST(Explanation, AShareNamesItsEconomy) {
    FigureRef ref = figure("share", "cobalt", Stage::mine, 2022, "wmd-2024");
    ref.query.economy = test::bundled()->economy("COD");
    const Explanation e = explained(ref);
    EXPECT_TRUE(e.title.startsWith(QStringLiteral("DR Congo: share of world output"))) << e.title.toStdString();
    EXPECT_TRUE(contains(e.value, "69.5"));
}

TEST(Explanation, AMembersPartOfWhatIsSetForItsBlocSaysSo) {
    const workspace::Overlay overlay = workspace::laidOver(
        test::bundled(),
        test::holding({test::assume(workspace::Quantity::production, "EU27", "copper", "mine/2023", 900'000.0)}));
    FigureRef ref = figure("hhi", "copper", Stage::mine, 2023);
    ref.query.data = overlay.data.get();
    const Explanation e = explained(ref);
    const QString said = test::touching(e);
    EXPECT_TRUE(contains(said, "Poland: ")) << said.toStdString();
    EXPECT_TRUE(contains(said, ", a part of the 900")) << said.toStdString();
    EXPECT_TRUE(contains(said, "of EU27")) << said.toStdString();
    EXPECT_FALSE(e.assumptions.front().key);  // the bloc's is not this member's to take back
}

TEST(Explanation, AShareThatRestsOnAssumedImportsNamesTheTonnes) {
    workspace::Edit edit = test::assume(workspace::Quantity::imports, "USA", "copper", "refine/2024/CHL", 123'000.0);
    std::get<workspace::SetAssumption>(edit).value->baseline = 600'000.0;
    const workspace::Overlay overlay = workspace::laidOver(test::bundled(), test::holding({edit}));
    FigureRef ref = figure("supply-hhi", "copper", Stage::refine, 2024);
    ref.query.data = overlay.data.get();
    ref.query.economy = overlay.data->economy("USA");
    const Explanation e = explained(ref);
    const QString said = test::touching(e);
    ASSERT_TRUE(e.assumptions.front().key);
    EXPECT_EQ(e.assumptions.front().key->detail, "refine/2024/CHL");
    EXPECT_TRUE(contains(said, "Chile: ")) << said.toStdString();
    EXPECT_TRUE(contains(said, " of 123 000 t/yr, published 600 000 t/yr") ||
                contains(said, " of 123 kt/yr, published 600 kt/yr"))
        << said.toStdString();
}

TEST(Explanation, InputsAreCopiedAsATableWithTheirSourcesAndTheCitation) {
    const Explanation e = explained(figure("hhi-10k", "cobalt", Stage::mine, 2022, "wmd-2024"));
    const QStringList lines = inputsAsTable(e).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    EXPECT_EQ(lines.first(), e.title);
    EXPECT_EQ(lines.last(), e.citation);
    EXPECT_EQ(static_cast<std::size_t>(lines.size()), e.inputs.size() + 4)
        << "title, header, inputs, their publication, citation";
    EXPECT_TRUE(lines[2].startsWith(QStringLiteral("DR Congo\t115\u202F371"))) << lines[2].toStdString();
}
