#include "core/criticality/import_reliance.h"

namespace adit::criticality {
namespace {

// 0 for a net exporter; 1 where a stock draw or statistical noise lifts it above.
Estimate used(const Estimate& raw) {
    Estimate out = raw;
    if (raw.value && *raw.value < 0.0) out.flags.add(Flag::netExporter);
    if (raw.value && *raw.value > 1.0) out.flags.add(Flag::clamped);
    if (out.value) out.value = std::clamp(*out.value, 0.0, 1.0);
    if (out.bounds) out.bounds = Interval{std::clamp(out.bounds->lo, 0.0, 1.0), std::clamp(out.bounds->hi, 0.0, 1.0)};
    return out;
}

ImportReliance both(Estimate raw) {
    if (raw.value && *raw.value < 0.0) raw.flags.add(Flag::netExporter);
    return {raw, used(raw)};
}

}  // namespace

ImportReliance importRelianceEu(const TradeBalance& balance) {
    const auto ratio = [](const std::array<double, 3>& x) -> std::optional<double> {
        const auto [p, i, e] = x;
        if (p + i - e <= 0.0) return std::nullopt;
        return (i - e) / (p + i - e);
    };
    return both(through(std::array{balance.production, balance.imports, balance.exports},
                        "production and net imports add up to nothing", ratio));
}

Estimate apparentConsumption(const MaterialBalance& balance) {
    const auto sum = [](const std::array<double, 5>& x) -> std::optional<double> {
        return x[0] + x[1] + x[2] - x[3] - x[4];
    };
    return through(
        std::array{balance.production, balance.secondary, balance.imports, balance.exports, balance.stockIncrease}, "",
        sum);
}

ImportReliance importRelianceUs(const MaterialBalance& balance) {
    const auto ratio = [](const std::array<double, 5>& x) -> std::optional<double> {
        const double net = x[2] - x[3] - x[4];
        const double consumption = x[0] + x[1] + net;
        if (consumption <= 0.0) return std::nullopt;
        return net / consumption;
    };
    return both(through(
        std::array{balance.production, balance.secondary, balance.imports, balance.exports, balance.stockIncrease},
        "apparent consumption is not above zero", ratio));
}

}  // namespace adit::criticality
