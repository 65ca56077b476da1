// The rows of a dataset in memory. Text is owned by the dataset and lives as long as it does.
// Quantities are tonnes of the row's basis (or tonnes a year), money US dollars unless a field says otherwise.
#pragma once

#include "core/base/figure.h"
#include "core/base/ids.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adit {

enum class EconomyKind : std::uint8_t { economy, bloc, aggregate };

// An economy, a bloc that acts as one, or one of the aggregates WORLD and OTHER.
struct Economy {
    std::string code;  // iso3, bloc id, "WORLD" or "OTHER"
    std::string name;
    std::string shortName;
    std::string region;
    EconomyKind kind = EconomyKind::economy;
    double lat = 0.0;  // label point, degrees; economies only
    double lon = 0.0;
    bool onMap = false;  // has a shape in the 1:50m map; else it is drawn as a dot
};

struct Membership {
    EconomyId bloc;
    EconomyId member;
    std::optional<int> from;  // first and last year; open where absent
    std::optional<int> to;
};

enum class Redistribution : std::uint8_t { open, facts, unverified, restricted };

// A publication, or a combination of publications that one figure was derived from.
struct Source {
    std::string id;  // parts joined by ';' for a combination
    std::string publisher;
    std::string title;
    std::string year;
    std::string url;
    std::string licence;
    Redistribution redistribution = Redistribution::unverified;
    std::vector<SourceId> parts;  // empty for a single publication
};

struct Mineral {
    std::string slug;
    std::string name;
    std::string symbol;
    std::string group;
    std::string basis;
    MineralId partOf;  // the group it is an element of, if any
    std::vector<std::string> hostMetals;
    std::vector<std::string> uses;
    std::vector<std::string> defenceUses;
    std::optional<double> eolRecyclingInputRate;  // 0..1
    std::string substitutability;
    std::vector<std::string> aliases;
    bool verified = false;  // uses, hosts and the like stand in a publication
    SourceId source;
};

// How the publisher marked a figure; assumed ones are the user's.
enum class DataFlag : std::uint8_t { reported, estimated, rounded, withheld, derived, assumed };

// One published output (or capacity, or reserve) figure.
struct OutputRow {
    EconomyId economy;
    DataFlag flag = DataFlag::reported;
    std::optional<double> tonnes;  // absent: withheld or unknown
    std::uint32_t note = 0;        // index into Dataset::notes, 0 is none
    bool fillsRest = false;        // assumed where none is published: it comes out of what is not attributed
};

// All figures of one mineral, stage and year from one source on one basis: what may be added up.
struct Series {
    MineralId mineral;
    Stage stage = Stage::mine;
    std::int16_t year = 0;
    SourceId source;
    BasisId basis;
    std::uint32_t first = 0;  // rows [first, last) of the table's rows, by economy code
    std::uint32_t last = 0;
};

enum class Break : std::uint8_t { none, source, basis, both };

// Which series a mineral, stage and year uses, and whether it breaks with the year before.
struct Preference {
    MineralId mineral;
    Stage stage = Stage::mine;
    std::int16_t year = 0;
    SourceId source;
    BasisId basis;
    Break breaks = Break::none;
};

// What the user assumes in place of, or where there is none, a published figure.
struct AssumedFigure {
    Interval bounds;                  // equal to the figure without a range
    std::optional<double> published;  // what it takes the place of
};

struct ReserveRow {
    MineralId mineral;
    EconomyId economy;
    std::int16_t year = 0;
    SourceId source;
    BasisId basis;
    double tonnes = 0.0;
    char bound = 0;  // '>' or '<' where the source gives a bound
    std::optional<AssumedFigure> assumed{};
};

enum class TradeRole : std::uint8_t { product, feed, mixed };
enum class TradeCoverage : std::uint8_t { full, top6, importerReported, exporterReported, chinaOnly };
enum class TradeFlag : std::uint8_t { none, unitValue, massEstimated };

