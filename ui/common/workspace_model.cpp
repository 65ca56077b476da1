#include "ui/common/workspace_model.h"

#include "core/workspace/moved.h"

namespace adit::ui {

WorkspaceModel::WorkspaceModel(DatasetPtr baseline, workspace::Session session, QObject* parent)
    : QObject(parent), m_baseline(std::move(baseline)), m_session(std::move(session)) {
    layOver();
}

void WorkspaceModel::layOver() {
    m_overlay = workspace::laidOver(m_baseline, m_session.workspace());
}

const workspace::Assumption* WorkspaceModel::find(const workspace::Key& key) const {
    const auto found = workspace().assumptions.find(key);
    return found == workspace().assumptions.end() ? nullptr : &found->second;
}

std::size_t WorkspaceModel::editCount() const {
    return workspace().assumptions.size() + workspace().measures.size() + workspace().blocs.size();
}

bool WorkspaceModel::done(const Status& status) {
    if (!status) {
        Q_EMIT failed(QString::fromStdString(status.error().text));
        return false;
    }
    layOver();
    Q_EMIT changed();
    return true;
}

bool WorkspaceModel::apply(workspace::Step step) {
    return done(m_session.apply(std::move(step)));
}

bool WorkspaceModel::undo() {
    return !m_session.canUndo() || done(m_session.undo());
}

bool WorkspaceModel::redo() {
    return !m_session.canRedo() || done(m_session.redo());
}

bool WorkspaceModel::goTo(std::int64_t number) {
    return done(m_session.goTo(number));
}

void WorkspaceModel::setSession(workspace::Session session) {
    m_session = std::move(session);
    layOver();
    Q_EMIT changed();
}

bool WorkspaceModel::saveAs(const std::filesystem::path& file, IfExists ifExists) {
    return done(m_session.saveAs(file, ifExists));
}

workspace::SetAssumption WorkspaceModel::setting(workspace::Key key, double central,
                                                 std::optional<Interval> range) const {
    workspace::Assumption assumption;
    assumption.central = central;
    if (range && !range->exact()) {
        assumption.low = range->lo;
        assumption.high = range->hi;
    }
    assumption.baseline = workspace::published(*m_baseline, key);
    assumption.edition = m_baseline->edition;
    return {std::move(key), std::move(assumption)};
}

workspace::SetAssumption WorkspaceModel::returning(const workspace::Key& key) const {
    const workspace::Key undated = withoutYear(key);
    const bool isUndated = find(key) == nullptr && find(undated) != nullptr;
    return {isUndated ? undated : key, std::nullopt};
}

}  // namespace adit::ui
