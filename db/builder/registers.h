// Codes to ids: the economies, minerals and sources of a folder, and texts that many rows share.
#pragma once

#include "db/builder/folder.h"
#include "db/builder/problems.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace adit::db {

// Texts numbered in the order in which they are first met.
class Interner {
public:
    int id(std::string_view text);
    const std::vector<std::string>& texts() const { return m_texts; }

private:
    std::unordered_map<std::string, int> m_ids;
    std::vector<std::string> m_texts;
};

class Registers {
public:
    enum class Among { countries, blocs, economies, actors };  // economies: with WORLD and OTHER; actors: and blocs

    Registers(const Folder& folder, Problems& problems);

    std::optional<int> economy(std::string_view code, Among among) const;
    std::optional<int> mineral(std::string_view slug) const;
    std::optional<int> source(std::string_view id) const;

    // "; nearest: CHN, CHL", or nothing.
    std::string nearestEconomy(std::string_view code) const;
    std::string nearestMineral(std::string_view slug) const;
    std::string nearestSource(std::string_view id) const;

    const std::vector<std::string>& economies() const { return m_economies; }  // WORLD, OTHER, countries, blocs
    const std::vector<std::string>& minerals() const { return m_minerals; }
    const std::vector<std::string>& sources() const { return m_sources; }  // with combinations

    Interner bases;
    Interner notes;

private:
    std::vector<std::string> m_economies;
    std::vector<std::string> m_minerals;
    std::vector<std::string> m_sources;
    std::unordered_map<std::string_view, int> m_economyIds;  // keys point into the lists above
    std::unordered_map<std::string_view, int> m_mineralIds;
    std::unordered_map<std::string_view, int> m_sourceIds;
    int m_firstBloc = 0;
};

}  // namespace adit::db
