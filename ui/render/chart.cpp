#include "ui/render/chart.h"

#include "ui/common/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace adit::render {
namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Chart", text);
}

TableCell cellOf(const QString& text) {
    return {text, std::nullopt};
}

TableCell cellOf(const Datum& datum) {
    const QString state = ui::stateText(datum.state == State::known ? State::unknown : datum.state);
    if (!datum.value) return {datum.text.isEmpty() ? state : datum.text, std::nullopt};
    return {datum.text.isEmpty() ? ui::NumberText().source(*datum.value) : datum.text, datum.value};
}

TableCell cellOf(double bound) {
    return {ui::NumberText().sentence(bound, 4), bound};
}

bool anyBounds(const std::vector<const Datum*>& data) {
    return std::any_of(data.begin(), data.end(), [](const Datum* d) { return d->bounds && !d->bounds->exact(); });
}

void appendBounds(std::vector<TableCell>& row, const Datum* datum) {
    const bool bounded = datum != nullptr && datum->bounds.has_value();
    row.push_back(bounded ? cellOf(datum->bounds->lo) : cellOf(QString()));
    row.push_back(bounded && datum->bounds->hi < unbounded ? cellOf(datum->bounds->hi) : cellOf(QString()));
}

const Datum* at(const LineSeries& series, int year) {
    const auto found =
        std::find_if(series.points.begin(), series.points.end(), [year](const LinePoint& p) { return p.year == year; });
    return found == series.points.end() ? nullptr : &found->datum;
}

ChartTable table(const LineChart& chart) {
    ChartTable out;
    out.header << translated("Year");
    std::set<int> years;
    std::vector<bool> bounded;
    for (const LineSeries& series : chart.series) {
        std::vector<const Datum*> data;
        for (const LinePoint& point : series.points) {
            years.insert(point.year);
            data.push_back(&point.datum);
        }
        bounded.push_back(anyBounds(data));
        out.header << series.name;
        if (bounded.back())
            out.header << translated("%1, low").arg(series.name) << translated("%1, high").arg(series.name);
    }
    for (const int year : years) {
        std::vector<TableCell> row{{QString::number(year), static_cast<double>(year)}};
        for (std::size_t i = 0; i < chart.series.size(); ++i) {
            const Datum* datum = at(chart.series[i], year);
            row.push_back(datum == nullptr ? cellOf(QString()) : cellOf(*datum));
            if (bounded[i]) appendBounds(row, datum);
        }
        out.rows.push_back(std::move(row));
    }
    return out;
}

ChartTable table(const StackChart& chart) {
    ChartTable out;
    out.header << translated("Year");
    for (const StackPart& part : chart.parts)
        out.header << part.name;
    for (std::size_t i = 0; i < chart.years.size(); ++i) {
        std::vector<TableCell> row{{QString::number(chart.years[i]), static_cast<double>(chart.years[i])}};
        for (const StackPart& part : chart.parts)
            row.push_back(i < part.values.size() ? cellOf(part.values[i]) : cellOf(QString()));
        out.rows.push_back(std::move(row));
    }
    return out;
}

ChartTable table(const RankingChart& chart) {
    ChartTable out;
    std::vector<const Datum*> data;
    for (const RankingBar& bar : chart.bars)
        data.push_back(&bar.datum);
    const bool bounded = anyBounds(data);
    const bool inside =
        std::any_of(chart.bars.begin(), chart.bars.end(), [](const RankingBar& b) { return !b.inside.isEmpty(); });
    out.header << translated("Name");
    if (inside) out.header << translated("Of");
    out.header << (chart.text.subtitle.isEmpty() ? translated("Value") : chart.text.subtitle);
    if (bounded) out.header << translated("Low") << translated("High");
    for (const RankingBar& bar : chart.bars) {
        std::vector<TableCell> row{cellOf(bar.name)};
        if (inside) row.push_back(cellOf(bar.inside));
        row.push_back(cellOf(bar.datum));
        if (bounded) appendBounds(row, &bar.datum);
        out.rows.push_back(std::move(row));
    }
    return out;
}

ChartTable table(const DumbbellChart& chart) {
    ChartTable out;
    out.header << translated("Name") << chart.firstName << chart.secondName;
    for (const DumbbellRow& row : chart.rows)
        out.rows.push_back({cellOf(row.name), cellOf(row.first), cellOf(row.second)});
    return out;
}

ChartTable table(const TimeChart& chart) {
    ChartTable out;
    out.header << translated("Name") << translated("From") << translated("To") << translated("Note");
    for (const TimeBar& bar : chart.bars)
        out.rows.push_back({cellOf(bar.name), cellOf(bar.from.toString(Qt::ISODate)),
                            cellOf(bar.to.isValid() ? bar.to.toString(Qt::ISODate) : QString()), cellOf(bar.note)});
    return out;
}

bool empty(const Datum& datum) {
    return !datum.value && !datum.bounds;
}

struct Empty {
    bool operator()(const LineChart& c) const {
        return std::all_of(c.series.begin(), c.series.end(), [](const LineSeries& s) {
            return std::all_of(s.points.begin(), s.points.end(), [](const LinePoint& p) { return empty(p.datum); });
        });
    }
    bool operator()(const StackChart& c) const {
        return std::all_of(c.parts.begin(), c.parts.end(), [](const StackPart& p) {
            return std::all_of(p.values.begin(), p.values.end(), [](const Datum& d) { return empty(d); });
        });
    }
    bool operator()(const RankingChart& c) const { return c.bars.empty(); }
    bool operator()(const DumbbellChart& c) const { return c.rows.empty(); }
    bool operator()(const TimeChart& c) const { return c.bars.empty(); }
};

}  // namespace

const ChartText& textOf(const Chart& chart) {
    return std::visit([](const auto& c) -> const ChartText& { return c.text; }, chart);
}

bool isEmpty(const Chart& chart) {
    return std::visit(Empty{}, chart);
}

ChartTable tableOf(const Chart& chart) {
    return std::visit([](const auto& c) { return table(c); }, chart);
}

}  // namespace adit::render
