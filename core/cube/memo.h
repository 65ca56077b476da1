// What many figures of one dataset share, computed once: markets, lists of producers, governance weights, the supply of
// a consumer. A figure is the same with a memo and without; it only comes sooner. A memo belongs to one thread, and to
// a dataset that does not change while it lives.
#pragma once

#include "core/consumer/feed.h"
#include "core/consumer/holding.h"
#include "core/consumer/network_of.h"
#include "core/consumer/supply.h"
#include "core/consumer/trade.h"
#include "core/consumer/world_exports.h"
#include "core/exposure/at_date.h"
#include "core/governance/at.h"
#include "core/governance/percentile.h"
#include "core/index/explain.h"

#include <array>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace adit::cube {

class Memo {
public:
    using Range = std::pair<std::size_t, std::size_t>;

    explicit Memo(const Dataset& data);
    // With the governance estimates read before; null: they are read when first asked for.
    Memo(const Dataset& data, std::shared_ptr<const governance::History> history);

    // Of the query's mineral, stage, year, view, rule and source.
    index::PreparedPtr prepared(const index::Query& query);
    governance::WeightsPtr weights(const index::Query& query, governance::Choice choice);
    const Estimate& worldConcentration(const index::Query& query);  // weighted by all six dimensions; absent: no market
    const Estimate& worldHhi(const index::Query& query);

    governance::StabilityRanksPtr stabilityRanks(int year);

    // Of the question's mineral, stage and year.
    consumer::MarketPtr fullList(const consumer::Question& question);
    const std::optional<consumer::WorldExports>& worldExports(const consumer::Question& question, SourceId publisher);
    consumer::NetworkPtr network(const consumer::Question& question);
    // Rows of a range of the trade table that come from an economy, ascending.
    std::span<const std::uint32_t> rowsFrom(EconomyId exporter, Range range);

    consumer::FlowsPtr flows(const consumer::Question& question, consumer::Measured measured);
    // Ascending; an economy alone is its own.
    const std::vector<EconomyId>& members(const consumer::Question& question);

    // Of the question's mineral and stage, whatever the year and consumer.
    const std::vector<const SupplierShare*>& shares(const consumer::Question& question);
    const std::vector<consumer::TradeYear>& tradeYears(const consumer::Question& question);
    const std::vector<exposure::Listed>& measures(const consumer::Question& question);

    // Of one refiner or maker of components in one year.
    const consumer::FeedOf& mineFeed(const consumer::Question& refiner);
    const consumer::FeedOf& refinedFeed(const consumer::Question& maker);

    // Of one consumer: the last answers are kept.
    consumer::SupplyPtr supply(const consumer::Question& question);
    consumer::BalancePtr balance(const consumer::Question& question);
    consumer::ChainPtr chain(const consumer::Question& question);
    consumer::HoldingPtr holding(const consumer::Question& question);
    exposure::AtDatePtr exposure(const consumer::Question& question, controls::Day day);

private:
    using Key = std::uint64_t;

    struct World {
        index::PreparedPtr market;
        std::array<governance::WeightsPtr, 2> weights;  // by choice
        std::optional<Estimate> concentration;
        std::optional<Estimate> hhi;
    };
    // What the user assumes of a bloc's trade is not that of another with the same members.
    struct MemberList {
        std::vector<EconomyId> members;
        EconomyId of;  // none where nothing is assumed
        bool operator==(const MemberList&) const = default;
    };
    struct Exporters {
        std::vector<std::uint32_t> first;  // by economy, one more at the end
        std::vector<std::uint32_t> rows;
    };
    struct Answers {
        std::optional<consumer::Question> question;
        consumer::SupplyPtr supply;
        consumer::BalancePtr balance;
        consumer::ChainPtr chain;
        consumer::HoldingPtr holding;
        exposure::AtDatePtr exposure;
        controls::Day day;
    };

    World& world(const index::Query& query);
    const governance::KnownWeights& known(governance::Choice choice, int year);
    Answers& answers(const consumer::Question& question);
    std::size_t memberList(const consumer::Question& question);

    const Dataset& m_data;
    std::shared_ptr<const governance::History> m_history;
    std::unordered_map<Key, World> m_worlds;
    std::unordered_map<Key, consumer::MarketPtr> m_lists;
    std::unordered_map<Key, std::optional<consumer::WorldExports>> m_worldExports;
    std::unordered_map<Key, consumer::NetworkPtr> m_networks;
    std::unordered_map<Key, consumer::FeedOf> m_mineFeeds;
    std::unordered_map<Key, consumer::FeedOf> m_refinedFeeds;
    std::unordered_map<std::size_t, Exporters> m_exporters;  // by the first row of the range
    std::unordered_map<Key, std::vector<const SupplierShare*>> m_shares;
    std::unordered_map<Key, std::vector<exposure::Listed>> m_measures;
    std::unordered_map<Key, std::vector<consumer::TradeYear>> m_tradeYears;
    std::unordered_map<Key, governance::KnownWeights> m_known;
    std::unordered_map<int, governance::StabilityRanksPtr> m_ranks;
    std::unordered_map<Key, consumer::FlowsPtr> m_flows;
    std::unordered_map<Key, std::size_t> m_membersIn;  // by consumer and year: place of the list
    std::vector<MemberList> m_memberLists;             // each once, so that years with the same members share flows
    Answers m_answers;
};

}  // namespace adit::cube
