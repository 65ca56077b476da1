#include "ui/shell/explained_inputs.h"

#include "tests/support/bundled.h"
#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

NumberText english() {
    return NumberText(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

FigureRef cobalt2022(const Dataset& data, const char* source) {
    FigureRef ref{"hhi-10k", {}};
    ref.query.data = &data;
    ref.query.mineral = *data.mineral("cobalt");
    ref.query.year = 2022;
    ref.query.source = data.source(source);
    return ref;
}

// Narrow blanks print as plain ones, so that the expectations can be read.
std::string plain(QString text) {
    return text.replace(thinSpace, QLatin1Char(' ')).toStdString();
}

FigureRef sample(const Dataset& data) {
    FigureRef ref{"hhi-10k", {}};
    ref.query.data = &data;
    ref.query.mineral = *data.mineral("cobalt");
    ref.query.year = 2024;
    return ref;
}

}  // namespace

TEST(ExplainedInputs, TheSquaresAddUpToTheIndex) {
    const auto data = test::bundled();
    const Explanation e = explain(cobalt2022(*data, "wmd-2024"), english());
    double sum = 0.0;
    for (const ExplainedInput& input : e.inputs)
        sum += input.part.value_or(0.0);
    EXPECT_NEAR(sum, 4929.0, 1.0);
}

TEST(ExplainedInputs, SmallInputsFoldIntoOneRowAboveTheWorld) {
    const auto data = test::bundled();
    const Explanation e = explain(cobalt2022(*data, "wmd-2024"), english());
    const auto folded = foldedInputs(e, english(), false);
    ASSERT_EQ(folded.size(), 9U);
    EXPECT_TRUE(folded[7].folds);
    EXPECT_EQ(folded[7].name.toStdString(), "12 others \u25B8");
    EXPECT_EQ(plain(folded[7].value), "15 838");
    EXPECT_EQ(folded[8].kind, InputKind::total);
    EXPECT_EQ(plain(folded[8].value), "166 030");
    EXPECT_EQ(plain(folded[8].share), "4 929");
    EXPECT_EQ(foldedInputs(e, english(), true).size(), e.inputs.size() + 1);
}

TEST(ExplainedInputs, AWithheldProducerStaysInSightAndWidensTheBounds) {
    std::vector<test::Figures> rows{{"CHN", 500.0}, {"RUS", {}, test::withheld}};
    for (const char* code : {"AUS", "BEL", "CAN", "CHE", "CHL", "COD", "IDN", "JPN", "ZAF"})
        rows.push_back({code, 40.0});
    const Dataset data = test::DatasetBuilder().output("cobalt", Stage::mine, 2024, "s", rows).build();
    const Explanation e = explain(sample(data), english());
    ASSERT_TRUE(e.drawnBounds);
    EXPECT_LT(e.drawnBounds->lo, e.drawnBounds->hi);
    const auto folded = foldedInputs(e, english(), false);
    const auto withheld =
        std::find_if(folded.begin(), folded.end(), [](const auto& i) { return i.state == State::withheld; });
    ASSERT_NE(withheld, folded.end());
    EXPECT_EQ(withheld->value, QStringLiteral("W"));
    EXPECT_EQ(withheld->flag, QStringLiteral("withheld"));
    EXPECT_TRUE(withheld->share.isEmpty());
    EXPECT_TRUE(e.bounds.contains(QStringLiteral("holds in any case")) ||
                e.bounds.contains(QStringLiteral("leave it open")))
        << e.bounds.toStdString();
}

TEST(ExplainedInputs, EveryLatestConcentrationHasATitleABoundAndACitation) {
    const auto data = test::bundled();
    for (std::size_t i = 0; i < data->minerals.size(); ++i) {
        for (const Stage stage : data->stagesOf(MineralId(i))) {
            const std::vector<int> years = data->yearsOf(MineralId(i), stage);
            if (years.empty()) continue;
            FigureRef ref{"hhi-10k", {}};
            ref.query.data = data.get();
            ref.query.mineral = MineralId(i);
            ref.query.stage = stage;
            ref.query.year = years.back();
            const Explanation e = explain(ref, english());
            const std::string& name = data->minerals[i].slug;
            const bool none = e.value == QLatin1String("n/a");
            EXPECT_EQ(none, e.bounds.startsWith(QStringLiteral("Nothing can be said about it: "))) << name;
            EXPECT_FALSE(e.formula.isEmpty() || e.bounds.isEmpty() || e.citation.isEmpty()) << name;
            EXPECT_FALSE(foldedInputs(e, english(), false).empty()) << name;
            for (const ExplainedInput& input : e.inputs)
                EXPECT_LT(input.value.size(), 14) << name << ": " << plain(input.value);
        }
    }
}
