// Where a view has no figures: why, and the nearest view that has some.
#pragma once

#include "ui/common/context.h"

#include <QString>

#include <optional>

namespace adit::ui {

class Card;

struct NoMarket {
    QString reason;
    QString verb;  // "Show located instead"; empty where nothing nearer has figures
    std::optional<Context> instead;
};

// Nothing where the context has a market in this view.
std::optional<NoMarket> noMarket(const Dataset& data, const Context& context, View view);

// A card's content, or in its place why there is none and the way to what there is.
void showOrExplain(Card& card, const std::optional<NoMarket>& none, ContextModel& model);

}  // namespace adit::ui
