// Worked vectors of the concentration methods, each against the function that the indices use. Shares of a
// market without a published total; relative tolerance 1e-9.
#include "core/index/bounds.h"
#include "core/index/concentration.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <string_view>

using namespace adit;
using index::ResidualRule;

namespace {

struct Quantities {
    std::string_view name;
    std::vector<double> q;
    std::string_view output;
    std::optional<double> expected;
};

struct Residual {
    std::string_view name;
    std::vector<double> shares;
    double rest;
    ResidualRule rule;
    double cap;
    std::optional<int> others;
    std::string_view output;
    double expected;
};

struct Box {
    std::string_view name;
    std::vector<Interval> q;
    std::string_view output;
    double expected;
};

// clang-format off
const std::vector<Quantities> quantities{
    {"doj", {30.0, 30.0, 20.0, 20.0}, "hhi", 0.26},
    {"doj", {30.0, 30.0, 20.0, 20.0}, "hhi10k", 2600.0},
    {"doj", {30.0, 30.0, 20.0, 20.0}, "hhi_norm", 0.013333333333333345},
    {"doj", {30.0, 30.0, 20.0, 20.0}, "neff", 3.846153846153846},
    {"doj", {30.0, 30.0, 20.0, 20.0}, "shannon", 1.366158847569202},
    {"doj", {30.0, 30.0, 20.0, 20.0}, "neff1", 3.9202634084155794},
    {"doj", {30.0, 30.0, 20.0, 20.0}, "evenness", 0.9854752972273345},
    {"doj", {30.0, 30.0, 20.0, 20.0}, "cr3", 0.8},
    {"doj", {30.0, 30.0, 20.0, 20.0}, "n1_no_demand", 0.7},
    {"four", {40.0, 30.0, 20.0, 10.0}, "hhi", 0.30000000000000004},
    {"four", {40.0, 30.0, 20.0, 10.0}, "hhi10k", 3000.0000000000005},
    {"four", {40.0, 30.0, 20.0, 10.0}, "hhi_norm", 0.06666666666666672},
    {"four", {40.0, 30.0, 20.0, 10.0}, "neff", 3.333333333333333},
    {"four", {40.0, 30.0, 20.0, 10.0}, "shannon", 1.2798542258336674},
    {"four", {40.0, 30.0, 20.0, 10.0}, "neff1", 3.5961154666243216},
    {"four", {40.0, 30.0, 20.0, 10.0}, "evenness", 0.9232196723355077},
    {"four", {40.0, 30.0, 20.0, 10.0}, "cr3", 0.9},
    {"four", {40.0, 30.0, 20.0, 10.0}, "n1_no_demand", 0.6},
    {"mono", {7.0}, "hhi", 1.0},
    {"mono", {7.0}, "hhi10k", 10000.0},
    {"mono", {7.0}, "hhi_norm", 1.0},
    {"mono", {7.0}, "neff", 1.0},
    {"mono", {7.0}, "shannon", -0.0},
    {"mono", {7.0}, "neff1", 1.0},
    {"mono", {7.0}, "evenness", 1.0},
    {"mono", {7.0}, "cr3", 1.0},
    {"mono", {7.0}, "n1_no_demand", 0.0},
    {"equal5", {3.0, 3.0, 3.0, 3.0, 3.0}, "hhi", 0.20000000000000004},
    {"equal5", {3.0, 3.0, 3.0, 3.0, 3.0}, "hhi10k", 2000.0000000000005},
    {"equal5", {3.0, 3.0, 3.0, 3.0, 3.0}, "hhi_norm", 3.469446951953614e-17},
    {"equal5", {3.0, 3.0, 3.0, 3.0, 3.0}, "neff", 4.999999999999999},
    {"equal5", {3.0, 3.0, 3.0, 3.0, 3.0}, "shannon", 1.6094379124341005},
    {"equal5", {3.0, 3.0, 3.0, 3.0, 3.0}, "neff1", 5.000000000000001},
    {"equal5", {3.0, 3.0, 3.0, 3.0, 3.0}, "evenness", 1.0000000000000002},
    {"equal5", {3.0, 3.0, 3.0, 3.0, 3.0}, "cr3", 0.6},
    {"equal5", {3.0, 3.0, 3.0, 3.0, 3.0}, "n1_no_demand", 0.8},
    {"skew", {1000000.0, 1.0, 1.0}, "hhi", 0.9999960000139999},
    {"skew", {1000000.0, 1.0, 1.0}, "hhi10k", 9999.96000014},
    {"skew", {1000000.0, 1.0, 1.0}, "hhi_norm", 0.9999940000209997},
    {"skew", {1000000.0, 1.0, 1.0}, "neff", 1.000004000002},
    {"skew", {1000000.0, 1.0, 1.0}, "shannon", 2.9630963854026482e-05},
    {"skew", {1000000.0, 1.0, 1.0}, "neff1", 1.0000296314028554},
    {"skew", {1000000.0, 1.0, 1.0}, "evenness", 2.6971265622696835e-05},
    {"skew", {1000000.0, 1.0, 1.0}, "cr3", 1.0},
    {"skew", {1000000.0, 1.0, 1.0}, "n1_no_demand", 1.999996000034976e-06},
    {"unequal-total", {12.5, 0.0, 87.5}, "hhi", 0.78125},
    {"unequal-total", {12.5, 0.0, 87.5}, "hhi10k", 7812.5},
    {"unequal-total", {12.5, 0.0, 87.5}, "hhi_norm", 0.5625},
    {"unequal-total", {12.5, 0.0, 87.5}, "neff", 1.28},
    {"unequal-total", {12.5, 0.0, 87.5}, "shannon", 0.37677016125643675},
    {"unequal-total", {12.5, 0.0, 87.5}, "neff1", 1.4575692649810903},
    {"unequal-total", {12.5, 0.0, 87.5}, "evenness", 0.5435644431995964},
    {"unequal-total", {12.5, 0.0, 87.5}, "cr3", 1.0},
    {"unequal-total", {12.5, 0.0, 87.5}, "n1_no_demand", 0.125},
    {"zero-total", {0.0, 0.0}, "share", {}},
    {"zero-total", {0.0, 0.0}, "hhi", {}},
};

const std::vector<Residual> residuals{
    {"residual-others-cap-smallest", {0.5, 0.2, 0.1}, 0.2, ResidualRule::othersCapped, 0.1, {}, "lo", 0.30000000000000004},
    {"residual-others-cap-smallest", {0.5, 0.2, 0.1}, 0.2, ResidualRule::othersCapped, 0.1, {}, "hi", 0.32000000000000006},
    {"residual-others-n5", {0.5, 0.2, 0.1}, 0.2, ResidualRule::others, 0.0, 5, "lo", 0.30800000000000005},
    {"residual-others-n5", {0.5, 0.2, 0.1}, 0.2, ResidualRule::others, 0.0, 5, "hi", 0.34},
    {"residual-others-nocap", {0.5, 0.2, 0.1}, 0.2, ResidualRule::others, 0.0, {}, "lo", 0.30000000000000004},
    {"residual-others-nocap", {0.5, 0.2, 0.1}, 0.2, ResidualRule::others, 0.0, {}, "hi", 0.34},
    {"residual-anyone", {0.5, 0.2, 0.1}, 0.2, ResidualRule::anyone, 0.0, {}, "lo", 0.30000000000000004},
    {"residual-anyone", {0.5, 0.2, 0.1}, 0.2, ResidualRule::anyone, 0.0, {}, "hi", 0.54},
    {"residual-cap-remainder", {0.5, 0.2, 0.1}, 0.2, ResidualRule::othersCapped, 0.08, {}, "lo", 0.30000000000000004},
    {"residual-cap-remainder", {0.5, 0.2, 0.1}, 0.2, ResidualRule::othersCapped, 0.08, {}, "hi", 0.3144},
};

const std::vector<Box> boxes{
    {"interval-2", {{60.0, 60.0}, {20.0, 20.0}, {5.0, 20.0}, {0.0, 10.0}}, "lo", 0.371900826446281},
    {"interval-2", {{60.0, 60.0}, {20.0, 20.0}, {5.0, 20.0}, {0.0, 10.0}}, "hi", 0.5570934256055363},
    {"interior-min", {{30.0, 30.0}, {30.0, 30.0}, {0.0, 100.0}}, "lo", 0.3333333333333333},
    {"interior-min", {{30.0, 30.0}, {30.0, 30.0}, {0.0, 100.0}}, "hi", 0.5},
    {"all-open", {{0.0, 50.0}, {10.0, 40.0}, {5.0, 60.0}}, "lo", 0.3333333333333333},
    {"all-open", {{0.0, 50.0}, {10.0, 40.0}, {5.0, 60.0}}, "hi", 0.8024691358024691},
    {"wide-5", {{10.0, 10.0}, {0.0, 30.0}, {0.0, 8.0}, {2.0, 9.0}, {1.0, 50.0}}, "lo", 0.20098441345365048},
    {"wide-5", {{10.0, 10.0}, {0.0, 30.0}, {0.0, 8.0}, {2.0, 9.0}, {1.0, 50.0}}, "hi", 0.6774193548387096},
};
// clang-format on

void expectClose(double found, double expected, std::string_view name, std::string_view output) {
    EXPECT_NEAR(found, expected, 1e-9 * std::fabs(expected) + 1e-12) << name << " " << output;
}

std::optional<double> scaled(std::optional<double> x, double by) {
    return x ? std::optional(*x * by) : std::nullopt;
}

std::optional<double> compute(const Quantities& v) {
    const double total = std::accumulate(v.q.begin(), v.q.end(), 0.0);
    const auto hhi = concentration::hhi(v.q, total);
    if (v.output == "hhi") return hhi;
    if (v.output == "hhi10k") return scaled(hhi, 10000.0);
    if (v.output == "share") return concentration::largest(v.q, total, 1);
    const auto n = static_cast<double>(concentration::producers(v.q));
    const auto entropy = concentration::entropy(v.q, total);
    if (!hhi || !entropy) return std::nullopt;
    if (v.output == "hhi_norm") return concentration::normalised(*hhi, n);
    if (v.output == "neff") return 1.0 / *hhi;
    if (v.output == "shannon") return entropy;
    if (v.output == "neff1") return std::exp(*entropy);
    if (v.output == "evenness") return concentration::evenness(*entropy, n);
    if (v.output == "cr3") return concentration::largest(v.q, total, 3);
    if (v.output == "n1_no_demand") return 1.0 - *concentration::largest(v.q, total, 1);
    ADD_FAILURE() << "no such output: " << v.output;
    return std::nullopt;
}

double endOf(const index::Spread& spread, std::string_view output) {
    const Interval range = hhiBounds(spread).range;
    return output == "lo" ? range.lo : range.hi;
}

}  // namespace

TEST(Vectors, ConcentrationOfKnownQuantities) {
    for (const Quantities& v : quantities) {
        const std::optional<double> found = compute(v);
        ASSERT_EQ(found.has_value(), v.expected.has_value()) << v.name << " " << v.output;
        if (found) expectClose(*found, *v.expected, v.name, v.output);
    }
    EXPECT_EQ(quantities.size(), 56U);
}

TEST(Vectors, BoundsOfAResidual) {
    for (const Residual& v : residuals) {
        index::Spread spread;
        for (const double s : v.shares)
            spread.parts.push_back({{s, s}, 1.0});
        spread.rest = v.rest;
        spread.rule = v.rule;
        spread.cap = v.cap;
        spread.others = v.others;
        expectClose(endOf(spread, v.output), v.expected, v.name, v.output);
    }
    EXPECT_EQ(residuals.size(), 10U);
}

TEST(Vectors, BoundsOfIntervalQuantities) {
    for (const Box& v : boxes) {
        index::Spread spread;
        for (const Interval& q : v.q)
            spread.parts.push_back({q, 1.0});
        expectClose(endOf(spread, v.output), v.expected, v.name, v.output);
    }
    EXPECT_EQ(boxes.size(), 8U);
}
