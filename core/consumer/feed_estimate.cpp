#include "core/chain/balance.h"
#include "core/consumer/feed.h"
#include "core/index/explain.h"

#include <algorithm>

namespace adit::consumer {
namespace {

index::PreparedPtr marketOf(const Question& q, Stage stage) {
    index::Query query;
    query.data = q.data;
    query.mineral = q.mineral;
    query.stage = stage;
    query.year = q.year;
    return index::prepared(query);
}

struct Side {
    std::vector<EconomyId> economies;
    std::vector<double> tonnes;
    std::vector<std::string> names;
};

Side sideOf(const Dataset& data, const index::Market& market) {
    Side side;
    for (const index::Holder& holder : market.holders) {
        if (holder.tonnes.value_or(0.0) <= 0.0) continue;
        side.economies.push_back(holder.economy);
        side.tonnes.push_back(*holder.tonnes);
        side.names.push_back(data[holder.economy].name);
    }
    return side;
}

// Known shares where they are; what is not known, or not from a listed mine, may come from any.
void seedColumn(const chain::Mix& known, const Side& mines, std::size_t column, chain::Matrix& seed) {
    double listed = 0.0;
    for (const EconomyId mine : mines.economies)
        listed += chain::shareOf(known, mine);
    const double open = listed > 1.0 - 1e-12 ? 0.0 : 1.0 - listed;
    for (std::size_t row = 0; row < mines.economies.size(); ++row)
        seed.at(row, column) = chain::shareOf(known, mines.economies[row]) + open;
}

chain::Mix columnOf(const chain::Balanced& balanced, const Side& mines, std::size_t column) {
    double total = 0.0;
    for (std::size_t row = 0; row < balanced.flows.rows; ++row)
        total += balanced.flows.at(row, column);
    chain::Mix mix;
    for (std::size_t row = 0; row < mines.economies.size() && total > 0.0; ++row)
        mix.push_back({mines.economies[row], balanced.flows.at(row, column) / total});
    mix = chain::tidy(std::move(mix));
    if (const double open = chain::unknownShare(mix); open > 0.0) mix.push_back({EconomyId{}, open});
    return mix;
}

}  // namespace

Result<FeedEstimate> balancedFeeds(const Question& question) {
    const Dataset& data = *question.data;
    const index::PreparedPtr mined = marketOf(question, Stage::mine);
    const index::PreparedPtr refined = marketOf(question, Stage::refine);
    if (!mined->market) return mined->market.error();
    if (!refined->market) return refined->market.error();
    if (!comparable(question))
        return Error::missing("output of mines and of refineries on one basis: " + data[mined->market->basis] +
                              " against " + data[refined->market->basis]);
    const Side mines = sideOf(data, *mined->market);
    const Side refiners = sideOf(data, *refined->market);
    chain::Margins margins{mines.tonnes, refiners.tonnes, chain::Matrix(mines.tonnes.size(), refiners.tonnes.size())};
    std::vector<bool> known;
    for (std::size_t column = 0; column < refiners.economies.size(); ++column) {
        Question q = question;
        q.consumer = refiners.economies[column];
        const chain::Mix mix = mineFeedOf(q).mix;
        known.push_back(!mix.empty());
        seedColumn(mix, mines, column, margins.seed);
    }
    const auto balanced = chain::balance(margins, mines.names, refiners.names);
    if (!balanced) return balanced.error();
    FeedEstimate out;
    out.year = question.year;
    out.stocksAndLosses = balanced->stocksAndLosses;
    out.sources = {mined->market->source, refined->market->source};
    for (std::size_t column = 0; column < refiners.economies.size(); ++column) {
        if (!known[column]) out.mixes[refiners.economies[column]] = columnOf(*balanced, mines, column);
    }
    return out;
}

Result<FeedOf> worldFeed(const Question& question) {
    const index::PreparedPtr refined = marketOf(question, Stage::refine);
    if (!refined->market) return refined->market.error();
    FeedOf out;
    out.ground.stage = Stage::refine;
    for (const index::Holder& holder : refined->market->holders) {
        if (holder.share) out.mix.push_back({holder.economy, *holder.share});
    }
    out.mix = chain::tidy(std::move(out.mix));
    if (const double open = chain::unknownShare(out.mix); open > 0.0) out.mix.push_back({EconomyId{}, open});
    out.ground.ground = "estimate: world output of refineries, " + std::to_string(refined->market->year);
    out.ground.source = refined->market->source;
    out.ground.flags = {Flag::est, Flag::proportionalMix};
    return out;
}

}  // namespace adit::consumer