// Bilateral flows as columns, sorted by mineral, stage, year, importer, exporter, hs6, source.
// Tonnes are NaN where the source gives none: use has().
struct TradeTable {
    std::vector<MineralId> mineral;  // none: a catch-all code ("mixed")
    std::vector<Stage> stage;
    std::vector<std::int16_t> year;
    std::vector<EconomyId> importer;
    std::vector<EconomyId> exporter;
    std::vector<std::uint32_t> hs6;
    std::vector<SourceId> source;
    std::vector<TradeRole> role;
    std::vector<TradeCoverage> coverage;
    std::vector<TradeFlag> flag;
    std::vector<double> tonnes;     // of product
    std::vector<double> contained;  // of the basis
    std::vector<double> usd;
    // Of the rows whose value is the user's; empty where none is.
    std::vector<std::optional<AssumedFigure>> assumedUsd{};

    std::size_t size() const { return year.size(); }
    const AssumedFigure* assumedUsdAt(std::size_t row) const {
        return assumedUsd.empty() || !assumedUsd[row] ? nullptr : &*assumedUsd[row];
    }
    // What was published of a row's value, whatever the user says: it decides who answers and how much has a mass.
    double publishedUsd(std::size_t row) const {
        const AssumedFigure* assumed = assumedUsdAt(row);
        return assumed == nullptr ? usd[row] : assumed->published.value_or(std::numeric_limits<double>::quiet_NaN());
    }
    static bool has(double x) { return x == x; }
};

// A code of trade that takes in more than one mineral: what it is to one of them. Its flows have no mineral.
struct MixedCode {
    MineralId mineral;
    Stage stage = Stage::mine;
    std::uint32_t hs6 = 0;
    std::string description;
};

enum class Dimension : std::uint8_t { cc, ge, pv, rl, rq, va, mean6 };
inline constexpr std::array<std::string_view, 7> dimensionIds{"cc", "ge", "pv", "rl", "rq", "va", "mean6"};
constexpr std::string_view id(Dimension dimension) {
    return dimensionIds[static_cast<std::size_t>(dimension)];
}
std::optional<Dimension> dimensionFrom(std::string_view id);

struct GovernanceRow {
    EconomyId economy;
    Dimension dimension = Dimension::cc;
    std::int16_t year = 0;
    SourceId source;
    double estimate = 0.0;  // about -2.5..2.5, higher is better
    std::optional<double> standardError;
    std::optional<AssumedFigure> assumed{};  // it is the user's, and of no source
};

enum class MeasureKind : std::uint8_t { ban, quota, licensing, tax, domesticProcessing, other };
inline constexpr std::array<std::string_view, 6> measureKindIds{
    "ban", "quota", "licensing", "tax", "domestic-processing", "other"};
constexpr std::string_view id(MeasureKind kind) {
    return measureKindIds.at(static_cast<std::size_t>(kind));
}
std::optional<MeasureKind> measureKindFrom(std::string_view id);

enum class MeasureState : std::uint8_t { inForce, suspended, announced, expired };
enum class Evidence : std::uint8_t { confirmed, partly, unverified };

// A date known to the day, month or year. Empty text means unknown or open.
struct Measure {
    std::string id;
    EconomyId imposer;
    MineralId mineral;
    std::optional<Stage> stage;  // absent: technology or scrap; shown, not counted
    std::string form;            // what is hit: "ore", "refined", "technology" ...
    MeasureKind kind = MeasureKind::other;
    bool againstAll = true;
    std::vector<EconomyId> targets;
    std::string announced;  // ISO, day, month or year precision; empty: unknown
    std::string effective;
    std::string ended;
    std::string suspended;                       // day of the suspension that stands, if one does
    std::string suspendedUntil;                  // its published end; what holds after it is not known
    MeasureState state = MeasureState::inForce;  // as of statusAsOf
    std::string statusAsOf;
    Evidence evidence = Evidence::unverified;
    std::string hsCodes;
    std::string instrument;
    std::string note;
    SourceId source;                   // none for the user's own
    bool own = false;                  // hypothetical: the user's
    std::optional<double> severity{};  // 0..1, instead of that of its kind
    Interval severityRange{};
};

// Of a share that the user assumes, and of those beside it, which share what is left.
struct AssumedShare {
    bool own = false;                 // this very share is the user's
    Interval percent;                 // of a share that has no figure its upper end alone counts
    std::optional<double> published;  // in percent
};

struct SupplierShare {  // of an importer's supply, or of the world's (importer WORLD)
    EconomyId importer;
    MineralId mineral;
    Stage stage = Stage::mine;
    EconomyId supplier;
    std::int16_t fromYear = 0;
    std::int16_t toYear = 0;
    SourceId source;
    std::string basis;
    std::string scope;
    std::optional<double> percent;
    std::optional<double> below;  // published only as "less than"
    std::optional<AssumedShare> assumed{};
};

