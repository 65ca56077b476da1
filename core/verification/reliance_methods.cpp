#include "core/criticality/geopolrisk.h"
#include "core/criticality/import_reliance.h"
#include "core/criticality/supply_risk.h"
#include "core/verification/method.h"

namespace adit::verification {
namespace {

Result<Answers> importReliance(const Case& c) {
    Inputs in(c.json);
    const criticality::TradeBalance balance{in.estimate("P"), in.estimate("I"), in.estimate("X")};
    if (in.error()) return *in.error();
    const criticality::ImportReliance reliance = criticality::importRelianceEu(balance);
    Answers out;
    add(out, "ir", reliance.raw);
    add(out, "ir_raw", reliance.raw);
    add(out, "ir_used", reliance.used);
    return out;
}

Result<Answers> netImportReliance(const Case& c) {
    Inputs in(c.json);
    const criticality::MaterialBalance balance{in.estimate("P"), in.estimate("R", 0.0), in.estimate("I"),
                                               in.estimate("X"), in.estimate("dZ", 0.0)};
    if (in.error()) return *in.error();
    const criticality::ImportReliance reliance = criticality::importRelianceUs(balance);
    Answers out;
    add(out, "ac", criticality::apparentConsumption(balance));
    add(out, "nir", reliance.raw);
    add(out, "nir_used", reliance.used);
    return out;
}

std::string_view id(criticality::SupplyRiskForm form) {
    switch (form) {
        case criticality::SupplyRiskForm::globalOnly:
            return "gs-only";
        case criticality::SupplyRiskForm::sourcingOnly:
            return "eu-only";
        case criticality::SupplyRiskForm::full:
            break;
    }
    return "full";
}

Result<Answers> supplyRisk(const Case& c) {
    Inputs in(c.json);
    criticality::SupplyRiskInput input;
    input.global = in.optionalEstimate("gs");
    input.sourcing = in.optionalEstimate("eu");
    input.importReliance = in.optionalEstimate("ir");
    if (const auto rate = in.optional("rir")) input.recyclingRate = Estimate::known(*rate);
    input.highestRecycling = in.optional("rir_highest");
    if (const auto index = in.optional("si")) input.substitutionIndex = Estimate::known(*index);
    if (in.error()) return *in.error();
    const Result<criticality::SupplyRisk> risk = criticality::supplyRisk(input);
    Answers out;
    if (!risk) {
        add(out, "sr", std::nullopt, risk.error().text);
        return out;
    }
    add(out, "sr", risk->risk);
    addText(out, "form", id(risk->form));
    return out;
}

Result<Answers> economicImportance(const Case& c) {
    Inputs in(c.json);
    const auto shares = in.numbers("A");
    const auto added = in.gappy("VA");
    const double largest = in.number("maxVA");
    const double substitution = in.number("si", 1.0);
    if (shares.size() != added.size()) in.fail("VA", "has another length than A");
    if (in.error()) return *in.error();
    std::vector<criticality::EndUse> uses;
    for (std::size_t i = 0; i < shares.size(); ++i)
        uses.push_back({shares[i], added[i]});
    const Result<Estimate> importance = criticality::economicImportance(uses, largest, substitution);
    if (!importance && importance.error().code == ErrorCode::badInput) return importance.error();
    Answers out;
    add(out, "ei", importance ? *importance : Estimate::absent("value added of the largest sector is missing"));
    return out;
}

criticality::ImportRisk importRisk(Inputs& in) {
    if (!in.has("w")) return {in.estimate("num"), in.number("imports")};
    const auto weights = in.estimates("w");
    const auto tonnes = in.numbers("I");
    if (weights.size() != tonnes.size()) in.fail("I", "has another length than w");
    std::vector<criticality::WeightedImport> rows;
    for (std::size_t i = 0; !in.error() && i < tonnes.size(); ++i)
        rows.push_back({tonnes[i], weights[i], false});
    return criticality::importRisk(rows);
}

Result<Answers> geoPolRisk(const Case& c) {
    Inputs in(c.json);
    const criticality::ImportRisk imports = importRisk(in);
    const double production = in.number("P");
    const Estimate hhi = in.estimate("hhi");
    const auto price = in.optional("price");
    if (in.error()) return *in.error();
    Answers out;
    const Estimate score = criticality::geoPolRisk(hhi, imports, production);
    add(out, "score", score);
    if (price) {
        add(out, "midpoint", through(std::array{score}, "", [&](const std::array<double, 1>& x) {
                return std::optional(x[0] * *price);
            }));
        add(out, "gsp", criticality::supplyPotential(score, *price));
    }
    return out;
}

}  // namespace

std::vector<Method> relianceMethods() {
    return {
        {"M10",
         "Import reliance, EU form",
         {{"P", "interval", "t/yr", "primary production at the stage"},
          {"I", "interval", "t/yr", "imports"},
          {"X", "interval", "t/yr", "exports"}},
         {{"ir", "number", "1", "(I - X) / (P + I - X); also ir_lo, ir_hi"},
          {"ir_raw", "number", "1", "the same; below 0 for a net exporter"},
          {"ir_used", "number", "1", "within 0..1, for further indices"}},
         false,
         importReliance},
        {"M11",
         "EU supply risk",
         {{"gs", "interval", "0..10", "weighted HHI of world supply; missing: eu-only"},
          {"eu", "interval", "0..10", "weighted HHI of the supply to the consumer; missing: gs-only"},
          {"ir", "interval", "1", "import reliance; missing gives an interval"},
          {"rir", "number", "1", "end-of-life recycling input rate; missing gives an interval"},
          {"rir_highest", "number", "1", "the highest published rate, for a missing one"},
          {"si", "number", "1", "substitution index; 1 where missing"}},
         {{"sr", "number", "1", "also sr_lo, sr_hi"}, {"form", "text", "", "full, gs-only or eu-only"}},
         false,
         supplyRisk},
        {"M12",
         "EU economic importance",
         {{"A", "list", "1", "shares of end uses; together 1 within 0.05"},
          {"VA", "list", "money", "value added of the matching sectors; null where not known"},
          {"maxVA", "number", "as VA", "the largest of all sectors"},
          {"si", "number", "1", "substitution index; 1 where missing"}},
         {{"ei", "number", "1", "also ei_lo, ei_hi"}},
         false,
         economicImportance},
        {"M14",
         "Net import reliance, US form",
         {{"P", "interval", "t/yr", "primary production"},
          {"R", "interval", "t/yr", "secondary production; 0 where missing"},
          {"I", "interval", "t/yr", "imports"},
          {"X", "interval", "t/yr", "exports"},
          {"dZ", "interval", "t/yr", "increase of stocks; 0 where missing"}},
         {{"ac", "number", "t/yr", "apparent consumption"},
          {"nir", "number", "1", "of apparent consumption; also nir_lo, nir_hi"},
          {"nir_used", "number", "1", "within 0..1"}},
         false,
         netImportReliance},
        {"M15",
         "GeoPolRisk",
         {{"hhi", "interval", "1", "of world mine production"},
          {"P", "number", "t/yr", "production of the consumer"},
          {"num", "interval", "t/yr", "sum of weight times imports"},
          {"imports", "number", "t/yr", "all imports"},
          {"w", "list", "1", "instead of num: weights of suppliers, each may be an interval"},
          {"I", "list", "t/yr", "and the imports from them"},
          {"price", "number", "USD/kg", "for midpoint and gsp"}},
         {{"score", "number", "1", "also score_lo, score_hi"},
          {"midpoint", "number", "USD/kg", "score times price"},
          {"gsp", "number", "kg Cu-eq/kg", "over that of copper"}},
         false,
         geoPolRisk},
    };
}

}  // namespace adit::verification
