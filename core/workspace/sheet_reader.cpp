#include "core/base/csv.h"
#include "core/base/text.h"
#include "core/workspace/describe.h"
#include "core/workspace/moved.h"
#include "core/workspace/record.h"
#include "core/workspace/sheet.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace adit::workspace {
namespace {

struct Source {
    const std::string& file;
    const CsvTable& table;
    const Dataset& data;
    const Workspace& workspace;
};

Error refuse(const Source& source, std::size_t line, std::string column, std::string text) {
    return {ErrorCode::badInput, std::move(text), {source.file, line, std::move(column)}};
}

std::string nearestOf(std::string_view wanted, std::span<const std::string> known) {
    const auto nearest = text::nearest(wanted, known);
    return nearest.empty() ? std::string() : "; nearest: " + text::join(nearest, ", ");
}

// By the column that only this sheet has.
std::optional<Sheet> sheetOf(const CsvTable& table) {
    constexpr std::array<std::pair<std::string_view, Sheet>, 3> marks{
        {{"quantity", Sheet::assumptions}, {"imposer", Sheet::measures}, {"members", Sheet::blocs}}};
    for (const auto& [column, sheet] : marks)
        if (std::ranges::find(table.header(), column) != table.header().end()) return sheet;
    return std::nullopt;
}

// Column of the file for each column of the sheet; absent where the file has none.
using Places = std::vector<std::optional<std::size_t>>;

Result<Places> placesOf(const Source& source, std::span<const std::string> columns) {
    Places places(columns.size());
    for (std::size_t i = 0; i < source.table.header().size(); ++i) {
        const std::string name(source.table.header()[i]);
        const auto found = std::ranges::find(columns, name);
        if (found == columns.end())
            return refuse(source, 1, name, "there is no such column" + nearestOf(name, columns));
        auto& place = places[static_cast<std::size_t>(found - columns.begin())];
        if (place) return refuse(source, 1, name, "the column stands there twice");
        place = i;
    }
    return places;
}

// Words that a column may hold, and codes that it may refer to.
std::vector<std::string> wordsFor(Sheet sheet, std::string_view column) {
    std::vector<std::string> words;
    if (sheet == Sheet::assumptions && column == "quantity") {
        for (std::size_t i = 0; i < quantities; ++i)
            words.emplace_back(id(static_cast<Quantity>(i)));
    }
    if (sheet == Sheet::measures && column == "kind") words.assign(measureKindIds.begin(), measureKindIds.end());
    if (sheet == Sheet::measures && column == "stage") {
        for (const Stage stage : {Stage::mine, Stage::refine, Stage::component})
            words.emplace_back(id(stage));
    }
    return words;
}

std::vector<std::string> economyCodes(const Source& source) {
    std::vector<std::string> codes;
    for (const Economy& economy : source.data.economies)
        codes.push_back(economy.code);
    for (const auto& [code, bloc] : source.workspace.blocs)
        codes.push_back(code);
    return codes;
}

std::string unknownEconomy(const Source& source, std::string_view code) {
    const bool known = source.data.economy(code) || source.workspace.blocs.contains(std::string(code));
    if (known || code.empty()) return {};
    return "\"" + std::string(code) + "\" is no known economy" + nearestOf(code, economyCodes(source));
}

std::string unknownMineral(const Source& source, std::string_view slug) {
    if (slug.empty() || source.data.mineral(slug)) return {};
    std::vector<std::string> slugs;
    for (const Mineral& mineral : source.data.minerals)
        slugs.push_back(mineral.slug);
    return "\"" + std::string(slug) + "\" is no known mineral" + nearestOf(slug, slugs);
}

// Of a row's detail, after its quantity. A bloc may be a partner as well as an economy.
std::string unknownPartner(const Source& source, const Record& before, const std::string& detail) {
    const auto* word = std::get_if<std::string>(&before.front());
    const auto quantity = word == nullptr ? std::nullopt : quantityFrom(*word);
    if (!quantity || !namesPartner(*quantity)) return {};
    return unknownEconomy(source, detailOf(*quantity, detail).partner);
}

// What is wrong with a text cell of a row, by itself and after those before it; empty when nothing is.
std::string faultOf(const Source& source, Sheet sheet, std::string_view column, const std::string& cell,
                    const Record& before) {
    const std::vector<std::string> words = wordsFor(sheet, column);
    if (!words.empty() && std::ranges::find(words, cell) == words.end())
        return "\"" + cell + "\" is none of " + text::join(words, ", ");
    if (column == "mineral") return unknownMineral(source, cell);
    if (column == "economy" || column == "imposer") return unknownEconomy(source, cell);
    if (column == "detail") return unknownPartner(source, before, cell);
    if (column != "members" && (column != "targets" || cell == "ALL")) return {};
    for (const std::string_view code : text::split(cell, ';'))
        if (std::string fault = unknownEconomy(source, code); !fault.empty()) return fault;
    return {};
}

bool mayBeEmpty(std::string_view column) {
    return column != "central";
}

Result<Cell> numberIn(const Source& source, std::size_t line, const std::string& column, std::string_view cell) {
    if (cell.empty() && mayBeEmpty(column)) return Cell();
    if (cell.empty()) return refuse(source, line, column, "the number is missing");
    const auto x = text::toDouble(cell);
    if (x) return Cell(*x);
    return refuse(source, line, column, "\"" + std::string(cell) + "\" is no number: write 1234.5, without groups");
}

Result<Record> recordAt(const Source& source, Sheet sheet, const TableShape& shape, const Places& places,
                        std::size_t row) {
    const std::vector<std::string> columns = columnsOf(shape);
    const std::size_t line = source.table.line(row);
    Record record;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string cell(places[i] ? text::trim(source.table.cell(row, *places[i])) : std::string_view());
        if (shape.kinds[i] == CellKind::real) {
            auto number = numberIn(source, line, columns[i], cell);
            if (!number) return number.error();
            record.push_back(std::move(*number));
            continue;
        }
        if (const std::string fault = faultOf(source, sheet, columns[i], cell, record); !fault.empty())
            return refuse(source, line, columns[i], fault);
        record.emplace_back(cell);
    }
    return record;
}

