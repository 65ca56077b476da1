// The baseline: one edition of published figures, immutable after loading, shared between threads as
// std::shared_ptr<const Dataset>. Meaning of rows and columns: db/dataset-format.md.
#pragma once

#include "core/base/result.h"
#include "core/dataset/assumed.h"
#include "core/dataset/rows.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace adit {

// A table of output-like figures cut into series. Series are sorted by mineral, stage, year, source, basis.
struct OutputTable {
    std::vector<Series> series;
    std::vector<OutputRow> rows;

    std::span<const OutputRow> rowsOf(const Series& s) const {
        return std::span(rows).subspan(s.first, s.last - s.first);
    }
    // All series of a mineral, stage and year: one for each source and basis.
    std::span<const Series> at(MineralId mineral, Stage stage, int year) const;
    // All series of a mineral and stage, by year.
    std::span<const Series> of(MineralId mineral, Stage stage) const;
};

class Dataset {
public:
    static constexpr EconomyId world{std::size_t{0}};  // aggregates: never producers
    static constexpr EconomyId other{std::size_t{1}};

    std::string edition;      // "2026.1"
    std::string editionHash;  // of the sources, hex
    std::string title;
    std::string licenceNote;

    std::vector<Economy> economies;       // [0] WORLD, [1] OTHER, then economies by code, then blocs by id
    std::vector<Membership> memberships;  // by bloc
    std::vector<Mineral> minerals;        // by slug
    std::vector<Source> sources;          // by id
    std::vector<std::string> bases;       // "Co content"
    std::vector<std::string> notes;       // [0] is empty

    OutputTable production;
    OutputTable incomplete;  // large producers left out: shown, never used for shares
    OutputTable capacity;
    std::vector<Preference> preferences;  // by mineral, stage, year
    std::vector<ReserveRow> reserves;     // by mineral, economy, year
    TradeTable trade;
    std::vector<MixedCode> mixedCodes;      // by mineral, stage, code
    std::vector<GovernanceRow> governance;  // by economy, dimension, year, source
    std::vector<Measure> measures;          // by id
    std::vector<SupplierShare> shares;
    std::vector<Consumption> consumption;
    std::vector<UsSalient> usSalient;  // by mineral, year, source, form
    std::vector<ControlShare> control;
    std::vector<ListEntry> lists;
    std::vector<Price> prices;
    std::vector<PublishedResult> published;  // by study, material, year
    std::vector<Event> events;
    std::vector<StockpileRow> stockpiles;
    std::vector<Facility> facilities;
    std::vector<Stake> stakes;
    std::vector<Warning> warnings;
    std::vector<Assumed> assumed;  // by what, economy, mineral, detail; empty in a baseline

    std::optional<EconomyId> economy(std::string_view code) const;  // exact code
    std::optional<MineralId> mineral(std::string_view slug) const;
    std::optional<SourceId> source(std::string_view id) const;

    const Economy& operator[](EconomyId id) const { return economies[id.index()]; }
    const Mineral& operator[](MineralId id) const { return minerals[id.index()]; }
    const Source& operator[](SourceId id) const { return sources[id.index()]; }
    const std::string& operator[](BasisId id) const { return bases[id.index()]; }

    // Members of a bloc in a year; the economy itself for an economy.
    std::vector<EconomyId> members(EconomyId id, int year) const;
    bool isMember(EconomyId member, EconomyId bloc, int year) const;

    // The preferred series, or the one of `source`, or nothing. Falls back to the only series there is
    // when no preference is stated.
    const Series* seriesFor(MineralId mineral, Stage stage, int year, std::optional<SourceId> source = {}) const;
    const Preference* preferenceFor(MineralId mineral, Stage stage, int year) const;
    std::vector<int> yearsOf(MineralId mineral, Stage stage) const;  // with a usable series, ascending
    std::vector<Stage> stagesOf(MineralId mineral) const;

    // Rows [first, last) of the trade table.
    std::pair<std::size_t, std::size_t> tradeRange(MineralId mineral, Stage stage, int year) const;
    // What the user assumes; null where nothing.
    const Assumed* assumedFor(Assumable what, EconomyId economy, MineralId mineral, std::string_view detail = {}) const;
    // Latest estimate of the dimension not later than `year`.
    const GovernanceRow* governanceAt(EconomyId economy, Dimension dimension, int year) const;
};

using DatasetPtr = std::shared_ptr<const Dataset>;

// Opens a dataset file read-only and immutable, checks that it is one of ours and sound, and loads it.
Result<DatasetPtr> loadDataset(const std::filesystem::path& file);

}  // namespace adit
