#include "core/chain/network.h"

#include "core/base/sum.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>

#include <algorithm>
#include <map>

namespace adit::chain {
namespace {

using Length = boost::property<boost::edge_weight_t, double>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Length>;

double worldTrade(std::span<const TradeEdge> edges) {
    Sum sum;
    for (const TradeEdge& edge : edges)
        sum.add(edge.tonnes);
    return sum.value();
}

// Flows between the same two economies are one edge.
using Edges = std::map<std::pair<EconomyId, EconomyId>, double>;

Edges merged(std::span<const TradeEdge> edges) {
    Edges out;
    for (const TradeEdge& edge : edges) {
        if (edge.from != edge.to && edge.tonnes > 0.0) out[{edge.from, edge.to}] += edge.tonnes;
    }
    return out;
}

std::vector<double> betweenness(const Graph& graph, PathLength length) {
    std::vector<double> centrality(boost::num_vertices(graph));
    if (centrality.empty()) return centrality;
    const auto map = boost::make_iterator_property_map(centrality.begin(), boost::get(boost::vertex_index, graph));
    if (length == PathLength::hops) {
        boost::brandes_betweenness_centrality(graph, map);
    } else {
        boost::brandes_betweenness_centrality(
            graph, boost::centrality_map(map).weight_map(boost::get(boost::edge_weight, graph)));
    }
    return centrality;
}

std::vector<Node> nodesOf(const Edges& edges) {
    std::map<EconomyId, Node> nodes;
    for (const auto& [ends, tonnes] : edges) {
        Node& from = nodes[ends.first];
        from.exports += tonnes;
        ++from.customers;
        Node& to = nodes[ends.second];
        to.imports += tonnes;
        ++to.suppliers;
    }
    std::vector<Node> out;
    for (auto& [economy, node] : nodes) {
        node.economy = economy;
        out.push_back(node);
    }
    return out;
}

std::size_t indexOf(const std::vector<Node>& nodes, EconomyId economy) {
    const auto it = std::lower_bound(nodes.begin(), nodes.end(), economy,
                                     [](const Node& node, EconomyId e) { return node.economy < e; });
    return static_cast<std::size_t>(it - nodes.begin());
}

}  // namespace

Network measure(std::span<const TradeEdge> edges, const NetworkSettings& settings) {
    Network out;
    out.floorTonnes = settings.floor * worldTrade(edges);
    Edges kept = merged(edges);
    out.dropped = std::erase_if(kept, [&out](const auto& edge) { return edge.second < out.floorTonnes; });
    out.nodes = nodesOf(kept);
    Graph graph(out.nodes.size());
    for (const auto& [ends, tonnes] : kept)
        boost::add_edge(indexOf(out.nodes, ends.first), indexOf(out.nodes, ends.second), Length(1.0 / tonnes), graph);
    const std::vector<double> centrality = betweenness(graph, settings.length);
    const auto n = static_cast<double>(out.nodes.size());
    for (std::size_t i = 0; i < out.nodes.size(); ++i) {
        out.nodes[i].betweenness = centrality[i];
        if (n > 2.0) out.nodes[i].normalised = centrality[i] / ((n - 1.0) * (n - 2.0));
    }
    return out;
}

Estimate tradeVulnerability(std::span<const ImportFrom> imports) {
    Sum total;
    Sum central;
    Sum lo;
    Sum hi;
    Estimate out;
    bool known = true;
    for (const ImportFrom& row : imports) {
        const Interval stability = row.stability.bounds.value_or(Interval{0.0, 100.0});
        known = known && row.stability.value;
        out.flags.add(row.stability.flags);
        total.add(row.tonnes);
        central.add(row.tonnes * (1.0 - row.stability.value.value_or(0.0) / 100.0));
        lo.add(row.tonnes * (1.0 - stability.hi / 100.0));
        hi.add(row.tonnes * (1.0 - stability.lo / 100.0));
    }
    if (total.value() <= 0.0) return Estimate::absent("nothing is imported");
    if (known) out.value = central.value() / total.value();
    if (!known) out.reason = "political stability of a supplier is not known";
    out.bounds = Interval{lo.value() / total.value(), hi.value() / total.value()};
    return out;
}

}  // namespace adit::chain
