// The composite of the program's own making. Any other is built on the command line.
#include "core/index/composite.h"

#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/consumer/figures.h"
#include "core/cube/memo.h"
#include "core/index/indices.h"

#include <algorithm>

namespace adit::index {
namespace {

// World supply, how it is governed, the consumer's own supply and how far it is imported. Equal weights are a choice
// like any other, and are shown.
std::array<const Definition*, 4> parts() {
    return {&hhi, &governance_hhi, &supply_hhi, &import_reliance};
}

double weight() {
    return 1.0 / static_cast<double>(parts().size());
}

// An index that can leave 0..1 counts as its ends there.
Interval boundsOf(const Definition& part) {
    return part.unit == Unit::one ? Interval{0.0, 1.0} : part.range;
}

criticality::CompositeInput emptyInput() {
    criticality::CompositeInput input;
    for (const Definition* part : parts())
        input.indicators.push_back(
            {std::string(part->id), weight(), part->better != Better::higher, boundsOf(*part), {}, {}});
    return input;
}

std::vector<Figure> figuresOf(Query query, MineralId mineral) {
    if (mineral != query.mineral) query.source.reset();  // a chosen publication holds for its own mineral
    query.mineral = mineral;
    query.detail = Detail::numbers;
    std::vector<Figure> figures;
    for (const Definition* part : parts())
        figures.push_back(part->compute(query));
    return figures;
}

bool saysAnything(const std::vector<Figure>& figures) {
    return std::any_of(figures.begin(), figures.end(), [](const Figure& f) { return f.bounds.has_value(); });
}

void append(criticality::CompositeInput& input, const std::vector<Figure>& figures) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
        input.indicators[i].values.push_back(figures[i].value);
        input.indicators[i].ranges.push_back(figures[i].bounds);
    }
}

// The source behind a part: that of its first input.
const Input* firstSourced(const Figure& figure) {
    const auto found =
        std::find_if(figure.inputs.begin(), figure.inputs.end(), [](const Input& i) { return i.source.valid(); });
    return found != figure.inputs.end() ? &*found : nullptr;
}

void addParts(const Query& query, Figure& figure) {
    std::vector<std::string> terms;
    std::vector<Input> assumed;  // of the parts
    for (const Definition* part : parts()) {
        const Figure own = part->compute(query);
        std::copy_if(own.inputs.begin(), own.inputs.end(), std::back_inserter(assumed),
                     [](const Input& input) { return !input.assumption.empty(); });
        const Input* from = firstSourced(own);
        Input input =
            consumer::derivedInput(std::string(part->title), {own.value, own.bounds, {}, {}}, part->unit,
                                   from != nullptr ? from->source : SourceId(), from != nullptr ? from->year : 0);
        const Interval ends = boundsOf(*part);
        input.remark = "weight " + text::shortest(weight()) + ", from " + text::shortest(ends.lo) + " to " +
                       text::shortest(ends.hi);
        if (from == nullptr) input.state = State::unknown;
        figure.inputs.push_back(std::move(input));
        const Estimate scaled =
            criticality::normalised({"", 1.0, part->better != Better::higher, ends, {own.value}, {own.bounds}},
                                    criticality::Normalisation::minMax)
                .front();
        terms.push_back(text::shortest(weight()) + " · " + consumer::put(scaled, 3));
    }
    for (Input& input : assumed) {
        if (std::find(figure.inputs.begin(), figure.inputs.end(), input) == figure.inputs.end())
            figure.inputs.push_back(std::move(input));
    }
    figure.formula = {"C = Σ w_{i} · (x_{i} − min_{i}) / (max_{i} − min_{i}), equal weights",
                      "= " + text::join(terms, " + "), consumer::resultLine(figure)};
}

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    criticality::CompositeInput input = emptyInput();
    const std::vector<Figure> figures = figuresOf(query, query.mineral);
    if (!saysAnything(figures)) return Figure::absent(Unit::one, "none of its indicators is known");
    append(input, figures);
    auto composites = criticality::composite(input);
    if (!composites) return Figure::absent(Unit::one, composites.error().text);
    Figure figure = consumer::figureOf(composites->front(), Unit::one);
    for (const Figure& part : figures)
        figure.flags.add(part.flags);
    if (!query.explained()) return figure;
    addParts(query, figure);
    consumer::settleRule(figure,
                         "An indicator that is not known lies within its bounds, and no weight moves to the "
                         "others.");
    return figure;
}

}  // namespace

std::optional<Interval> compositeRobustness(const Query& query, const criticality::Robustness& settings) {
    criticality::CompositeInput input = emptyInput();
    std::optional<std::size_t> place;
    cube::Memo memo(*query.data);
    Query any = query;
    any.memo = &memo;
    std::size_t minerals = 0;
    for (std::size_t m = 0; m < query.data->minerals.size(); ++m) {
        const std::vector<Figure> figures = figuresOf(any, MineralId(m));
        if (!saysAnything(figures)) continue;
        if (MineralId(m) == query.mineral) place = minerals;
        append(input, figures);
        ++minerals;
    }
    const auto shares = criticality::rankRobustness(input, settings);
    return shares && place ? std::optional((*shares)[*place]) : std::nullopt;
}

const Definition composite{
    .id = "composite",
    .title = ADIT_TEXT("core", "Composite of four"),
    .meaning = ADIT_TEXT("core",
                         "World concentration, its governance, the consumer's own concentration and its import "
                         "reliance in equal parts; other weights on the command line"),
    .unit = Unit::one,
    .plain = true,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M20",
    .citation = "OECD & JRC, Handbook on Constructing Composite Indicators 2008",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::governance},
    .compute = compute,
};

}  // namespace adit::index
