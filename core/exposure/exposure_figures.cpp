#include "core/exposure/exposure_figures.h"

#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/consumer/chain_figures.h"
#include "core/consumer/figures.h"
#include "core/dataset/assumed_in.h"
#include "core/exposure/exposed_trade.h"
#include "core/exposure/through_chain.h"
#include "core/index/explain.h"

#include <algorithm>
#include <chrono>

namespace adit::exposure {
namespace {

std::string isoOf(controls::Day day) {
    const std::chrono::year_month_day date(day);
    const auto two = [](unsigned x) { return (x < 10 ? "0" : "") + std::to_string(x); };
    return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
           two(static_cast<unsigned>(date.day()));
}

std::string listed(const std::vector<const Measure*>& measures) {
    std::vector<std::string> ids;
    for (const Measure* measure : measures)
        ids.push_back(measure->id + (measure->own ? " (yours)" : ""));
    return words::list(ids);
}

std::vector<const Measure*> counted(const AtDate& exposed) {
    std::vector<const Measure*> measures;
    for (const Hit& hit : exposed.hits) {
        if (hit.counts() && hit.supplyShare > 0.0) measures.push_back(hit.measure);
    }
    return measures;
}

// Whether a value of trade of the user's says how much of the bloc is hit.
bool restsOnValues(const AtDate& exposed) {
    return std::ranges::any_of(exposed.hits, [](const Hit& hit) {
        return hit.supplyShare > 0.0 && hit.targetedShare.flags.has(Flag::assumed);
    });
}

// Of those that the consumer's members buy for from the imposers.
void addValues(const index::Query& query, int year, const std::vector<const Measure*>& measures, Figure& figure) {
    const Dataset& data = *query.data;
    const std::string place = std::string(id(query.stage)) + '/' + std::to_string(year) + '/';
    for (const Assumed& assumed : assumedOf(data, Assumable::tradeValue)) {
        if (assumed.mineral != query.mineral || !assumed.detail.starts_with(place)) continue;
        const auto partner = data.economy(std::string_view(assumed.detail).substr(place.size()));
        const bool isHit = partner && std::ranges::any_of(measures, [&](const Measure* measure) {
                               return measure->imposer == *partner || data.isMember(measure->imposer, *partner, year);
                           });
        const bool isOurs = assumed.economy == *query.economy || data.isMember(assumed.economy, *query.economy, year);
        if (!isHit || !isOurs) continue;
        figure.inputs.push_back(consumer::valueInput(data, assumed));
    }
}

Input own(std::string name, double value, Unit unit, std::string assumption) {
    Input input;
    input.name = std::move(name);
    input.value = value;
    input.unit = unit;
    input.state = State::assumed;
    input.assumption = std::move(assumption);
    return input;
}

// Measures and severities that are the user's.
void addOwn(const Dataset& data, const std::vector<const Measure*>& measures, bool severities, Figure& figure) {
    for (const Measure* measure : measures) {
        if (!measure->own) continue;
        figure.flags.add(Flag::assumed);
        Input input = own("measure " + measure->id, 1.0, Unit::count, "measure");
        input.remark = measure->instrument;
        figure.inputs.push_back(std::move(input));
    }
    if (!severities) return;
    for (const Measure* measure : measures) {
        const Assumed* assumed = data.assumedFor(Assumable::severity, EconomyId(), MineralId(), id(measure->kind));
        const std::string name = "severity of " + std::string(id(measure->kind));
        const auto isThere = [&](const Input& input) { return input.name == name; };
        if (assumed == nullptr || std::any_of(figure.inputs.begin(), figure.inputs.end(), isThere)) continue;
        figure.flags.add(Flag::assumed);
        figure.inputs.push_back(own(name, assumed->central, Unit::one, std::string(id(Assumable::severity))));
    }
}

// A severity that nobody has set is the method's own judgement, with its range.
void addSeverities(const Severities& severities, const std::vector<const Measure*>& measures, Figure& figure) {
    for (std::size_t k = 0; k < kinds; ++k) {
        const auto kind = static_cast<MeasureKind>(k);
        const std::string name = "severity of " + std::string(id(kind));
        const auto isThere = [&](const Input& input) { return input.name == name; };
        if (std::none_of(measures.begin(), measures.end(), [&](const Measure* m) { return m->kind == kind; })) continue;
        if (std::any_of(figure.inputs.begin(), figure.inputs.end(), isThere)) continue;
        Input input = own(name, severities[kind].central, Unit::one, std::string(id(Assumable::severity)));
        input.bounds = severities[kind].range;
        input.remark = "expert judgement, with its range";
        figure.inputs.push_back(std::move(input));
    }
}

// The measures of the register that count, each with the text that it stands in.
void addMeasures(const std::vector<const Measure*>& measures, Figure& figure) {
    for (const Measure* measure : measures) {
        const auto since = controls::firstDay(measure->effective);
        if (measure->own || !since) continue;
        Input input;
        input.name = "measure " + measure->id;
        input.value = 1.0;
        input.unit = Unit::count;
        input.state = measure->evidence == Evidence::confirmed ? State::known : State::estimated;
        input.source = measure->source;
        input.year = static_cast<int>(std::chrono::year_month_day(*since).year());
        input.remark = std::string(id(measure->kind)) + " since " + measure->effective +
                       (measure->evidence == Evidence::confirmed ? "" : ", evidence not confirmed");
        figure.inputs.push_back(std::move(input));
    }
}

// What of its imports the measures take, in tonnes and money.
void addTrade(const index::Query& query, std::span<const Hit> hits, Figure& figure) {
    const ExposedTrade trade = exposedTrade(consumer::questionOf(query), hits);
    for (const auto& [amount, unit] : {std::pair{&trade.tonnes, Unit::tonnes}, {&trade.usd, Unit::usd}}) {
        if (!amount->bounds) continue;
        Input input;
        input.name = unit == Unit::usd ? "value under them" : "imports under them";
        input.value = amount->value;
        if (!amount->bounds->exact()) input.bounds = *amount->bounds;
        input.unit = unit;
        input.state = State::derived;  // what of it is the user's stands among the inputs for itself
        input.source = trade.source;
        input.year = trade.year;
        input.remark = amount->value ? "beside the share, not part of it" : std::string(amount->reason);
        figure.inputs.push_back(std::move(input));
    }
}

// "= 0.784 · 0.30 (China) + …": suppliers under measures with their shares, and how hard they are hit.
std::string numbersLine(const Dataset& data, const AtDate& exposed, bool severity) {
    const Severities severities = severitiesOf(data);
    std::vector<std::pair<EconomyId, std::pair<double, double>>> hit;  // imposer, its share, the largest severity
    for (const Hit& h : exposed.hits) {
        if (!h.counts() || h.supplyShare <= 0.0) continue;
        const double weight = severities[h.measure->kind].central * h.targetedShare.value.value_or(1.0);
        const auto known =
            std::find_if(hit.begin(), hit.end(), [&](const auto& x) { return x.first == h.measure->imposer; });
        if (known == hit.end()) {
            hit.push_back({h.measure->imposer, {h.supplyShare, weight}});
        } else {
            known->second.second = std::max(known->second.second, weight);
        }
    }
    std::vector<std::string> terms;
    for (const auto& [imposer, term] : hit) {
        std::string text = words::grouped(term.first, 3);
        if (severity) text += " · " + words::grouped(term.second, 2);
        terms.push_back(text + " (" + data[imposer].shortName + ")");
    }
    return terms.empty() ? "no supplier has a measure in force" : "= " + text::join(terms, " + ");
}

// "= 0.748 (DR Congo) + …"
std::string worldLine(const Dataset& data, const std::vector<UnderMeasure>& under) {
    std::vector<std::string> terms;
    for (const UnderMeasure& u : under)
        terms.push_back(consumer::put(u.share, 3) + " (" + index::nameOf(data, u.imposer) + ")");
    return terms.empty() ? "no producer has a measure in force" : "= " + text::join(terms, " + ");
}

// Before the result, which stays the last line.
void addInForce(const std::vector<const Measure*>& measures, Figure& figure) {
    if (!measures.empty()) figure.formula.insert(figure.formula.end() - 1, "in force: " + listed(measures));
}

struct Wording {
    std::string_view formula;
    std::string_view rule;
    bool severity = false;
};

Figure figureOf(const index::Query& query, const Wording& wording) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const controls::Day day = dayOf(query);
    const AtDatePtr shared = sharedExposure(consumer::questionOf(query), day);
    const Result<AtDate>& exposed = *shared;
    if (!exposed) return consumer::unanswered(Unit::one, exposed.error());
    const Estimate value = wording.severity ? Estimate::about(exposed->severity, exposed->severityRange)
                                            : Estimate::about(exposed->binary, exposed->binaryRange);
    Figure figure = consumer::figureOf(value, Unit::one);
    figure.flags.add(exposed->supply.flags);
    if (restsOnValues(*exposed)) figure.flags.add(Flag::assumed);
    const std::vector<const Measure*> measures = counted(*exposed);
    if (!query.explained()) {
        for (const Measure* measure : measures) {
            if (measure->own) figure.flags.add(Flag::assumed);
        }
        return figure;
    }
    consumer::addSuppliers(figure, *query.data, exposed->supply);
    addMeasures(measures, figure);
    addOwn(*query.data, measures, wording.severity, figure);
    if (restsOnValues(*exposed)) addValues(query, exposed->supply.year, measures, figure);
    addTrade(query, exposed->hits, figure);
    if (wording.severity) addSeverities(severitiesOf(*query.data), measures, figure);
    figure.formula = {std::string(wording.formula) + isoOf(day), consumer::groundLine(*query.data, exposed->supply),
                      numbersLine(*query.data, *exposed, wording.severity), consumer::resultLine(figure)};
    addInForce(measures, figure);
    consumer::settleRule(figure, wording.rule);
    return figure;
}

bool belongsTo(const Dataset& data, EconomyId economy, EconomyId imposer, int year) {
    return economy == imposer || data.isMember(economy, imposer, year);
}

Input holderInput(const index::Query& query, const index::Market& market, const index::Holder& holder) {
    Input input;
    input.name = index::nameOf(*query.data, holder.economy);
    input.value = holder.share;
    input.unit = Unit::one;
    input.state = holder.state;
    input.source = holder.state == State::assumed ? SourceId() : holder.source;
    if (holder.state == State::assumed) input.assumption = std::string(id(Assumable::production));
    input.year = market.year;
    input.economy = holder.economy;
    if (!holder.shareBounds.exact()) input.bounds = holder.shareBounds;
    return input;
}

}  // namespace

