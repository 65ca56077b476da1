#include "core/exposure/exposure.h"

#include "core/base/sum.h"

#include <algorithm>

namespace adit::exposure {
namespace {

enum class Weighing { central, low, high, binary };

// What a computation counts: which measures, and how heavily.
struct Lens {
    std::span<const Bite> bites;
    const Severities* severities = nullptr;
    Weighing weighing = Weighing::central;
    std::optional<MeasureKind> only;

    double weight(const Bite& bite) const {
        const Severity& severity = bite.own ? *bite.own : (*severities)[bite.kind];
        switch (weighing) {
            case Weighing::central:
                return severity.central;
            case Weighing::low:
                return std::min(severity.range.lo, severity.central);
            case Weighing::high:
                return std::max(severity.range.hi, severity.central);
            case Weighing::binary:
                break;
        }
        return 1.0;
    }

    // Measures of one imposer overlap, they do not add up: the largest counts.
    double combined(Stage stage, EconomyId imposer, EconomyId destination, bool atConsumer) const {
        double largest = 0.0;
        for (const Bite& bite : bites) {
            if (only && bite.kind != *only) continue;
            if (!applies(bite, stage, imposer, destination)) continue;
            largest = std::max(largest, weight(bite) * (atConsumer ? bite.targetedShare : 1.0));
        }
        return largest;
    }

    // What unknown origin may be hit by, at most.
    double strongest(Stage stage) const {
        if (weighing != Weighing::high) return 0.0;
        double largest = 0.0;
        for (const Bite& bite : bites) {
            if (bite.stage == stage) largest = std::max(largest, weight(bite));
        }
        return largest;
    }
};

struct Road {
    std::span<const chain::FeedStage> feeds;
    std::span<const Stage> stages;
};

double touchedUnknown(const Lens& lens, std::span<const Stage> stages) {
    double passes = 1.0;
    for (const Stage stage : stages)
        passes *= 1.0 - lens.strongest(stage);
    return 1.0 - passes;
}

// The part of a supply to `destination` that measures take on this stage or any deeper one.
double touched(const chain::Mix& mix, const Road& road, EconomyId destination, bool atConsumer, const Lens& lens) {
    const Stage stage = road.stages.front();
    const Road deeper{road.feeds.empty() ? road.feeds : road.feeds.subspan(1), road.stages.subspan(1)};
    Sum sum;
    for (const chain::Source& source : mix) {
        if (!source.from.valid()) continue;
        double taken = lens.combined(stage, source.from, destination, atConsumer);
        if (!road.feeds.empty()) {
            const chain::Feed* feed = chain::feedOf(road.feeds.front(), source.from);
            taken += (1.0 - taken) * (feed != nullptr ? touched(feed->sources, deeper, source.from, false, lens)
                                                      : touchedUnknown(lens, deeper.stages));
        }
        sum.add(source.share * taken);
    }
    sum.add(chain::unknownShare(mix) * touchedUnknown(lens, road.stages));
    return sum.value();
}

template <typename Share>
Exposure measured(std::span<const Bite> bites, const Severities& severities, const Share& share) {
    Lens lens{bites, &severities, Weighing::central, {}};
    Exposure out;
    out.severity = share(lens);
    lens.weighing = Weighing::low;
    out.range.lo = share(lens);
    lens.weighing = Weighing::high;
    out.range.hi = share(lens);
    lens.weighing = Weighing::binary;
    out.binary = share(lens);
    for (std::size_t k = 0; k < kinds; ++k) {
        lens.only = static_cast<MeasureKind>(k);
        if (std::none_of(bites.begin(), bites.end(), [&](const Bite& b) { return b.kind == *lens.only; })) continue;
        lens.weighing = Weighing::binary;
        out.binaryBy[k] = share(lens);
        lens.weighing = Weighing::central;
        out.severityBy[k] = share(lens);
    }
    return out;
}

}  // namespace

bool applies(const Bite& bite, Stage stage, EconomyId imposer, EconomyId destination) {
    if (bite.stage != stage || bite.imposer != imposer || imposer == destination) return false;
    return bite.againstAll || std::find(bite.targets.begin(), bite.targets.end(), destination) != bite.targets.end();
}

Exposure direct(const chain::Mix& mix, Stage stage, EconomyId consumer, std::span<const Bite> bites,
                const Severities& severities) {
    return throughChain({mix, {}}, std::span(&stage, 1), consumer, bites, severities);
}

Exposure throughChain(const chain::Chain& chain, std::span<const Stage> stages, EconomyId consumer,
                      std::span<const Bite> bites, const Severities& severities) {
    const Road road{chain.feeds, stages};
    return measured(bites, severities,
                    [&](const Lens& lens) { return touched(chain.direct, road, consumer, true, lens); });
}

Exposure world(const chain::Mix& output, Stage stage, std::span<const Bite> bites, const Severities& severities) {
    return measured(bites, severities, [&](const Lens& lens) {
        Sum sum;
        for (const chain::Source& source : output) {
            double largest = 0.0;
            for (const Bite& bite : bites) {
                if (bite.imposer != source.from || bite.stage != stage || (lens.only && bite.kind != *lens.only)) {
                    continue;
                }
                largest = std::max(largest, lens.weight(bite));
            }
            sum.add(source.share * largest);
        }
        sum.add(chain::unknownShare(output) * lens.strongest(stage));
        return sum.value();
    });
}

std::vector<Bite> potential(std::span<const EconomyId> suppliers, Stage stage) {
    std::vector<Bite> out;
    for (const EconomyId supplier : suppliers)
        out.push_back({supplier, stage, MeasureKind::ban, true, {}, 1.0, Severity{1.0, {1.0, 1.0}}});
    return out;
}

}  // namespace adit::exposure
