#include "core/consumer/chain_figures.h"

#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/consumer/chain_rows.h"
#include "core/consumer/figures.h"
#include "core/cube/memo.h"
#include "core/index/explain.h"

#include <algorithm>

namespace adit::consumer {
namespace {

// "own mines; of it DR Congo 66.1 %, Indonesia 20.3 %": the three largest.
std::string sourcesText(const Dataset& data, const FeedGround& ground, const chain::Mix& mix) {
    chain::Mix largest = mix;
    std::erase_if(largest, [](const chain::Source& source) { return !source.from.valid(); });
    std::stable_sort(largest.begin(), largest.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
    constexpr std::size_t shown = 3;
    std::vector<std::string> parts;
    for (const chain::Source& source : largest) {
        if (parts.size() == shown) break;
        parts.push_back(index::nameOf(data, source.from) + " " + words::percent(source.share));
    }
    return ground.ground + (parts.empty() ? "" : ": " + text::join(parts, ", "));
}

SourceId sourceOf(const Dataset& data, const ConsumerChain& chain, const FeedGround& ground) {
    if (ground.source.valid()) return ground.source;
    const Series* series = data.seriesFor(chain.mineral, ground.stage, chain.direct.year);
    return series != nullptr ? series->source : chain.direct.source;
}

struct Largest {
    EconomyId economy;
    double faceValue = 0.0;
    Interval share;
};

bool isAbroad(const Question& q, EconomyId economy) {
    return economy.valid() && economy != Dataset::other && economy != q.consumer &&
           !q.data->isMember(economy, q.consumer, q.membersIn());
}

std::optional<Largest> largestLocated(const ConsumerChain& chain, const Question& q) {
    for (const chain::Chokepoint& c : chain::chokepoints(chain.chain)) {
        if (isAbroad(q, c.economy)) return Largest{c.economy, c.faceValue, c.share};
    }
    return std::nullopt;
}

Result<std::optional<Largest>> largestOf(const index::Query& query, const ConsumerChain& chain, const Question& q) {
    if (query.view == View::located) return largestLocated(chain, q);
    const auto control = controlOf(chain, q, query.rule);
    if (!control) return control.error();
    for (const ChainRow& row : rowsOf(chain, &*control)) {
        const EconomyId economy = row.set.front();
        if (isAbroad(q, economy)) return std::optional(Largest{economy, row.faceValue.lo, row.chokepoint});
    }
    return std::optional<Largest>{};
}

}  // namespace

const chain::Feed* feedOf(const ConsumerChain& chain, const FeedGround& ground) {
    const std::size_t stage = ground.stage == Stage::mine ? chain.chain.feeds.size() - 1 : 0;
    return chain::feedOf(chain.chain.feeds[stage], ground.node);
}

Flags flagsOf(const ConsumerChain& chain) {
    Flags flags = chain.direct.flags;
    for (const FeedGround& ground : chain.feeds)
        flags.add(ground.flags);
    return flags;
}

void addChain(Figure& figure, const Dataset& data, const ConsumerChain& chain) {
    addSuppliers(figure, data, chain.direct);
    figure.flags = flagsOf(chain);
    std::vector<std::string> without;
    for (const FeedGround& ground : chain.feeds) {
        const chain::Feed* feed = feedOf(chain, ground);
        if (feed == nullptr) {
            without.push_back(index::nameOf(data, ground.node));
            continue;
        }
        const Estimate known = Estimate::known(1.0 - chain::unknownShare(feed->sources));
        Input input = derivedInput("known feed of plants in " + index::nameOf(data, ground.node), known, Unit::one,
                                   sourceOf(data, chain, ground), chain.direct.year);
        input.remark = sourcesText(data, ground, feed->sources);
        figure.inputs.push_back(std::move(input));
    }
    if (without.empty()) return;
    Input input = derivedInput("feed of plants elsewhere", {}, Unit::one, SourceId(), chain.direct.year);
    input.remark = "no figures, so of unknown origin: " + words::list(without);
    figure.inputs.push_back(std::move(input));
}

std::string chainLine(const Dataset& data, const ConsumerChain& chain) {
    std::vector<std::string> stages;
    for (const Stage stage : chain.stages)
        stages.emplace_back(id(stage));
    return text::join(stages, " ← ") + "; direct: " + chain.directGround + ", " + std::to_string(chain.direct.year) +
           ", " + data[chain.direct.source].id + "; " + words::percent(chain::knownShare(chain.chain)) +
           " of known origin";
}

Figure chokepointFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::one);
    if (query.stage == Stage::mine) return Figure::absent(Unit::one, "nothing lies behind the mine");
    const Question question = questionOf(query);
    const ChainPtr shared = sharedChain(question);
    const Result<ConsumerChain>& chain = *shared;
    if (!chain) return unanswered(Unit::one, chain.error());
    const auto largest = largestOf(query, *chain, question);
    if (!largest) return unanswered(Unit::one, largest.error());
    if (!*largest) return Figure::absent(Unit::one, "no other economy is named in its chain");
    const Largest& at = **largest;
    Figure figure = figureOf(Estimate::about(at.share.lo, at.share, flagsOf(*chain)), Unit::one);
    if (!query.explained()) return figure;
    addChain(figure, *query.data, *chain);
    const std::string name = index::nameOf(*query.data, at.economy);
    figure.formula = {"share of supply that passes " + name + " at any stage: a union, never a sum of stages",
                      chainLine(*query.data, *chain),
                      "= " + words::grouped(at.faceValue, 3) + " directly + " +
                          words::grouped(at.share.lo - at.faceValue, 3) + " behind other suppliers",
                      resultLine(figure)};
    settleRule(figure, "The upper end counts supply of unknown origin or control.");
    return figure;
}

}  // namespace adit::consumer
