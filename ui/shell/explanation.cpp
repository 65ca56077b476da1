#include "ui/shell/explanation.h"

#include "core/findings/wording.h"
#include "core/index/composite.h"
#include "core/index/indices.h"
#include "core/index/registry.h"
#include "core/workspace/overlay.h"
#include "ui/shell/explained_inputs.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace adit::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Explanation", text);
}
QString text(std::string_view s) {
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

QString stageOutput(Stage stage) {
    switch (stage) {
        case Stage::mine:
            return tr("mine output");
        case Stage::refine:
            return tr("refined output");
        case Stage::component:
            return tr("component output");
    }
    return {};
}

QString titleOf(const index::Definition& definition, const FigureRef& ref) {
    const Dataset& data = *ref.query.data;
    const Series* series = data.seriesFor(ref.query.mineral, ref.query.stage, ref.query.year, ref.query.source);
    const BasisId basis = series != nullptr ? series->basis : BasisId();
    const QString mineral = text(findings::mineralWords(data, ref.query.mineral, ref.query.stage, basis).name);
    const QString where = ref.query.view == View::located ? tr("by location") : tr("by control");
    QString what = QCoreApplication::translate("core", definition.title.data());
    if (definition.method == "M28" && ref.query.economy) {  // of a holding, not of a market
        what[0] = what[0].toLower();
        return tr("%1: %2, %3").arg(text(data[*ref.query.economy].shortName), what, mineral);
    }
    if (definition.needsEconomy && ref.query.economy) {
        what[0] = what[0].toLower();
        return tr("%1: %2, %3 %4 %5, %6")
            .arg(text(data[*ref.query.economy].shortName), what, mineral, stageOutput(ref.query.stage), where)
            .arg(ref.query.year);
    }
    return tr("%1 of %2 %3 %4, %5").arg(what, mineral, stageOutput(ref.query.stage), where).arg(ref.query.year);
}

// Subscripts are written x_{i} in the engine.
QString formulaLine(const std::string& line) {
    static const QRegularExpression subscript(QStringLiteral("_\\{([^}]*)\\}"));
    return text(line).toHtmlEscaped().replace(subscript, QStringLiteral("<sub>\\1</sub>"));
}

double estimatedShare(const Figure& figure) {
    double all = 0.0;
    double estimated = 0.0;
    for (const Input& input : figure.inputs) {
        if (!input.value || !input.economy.valid() || input.economy == Dataset::world) continue;
        if (input.unit == Unit::score) continue;
        all += *input.value;
        if (input.state == State::estimated) estimated += *input.value;
    }
    return all > 0.0 ? estimated / all : 0.0;
}

// The classes of the US merger guidelines of 2023, section 2.1.
enum class Concentration { low, moderate, high };

Concentration classOf(double points) {
    if (points >= 1800.0) return Concentration::high;
    return points >= 1000.0 ? Concentration::moderate : Concentration::low;
}

QString nameOf(Concentration c) {
    if (c == Concentration::high) return tr("Highly concentrated");
    return c == Concentration::moderate ? tr("Moderately concentrated") : tr("Not concentrated");
}

QString limitsOf(Concentration c) {
    if (c == Concentration::high) return tr("above 1\u202F800");
    return c == Concentration::moderate ? tr("between 1\u202F000 and 1\u202F800") : tr("below 1\u202F000");
}

// What the interval means for the reading.
QString meaningOf(const Interval& bounds) {
    const Concentration lo = classOf(bounds.lo);
    const Concentration hi = classOf(bounds.hi);
    if (lo == hi)
        return tr("Both ends lie %1: \u201C%2\u201D holds in any case.").arg(limitsOf(lo), nameOf(lo).toLower());
    return tr("The ends fall into different classes, from \u201C%1\u201D to \u201C%2\u201D: these figures leave it "
              "open.")
        .arg(nameOf(lo).toLower(), nameOf(hi).toLower());
}

QString boundsText(const Figure& figure, const NumberText& numbers) {
    QStringList sentences;
    if (!figure.bounds) {
        sentences << tr("Nothing can be said about it: %1.").arg(text(figure.reason));
    } else if (figure.bounds->exact()) {
        sentences << tr("Nothing is withheld and nothing is left over: no interval.");
    } else {
        sentences << tr("Between %1 and %2.")
                         .arg(numbers.value(figure.bounds->lo, figure.unit),
                              numbers.value(figure.bounds->hi, figure.unit));
        if (!figure.boundsRule.empty()) sentences << text(figure.boundsRule);
        if (figure.unit == Unit::points) sentences << meaningOf(*figure.bounds);
    }
    const double estimated = estimatedShare(figure);
    if (estimated > 0.0) sentences << tr("%1 of the tonnes are marked as estimates.").arg(numbers.percent(estimated));
    return sentences.join(QLatin1Char(' '));
}

QString flagText(Flag flag) {
    switch (flag) {
        case Flag::est:
            return tr("rests on estimates");
        case Flag::rounded:
            return tr("rounded inputs");
        case Flag::withheld:
            return tr("part withheld");
        case Flag::defaultInterval:
            return tr("bounds by the default rule");
        case Flag::partsExceedTotal:
            return tr("parts exceed the published total");
        case Flag::unattributedControl:
            return tr("part of control unknown");
        default:
            return text(id(flag)).replace(QLatin1Char('-'), QLatin1Char(' '));
    }
}

void addVerdict(Explanation& out, const Figure& figure) {
    QStringList parts;
    if (figure.unit == Unit::points && figure.bounds) {
        const Concentration low = classOf(figure.bounds->lo);
        const Concentration high = classOf(figure.bounds->hi);
        out.alarming = low == Concentration::high;
        out.reading = low == high ? nameOf(low) : tr("%1 to %2").arg(nameOf(low), nameOf(high).toLower());
        if (low == high) parts << limitsOf(low);
    }
    if (figure.exact()) parts << tr("exact");
    for (const Flag flag : figure.flags.list())
        parts << flagText(flag);
    out.verdict = parts.join(QStringLiteral(" · "));
}

void addOthers(Explanation& out, const FigureRef& ref, const index::Definition& definition, const NumberText& numbers) {
    const Dataset& data = *ref.query.data;
    const Series* used = data.seriesFor(ref.query.mineral, ref.query.stage, ref.query.year, ref.query.source);
    std::vector<SourceId> seen;
    for (const Series& series : data.production.at(ref.query.mineral, ref.query.stage, ref.query.year)) {
        if (used == nullptr || series.source == used->source) continue;
        if (std::find(seen.begin(), seen.end(), series.source) != seen.end()) continue;
        seen.push_back(series.source);
        index::Query query = ref.query;
        query.source = series.source;
        const Figure figure = definition.compute(query);
        out.others.push_back(
            {series.source, text(data[series.source].publisher), numbers.figure(printed(definition, figure))});
    }
}

// What an input is by the user's word.
const Assumed* assumedAs(const index::Query& query, const Input& input) {
    for (const Assumed& assumed : query.data->assumed) {
        if (id(assumed.what) != input.assumption || assumed.central != input.value) continue;
        if (assumed.mineral.valid() && assumed.mineral != query.mineral) continue;
        // A share of supply is the importer's, though its input is named for the supplier.
        const bool isOfConsumer = assumed.what == Assumable::supplyShare && assumed.economy == query.economy;
        if (assumed.economy.valid() && !isOfConsumer && assumed.economy != input.economy) continue;
        if (input.detail.empty() || assumed.detail == input.detail) return &assumed;
    }
    return nullptr;
}

// What the user set for a bloc, of which the input is a member's part.
const Assumed* assumedForBloc(const index::Query& query, const Input& input) {
    const Dataset& data = *query.data;
    for (const Assumed& assumed : data.assumed) {
        const bool isIt = id(assumed.what) == input.assumption && assumed.mineral == query.mineral &&
                          input.economy.valid() && data.isMember(input.economy, assumed.economy, input.year);
        if (isIt && assumed.detail.ends_with('/' + std::to_string(input.year))) return &assumed;
    }
    return nullptr;
}

// What the user set of the consumer's imports from the input's economy, where the input is a share: tonnes or dollars.
const Assumed* assumedFlow(const index::Query& query, const Input& input) {
    const Dataset& data = *query.data;
    const auto what = assumableFrom(input.assumption);
    const bool isFlow = what == Assumable::imports || what == Assumable::tradeValue;
    if (!isFlow || !input.economy.valid() || !query.economy) return nullptr;
    for (const Assumed& assumed : data.assumed) {
        const bool isIt =
            assumed.what == *what && assumed.mineral == query.mineral && assumed.economy == *query.economy;
        const std::string end = std::to_string(input.year) + '/' + data[input.economy].code;
        if (isIt && assumed.detail.ends_with('/' + end)) return &assumed;
    }
    return nullptr;
}

// ", published 1 900 t, set 23 Nov 2026. As agreed"
QString setLine(const Assumed& assumed, Unit unit, const NumberText& numbers) {
    QString line = assumed.published ? tr(", published %1").arg(numbers.value(*assumed.published, unit))
                                     : tr(", nothing published");
    const QDate day = QDate::fromString(QString::fromStdString(assumed.at).left(10), Qt::ISODate);
    if (day.isValid()) line += tr(", set %1").arg(numbers.date(day));
    if (!assumed.note.empty()) line += QStringLiteral(". ") + text(assumed.note);
    return line;
}

// What can be taken back: a member's part of what is set for its bloc is not one figure of its own.
TouchingAssumption touching(const index::Query& query, const Input& input, const NumberText& numbers) {
    TouchingAssumption out{tr("%1: %2").arg(text(input.name), numbers.input(input)), {}, {}};
    if (const Assumed* own = assumedAs(query, input)) {
        out.rest = setLine(*own, input.unit, numbers);
        out.key = workspace::keyOf(*query.data, *own);
    } else if (const Assumed* flow = assumedFlow(query, input)) {
        const Unit unit = flow->what == Assumable::tradeValue ? Unit::usd : Unit::tonnesPerYear;
        out.words += tr(" of %1").arg(numbers.value(flow->central, unit));
        out.rest = setLine(*flow, unit, numbers);
        out.key = workspace::keyOf(*query.data, *flow);
    } else if (const Assumed* whole = assumedForBloc(query, input)) {
        out.words += tr(", a part of the %1 of %2")
                         .arg(numbers.value(whole->central, input.unit), text((*query.data)[whole->economy].shortName));
        out.rest = setLine(*whole, input.unit, numbers);
    }
    return out;
}

std::vector<TouchingAssumption> allTouching(const index::Query& query, const Figure& figure,
                                            const NumberText& numbers) {
    std::vector<TouchingAssumption> all;
    for (const Input& input : figure.inputs) {
        if (!input.assumption.empty()) all.push_back(touching(query, input, numbers));
    }
    return all;
}

bool isAssumed(const Figure& figure) {
    return std::any_of(figure.inputs.begin(), figure.inputs.end(),
                       [](const Input& input) { return !input.assumption.empty(); });
}

QString citationOf(const FigureRef& ref, const Figure& figure, const QString& title) {
    const Dataset& data = *ref.query.data;
    QStringList sources;
    for (const Input& input : figure.inputs) {
        if (!input.source.valid()) continue;
        const Source& source = data[input.source];
        const QString name = tr("%1, %2 (%3)").arg(text(source.publisher), text(source.title), text(source.year));
        if (!sources.contains(name)) sources << name;
    }
    const bool assumed = isAssumed(figure);
    const QString from = sources.isEmpty() ? assumed ? tr("own assumptions") : tr("no published figure")
                         : assumed ? tr("own assumptions and %1").arg(sources.join(QStringLiteral("; ")))
                                           : sources.join(QStringLiteral("; "));
    return tr("%1. Own calculation from %2; Adit edition %3.").arg(title, from, text(data.edition));
}

// What of a composite's rank rests on its weights. The result stays the last line.
void addRobustness(Explanation& out, const index::Definition& definition, const FigureRef& ref,
                   const NumberText& numbers) {
    if (&definition != &index::composite || !ref.query.economy) return;
    const criticality::Robustness settings;
    const auto share = index::compositeRobustness(ref.query, settings);
    if (!share) return;
    out.formula.insert(out.formula.size() - 1, tr("among the %1 highest of all minerals in %2 of %3 draws of weights")
                                                   .arg(settings.top)
                                                   .arg(numbers.interval(*share, Unit::one))
                                                   .arg(settings.draws));
}

}  // namespace

