#include "core/consumer/chain_of.h"
#include "core/exposure/through_chain.h"
#include "tests/support/bundled.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

#include <array>

using namespace adit;
using adit::test::bundledFigure;
using namespace std::chrono_literals;

namespace {

constexpr controls::Day day{2024y / 12 / 31};

exposure::Request cobaltOf(std::string_view code) {
    const Dataset& data = *test::bundled();
    return {{&data, *data.economy(code), *data.mineral("cobalt"), Stage::refine, 2024}, day, {}, {}, {}};
}

}  // namespace

TEST(ExposureChain, IsNeverBelowTheDirectOne) {
    std::size_t above = 0;
    for (const char* mineral : {"cobalt", "gallium", "nickel", "tungsten", "antimony", "copper", "lithium"}) {
        for (const char* code : {"USA", "EU27", "JPN", "KOR", "CHN", "DEU"}) {
            const Figure direct = bundledFigure("exposure-binary", mineral, Stage::refine, 2024, code);
            const Figure through = bundledFigure("exposure-chain", mineral, Stage::refine, 2024, code);
            if (!direct.bounds) continue;
            ASSERT_TRUE(through.value && through.bounds) << mineral << ' ' << code;
            EXPECT_GE(*through.value, *direct.value - 1e-9) << mineral << ' ' << code;
            EXPECT_GE(through.bounds->hi, direct.bounds->hi - 1e-9) << mineral << ' ' << code;
            EXPECT_LE(through.bounds->hi, 1.0 + 1e-12);
            EXPECT_TRUE(test::isSourced(through)) << mineral << ' ' << code;
            above += *through.value > *direct.value + 1e-9 ? 1U : 0U;
        }
    }
    EXPECT_GT(above, 0U);  // somewhere a measure on ore bites behind the direct supplier
}

TEST(ExposureChain, WithASupplierBannedIsTheShareThatPassesIt) {
    const Dataset& data = *test::bundled();
    for (const char* code : {"EU27", "JPN", "USA"}) {
        exposure::Request request = cobaltOf(code);
        request.banned = {*data.economy("COD"), *data.economy("CHN")};
        const auto exposed = exposure::throughChainAt(request);
        ASSERT_TRUE(exposed);
        const Interval passes = chain::chokepoint((*exposed->chain)->chain, request.banned);
        EXPECT_NEAR(exposed->binary, passes.lo, 1e-12) << code;
        EXPECT_NEAR(exposed->binaryRange.hi, passes.hi, 1e-12) << code;
        EXPECT_EQ(exposed->binary, exposed->severity);  // a ban is whole
    }
}

TEST(ExposureChain, WithoutMeasuresIsNothing) {
    exposure::Request request = cobaltOf("JPN");
    request.day = controls::Day{1990y / 1 / 1};
    const auto exposed = exposure::throughChainAt(request);
    ASSERT_TRUE(exposed);
    EXPECT_EQ(exposed->binary, 0.0);
    EXPECT_TRUE(exposed->counted.empty());
}

TEST(ExposureChain, NothingLiesBehindTheMine) {
    EXPECT_FALSE(bundledFigure("exposure-chain", "cobalt", Stage::mine, 2024, "JPN").bounds);
}
