#include "ui/shell/search_items.h"

#include "core/index/registry.h"
#include "ui/common/measure_text.h"
#include "ui/shell/figure_list.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace adit::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Search", text);
}

// An action that changes the context of `model` by `change`.
template <typename Change>
std::function<void()> go(ContextModel& model, Change change) {
    return [&model, change] {
        Context wanted = model.context();
        change(wanted);
        model.set(wanted);
    };
}

void addMinerals(SearchIndex& index, ContextModel& model) {
    const Dataset& data = model.data();
    for (std::size_t i = 0; i < data.minerals.size(); ++i) {
        const MineralId id(i);
        const std::vector<Stage> stages = data.stagesOf(id);
        if (stages.empty()) continue;
        QStringList names{text(data.minerals[i].symbol), text(data.minerals[i].slug)};
        for (const std::string& alias : data.minerals[i].aliases)
            names << text(alias);
        index.add({HitKind::mineral, text(data.minerals[i].name), tr("mineral"), names.join(QLatin1Char(' ')),
                   go(model, [id, stages](Context& c) {
                       c.mineral = id;
                       if (std::find(stages.begin(), stages.end(), c.stage) == stages.end()) c.stage = stages.front();
                   })});
    }
}

void addEconomies(SearchIndex& index, ContextModel& model) {
    const Dataset& data = model.data();
    for (std::size_t i = 0; i < data.economies.size(); ++i) {
        const Economy& economy = data.economies[i];
        if (economy.kind == EconomyKind::aggregate) continue;
        const EconomyId id(i);
        const bool bloc = economy.kind == EconomyKind::bloc;
        index.add({HitKind::economy, text(economy.shortName),
                   bloc ? tr("bloc: look from here") : tr("economy: look from here"),
                   text(economy.name) + QLatin1Char(' ') + text(economy.code),
                   go(model, [id](Context& c) { c.consumer = id; })});
    }
}

void addMeasures(SearchIndex& index, ContextModel& model) {
    const Dataset& data = model.data();
    for (const Measure& measure : data.measures) {
        const QString title =
            tr("%1: %2, %3")
                .arg(text(data[measure.imposer].shortName), text(data[measure.mineral].name), formText(measure));
        const QString hint = measure.effective.empty() ? tr("measure") : tr("measure, %1").arg(text(measure.effective));
        index.add({HitKind::measure, title, hint, text(measure.instrument) + QLatin1Char(' ') + text(measure.id),
                   go(model, [mineral = measure.mineral, stage = measure.stage, imposer = measure.imposer](Context& c) {
                       c.mineral = mineral;
                       if (stage) c.stage = *stage;
                       c.selected = imposer;
                   })});
    }
}

}  // namespace

void addDataset(SearchIndex& index, ContextModel& model, std::function<void(const QString& source)> openSource) {
    addMinerals(index, model);
    addEconomies(index, model);
    addMeasures(index, model);
    for (const Source& source : model.data().sources) {
        if (!source.parts.empty()) continue;
        index.add({HitKind::source, text(source.title), tr("source, %1").arg(text(source.publisher)), text(source.id),
                   [openSource, id = text(source.id)] { openSource(id); }});
    }
}

void addFigures(SearchIndex& index, ContextModel& model, std::function<void(const FigureRef& figure)> explain) {
    for (const index::Definition* definition : index::all()) {
        const auto translated = [](std::string_view text) { return QCoreApplication::translate("core", text.data()); };
        index.add(
            {HitKind::figure, translated(definition->title), tr("figure: explain it here"),
             QString::fromUtf8(definition->id.data()) + QLatin1Char(' ') + QString::fromUtf8(definition->method.data()),
             [&model, explain, definition] { explain(figureHere(*definition, model.data(), model.context())); }});
    }
}

}  // namespace adit::ui