// What the file has no column for stays as it is in the workspace, but for what is noted with each setting.
void keepOthers(const Source& source, const TableShape& shape, const Places& places, Record& record) {
    const Record key(record.begin(), record.begin() + static_cast<std::ptrdiff_t>(shape.keyCells));
    const auto removal = removalFrom(shape, key);
    if (!removal) return;
    const Edit there = inverseOf(source.workspace, *removal);
    if (!std::visit([](const auto& one) { return one.value.has_value(); }, there)) return;
    const Record known = recordOf(there);
    const std::vector<std::string> columns = columnsOf(shape);
    const std::array<std::string_view, 3> noted{"at", "baseline", "edition"};
    for (std::size_t i = shape.keyCells; i < record.size(); ++i)
        if (!places[i] && std::ranges::find(noted, columns[i]) == noted.end()) record[i] = known[i];
}

// An own measure or bloc may not take the name of a published one.
std::string takenName(const Source& source, const Edit& edit) {
    if (const auto* bloc = std::get_if<SetBloc>(&edit))
        if (source.data.economy(bloc->id)) return "there is a published economy or bloc of this id; choose another";
    const auto* measure = std::get_if<SetMeasure>(&edit);
    const auto isThat = [&](const Measure& m) { return m.id == measure->id; };
    if (measure != nullptr && std::ranges::any_of(source.data.measures, isThat))
        return "there is a published measure of this id; choose another";
    return {};
}

// What a bloc has is that of its members.
std::string ofMembers(const Source& source, const Edit& edit) {
    const auto* set = std::get_if<SetAssumption>(&edit);
    if (set == nullptr || traitsOf(set->key.quantity).ofBlocs) return {};
    const auto economy = source.data.economy(set->key.economy);
    if (economy && source.data[*economy].kind == EconomyKind::economy) return {};
    return "\"" + set->key.economy + "\" has no " + nameOf(set->key.quantity) +
           " of its own: name an economy, such as a member";
}

