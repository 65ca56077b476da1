#include "core/consumer/foreign_output.h"

#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;

namespace {

struct Case {
    Dataset data;
    index::Query query;

    explicit Case(std::string_view who) {
        data = test::DatasetBuilder()
                   .bloc("BLOC", {"BEL", "FIN"})
                   .output("cobalt", Stage::mine, 2024, "s",
                           {{"BEL", 5.0}, {"FIN", 3.0}, {"COD", 60.0}, {"AUS", 20.0}, {"CHN", {}, test::withheld}})
                   .build();
        query.data = &data;
        query.mineral = *data.mineral("cobalt");
        query.year = 2024;
        query.economy = *data.economy(who);
    }
};

}  // namespace

TEST(ForeignOutput, IsWhatLiesBeyondTheBorderOfABloc) {
    const Case c("BLOC");
    const std::vector<EconomyId> inside{*c.data.economy("COD")};
    const auto found = consumer::supplyingOf(c.query, {0.5, 0.8, 1.0}, inside);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->domestic, 8.0);
    ASSERT_EQ(found->abroad.size(), 3U);
    EXPECT_EQ(stockpiles::usable(found->abroad[0].output), 0.0);  // in the conflict
    EXPECT_NEAR(stockpiles::usable(found->abroad[1].output), 20.0 * 0.5 * 0.8, 1e-12);
}

TEST(ForeignOutput, CountsTheLeastOfWhatIsWithheld) {
    const Case c("BEL");
    const auto found = consumer::supplyingOf(c.query, {}, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->domestic, 5.0);
    EXPECT_TRUE(found->abroad.back().withheld);
    EXPECT_EQ(found->abroad.back().output.output, 0.0);
}
