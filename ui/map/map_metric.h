// What a map can be coloured by, and the value of every economy for it.
#pragma once

#include "ui/common/market_charts.h"
#include "ui/map/map_value.h"

#include <span>

namespace adit::ui::map {

enum class Metric { share, reserves, governance, hhiPart };

std::span<const Metric> metrics();  // in the order of the menu
QString metricName(Metric metric);  // "Share of world output"

struct Coloured {
    std::vector<MapMark> marks;  // every economy, by code; details are filled in later
    std::variant<render::Breaks, double> scale = render::Breaks::share;
    QString title;            // of the legend: "Share of world mine output, 2022"
    QString column;           // of the table: the same with its unit
    QStringList breaks;       // texts under the joints of the scale
    QString none;             // what an empty economy means; empty where there is no such state
    QStringList assumptions;  // of the user behind the values, beside those of the market
    QString source;           // "Reserves: U.S. Geological Survey, 2025"
};

Coloured coloured(const Setting& s, Metric metric);

}  // namespace adit::ui::map
