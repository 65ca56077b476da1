#include "core/base/random.h"
#include "core/base/sum.h"
#include "core/base/text.h"
#include "core/index/concentration.h"
#include "core/ranges/decomposition.h"
#include "core/ranges/draws.h"
#include "core/verification/method.h"

#include <algorithm>

namespace adit::verification {
namespace {

std::optional<double> quantileAsked(std::string_view output) {
    if (!output.starts_with('p')) return std::nullopt;
    const auto percent = text::toDouble(output.substr(1));
    return percent && *percent > 0.0 && *percent < 100.0 ? std::optional(*percent / 100.0) : std::nullopt;
}

Result<Answers> distribution(const Case& c, const ranges::Distribution& d, int draws, int seed) {
    if (const Status status = ranges::check(d); !status) return status.error();
    Answers out;
    if (const auto* lognormal = std::get_if<ranges::Lognormal>(&d)) {
        add(out, "sigma", ranges::shapeOf(*lognormal).sigma);
        add(out, "location", ranges::shapeOf(*lognormal).location);
    }
    for (const char* name : {"p5", "p25", "p50", "p75", "p95"})
        add(out, name, ranges::quantile(d, *quantileAsked(name)));
    if (const auto p = quantileAsked(c.output)) add(out, std::string(c.output), ranges::quantile(d, *p));
    const ranges::RangedInput input{"x", d};
    const ranges::Settings settings{static_cast<std::size_t>(std::max(0, draws)),
                                    static_cast<std::uint64_t>(std::max(0, seed)), 1};
    const auto same = [](std::span<const double> x) { return std::vector<double>(x.begin(), x.end()); };
    const auto result = ranges::run(std::span(&input, 1), same, settings);
    if (!result) return result.error();
    add(out, "drawn_mean", result->figures[0]->mean);
    add(out, "drawn_median", result->figures[0]->median);
    add(out, "drawn_error", result->figures[0]->meanError);
    return out;
}

std::optional<ranges::Distribution> distributionOf(Inputs& in) {
    if (in.has("mean") && in.has("cv")) return ranges::Lognormal{in.number("mean"), in.number("cv")};
    if (in.has("mean")) return ranges::Normal{in.number("mean"), in.number("sd"), {-unbounded, unbounded}};
    if (in.has("mode")) return ranges::Triangular{in.number("low"), in.number("mode"), in.number("high")};
    if (in.has("low")) return ranges::Uniform{{in.number("low"), in.number("high")}};
    if (in.has("a")) return ranges::Beta{in.number("a"), in.number("b")};
    return std::nullopt;
}

Result<Answers> monteCarlo(const Case& c) {
    Inputs in(c.json);
    Answers out;
    const int draws = in.whole("draws", 1000);
    const int seed = in.whole("seed", 1);
    if (in.has("alpha")) {
        const auto alpha = in.numbers("alpha");
        if (in.error()) return *in.error();
        if (alpha.empty() || *std::min_element(alpha.begin(), alpha.end()) <= 0.0) {
            return Error::badInput("input alpha holds a number that is not above 0");
        }
        add(out, "E_hhi", ranges::expectedHhi(alpha));
        add(out, "hhi", concentration::hhi(alpha, sumOf(alpha)), "");
        return out;
    }
    if (in.has("x")) {
        auto x = in.numbers("x");
        const double p = in.number("p");
        if (!(p >= 0.0 && p <= 1.0)) in.fail("p", "lies outside 0..1");
        if (in.error()) return *in.error();
        if (x.empty()) return Error::badInput("input x is empty");
        std::sort(x.begin(), x.end());
        add(out, "q", ranges::quantileOf(x, p));
        return out;
    }
    const auto d = distributionOf(in);
    if (in.error()) return *in.error();
    if (!d) return Error::badInput("none of the distributions' inputs is there");
    return distribution(c, *d, draws, seed);
}

// The figures that tornado and decomposition can be tried on.
std::optional<ranges::Figure1> figureOf(const std::string& name) {
    if (name == "sum") return [](std::span<const double> x) { return std::optional(sumOf(x)); };
    if (name == "product") {
        return [](std::span<const double> x) {
            double product = 1.0;
            for (const double factor : x)
                product *= factor;
            return std::optional(product);
        };
    }
    if (name == "hhi") return [](std::span<const double> x) { return concentration::hhi(x, sumOf(x)); };
    return std::nullopt;
}

std::string idAt(const Json* ids, std::size_t i) {
    const bool given = ids != nullptr && ids->is_array() && i < ids->size() && (*ids)[i].is_string();
    return given ? (*ids)[i].get<std::string>() : std::string(1, static_cast<char>('a' + static_cast<int>(i % 26)));
}

Result<Answers> tornado(const Case& c) {
    Inputs in(c.json);
    const auto low = in.numbers("low");
    const auto central = in.numbers("central");
    const auto high = in.numbers("high");
    const auto figure = figureOf(in.text("figure", "product"));
    if (!figure) in.fail("figure", "is none of sum, product, hhi");
    if (low.size() != central.size() || low.size() != high.size()) in.fail("low", "differs in length from the others");
    if (in.error()) return *in.error();
    std::vector<ranges::Swinging> inputs;
    for (std::size_t i = 0; i < low.size(); ++i)
        inputs.push_back({idAt(in.at("ids"), i), low[i], central[i], high[i]});
    const auto result = ranges::tornado(inputs, *figure);
    if (!result) return result.error();
    Answers out;
    add(out, "central", result->central);
    for (std::size_t i = 0; i < result->bars.size(); ++i) {
        const ranges::Bar& bar = result->bars[i];
        addText(out, "order " + std::to_string(i + 1), bar.id);
        add(out, "swing " + bar.id, bar.swing());
        add(out, "least " + bar.id, bar.least);
        add(out, "most " + bar.id, bar.most);
        add(out, "non_monotone " + bar.id, bar.nonMonotone ? 1.0 : 0.0);
    }
    return out;
}

Result<Answers> difference(const Case& c) {
    Inputs in(c.json);
    const auto before = in.numbers("before");
    const auto after = in.numbers("after");
    const auto figure = figureOf(in.text("figure", "product"));
    if (!figure) in.fail("figure", "is none of sum, product, hhi");
    if (before.size() != after.size()) in.fail("after", "has another length than before");
    if (in.error()) return *in.error();
    std::vector<ranges::Switched> inputs;
    for (std::size_t i = 0; i < before.size(); ++i)
        inputs.push_back({idAt(in.at("ids"), i), before[i], after[i]});
    const auto result = ranges::decompose(inputs, *figure);
    if (!result) return result.error();
    Answers out;
    add(out, "absolute", result->absolute());
    add(out, "relative", result->relative, "the first figure is 0");
    add(out, "parts", sumOf(result->parts));
    for (std::size_t i = 0; i < inputs.size(); ++i)
        add(out, "part " + inputs[i].id, result->parts[i]);
    return out;
}

}  // namespace

std::vector<Method> rangeMethods() {
    const Field figure{"figure", "text", "", "sum, product or hhi of the inputs; product where missing"};
    const Field ids{"ids", "list", "", "names of the inputs; a, b, c ... where missing"};
    return {
        {"M34",
         "Monte Carlo",
         {{"mean", "number", "any one unit", "of a lognormal (with cv) or normal (with sd)"},
          {"cv", "number", "1", "coefficient of variation"},
          {"sd", "number", "as mean", "standard deviation"},
          {"low", "number", "any one unit", "of a triangular (with mode) or uniform"},
          {"mode", "number", "as low", ""},
          {"high", "number", "as low", ""},
          {"a", "number", "1", "of a beta"},
          {"b", "number", "1", ""},
          {"draws", "number", "1", "1000 where missing"},
          {"seed", "number", "1", "1 where missing"},
          {"alpha", "list", "1", "of a Dirichlet"},
          {"x", "list", "any one unit", "draws, for their quantile"},
          {"p", "number", "1", "which quantile of x"}},
         {{"pNN", "number", "as mean", "quantile in percent"},
          {"sigma", "number", "1", "of a lognormal"},
          {"location", "number", "1", "of a lognormal"},
          {"drawn_mean", "number", "as mean", "of the draws; also drawn_median, drawn_error"},
          {"E_hhi", "number", "1", "expected HHI of a Dirichlet"},
          {"hhi", "number", "1", "plain HHI of its means"},
          {"q", "number", "as x", "quantile of x"}},
         false,
         monteCarlo},
        {"M35",
         "Tornado",
         {{"low", "list", "any", "of each input"},
          {"central", "list", "any", ""},
          {"high", "list", "any", ""},
          figure,
          ids},
         {{"central", "number", "any", "the figure at central values"},
          {"order N", "text", "", "which input is N-th by swing"},
          {"swing ID", "number", "any", "also least ID, most ID, non_monotone ID"}},
         false,
         tornado},
        {"M36",
         "Scenario difference",
         {{"before", "list", "any", "inputs of the first scenario"},
          {"after", "list", "any", "of the second"},
          figure,
          ids},
         {{"absolute", "number", "any", "after minus before"},
          {"relative", "number", "1", "of before"},
          {"part ID", "number", "any", "due to the input"},
          {"parts", "number", "any", "their sum"}},
         false,
         difference},
    };
}

}  // namespace adit::verification
