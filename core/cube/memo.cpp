#include "core/cube/memo.h"

#include "core/consumer/figures.h"
#include "core/consumer/published_shares.h"
#include "core/dataset/assumed_in.h"
#include "core/index/located.h"

#include <algorithm>
#include <utility>

namespace adit::cube {
namespace {

// Ids have 16 bits each, a year fits into 16, stage, view and rule into 2.
std::uint64_t keyOf(MineralId mineral, Stage stage, int year) {
    return std::uint64_t{mineral.index()} << 24U | std::uint64_t{static_cast<std::uint16_t>(year)} << 8U |
           static_cast<std::uint64_t>(stage);
}

std::uint64_t keyOf(const index::Query& q) {
    const std::uint64_t source = q.source.value_or(SourceId{}).index();
    return source << 44U | keyOf(q.mineral, q.stage, q.year) << 4U | static_cast<std::uint64_t>(q.view) << 2U |
           static_cast<std::uint64_t>(q.rule);
}

// Who draws on a feed, of what mineral, in what year and with which members.
std::uint64_t feedKeyOf(const consumer::Question& q) {
    return std::uint64_t{q.consumer.index()} << 48U | std::uint64_t{q.mineral.index()} << 32U |
           std::uint64_t{static_cast<std::uint16_t>(q.year)} << 16U | static_cast<std::uint16_t>(q.membersIn());
}

bool isSame(const consumer::Question& a, const consumer::Question& b) {
    return a.consumer == b.consumer && a.mineral == b.mineral && a.stage == b.stage && a.year == b.year &&
           a.membersIn() == b.membersIn() && a.hubs == b.hubs;
}

}  // namespace

Memo::Memo(const Dataset& data) : Memo(data, nullptr) {}

Memo::Memo(const Dataset& data, std::shared_ptr<const governance::History> history)
    : m_data(data), m_history(std::move(history)) {}

Memo::World& Memo::world(const index::Query& query) {
    World& world = m_worlds[keyOf(query)];
    if (world.market) return world;
    index::Query alone = query;
    alone.memo = nullptr;
    alone.economy.reset();
    world.market = index::prepared(alone);
    return world;
}

index::PreparedPtr Memo::prepared(const index::Query& query) {
    return world(query).market;
}

const governance::KnownWeights& Memo::known(governance::Choice choice, int year) {
    const Key key = keyOf(MineralId(static_cast<std::size_t>(choice)), Stage::mine, year);
    const auto found = m_known.find(key);
    if (found != m_known.end()) return found->second;
    if (m_history == nullptr) m_history = std::make_shared<const governance::History>(governance::historyOf(m_data));
    return m_known.emplace(key, governance::KnownWeights(*m_history, choice, year)).first->second;
}

governance::WeightsPtr Memo::weights(const index::Query& query, governance::Choice choice) {
    World& at = world(query);
    governance::WeightsPtr& weights = at.weights[static_cast<std::size_t>(choice)];
    if (!weights) {
        const auto& market = at.market->market;
        weights = std::make_shared<const governance::Weights>(known(choice, query.year),
                                                              consumer::productionOf(market ? &*market : nullptr));
    }
    return weights;
}

const Estimate& Memo::worldConcentration(const index::Query& query) {
    World& at = world(query);
    if (!at.concentration) {
        const auto& market = at.market->market;
        at.concentration =
            market ? consumer::worldConcentration(*market, *weights(query, governance::Choice::allSix)) : Estimate{};
    }
    return *at.concentration;
}

const Estimate& Memo::worldHhi(const index::Query& query) {
    World& at = world(query);
    if (!at.hhi) at.hhi = consumer::worldHhi(query);
    return *at.hhi;
}

governance::StabilityRanksPtr Memo::stabilityRanks(int year) {
    governance::StabilityRanksPtr& ranks = m_ranks[year];
    if (!ranks) ranks = std::make_shared<const governance::StabilityRanks>(m_data, year);
    return ranks;
}

consumer::MarketPtr Memo::fullList(const consumer::Question& q) {
    const auto [place, isNew] = m_lists.try_emplace(keyOf(q.mineral, q.stage, q.year));
    if (isNew) {
        consumer::Question alone = q;
        alone.memo = nullptr;
        place->second = consumer::fullList(alone);
    }
    return place->second;
}

const std::optional<consumer::WorldExports>& Memo::worldExports(const consumer::Question& q, SourceId publisher) {
    const Key key = std::uint64_t{publisher.index()} << 44U | keyOf(q.mineral, q.stage, q.year);
    const auto [place, isNew] = m_worldExports.try_emplace(key);
    if (isNew) place->second = consumer::worldExportsOf(q, publisher);
    return place->second;
}

consumer::NetworkPtr Memo::network(const consumer::Question& q) {
    consumer::NetworkPtr& network = m_networks[keyOf(q.mineral, q.stage, q.year)];
    if (!network) {
        network = std::make_shared<const Result<consumer::TradeNetwork>>(
            consumer::networkOf(m_data, q.mineral, q.stage, q.year));
    }
    return network;
}

std::span<const std::uint32_t> Memo::rowsFrom(EconomyId exporter, Range range) {
    const auto [place, isNew] = m_exporters.try_emplace(range.first);
    Exporters& by = place->second;
    if (isNew) {
        const auto& exporters = m_data.trade.exporter;
        by.first.assign(m_data.economies.size() + 1, 0);
        for (std::size_t row = range.first; row < range.second; ++row)
            ++by.first[exporters[row].index() + 1];
        for (std::size_t i = 1; i < by.first.size(); ++i)
            by.first[i] += by.first[i - 1];
        by.rows.resize(range.second - range.first);
        std::vector<std::uint32_t> next = by.first;
        for (std::size_t row = range.first; row < range.second; ++row)
            by.rows[next[exporters[row].index()]++] = static_cast<std::uint32_t>(row);
    }
    const std::uint32_t first = by.first[exporter.index()];
    return std::span(by.rows).subspan(first, by.first[exporter.index() + 1] - first);
}

std::size_t Memo::memberList(const consumer::Question& q) {
    const Key key = std::uint64_t{q.consumer.index()} << 16U | static_cast<std::uint16_t>(q.membersIn());
    const auto [place, isNew] = m_membersIn.try_emplace(key);
    if (isNew) {
        const MemberList list{consumer::membersOf(m_data, q.consumer, q.membersIn()),
                              isAnythingAssumed(m_data, q.consumer) ? q.consumer : EconomyId()};
        const auto found = std::find(m_memberLists.begin(), m_memberLists.end(), list);
        place->second = static_cast<std::size_t>(found - m_memberLists.begin());
        if (found == m_memberLists.end()) m_memberLists.push_back(list);
    }
    return place->second;
}

const std::vector<EconomyId>& Memo::members(const consumer::Question& q) {
    return m_memberLists[memberList(q)].members;
}

consumer::FlowsPtr Memo::flows(const consumer::Question& q, consumer::Measured measured) {
    const Key key = std::uint64_t{memberList(q)} << 42U | keyOf(q.mineral, q.stage, q.year) << 1U |
                    (measured == consumer::Measured::mass ? 1U : 0U);
    consumer::FlowsPtr& flows = m_flows[key];
    if (!flows) {
        flows = std::make_shared<const std::optional<consumer::PartnerFlows>>(
            measured == consumer::Measured::mass ? consumer::flowsOf(q, measured) : consumer::importsOf(q, measured));
    }
    return flows;
}

const std::vector<const SupplierShare*>& Memo::shares(const consumer::Question& q) {
    const auto [place, isNew] = m_shares.try_emplace(keyOf(q.mineral, q.stage, 0));
    if (isNew) place->second = consumer::sharesOf(m_data, q.mineral, q.stage);
    return place->second;
}

const std::vector<consumer::TradeYear>& Memo::tradeYears(const consumer::Question& q) {
    const auto [place, isNew] = m_tradeYears.try_emplace(keyOf(q.mineral, q.stage, 0));
    if (isNew) place->second = consumer::allTradeYears(m_data, q.mineral, q.stage);
    return place->second;
}

const std::vector<exposure::Listed>& Memo::measures(const consumer::Question& q) {
    const auto [place, isNew] = m_measures.try_emplace(keyOf(q.mineral, q.stage, 0));
    if (isNew) place->second = exposure::listed(m_data, q.mineral, q.stage);
    return place->second;
}

Memo::Answers& Memo::answers(const consumer::Question& question) {
    if (!m_answers.question || !isSame(*m_answers.question, question)) m_answers = {question, {}, {}, {}, {}, {}, {}};
    return m_answers;
}

consumer::SupplyPtr Memo::supply(const consumer::Question& question) {
    if (auto kept = answers(question).supply) return kept;
    auto made = std::make_shared<const Result<consumer::Supply>>(consumer::supplyOf(question));
    return answers(question).supply = std::move(made);
}

consumer::BalancePtr Memo::balance(const consumer::Question& question) {
    if (auto kept = answers(question).balance) return kept;
    auto made = std::make_shared<const Result<consumer::Balance>>(consumer::balanceOf(question));
    return answers(question).balance = std::move(made);
}

const consumer::FeedOf& Memo::mineFeed(const consumer::Question& refiner) {
    const auto found = m_mineFeeds.find(feedKeyOf(refiner));
    if (found != m_mineFeeds.end()) return found->second;
    return m_mineFeeds.emplace(feedKeyOf(refiner), consumer::mineFeedOf(refiner)).first->second;
}

const consumer::FeedOf& Memo::refinedFeed(const consumer::Question& maker) {
    const auto found = m_refinedFeeds.find(feedKeyOf(maker));
    if (found != m_refinedFeeds.end()) return found->second;
    return m_refinedFeeds.emplace(feedKeyOf(maker), consumer::refinedFeedOf(maker)).first->second;
}

consumer::ChainPtr Memo::chain(const consumer::Question& question) {
    if (auto kept = answers(question).chain) return kept;
    auto made = std::make_shared<const Result<consumer::ConsumerChain>>(consumer::chainOf(question, false));
    return answers(question).chain = std::move(made);
}

consumer::HoldingPtr Memo::holding(const consumer::Question& question) {
    if (auto kept = answers(question).holding) return kept;
    auto made = std::make_shared<const consumer::Holding>(consumer::holdingOf(question));
    return answers(question).holding = std::move(made);
}

exposure::AtDatePtr Memo::exposure(const consumer::Question& question, controls::Day day) {
    Answers& at = answers(question);
    if (at.exposure && at.day == day) return at.exposure;
    at.day = day;
    at.exposure = std::make_shared<const Result<exposure::AtDate>>(exposure::exposureAt({question, day, {}, {}}));
    return at.exposure;
}

}  // namespace adit::cube
