#include "ui/shell/explained_inputs.h"

#include "ui/common/market_charts.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui {
namespace {

constexpr std::size_t foldAfter = 7;     // named rows above "12 others"
constexpr std::size_t mostWithheld = 4;  // withheld rows that stay in sight
constexpr qsizetype longestHeader = 12;

QString tr(const char* text) {
    return QCoreApplication::translate("Explanation", text);
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
            return tr("der.");
    }
    return {};
}

InputKind kindOf(const Input& input) {
    if (input.unit == Unit::score) return InputKind::other;  // an estimate of an economy is no part of anything
    if (!input.economy.valid()) return input.unit == Unit::tonnes ? InputKind::facility : InputKind::other;
    if (input.economy == Dataset::world) return InputKind::total;
    if (input.economy == Dataset::other) return InputKind::rest;
    return input.state == State::zero ? InputKind::none : InputKind::holder;
}

QString sourceLine(const Source& source) {
    return tr("%1: %2 (%3). %4")
        .arg(text(source.publisher), text(source.title), text(source.year), text(source.licence));
}

// The header of the column names the unit.
QString valueOf(const Input& input, const NumberText& numbers, MassUnit mass) {
    if (input.unit == Unit::tonnes && input.value && *input.value > 0.0 && mass != MassUnit::tonnes)
        return massText(numbers, *input.value, mass);
    QString value = numbers.input(input);
    const QString unit = thinSpace + numbers.unit(input.unit);
    if (input.unit == Unit::tonnes && value.endsWith(unit)) value.chop(unit.size());
    return value;
}

QString tooltipOf(const Input& input, const Dataset& data) {
    QStringList tip{tr("%1, %2").arg(text(input.name)).arg(input.year)};
    if (!input.basis.empty()) tip << text(input.basis);
    if (!input.remark.empty()) tip << text(input.remark);
    if (input.source.valid()) tip << sourceLine(data[input.source]);
    return tip.join(QLatin1Char('\n'));
}

MassUnit massUnitOf(const FigureRef& ref, const Figure& figure) {
    std::vector<double> tonnes;
    for (const Input& input : figure.inputs) {
        if (input.unit == Unit::tonnes) tonnes.push_back(input.value.value_or(0.0));
    }
    return tableUnit(*ref.query.data, ref.query.mineral, tonnes);
}

// Percent signs stand at the numbers themselves.
QString headerOf(const Input& input, MassUnit mass) {
    if (input.unit == Unit::one) return tr("Value");
    QString basis = text(input.basis);
    if (basis.endsWith(QLatin1String(" content"))) basis.chop(8);
    const QString unit = input.unit == Unit::tonnes ? symbol(mass) : text(id(input.unit));
    const QString header = QStringLiteral("%1 %2").arg(unit, basis).trimmed();
    return header.size() > longestHeader ? unit : header;
}

// Shares of the world, squared where the figure sums squares.
void addShares(Explanation& out, const FigureRef& ref, const Figure& figure, const NumberText& numbers) {
    const auto world = std::find_if(out.inputs.begin(), out.inputs.end(),
                                    [](const ExplainedInput& i) { return i.kind == InputKind::total; });
    if (world == out.inputs.end() || world->number.value_or(0.0) <= 0.0) return;
    const bool squares = ref.index == "hhi-10k";
    const double total = *world->number;
    out.shareHeader = squares ? tr("share²") : tr("Share");
    for (ExplainedInput& input : out.inputs) {
        if (input.kind != InputKind::holder && !(input.kind == InputKind::rest && !squares)) continue;
        if (!input.number) continue;
        const double share = *input.number / total;
        input.part = squares ? 1e4 * share * share : share;
        input.share = squares ? numbers.hhi(*input.part) : numbers.percent(share);
    }
    if (squares && figure.value) world->share = numbers.hhi(*figure.value);
}

