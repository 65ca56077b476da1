#include "core/chain/balance.h"
#include "core/verification/chain_inputs.h"
#include "core/verification/method.h"

namespace adit::verification {
namespace {

chain::Mix directMix(Inputs& in, Names& names, double& dropped) {
    if (in.has("f")) return in.mix("f", names);
    std::vector<chain::Flow> flows;
    const Json* imports = in.at("imports");
    if (imports == nullptr || !imports->is_object()) in.fail("imports", "is missing or not an object of tonnes");
    for (const chain::Source& source :
         imports != nullptr ? mixOf(*imports, names).value_or(chain::Mix{}) : chain::Mix{})
        flows.push_back({source.from, source.share});
    chain::SupplyInput input;
    input.consumer = names.id(in.text("consumer", "home"));
    input.production = in.number("P", 0.0);
    input.imports = flows;
    std::vector<EconomyId> members;
    if (const Json* list = in.at("members"); list != nullptr && list->is_array()) {
        for (const Json& member : *list)
            members.push_back(names.id(member.is_string() ? member.get<std::string>() : ""));
    }
    std::sort(members.begin(), members.end());
    input.members = members;
    const Result<chain::Supply> supply = chain::supplyMix(input);
    dropped = supply ? supply->dropped : 0.0;
    return supply ? supply->mix : chain::Mix{};
}

Result<Answers> supplyMix(const Case& c) {
    Inputs in(c.json);
    Names names;
    double dropped = 0.0;
    const chain::Mix direct = directMix(in, names, dropped);
    const std::vector<chain::Feed> feeds =
        in.has("hubs") ? feedsOf(*in.at("hubs"), "hubs", in, names) : std::vector<chain::Feed>{};
    if (in.error()) return *in.error();
    std::vector<chain::Hub> hubs;
    for (const chain::Feed& feed : feeds)
        hubs.push_back({feed.node, feed.sources});
    const chain::LookedThrough through = chain::throughHubs(direct, hubs);
    Answers out;
    for (const std::string& name : names.all()) {
        const EconomyId id = *names.find(name);
        if (direct.empty()) add(out, name, std::nullopt, "neither production nor imports");
        if (!direct.empty()) add(out, name, chain::shareOf(through.mix, id));
    }
    add(out, "unknown", chain::unknownShare(through.mix));
    add(out, "closed_hubs", static_cast<double>(through.closed.size()));
    add(out, "dropped", dropped);
    return out;
}

chain::Matrix seedOf(Inputs& in) {
    const Json* rows = in.at("seed");
    const std::size_t count = rows != nullptr && rows->is_array() ? rows->size() : 0;
    const std::size_t width = count > 0 && (*rows)[0].is_array() ? (*rows)[0].size() : 0;
    chain::Matrix seed(count, width);
    for (std::size_t r = 0; r < count; ++r) {
        const Json& row = (*rows)[r];
        if (!row.is_array() || row.size() != width) {
            in.fail("seed", "is not a table");
            return seed;
        }
        for (std::size_t column = 0; column < width; ++column) {
            if (!row[column].is_number()) in.fail("seed", "holds something that is not a number");
            seed.at(r, column) = row[column].is_number() ? row[column].get<double>() : 0.0;
        }
    }
    if (count == 0) in.fail("seed", "is missing or not a table");
    return seed;
}

Result<Answers> ras(const Case& c) {
    Inputs in(c.json);
    chain::Margins margins;
    margins.rows = in.numbers("rows");
    margins.columns = in.numbers("cols");
    margins.seed = seedOf(in);
    if (in.error()) return *in.error();
    const Result<chain::Balanced> result = chain::balance(margins);
    if (!result) return result.error();
    Answers out;
    for (std::size_t r = 0; r < result->flows.rows; ++r) {
        for (std::size_t column = 0; column < result->flows.columns; ++column) {
            const std::string place = result->flows.rows > 9 || result->flows.columns > 9
                                          ? std::to_string(r + 1) + "," + std::to_string(column + 1)
                                          : std::to_string(r + 1) + std::to_string(column + 1);
            add(out, "x" + place, result->flows.at(r, column), {Flag::proportionalMix});
        }
    }
    add(out, "passes", result->passes);
    add(out, "error", result->error);
    add(out, "stocks_and_losses", result->stocksAndLosses);
    return out;
}

Result<Answers> origin(const Case& c) {
    Inputs in(c.json);
    Names names;
    const chain::Chain chain = chainOf(in, names);
    if (in.error()) return *in.error();
    Answers out;
    const chain::Mix origins = chain::ultimateOrigin(chain);
    for (const std::string& name : names.all()) {
        const EconomyId id = *names.find(name);
        add(out, "origin " + name, chain::shareOf(origins, id));
        add(out, "face " + name, chain::faceValue(chain, std::span(&id, 1)));
        addChokepoint(out, name, chain, names);
    }
    if (c.output.starts_with("K ")) addChokepoint(out, std::string(c.output.substr(2)), chain, names);
    add(out, "known", chain::knownShare(chain));
    return out;
}

}  // namespace

std::vector<Method> chainMethods() {
    return {
        {"M13",
         "Supply mix of a consumer",
         {{"f", "object", "1", "direct shares"},
          {"hubs", "object", "1", "of each hub the shares of its supply"},
          {"imports", "object", "t/yr", "instead of f: imports by economy"},
          {"P", "number", "t/yr", "production of the consumer; 0 where missing"},
          {"consumer", "text", "", "its name; home where missing"},
          {"members", "list", "", "of a bloc: trade with them is dropped"}},
         {{"ECONOMY", "number", "1", "share with hubs looked through"},
          {"unknown", "number", "1", "share of unknown origin"},
          {"closed_hubs", "number", "1", "hubs that only feed one another"},
          {"dropped", "number", "t/yr", "trade inside the bloc"}},
         false,
         supplyMix},
        {"M22",
         "Balancing a feed matrix",
         {{"seed", "list", "1", "rows of a table; 0 where no flow can be"},
          {"rows", "list", "t/yr", "mine output"},
          {"cols", "list", "t/yr", "refinery need"}},
         {{"xRC", "number", "t/yr", "row R, column C; xR,C above nine"},
          {"passes", "number", "1", "rounds that it took"},
          {"error", "number", "1", "largest relative error left"},
          {"stocks_and_losses", "number", "t/yr", "need minus output where they differ by more than 0.5 %"}},
         false,
         ras},
        {"M23",
         "Ultimate origin and chokepoints",
         {{"a", "object", "1", "direct mix"},
          {"F", "object", "1", "of each supplier the shares of its feed"},
          {"feeds", "list", "1", "further stages behind F, each as F"}},
         {{"origin ECONOMY", "number", "1", "share by ultimate origin"},
          {"K ECONOMY", "number", "1", "share that passes it at any stage; K A+B for a set; also _lo and _hi"},
          {"face ECONOMY", "number", "1", "share of the direct mix"},
          {"known", "number", "1", "share of known origin"}},
         false,
         origin},
    };
}

}  // namespace adit::verification
