#include "core/base/sum.h"
#include "core/criticality/without_largest.h"
#include "core/index/bounds.h"
#include "core/index/concentration.h"
#include "core/verification/method.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace adit::verification {
namespace {

constexpr double publishedSlack = 0.005;

struct Market {
    std::vector<double> q;
    double total = 0.0;
    Flags flags;
    index::Spread spread;
};

// Output by economy with a published total: larger than the sum by more than 0.5 %, the difference is not
// attributed; smaller, the sum stands. (methods.md 0.5)
Market marketOf(Inputs& in) {
    Market m;
    m.q = in.numbers("q");
    const double sum = sumOf(m.q);
    const double published = in.number("T", sum);
    m.total = std::max(sum, published);
    if (published < sum * (1.0 - 1e-9)) m.flags.add(Flag::partsExceedTotal);
    for (const double q : m.q) {
        if (!(q >= 0.0)) in.fail("q", "holds a negative number");
        m.spread.parts.push_back({{q, q}, 1.0});
    }
    if (published > sum * (1.0 + publishedSlack)) {
        m.flags.add(Flag::partialCoverage);
        m.spread.rest = published - sum;
        m.spread.rule = index::ResidualRule::othersCapped;
        m.spread.cap = m.q.empty() ? m.spread.rest : *std::min_element(m.q.begin(), m.q.end());
    }
    if (m.total <= 0.0) m.flags.add(Flag::zeroTotal);
    if (concentration::producers(m.q) == 1 && m.spread.rest <= 0.0) m.flags.add(Flag::singleSupplier);
    return m;
}

constexpr std::string_view noTotal = "world total is 0";

// Value and bounds; shares outside 0..1 cannot come out, an absent value has no bounds.
void addIndex(Answers& out, const std::string& name, const Market& m, std::optional<double> value,
              const index::Bounds& bounds, double scale = 1.0) {
    Estimate estimate{value, std::nullopt, m.flags, noTotal};
    if (value) {
        estimate.value = *value * scale;
        estimate.bounds = Interval{scale * bounds.range.lo, scale * bounds.range.hi};
    }
    add(out, name, estimate);
}

Result<Answers> shares(const Case& c) {
    Inputs in(c.json);
    const Market m = marketOf(in);
    if (in.error()) return *in.error();
    Answers out;
    for (std::size_t i = 0; i < m.q.size(); ++i) {
        const auto share = m.total > 0.0 ? std::optional(m.q[i] / m.total) : std::nullopt;
        if (i == 0) add(out, "share", share, noTotal, m.flags);
        add(out, "share " + std::to_string(i + 1), share, noTotal, m.flags);
    }
    return out;
}

Result<Answers> herfindahl(const Case& c) {
    Inputs in(c.json);
    const Market m = marketOf(in);
    if (in.error()) return *in.error();
    Answers out;
    const auto value = concentration::hhi(m.q, m.total);
    const index::Bounds bounds = value ? index::hhiBounds(m.spread) : index::Bounds{};
    addIndex(out, "hhi", m, value, bounds);
    addIndex(out, "hhi10k", m, value, bounds, 10'000.0);
    return out;
}

Result<Answers> normalised(const Case& c) {
    Inputs in(c.json);
    const Market m = marketOf(in);
    if (in.error()) return *in.error();
    Answers out;
    const auto n = static_cast<double>(concentration::producers(m.q));
    auto value = concentration::hhi(m.q, m.total);
    if (value) value = concentration::normalised(*value, n);
    const index::Bounds bounds = value ? index::normalisedBounds(m.spread) : index::Bounds{};
    if (value && m.spread.rest > 0.0) {  // the number of producers is not known
        add(out, "hhi_norm", Estimate{std::nullopt, bounds.range, m.flags, "the number of producers is not known"});
    } else {
        addIndex(out, "hhi_norm", m, value, bounds);
    }
    add(out, "n", n, m.flags);
    return out;
}

Result<Answers> diversity(const Case& c) {
    Inputs in(c.json);
    const Market m = marketOf(in);
    if (in.error()) return *in.error();
    Answers out;
    const auto hhi = concentration::hhi(m.q, m.total);
    const auto entropy = concentration::entropy(m.q, m.total);
    const auto over = [](double x) { return 1.0 / x; };
    const auto n = static_cast<double>(concentration::producers(m.q));
    const Interval range = hhi ? index::hhiBounds(m.spread).range : Interval{1.0, 1.0};
    addIndex(out, "neff", m, hhi ? std::optional(over(*hhi)) : std::nullopt, {{over(range.hi), over(range.lo)}, false});
    add(out, "shannon", entropy, noTotal, m.flags);
    add(out, "neff1", entropy ? std::optional(std::exp(*entropy)) : std::nullopt, noTotal, m.flags);
    add(out, "evenness", entropy ? std::optional(concentration::evenness(*entropy, n)) : std::nullopt, noTotal,
        m.flags);
    for (const std::size_t k : {1U, 3U, 4U, 5U}) {
        const auto value = concentration::largest(m.q, m.total, k);
        addIndex(out, "cr" + std::to_string(k), m, value, value ? index::largestBounds(m.spread, k) : index::Bounds{});
    }
    return out;
}

Result<Answers> withoutLargest(const Case& c) {
    Inputs in(c.json);
    Answers out;
    if (in.has("imports")) {
        const auto imports = in.numbers("imports");
        const double production = in.number("P", 0.0);
        const auto consumption = in.optional("C");
        if (in.error()) return *in.error();
        add(out, "n1_consumer", criticality::supplyWithoutLargest(production, imports, consumption));
        return out;
    }
    const Market m = marketOf(in);
    const auto demand = in.optional("D");
    if (in.error()) return *in.error();
    add(out, "n1", criticality::worldWithoutLargest(m.q, m.total, demand));
    add(out, "n1_no_demand", criticality::worldWithoutLargest(m.q, m.total, std::nullopt));
    return out;
}

index::Spread intervalSpread(Inputs& in) {
    index::Spread spread;
    const auto lo = in.numbers("lo");
    const auto hi = in.numbers("hi");
    if (lo.size() != hi.size()) in.fail("hi", "has another length than lo");
    for (std::size_t i = 0; i < std::min(lo.size(), hi.size()); ++i) {
        if (!(lo[i] >= 0.0 && lo[i] <= hi[i])) in.fail("lo", "is negative or above hi");
        spread.parts.push_back({{lo[i], hi[i]}, 1.0});
    }
    return spread;
}

// The rule comes as an input, else from the case's name ("residual-anyone").
index::Spread residualSpread(const Case& c, Inputs& in) {
    index::Spread spread;
    double sum = 0.0;
    for (const double s : in.numbers("s")) {
        if (!(s >= 0.0)) in.fail("s", "holds a negative share");
        spread.parts.push_back({{s, s}, 1.0});
        sum += s;
    }
    spread.rest = in.number("rho", std::max(0.0, 1.0 - sum));
    const std::string rule = in.text("rule", c.name.find("anyone") != std::string_view::npos ? "anyone" : "others");
    spread.rule = rule == "anyone" ? index::ResidualRule::anyone
                  : in.has("cap")  ? index::ResidualRule::othersCapped
                                   : index::ResidualRule::others;
    if (rule != "anyone" && rule != "others") in.fail("rule", "is neither others nor anyone");
    spread.cap = in.number("cap", 0.0);
    if (in.has("cap") && !(spread.cap > 0.0)) in.fail("cap", "is not above 0");
    if (in.has("n")) spread.others = in.whole("n", 0);
    return spread;
}

Result<Answers> bounds(const Case& c) {
    Inputs in(c.json);
    const index::Spread spread = in.has("lo") || in.has("hi") ? intervalSpread(in) : residualSpread(c, in);
    if (in.error()) return *in.error();
    Answers out;
    const double most = spread.total(&Interval::hi) + spread.rest;
    if (most <= 0.0) {
        for (const char* name : {"lo", "hi"})
            add(out, name, std::nullopt, noTotal, {Flag::zeroTotal});
        return out;
    }
    const index::Bounds b = index::hhiBounds(spread);
    const Flags flags = b.approx ? Flags{Flag::approx} : Flags{};
    add(out, "lo", b.range.lo, flags);
    add(out, "hi", b.range.hi, flags);
    return out;
}

const Field quantities{"q", "list", "any one unit", "output of each economy"};
const Field total{"T", "number", "as q", "published world total; the sum where it is missing"};

}  // namespace

std::vector<Method> concentrationMethods() {
    const std::vector<Field> market{quantities, total};
    return {
        {"M01",
         "Share",
         market,
         {{"share", "number", "1", "of the first economy; also share 1, share 2 ..."}},
         false,
         shares},
        {"M02",
         "Herfindahl-Hirschman index",
         market,
         {{"hhi", "number", "1", "also hhi_lo, hhi_hi"}, {"hhi10k", "number", "points", "also hhi10k_lo, hhi10k_hi"}},
         false,
         herfindahl},
        {"M03",
         "Normalised HHI",
         market,
         {{"hhi_norm", "number", "1", "also hhi_norm_lo, hhi_norm_hi"}, {"n", "number", "1", "economies with output"}},
         false,
         normalised},
        {"M04",
         "Effective number, entropy, concentration ratio",
         market,
         {{"neff", "number", "1", "1 / HHI"},
          {"shannon", "number", "nat", "entropy"},
          {"neff1", "number", "1", "exp of the entropy"},
          {"evenness", "number", "1", "entropy over its largest value"},
          {"crK", "number", "1", "the K largest shares: cr1, cr3, cr4, cr5"}},
         false,
         diversity},
        {"M05",
         "Without the largest supplier",
         {quantities,
          total,
          {"D", "number", "as q", "world demand; T where it is missing"},
          {"P", "number", "t/yr", "own production of a consumer"},
          {"imports", "list", "t/yr", "of a consumer, by supplier: then n1_consumer"},
          {"C", "number", "t/yr", "its consumption"}},
         {{"n1", "number", "1", "(T - largest) / D"},
          {"n1_no_demand", "number", "1", "1 - largest share"},
          {"n1_consumer", "number", "1", "what the consumer keeps, over its consumption"}},
         false,
         withoutLargest},
        {"M06",
         "Bounds of HHI",
         {{"s", "list", "1", "known shares"},
          {"rho", "number", "1", "share that is not attributed; what is left to 1"},
          {"rule", "text", "", "others or anyone; else by the case's name"},
          {"cap", "number", "1", "the most that one of the others can have"},
          {"n", "number", "1", "at most so many others exist"},
          {"lo", "list", "any one unit", "instead of shares: lower ends of quantities"},
          {"hi", "list", "as lo", "their upper ends"}},
         {{"lo", "number", "1", "lower bound"}, {"hi", "number", "1", "upper bound"}},
         false,
         bounds},
    };
}

}  // namespace adit::verification
