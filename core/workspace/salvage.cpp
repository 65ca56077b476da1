#include "core/workspace/salvage.h"

#include "core/base/number_words.h"
#include "core/findings/wording.h"
#include "core/sqlite/database.h"
#include "core/workspace/migration.h"
#include "core/workspace/record.h"
#include "core/workspace/store.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <ranges>
#include <unistd.h>

namespace adit::workspace {
namespace {

namespace fs = std::filesystem;

const std::array<const TableShape*, 6> shapes{&tables::assumptions, &tables::measures, &tables::blocs,
                                              &tables::documents,   &tables::view,     &tables::history};

// The file and its journal under another name, gone at the end.
class Copy {
public:
    Copy(const fs::path& file, const fs::path& target) : m_file(target) {
        m_file += ".salvage-" + std::to_string(::getpid());
        copy(file, m_file, m_code);
        std::error_code none;
        copy(journalOf(file), journalOf(m_file), none);
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    ~Copy() {
        std::error_code ignored;
        fs::remove(m_file, ignored);
        fs::remove(journalOf(m_file), ignored);
    }
    const fs::path& file() const { return m_file; }
    const std::error_code& code() const { return m_code; }

private:
    static fs::path journalOf(fs::path file) {
        file += "-journal";
        return file;
    }
    static void copy(const fs::path& from, const fs::path& to, std::error_code& code) {
        fs::copy_file(from, to, fs::copy_options::overwrite_existing, code);
    }
    fs::path m_file;
    std::error_code m_code;
};

Error refuse(ErrorCode code, const fs::path& file, std::string text) {
    return {code, std::move(text), {file.string(), 0, {}}};
}

// The bytes of the file as they are once a change that was cut off is taken back, as far as SQLite can do that.
Result<std::string> bytesOf(const fs::path& file, const fs::path& target) {
    const Copy copy(file, target);
    if (copy.code()) return refuse(ErrorCode::unreadable, file, "it cannot be copied (" + copy.code().message() + ")");
    if (const auto database = sqlite::Database::openForEditing(copy.file()))
        (void)database->number("SELECT count(*) FROM sqlite_schema");
    std::ifstream in(copy.file(), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

// As the program would have read it: a whole number may stand for a real one, and a row number for a missing one.
bool fit(Cell& cell, CellKind kind, std::int64_t rowid) {
    if (std::holds_alternative<std::monostate>(cell)) {
        if (kind == CellKind::integer) cell = rowid;
        return true;
    }
    const auto* whole = std::get_if<std::int64_t>(&cell);
    if (kind == CellKind::real && whole != nullptr) cell = static_cast<double>(*whole);
    switch (kind) {
        case CellKind::real:
            return std::holds_alternative<double>(cell);
        case CellKind::integer:
            return std::holds_alternative<std::int64_t>(cell);
        case CellKind::text:
            break;
    }
    return std::holds_alternative<std::string>(cell);
}

enum class Sort { other, sound, damaged };

Sort sortOf(const TableShape& table, const sqlite::StoredRow& row, Record& record) {
    if (row.values.size() != table.kinds.size() + 1) return Sort::other;
    record = row.values;
    const Cell seal = record.back();
    record.pop_back();
    for (std::size_t i = 0; i < record.size(); ++i)
        if (!fit(record[i], table.kinds[i], row.rowid)) return Sort::damaged;
    const auto* value = std::get_if<std::int64_t>(&seal);
    return value != nullptr && *value == sealOf(table.name, record) ? Sort::sound : Sort::damaged;
}

struct Found {
    Contents contents;
    Salvaged counts;
};

bool take(Found& found, const TableShape& table, const Record& record) {
    if (&table == &tables::history) {
        auto entry = entryFrom(record);
        if (entry) found.contents.history.push_back(std::move(*entry));
        return entry.has_value();
    }
    const auto edit = editFrom(table, record);
    return edit && applyTo(found.contents.workspace, *edit).has_value();
}

// Tables of one width are told apart by their seals.
void sortRow(Found& found, const sqlite::StoredRow& row) {
    bool damaged = false;
    for (const TableShape* table : shapes) {
        Record record;
        const Sort sort = sortOf(*table, row, record);
        if (sort == Sort::sound && take(found, *table, record)) return;
        damaged = damaged || sort != Sort::other;
    }
    if (damaged) ++found.counts.damagedRows;
}

// What each thing was set to last, as far as the history tells.
std::map<std::string, Edit> lastEdits(const History& history) {
    std::map<std::string, Edit> last;
    const auto note = [&](std::span<const Edit> edits) {
        for (const Edit& edit : edits)
            last.insert_or_assign(targetOf(edit), edit);
    };
    for (const HistoryEntry& entry : std::views::reverse(history))
        if (entry.undone) note(entry.inverse);
    for (const HistoryEntry& entry : history)
        if (!entry.undone) note(entry.edits);
    return last;
}

void restoreFromHistory(Found& found) {
    for (const auto& [target, edit] : lastEdits(found.contents.history)) {
        const bool sets = std::visit([](const auto& one) { return one.value.has_value(); }, edit);
        const Edit there = inverseOf(found.contents.workspace, edit);
        const bool isThere = std::visit([](const auto& one) { return one.value.has_value(); }, there);
        if (sets && !isThere && applyTo(found.contents.workspace, edit)) ++found.counts.fromHistory;
    }
}

void settleHistory(History& history) {
    std::ranges::sort(history, {}, &HistoryEntry::number);
    const auto gap = std::ranges::adjacent_find(
        history, [](const HistoryEntry& a, const HistoryEntry& b) { return b.number != a.number + 1; });
    if (gap != history.end()) history.clear();
}

Found find(std::string_view bytes) {
    Found found;
    const sqlite::Pages pages = sqlite::readPages(bytes);
    found.counts.damagedPages = pages.damaged;
    for (const sqlite::StoredRow& row : pages.rows)
        sortRow(found, row);
    std::ranges::sort(found.contents.history, {}, &HistoryEntry::number);
    restoreFromHistory(found);
    settleHistory(found.contents.history);
    const Workspace& w = found.contents.workspace;
    found.counts.assumptions = w.assumptions.size();
    found.counts.measures = w.measures.size();
    found.counts.blocs = w.blocs.size();
    found.counts.documents = w.documents.size();
    found.counts.steps = found.contents.history.size();
    return found;
}

std::string countOf(std::size_t n, const char* one, const char* many) {
    return words::count(n) + " " + (n == 1 ? one : many);
}

}  // namespace

Result<Salvaged> salvage(const fs::path& damaged, const fs::path& target) {
    if (const Status status = checkIsFile(damaged); !status) return status.error();
    const auto bytes = bytesOf(damaged, target);
    if (!bytes) return bytes.error();
    const sqlite::FileHeader header = sqlite::readHeader(*bytes);
    const bool ours = header.applicationId == static_cast<std::uint32_t>(applicationId);
    if (header.isSqlite && ours && header.userVersion > formatSteps().size())
        return refuse(ErrorCode::wrongVersion, damaged, "this workspace needs a newer Adit; nothing was changed");
    const Found found = find(*bytes);
    if (found.contents.workspace == Workspace{} && found.contents.history.empty())
        return refuse(ErrorCode::damaged, damaged, "nothing of a workspace can be read in it; restore a copy");
    if (const Status status = writeNew(target, found.contents, IfExists::refuse); !status) return status.error();
    return found.counts;
}

std::string describe(const Salvaged& s) {
    const std::array parts{countOf(s.assumptions, "assumption", "assumptions"),
                           countOf(s.measures, "own measure", "own measures"),
                           countOf(s.blocs, "own bloc", "own blocs"),
                           countOf(s.documents, "scenario or briefing", "scenarios and briefings")};
    std::string out = "Saved: " + words::list(parts) + ".";
    if (s.fromHistory != 0)
        out += " Of these, " + words::count(s.fromHistory) + " could only be read from the history of changes.";
    if (s.damagedPages + s.damagedRows != 0) {
        out += " Lost or unreadable: " + countOf(s.damagedPages, "page", "pages") + " of the file and " +
               countOf(s.damagedRows, "row", "rows") + " besides.";
    }
    const std::string steps = findings::capital(countOf(s.steps, "step", "steps"));
    return out + (s.steps == 0 ? " Undo begins anew." : " " + steps + " can be undone.");
}

}  // namespace adit::workspace
