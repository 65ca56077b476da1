#include "core/consumer/hubs.h"

#include "tests/support/bundled.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace adit;
using namespace adit::consumer;

namespace {

Question about(std::string_view consumer, std::string_view mineral, Stage stage) {
    const Dataset& data = *test::bundled();
    return {&data, *data.economy(consumer), *data.mineral(mineral), stage, 2024};
}

double total(const chain::Mix& mix) {
    double sum = 0.0;
    for (const chain::Source& source : mix)
        sum += source.share;
    return sum;
}

}  // namespace

TEST(Hubs, SharesAddUpToOneForEveryMineral) {
    const Dataset& data = *test::bundled();
    std::size_t seen = 0;
    for (const Mineral& mineral : data.minerals) {
        for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
            for (const char* who : {"EU27", "DEU"}) {
                const auto found = lookThrough(about(who, mineral.slug, stage), {HubRule::automatic, {}});
                if (!found) continue;
                ++seen;
                EXPECT_NEAR(total(found->mix), 1.0, 1e-9) << mineral.slug;
            }
        }
    }
    EXPECT_GT(seen, 60U);
}

TEST(Hubs, AreThoseThatExportAtLeastTwiceWhatTheyMake) {
    const Question question = about("DEU", "copper", Stage::refine);
    const auto found = lookThrough(question, {HubRule::automatic, {}});
    ASSERT_TRUE(found);
    ASSERT_FALSE(found->hubs.empty());
    for (const Hub& hub : found->hubs) {
        EXPECT_NE(hub.economy, question.consumer);
        if (hub.output && hub.exports) {
            EXPECT_GE(*hub.exports, hubFactor * *hub.output);
        }
    }
}

TEST(Hubs, ABlocsMembersAreInside) {
    const Dataset& data = *test::bundled();
    const HubChoice choice{HubRule::listed, {*data.economy("NLD"), *data.economy("GBR")}};
    const auto found = lookThrough(about("EU27", "copper", Stage::refine), choice);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->hubs.size(), 1U);
    EXPECT_EQ(found->hubs.front().economy, *data.economy("GBR"));
    for (const chain::Source& source : found->mix)
        EXPECT_FALSE(source.from.valid() && data.isMember(source.from, *data.economy("EU27"), 2024));
}

TEST(Hubs, NoneLeaveTheDirectMix) {
    const auto found = lookThrough(about("EU27", "copper", Stage::refine), {HubRule::none, {}});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->mix, found->direct.mix());
    EXPECT_FALSE(found->flags.has(Flag::proportionalMix));
}
