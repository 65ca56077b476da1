#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

#include <array>

namespace adit::dataset {
namespace {

constexpr std::string_view identitySql = "SELECT key, value FROM dataset";
constexpr std::string_view basesSql = "SELECT id, name FROM bases ORDER BY id";
constexpr std::string_view notesSql = "SELECT id, text FROM notes ORDER BY id";
constexpr std::string_view economiesSql =
    "SELECT id, code, name, short_name, region, kind, lat, lon, map_50m FROM economies ORDER BY id";
constexpr std::string_view blocsSql = "SELECT bloc, iso3, from_year, to_year FROM blocs ORDER BY bloc, iso3";
constexpr std::string_view sourcesSql =
    "SELECT id, source_id, publisher, title, year, url, licence, redistribution FROM sources ORDER BY id";
constexpr std::string_view partsSql = "SELECT source, part FROM source_parts ORDER BY source, part";
constexpr std::string_view countMineralsSql = "SELECT count(*) FROM minerals";
constexpr std::string_view mineralsSql =
    "SELECT id, mineral, name, symbol, \"group\", basis, part_of, host_metals, uses, defence_uses, eol_rir, "
    "substitutability, aliases, evidence, source_id FROM minerals ORDER BY id";

constexpr std::array<std::string_view, 3> kinds{"economy", "bloc", "aggregate"};
constexpr std::array<std::string_view, 4> redistributions{"open", "facts", "unverified", "restricted"};

// Ids are places in the lists: a gap means damage, as do more rows than an id can number.
void checkPlace(Rows& rows, std::size_t place) {
    if (rows.integer(0) != static_cast<std::int64_t>(place) || place >= EconomyId::none) rows.markDamaged();
}

Status readIdentity(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, identitySql);
    while (rows.next()) {
        const std::string_view key = rows.view(0);
        if (key == "edition") data.edition = rows.text(1);
        if (key == "edition_hash") data.editionHash = rows.text(1);
        if (key == "title") data.title = rows.text(1);
        if (key == "licence_note") data.licenceNote = rows.text(1);
    }
    return rows.finish();
}

Status readTexts(const sqlite::Database& database, const Dataset& data, std::string_view sql,
                 std::vector<std::string>& texts) {
    Rows rows(database, data, sql);
    while (rows.next()) {
        checkPlace(rows, texts.size());
        texts.push_back(rows.text(1));
    }
    return rows.finish();
}

Status readEconomies(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, economiesSql);
    while (rows.next()) {
        checkPlace(rows, data.economies.size());
        data.economies.push_back({.code = rows.text(1),
                                  .name = rows.text(2),
                                  .shortName = rows.text(3),
                                  .region = rows.text(4),
                                  .kind = rows.word<EconomyKind>(5, kinds),
                                  .lat = rows.real(6),
                                  .lon = rows.real(7),
                                  .onMap = rows.yes(8)});
    }
    if (data.economies.size() < 2) rows.markDamaged();
    return rows.finish();
}

Status readMemberships(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, blocsSql);
    while (rows.next()) {
        data.memberships.push_back(
            {rows.economy(0), rows.economy(1), rows.optionalInteger(2), rows.optionalInteger(3)});
    }
    return rows.finish();
}

Status readSources(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, sourcesSql);
    while (rows.next()) {
        checkPlace(rows, data.sources.size());
        data.sources.push_back({.id = rows.text(1),
                                .publisher = rows.text(2),
                                .title = rows.text(3),
                                .year = rows.text(4),
                                .url = rows.text(5),
                                .licence = rows.text(6),
                                .redistribution = rows.word<Redistribution>(7, redistributions),
                                .parts = {}});
    }
    if (const Status status = rows.finish(); !status) return status;
    Rows parts(database, data, partsSql);
    while (parts.next()) {
        const SourceId whole = parts.source(0);
        if (whole.index() < data.sources.size()) data.sources[whole.index()].parts.push_back(parts.source(1));
    }
    return parts.finish();
}

Mineral mineralOf(Rows& rows) {
    return {.slug = rows.text(1),
            .name = rows.text(2),
            .symbol = rows.text(3),
            .group = rows.text(4),
            .basis = rows.text(5),
            .partOf = rows.mineral(6),
            .hostMetals = rows.list(7),
            .uses = rows.list(8),
            .defenceUses = rows.list(9),
            .eolRecyclingInputRate = rows.optionalReal(10),
            .substitutability = rows.text(11),
            .aliases = rows.list(12),
            .verified = rows.view(13) == "published",
            .source = rows.source(14)};
}

Status readMinerals(const sqlite::Database& database, Dataset& data) {
    const auto count = database.number(countMineralsSql);
    if (!count) return count.error();
    data.minerals.resize(static_cast<std::size_t>(*count));  // elements refer to groups that come later
    Rows rows(database, data, mineralsSql);
    for (std::size_t place = 0; rows.next(); ++place) {
        checkPlace(rows, place);
        if (place < data.minerals.size()) data.minerals[place] = mineralOf(rows);
    }
    return rows.finish();
}

}  // namespace

Status readRegisters(const sqlite::Database& database, Dataset& data) {
    if (const Status status = readIdentity(database, data); !status) return status;
    if (const Status status = readTexts(database, data, basesSql, data.bases); !status) return status;
    if (const Status status = readTexts(database, data, notesSql, data.notes); !status) return status;
    if (const Status status = readEconomies(database, data); !status) return status;
    if (const Status status = readMemberships(database, data); !status) return status;
    if (const Status status = readSources(database, data); !status) return status;
    return readMinerals(database, data);
}

}  // namespace adit::dataset
