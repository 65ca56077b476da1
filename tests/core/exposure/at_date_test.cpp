#include "core/exposure/at_date.h"

#include "tests/support/bundled.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::exposure;

namespace {

AtDate exposed(std::string_view consumer, std::string_view mineral, Stage stage, std::string_view day) {
    const Dataset& data = *test::bundled();
    const controls::Day date = *controls::firstDay(day);
    const int year = static_cast<int>(std::chrono::year_month_day(date).year());
    const auto result = exposureAt(
        {{&data, *data.economy(consumer), *data.mineral(mineral), stage, year}, date, *data.economy("CHN"), {}});
    EXPECT_TRUE(result) << consumer << ' ' << mineral;
    return result ? *result : AtDate{};
}

}  // namespace

TEST(ExposureAtDate, NothingBeforeTheFirstMeasure) {
    EXPECT_EQ(exposed("USA", "gallium", Stage::refine, "2023-07-01").binaryRange, (Interval{0.0, 0.0}));
    EXPECT_EQ(exposed("EU27", "germanium", Stage::refine, "2023-07-01").severity, 0.0);
}

TEST(ExposureAtDate, TheBanOnTheUnitedStatesIsSuspendedAndTheLicenceStays) {
    const AtDate banned = exposed("USA", "gallium", Stage::refine, "2025-10-31");
    EXPECT_DOUBLE_EQ(banned.binary, 0.18);
    EXPECT_DOUBLE_EQ(banned.severity, 0.18);
    const AtDate licensed = exposed("USA", "gallium", Stage::refine, "2026-01-31");
    EXPECT_DOUBLE_EQ(licensed.binary, 0.18);
    EXPECT_NEAR(licensed.severity, 0.18 * 0.3, 1e-12);
}

TEST(ExposureAtDate, TheBanNeverAppliedToTheUnion) {
    EXPECT_NEAR(exposed("EU27", "gallium", Stage::refine, "2025-10-31").severity, 0.69 * 0.3, 1e-12);
}

TEST(ExposureAtDate, ElementsTouchTheGroupInPartOnly) {
    const AtDate e = exposed("USA", "rare-earths", Stage::refine, "2025-04-30");
    EXPECT_EQ(e.binary, 0.0);
    EXPECT_GT(e.binaryRange.hi, 0.7);
}

TEST(ExposureAtDate, ACustomsCodeReachesTheStageThatTradesIt) {
    // The licence on graphite names 2504 10, which stands at the mine.
    EXPECT_GT(exposed("JPN", "graphite-natural", Stage::mine, "2024-12-31").binary, 0.8);
    EXPECT_EQ(exposed("JPN", "graphite-natural", Stage::mine, "2023-07-01").binary, 0.0);
}

TEST(ExposureAtDate, AQuotaReportedAsOverDoesNotCount) {
    EXPECT_EQ(exposed("JPN", "antimony", Stage::refine, "2023-07-01").binary, 0.0);
}
