// Everything that can be jumped to by name: economies, minerals, measures, sources, pages and commands.
#pragma once

#include "core/dataset/dataset.h"

#include <QString>

#include <functional>
#include <vector>

namespace adit::ui {

enum class HitKind { page, command, mineral, economy, measure, source, figure };

struct SearchItem {
    HitKind kind = HitKind::command;
    QString title;       // "Gallium"
    QString hint;        // "mineral, refine"
    QString otherNames;  // matched too: symbols, codes, aliases
    std::function<void()> open;
};

struct SearchResult {
    std::vector<const SearchItem*> hits;
    bool exact = true;  // false: nothing matched, these are the nearest names
};

class SearchIndex {
public:
    void add(SearchItem item) { m_items.push_back(std::move(item)); }
    void clear() { m_items.clear(); }
    // Every word must occur; titles that begin with the text come first, then words that do, then the rest.
    SearchResult find(const QString& text, std::size_t most = 12) const;
    const std::vector<SearchItem>& items() const { return m_items; }

private:
    std::vector<SearchItem> m_items;
};

}  // namespace adit::ui