controls::Day dayOf(const index::Query& query) {
    if (query.asOf) return *query.asOf;
    return controls::lastDay(std::to_string(query.year)).value_or(controls::Day());
}

Figure binaryFigure(const index::Query& query) {
    return figureOf(query, {"Σ share_{i}, of suppliers with any measure in force on ",
                            "The upper end counts suppliers without a name, suspensions past their end and measures "
                            "on a part.",
                            false});
}

Figure severityFigure(const index::Query& query) {
    return figureOf(query,
                    {"Σ share_{i} · w_{i}, w the largest severity of a supplier's measures on ",
                     "The ends take each kind of measure at its mildest and hardest, and what may be in force.", true});
}

Figure chainFigure(const index::Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    if (query.stage == Stage::mine) return Figure::absent(Unit::one, "nothing lies behind the mine");
    const controls::Day day = dayOf(query);
    const auto exposed = throughChainAt({consumer::questionOf(query), day, {}, {}, {}});
    if (!exposed) return consumer::unanswered(Unit::one, exposed.error());
    const consumer::ConsumerChain& chain = **exposed->chain;
    Figure figure = consumer::figureOf(Estimate::about(exposed->binary, exposed->binaryRange), Unit::one);
    figure.flags.add(consumer::flagsOf(chain));
    if (exposed->isAssumed) figure.flags.add(Flag::assumed);
    for (const Measure* measure : exposed->counted) {
        if (measure->own) figure.flags.add(Flag::assumed);
    }
    if (!query.explained()) return figure;
    consumer::addChain(figure, *query.data, chain);
    addMeasures(exposed->counted, figure);
    addOwn(*query.data, exposed->counted, false, figure);
    if (exposed->isAssumed) addValues(query, chain.direct.year, exposed->counted, figure);
    figure.formula = {"1 − Σ_{paths} share · Π_{stages} (1 − 1 if a measure is in force there), on " + isoOf(day),
                      consumer::chainLine(*query.data, chain), consumer::resultLine(figure)};
    addInForce(exposed->counted, figure);
    if (exposed->counted.empty())
        figure.formula.insert(figure.formula.end() - 1, "in force on no way that its supply takes");
    consumer::settleRule(figure,
                         "The upper end counts supply of unknown origin, suspensions past their end and "
                         "measures on a part.");
    return figure;
}

