#include "ui/common/no_market.h"

#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/market_charts.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("NoMarket", text);
}

}  // namespace

std::optional<NoMarket> noMarket(const Dataset& data, const Context& context, View view) {
    index::Query query = queryOf(data, context);
    query.view = view;
    const auto market = index::market(query);
    if (market) return std::nullopt;
    NoMarket none;
    none.reason = tr("Edition %1: %2.").arg(text(data.edition), text(market.error().text));
    const std::vector<Stage> stages = data.stagesOf(context.mineral);
    const bool staged = std::find(stages.begin(), stages.end(), context.stage) != stages.end();
    Context instead = context;
    if (staged && context.view == View::controlled) {
        none.verb = tr("Show located instead");
        instead.view = View::located;
        none.instead = instead;
    } else if (!staged && !stages.empty()) {
        none.verb = tr("Show %1 instead").arg(stageTitle(stages.front()).toLower());
        instead.stage = stages.front();
        none.instead = instead;
    }
    return none;
}

void showOrExplain(Card& card, const std::optional<NoMarket>& none, ContextModel& model) {
    if (!none) {
        card.setEmptyState(nullptr);
        return;
    }
    EmptyState* state = card.emptyState();
    if (state == nullptr) {
        state = new EmptyState({}, {});
        card.setEmptyState(state);
    }
    state->setTexts(tr("No published figure"), none->reason);
    state->setAction(none->verb, [&model, instead = none->instead] {
        if (instead) model.set(*instead);
    });
}

}  // namespace adit::ui
