#include "core/consumer/net_reliance.h"

#include "core/base/text.h"
#include "core/consumer/assumed_input.h"
#include "core/consumer/supply.h"
#include "core/criticality/import_reliance.h"
#include "core/dataset/assumed_in.h"

#include <algorithm>

namespace adit::consumer {
namespace {

// The latest row not later than the year; of one year the first source.
const Consumption* publishedRow(const index::Query& query) {
    const Consumption* best = nullptr;
    for (const Consumption& row : query.data->consumption) {
        if (row.economy != *query.economy || row.mineral != query.mineral || row.year > query.year) continue;
        if (row.netImportReliancePercent && (best == nullptr || row.year > best->year)) best = &row;
    }
    return best;
}

const UsSalient* accountOf(const Dataset& data, MineralId mineral, int last) {
    const UsSalient* best = nullptr;
    for (const UsSalient& row : data.usSalient) {
        if (row.mineral != mineral || row.year > last) continue;
        const bool says = row.netImportReliancePercent || (row.consumption && row.imports && row.exports);
        if (says && (best == nullptr || row.year > best->year)) best = &row;
    }
    return best;
}

std::optional<double> stockIncrease(const Dataset& data, const UsSalient& row) {
    for (const UsSalient& before : data.usSalient) {
        const bool isLast = before.mineral == row.mineral && before.source == row.source && before.form == row.form &&
                            before.year == row.year - 1;
        if (isLast && before.stock && row.stock) return *row.stock - *before.stock;
    }
    return std::nullopt;
}

Estimate publishedIn(const UsSalient& row) {
    if (!row.netImportReliancePercent) return Estimate::absent("net import reliance is not published");
    const double share = *row.netImportReliancePercent / 100.0;
    Estimate out;
    switch (row.qualifier) {
        case 'E':
            return Estimate::absent("published as a net exporter, without a figure", {Flag::netExporter});
        case '>':
            out = Estimate::within({share, 1.0}, {Flag::rounded});
            break;
        case '<':
            out = Estimate::within({0.0, share}, {Flag::rounded});
            break;
        default:
            return Estimate::known(share);
    }
    out.reason = "published as a range";
    return out;
}

// "imports all forms; exports metal only", "exports include ores": such do not add up.
bool isOfOneForm(const UsSalient& row) {
    return row.form.find(';') == std::string::npos && row.form.find("include") == std::string::npos;
}

// The publisher's consumption is P + R + I - X - dZ, so what it counts as output follows from the rest.
Estimate computedFrom(const UsSalient& row, std::optional<double> increase) {
    if (!row.consumption || !row.imports || !row.exports)
        return Estimate::absent("consumption, imports or exports are not published");
    if (!isOfOneForm(row)) return Estimate::absent("trade and consumption are of different forms");
    const double output = *row.consumption - *row.imports + *row.exports + increase.value_or(0.0);
    Estimate out =
        criticality::importRelianceUs({Estimate::known(output), Estimate::known(0.0), Estimate::known(*row.imports),
                                       Estimate::known(*row.exports), Estimate::known(increase.value_or(0.0))})
            .raw;
    if (!increase) out.flags.add(Flag::est);
    return out;
}

NetReliance fromAccount(const Dataset& data, const UsSalient& row) {
    NetReliance out;
    out.account = &row;
    out.stockIncrease = stockIncrease(data, row);
    out.published = publishedIn(row);
    out.computed = computedFrom(row, out.stockIncrease);
    out.denominator = row.denominator;
    out.source = row.source;
    out.year = row.year;
    out.remark = row.form;
    out.estimated = row.flag == DataFlag::estimated;
    return out;
}

// In its year, or in every year where it names none; the latest not later than the query's.
const Assumed* assumedIn(const index::Query& query) {
    const Assumed* best = nullptr;
    int highest = 0;
    for (const Assumed& assumed : assumedOf(*query.data, Assumable::netImportReliance)) {
        const bool asked = assumed.economy == *query.economy && assumed.mineral == query.mineral;
        const auto of = assumed.detail.empty() ? std::nullopt : text::toInt(assumed.detail);
        if (!asked || of > query.year) continue;
        // That of every year goes before earlier ones, which stand in only where there is none.
        const int rank = of == query.year ? query.year + 1 : of ? static_cast<int>(*of) : query.year;
        if (best != nullptr && rank <= highest) continue;
        best = &assumed;
        highest = rank;
    }
    return best;
}

NetReliance fromAssumed(const index::Query& query, const Assumed& assumed) {
    NetReliance out;
    out.published = estimateOf(assumed);
    out.computed = Estimate::absent("the net import reliance is assumed");
    out.denominator = "assumed";
    const auto year = assumed.detail.empty() ? std::nullopt : text::toInt(assumed.detail);
    out.year = static_cast<int>(year.value_or(query.year));
    out.remark = assumed.note;
    out.assumed = &assumed;
    return out;
}

NetReliance fromRow(const Consumption& row) {
    NetReliance out;
    out.published = Estimate::known(*row.netImportReliancePercent / 100.0);
    out.computed = Estimate::absent("stocks and secondary output are not published");
    out.denominator = row.denominator;
    out.source = row.source;
    out.year = row.year;
    out.basis = row.basis;
    out.remark = row.note;
    out.estimated = row.flag == DataFlag::estimated;
    return out;
}

}  // namespace

Estimate NetReliance::raw() const {
    Estimate out = published.bounds ? published : computed;
    if (!out.bounds) out = published;
    if (estimated) out.flags.add(Flag::est);
    if ((out.value && *out.value < 0.0) || published.flags.has(Flag::netExporter)) out.flags.add(Flag::netExporter);
    return out;
}

Estimate NetReliance::used() const {
    Estimate out = raw();
    if (out.flags.has(Flag::netExporter)) return Estimate::known(0.0, out.flags);
    if (out.value) out.value = std::clamp(*out.value, 0.0, 1.0);
    if (out.bounds) out.bounds = Interval{std::clamp(out.bounds->lo, 0.0, 1.0), std::clamp(out.bounds->hi, 0.0, 1.0)};
    return out;
}

std::optional<NetReliance> netRelianceOf(const index::Query& query) {
    const Assumed* assumed = query.data->assumed.empty() ? nullptr : assumedIn(query);
    const bool ofEveryYear = assumed != nullptr && assumed->detail.empty();
    std::optional<NetReliance> published;
    if (const Consumption* row = publishedRow(query)) {
        published = fromRow(*row);
    } else if (isCoded(*query.data, query.economy, "USA")) {
        const UsSalient* account = accountOf(*query.data, query.mineral, query.year);
        if (account != nullptr) published = fromAccount(*query.data, *account);
    }
    if (assumed == nullptr) return published;
    NetReliance own = fromAssumed(query, *assumed);
    return published && !ofEveryYear && published->year > own.year ? published : own;
}

Input assumedInput(const NetReliance& own, EconomyId economy) {
    Input input = assumedInput(*own.assumed, "net import reliance", Unit::one);
    input.economy = economy;
    input.year = own.year;
    return input;
}

std::optional<double> publishedReliance(const Dataset& data, EconomyId economy, MineralId mineral, int year) {
    index::Query query;
    query.data = &data;
    query.mineral = mineral;
    query.year = year;
    query.economy = economy;
    const auto found = netRelianceOf(query);
    return found && found->assumed == nullptr ? found->published.value : std::nullopt;
}

}  // namespace adit::consumer
