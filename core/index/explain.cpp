#include "core/index/explain.h"

#include "core/base/number_words.h"
#include "core/consumer/assumed_input.h"
#include "core/cube/memo.h"
#include "core/index/assumed_control.h"
#include "core/index/control.h"

#include <algorithm>

namespace adit::index {
namespace {

std::string remarkOf(const Market& market, const Holder& holder) {
    if (holder.state == State::withheld || holder.state == State::unknown) {
        const std::string what = holder.state == State::withheld ? "withheld by the source" : "not known to the source";
        return what + (market.openOnTop ? "; not part of the total" : "; part of what is not attributed");
    }
    return {};
}

// Which facilities a controller's output comes from: the largest two by name.
std::string facilitiesOf(const std::vector<Asset>& assets, EconomyId controller) {
    std::vector<const Asset*> own;
    for (const Asset& asset : assets) {
        const auto holds = [&](const Claim& claim) { return claim.controller == controller; };
        if (std::any_of(asset.claims.begin(), asset.claims.end(), holds)) own.push_back(&asset);
    }
    std::stable_sort(own.begin(), own.end(), [](const Asset* a, const Asset* b) { return a->tonnes > b->tonnes; });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min<std::size_t>(own.size(), 2); ++i)
        names.push_back(own[i]->facility->name);
    if (own.size() > names.size()) names.push_back(words::count(own.size() - names.size()) + " more");
    return words::list(names);
}

Input inputOf(const Query& query, const Market& market, const Holder& holder) {
    const Dataset& data = *query.data;
    Input input;
    input.name = nameOf(data, holder.economy);
    input.value = holder.tonnes;
    input.state = holder.state;
    input.source = holder.source;
    input.year = market.year;
    input.basis = data[market.basis];
    input.economy = holder.economy;
    if (!holder.tonnesBounds.exact()) input.bounds = holder.tonnesBounds;
    input.remark = holder.note != 0 ? data.notes[holder.note] : remarkOf(market, holder);
    if (holder.state == State::assumed) input.source = SourceId();
    if (holder.state == State::assumed && market.view == View::located) {
        input.assumption = std::string(id(Assumable::production));
    }
    return input;
}

Input aggregateOf(const Query& query, const Market& market, EconomyId economy, double tonnes, State state,
                  std::string name, std::string remark) {
    Input input;
    input.name = std::move(name);
    input.value = tonnes;
    input.state = state;
    input.source = market.source;
    input.year = market.year;
    input.basis = (*query.data)[market.basis];
    input.economy = economy;
    input.remark = std::move(remark);
    return input;
}

// "CMOC Group 80 % (inn-cobalt-2024), Gecamines 20 % (...)": on what a facility's controller rests.
std::string stakesOf(const Dataset& data, const Facility& facility) {
    std::string out;
    for (const Stake* stake : stakesAt(data, facility)) {
        out += (out.empty() ? "" : ", ") + stake->owner;
        if (stake->equityPercent)
            out += " " + words::plain(*stake->equityPercent) + std::string(words::narrowBlank) + "%";
        if (stake->isOperator) out += ", operator";
        if (stake->source.valid()) out += " (" + data[stake->source].id + ")";
    }
    return out;
}

// The facilities behind the controllers. Their tonnes are in the controllers' already: they belong to no economy here.
void addFacilities(const Dataset& data, const Market& market, const std::vector<Asset>& owned,
                   std::vector<Input>& inputs) {
    for (const Asset& asset : owned) {
        Input input;
        input.name = asset.facility->name;
        input.value = asset.tonnes;
        input.state = asset.facility->flag == DataFlag::reported ? State::known : State::estimated;
        input.source = asset.facility->source;
        input.remark = stakesOf(data, *asset.facility);
        if (const Assumed* assumed = assumedOutput(data, *asset.facility)) {
            input = consumer::assumedInput(*assumed, asset.facility->name, Unit::tonnes);
            const std::string stakes = stakesOf(data, *asset.facility);
            input.remark += (input.remark.empty() || stakes.empty() ? "" : "; ") + stakes;
        }
        input.year = asset.facility->year;
        input.basis = data[market.mineral].basis;
        inputs.push_back(std::move(input));
    }
}

std::string totalWords(const Market& market) {
    if (!market.publishedTotal) return "sum of the parts";
    return market.movedTotal ? "published total, moved by what you assume in place of published output"
                             : "published total";
}

void addInputs(const Query& query, const Market& market, std::vector<Input>& inputs) {
    const bool controlled = market.view == View::controlled;
    const std::vector<Asset> owned = controlled ? assets(query) : std::vector<Asset>{};
    for (const Holder& holder : market.holders) {
        inputs.push_back(inputOf(query, market, holder));
        if (controlled) inputs.back().remark = facilitiesOf(owned, holder.economy);
    }
    if (market.unattributed > 0.0 && market.residual != ResidualRule::none) {
        const bool anyone = market.residual == ResidualRule::anyone;
        inputs.push_back(aggregateOf(query, market, Dataset::other, market.unattributed, State::derived,
                                     anyone ? "Controller unknown" : "Not attributed",
                                     anyone ? "may be anyone's" : "other countries, not named by the source"));
    }
    for (const EconomyId zero : market.zeros) {
        inputs.push_back(
            aggregateOf(query, market, zero, 0.0, State::zero, nameOf(*query.data, zero), "published zero"));
    }
    inputs.push_back(aggregateOf(query, market, Dataset::world, market.total,
                                 market.publishedTotal && !market.movedTotal ? State::known : State::derived, "World",
                                 totalWords(market)));
    if (!controlled) return;
    addFacilities(*query.data, market, owned, inputs);
    addAssumedControl(query, owned, inputs);
}

void append(std::string& text, std::string_view sentence) {
    if (!text.empty()) text += ' ';
    text += sentence;
}

std::string boundsRuleOf(const Market& market) {
    std::string rule;
    const ResidualRule ofRest = market.ruleOfMost();
    if (ofRest == ResidualRule::others) {
        rule = "What is not attributed belongs to other countries: spread thin at one end, one country's at the other.";
    } else if (ofRest == ResidualRule::anyone) {
        rule =
            "What has no known controller may be anyone's: spread thin at one end, the largest controller's at the "
            "other.";
    }
    const auto anyOpen = [&](bool assumed) {
        return std::any_of(market.holders.begin(), market.holders.end(), [&](const Holder& h) {
            return !h.tonnesBounds.exact() && (h.state == State::assumed) == assumed;
        });
    };
    const bool controlled = market.view == View::controlled;
    if (!controlled && anyOpen(false))
        append(rule, market.flags.has(Flag::defaultInterval)
                         ? "Withheld output lies between 0 and 1.5 times its last known figure, or the smallest listed "
                           "producer where there is none."
                         : "Output that is withheld or rounded takes every value that its source allows.");
    if (anyOpen(true) || (controlled && market.hasRangedControl()))
        append(rule, "What you give a range takes every value in it.");
    return rule;
}

std::vector<const Holder*> byEconomy(const Market& market) {
    std::vector<const Holder*> holders;
    for (const Holder& holder : market.holders)
        holders.push_back(&holder);
    std::sort(holders.begin(), holders.end(), [](const Holder* a, const Holder* b) { return a->economy < b->economy; });
    return holders;
}

}  // namespace

