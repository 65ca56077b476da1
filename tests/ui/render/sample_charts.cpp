#include "tests/ui/render/sample_charts.h"

#include "ui/common/number_text.h"

namespace adit::render::samples {
namespace {

QString percent(double value) {
    return ui::NumberText(QLocale::c()).percent(value / 100.0);
}

Datum share(double value, const QString& link = {}) {
    Datum datum;
    datum.value = value;
    datum.text = percent(value);
    datum.link = link;
    return datum;
}

LineSeries series(const QString& id, const QString& name, Stage stage, const std::vector<double>& values, int from) {
    LineSeries out;
    out.id = id;
    out.name = name;
    out.colour = Ink::stage(stage);
    out.stage = stage;
    for (std::size_t i = 0; i < values.size(); ++i) {
        Datum datum;
        datum.value = values[i];
        datum.text = ui::NumberText(QLocale::c()).hhi(values[i]);
        datum.link = id + QLatin1Char('/') + QString::number(from + static_cast<int>(i));
        out.points.push_back({from + static_cast<int>(i), datum, {}});
    }
    return out;
}

ChartText text(const char* title, const char* subtitle) {
    ChartText out;
    out.title = QString::fromUtf8(title);
    out.subtitle = QString::fromUtf8(subtitle);
    out.context = QStringLiteral("Cobalt, contained Co · mine · located · 2022");
    out.source = QStringLiteral("Source: World Mining Data (2018–2022)");
    out.edition = QStringLiteral("2026.1");
    out.date = QStringLiteral("22 Nov 2026");
    return out;
}

}  // namespace

LineChart lines() {
    LineChart chart;
    chart.text = text("Refining overtook mining in 2019", "HHI of world output by location, 0–10 000");
    LineSeries refine = series(QStringLiteral("hhi-refine"), QStringLiteral("Refine"), Stage::refine,
                               {1170, 1150, 1170, 1150, 1100, 1250, 1250, 1290, 1580, 2100, 2350, 2200,
                                1900, 2040, 2150, 2570, 2440, 3980, 4290, 4550, 4760, 5560, 5953, 6420},
                               2000);
    refine.endLabel = QStringLiteral("Refine 5 953");
    refine.endNote = QStringLiteral("band: bounds of the rest");
    for (std::size_t i = 8; i < 17; ++i)
        refine.points[i].datum.bounds =
            Interval{*refine.points[i].datum.value - 250, *refine.points[i].datum.value + 400};
    refine.points.back().datum.bounds = Interval{6200, 6600};
    LineSeries mine = series(QStringLiteral("hhi-mine"), QStringLiteral("Mine"), Stage::mine,
                             {1250, 1400, 1540, 1590, 1950, 2090, 2280, 1560, 2950, 4350, 5100, 4780,
                              4130, 3280, 3130, 3540, 2980, 3990, 5150, 4400, 4580, 4950, 4950, 4900},
                             2000);
    mine.endLabel = QStringLiteral("Mine 4 950");
    mine.points[18].breakBefore = QStringLiteral("source changes");
    chart.series = {refine, mine};
    chart.thresholds = {{1000, QStringLiteral("moderately 1 000")},
                        {1800, QStringLiteral("highly 1 800")},
                        {4000, QStringLiteral("EU screen 4 000")}};
    chart.selectedYear = 2022;
    return chart;
}

LineChart strip() {
    LineChart chart;
    chart.text = text("Concentration rose 3 years running", "HHI of mine output, 0–10 000");
    LineSeries mine =
        series(QStringLiteral("hhi-mine"), QStringLiteral("Mine"), Stage::mine, {5064, 4145, 4590, 4888, 4929}, 2018);
    mine.markers = true;
    mine.stage.reset();
    mine.endLabel = QStringLiteral("4 929");
    chart.series = {mine};
    chart.thresholds = {{1800, QStringLiteral("highly concentrated above 1 800")}};
    return chart;
}

StackChart columns() {
    StackChart chart;
    chart.text = text("DR Congo holds seven tenths; Indonesia is the one that grows", "Share of world mine output, %");
    chart.years = {2018, 2019, 2020, 2021, 2022};
    struct Row {
        const char* code;
        const char* name;
        std::array<double, 5> values;
    };
    const std::array<Row, 5> rows{{{"COD", "DR Congo", {70.6, 63.2, 66.8, 69.1, 69.5}},
                                   {"IDN", "Indonesia", {0.2, 0.3, 0.8, 1.6, 5.8}},
                                   {"RUS", "Russia", {5.5, 7.6, 7.5, 5.9, 5.4}},
                                   {"AUS", "Australia", {3.1, 4.6, 4.3, 3.9, 3.5}},
                                   {"OTHER", "15 others", {20.6, 24.3, 20.6, 19.5, 15.8}}}};
    for (const Row& row : rows) {
        StackPart part;
        part.id = QLatin1String(row.code);
        part.name = QLatin1String(row.name);
        part.colour = Ink::economy(part.id);
        for (const double value : row.values)
            part.values.push_back(share(value, part.id));
        chart.parts.push_back(part);
    }
    return chart;
}

StackChart areas() {
    StackChart chart = columns();
    chart.years.clear();
    for (int year = 2000; year <= 2023; ++year)
        chart.years.push_back(year);
    for (StackPart& part : chart.parts) {
        const std::vector<Datum> five = part.values;
        part.values.clear();
        for (std::size_t i = 0; i < chart.years.size(); ++i)
            part.values.push_back(five[std::min<std::size_t>(i / 5, 4)]);
    }
    chart.selectedYear = 2018;
    return chart;
}

RankingChart ranking() {
    RankingChart chart;
    chart.text = text("One producer stands above all", "Share of mine output, %, 2022");
    const std::array<std::pair<const char*, double>, 9> rows{{{"DR Congo", 69.5},
                                                              {"Indonesia", 5.8},
                                                              {"Russia", 5.4},
                                                              {"Australia", 3.5},
                                                              {"Cuba", 2.2},
                                                              {"Madagascar", 2.1},
                                                              {"Philippines", 2.0},
                                                              {"Canada", 1.8},
                                                              {"11 others", 7.7}}};
    for (const auto& [name, value] : rows) {
        RankingBar bar;
        bar.id = QLatin1String(name).toString().toLower();
        bar.name = QLatin1String(name);
        bar.datum = share(value, QStringLiteral("share/") + bar.id);
        bar.colour = Ink::classOf(Breaks::share, value);
        bar.others = bar.name == QStringLiteral("11 others");
        bar.strong = bar.measure = value > 50;
        if (bar.measure) bar.datum.alert = QStringLiteral("Export quota since 16 Oct 2025");
        chart.bars.push_back(bar);
    }
    chart.measureText = QStringLiteral("under an export measure");
    return chart;
}

RankingChart states() {
    RankingChart chart;
    chart.text =
        text("For four minerals, more than 65 % of world output stands under one country’s export measure",
             "Share of world output under an export measure, %. Output 2022, located; measures as of 31 Dec 2025");
    chart.text.context.clear();
    chart.text.assumption = QStringLiteral(
        "1 assumption by the author: hypothetical licence on vanadium from 1 Mar 2026, hatched; not counted in the "
        "title.");
    const auto bar = [&](const char* name, const char* inside, const char* code, Stage stage, Datum datum) {
        RankingBar out;
        out.id = QLatin1String(name);
        out.name = QLatin1String(name);
        out.inside = QLatin1String(inside);
        out.colour = Ink::economy(QLatin1String(code));
        out.stage = stage;
        out.datum = std::move(datum);
        chart.bars.push_back(out);
    };
    bar("Gallium", "China", "CHN", Stage::refine, share(98.4));
    bar("Germanium", "China", "CHN", Stage::refine, share(93.5));
    bar("Cobalt", "DR Congo", "COD", Stage::mine, share(69.5));
    Datum assumed = share(67.8);
    assumed.state = State::assumed;
    bar("Vanadium", "China, hypothetical licence", "CHN", Stage::mine, assumed);
    Datum withheld;
    withheld.state = State::withheld;
    withheld.bounds = Interval{20.0, 55.0};
    bar("Graphite, natural", "", "CHN", Stage::mine, withheld);
    Datum unknown;
    unknown.state = State::unknown;
    bar("Indium", "", "CHN", Stage::refine, unknown);
    Datum bounded = share(49.0);
    bounded.bounds = Interval{44.0, 58.0};
    bar("Nickel", "Indonesia", "IDN", Stage::mine, bounded);
    Datum zero = share(0.0);
    zero.state = State::zero;
    bar("Antimony", "", "CHN", Stage::mine, zero);
    chart.thresholds = {{65.0, QStringLiteral("65 %")}};
    return chart;
}

DumbbellChart dumbbell() {
    DumbbellChart chart;
    chart.text = text("Control sits elsewhere than the mines", "Share of mine output, %, 2022");
    chart.firstName = QStringLiteral("located");
    chart.secondName = QStringLiteral("controlled");
    const auto row = [&chart](const char* name, double located, double controlled) {
        chart.rows.push_back({QLatin1String(name), QLatin1String(name), share(located, QStringLiteral("located")),
                              share(controlled, QStringLiteral("controlled"))});
    };
    row("DR Congo", 69.5, 34.0);
    row("China", 1.0, 38.0);
    row("Switzerland", 0.0, 14.0);
    row("Indonesia", 5.8, 2.0);
    row("Russia", 5.4, 5.2);
    return chart;
}

TimeChart measures() {
    TimeChart chart;
    chart.text = text("Measures on cobalt", "Export measures by any imposer, 2020–2027");
    chart.from = QDate(2020, 1, 1);
    chart.to = QDate(2027, 12, 31);
    chart.asOf = QDate(2025, 12, 31);
    chart.asOfText = QStringLiteral("as of 31 Dec 2025");
    TimeBar suspension;
    suspension.id = QStringLiteral("cod-suspension");
    suspension.name = QStringLiteral("DR Congo: export suspension");
    suspension.note = QStringLiteral("22 Feb – 15 Oct 2025");
    suspension.from = QDate(2025, 2, 22);
    suspension.to = QDate(2025, 10, 15);
    suspension.colour = Ink(&Theme::licence);
    TimeBar quota = suspension;
    quota.id = QStringLiteral("cod-quota");
    quota.name = QStringLiteral("DR Congo: export quota");
    quota.note = QStringLiteral("since 16 Oct 2025, to 2027");
    quota.from = QDate(2025, 10, 16);
    quota.to = QDate(2027, 12, 31);
    quota.colour = Ink(&Theme::quota);
    TimeBar licence = suspension;
    licence.id = QStringLiteral("chn-licence");
    licence.name = QStringLiteral("China: export licence");
    licence.note = QStringLiteral("since 1 Aug 2021");
    licence.from = QDate(2021, 8, 1);
    licence.to = QDate();
    licence.suspended = true;
    licence.colour = Ink(&Theme::ban);
    chart.bars = {suspension, quota, licence};
    return chart;
}

}  // namespace adit::render::samples
