#include "core/consumer/feed.h"

#include "core/consumer/trade.h"
#include "core/cube/memo.h"
#include "core/index/explain.h"

#include <algorithm>

namespace adit::consumer {
namespace {

// Metal mined over metal refined: what the refineries can have from own mines. Exports of ore leave as much less.
std::optional<double> ownMineShare(Question q) {
    if (!comparable(q)) return std::nullopt;
    q.stage = Stage::mine;
    const Estimate mined = ownOutput(q).total;
    q.stage = Stage::refine;
    const Estimate refined = ownOutput(q).total;
    if (!mined.value || !refined.value || *refined.value <= 0.0) return std::nullopt;
    return std::min(1.0, *mined.value / *refined.value);
}

struct OreImports {
    chain::Mix mix;
    std::string ground;
    SourceId source;
    Flags flags;
};

// Ore, and what leaves mining countries half refined.
bool isFeed(const TradeTable& t, std::size_t row) {
    const bool ore = t.stage[row] == Stage::mine && t.role[row] == TradeRole::product;
    return (ore || t.role[row] == TradeRole::feed) && t.coverage[row] != TradeCoverage::chinaOnly;
}

// Tonnes of feed to an importer by exporter, for each publication of a year.
std::map<SourceId, std::map<EconomyId, double>> feedFlows(const Question& q, int year) {
    const TradeTable& t = q.data->trade;
    std::map<SourceId, std::map<EconomyId, double>> found;
    for (const Stage stage : {Stage::mine, Stage::refine}) {
        const auto [first, last] = q.data->tradeRange(q.mineral, stage, year);
        for (std::size_t row = first; row < last; ++row) {
            const bool ours =
                t.importer[row] == q.consumer || q.data->isMember(t.importer[row], q.consumer, q.membersIn());
            if (!ours || q.data->isMember(t.exporter[row], q.consumer, q.membersIn()) || !isFeed(t, row)) continue;
            if (!TradeTable::has(t.tonnes[row]) || t.flag[row] == TradeFlag::unitValue) continue;
            found[t.source[row]][t.exporter[row]] += t.tonnes[row];
        }
    }
    return found;
}

double totalOf(const std::map<EconomyId, double>& flows) {
    double total = 0.0;
    for (const auto& [economy, tonnes] : flows)
        total += tonnes;
    return total;
}

// What comes from an economy that mines none passed through a port: its origin is not known.
EconomyId originOf(const Question& q, EconomyId exporter) {
    Question mine = q;
    mine.consumer = exporter;
    mine.stage = Stage::mine;
    const Estimate mined = ownOutput(mine).total;
    return mined.bounds && mined.bounds->hi <= 0.0 ? EconomyId{} : exporter;
}

// Of the latest year with masses, the publication that covers most; publications are never added up.
std::optional<OreImports> oreImports(const Question& q) {
    for (int year = q.year; year > q.year - 8; --year) {
        const auto found = feedFlows(q, year);
        const auto most = std::max_element(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return totalOf(a.second) < totalOf(b.second);
        });
        if (most == found.end() || totalOf(most->second) <= 0.0) continue;
        OreImports out;
        for (const auto& [exporter, tonnes] : most->second)
            out.mix.push_back({originOf(q, exporter), tonnes / totalOf(most->second)});
        out.mix = chain::tidy(std::move(out.mix));
        out.ground = "imports by gross mass, " + std::to_string(year);
        out.source = most->first;
        if (year != q.year) out.flags.add(Flag::yearMismatch);
        if (found.size() > 1) out.flags.add(Flag::partialCoverage);
        return out;
    }
    return std::nullopt;
}

chain::Mix scaled(const chain::Mix& mix, double factor) {
    chain::Mix out = mix;
    for (chain::Source& source : out)
        source.share *= factor;
    return out;
}

}  // namespace

FeedOf mineFeedOf(const Question& q) {
    FeedOf out;
    out.ground.node = q.consumer;
    out.ground.stage = Stage::mine;
    const std::optional<double> own = ownMineShare(q);
    const std::optional<OreImports> imports = oreImports(q);
    if (!own) return out;  // without it the imports' part of the feed is not known
    if (*own > 0.0) {
        out.mix.push_back({q.consumer, *own});
        out.ground.ground = "own mines";
    }
    if (imports && *own < 1.0) {
        for (const chain::Source& source : scaled(imports->mix, 1.0 - *own))
            out.mix.push_back(source);
        if (!out.ground.ground.empty()) out.ground.ground += "; ";
        out.ground.ground += imports->ground;
        out.ground.source = imports->source;
        out.ground.flags = imports->flags;
    }
    if (!out.mix.empty()) out.ground.flags.add(Flag::proportionalMix);
    out.mix = chain::tidy(std::move(out.mix));
    return out;
}

FeedOf refinedFeedOf(const Question& maker) {
    FeedOf out;
    out.ground.node = maker.consumer;
    out.ground.stage = Stage::refine;
    Question q = maker;
    q.stage = Stage::refine;
    const auto supply = supplyOf(q);
    // Of imports alone the part of own output is not known, and so no share of the feed is.
    if (!supply || (supply->ground != Ground::supplyByMass && supply->ground != Ground::sourcing)) return out;
    out.mix = supply->mix();
    out.ground.ground = std::string(describe(supply->ground)) + ", " + std::to_string(supply->year);
    out.ground.source = supply->source;
    out.ground.flags = supply->flags;
    out.ground.flags.add(Flag::proportionalMix);
    return out;
}

bool comparable(const Question& question) {
    index::Query query;
    query.data = question.data;
    query.mineral = question.mineral;
    query.year = question.year;
    const auto isGross = [&](Stage stage) {
        query.stage = stage;
        const index::PreparedPtr ready = index::prepared(query);
        if (!ready->market) return false;
        const std::string& basis = (*question.data)[ready->market->basis];
        return basis.find("gross") != std::string::npos || basis.find(" ore") != std::string::npos;
    };
    return isGross(Stage::mine) == isGross(Stage::refine);
}

FeedOf sharedMineFeed(const Question& refiner) {
    return refiner.memo != nullptr ? refiner.memo->mineFeed(refiner) : mineFeedOf(refiner);
}

FeedOf sharedRefinedFeed(const Question& maker) {
    return maker.memo != nullptr ? maker.memo->refinedFeed(maker) : refinedFeedOf(maker);
}

bool hasFeedTrade(const Dataset& data, MineralId mineral) {
    for (const Stage stage : {Stage::mine, Stage::refine}) {
        for (const TradeYear& year : allTradeYears(data, mineral, stage)) {
            for (std::size_t row = year.rows.first; row < year.rows.second; ++row) {
                if (isFeed(data.trade, row)) return true;
            }
        }
    }
    return false;
}

}  // namespace adit::consumer
