#include "db/builder/registers.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace adit::db {
namespace {

std::set<std::string> codesOf(const Folder& folder, std::string_view file, std::string_view column) {
    std::set<std::string> codes;
    const Sheet* sheet = folder.sheet(file);
    if (sheet == nullptr) return codes;
    const std::size_t place = *sheet->file().column(column);
    for (std::size_t row = 0; row < sheet->rowCount(); ++row)
        codes.emplace(sheet->cell(row, place));
    return codes;
}

bool isCombination(std::string_view cell, const std::set<std::string>& known) {
    if (cell.find(';') == std::string_view::npos || cell.back() == ';') return false;
    const auto parts = text::split(cell, ';');
    return std::all_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return known.contains(std::string(part)); });
}

// Every "a;b" whose parts are known. Others are reported where their cell is read.
std::set<std::string> combinationsIn(const Folder& folder, const std::set<std::string>& known) {
    std::set<std::string> found;
    for (const Sheet& sheet : folder.sheets) {
        const auto columns = sheet.file().columns;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (columns[c].kind != Kind::source) continue;
            for (std::size_t row = 0; row < sheet.rowCount(); ++row) {
                const std::string_view cell = sheet.cell(row, c);
                if (isCombination(cell, known)) found.emplace(cell);
            }
        }
    }
    return found;
}

std::unordered_map<std::string_view, int> numbered(const std::vector<std::string>& codes) {
    std::unordered_map<std::string_view, int> ids;
    for (const std::string& code : codes)
        ids.emplace(code, static_cast<int>(ids.size()));
    return ids;
}

std::optional<int> find(const std::unordered_map<std::string_view, int>& ids, std::string_view code) {
    const auto found = ids.find(code);
    if (found == ids.end()) return std::nullopt;
    return found->second;
}

std::string nearestIn(const std::vector<std::string>& codes, std::string_view wanted) {
    const std::vector<std::string> names = text::nearest(wanted, codes);
    return names.empty() ? "" : "; nearest: " + text::join(names, ", ");
}

void checkReserved(const std::set<std::string>& codes, const std::string& file, Problems& problems) {
    for (const char* reserved : {"WORLD", "OTHER", "ALL"}) {
        if (codes.contains(reserved)) {
            problems.error({file, 0, {}}, "reserved-code", std::string(reserved) + " has a meaning of its own");
        }
    }
}

}  // namespace

int Interner::id(std::string_view text) {
    const auto [place, isNew] = m_ids.emplace(text, static_cast<int>(m_texts.size()));
    if (isNew) m_texts.emplace_back(text);
    return place->second;
}

Registers::Registers(const Folder& folder, Problems& problems) {
    const std::set<std::string> countries = codesOf(folder, "economies.csv", "iso3");
    const std::set<std::string> blocs = codesOf(folder, "bloc_names.csv", "bloc");
    checkReserved(countries, "economies.csv", problems);
    checkReserved(blocs, "bloc_names.csv", problems);
    m_economies = {"WORLD", "OTHER"};
    m_economies.insert(m_economies.end(), countries.begin(), countries.end());
    m_firstBloc = static_cast<int>(m_economies.size());
    for (const std::string& bloc : blocs) {
        if (countries.contains(bloc)) {
            problems.error({"bloc_names.csv", 0, "bloc"}, "bloc-is-economy", bloc + " is a code of economies.csv too");
        } else {
            m_economies.push_back(bloc);
        }
    }
    const std::set<std::string> minerals = codesOf(folder, "minerals.csv", "mineral");
    m_minerals.assign(minerals.begin(), minerals.end());
    std::set<std::string> sources = codesOf(folder, "sources.csv", "source_id");
    sources.merge(combinationsIn(folder, sources));
    m_sources.assign(sources.begin(), sources.end());
    m_economyIds = numbered(m_economies);
    m_mineralIds = numbered(m_minerals);
    m_sourceIds = numbered(m_sources);
    notes.id("");
}

std::optional<int> Registers::economy(std::string_view code, Among among) const {
    const std::optional<int> id = find(m_economyIds, code);
    if (!id) return std::nullopt;
    const bool aggregate = *id < 2;
    const bool bloc = *id >= m_firstBloc;
    switch (among) {
        case Among::countries:
            return aggregate || bloc ? std::nullopt : id;
        case Among::blocs:
            return bloc ? id : std::nullopt;
        case Among::economies:
            return bloc ? std::nullopt : id;
        case Among::actors:
            return id;
    }
    return std::nullopt;
}

std::optional<int> Registers::mineral(std::string_view slug) const {
    return find(m_mineralIds, slug);
}
std::optional<int> Registers::source(std::string_view id) const {
    return find(m_sourceIds, id);
}
std::string Registers::nearestEconomy(std::string_view code) const {
    return nearestIn(m_economies, code);
}
std::string Registers::nearestMineral(std::string_view slug) const {
    return nearestIn(m_minerals, slug);
}
std::string Registers::nearestSource(std::string_view id) const {
    return nearestIn(m_sources, id);
}

}  // namespace adit::db
