#include "core/consumer/hubs.h"

#include "core/base/number_words.h"

#include <algorithm>

namespace adit::consumer {
namespace {

bool isInside(const Question& q, EconomyId economy) {
    return economy == q.consumer || q.data->isMember(economy, q.consumer, q.membersIn());
}

Question about(const Question& q, EconomyId economy, int year) {
    Question other = q;
    other.memberYear = q.membersIn();
    other.consumer = economy;
    other.year = year;
    other.hubs = {};
    other.memo = nullptr;  // a memo keeps the answers of one consumer
    return other;
}

Hub hubOf(const Question& q, EconomyId economy) {
    Hub hub;
    hub.economy = economy;
    const auto balance = balanceOf(q);
    if (balance) {
        hub.output = balance->production.value;
        hub.exports = balance->exports;
    }
    auto supply = supplyOf(q);
    if (!supply) return hub;
    hub.lookedThrough = true;
    hub.supply = std::move(*supply);
    return hub;
}

bool holds(const std::vector<Hub>& hubs, EconomyId economy) {
    return std::any_of(hubs.begin(), hubs.end(), [&](const Hub& hub) { return hub.economy == economy; });
}

// From the direct suppliers outwards until no supplier of a hub is another hub.
std::vector<Hub> automaticHubs(const Question& q, const Supply& direct) {
    std::vector<Hub> hubs;
    std::vector<const Supply*> open{&direct};
    std::vector<EconomyId> seen;
    while (!open.empty()) {
        std::vector<EconomyId> found;
        for (const Supply* supply : open) {
            for (const Supplier& s : supply->suppliers) {
                if (isInside(q, s.economy) || std::find(seen.begin(), seen.end(), s.economy) != seen.end()) continue;
                seen.push_back(s.economy);
                if (isHub(about(q, q.consumer, direct.year), s.economy)) found.push_back(s.economy);
            }
        }
        const std::size_t before = hubs.size();
        hubs.reserve(hubs.size() + found.size());
        for (const EconomyId economy : found)
            hubs.push_back(hubOf(about(q, economy, direct.year), economy));
        open.clear();
        for (std::size_t i = before; i < hubs.size(); ++i) {
            if (hubs[i].supply) open.push_back(&*hubs[i].supply);
        }
    }
    return hubs;
}

std::vector<Hub> hubsOf(const Question& q, const Supply& direct, const HubChoice& choice) {
    if (choice.rule == HubRule::none) return {};
    std::vector<Hub> hubs;
    if (choice.rule == HubRule::automatic) hubs = automaticHubs(q, direct);
    for (const EconomyId economy : choice.rule == HubRule::listed ? choice.listed : std::vector<EconomyId>{}) {
        if (!isInside(q, economy) && !holds(hubs, economy))
            hubs.push_back(hubOf(about(q, economy, direct.year), economy));
    }
    std::sort(hubs.begin(), hubs.end(), [](const Hub& a, const Hub& b) { return a.economy < b.economy; });
    return hubs;
}

// What a hub draws from a member of the bloc that asks comes from inside.
chain::Mix seenFrom(const Question& q, chain::Mix mix) {
    for (chain::Source& source : mix) {
        if (source.from.valid() && isInside(q, source.from)) source.from = q.consumer;
    }
    return chain::tidy(std::move(mix));
}

}  // namespace

bool isHub(const Question& question, EconomyId economy) {
    const Question q = about(question, economy, question.year);
    const auto balance = balanceOf(q);
    if (!balance || balance->year != q.year || balance->exports <= 0.0) return false;
    const Estimate& made = balance->production;
    const std::optional<double> output = made.value    ? made.value
                                         : made.bounds ? std::optional(made.bounds->hi)
                                                       : std::nullopt;
    return output && balance->exports >= hubFactor * *output;
}

bool LookedThrough::changes() const {
    const bool any = std::any_of(hubs.begin(), hubs.end(), [](const Hub& hub) { return hub.lookedThrough; });
    return any && closed.empty();
}

Result<LookedThrough> lookThrough(const Question& question, const HubChoice& choice) {
    Question asTraded = question;
    asTraded.hubs = {};
    const SupplyPtr direct = sharedSupply(asTraded);
    if (!*direct) return direct->error();
    LookedThrough out;
    out.choice = choice;
    out.direct = **direct;
    out.flags = out.direct.flags;
    out.hubs = hubsOf(question, out.direct, choice);
    std::vector<chain::Hub> hubs;
    std::vector<chain::Hub> least;
    for (const Hub& hub : out.hubs) {
        if (!hub.lookedThrough) continue;
        hubs.push_back({hub.economy, seenFrom(question, hub.supply->mix())});
        least.push_back({hub.economy, seenFrom(question, hub.supply->least())});
        out.flags.add(hub.supply->flags);
    }
    chain::LookedThrough through = chain::throughHubs(out.direct.mix(), hubs);
    out.mix = std::move(through.mix);
    out.closed = std::move(through.closed);
    out.least = chain::throughHubs(out.direct.least(), least).mix;
    if (!hubs.empty()) out.flags.add(Flag::proportionalMix);
    return out;
}

std::string describe(const HubChoice& choice) {
    switch (choice.rule) {
        case HubRule::none:
            return "none";
        case HubRule::listed:
            return "as asked for";
        case HubRule::automatic:
            break;
    }
    return "exports by mass at least " + words::plain(hubFactor) + " times what it makes";
}

}  // namespace adit::consumer
