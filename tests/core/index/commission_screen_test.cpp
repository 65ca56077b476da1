#include "core/consumer/screen.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

namespace {

double valueOf(const Figure& figure, std::string_view name) {
    for (const Input& input : figure.inputs) {
        if (input.name == name) return input.value.value_or(-1.0);
    }
    return -1.0;
}

}  // namespace

TEST(CommissionScreen, TheUnionsMagnesiumMeetsIt) {
    const Figure figure = bundledFigure("commission-screen", "magnesium", Stage::refine, 2024, "EU27");
    EXPECT_EQ(figure.value, 3.0);
    const double outside = valueOf(figure, "imports");
    const double inside = valueOf(figure, "inside the bloc");
    EXPECT_GT(inside, 0.0);
    EXPECT_GT(outside / (outside + inside), 0.5);
    EXPECT_GT(outside / valueOf(figure, "exports"), 1.0);
    EXPECT_TRUE(figure.formula.back().ends_with(": met"));
}

TEST(CommissionScreen, AnExporterDoesNotMeetIt) {
    const Figure figure = bundledFigure("commission-screen", "copper", Stage::refine, 2024, "CHL");
    ASSERT_TRUE(figure.value);
    EXPECT_LT(*figure.value, 3.0);
}

TEST(CommissionScreen, CountsAtLeastWhatIsMetAndAtMostWhatIsOpen) {
    using criticality::Verdict;
    const std::array verdicts{Verdict::met, Verdict::uncertain, Verdict::notMet, Verdict::unknown};
    EXPECT_EQ(consumer::countMet(verdicts), (Interval{1.0, 3.0}));
}
