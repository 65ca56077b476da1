// What the Mineral page draws, as values: from the dataset and the context to charts and tables.
#pragma once

#include "ui/common/market_charts.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace adit::ui::mineral {

// HHI per stage over the years with the bounds of what is missing; breaks between sources stay open.
render::LineChart concentration(const Setting& s);
// Shares of the selected stage over the years up to the selected one, largest at the bottom.
render::StackChart shares(const Setting& s);
// The largest holders, where output is located against who controls it.
render::DumbbellChart control(const Setting& s);
// Every dated measure on the mineral, its elements or its group.
render::TimeChart measures(const Setting& s);

struct Fact {
    QString name;
    QString value;
    QString tooltip;                           // where it comes from
    std::vector<std::optional<double>> trend;  // a sparkline beside the value, where there is one
    QString trendText;                         // the years it covers
};
std::vector<Fact> facts(const Setting& s);

struct ListChip {
    QString text;
    QString tooltip;
};
std::vector<ListChip> lists(const Setting& s);

Table uses(const Setting& s);

}  // namespace adit::ui::mineral
