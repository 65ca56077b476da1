#include "ui/common/context.h"

#include "ui/common/workspace_model.h"

#include <algorithm>
#include <utility>

namespace adit::ui {
namespace {

constexpr std::size_t longestTrail = 500;

int nearestYear(const std::vector<int>& years, int wanted) {
    if (years.empty()) return wanted;
    const auto next = std::lower_bound(years.begin(), years.end(), wanted);
    if (next == years.begin()) return years.front();
    return next != years.end() && *next == wanted ? wanted : *std::prev(next);
}

bool gives(const Dataset& data, const Context& context, SourceId source) {
    const auto series = data.production.at(context.mineral, context.stage, context.year);
    return std::any_of(series.begin(), series.end(), [&](const Series& s) { return s.source == source; });
}

}  // namespace

index::Query queryOf(const Dataset& data, const Context& context) {
    index::Query query;
    query.data = &data;
    query.mineral = context.mineral;
    query.stage = context.stage;
    query.year = context.year;
    query.view = context.view;
    query.rule = context.rule;
    query.source = context.source;
    return query;
}

ContextModel::ContextModel(DatasetPtr data, Context start, QObject* parent) : QObject(parent), m_data(std::move(data)) {
    m_years = m_data->yearsOf(start.mineral, start.stage);
    m_trail.push_back(possible(std::move(start)));
    m_pages.emplace_back();
}

namespace {

// Blocs of the user's own have other ids when one before them comes or goes: their codes say which they are.
EconomyId sameEconomy(const Dataset& before, const Dataset& now, EconomyId id) {
    if (!id.valid() || id.index() >= before.economies.size()) return id;
    return now.economy(before[id].code).value_or(EconomyId());
}

}  // namespace

void ContextModel::follow(WorkspaceModel& workspace) {
    m_workspace = &workspace;
    connect(&workspace, &WorkspaceModel::changed, this, [this] { setData(m_workspace->data()); });
    setData(workspace.data());
}

void ContextModel::setData(DatasetPtr data) {
    if (data == m_data) return;
    const DatasetPtr before = std::exchange(m_data, std::move(data));  // alive until everybody has let go of it
    for (Context& context : m_trail) {
        for (EconomyId* economy : {&context.consumer, &context.selected})
            *economy = sameEconomy(*before, *m_data, *economy);
        context = possible(std::move(context));
    }
    m_years = m_data->yearsOf(context().mineral, context().stage);
    Q_EMIT dataChanged();
    Q_EMIT changed(context());
}

Context ContextModel::possible(Context wanted) const {
    // A bloc of the user's own may be gone.
    if (!wanted.consumer.valid() || wanted.consumer.index() >= m_data->economies.size())
        wanted.consumer = m_data->economy("EU27").value_or(Dataset::world);
    if (wanted.selected.valid() && wanted.selected.index() >= m_data->economies.size()) wanted.selected = EconomyId();
    const std::vector<int> years = m_data->yearsOf(wanted.mineral, wanted.stage);
    wanted.year = nearestYear(years, wanted.year);
    if (wanted.source && !gives(*m_data, wanted, *wanted.source)) wanted.source.reset();
    return wanted;
}

void ContextModel::set(Context wanted) {
    const Context context = possible(std::move(wanted));
    if (context == this->context()) return;
    push(context, page());
}

void ContextModel::setPage(const QString& page) {
    if (page == this->page()) return;
    if (this->page().isEmpty()) {
        m_pages[m_position] = page;  // the first page shown is where the trail begins
        Q_EMIT pageChanged(page);
        return;
    }
    push(context(), page);
}

void ContextModel::slide(Context wanted) {
    const Context before = context();
    m_trail[m_position] = possible(std::move(wanted));
    if (m_trail[m_position] != before) announce(before, page());
}

void ContextModel::push(Context context, QString page) {
    const Context before = this->context();
    const QString pageBefore = this->page();
    m_trail.resize(m_position + 1);
    m_pages.resize(m_position + 1);
    m_trail.push_back(std::move(context));
    m_pages.push_back(std::move(page));
    if (m_trail.size() > longestTrail) {
        m_trail.erase(m_trail.begin());
        m_pages.erase(m_pages.begin());
    }
    m_position = m_trail.size() - 1;
    announce(before, pageBefore);
}

void ContextModel::back() {
    if (canGoBack()) moveTo(m_position - 1);
}

void ContextModel::forward() {
    if (canGoForward()) moveTo(m_position + 1);
}

void ContextModel::moveTo(std::size_t position) {
    const Context before = context();
    const QString pageBefore = page();
    m_position = position;
    announce(before, pageBefore);
}

void ContextModel::announce(const Context& before, const QString& pageBefore) {
    if (before.mineral != context().mineral || before.stage != context().stage) {
        m_years = m_data->yearsOf(context().mineral, context().stage);
    }
    if (before != context()) Q_EMIT changed(context());
    if (pageBefore != page()) Q_EMIT pageChanged(page());
    Q_EMIT trailChanged();
}

Context ContextModel::first(const Dataset& data) {
    Context context;
    context.consumer = data.economy("EU27").value_or(Dataset::world);
    context.mineral = data.mineral("cobalt").value_or(MineralId(std::size_t{0}));
    const std::vector<int> years = data.yearsOf(context.mineral, context.stage);
    context.year = years.empty() ? 0 : years.back();
    for (const Measure& measure : data.measures)
        context.asOf = std::max(context.asOf, measure.statusAsOf);
    return context;
}

}  // namespace adit::ui
