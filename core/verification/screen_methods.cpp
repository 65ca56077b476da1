#include "core/criticality/benchmarks.h"
#include "core/criticality/screens.h"
#include "core/verification/method.h"

namespace adit::verification {
namespace {

void addScreen(Answers& out, const criticality::Screen& screen, const std::string& suffix) {
    for (std::size_t i = 0; i < screen.criteria.size(); ++i) {
        const std::string name = "criterion " + std::to_string(i + 1) + suffix;
        add(out, name, screen.criteria[i].value);
        addText(out, name + " verdict", criticality::id(screen.criteria[i].verdict));
    }
    addText(out, "verdict" + suffix, criticality::id(screen.verdict));
}

criticality::ScreenThresholds thresholdsOf(Inputs& in) {
    criticality::ScreenThresholds thresholds;
    thresholds.concentration = in.number("threshold_hhi", thresholds.concentration);
    thresholds.extraBlocShare = in.number("threshold_share", thresholds.extraBlocShare);
    thresholds.coverage = in.number("threshold_ratio", thresholds.coverage);
    return thresholds;
}

Result<Answers> cepii(Inputs& in) {
    const auto importHhi = in.estimates("import_hhi");
    const auto exportHhi = in.estimates("export_hhi");
    const auto imports = in.estimates("imports");
    const auto exports = in.estimates("exports");
    const auto thresholds = thresholdsOf(in);
    const std::size_t years = importHhi.size();
    if (exportHhi.size() != years || imports.size() != years || exports.size() != years) {
        in.fail("import_hhi", "has another number of years than the others");
    }
    const int needed = in.whole("needed", 2);
    if (in.error()) return *in.error();
    Answers out;
    std::vector<criticality::Screen> screens;
    for (std::size_t y = 0; y < years; ++y) {
        screens.push_back(criticality::cepiiScreen({importHhi[y], exportHhi[y], imports[y], exports[y]}, thresholds));
        addScreen(out, screens.back(), ", year " + std::to_string(y + 1));
    }
    addText(out, "verdict",
            criticality::id(criticality::cepiiVerdict(screens, static_cast<std::size_t>(std::max(0, needed)))));
    return out;
}

Result<Answers> screens(const Case& c) {
    Inputs in(c.json);
    const std::string form = in.text("form", "cepii");
    if (form == "cepii") return cepii(in);
    if (form != "commission") in.fail("form", "is neither cepii nor commission");
    const criticality::CommissionInput input{in.estimate("extra_import_hhi"), in.estimate("extra_imports"),
                                             in.estimate("total_imports"), in.estimate("exports")};
    const auto thresholds = thresholdsOf(in);
    if (in.error()) return *in.error();
    Answers out;
    addScreen(out, criticality::commissionScreen(input, thresholds), "");
    return out;
}

void addBenchmark(Answers& out, const std::string& name, const criticality::Benchmark& benchmark) {
    add(out, name, benchmark.share);
    addText(out, name + "_verdict", criticality::id(benchmark.verdict));
    add(out, name + "_tonnes", benchmark.tonnesToMove);
}

std::vector<criticality::ThirdCountrySupply> suppliesOf(Inputs& in, Names& names) {
    std::vector<criticality::ThirdCountrySupply> supplies;
    const Json* json = in.at("supply");
    if (json == nullptr) return supplies;
    if (!json->is_object()) in.fail("supply", "is not an object of tonnes");
    for (const auto& [name, value] : json->items()) {
        Inputs each(*json);
        supplies.push_back({names.id(name), each.estimate(name)});
        if (each.error()) in.fail("supply", each.error()->text);
    }
    return supplies;
}

Result<Answers> benchmarks(const Case& c) {
    Inputs in(c.json);
    Names names;
    const criticality::BenchmarkLevels defaults;
    const Estimate consumption = in.estimate("C");
    const auto supplies = suppliesOf(in, names);
    Answers out;
    const auto home = [&](const char* name, double level) {
        if (in.has(name)) addBenchmark(out, name, criticality::homeBenchmark(in.estimate(name), consumption, level));
    };
    home("extraction", in.number("extraction_level", defaults.extraction));
    home("processing", in.number("processing_level", defaults.processing));
    home("recycling", in.number("recycling_level", defaults.recycling));
    const double level = in.number("single_level", defaults.singleCountry);
    if (in.error()) return *in.error();
    if (supplies.empty()) return out;
    const auto single = criticality::singleCountryBenchmark(supplies, consumption, level);
    if (!single) return single.error();
    addBenchmark(out, "single", single->benchmark);
    addText(out, "largest", names.name(single->largest));
    add(out, "share_of_imports", single->shareOfImports);
    return out;
}

}  // namespace

std::vector<Method> screenMethods() {
    return {
        {"M18",
         "Trade-dependency screens",
         {{"form", "text", "", "cepii or commission"},
          {"import_hhi", "list", "1", "cepii: of each year, may be intervals"},
          {"export_hhi", "list", "1", "cepii: of world exports"},
          {"imports", "list", "value", "cepii: of each year"},
          {"exports", "list or number", "value", "of each year; for commission of the bloc"},
          {"needed", "number", "1", "cepii: years in which all three must hold; 2 where missing"},
          {"extra_import_hhi", "interval", "1", "commission: of extra-bloc imports"},
          {"extra_imports", "interval", "value", "commission"},
          {"total_imports", "interval", "value", "commission"},
          {"threshold_hhi", "number", "1", "0.4 where missing"},
          {"threshold_share", "number", "1", "0.5 where missing"},
          {"threshold_ratio", "number", "1", "1 where missing"}},
         {{"verdict", "text", "", "met, not-met, uncertain or unknown"},
          {"criterion N", "number", "1", "for cepii: criterion N, year Y"},
          {"criterion N verdict", "text", "", "for cepii: criterion N, year Y verdict"}},
         false,
         screens},
        {"M19",
         "Benchmarks of Regulation (EU) 2024/1252",
         {{"C", "interval", "t/yr", "annual consumption"},
          {"extraction", "interval", "t/yr", "mined at home"},
          {"processing", "interval", "t/yr", "processed at home"},
          {"recycling", "interval", "t/yr", "recycled at home"},
          {"supply", "object", "t/yr", "of each third country to the consumer, may be intervals"},
          {"extraction_level", "number", "1", "0.10 where missing"},
          {"processing_level", "number", "1", "0.40 where missing"},
          {"recycling_level", "number", "1", "0.25 where missing"},
          {"single_level", "number", "1", "0.65 where missing"}},
         {{"extraction", "number", "1", "over consumption; also _verdict and _tonnes (to be added)"},
          {"processing", "number", "1", "likewise"},
          {"recycling", "number", "1", "likewise"},
          {"single", "number", "1", "largest third country over consumption; _tonnes have to move"},
          {"largest", "text", "", "who that is"},
          {"share_of_imports", "number", "1", "the same supplier over all imports"}},
         false,
         benchmarks},
    };
}

}  // namespace adit::verification
