#include "core/chain/supply_mix.h"

#include "core/base/sum.h"
#include "core/chain/solve.h"

#include <algorithm>

namespace adit::chain {
namespace {

bool isInside(const SupplyInput& input, EconomyId from) {
    return from == input.consumer || std::binary_search(input.members.begin(), input.members.end(), from);
}

std::optional<std::size_t> place(std::span<const Hub> hubs, EconomyId economy) {
    for (std::size_t i = 0; i < hubs.size(); ++i) {
        if (hubs[i].hub == economy) return i;
    }
    return std::nullopt;
}

// How much of the supply passes each hub: y * (I - A) = f among the hubs. Nothing when hubs only feed each other.
std::optional<std::vector<double>> throughput(const Mix& direct, std::span<const Hub> hubs) {
    Matrix m(hubs.size(), hubs.size());
    std::vector<double> right(hubs.size());
    for (std::size_t h = 0; h < hubs.size(); ++h) {
        m.at(h, h) += 1.0;
        right[h] = shareOf(direct, hubs[h].hub);
        for (const Source& source : hubs[h].sources) {
            const auto from = place(hubs, source.from);
            if (from && *from != h) m.at(*from, h) -= source.share;
        }
    }
    return solve(std::move(m), std::move(right));
}

}  // namespace

double unknownShare(const Mix& mix) {
    Sum sum;
    for (const Source& source : mix)
        sum.add(source.from.valid() ? source.share : 0.0);
    const double open = 1.0 - sum.value();
    return open > 1e-12 ? open : 0.0;
}

double shareOf(const Mix& mix, EconomyId economy) {
    for (const Source& source : mix) {
        if (source.from == economy) return source.share;
    }
    return 0.0;
}

Mix tidy(Mix mix) {
    std::stable_sort(mix.begin(), mix.end(), [](const Source& a, const Source& b) { return a.from < b.from; });
    Mix out;
    for (const Source& source : mix) {
        if (!out.empty() && out.back().from == source.from) {
            out.back().share += source.share;
        } else {
            out.push_back(source);
        }
    }
    std::erase_if(out, [](const Source& source) { return source.share == 0.0; });
    return out;
}

Result<Supply> supplyMix(const SupplyInput& input) {
    Supply out;
    Sum imports;
    Sum dropped;
    Mix parts;
    for (const Flow& flow : input.imports) {
        if (isInside(input, flow.from)) {
            dropped.add(flow.tonnes);
            continue;
        }
        imports.add(flow.tonnes);
        parts.push_back({flow.from, flow.tonnes});
    }
    out.dropped = dropped.value();
    out.total = input.production + imports.value();
    if (out.total <= 0.0) return Error::missing("production and imports");
    if (input.production > 0.0) parts.push_back({input.consumer, input.production});
    out.mix = tidy(std::move(parts));
    for (Source& source : out.mix)
        source.share /= out.total;
    if (input.exports && out.total - *input.exports > 0.0) out.consumption = out.total - *input.exports;
    return out;
}

LookedThrough throughHubs(const Mix& direct, std::span<const Hub> hubs) {
    LookedThrough out;
    const auto passing = throughput(direct, hubs);
    if (!passing) {
        out.mix = direct;
        for (const Hub& hub : hubs)
            out.closed.push_back(hub.hub);
        return out;
    }
    Mix parts;
    for (const Source& source : direct) {
        if (!place(hubs, source.from)) parts.push_back(source);
    }
    for (std::size_t h = 0; h < hubs.size(); ++h) {
        for (const Source& source : hubs[h].sources) {
            const bool own = source.from == hubs[h].hub;
            if (!source.from.valid() || (!own && place(hubs, source.from))) continue;
            parts.push_back({source.from, (*passing)[h] * source.share});
        }
        parts.push_back({EconomyId{}, (*passing)[h] * unknownShare(hubs[h].sources)});
    }
    out.mix = tidy(std::move(parts));
    return out;
}

}  // namespace adit::chain
