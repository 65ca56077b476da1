#include "core/workspace/record.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <bit>

namespace adit::workspace {

namespace tables {

constexpr CellKind t = CellKind::text;
constexpr CellKind r = CellKind::real;
constexpr CellKind n = CellKind::integer;

const TableShape assumptions{"assumptions",
                             "quantity, economy, mineral, detail, central, low, high, note, at, baseline, edition",
                             4,
                             {t, t, t, t, r, r, r, t, t, r, t}};
const TableShape measures{"measures",
                          "id, imposer, mineral, stage, kind, targets, announced, effective, ended, instrument, note, "
                          "severity, severity_low, severity_high",
                          1,
                          {t, t, t, t, t, t, t, t, t, t, t, r, r, r}};
const TableShape blocs{"blocs", "id, name, members", 1, {t, t, t}};
const TableShape documents{"documents", "kind, name, content", 2, {t, t, t}};
const TableShape view{"view_state", "key, value", 1, {t, t}};
const TableShape history{"history", "number, at, edits, inverse, undone", 1, {n, t, t, t, n}};

}  // namespace tables

namespace {

constexpr std::string_view everyone = "ALL";

class Fnv {
public:
    void add(std::string_view bytes) {
        for (const char c : bytes)
            add(static_cast<unsigned char>(c));
    }
    void add(std::uint64_t number) {
        for (unsigned shift = 0; shift < 64; shift += 8)
            add(static_cast<unsigned char>(number >> shift));
    }
    std::uint64_t value() const { return m_value; }

private:
    void add(unsigned char byte) { m_value = (m_value ^ byte) * 0x100000001b3U; }
    std::uint64_t m_value = 0xcbf29ce484222325U;
};

Error senseless(const TableShape& table, const std::string& why) {
    return {ErrorCode::damaged, "a row of " + std::string(table.name) + " makes no sense: " + why, {}};
}

// Takes cells in their order; what does not fit is noticed and read as empty.
class Cells {
public:
    explicit Cells(const Record& record) : m_record(record) {}

