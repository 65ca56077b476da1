// The open workspace, and the baseline with the workspace laid over it. Every edit goes through here: it is on disk
// before anything on screen follows.
#pragma once

#include "core/workspace/overlay.h"
#include "core/workspace/session.h"

#include <QObject>
#include <QString>

#include <map>

namespace adit::ui {

class WorkspaceModel : public QObject {
    Q_OBJECT

public:
    WorkspaceModel(DatasetPtr baseline, workspace::Session session, QObject* parent = nullptr);

    const DatasetPtr& baseline() const { return m_baseline; }
    const DatasetPtr& data() const { return m_overlay.data; }
    const workspace::Session& session() const { return m_session; }
    const workspace::Workspace& workspace() const { return m_session.workspace(); }
    const workspace::Assumption* find(const workspace::Key& key) const;
    // What of the workspace reaches no figure, and why.
    const std::vector<workspace::Idle>& idle() const { return m_overlay.idle; }
    // Figures that the user has set, own measures and blocs included.
    std::size_t editCount() const;

    // False, after failed(), where it cannot be done; then nothing has changed.
    bool apply(workspace::Step step);
    bool undo();
    bool redo();
    bool goTo(std::int64_t number);
    // Takes the place of the open one.
    void setSession(workspace::Session session);
    bool saveAs(const std::filesystem::path& file, IfExists ifExists);

    // An edit of an assumption: the published figure and the edition are noted with it.
    workspace::SetAssumption setting(workspace::Key key, double central, std::optional<Interval> range) const;
    // The edit that takes one back, which may have been set without its year.
    workspace::SetAssumption returning(const workspace::Key& key) const;

Q_SIGNALS:
    void changed();                      // what the workspace holds, or which one is open
    void failed(const QString& reason);  // what, where, what to do

private:
    bool done(const Status& status);
    void layOver();

    DatasetPtr m_baseline;
    workspace::Session m_session;
    workspace::Overlay m_overlay;
};

}  // namespace adit::ui
