#include "core/sqlite/pages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace adit::sqlite {
namespace {

constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t headerSize = 100;
constexpr std::size_t usualPage = 4096;

// The first byte of a page; a page that is free or goes on with a long row begins with the number of another.
enum PageType : unsigned { freeOrOverflow = 0, innerIndex = 2, innerTable = 5, leafIndex = 10, leafTable = 13 };

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t n = 0;
    for (const char c : bytes)
        n = (n << 8U) | static_cast<unsigned char>(c);
    return n;
}

// Reads on from a place; what lies beyond the end is noticed and reads as nothing.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : m_rest(bytes) {}

    std::string_view take(std::uint64_t count) {
        if (count > m_rest.size()) {
            m_short = true;
            m_rest = {};
            return {};
        }
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }
    std::uint64_t number(std::size_t size) { return bigEndian(take(size)); }
    // Seven bits a byte, the last of at most nine bytes has eight.
    std::uint64_t varint() {
        std::uint64_t n = 0;
        for (int i = 0; i < 9; ++i) {
            const std::uint64_t byte = number(1);
            if (i == 8) return (n << 8U) | byte;
            n = (n << 7U) | (byte & 0x7FU);
            if ((byte & 0x80U) == 0) break;
        }
        return n;
    }
    std::size_t left() const { return m_rest.size(); }
    bool isShort() const { return m_short; }

private:
    std::string_view m_rest;
    bool m_short = false;
};

// Of a two's complement number in fewer than eight bytes.
std::int64_t withSign(std::uint64_t n, std::size_t bytes) {
    if (bytes == 8) return static_cast<std::int64_t>(n);
    const std::uint64_t sign = std::uint64_t{1} << (8 * bytes - 1);
    return static_cast<std::int64_t>((n ^ sign)) - static_cast<std::int64_t>(sign);
}

StoredValue valueOf(std::uint64_t type, Bytes& body) {
    constexpr std::array<std::size_t, 7> integerBytes{0, 1, 2, 3, 4, 6, 8};
    if (type == 0) return {};
    if (type <= 6) return withSign(body.number(integerBytes.at(type)), integerBytes.at(type));
    if (type == 7) return std::bit_cast<double>(body.number(8));
    if (type == 8 || type == 9) return static_cast<std::int64_t>(type - 8);
    return std::string(body.take((type - 12) / 2));
}

std::optional<std::vector<StoredValue>> recordOf(std::string_view payload) {
    Bytes whole(payload);
    const std::uint64_t size = whole.varint();
    const std::size_t lead = payload.size() - whole.left();
    if (whole.isShort() || size < lead) return std::nullopt;
    Bytes types(whole.take(size - lead));
    std::vector<StoredValue> values;
    while (types.left() != 0) {
        const std::uint64_t type = types.varint();
        if (type == 10 || type == 11) return std::nullopt;
        values.push_back(valueOf(type, whole));
    }
    if (whole.isShort() || types.isShort() || whole.left() != 0) return std::nullopt;
    return values;
}

class Reader {
public:
    explicit Reader(std::string_view file) : m_file(file), m_pageSize(pageSizeOf(file)) {}

    Pages read() {
        const std::size_t count = m_file.size() / m_pageSize;
        for (std::size_t page = 1; page <= count; ++page) {
            const unsigned type = typeOf(page);
            if (type == leafTable) readLeaf(page);
            const bool other = type == freeOrOverflow || type == innerIndex || type == innerTable || type == leafIndex;
            if (!other && type != leafTable) ++m_pages.damaged;
        }
        if (m_file.size() % m_pageSize != 0) ++m_pages.damaged;
        return std::move(m_pages);
    }

private:
    static std::size_t pageSizeOf(std::string_view file) {
        if (file.size() < headerSize) return usualPage;
        const std::uint64_t size = bigEndian(file.substr(16, 2));
        if (size == 1) return 65536;
        return size >= 512 && std::has_single_bit(size) ? size : usualPage;
    }

    std::string_view page(std::size_t number) const { return m_file.substr((number - 1) * m_pageSize, m_pageSize); }
    bool exists(std::size_t number) const { return number >= 1 && number <= m_file.size() / m_pageSize; }
    static std::size_t startOf(std::size_t number) { return number == 1 ? headerSize : 0; }
    unsigned typeOf(std::size_t number) const { return static_cast<unsigned char>(page(number)[startOf(number)]); }

    void readLeaf(std::size_t number) {
        const std::string_view bytes = page(number);
        Bytes head(bytes.substr(startOf(number)));
        head.take(3);
        const std::uint64_t cells = head.number(2);
        head.take(3);
        bool sound = true;
        for (std::uint64_t i = 0; i < cells && !head.isShort(); ++i) {
            auto row = rowAt(bytes, head.number(2));
            if (row) m_pages.rows.push_back(std::move(*row));
            sound = sound && row.has_value();
        }
        if (!sound || head.isShort()) ++m_pages.damaged;
    }

    std::optional<StoredRow> rowAt(std::string_view bytes, std::uint64_t place) {
        if (place < 8 || place >= bytes.size()) return std::nullopt;
        Bytes cell(bytes.substr(place));
        const std::uint64_t size = cell.varint();
        StoredRow row;
        row.rowid = static_cast<std::int64_t>(cell.varint());
        if (cell.isShort() || size > m_file.size()) return std::nullopt;
        const auto payload = payloadOf(cell, size);
        auto values = payload ? recordOf(*payload) : std::nullopt;
        if (!values) return std::nullopt;
        row.values = std::move(*values);
        return row;
    }

    // What does not fit into the page goes on in a chain of others.
    std::optional<std::string> payloadOf(Bytes& cell, std::uint64_t size) {
        const std::uint64_t usable = m_pageSize;
        const std::uint64_t most = usable - 35;
        if (size <= most) {
            std::string whole(cell.take(size));
            return cell.isShort() ? std::nullopt : std::optional(std::move(whole));
        }
        const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
        const std::uint64_t wanted = least + (size - least) % (usable - 4);
        std::string whole(cell.take(wanted <= most ? wanted : least));
        std::uint64_t next = cell.number(4);
        while (!cell.isShort() && whole.size() < size && exists(next) && typeOf(next) == freeOrOverflow) {
            Bytes more(page(next));
            next = more.number(4);
            whole += more.take(std::min<std::uint64_t>(size - whole.size(), usable - 4));
        }
        return whole.size() == size ? std::optional(std::move(whole)) : std::nullopt;
    }

    std::string_view m_file;
    std::size_t m_pageSize;
    Pages m_pages;
};

}  // namespace

Pages readPages(std::string_view file) {
    return Reader(file).read();
}

FileHeader readHeader(std::string_view file) {
    if (file.size() < headerSize || !file.starts_with(magic)) return {};
    return {true, static_cast<std::uint32_t>(bigEndian(file.substr(60, 4))),
            static_cast<std::uint32_t>(bigEndian(file.substr(68, 4)))};
}

}  // namespace adit::sqlite
