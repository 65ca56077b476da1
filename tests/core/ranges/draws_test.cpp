#include "core/ranges/draws.h"

#include "core/base/random.h"
#include "core/ranges/decomposition.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <atomic>
#include <cmath>
#include <memory>

using namespace adit;
using namespace adit::ranges;

namespace {

std::vector<double> sum(std::span<const double> x) {
    double out = 0.0;
    for (const double value : x)
        out += value;
    return {out};
}

}  // namespace

TEST(Random, KeyedNumbersAreTheSameForEver) {
    EXPECT_EQ(mixed(0), 0xE220A8397B1DCDAFULL);    // the published first output of SplitMix64 for seed 0
    EXPECT_EQ(keyOf("a"), 0xAF63DC4C8601EC8CULL);  // the published FNV-1a of "a"
    EXPECT_NE(uniform(1, 2, 3), uniform(1, 3, 2));
}

TEST(Random, UniformNumbersFillTheInterval) {
    double mean = 0.0;
    for (std::uint64_t n = 0; n < 20000; ++n)
        mean += uniform(7, n, keyOf("stock")) / 20000.0;
    EXPECT_NEAR(mean, 0.5, 0.01);
}

TEST(Draws, ThreadsDoNotChangeTheResult) {
    const std::array inputs{RangedInput{"a", Triangular{0, 1, 4}}, RangedInput{"b", Lognormal{100, 0.2}},
                            RangedInput{"c", Beta{2, 3}}};
    EXPECT_EQ(*run(inputs, sum, {2000, 5, 1}), *run(inputs, sum, {2000, 5, 4}));
}

TEST(Draws, AnotherInputDoesNotChangeTheDrawsOfTheFirst) {
    const RangedInput a{"a", Triangular{0, 1, 4}};
    const std::array one{a};
    const std::array two{RangedInput{"z", Uniform{{0, 1}}}, a};
    const auto first = run(one, [](std::span<const double> x) { return std::vector{x[0]}; }, {500, 3, 1});
    const auto second = run(two, [](std::span<const double> x) { return std::vector{x[1]}; }, {500, 3, 1});
    EXPECT_EQ(first->figures, second->figures);
}

TEST(Draws, AnotherSeedGivesAnotherResult) {
    const std::array inputs{RangedInput{"a", Triangular{0, 1, 4}}};
    EXPECT_NE(run(inputs, sum, {100, 1, 1})->figures, run(inputs, sum, {100, 2, 1})->figures);
}

TEST(Draws, AFigureThatIsNotAlwaysDefinedSaysHowOften) {
    const std::array inputs{RangedInput{"a", Uniform{{-1, 1}}}};
    const auto outcome =
        run(inputs, [](std::span<const double> x) { return std::vector{std::sqrt(x[0])}; }, {1000, 1, 1});
    ASSERT_TRUE(outcome->figures[0]);
    EXPECT_GT(outcome->figures[0]->defined, 400U);
    EXPECT_LT(outcome->figures[0]->defined, 600U);
}

TEST(Draws, AStopIsHonouredWithinSixtyFourDraws) {
    const auto source = std::make_unique<std::stop_source>();  // on the heap: GCC 12 warns of one on the stack
    RunControl control{source->get_token(), {}};
    std::atomic<int> count = 0;
    const std::array inputs{RangedInput{"a", Uniform{{0, 1}}}};
    const auto outcome = run(
        inputs,
        [&](std::span<const double> x) {
            if (++count == 100) source->request_stop();
            return sum(x);
        },
        {100000, 1, 1}, control);
    ASSERT_TRUE(outcome);
    EXPECT_TRUE(outcome->partial);
    EXPECT_LE(outcome->completed, 164U);
}

TEST(Draws, RefusesWhatCannotBe) {
    const std::array twins{RangedInput{"a", Point{1}}, RangedInput{"a", Point{1}}};
    EXPECT_FALSE(run(twins, sum, {10, 1, 1}));
    const std::array reversed{RangedInput{"a", Triangular{2, 1, 3}}};
    EXPECT_FALSE(run(reversed, sum, {10, 1, 1}));
    EXPECT_FALSE(run({}, sum, {mostDraws + 1, 1, 1}));
}

TEST(Distribution, ByStateOfTheInput) {
    EXPECT_EQ(*byState(State::known, 5.0, std::nullopt), Distribution(Point{5.0}));
    EXPECT_EQ(*byState(State::estimated, 5.0, std::nullopt), Distribution(Lognormal{5.0, 0.10}));
    EXPECT_EQ(*byState(State::withheld, std::nullopt, Interval{1, 3}), Distribution(Uniform{{1, 3}}));
    EXPECT_FALSE(byState(State::withheld, std::nullopt, std::nullopt));
}

RC_GTEST_PROP(Distribution, QuantilesRise, ()) {
    const std::array all{Distribution(Triangular{0, 1, 4}), Distribution(Uniform{{2, 5}}),
                         Distribution(Lognormal{10, 0.5}), Distribution(Normal{0, 1, {-2.5, 2.5}}),
                         Distribution(Beta{2, 5})};
    const double p = *rc::gen::inRange(1, 998) / 1000.0;
    for (const Distribution& d : all)
        RC_ASSERT(quantile(d, p) <= quantile(d, p + 0.001));
}

TEST(Distribution, DirichletSharesAddUpAndTheirMeanHhiIsTheExpectedOne) {
    const std::array alpha{70.0, 20.0, 10.0};
    double mean = 0.0;
    constexpr int draws = 4000;
    for (std::uint64_t n = 0; n < draws; ++n) {
        const std::array u{uniform(1, n, 11), uniform(1, n, 12), uniform(1, n, 13)};
        const auto shares = dirichlet(alpha, u);
        EXPECT_NEAR(shares[0] + shares[1] + shares[2], 1.0, 1e-12);
        for (const double s : shares)
            mean += s * s / draws;
    }
    EXPECT_NEAR(mean, expectedHhi(alpha), 0.003);
}

RC_GTEST_PROP(Decomposition, ThePartsAddUpToTheDifference, ()) {
    std::vector<Switched> inputs;
    const int n = *rc::gen::inRange(1, 6);
    for (int i = 0; i < n; ++i) {
        inputs.push_back({"input", *rc::gen::inRange(1, 100) / 10.0, *rc::gen::inRange(1, 100) / 10.0});
    }
    const auto result = decompose(inputs, [](std::span<const double> x) {
        double product = 1.0;
        for (const double factor : x)
            product *= 1.0 + factor;
        return std::optional(product);
    });
    RC_ASSERT(result.has_value());
    double parts = 0.0;
    for (const double part : result->parts)
        parts += part;
    RC_ASSERT(std::fabs(parts - result->absolute()) <= 1e-9 * std::max(1.0, std::fabs(result->absolute())));
}
