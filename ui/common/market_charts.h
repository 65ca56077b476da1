// Charts and texts about one market that more than one page shows.
#pragma once

#include "ui/common/context.h"
#include "ui/common/number_text.h"
#include "ui/common/table_view.h"
#include "ui/render/chart.h"
#include "ui/render/theme.h"

#include <vector>

namespace adit::ui {

// What a builder of charts needs; texts, colours and links follow from it.
struct Setting {
    const Dataset& data;
    const Context& context;
    const render::Theme& theme;
    const NumberText& numbers;
};

struct Table {
    std::vector<Column> columns;
    std::vector<TableRow> rows;
    QString source;
};

QString text(std::string_view utf8);
Cell textCell(const QString& text, std::optional<double> sort = {});
QString economyName(const Setting& s, EconomyId economy);
// The unit of the masses in one table: kilograms for metals of the platinum group where one of them is below a tonne.
MassUnit tableUnit(const Dataset& data, MineralId mineral, const std::vector<double>& tonnes);
// In the unit of its table, every digit published.
QString massText(const NumberText& numbers, double tonnes, MassUnit unit);
QString outputName(Stage stage);  // "mine output"
QString stageTitle(Stage stage);  // "Mine"
QString stateWord(State state);   // "reported", "estimated"
QString sourceTip(const Dataset& data, SourceId source);

// The query of the context at another stage or year. A chosen source holds for the context's own year only.
index::Query queryAt(const Setting& s, Stage stage, int year);
std::optional<index::Market> marketAt(const Setting& s, int year);

// Why a year cannot be joined to the one before; empty when it can.
QString breakText(const Preference* preference, const Dataset& data);
// The publications behind a run of years: "British Geological Survey, 2000–2023; U.S. Geological Survey, 2024".
QString sourcesOf(const Setting& s, Stage stage, int from, int to);

// Title, context and edition that every chart of a page carries.
render::ChartText chartText(const Setting& s, const QString& title, const QString& subtitle, const QString& source);
QString contextLine(const Setting& s);
// What a page is about, apart from the year: for PageHead::setSubject().
QString subjectOf(const Context& context);

// "Your assumptions: A, B, C and 4 more"; empty without any.
QString assumptionLine(const QStringList& names);
// What the user set that output and trade of the context's mineral rest on.
QString marketAssumptions(const Setting& s);
// Whether a figure of the market rests on an assumption.
bool isAssumed(const index::Market& market);
inline const QString editMark = QStringLiteral("\u270E");  // the pencil, in texts

// HHI over the years of a stage with the bounds of what is missing.
render::LineSeries concentrationLine(const Setting& s, Stage stage, const std::vector<int>& years);
// A holder's share of a market, in percent, with the link that explains it.
render::Datum shareDatum(const Setting& s, const index::Market& market, const index::Holder& holder);

}  // namespace adit::ui
