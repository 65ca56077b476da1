#include "db/builder/format.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace adit::db {
namespace {

using Words = std::span<const std::string_view>;
using enum Kind;

constexpr Column key(std::string_view name, Kind kind, Words words = {}) {
    return {name, kind, Need::filled, true, words};
}
// Part of the key that may be empty, or whose column may be missing.
constexpr Column looseKey(std::string_view name, Kind kind, Need need = Need::optional) {
    return {name, kind, need, true, {}};
}
constexpr Column filled(std::string_view name, Kind kind, Words words = {}) {
    return {name, kind, Need::filled, false, words};
}
constexpr Column open(std::string_view name, Kind kind, Words words = {}) {
    return {name, kind, Need::column, false, words};
}
constexpr Column optional(std::string_view name, Kind kind, Words words = {}) {
    return {name, kind, Need::optional, false, words};
}

// Words that become numbers stand in the order of the tables in schema.sql.
using W = std::string_view;
constexpr std::array<W, 3> stages{"mine", "refine", "component"};
constexpr std::array<W, 5> flags{"reported", "estimated", "rounded", "withheld", "derived"};
constexpr std::array<W, 3> roles{"product", "feed", "mixed"};
constexpr std::array<W, 5> coverages{"full", "top6", "importer-reported", "exporter-reported", "china-only"};
constexpr std::array<W, 3> tradeFlags{"", "unit-value", "mass-estimated"};
constexpr std::array<W, 7> dimensions{"cc", "ge", "pv", "rl", "rq", "va", "mean6"};

constexpr std::array<W, 4> redistributions{"open", "facts", "unverified", "restricted"};
constexpr std::array<W, 2> mineralEvidence{"published", "unverified"};
constexpr std::array<W, 3> breaks{"source", "basis", "basis+source"};
constexpr std::array<W, 2> bounds{">", "<"};
constexpr std::array<W, 1> below{"<"};
constexpr std::array<W, 1> above{">"};
constexpr std::array<W, 3> shareBases{"sourcing", "value", "mass"};
constexpr std::array<W, 3> relianceMarks{">", "<", "E"};
constexpr std::array<W, 3> componentMeasures{"output", "capacity", "use"};
constexpr std::array<W, 3> denominators{"apparent", "reported", "demand-estimate"};
constexpr std::array<W, 3> controlMeasures{"output", "capacity", "mines"};
constexpr std::array<W, 5> measureStages{"mine", "refine", "component", "technology", "scrap"};
constexpr std::array<W, 6> measureKinds{"ban", "quota", "licensing", "tax", "domestic-processing", "other"};
constexpr std::array<W, 4> measureStates{"in-force", "suspended", "announced", "expired"};
constexpr std::array<W, 3> evidences{"confirmed", "partly", "unverified"};
constexpr std::array<W, 3> holders{"government", "mandatory-private", "joint"};
constexpr std::array<W, 3> stockStates{"held", "target", "authorised"};
constexpr std::array<W, 6> plantStates{"operating", "group-total",   "suspended",
                                       "planned",   "commissioning", "construction"};
constexpr std::array<W, 5> ownerTypes{"central-state", "local-state", "private", "listed", "unknown"};
constexpr std::array<W, 4> counts{"deliveries", "purchases", "production", "plan"};

constexpr std::array dataset{key("key", text), filled("value", text)};
constexpr std::array sources{key("source_id", code),
                             filled("publisher", text),
                             filled("title", text),
                             optional("year", text),
                             optional("url", text),
                             optional("licence", text),
                             filled("redistribution", word, redistributions)};
constexpr std::array economies{
    key("iso3", code),       open("iso2", text),         optional("iso_numeric", text), optional("comtrade_code", text),
    filled("name", text),    filled("short_name", text), open("region", text),          optional("subregion", text),
    filled("lat", latitude), filled("lon", longitude),   filled("map_50m", yesNo)};
constexpr std::array blocNames{key("bloc", code), filled("name", text), filled("short_name", text)};
constexpr std::array blocs{key("bloc", bloc), key("iso3", country), optional("from_year", year),
                           optional("to_year", year), filled("source_id", source)};
constexpr std::array mineralColumns{key("mineral", code),
                                    filled("name", text),
                                    open("symbol", text),
                                    open("group", text),
                                    optional("basis", text),
                                    optional("part_of", mineral),
                                    optional("host_metals", text),
                                    optional("uses", text),
                                    optional("defence_uses", text),
                                    optional("eol_rir", fraction),
                                    optional("substitutability", text),
                                    optional("aliases", text),
                                    filled("evidence", word, mineralEvidence),
                                    filled("source_id", source)};
constexpr std::array hsCodes{key("hs6", hs6),
                             key("mineral", mineral),
                             filled("description", text),
                             filled("stage", number, stages),
                             filled("role", number, roles),
                             optional("contained_share", fraction),
                             optional("note", text)};
constexpr std::array output{key("mineral", mineral),    key("stage", number, stages),  key("economy", economy),
                            key("year", year),          key("source_id", source),      key("basis", basis),
                            open("quantity_t", amount), filled("flag", number, flags), optional("note", note)};
constexpr std::array preference{key("mineral", mineral), key("stage", number, stages),
                                key("year", year),       filled("source_id", source),
                                filled("basis", basis),  optional("break", word, breaks)};
constexpr std::array reserves{key("mineral", mineral),         key("economy", economy), key("year", year),
                              key("source_id", source),        key("basis", basis),     filled("quantity_t", amount),
                              optional("bound", word, bounds), optional("note", note)};
constexpr std::array trade{key("hs6", hs6),
                           key("year", year),
                           key("exporter", country),
                           key("importer", country),
                           key("source_id", source),
                           filled("mineral", codeMineral),
                           filled("stage", number, stages),
                           filled("role", number, roles),
                           open("quantity_t", amount),
                           open("contained_t", amount),
                           open("value_usd", amount),
                           filled("coverage", number, coverages),
                           optional("flag", number, tradeFlags)};
constexpr std::array tradeReporters{key("hs6", hs6), key("year", year), key("source_id", source),
                                    filled("importers", countries)};
constexpr std::array shares{key("importer", actor),    key("mineral", mineral),        key("stage", number, stages),
                            key("supplier", actor),    key("from_year", year),         key("to_year", year),
                            key("source_id", source),  key("basis", word, shareBases), looseKey("scope", text),
                            open("share_pct", percent)};
constexpr std::array worldShares{key("mineral", mineral),    key("stage", number, stages),   key("economy", actor),
                                 key("from_year", year),     key("to_year", year),           key("source_id", source),
                                 open("share_pct", percent), optional("bound", word, below), looseKey("form", text)};
constexpr std::array usImportSources{key("mineral", mineral),   key("supplier", actor),
                                     key("from_year", year),    key("to_year", year),
                                     key("source_id", source),  looseKey("form", text, Need::column),
                                     open("share_pct", percent)};
constexpr std::array usSalient{key("mineral", mineral),
                               key("year", year),
                               key("source_id", source),
                               looseKey("form", text),
                               optional("consumption_t", amount),
                               optional("imports_t", amount),
                               optional("exports_t", amount),
                               optional("net_import_reliance_pct", reliance),
                               optional("nir_qualifier", word, relianceMarks),
                               filled("flag", number, flags)};
constexpr std::array usSalientLines{key("mineral", mineral),
                                    key("statistic", text),
                                    looseKey("detail", text, Need::column),
                                    key("year", year),
                                    key("source_id", source),
                                    optional("quantity", real),
                                    looseKey("unit", text, Need::column),
                                    optional("quantity_t", real),
                                    filled("flag", number, flags)};
constexpr std::array componentShares{key("product", text),
                                     key("economy", economy),
                                     key("year", year),
                                     key("source_id", source),
                                     key("measure", word, componentMeasures),
                                     looseKey("basis", text, Need::column),
                                     optional("share_pct", percent),
                                     optional("quantity", amount),
                                     optional("unit", text),
                                     open("minerals", minerals),
                                     filled("flag", number, flags),
                                     optional("note", text)};
constexpr std::array consumption{key("economy", actor),
                                 key("mineral", mineral),
                                 key("year", year),
                                 key("source_id", source),
                                 key("denominator", word, denominators),
                                 optional("quantity_t", amount),
                                 optional("net_import_reliance_pct", reliance),
                                 looseKey("basis", text),
                                 filled("flag", number, flags),
                                 optional("note", text)};
constexpr std::array control{key("mineral", mineral),
                             key("stage", number, stages),
                             key("host", economy),
                             key("owner", actor),
                             key("year", year),
                             key("source_id", source),
                             key("measure", word, controlMeasures),
                             filled("share_pct", percent),
                             optional("bound", word, above),
                             filled("forecast", yesNo),
                             optional("note", text)};
constexpr std::array governance{key("economy", country),  key("dimension", number, dimensions),
                                key("year", year),        key("source_id", source),
                                filled("estimate", real), optional("standard_error", amount)};
constexpr std::array measures{key("measure_id", text),
                              filled("imposer", actor),
                              filled("mineral", mineral),
                              filled("stage", word, measureStages),
                              filled("kind", word, measureKinds),
                              filled("targets", targets),
                              optional("announced", date),
                              optional("effective", date),
                              optional("ended", date),
                              optional("suspended", date),
                              optional("suspended_until", date),
                              filled("state", word, measureStates),
                              filled("status_as_of", date),
                              filled("evidence", word, evidences),
                              open("form", text),
                              optional("hs_codes", text),
                              open("instrument", text),
                              optional("note", text),
                              filled("source_id", source)};
constexpr std::array stockpiles{key("economy", actor),      key("programme", text),
                                key("mineral", anyMineral), key("holder", word, holders),
                                key("year", year),          key("status", word, stockStates),
                                key("source_id", source),   optional("quantity_t", amount),
                                optional("days", amount),   optional("value", amount),
                                optional("currency", text), filled("money_only", yesNo),
                                optional("note", text)};
constexpr std::array lists{key("list_id", text), key("mineral", mineral), optional("tier", text),
                           filled("source_id", source)};
constexpr std::array benchmarks{key("regime", text),        key("benchmark", text),
                                filled("value", real),      filled("unit", text),
                                optional("by_year", year),  looseKey("applies_to", text, Need::column),
                                filled("source_id", source)};
constexpr std::array prices{key("mineral", mineral),     key("year", year),
                            key("source_id", source),    looseKey("form", text, Need::column),
                            filled("usd_per_t", amount), filled("flag", number, flags)};
constexpr std::array criticality{key("study", text),    key("material", text),      optional("mineral", mineral),
                                 key("year", year),     looseKey("stage", text),    key("quantity", text),
                                 filled("value", real), filled("source_id", source)};
constexpr std::array events{key("date", date), key("economy", actor), looseKey("mineral", anyMineral, Need::column),
                            key("text", text), filled("source_id", source)};
constexpr std::array facilities{key("facility", text),
                                key("mineral", mineral),
                                key("stage", number, stages),
                                key("economy", country),
                                key("year", year),
                                key("source_id", source),
                                optional("output_t", amount),
                                optional("capacity_t", amount),
                                optional("capex_usd", amount),
                                optional("lead_years", amount),
                                filled("status", word, plantStates),
                                optional("lat", latitude),
                                optional("lon", longitude),
                                optional("flag", number, flags),
                                optional("qualified", text),
                                optional("note", text),
                                optional("position_source", source)};
constexpr std::array stakes{key("facility", text),
                            key("owner", text),
                            key("year", year),
                            key("source_id", source),
                            optional("owner_economy", actor),
                            filled("owner_type", word, ownerTypes),
                            optional("parent", text),
                            optional("equity_pct", percent),
                            optional("offtake_pct", percent),
                            filled("operator", yesNo)};
constexpr std::array owners{key("owner", text), optional("home_economy", actor), filled("owner_type", word, ownerTypes),
                            filled("source_id", source)};
constexpr std::array firmStakes{key("firm", text),
                                key("shareholder", text),
                                key("year", year),
                                key("source_id", source),
                                optional("shareholder_economy", actor),
                                optional("equity_pct", percent)};
constexpr std::array facilityBenchmarks{
    key("facility", text),         key("mineral", mineral),        key("stage", number, stages),
    key("economy", economy),       key("source_id", source),       optional("capacity_t", amount),
    optional("capex_usd", amount), optional("lead_years", amount), optional("capacity_basis", text),
    open("status", text)};
constexpr std::array endItems{key("item", text), filled("name", text), filled("source_id", source)};
constexpr std::array endItemParts{key("item", text),
                                  key("part", text),
                                  key("mineral", mineral),
                                  key("source_id", source),
                                  optional("mix_group", text),
                                  optional("mix_default_pct", percent),
                                  optional("grams_low", amount),
                                  optional("grams_central", amount),
                                  optional("grams_high", amount),
                                  open("basis", text)};
constexpr std::array endItemScenarios{key("scenario", text),     key("item", text),
                                      key("economy", actor),     key("year", year),
                                      key("source_id", source),  filled("counts", word, counts),
                                      open("units_low", amount), open("units_central", amount),
                                      open("units_high", amount)};
constexpr std::array batteryChemistries{key("chemistry", text),
                                        key("mineral", mineral),
                                        key("source_id", source),
                                        open("kg_per_kwh", amount),
                                        optional("kg_per_kwh_low", amount),
                                        optional("kg_per_kwh_high", amount)};
constexpr std::array supplyProjections{key("mineral", mineral), key("stage", number, stages), key("economy", economy),
                                       key("year", year),       key("scenario", text),        key("source_id", source),
                                       key("basis", text),      open("quantity_t", amount)};
constexpr std::array demandProjections{key("mineral", mineral), key("sector", text),      key("year", year),
                                       key("scenario", text),   key("source_id", source), open("quantity_t", amount)};
constexpr std::array exportsAfterControls{
    key("mineral", mineral),        key("product", text),          key("exporter", economy),
    key("destination", actor),      key("period", text),           key("source_id", source),
    optional("quantity_t", amount), optional("value_usd", amount), filled("flag", number, flags)};
constexpr std::array restrictionsIndicators{key("metric", text),
                                            key("period", text),
                                            filled("value", real),
                                            filled("unit", text),
                                            looseKey("scope", text, Need::column),
                                            filled("source_id", source)};

constexpr bool required = true;
constexpr std::array all{
    File{"dataset.csv", "dataset", required, dataset},
    File{"sources.csv", "sources", required, sources},
    File{"economies.csv", "economies", required, economies},
    File{"bloc_names.csv", "bloc_names", false, blocNames},
    File{"minerals.csv", "minerals", required, mineralColumns},
    File{"blocs.csv", "blocs", false, blocs},
    File{"hs_codes.csv", "hs_codes", false, hsCodes},
    File{"production.csv", "production", required, output},
    File{"production_incomplete.csv", "production_incomplete", false, output},
    File{"capacity.csv", "capacity", false, output},
    File{"preference.csv", "preference", false, preference},
    File{"reserves.csv", "reserves", false, reserves},
    File{"trade.csv", "trade", false, trade},
    File{"trade_reporters.csv", "trade_reporters", false, tradeReporters},
    File{"shares.csv", "shares", false, shares},
    File{"world_shares.csv", "world_shares", false, worldShares},
    File{"us_import_sources.csv", "us_import_sources", false, usImportSources},
    File{"us_salient.csv", "us_salient", false, usSalient},
    File{"us_salient_lines.csv", "us_salient_lines", false, usSalientLines},
    File{"component_shares.csv", "component_shares", false, componentShares},
    File{"consumption.csv", "consumption", false, consumption},
    File{"control.csv", "control", false, control},
    File{"governance.csv", "governance", false, governance},
    File{"measures.csv", "measures", false, measures},
    File{"stockpiles.csv", "stockpiles", false, stockpiles},
    File{"lists.csv", "lists", false, lists},
    File{"benchmarks.csv", "benchmarks", false, benchmarks},
    File{"prices.csv", "prices", false, prices},
    File{"criticality.csv", "criticality", false, criticality},
    File{"events.csv", "events", false, events},
    File{"facilities.csv", "facilities", false, facilities},
    File{"stakes.csv", "stakes", false, stakes},
    File{"owners.csv", "owners", false, owners},
    File{"firm_stakes.csv", "firm_stakes", false, firmStakes},
    File{"facility_benchmarks.csv", "facility_benchmarks", false, facilityBenchmarks},
    File{"end_items.csv", "end_items", false, endItems},
    File{"end_item_parts.csv", "end_item_parts", false, endItemParts},
    File{"end_item_scenarios.csv", "end_item_scenarios", false, endItemScenarios},
    File{"battery_chemistries.csv", "battery_chemistries", false, batteryChemistries},
    File{"supply_projections.csv", "supply_projections", false, supplyProjections},
    File{"demand_projections.csv", "demand_projections", false, demandProjections},
    File{"exports_after_controls.csv", "exports_after_controls", false, exportsAfterControls},
    File{"restrictions_indicators.csv", "restrictions_indicators", false, restrictionsIndicators},
};

}  // namespace

std::optional<std::size_t> File::column(std::string_view wanted) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == wanted; });
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

std::optional<std::size_t> File::columnOf(Kind kind) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.kind == kind; });
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

std::span<const File> files() {
    return all;
}

const File& fileNamed(std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const File& f) { return f.name == name; });
    if (found == all.end()) std::abort();  // asking for a file outside the format is our own mistake
    return *found;
}

}  // namespace adit::db
