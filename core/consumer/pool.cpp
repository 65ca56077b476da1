#include "core/consumer/pool.h"

#include "core/stockpiles/cover.h"

#include <algorithm>

namespace adit::consumer {
namespace {

bool isInsideAnother(const Holding& holding, std::span<const Holding> all) {
    const Question& q = holding.question;
    return std::any_of(all.begin(), all.end(), [&](const Holding& other) {
        return other.stock.value.value && q.data->isMember(q.consumer, other.question.consumer, q.membersIn());
    });
}

std::optional<PoolMember> memberOf(const Holding& h, std::optional<double> lost) {
    const auto& stock = h.stock.value.value;
    const auto& use = h.consumption.value.value;
    if (!lost || !stock || !use || *use <= 0.0) return std::nullopt;
    PoolMember member;
    member.economy = h.question.consumer;
    member.stock = std::max(*stock - h.floor.value.value.value_or(0.0), 0.0);
    member.consumption = *use;
    member.gap = *use / stockpiles::daysPerYear * *lost;
    member.limit = h.releaseLimit.value.value;
    return member;
}

bool falls(std::optional<double> limit, double gap) {
    constexpr double rounding = 1e-12;
    return limit && *limit < gap * (1.0 - rounding);
}

// The limits of the members that hold anything; one without a limit makes the pool unlimited.
std::optional<double> limitOf(std::span<const PoolMember> members) {
    double sum = 0.0;
    for (const PoolMember& member : members) {
        if (member.stock <= 0.0) continue;
        if (!member.limit) return std::nullopt;
        sum += *member.limit;
    }
    return sum;
}

void applyLimits(Pool& pool) {
    double gap = 0.0;
    for (PoolMember& member : pool.members) {
        gap += member.gap;
        if (falls(member.limit, member.gap)) member.alone = 0.0;
    }
    pool.limit = limitOf(pool.members);
    if (falls(pool.limit, gap)) pool.days = 0.0;
}

}  // namespace

double Pool::servedAlone(double day) const {
    double served = 0.0;
    for (const PoolMember& member : members) {
        if (day < member.alone) served += member.consumption;
    }
    return consumption > 0.0 ? served / consumption : 0.0;
}

Pool poolOf(std::span<const Holding> holdings, std::optional<EconomyId> supplier) {
    std::vector<std::optional<double>> lost;
    for (const Holding& holding : holdings)
        lost.push_back(supplier ? lossOf(holding.question, *supplier).share.value : std::optional(1.0));
    return poolOf(holdings, lost);
}

Pool poolOf(std::span<const Holding> holdings, std::span<const std::optional<double>> lost) {
    Pool pool;
    std::vector<stockpiles::Member> stocks;
    for (std::size_t i = 0; i < holdings.size(); ++i) {
        const Holding& holding = holdings[i];
        if (isInsideAnother(holding, holdings)) continue;
        const auto member = memberOf(holding, lost[i]);
        if (!member) {
            pool.leftOut.push_back(holding.question.consumer);
            continue;
        }
        pool.members.push_back(*member);
        stocks.push_back({member->stock, member->gap});
        pool.stock += member->stock;
        pool.consumption += member->consumption;
    }
    const stockpiles::PooledCover cover = stockpiles::pooledCover(stocks);
    pool.days = cover.pooled;
    for (std::size_t i = 0; i < pool.members.size(); ++i)
        pool.members[i].alone = cover.separate[i];
    applyLimits(pool);
    return pool;
}

}  // namespace adit::consumer
