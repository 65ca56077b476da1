#include "core/trade/flows.h"

#include "core/base/sum.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

namespace adit::trade {
namespace {

// One row of the trade table that may be counted.
struct Row {
    EconomyId exporter;
    EconomyId importer;
    std::uint32_t code = 0;
    double tonnes = 0.0;
    double contained = 0.0;  // NaN where no share is known
};

struct Publication {
    std::vector<Row> rows;
    std::vector<Row> implausible;
    TradeCoverage coverage = TradeCoverage::full;

    double total() const {
        Sum sum;
        for (const Row& row : rows)
            sum.add(row.tonnes);
        return sum.value();
    }
};

// Products of the stage; at the mine stage also what leaves a mining country half refined, as feed for others
// (hydroxide, matte). Codes of several minerals are not supply of this one.
bool counts(const FlowsQuery& query, std::size_t row) {
    const TradeTable& trade = query.data->trade;
    if (trade.mineral[row] != query.mineral || !TradeTable::has(trade.tonnes[row])) return false;
    if (trade.role[row] == TradeRole::feed) return query.stage == Stage::mine && trade.stage[row] == Stage::refine;
    return trade.role[row] == TradeRole::product && trade.stage[row] == query.stage;
}

// How much of the world a publication covers: what either side reported counts alike.
int narrowness(TradeCoverage coverage) {
    constexpr std::array<int, 5> byCoverage{0, 1, 2, 2, 3};  // in the order of TradeCoverage
    return byCoverage[static_cast<std::size_t>(coverage)];
}

// All rows of a year that count, by publication.
std::map<SourceId, Publication> publications(const FlowsQuery& query, int year) {
    const TradeTable& trade = query.data->trade;
    std::vector<std::size_t> rows;
    for (const Stage stage : {query.stage, Stage::refine}) {
        const auto [first, last] = query.data->tradeRange(query.mineral, stage, year);
        for (std::size_t i = first; i < last; ++i)
            rows.push_back(i);
        if (query.stage != Stage::mine) break;
    }
    std::map<SourceId, Publication> found;
    for (const std::size_t i : rows) {
        if (!counts(query, i)) continue;
        Publication& publication = found[trade.source[i]];
        const Row row{trade.exporter[i], trade.importer[i], trade.hs6[i], trade.tonnes[i], trade.contained[i]};
        if (trade.flag[i] == TradeFlag::unitValue) {
            publication.implausible.push_back(row);
            continue;
        }
        publication.coverage = std::max(publication.coverage, trade.coverage[i]);
        publication.rows.push_back(row);
    }
    std::erase_if(found, [](const auto& entry) { return entry.second.rows.empty(); });
    return found;
}

// Years with masses of the widest coverage that the mineral and stage ever have: a nearer year of a narrower
// publication would show other goods.
std::vector<int> yearsOf(const FlowsQuery& query) {
    const TradeTable& trade = query.data->trade;
    int least = narrowness(TradeCoverage::chinaOnly);
    std::vector<int> years;
    for (std::size_t i = 0; i < trade.size(); ++i) {
        const int narrow = narrowness(trade.coverage[i]);
        if (!counts(query, i) || trade.flag[i] == TradeFlag::unitValue || narrow > least) continue;
        if (narrow < least) years.clear();
        least = narrow;
        years.push_back(trade.year[i]);
    }
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

// Masses of different codes are different goods: they add up only as contained mineral. Without a known share
// in every code, those that have one are used, or else the code that most is traded of.
std::set<std::uint32_t> usableCodes(const Publication& publication, bool& contained) {
    std::map<std::uint32_t, double> tonnes;
    std::set<std::uint32_t> without;
    for (const Row& row : publication.rows) {
        tonnes[row.code] += row.tonnes;
        if (!TradeTable::has(row.contained)) without.insert(row.code);
    }
    std::set<std::uint32_t> codes;
    for (const auto& [code, mass] : tonnes) {
        if (!without.contains(code)) codes.insert(code);
    }
    contained = !codes.empty();
    if (!contained) {
        const auto most = std::max_element(tonnes.begin(), tonnes.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        codes.insert(most->first);
    }
    return codes;
}

// Rows that bring something into the consumer from outside, by the codes in use.
std::vector<Row> arrivals(const std::vector<Row>& rows, const std::vector<EconomyId>& members, const Flows& frame) {
    const auto inside = [&](EconomyId e) { return std::find(members.begin(), members.end(), e) != members.end(); };
    std::vector<Row> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), [&](const Row& row) {
        return inside(row.importer) && !inside(row.exporter) &&
               std::binary_search(frame.codes.begin(), frame.codes.end(), row.code);
    });
    return found;
}

std::vector<Flow> summed(const std::vector<Row>& rows, bool contained) {
    std::map<EconomyId, Sum> byExporter;
    for (const Row& row : rows)
        byExporter[row.exporter].add(contained ? row.contained : row.tonnes);
    std::vector<Flow> flows;
    for (const auto& [exporter, sum] : byExporter) {
        if (sum.value() > 0.0) flows.push_back({exporter, sum.value(), false});
    }
    std::stable_sort(flows.begin(), flows.end(), [](const Flow& a, const Flow& b) { return a.tonnes > b.tonnes; });
    return flows;
}

bool isIn(const Dataset& data, EconomyId economy, EconomyId whole, int year) {
    return economy == whole || data.isMember(economy, whole, year);
}

// Marks the flows whose rows an assumption stands in for: "refine/2023/COD" of an importer.
void markAssumed(const FlowsQuery& query, const std::vector<EconomyId>& members, Flows& out) {
    const std::string place = std::string(id(query.stage)) + '/' + std::to_string(out.year) + '/';
    const Dataset& data = *query.data;
    for (const Assumed& assumed : data.assumed) {
        if (assumed.what != Assumable::imports || assumed.mineral != query.mineral) continue;
        const auto partner =
            assumed.detail.starts_with(place) ? data.economy(assumed.detail.substr(place.size())) : std::nullopt;
        const bool reaches = partner && std::any_of(members.begin(), members.end(), [&](EconomyId member) {
                                 return isIn(data, member, assumed.economy, out.year);
                             });
        if (!reaches) continue;
        for (Flow& flow : out.flows)
            flow.assumed = flow.assumed || isIn(data, flow.exporter, *partner, out.year);
    }
}

// The publication that covers most countries, then the one with most mass.
bool preferred(const Publication& a, const Publication& b) {
    const int narrowA = narrowness(a.coverage);
    const int narrowB = narrowness(b.coverage);
    return narrowA != narrowB ? narrowA < narrowB : a.total() > b.total();
}

}  // namespace

Result<Flows> flowsTo(const FlowsQuery& query) {
    const std::vector<int> years = yearsOf(query);
    if (years.empty()) {
        return Error::missing("trade masses of " + (*query.data)[query.mineral].slug + ", " +
                              std::string(id(query.stage)));
    }
    const auto after = std::upper_bound(years.begin(), years.end(), query.year);
    Flows out;
    out.year = after == years.begin() ? *after : *std::prev(after);
    const auto all = publications(query, out.year);
    const auto best = std::min_element(all.begin(), all.end(),
                                       [](const auto& a, const auto& b) { return preferred(a.second, b.second); });
    const Publication& publication = best->second;
    out.source = best->first;
    out.coverage = publication.coverage;
    const std::set<std::uint32_t> codes = usableCodes(publication, out.contained);
    out.codes.assign(codes.begin(), codes.end());
    const std::vector<EconomyId> members = query.data->members(query.consumer, out.year);
    out.implausible = arrivals(publication.implausible, members, out).size();
    out.flows = summed(arrivals(publication.rows, members, out), out.contained);
    markAssumed(query, members, out);
    Sum total;
    for (const Flow& flow : out.flows)
        total.add(flow.tonnes);
    out.total = total.value();
    return out;
}

}  // namespace adit::trade
