#include "core/shock/price_shock.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

using namespace adit;
using namespace adit::shock;

RC_GTEST_PROP(PriceShock, AgreesWithTheClosedForm, ()) {
    const double supply = *rc::gen::inRange(10, 100) / 100.0;
    const double ed = *rc::gen::inRange(5, 100) / 100.0;
    const double es = *rc::gen::inRange(0, 100) / 100.0;
    const double expected = std::pow(1.0 / supply, 1.0 / (ed + es));
    if (expected > 1e6) return;
    const auto result = equilibrium({1.0, supply, unbounded, 0.0, ed, es});
    RC_ASSERT(result.has_value());
    RC_ASSERT(std::fabs(result->priceRatio / expected - 1.0) < 1e-7);
}

TEST(PriceShock, ElasticitiesAreNeverDefaulted) {
    EXPECT_EQ(equilibrium({1.0, 0.4, unbounded, 0.0, 0.3, std::nullopt}).error().code, ErrorCode::missing);
    EXPECT_EQ(equilibrium({1.0, 0.4, unbounded, 0.0, 0.0, 0.0}).error().code, ErrorCode::missing);
}

TEST(PriceShock, NoSupplyAtAllIsBeyondTheRange) {
    EXPECT_TRUE(equilibrium({1.0, 0.0, unbounded, 0.0, 0.3, 0.2})->beyondRange);
}
