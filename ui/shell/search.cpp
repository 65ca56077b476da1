#include "ui/shell/search.h"

#include "core/base/text.h"

#include <QStringList>

#include <algorithm>

namespace adit::ui {
namespace {

// 0 is best; -1 is no match.
int rank(const SearchItem& item, const QString& text) {
    const QString title = item.title.toCaseFolded();
    if (title == text) return 0;
    if (title.startsWith(text)) return 1;
    const QString all = title + u' ' + item.otherNames.toCaseFolded() + u' ' + item.hint.toCaseFolded();
    if ((u' ' + title).contains(u' ' + text)) return 2;
    if ((u' ' + all).contains(u' ' + text)) return 3;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const bool every = std::all_of(words.begin(), words.end(), [&](const QString& w) { return all.contains(w); });
    return every ? 4 : -1;
}

std::vector<const SearchItem*> nearestTo(const QString& text, const std::vector<SearchItem>& items) {
    std::vector<std::string> titles;
    for (const SearchItem& item : items)
        titles.push_back(item.title.toStdString());
    std::vector<const SearchItem*> found;
    for (const std::string& title : text::nearest(text.toStdString(), titles, 5)) {
        const auto at = std::find(titles.begin(), titles.end(), title);
        found.push_back(&items[static_cast<std::size_t>(at - titles.begin())]);
    }
    return found;
}

}  // namespace

SearchResult SearchIndex::find(const QString& text, std::size_t most) const {
    const QString folded = text.simplified().toCaseFolded();
    if (folded.isEmpty()) return {};
    std::vector<std::pair<int, const SearchItem*>> ranked;
    for (const SearchItem& item : m_items) {
        const int r = rank(item, folded);
        // The many titles of publications come after everything that can be looked at.
        if (r >= 0) ranked.emplace_back(item.kind == HitKind::source ? r + 10 : r, &item);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    SearchResult result;
    for (const auto& [r, item] : ranked) {
        if (result.hits.size() == most) break;
        result.hits.push_back(item);
    }
    if (result.hits.empty()) {
        result.exact = false;
        result.hits = nearestTo(folded, m_items);
    }
    return result;
}

}  // namespace adit::ui
