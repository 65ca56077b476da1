#include "core/consumer/supply_through.h"

#include "core/base/number_words.h"
#include "core/consumer/figures.h"

#include <algorithm>

namespace adit::consumer {
namespace {

// A central share needs one of every supplier, the hubs' own included.
bool isCentral(const LookedThrough& found) {
    return found.direct.isCentral() && std::all_of(found.hubs.begin(), found.hubs.end(), [](const Hub& hub) {
               return !hub.lookedThrough || hub.supply->isCentral();
           });
}

std::vector<Supplier> suppliersBehind(const Question& q, const LookedThrough& found) {
    const bool central = isCentral(found);
    const double open = chain::unknownShare(found.least);
    std::vector<Supplier> suppliers;
    for (const chain::Source& source : found.mix) {
        if (!source.from.valid()) continue;
        const Supplier* traded = found.direct.find(source.from);
        const double least = std::min(source.share, chain::shareOf(found.least, source.from));
        const double most = std::max(source.share, std::min(least + open, 1.0));
        Supplier supplier;
        supplier.economy = source.from;
        if (central) supplier.share = source.share;
        supplier.bounds = open > 0.0 ? Interval{least, most} : Interval{source.share, source.share};
        supplier.source = traded != nullptr ? traded->source : found.direct.source;
        supplier.isOwn = source.from == q.consumer;
        suppliers.push_back(supplier);
    }
    sortBySize(*q.data, suppliers);
    return suppliers;
}

std::string namesOf(const Dataset& data, const std::vector<Hub>& hubs, bool lookedThrough) {
    std::vector<std::string> names;
    for (const Hub& hub : hubs) {
        if (hub.lookedThrough == lookedThrough) names.push_back(data[hub.economy].shortName);
    }
    return words::list(names);
}

std::string tonnes(const std::optional<double>& x) {
    return x ? words::plain(*x) + " t" : "an unknown mass";
}

void addAssumed(const Dataset& data, const Supply& supply, std::vector<Input>& inputs) {
    for (const Supplier& s : supply.suppliers) {
        if (s.isAssumed) inputs.push_back(inputOf(data, supply, s));
    }
}

// What a hub passes on of what it has.
Input passedOn(const Dataset& data, const Hub& hub) {
    Estimate part = Estimate::known(1.0);
    if (const Supplier* own = hub.supply->find(hub.economy)) {
        part = {own->share, own->bounds, {}, "own output is not known"};
        if (part.value) part.value = 1.0 - *part.value;
        part.bounds = Interval{1.0 - own->bounds.hi, 1.0 - own->bounds.lo};
    }
    const std::string name = "passed on by " + data[hub.economy].shortName;
    Input input = derivedInput(name, part, Unit::one, hub.supply->source, hub.supply->year);
    input.basis = std::string(describe(hub.supply->ground));
    input.economy = hub.economy;
    input.remark = "part of its supply that it does not make; it makes " + tonnes(hub.output) + " and exports " +
                   tonnes(hub.exports);
    return input;
}

}  // namespace

Result<Supply> supplyThrough(const Question& question) {
    auto found = lookThrough(question, question.hubs);
    if (!found) return found.error();
    Supply supply = found->direct;
    supply.behind = std::make_shared<const LookedThrough>(std::move(*found));
    if (!supply.isThroughHubs()) return supply;
    supply.suppliers = suppliersBehind(question, *supply.behind);
    supply.flags = supply.behind->flags;
    supply.own.clear();
    supply.production.reset();
    supply.imports.reset();
    supply.exports.reset();
    return supply;
}

std::vector<std::string> hubLines(const Dataset& data, const Supply& supply) {
    if (supply.behind == nullptr) return {};
    const LookedThrough& found = *supply.behind;
    const std::string rule = " (" + describe(found.choice) + ")";
    if (found.hubs.empty()) return {"no hub among the suppliers" + rule + ": the mix as traded"};
    const std::string through = namesOf(data, found.hubs, true);
    const std::string left = namesOf(data, found.hubs, false);
    std::vector<std::string> lines;
    if (!found.closed.empty()) {
        lines.push_back("hubs that only feed one another" + rule + ": " + through + "; the mix as traded");
    } else if (!through.empty()) {
        lines.push_back("hubs looked through" + rule + ": " + through);
    }
    if (!left.empty()) lines.push_back("hubs whose own suppliers are not published stay as they are: " + left);
    return lines;
}

std::vector<Input> hubInputs(const Dataset& data, const Supply& supply) {
    std::vector<Input> inputs;
    if (!supply.isThroughHubs()) return inputs;
    const LookedThrough& found = *supply.behind;
    for (const Hub& hub : found.hubs) {
        const Supplier* direct = found.direct.find(hub.economy);
        if (direct != nullptr && !direct->isAssumed) {
            inputs.push_back(inputOf(data, found.direct, *direct));
            inputs.back().remark = "hub, as traded";
        }
        if (hub.lookedThrough) inputs.push_back(passedOn(data, hub));
    }
    addAssumed(data, found.direct, inputs);
    for (const Hub& hub : found.hubs) {
        if (hub.lookedThrough) addAssumed(data, *hub.supply, inputs);
    }
    return inputs;
}

}  // namespace adit::consumer