std::vector<UnderMeasure> worldUnder(const index::Query& query, controls::Day day) {
    const Dataset& data = *query.data;
    std::vector<UnderMeasure> out;
    const auto market = index::market(query);
    if (!market) return out;
    for (const Listed& entry : exposure::listed(data, query.mineral, query.stage)) {
        const Measure& measure = *entry.measure;
        if (entry.reach != controls::Reach::whole || !controls::counts(controls::standingOn(measure, day))) continue;
        const auto known =
            std::find_if(out.begin(), out.end(), [&](const UnderMeasure& u) { return u.imposer == measure.imposer; });
        if (known != out.end()) {
            known->measures.push_back(&measure);
            continue;
        }
        UnderMeasure under{measure.imposer, Estimate::known(0.0), {&measure}};
        for (const index::Holder& holder : market->holders) {
            if (!belongsTo(data, holder.economy, measure.imposer, query.year)) continue;
            under.share = through(std::array{under.share, Estimate{holder.share, holder.shareBounds, {}, "withheld"}},
                                  "", [](const std::array<double, 2>& x) { return std::optional(x[0] + x[1]); });
        }
        out.push_back(std::move(under));
    }
    std::stable_sort(out.begin(), out.end(), [](const UnderMeasure& a, const UnderMeasure& b) {
        return a.share.value.value_or(0.0) > b.share.value.value_or(0.0);
    });
    return out;
}

