#include "ui/shell/explanation.h"

#include "core/index/registry.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace adit::ui {
namespace {

constexpr std::size_t mostInputs = 12;

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

QString flagWord(State state) {
    switch (state) {
        case State::known:
            return tr("rep.");
        case State::estimated:
            return tr("est.");
        case State::rounded:
            return tr("rounded");
        case State::withheld:
            return tr("withheld");
        case State::unknown:
            return tr("unknown");
        case State::zero:
            return tr("zero");
        case State::notApplicable:
            return tr("n. appl.");
        case State::assumed:
            return tr("yours");
        case State::derived:
            return tr("derived");
    }
    return {};
}

QString titleOf(const index::Definition& definition, const FigureRef& ref) {
    const Dataset& data = *ref.query.data;
    const QString mineral = text(data[ref.query.mineral].name).toLower();
    const QString where = ref.query.view == View::located ? tr("by location") : tr("by control");
    QString what = QCoreApplication::translate("core", definition.title.data());
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

QString sourceLine(const Source& source) {
    return tr("%1: %2 (%3). %4")
        .arg(text(source.publisher), text(source.title), text(source.year), text(source.licence));
}

ExplainedInput explained(const Input& input, const Dataset& data, const NumberText& numbers) {
    ExplainedInput row;
    row.name = text(input.name);
    row.value = numbers.input(input);
    row.flag = flagWord(input.state);
    row.state = input.state;
    QStringList tip{QStringLiteral("%1, %2").arg(row.name).arg(input.year)};
    if (!input.basis.empty()) tip << text(input.basis);
    if (!input.remark.empty()) tip << text(input.remark);
    if (input.source.valid()) {
        row.source = text(data[input.source].id);
        tip << sourceLine(data[input.source]);
    }
    row.tooltip = tip.join(QLatin1Char('\n'));
    return row;
}

void addInputs(Explanation& out, const Figure& figure, const Dataset& data, const NumberText& numbers) {
    std::vector<SourceId> sources;
    for (const Input& input : figure.inputs) {
        if (input.source.valid() && std::find(sources.begin(), sources.end(), input.source) == sources.end()) {
            sources.push_back(input.source);
        }
        out.inputs.push_back(explained(input, data, numbers));
    }
    if (!figure.inputs.empty()) {
        const Input& first = figure.inputs.front();
        out.valueHeader = first.basis.empty() ? text(id(first.unit)) : tr("t %1").arg(text(first.basis));
        if (out.valueHeader.size() > 14) out.valueHeader = text(id(first.unit));
    }
    QStringList names;
    for (const SourceId source : sources)
        names << QStringLiteral("%1, %2").arg(text(data[source].publisher), text(data[source].title));
    if (!names.isEmpty()) out.inputsNote = tr("Source: %1").arg(names.join(QStringLiteral("; ")));
}

double estimatedShare(const Figure& figure) {
    double all = 0.0;
    double estimated = 0.0;
    for (const Input& input : figure.inputs) {
        if (!input.value || !input.economy.valid() || input.economy == Dataset::world) continue;
        all += *input.value;
        if (input.state == State::estimated) estimated += *input.value;
    }
    return all > 0.0 ? estimated / all : 0.0;
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

// How concentrated a market is called (US merger guidelines of 2023, section 2.1).
QString concentrationWord(double points) {
    if (points >= 1800.0) return tr("Highly concentrated (above 1\u202F800)");
    if (points >= 1000.0) return tr("Moderately concentrated (1\u202F000 to 1\u202F800)");
    return tr("Not concentrated (below 1\u202F000)");
}

void addVerdict(Explanation& out, const Figure& figure, const NumberText&) {
    QStringList parts;
    const bool hhi = out.suffix == tr("of 10\u202F000");
    if (hhi && figure.bounds) {
        const QString low = concentrationWord(figure.bounds->lo);
        const QString high = concentrationWord(figure.bounds->hi);
        parts << (low == high ? low : tr("%1 to %2").arg(low, high.toLower()));
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
        out.others.push_back({series.source, text(data[series.source].publisher), numbers.figure(figure)});
    }
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
    return tr("%1. Own calculation from %2; Adit edition %3.")
        .arg(title, sources.isEmpty() ? tr("no published figure") : sources.join(QStringLiteral("; ")),
             text(data.edition));
}

}  // namespace

Explanation explain(const FigureRef& ref, const NumberText& numbers) {
    Explanation out;
    const index::Definition* definition = index::find(ref.index);
    if (definition == nullptr || ref.query.data == nullptr) return out;
    const Figure figure = definition->compute(ref.query);
    out.title = titleOf(*definition, ref);
    out.value = numbers.figure(figure);
    if (figure.unit == Unit::points) {
        out.suffix = tr("of 10\u202F000");
        out.drawnRange = {0.0, 10000.0};
        out.thresholds = {{1800.0, tr("1\u202F800")}};
        if (figure.bounds && !figure.bounds->exact()) out.drawnBounds = figure.bounds;
    }
    addVerdict(out, figure, numbers);
    for (const std::string& line : figure.formula)
        out.formula << formulaLine(line);
    if (out.formula.isEmpty()) out.formula << text(figure.reason);
    addInputs(out, figure, *ref.query.data, numbers);
    out.bounds = boundsText(figure, numbers);
    addOthers(out, ref, *definition, numbers);
    out.assumptions = tr("None. This figure is the same in every workspace.");
    out.citation = citationOf(ref, figure, out.title);
    return out;
}

QString inputsAsTable(const Explanation& explanation) {
    QStringList lines{explanation.title, tr("Input\t%1\tFlag\tSource").arg(explanation.valueHeader)};
    for (const ExplainedInput& input : explanation.inputs) {
        lines << QStringList{input.name, input.value, input.flag, input.source}.join(QLatin1Char('\t'));
    }
    lines << explanation.citation;
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace adit::ui
