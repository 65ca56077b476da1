// The Controls page's edits: own measures and severities.
#include "ui/common/quantity_entry.h"
#include "ui/common/table_view.h"
#include "ui/common/workspace_model.h"
#include "ui/controls/controls_page.h"
#include "ui/controls/measure_dialog.h"

namespace adit::ui {
namespace {

// "own-1", "own-2": the first that is free.
std::string freeId(const workspace::Workspace& workspace) {
    for (int n = 1;; ++n) {
        std::string id = "own-" + std::to_string(n);
        if (!workspace.measures.contains(id)) return id;
    }
}

workspace::OwnMeasure copyOf(const Dataset& data, const Measure& measure) {
    workspace::OwnMeasure own;
    own.imposer = data[measure.imposer].code;
    own.mineral = data[measure.mineral].slug;
    own.stage = measure.stage.value_or(Stage::refine);
    own.kind = measure.kind;
    own.againstAll = measure.againstAll;
    for (const EconomyId target : measure.targets)
        own.targets.push_back(data[target].code);
    own.announced = measure.announced;
    own.effective = measure.effective;
    own.ended = measure.ended;
    own.instrument = measure.instrument;
    own.note = measure.note;
    if (measure.severity)
        own.severity = workspace::OwnSeverity{*measure.severity, measure.severityRange.lo, measure.severityRange.hi};
    return own;
}

}  // namespace

void ControlsPage::edit(const workspace::OwnMeasure& measure) {
    auto* dialog = new MeasureDialog(data(), measure, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MeasureDialog::chosen, this, [this](const workspace::OwnMeasure& chosen) {
        if (model().workspace()->apply({{workspace::SetMeasure{chosen.id, chosen}}, {}}))
            m_table->selectRow(QString::fromStdString(chosen.id));
    });
    dialog->open();
}

void ControlsPage::addMeasure() {
    if (model().workspace() == nullptr) return;
    const Context& context = model().context();
    workspace::OwnMeasure measure;
    measure.id = freeId(model().workspace()->workspace());
    measure.mineral = data()[context.mineral].slug;
    measure.stage = context.stage;
    measure.effective = context.asOf;
    measure.instrument = tr("Hypothetical measure").toStdString();
    measure.imposer = context.selected.valid() ? data()[context.selected].code : std::string("CHN");
    edit(measure);
}

void ControlsPage::copyMeasure() {
    const Measure* measure = selected();
    if (measure == nullptr || model().workspace() == nullptr) return;
    workspace::OwnMeasure own = copyOf(data(), *measure);
    own.id = freeId(model().workspace()->workspace());
    edit(own);
}

void ControlsPage::changeMeasure() {
    const Measure* measure = selected();
    if (measure == nullptr || !measure->own || model().workspace() == nullptr) return;
    const auto& own = model().workspace()->workspace().measures;
    if (const auto found = own.find(measure->id); found != own.end()) edit(found->second);
}

void ControlsPage::removeMeasure() {
    const Measure* measure = selected();
    if (measure == nullptr || !measure->own || model().workspace() == nullptr) return;
    model().workspace()->apply({{workspace::SetMeasure{measure->id, std::nullopt}}, {}});
}

void ControlsPage::editSeverities(const std::vector<CellChange>& changes) {
    WorkspaceModel* workspace = model().workspace();
    if (workspace == nullptr) return;
    workspace::Step step;
    for (const CellChange& change : changes) {
        const workspace::Key key = measures::severityKey(change.row);
        if (!change.text) {
            step.edits.emplace_back(workspace::SetAssumption{key, std::nullopt});
            continue;
        }
        const QuantityEntry entry = readQuantity(*change.text, Unit::one);
        if (entry.isTaken()) step.edits.emplace_back(workspace->setting(key, entry.central, entry.range));
    }
    if (!step.edits.empty()) workspace->apply(std::move(step));
}

}  // namespace adit::ui