Figure worldFigure(const index::Query& query) {
    const auto market = index::market(query);
    if (!market) return Figure::absent(Unit::one, market.error().text);
    const controls::Day day = dayOf(query);
    const std::vector<UnderMeasure> under = worldUnder(query, day);
    Figure figure;
    figure.unit = Unit::one;
    figure.flags = market->flags;
    Estimate sum = Estimate::known(0.0);
    std::vector<const Measure*> measures;
    for (const index::Holder& holder : market->holders) {
        const auto hit = std::find_if(under.begin(), under.end(), [&](const UnderMeasure& u) {
            return belongsTo(*query.data, holder.economy, u.imposer, query.year);
        });
        if (hit == under.end()) continue;
        sum = through(std::array{sum, Estimate{holder.share, holder.shareBounds, {}, "an output is withheld"}}, "",
                      [](const std::array<double, 2>& x) { return std::optional(x[0] + x[1]); });
        figure.inputs.push_back(holderInput(query, *market, holder));
        measures.insert(measures.end(), hit->measures.begin(), hit->measures.end());
    }
    figure.value = sum.value;
    // What nobody is named for may be under a measure too, where there is one at all.
    const double open = under.empty() ? 0.0 : market->unattributedShare();
    if (sum.bounds) figure.bounds = Interval{sum.bounds->lo, std::min(sum.bounds->hi + open, 1.0)};
    if (!figure.value) figure.reason = "an output is withheld";
    if (figure.inputs.empty()) {
        figure.inputs.push_back(consumer::derivedInput("output in all", Estimate::known(market->total), Unit::tonnes,
                                                       market->source, market->year));
    }
    addMeasures(measures, figure);
    addOwn(*query.data, measures, false, figure);
    figure.formula = {"Σ output share_{i}, of economies with any measure in force on " + isoOf(day),
                      worldLine(*query.data, under), consumer::resultLine(figure)};
    addInForce(measures, figure);
    consumer::settleRule(figure, "The upper end counts output that nobody is named for.");
    return figure;
}

}  // namespace adit::exposure
