#include "core/stockpiles/cover.h"

#include "core/base/interval.h"
#include "core/base/sum.h"

#include <algorithm>

namespace adit::stockpiles {
namespace {

Result<double> releasable(const CoverInput& input) {
    if (!input.stock) return Error::missing("stock");
    return std::max(0.0, *input.stock - input.floor);
}

Result<double> dailyUse(std::optional<double> consumption) {
    if (!consumption || *consumption <= 0.0) return Error::missing("consumption");
    return *consumption / daysPerYear;
}

double days(double stock, double perDay) {
    return perDay > 0.0 ? stock / perDay : unbounded;
}

}  // namespace

Result<double> grossCover(const CoverInput& input) {
    return coverAgainstLoss(input, 1.0);
}

Result<double> coverAgainstLoss(const CoverInput& input, double lostShare) {
    if (!(lostShare >= 0.0 && lostShare <= 1.0)) return Error::badInput("lost share lies outside 0..1");
    const Result<double> stock = releasable(input);
    if (!stock) return stock;
    const Result<double> use = dailyUse(input.consumption);
    if (!use) return use;
    return days(*stock, *use * lostShare);
}

Result<Gap> gapTo(double targetDays, const CoverInput& input, std::optional<double> usdPerTonne) {
    if (!(targetDays >= 0.0)) return Error::badInput("target is negative");
    if (!input.stock) return Error::missing("stock");
    const Result<double> target = tonnesFor(targetDays, input.consumption);
    if (!target) return target.error();
    Gap gap;
    gap.tonnes = std::max(0.0, *target - *input.stock);
    gap.surplus = std::max(0.0, *input.stock - *target);
    if (usdPerTonne) gap.cost = gap.tonnes * *usdPerTonne;
    return gap;
}

Result<double> tonnesFor(double days, std::optional<double> consumption) {
    const Result<double> use = dailyUse(consumption);
    if (!use) return use;
    return days * *use;
}

Result<double> daysFor(double tonnes, std::optional<double> consumption) {
    const Result<double> use = dailyUse(consumption);
    if (!use) return use;
    return tonnes / *use;
}

PooledCover pooledCover(std::span<const Member> members) {
    PooledCover out;
    Sum stock;
    Sum gap;
    for (const Member& member : members) {
        stock.add(member.stock);
        gap.add(member.gap);
        out.separate.push_back(days(member.stock, member.gap));
    }
    out.pooled = days(stock.value(), gap.value());
    for (const double own : out.separate)
        out.gain.push_back(own == unbounded ? (out.pooled == unbounded ? 0.0 : -unbounded) : out.pooled - own);
    return out;
}

}  // namespace adit::stockpiles
