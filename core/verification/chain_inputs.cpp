#include "core/verification/chain_inputs.h"

#include "core/base/text.h"

#include <algorithm>

namespace adit::verification {

std::vector<chain::Feed> feedsOf(const Json& json, std::string_view name, Inputs& in, Names& names) {
    std::vector<chain::Feed> feeds;
    if (!json.is_object()) {
        in.fail(name, "is not an object of mixes");
        return feeds;
    }
    for (const auto& [node, sources] : json.items()) {
        const auto mix = mixOf(sources, names);
        if (!mix) in.fail(name, "holds a mix that is not an object of shares");
        feeds.push_back({names.id(node), mix.value_or(chain::Mix{})});
    }
    std::sort(feeds.begin(), feeds.end(), [](const chain::Feed& a, const chain::Feed& b) { return a.node < b.node; });
    return feeds;
}

chain::Chain chainOf(Inputs& in, Names& names) {
    chain::Chain chain;
    chain.direct = in.mix("a", names);
    if (in.has("F")) chain.feeds.push_back(feedsOf(*in.at("F"), "F", in, names));
    const Json* further = in.at("feeds");
    if (further == nullptr) return chain;
    if (!further->is_array()) in.fail("feeds", "is not a list of stages");
    for (const Json& stage : *further)
        chain.feeds.push_back(feedsOf(stage, "feeds", in, names));
    return chain;
}

void addChokepoint(Answers& answers, const std::string& set, const chain::Chain& chain, Names& names) {
    std::vector<EconomyId> economies;
    for (const std::string_view name : text::split(set, '+')) {
        if (const auto id = names.find(name)) economies.push_back(*id);
    }
    const Interval share = chain::chokepoint(chain, economies);
    Estimate estimate = Estimate::within(share);
    if (share.hi - share.lo <= 1e-12) estimate.value = share.lo;
    estimate.reason = "part of the supply is of unknown origin";
    add(answers, "K " + set, estimate);
}

}  // namespace adit::verification
