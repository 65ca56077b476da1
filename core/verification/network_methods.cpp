#include "core/base/text.h"
#include "core/chain/network.h"
#include "core/chain/switching.h"
#include "core/verification/method.h"

namespace adit::verification {
namespace {

// "A>B" or "A>B:12.5" (tonnes).
std::vector<chain::TradeEdge> edgesOf(Inputs& in, Names& names) {
    std::vector<chain::TradeEdge> edges;
    const Json* list = in.at("edges");
    if (list == nullptr || !list->is_array()) in.fail("edges", "is missing or not a list");
    for (const Json& item : list != nullptr && list->is_array() ? *list : Json::array()) {
        const std::string edge = item.is_string() ? item.get<std::string>() : "";
        const std::size_t arrow = edge.find('>');
        const std::size_t colon = edge.find(':');
        const auto tonnes = colon == std::string::npos ? 1.0 : text::toDouble(edge.substr(colon + 1));
        if (arrow == std::string::npos || !tonnes || !(*tonnes >= 0.0)) {
            in.fail("edges", "holds something that is neither A>B nor A>B:tonnes");
            continue;
        }
        edges.push_back({names.id(edge.substr(0, arrow)),
                         names.id(edge.substr(arrow + 1, colon == std::string::npos ? colon : colon - arrow - 1)),
                         *tonnes});
    }
    return edges;
}

Result<Answers> network(const Case& c) {
    Inputs in(c.json);
    Answers out;
    if (in.has("m")) {
        const auto tonnes = in.numbers("m");
        const auto stability = in.estimates("p");
        if (tonnes.size() != stability.size()) in.fail("p", "has another length than m");
        if (in.error()) return *in.error();
        std::vector<chain::ImportFrom> imports;
        for (std::size_t i = 0; i < tonnes.size(); ++i)
            imports.push_back({tonnes[i], stability[i]});
        add(out, "V", chain::tradeVulnerability(imports));
        return out;
    }
    Names names;
    const auto edges = edgesOf(in, names);
    chain::NetworkSettings settings;
    settings.floor = in.number("floor", settings.floor);
    if (in.flag("weighted")) settings.length = chain::PathLength::inverseFlow;
    if (in.error()) return *in.error();
    for (const chain::Node& node : chain::measure(edges, settings).nodes) {
        const std::string& name = names.name(node.economy);
        add(out, "betweenness " + name, node.betweenness);
        add(out, "normalised " + name, node.normalised);
        add(out, "imports " + name, node.imports);
        add(out, "exports " + name, node.exports);
    }
    return out;
}

Result<Answers> redirect(Inputs& in) {
    const auto others = in.numbers("other");
    const double spare = in.number("spare", 0.0);
    const double loss = in.number("loss");
    const double phi = in.number("phi", chain::redirectableByDefault);
    if (in.error()) return *in.error();
    std::vector<chain::OtherSupplier> suppliers;
    for (const double exports : others)
        suppliers.push_back({exports, 0.0});
    suppliers.push_back({0.0, spare});
    const Result<double> cover = chain::redirectableCover(suppliers, loss, phi);
    if (!cover && cover.error().code == ErrorCode::badInput) return cover.error();
    Answers out;
    add(out, "cover", cover ? std::optional(*cover) : std::nullopt, "there is no loss to cover");
    return out;
}

Result<Answers> switching(const Case& c) {
    Inputs in(c.json);
    if (in.has("loss")) return redirect(in);
    const auto shares = in.numbers("s");
    const auto ratios = in.numbers("ratio");
    const double sigma = in.number("sigma");
    if (shares.size() != ratios.size()) in.fail("ratio", "has another length than s");
    if (in.error()) return *in.error();
    std::vector<chain::PricedShare> priced;
    for (std::size_t i = 0; i < shares.size(); ++i)
        priced.push_back({shares[i], ratios[i]});
    const auto result = chain::reallocated(priced, sigma);
    if (!result) return result.error();
    Answers out;
    for (std::size_t i = 0; i < result->size(); ++i)
        add(out, "s" + std::to_string(i + 1), (*result)[i]);
    return out;
}

}  // namespace

std::vector<Method> networkMethods() {
    return {
        {"M24",
         "Network measures",
         {{"edges", "list", "", "texts A>B or A>B:tonnes"},
          {"floor", "number", "1", "share of world trade below which an edge is dropped; 0.01 where missing"},
          {"weighted", "true or false", "", "length 1/flow instead of hops"},
          {"m", "list", "t/yr", "instead: imports by supplier"},
          {"p", "list", "0..100", "their political stability percentiles, may be intervals"}},
         {{"betweenness ECONOMY", "number", "1", "not normalised"},
          {"normalised ECONOMY", "number", "1", "over (n - 1)(n - 2)"},
          {"imports ECONOMY", "number", "t/yr", "strength"},
          {"exports ECONOMY", "number", "t/yr", "strength"},
          {"V", "number", "1", "trade vulnerability"}},
         false,
         network},
        {"M25",
         "Switching suppliers",
         {{"loss", "number", "t/yr", "to be covered"},
          {"other", "list", "t/yr", "exports of the others elsewhere"},
          {"spare", "number", "t/yr", "their spare capacity; 0 where missing"},
          {"phi", "number", "1", "redirectable share; 0.2 where missing"},
          {"s", "list", "1", "instead: value shares"},
          {"ratio", "list", "1", "new over old price"},
          {"sigma", "number", "1", "elasticity of substitution"}},
         {{"cover", "number", "1", "of the loss, at most 1"}, {"sN", "number", "1", "new share of the N-th"}},
         false,
         switching},
    };
}

}  // namespace adit::verification