Result<Edit> editAt(const Source& source, Sheet sheet, const TableShape& shape, const Places& places, std::size_t row) {
    const std::size_t line = source.table.line(row);
    auto record = recordAt(source, sheet, shape, places, row);
    if (!record) return record.error();
    keepOthers(source, shape, places, *record);
    auto edit = readEdit(shape, *record);
    if (!edit) return refuse(source, line, {}, "the row cannot be read");
    if (const Status status = check(*edit); !status)
        return refuse(source, line, status.error().place.column, status.error().text);
    if (const std::string taken = takenName(source, *edit); !taken.empty()) return refuse(source, line, "id", taken);
    if (const std::string none = ofMembers(source, *edit); !none.empty()) return refuse(source, line, "economy", none);
    return std::move(*edit);
}

void settleEdition(const Source& source, Edit& edit) {
    auto* set = std::get_if<SetAssumption>(&edit);
    if (set == nullptr || !set->value->edition.empty()) return;
    set->value->baseline = published(source.data, set->key);
    set->value->edition = source.data.edition;
}

// Rows that name the same thing contradict each other: the first stands, the others are refused.
class Lines {
public:
    std::optional<Error> claim(const Source& source, const Edit& edit, std::size_t line) {
        const auto [first, isNew] = m_lines.emplace(targetOf(edit), line);
        if (isNew) return std::nullopt;
        return refuse(source, line, {}, "this stands in line " + std::to_string(first->second) + " too");
    }

private:
    std::map<std::string, std::size_t> m_lines;
};

Result<Review> read(const Source& source) {
    const auto sheet = sheetOf(source.table);
    if (!sheet) {
        return refuse(source, 1, {},
                      "the columns are of no sheet: assumptions have quantity, measures imposer, blocs members");
    }
    const TableShape& shape = shapeOf(*sheet);
    const auto places = placesOf(source, columnsOf(shape));
    if (!places) return places.error();
    Review out{{*sheet, {}}, {}};
    Lines lines;
    for (std::size_t row = 0; row < source.table.rowCount(); ++row) {
        auto edit = editAt(source, *sheet, shape, *places, row);
        const auto fault = edit ? lines.claim(source, *edit, source.table.line(row)) : std::optional(edit.error());
        if (fault) {
            out.refused.push_back(*fault);
            continue;
        }
        settleEdition(source, *edit);
        out.taken.edits.push_back(std::move(*edit));
    }
    return out;
}

template <typename Set, typename Map>
void addRemovals(std::vector<Edit>& edits, const Map& there, const std::set<std::string>& named) {
    for (const auto& [key, value] : there) {
        Edit removal = Set{key, std::nullopt};
        if (!named.contains(targetOf(removal))) edits.push_back(std::move(removal));
    }
}

}  // namespace

Result<Review> review(const std::string& file, std::string content, const Dataset& data, const Workspace& workspace) {
    const auto table = CsvTable::parse(file, std::move(content));
    if (!table) return table.error();
    return read({file, *table, data, workspace});
}

Result<Imported> fromCsv(const std::string& file, std::string content, const Dataset& data,
                         const Workspace& workspace) {
    auto reviewed = review(file, std::move(content), data, workspace);
    if (!reviewed) return reviewed.error();
    if (!reviewed->refused.empty()) return reviewed->refused.front();
    return std::move(reviewed->taken);
}

std::vector<Edit> removalsOf(const Workspace& workspace, const Imported& imported) {
    std::set<std::string> named;
    for (const Edit& edit : imported.edits)
        named.insert(targetOf(edit));
    std::vector<Edit> edits;
    if (imported.sheet == Sheet::assumptions) addRemovals<SetAssumption>(edits, workspace.assumptions, named);
    if (imported.sheet == Sheet::measures) addRemovals<SetMeasure>(edits, workspace.measures, named);
    if (imported.sheet == Sheet::blocs) addRemovals<SetBloc>(edits, workspace.blocs, named);
    return edits;
}

}  // namespace adit::workspace