struct Consumption {
    EconomyId economy;
    MineralId mineral;
    std::int16_t year = 0;
    SourceId source;
    std::string denominator;  // apparent, reported, demand-estimate
    std::optional<double> tonnes;
    std::optional<double> netImportReliancePercent;
    std::string basis;
    DataFlag flag = DataFlag::reported;
    std::string note;
};

// The United States' own account of a mineral's year, all stages together (USGS salient statistics).
struct UsSalient {
    MineralId mineral;
    std::int16_t year = 0;
    SourceId source;
    std::string form;  // which forms the trade is of
    std::optional<double> consumption;
    std::optional<double> imports;
    std::optional<double> exports;
    std::optional<double> netImportReliancePercent;
    char qualifier = 0;           // '>', '<', or 'E': a net exporter
    std::optional<double> stock;  // held at the year's end, where one figure is published
    std::string denominator;      // apparent, reported, estimated
    DataFlag flag = DataFlag::reported;
};

struct ControlShare {  // share of a host's (or the world's) output controlled by firms of `owner`
    MineralId mineral;
    Stage stage = Stage::mine;
    EconomyId host;
    EconomyId owner;
    std::int16_t year = 0;
    SourceId source;
    std::string measure;  // output, capacity, mines
    double percent = 0.0;
    char bound = 0;
    bool forecast = false;
    std::string note;
    std::optional<AssumedShare> assumed{};
};

struct ListEntry {
    std::string list;
    MineralId mineral;
    std::string tier;
    SourceId source;
};

struct Price {
    MineralId mineral;
    std::int16_t year = 0;
    SourceId source;
    std::string form;
    double usdPerTonne = 0.0;
    DataFlag flag = DataFlag::reported;
};

// What indices read of studies: the first is a rate in percent. Other quantities are shown beside ours.
inline constexpr std::string_view recyclingQuantity = "eol_rir_pct";
inline constexpr std::string_view importanceQuantity = "economic_importance";      // a score, 0..10
inline constexpr std::string_view leastLossQuantity = "gdp_loss_lower_bound_usd";  // US dollars

// A result that a study published, for comparison with ours.
struct PublishedResult {
    std::string study;
    std::string material;  // as the study names it
    MineralId mineral;
    std::int16_t year = 0;
    std::string stage;     // as the study says; may be empty
    std::string quantity;  // supply_risk, economic_importance ...
    double value = 0.0;
    SourceId source;
};

struct Event {
    std::string date;
    EconomyId economy;
    MineralId mineral;
    std::string text;
    SourceId source;
};

struct StockpileRow {
    EconomyId economy;
    std::string programme;
    MineralId mineral;  // none: ALL
    std::string holder;
    std::int16_t year = 0;
    std::string status;
    SourceId source;
    std::optional<double> tonnes;
    std::optional<double> days;
    std::optional<double> value;
    std::string currency;
    bool moneyOnly = false;
    std::string note;
};

struct Facility {
    std::string name;
    MineralId mineral;
    Stage stage = Stage::mine;
    EconomyId economy;
    std::int16_t year = 0;
    SourceId source;
    std::optional<double> outputTonnes;
    std::optional<double> capacityTonnes;
    std::optional<double> capexUsd;
    std::optional<double> leadYears;
    std::string status;  // groupTotal rows are checks, never added to their members
    std::optional<double> lat;
    std::optional<double> lon;
    DataFlag flag = DataFlag::reported;
    std::string note;
    std::optional<AssumedFigure> assumedOutput{};
};

inline constexpr std::string_view groupTotal = "group-total";
inline constexpr std::string_view inOperation = "operating";

struct Stake {
    std::string facility;
    std::string owner;
    std::int16_t year = 0;
    SourceId source;
    EconomyId ownerEconomy;  // none: unknown
    std::string ownerType;
    std::string parent;
    std::optional<double> equityPercent;
    std::optional<double> offtakePercent;
    bool isOperator = false;
    std::optional<AssumedShare> assumed{};  // of its equity
};

struct Warning {
    std::string file;
    std::size_t line = 0;
    std::string rule;
    std::string text;
};

}  // namespace adit
