// What is being looked at. One value, shared by every page: a click anywhere moves it everywhere.
#pragma once

#include "core/dataset/dataset.h"
#include "core/index/market.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace adit::ui {

class WorkspaceModel;

struct Context {
    EconomyId consumer;
    MineralId mineral;
    Stage stage = Stage::mine;
    int year = 0;
    View view = View::located;
    index::ControlRule rule = index::ControlRule::majority;
    std::optional<SourceId> source;  // instead of the preferred one
    EconomyId selected;              // the economy that was clicked; none at first
    std::string asOf;                // ISO day at which measures are read

    bool operator==(const Context&) const = default;
};

index::Query queryOf(const Dataset& data, const Context& context);

// Holds the context, keeps it possible (a year that has figures, a source that gives them) and remembers
// the way: back() and forward() walk through the contexts visited.
class ContextModel : public QObject {
    Q_OBJECT
public:
    ContextModel(DatasetPtr data, Context start, QObject* parent = nullptr);

    // Reads the baseline with this workspace laid over it, and follows its edits. It must outlive the model.
    void follow(WorkspaceModel& workspace);
    WorkspaceModel* workspace() const { return m_workspace; }  // null where nothing can be edited

    const Dataset& data() const { return *m_data; }
    const DatasetPtr& dataPtr() const { return m_data; }
    const Context& context() const { return m_trail[m_position]; }
    const QString& page() const { return m_pages[m_position]; }
    // Years with usable output figures of the mineral and stage in view, ascending.
    const std::vector<int>& years() const { return m_years; }

    void set(Context wanted);
    void setPage(const QString& page);
    // As set(), but takes the place of the current step: for sliders and playing, which would flood the trail.
    void slide(Context wanted);
    bool canGoBack() const { return m_position > 0; }
    bool canGoForward() const { return m_position + 1 < m_trail.size(); }
    void back();
    void forward();

    // The context in which the program starts on this dataset.
    static Context first(const Dataset& data);

Q_SIGNALS:
    void changed(const adit::ui::Context& context);
    void dataChanged();  // other figures under the same context; comes before changed()
    void pageChanged(const QString& page);
    void trailChanged();

private:
    Context possible(Context wanted) const;
    void push(Context context, QString page);
    void moveTo(std::size_t position);
    void announce(const Context& before, const QString& pageBefore);
    void setData(DatasetPtr data);

    DatasetPtr m_data;
    WorkspaceModel* m_workspace = nullptr;
    std::vector<Context> m_trail;
    std::vector<QString> m_pages;
    std::size_t m_position = 0;
    std::vector<int> m_years;
};

}  // namespace adit::ui
