#include "core/consumer/chain_of.h"

#include "core/base/number_words.h"
#include "core/consumer/feed.h"
#include "core/consumer/published_shares.h"
#include "core/consumer/trade.h"
#include "core/cube/memo.h"

#include <algorithm>

namespace adit::consumer {
namespace {

// Output before capacity before use: what is made is what is supplied.
int rankOf(std::string_view measure) {
    return measure == "output" ? 0 : measure == "capacity" ? 1 : 2;
}

// The makers' shares of the world's components, of the newest publication of output.
std::optional<Supply> worldComponents(Question q) {
    q.consumer = Dataset::world;
    std::optional<PublishedShares> best;
    for (const PublishedShares& shares : publishedShares(q)) {
        const bool better = !best || rankOf(shares.rows.front()->basis) < rankOf(best->rows.front()->basis);
        if (better) best = shares;
    }
    if (!best) return std::nullopt;
    Supply supply = supplyFrom(q, *best);
    supply.flags.add(Flag::proportionalMix);
    if (supply.year != q.year) supply.flags.add(Flag::yearMismatch);
    supply.scope += ", by " + best->rows.front()->basis;
    return supply;
}

// Direct supply, and in words what its shares are of.
Result<std::pair<Supply, std::string>> directOf(const Question& q) {
    const SupplyPtr shared = sharedSupply(q);
    const Result<Supply>& supply = *shared;
    if (supply) return std::pair(*supply, std::string(describe(supply->ground)));
    if (q.stage != Stage::component) return supply.error();
    auto world = worldComponents(q);
    if (!world) return supply.error();
    std::string ground =
        "the world's makers of " + world->scope + ", in place of an unpublished supply" + mixedCodesAside(q);
    return std::pair(std::move(*world), std::move(ground));
}

// The economies that a stage's plants stand in: the sources of the mix before it.
std::vector<EconomyId> nodesOf(const chain::Mix& mix) {
    std::vector<EconomyId> nodes;
    for (const chain::Source& source : mix) {
        if (source.from.valid()) nodes.push_back(source.from);
    }
    return nodes;
}

// Every economy that the plants of a stage draw on.
std::vector<EconomyId> sourcesOf(const chain::FeedStage& stage) {
    std::vector<EconomyId> sources;
    for (const chain::Feed& feed : stage) {
        for (const EconomyId node : nodesOf(feed.sources))
            sources.push_back(node);
    }
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources;
}

void add(ConsumerChain& out, chain::FeedStage& stage, FeedOf feed) {
    if (!feed.mix.empty()) stage.push_back({feed.ground.node, std::move(feed.mix)});
    out.feeds.push_back(std::move(feed.ground));
}

// What an estimate puts in place of a missing feed. A bloc's is that of its members together, by what they refine.
std::optional<FeedOf> estimated(const Question& q, const FeedEstimate& estimate) {
    chain::Mix mix;
    double total = 0.0;
    for (const EconomyId member : q.data->members(q.consumer, q.membersIn())) {
        const auto found = estimate.mixes.find(member);
        if (found == estimate.mixes.end()) continue;
        Question own = q;
        own.consumer = member;
        own.stage = Stage::refine;
        const double tonnes = ownOutput(own).total.value.value_or(0.0);
        total += tonnes;
        for (const chain::Source& source : found->second)
            mix.push_back({source.from, tonnes * source.share});
    }
    if (total <= 0.0) return std::nullopt;
    for (chain::Source& source : mix)
        source.share /= total;
    FeedOf out;
    out.mix = chain::tidy(std::move(mix));
    out.ground.node = q.consumer;
    out.ground.estimated = true;
    out.ground.ground = "estimate: balanced between mine output and refinery need, " + std::to_string(estimate.year);
    out.ground.source = estimate.sources.front();
    out.ground.flags = {Flag::est, Flag::proportionalMix};
    return out;
}

std::string describe(const Result<FeedEstimate>& estimate) {
    if (!estimate) return "no estimate: " + estimate.error().text;
    std::string text = "feeds of refiners without data are balanced between mine output and refinery need of " +
                       std::to_string(estimate->year);
    if (estimate->stocksAndLosses == 0.0) return text;
    return text + "; need less output: " + words::plain(estimate->stocksAndLosses) +
           " t from stocks, to losses if below 0";
}

chain::FeedStage mineStage(const Question& q, const std::vector<EconomyId>& refiners, const ChainAsk& ask,
                           ConsumerChain& out) {
    chain::FeedStage stage;
    const auto estimate = ask.estimate ? std::optional(balancedFeeds(q)) : std::nullopt;
    if (estimate) out.estimate = describe(*estimate);
    for (const EconomyId refiner : refiners) {
        Question node = q;
        node.consumer = refiner;
        FeedOf feed = sharedMineFeed(node);
        if (feed.mix.empty() && estimate && *estimate) {
            if (auto found = estimated(node, **estimate)) feed = std::move(*found);
        }
        add(out, stage, std::move(feed));
    }
    return stage;
}

chain::FeedStage refinedStage(const Question& q, const std::vector<EconomyId>& makers, const ChainAsk& ask,
                              ConsumerChain& out) {
    chain::FeedStage stage;
    const auto world = ask.estimate ? std::optional(worldFeed(q)) : std::nullopt;
    for (const EconomyId maker : makers) {
        Question node = q;
        node.consumer = maker;
        FeedOf feed = sharedRefinedFeed(node);
        if (feed.mix.empty() && world && *world) {
            feed = **world;
            feed.ground.node = maker;
            feed.ground.estimated = true;
        }
        add(out, stage, std::move(feed));
    }
    return stage;
}

}  // namespace

Result<ConsumerChain> chainOf(const Dataset& data, EconomyId consumer, MineralId mineral, int year,
                              const ChainAsk& ask) {
    return chainOf(Question{&data, consumer, mineral, ask.stage, year}, ask.estimate);
}

ChainPtr sharedChain(const Question& question) {
    if (question.memo != nullptr) return question.memo->chain(question);
    return std::make_shared<const Result<ConsumerChain>>(chainOf(question, false));
}

Result<ConsumerChain> chainOf(const Question& question, bool estimate) {
    const ChainAsk ask{question.stage, estimate};
    if (ask.stage == Stage::mine) return Error::badInput("nothing lies behind the mine: ask for refine or component");
    auto direct = directOf(question);
    if (!direct) return direct.error();
    ConsumerChain out;
    out.mineral = question.mineral;
    out.direct = std::move(direct->first);
    out.directGround = std::move(direct->second);
    out.chain.direct = out.direct.mix();
    out.stages = {ask.stage};
    Question q = question;
    q.year = out.direct.year;
    q.memberYear = question.membersIn();
    std::vector<EconomyId> nodes = nodesOf(out.chain.direct);
    if (ask.stage == Stage::component) {
        out.chain.feeds.push_back(refinedStage(q, nodes, ask, out));
        out.stages.push_back(Stage::refine);
        nodes = sourcesOf(out.chain.feeds.back());
    }
    q.stage = Stage::refine;
    out.chain.feeds.push_back(mineStage(q, nodes, ask, out));
    out.stages.push_back(Stage::mine);
    out.hasFeedTrade = hasFeedTrade(*q.data, q.mineral);
    return out;
}

}  // namespace adit::consumer
