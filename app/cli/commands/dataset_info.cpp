#include "app/cli/commands/dataset_info.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace adit::cli {
namespace {

void printLine(std::ostream& out, std::string_view label, const auto& value) {
    constexpr std::size_t width = 24;
    out << label << std::string(width > label.size() ? width - label.size() : 1, ' ') << value << '\n';
}

std::string span(const std::set<int>& years) {
    if (years.empty()) return "none";
    return std::to_string(*years.begin()) + " to " + std::to_string(*years.rbegin());
}

std::size_t countKind(const Dataset& data, EconomyKind kind) {
    return static_cast<std::size_t>(
        std::count_if(data.economies.begin(), data.economies.end(), [&](const Economy& e) { return e.kind == kind; }));
}

void printCounts(const Dataset& data, std::ostream& out) {
    const std::array<std::pair<std::string_view, std::size_t>, 18> counts{{
        {"minerals", data.minerals.size()},
        {"economies", countKind(data, EconomyKind::economy)},
        {"blocs", countKind(data, EconomyKind::bloc)},
        {"production rows", data.production.rows.size()},
        {"incomplete rows", data.incomplete.rows.size()},
        {"capacity rows", data.capacity.rows.size()},
        {"reserve rows", data.reserves.size()},
        {"trade rows", data.trade.size()},
        {"governance rows", data.governance.size()},
        {"measures", data.measures.size()},
        {"supplier shares", data.shares.size()},
        {"consumption rows", data.consumption.size()},
        {"control shares", data.control.size()},
        {"stockpile rows", data.stockpiles.size()},
        {"facilities", data.facilities.size()},
        {"stakes", data.stakes.size()},
        {"prices", data.prices.size()},
        {"events", data.events.size()},
    }};
    for (const auto& [label, count] : counts)
        printLine(out, label, count);
}

void printYears(const Dataset& data, std::ostream& out) {
    std::set<int> production;
    for (const Series& s : data.production.series)
        production.insert(s.year);
    std::set<int> governance;
    for (const GovernanceRow& g : data.governance)
        governance.insert(g.year);
    printLine(out, "production years", span(production));
    printLine(out, "trade years", span(std::set<int>(data.trade.year.begin(), data.trade.year.end())));
    printLine(out, "governance years", span(governance));
}

void printSources(const Dataset& data, std::ostream& out) {
    constexpr std::array<std::pair<Redistribution, std::string_view>, 4> terms{{
        {Redistribution::open, "open"},
        {Redistribution::facts, "figures quoted from copyrighted texts"},
        {Redistribution::unverified, "terms not verified"},
        {Redistribution::restricted, "not to be passed on"},
    }};
    for (const auto& [redistribution, label] : terms) {
        out << "\nsources, " << label << ":\n";
        for (const Source& source : data.sources) {
            if (source.redistribution != redistribution || !source.parts.empty()) continue;
            out << "  " << source.id << ": " << source.publisher << ", " << source.title << '\n';
        }
    }
}

}  // namespace

void printInfo(const Dataset& data, std::ostream& out) {
    printLine(out, "title", data.title);
    printLine(out, "edition", data.edition);
    printLine(out, "hash", data.editionHash);
    printLine(out, "licence", data.licenceNote);
    printCounts(data, out);
    printYears(data, out);
    printSources(data, out);
    out << "\nwarnings of the build: " << data.warnings.size() << '\n';
    for (const Warning& w : data.warnings) {
        out << "  " << w.file << ':' << w.line << ": " << w.text << " (" << w.rule << ")\n";
    }
}

}  // namespace adit::cli