    std::string text() {
        const Cell& cell = next();
        const auto* s = std::get_if<std::string>(&cell);
        m_fits = m_fits && s != nullptr;
        return s == nullptr ? std::string() : *s;
    }
    std::optional<double> optionalReal() {
        const Cell& cell = next();
        const auto* x = std::get_if<double>(&cell);
        m_fits = m_fits && (x != nullptr || std::holds_alternative<std::monostate>(cell));
        return x == nullptr ? std::nullopt : std::optional(*x);
    }
    double real() {
        const auto x = optionalReal();
        m_fits = m_fits && x.has_value();
        return x.value_or(0.0);
    }
    std::int64_t integer() {
        const Cell& cell = next();
        const auto* n = std::get_if<std::int64_t>(&cell);
        m_fits = m_fits && n != nullptr;
        return n == nullptr ? 0 : *n;
    }
    template <typename T>
    T word(std::optional<T> (*from)(std::string_view)) {
        const auto value = from(text());
        m_fits = m_fits && value.has_value();
        return value.value_or(T{});
    }
    std::vector<std::string> codes() {
        std::vector<std::string> out;
        const std::string joined = text();
        for (const std::string_view code : text::split(joined, ';'))
            out.emplace_back(code);
        return out;
    }
    bool fits() const { return m_fits && m_at == m_record.size(); }

private:
    const Cell& next() {
        static const Cell none;
        if (m_at < m_record.size()) return m_record[m_at++];
        m_fits = false;
        return none;
    }
    const Record& m_record;
    std::size_t m_at = 0;
    bool m_fits = true;
};

Cell cellOf(std::optional<double> x) {
    return x ? Cell(*x) : Cell();
}

Cell textOf(std::string_view s) {
    return std::string(s);
}

Key keyFrom(Cells& cells) {
    const auto quantity = cells.word(quantityFrom);
    std::string economy = cells.text();
    std::string mineral = cells.text();
    return {quantity, std::move(economy), std::move(mineral), cells.text()};
}

SetAssumption assumptionFrom(Cells& cells) {
    SetAssumption edit{keyFrom(cells), Assumption{}};
    Assumption& a = *edit.value;
    a.central = cells.real();
    a.low = cells.optionalReal();
    a.high = cells.optionalReal();
    a.note = cells.text();
    a.at = cells.text();
    a.baseline = cells.optionalReal();
    a.edition = cells.text();
    return edit;
}

SetMeasure measureFrom(Cells& cells) {
    OwnMeasure m;
    m.id = cells.text();
    m.imposer = cells.text();
    m.mineral = cells.text();
    m.stage = cells.word(stageFrom);
    m.kind = cells.word(measureKindFrom);
    m.targets = cells.codes();
    m.againstAll = m.targets == std::vector{std::string(everyone)};
    if (m.againstAll) m.targets.clear();
    m.announced = cells.text();
    m.effective = cells.text();
    m.ended = cells.text();
    m.instrument = cells.text();
    m.note = cells.text();
    const auto severity = cells.optionalReal();
    const auto low = cells.optionalReal();
    const auto high = cells.optionalReal();
    if (severity) m.severity = OwnSeverity{*severity, low, high};
    std::string id = m.id;
    return {std::move(id), std::move(m)};
}

SetBloc blocFrom(Cells& cells) {
    OwnBloc bloc;
    bloc.id = cells.text();
    bloc.name = cells.text();
    bloc.members = cells.codes();
    std::string id = bloc.id;
    return {std::move(id), std::move(bloc)};
}

DocumentKey documentKeyFrom(Cells& cells) {
    const auto kind = cells.word(documentKindFrom);
    return {kind, cells.text()};
}

SetDocument documentFrom(Cells& cells) {
    DocumentKey key = documentKeyFrom(cells);
    return {std::move(key), cells.text()};
}

SetView viewFrom(Cells& cells) {
    std::string key = cells.text();
    return {std::move(key), cells.text()};
}

Record keyCells(const SetAssumption& e) {
    return {textOf(id(e.key.quantity)), e.key.economy, e.key.mineral, e.key.detail};
}
Record keyCells(const SetMeasure& e) {
    return {e.id};
}
Record keyCells(const SetBloc& e) {
    return {e.id};
}
Record keyCells(const SetDocument& e) {
    return {textOf(id(e.key.kind)), e.key.name};
}
Record keyCells(const SetView& e) {
    return {e.key};
}

Record valueCells(const Assumption& a) {
    return {a.central, cellOf(a.low), cellOf(a.high), a.note, a.at, cellOf(a.baseline), a.edition};
}
Record valueCells(const OwnMeasure& m) {
    const OwnSeverity none;
    const OwnSeverity& severity = m.severity ? *m.severity : none;
    return {m.imposer,
            m.mineral,
            textOf(id(m.stage)),
            textOf(id(m.kind)),
            m.againstAll ? textOf(everyone) : Cell(text::join(m.targets, ";")),
            m.announced,
            m.effective,
            m.ended,
            m.instrument,
            m.note,
            m.severity ? Cell(severity.central) : Cell(),
            cellOf(severity.low),
            cellOf(severity.high)};
}
Record valueCells(const OwnBloc& b) {
    return {b.name, text::join(b.members, ";")};
}
Record valueCells(const std::string& s) {
    return {s};
}

const TableShape& shapeOf(const SetAssumption&) {
    return tables::assumptions;
}
const TableShape& shapeOf(const SetMeasure&) {
    return tables::measures;
}
const TableShape& shapeOf(const SetBloc&) {
    return tables::blocs;
}
const TableShape& shapeOf(const SetDocument&) {
    return tables::documents;
}
const TableShape& shapeOf(const SetView&) {
    return tables::view;
}

Edit editIn(const TableShape& table, Cells& cells) {
    if (&table == &tables::assumptions) return assumptionFrom(cells);
    if (&table == &tables::measures) return measureFrom(cells);
    if (&table == &tables::blocs) return blocFrom(cells);
    if (&table == &tables::documents) return documentFrom(cells);
    return viewFrom(cells);
}

Edit readRemoval(const TableShape& table, Cells& cells) {
    if (&table == &tables::assumptions) return SetAssumption{keyFrom(cells), std::nullopt};
    if (&table == &tables::measures) return SetMeasure{cells.text(), std::nullopt};
    if (&table == &tables::blocs) return SetBloc{cells.text(), std::nullopt};
    if (&table == &tables::documents) return SetDocument{documentKeyFrom(cells), std::nullopt};
    return SetView{cells.text(), std::nullopt};
}

}  // namespace

std::int64_t sealOf(std::string_view table, const Record& record) {
    Fnv hash;
    hash.add(table);
    for (std::size_t i = 0; i < record.size(); ++i) {
        const Cell& cell = record[i];
        // Empty cells do not count, so that a later format can add columns.
        if (std::holds_alternative<std::monostate>(cell)) continue;
        hash.add(std::uint64_t{i});
        hash.add(std::uint64_t{cell.index()});
        if (const auto* n = std::get_if<std::int64_t>(&cell)) hash.add(static_cast<std::uint64_t>(*n));
        // SQLite keeps no sign of zero.
        if (const auto* x = std::get_if<double>(&cell)) hash.add(std::bit_cast<std::uint64_t>(*x + 0.0));
        if (const auto* s = std::get_if<std::string>(&cell)) {
            hash.add(std::uint64_t{s->size()});
            hash.add(std::string_view(*s));
        }
    }
    return static_cast<std::int64_t>(hash.value());
}

const TableShape& tableOf(const Edit& edit) {
    return std::visit([](const auto& one) -> const TableShape& { return shapeOf(one); }, edit);
}

Record keyOf(const Edit& edit) {
    return std::visit([](const auto& one) { return keyCells(one); }, edit);
}

Record recordOf(const Edit& edit) {
    return std::visit(
        [](const auto& one) {
            Record record = keyCells(one);
            for (Cell& cell : valueCells(one.value.value()))
                record.push_back(std::move(cell));
            return record;
        },
        edit);
}

Record recordOf(const HistoryEntry& entry) {
    return {entry.number, entry.at, toJson(entry.edits), toJson(entry.inverse), std::int64_t{entry.undone ? 1 : 0}};
}

std::vector<std::string> columnsOf(const TableShape& table) {
    std::vector<std::string> names;
    for (const std::string_view name : text::split(table.columns, ','))
        names.emplace_back(text::trim(name));
    return names;
}

std::optional<Edit> readEdit(const TableShape& table, const Record& record) {
    Cells cells(record);
    Edit edit = editIn(table, cells);
    return cells.fits() ? std::optional(std::move(edit)) : std::nullopt;
}

Result<Edit> editFrom(const TableShape& table, const Record& record) {
    auto edit = readEdit(table, record);
    if (!edit) return senseless(table, "a cell is of the wrong kind");
    if (const Status status = check(*edit); !status) return senseless(table, status.error().text);
    return std::move(*edit);
}

Result<Edit> removalFrom(const TableShape& table, const Record& key) {
    Cells cells(key);
    Edit edit = readRemoval(table, cells);
    if (!cells.fits()) return senseless(table, "a cell is of the wrong kind");
    return edit;
}

Result<HistoryEntry> entryFrom(const Record& record) {
    Cells cells(record);
    HistoryEntry entry;
    entry.number = cells.integer();
    entry.at = cells.text();
    auto edits = editsFrom(cells.text());
    auto inverse = editsFrom(cells.text());
    entry.undone = cells.integer() != 0;
    if (!cells.fits()) return senseless(tables::history, "a cell is of the wrong kind");
    for (const auto* part : {&edits, &inverse})
        if (!*part) return senseless(tables::history, part->error().text);
    entry.edits = std::move(*edits);
    entry.inverse = std::move(*inverse);
    return entry;
}

}  // namespace adit::workspace