Figure printed(const index::Definition& index, Figure figure) {
    if (index.plain) figure.unit = Unit::score;
    return figure;
}

Explanation explain(const FigureRef& ref, const NumberText& numbers) {
    Explanation out;
    const index::Definition* definition = index::find(ref.index);
    if (definition == nullptr || ref.query.data == nullptr) return out;
    const Figure figure = printed(*definition, definition->compute(ref.query));
    out.title = titleOf(*definition, ref);
    out.value = numbers.figure(figure);
    if (figure.unit == Unit::points) {
        out.suffix = tr("of 10\u202F000");
        out.drawnRange = {0.0, 10000.0};
        out.thresholds = {{1800.0, tr("1\u202F800")}};
        if (figure.bounds && !figure.bounds->exact()) out.drawnBounds = figure.bounds;
    }
    addVerdict(out, figure);
    for (const std::string& line : figure.formula)
        out.formula << formulaLine(line);
    if (out.formula.isEmpty()) out.formula << text(figure.reason);
    addRobustness(out, *definition, ref, numbers);
    addInputs(out, ref, figure, numbers);
    out.bounds = boundsText(figure, numbers);
    addOthers(out, ref, *definition, numbers);
    out.assumptions = allTouching(ref.query, figure, numbers);
    out.citation = citationOf(ref, figure, out.title);
    return out;
}

QString inputsAsTable(const Explanation& explanation) {
    const bool shares = !explanation.shareHeader.isEmpty();
    QStringList head{tr("Input"), explanation.valueHeader};
    if (shares) head << explanation.shareHeader;
    QStringList lines{explanation.title, (head << tr("Flag") << tr("Source")).join(QLatin1Char('\t'))};
    for (const ExplainedInput& input : explanation.inputs) {
        QStringList cells{input.name, input.value};
        if (shares) cells << input.share;
        lines << (cells << input.flag << input.source).join(QLatin1Char('\t'));
    }
    for (qsizetype i = 0; i < explanation.sources.size(); ++i)
        lines << tr("[%1] %2").arg(i + 1).arg(explanation.sources[i]);
    lines << explanation.citation;
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace adit::ui
