#include "ui/shell/assumption_effect.h"

#include "core/index/registry.h"
#include "core/workspace/figure_difference.h"
#include "ui/common/market_charts.h"
#include "ui/common/workspace_model.h"
#include "ui/shell/explanation.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Explanation", text);
}

// "+121", "−0.04": as the unit has it, with its sign.
QString signedValue(const NumberText& numbers, double x, Unit unit) {
    if (x == 0.0) return numbers.value(0.0, unit);
    return (x < 0.0 ? QString(minusSign) : QStringLiteral("+")) + numbers.value(std::fabs(x), unit);
}

QString nameOf(const workspace::Switch& part) {
    return tr("%1, %2, then %3").arg(text(part.words), text(part.before), text(part.after));
}

}  // namespace

workspace::Workspace touching(const workspace::Workspace& workspace, const FigureRef& ref, const Figure& figure) {
    workspace::Workspace out;
    out.blocs = workspace.blocs;
    const std::string& mineral = (*ref.query.data)[ref.query.mineral].slug;
    for (const auto& [key, assumption] : workspace.assumptions) {
        const bool named = std::any_of(figure.inputs.begin(), figure.inputs.end(),
                                       [&, what = key.quantity](const Input& i) { return i.assumption == id(what); });
        if (named && (key.mineral.empty() || key.mineral == mineral)) out.assumptions.emplace(key, assumption);
    }
    for (const auto& [id, measure] : workspace.measures) {
        const bool named = std::any_of(figure.inputs.begin(), figure.inputs.end(),
                                       [&, name = "measure " + id](const Input& i) { return i.name == name; });
        if (named) out.measures.emplace(id, measure);
    }
    return out;
}

QStringList effectLines(const WorkspaceModel& model, const FigureRef& ref, const NumberText& numbers) {
    const index::Definition* index = index::find(ref.index);
    if (index == nullptr) return {};
    workspace::Workspace published;
    published.blocs = model.workspace().blocs;
    const workspace::Workspace assumed = touching(model.workspace(), ref, index->compute(ref.query));
    workspace::FigureDifference d =
        workspace::figureDifference(model.baseline(), published, assumed, *index, ref.query);
    d.before = printed(*index, d.before);
    d.after = printed(*index, d.after);
    QStringList lines{tr("As published %1, as assumed %2.").arg(numbers.figure(d.before), numbers.figure(d.after))};
    const Unit unit = d.after.unit;
    if (d.decomposition) {
        lines << tr("Difference: %1").arg(signedValue(numbers, d.decomposition->absolute(), unit));
    } else {
        lines << tr("One of the two has no value: there is no difference to share out.");
    }
    for (std::size_t i = 0; i < d.switches.size(); ++i) {
        const QString what = nameOf(d.switches[i]);
        lines << (d.decomposition ? tr("%1: %2").arg(what, signedValue(numbers, d.decomposition->parts[i], unit))
                                  : what);
    }
    return lines;
}

}  // namespace adit::ui
