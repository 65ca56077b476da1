#include "core/workspace/history.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <unordered_map>

namespace adit::workspace {
namespace {

std::size_t doneCount(const History& history) {
    const auto undone = std::find_if(history.begin(), history.end(), [](const HistoryEntry& e) { return e.undone; });
    return static_cast<std::size_t>(undone - history.begin());
}

// The last edit of each target, in the order in which the targets first come.
std::vector<Edit> lastOfEach(std::span<const Edit> edits) {
    std::vector<Edit> out;
    std::unordered_map<std::string, std::size_t> places;
    for (const Edit& edit : edits) {
        const auto [place, isNew] = places.emplace(targetOf(edit), out.size());
        if (isNew) {
            out.push_back(edit);
        } else {
            out[place->second] = edit;
        }
    }
    return out;
}

bool sameEffect(const Edit& a, const Edit& b) {
    Workspace with;
    return applyTo(with, a).has_value() && !changes(with, b);
}

// Where a target ends as it began, neither its edit nor its inverse is kept.
void dropRoundTrips(HistoryEntry& entry) {
    std::unordered_map<std::string, const Edit*> before;
    for (const Edit& edit : entry.inverse)
        before.emplace(targetOf(edit), &edit);
    std::vector<std::string> gone;
    for (const Edit& edit : entry.edits) {
        const auto found = before.find(targetOf(edit));
        if (found != before.end() && sameEffect(edit, *found->second)) gone.push_back(found->first);
    }
    const auto isGone = [&](const Edit& e) { return std::ranges::find(gone, targetOf(e)) != gone.end(); };
    std::erase_if(entry.edits, isGone);
    std::erase_if(entry.inverse, isGone);
}

HistoryEntry merged(const HistoryEntry& first, const HistoryEntry& second) {
    HistoryEntry out = first;
    out.at = second.at;
    out.edits.insert(out.edits.end(), second.edits.begin(), second.edits.end());
    out.edits = lastOfEach(out.edits);
    // Of two inverses of one target the later one in the list is applied last, and it is the older.
    out.inverse = second.inverse;
    out.inverse.insert(out.inverse.end(), first.inverse.begin(), first.inverse.end());
    out.inverse = lastOfEach(out.inverse);
    dropRoundTrips(out);
    return out;
}

HistoryEntry turned(HistoryEntry entry, bool undone) {
    entry.undone = undone;
    return entry;
}

}  // namespace

const HistoryEntry* lastDone(const History& history) {
    const std::size_t done = doneCount(history);
    return done == 0 ? nullptr : &history[done - 1];
}

const HistoryEntry* firstUndone(const History& history) {
    const std::size_t done = doneCount(history);
    return done == history.size() ? nullptr : &history[done];
}

HistoryChange adding(const History& history, HistoryEntry entry, Merge merge) {
    HistoryChange change;
    const std::size_t done = doneCount(history);
    for (std::size_t i = done; i < history.size(); ++i)
        change.remove.push_back(history[i].number);
    if (merge == Merge::withLast && done != 0) {
        HistoryEntry both = merged(history[done - 1], entry);
        if (both.edits.empty()) {
            change.remove.push_back(both.number);
        } else {
            change.put.push_back(std::move(both));
        }
        return change;
    }
    entry.number = done == 0 ? 1 : history[done - 1].number + 1;
    change.put.push_back(std::move(entry));
    for (std::size_t i = 0; i + historyLimit <= done; ++i)
        change.remove.push_back(history[i].number);
    return change;
}

Travel goingTo(const History& history, std::int64_t number) {
    Travel travel;
    const auto take = [&](const HistoryEntry& entry, bool undone) {
        const std::vector<Edit>& edits = undone ? entry.inverse : entry.edits;
        travel.edits.insert(travel.edits.end(), edits.begin(), edits.end());
        travel.change.put.push_back(turned(entry, undone));
    };
    for (const HistoryEntry& entry : std::views::reverse(history))
        if (!entry.undone && entry.number > number) take(entry, true);
    for (const HistoryEntry& entry : history)
        if (entry.undone && entry.number <= number) take(entry, false);
    return travel;
}

void applyTo(History& history, const HistoryChange& change) {
    std::erase_if(history, [&](const HistoryEntry& e) {
        return std::ranges::find(change.remove, e.number) != change.remove.end();
    });
    for (const HistoryEntry& entry : change.put) {
        const auto place = std::ranges::lower_bound(history, entry.number, {}, &HistoryEntry::number);
        if (place != history.end() && place->number == entry.number) {
            *place = entry;
        } else {
            history.insert(place, entry);
        }
    }
}

std::vector<Edit> effective(const Workspace& workspace, std::span<const Edit> edits) {
    std::vector<Edit> out = lastOfEach(edits);
    std::erase_if(out, [&](const Edit& edit) { return !changes(workspace, edit); });
    return out;
}

}  // namespace adit::workspace