const std::string& nameOf(const Dataset& data, EconomyId economy) {
    const Economy& e = data[economy];
    return e.shortName.empty() ? e.name : e.shortName;
}

int othersOf(const Dataset& data, const Market& market) {
    const auto economies = std::count_if(data.economies.begin(), data.economies.end(),
                                         [](const Economy& e) { return e.kind == EconomyKind::economy; });
    return static_cast<int>(economies) - static_cast<int>(market.holders.size());
}

Spread spreadOf(const Market& market) {
    Spread spread;
    for (const Holder* holder : byEconomy(market)) {
        const bool inRest = !holder->tonnes && !market.openOnTop;  // its part is counted in the rest
        const Interval range = market.view == View::controlled ? holder->sure : holder->tonnesBounds;
        spread.parts.push_back({inRest ? Interval{} : range, 1.0});
    }
    spread.rest = market.mostUnattributed();
    spread.restLess = market.restMore + market.restLess;
    spread.rule = market.ruleOfMost();
    return spread;
}

Figure framed(const Query& query, const Market& market, Unit unit) {
    Figure figure;
    figure.unit = unit;
    figure.flags = market.flags;
    if (!query.explained()) return figure;
    addInputs(query, market, figure.inputs);
    figure.boundsRule = boundsRuleOf(market);
    return figure;
}

PreparedPtr prepared(const Query& query) {
    if (query.memo != nullptr) return query.memo->prepared(query);
    auto out = std::make_shared<Prepared>(Prepared{market(query), {}, {}});
    if (!out->market) return out;
    out->spread = spreadOf(*out->market);
    for (const Holder* holder : byEconomy(*out->market)) {
        if (holder->tonnes) out->quantities.push_back(*holder->tonnes);
    }
    return out;
}

Figure figureOf(const Query& query, Unit unit, void (*fill)(const Case&, Figure&)) {
    const PreparedPtr ready = prepared(query);
    const Result<Market>& found = ready->market;
    if (!found) return Figure::absent(unit, found.error().text);
    Figure figure = framed(query, *found, unit);
    if (found->total <= 0.0) {
        figure.reason = "the world total is zero";
        return figure;
    }
    const Case c{query, *found, ready->quantities, ready->spread};
    if (c.quantities.empty() && !query.economy) {
        figure.reason = "no producer's output is published";
        return figure;
    }
    fill(c, figure);
    return figure;
}

void setValue(Figure& figure, const Case& c, std::optional<double> value, const Bounds& bounds) {
    figure.bounds = bounds.range;
    if (bounds.approx) figure.flags.add(Flag::approx);
    if (c.market.central() && value) {
        figure.value = value;
        figure.bounds->lo = std::min(figure.bounds->lo, *value);
        figure.bounds->hi = std::max(figure.bounds->hi, *value);
    } else if (figure.reason.empty()) {
        figure.reason = c.market.residual == ResidualRule::anyone ? "a part of output has no known controller"
                                                                  : "a part of output is withheld or not attributed";
    }
    settleRule(figure);
}

void settleRule(Figure& figure) {
    if (figure.exact()) {
        figure.boundsRule.clear();
    } else if (figure.bounds && figure.boundsRule.empty()) {
        figure.boundsRule = "What a rounded total leaves over may be its.";
    }
}

std::string resultText(const Figure& figure) {
    if (figure.exact()) return words::value(*figure.value, figure.unit);
    if (!figure.bounds) return "not available";
    const std::string range =
        words::value(figure.bounds->lo, figure.unit) + " to " + words::value(figure.bounds->hi, figure.unit);
    return figure.value ? words::value(*figure.value, figure.unit) + "  (" + range + ")" : range;
}

std::string resultLine(const Figure& figure) {
    return "= " + resultText(figure);
}

}  // namespace adit::index