// One row for several: their sum, and their flag where it is the same.
ExplainedInput folded(const std::vector<ExplainedInput>& rows, const NumberText& numbers, MassUnit mass, bool squares) {
    ExplainedInput out;
    out.folds = true;
    out.name = tr("%1 others \u25B8").arg(rows.size());
    out.tooltip = tr("Show them all");
    double sum = 0.0;
    double part = 0.0;
    out.flag = rows.front().flag;
    for (const ExplainedInput& row : rows) {
        sum += row.number.value_or(0.0);
        part += row.part.value_or(0.0);
        if (row.flag != out.flag) out.flag = tr("mixed");
    }
    const Unit unit = rows.front().unit;
    const bool alike =
        std::all_of(rows.begin(), rows.end(), [&](const ExplainedInput& row) { return row.unit == unit; });
    if (alike) out.value = unit == Unit::tonnes ? massText(numbers, sum, mass) : numbers.value(sum, unit);
    if (rows.front().part) out.share = squares ? numbers.hhi(part) : numbers.percent(part);
    return out;
}

bool inSight(const ExplainedInput& row) {
    return row.state == State::withheld || row.state == State::unknown;
}

}  // namespace

void addInputs(Explanation& out, const FigureRef& ref, const Figure& figure, const NumberText& numbers) {
    const Dataset& data = *ref.query.data;
    std::vector<SourceId> sources;
    out.massUnit = massUnitOf(ref, figure);
    for (const Input& input : figure.inputs) {
        ExplainedInput row;
        row.name = text(input.name);
        row.value = valueOf(input, numbers, out.massUnit);
        row.flag = flagWord(input.state);
        row.unit = input.unit;
        row.state = input.state;
        row.kind = kindOf(input);
        row.tooltip = tooltipOf(input, data);
        row.number = input.value;
        if (row.kind == InputKind::holder || row.kind == InputKind::none) row.economy = input.economy;
        if (input.source.valid()) {
            auto at = std::find(sources.begin(), sources.end(), input.source);
            if (at == sources.end()) at = sources.insert(at, input.source);
            row.source = QString::number(at - sources.begin() + 1);
        }
        out.inputs.push_back(std::move(row));
    }
    if (!figure.inputs.empty()) out.valueHeader = headerOf(figure.inputs.front(), out.massUnit);
    for (const SourceId source : sources)
        out.sources << QStringLiteral("%1, %2").arg(text(data[source].publisher), text(data[source].title));
    addShares(out, ref, figure, numbers);
}

std::vector<ExplainedInput> foldedInputs(const Explanation& explanation, const NumberText& numbers, bool open) {
    std::vector<ExplainedInput> holders;
    std::vector<ExplainedInput> zeros;
    std::vector<ExplainedInput> tail;
    for (const ExplainedInput& input : explanation.inputs) {
        if (input.kind == InputKind::facility) continue;
        auto& group = input.kind == InputKind::holder ? holders : input.kind == InputKind::none ? zeros : tail;
        group.push_back(input);
    }
    holders.insert(holders.end(), zeros.begin(), zeros.end());
    std::vector<ExplainedInput> shown;
    std::vector<ExplainedInput> rest;
    const auto withheld = static_cast<std::size_t>(std::count_if(holders.begin(), holders.end(), inSight));
    for (const ExplainedInput& input : holders) {
        const bool stays = shown.size() < foldAfter || (withheld <= mostWithheld && inSight(input));
        (stays ? shown : rest).push_back(input);
    }
    const bool several = rest.size() > 1;
    if (several && !open)
        shown.push_back(folded(rest, numbers, explanation.massUnit, explanation.shareHeader == tr("share²")));
    if (!several || open) shown.insert(shown.end(), rest.begin(), rest.end());
    if (several && open) {
        ExplainedInput fewer;
        fewer.folds = true;
        fewer.name = tr("fewer \u25B4");
        shown.push_back(fewer);
    }
    shown.insert(shown.end(), tail.begin(), tail.end());
    return shown;
}

std::vector<ExplainedInput> facilitiesOf(const Explanation& explanation) {
    std::vector<ExplainedInput> out;
    std::copy_if(explanation.inputs.begin(), explanation.inputs.end(), std::back_inserter(out),
                 [](const ExplainedInput& i) { return i.kind == InputKind::facility; });
    return out;
}

}  // namespace adit::ui
