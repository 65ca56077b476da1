#include "tests/ui/map/sample_map.h"

#include <algorithm>

namespace adit::ui::map::samples {
namespace {

MapMark mark(const char* code, const char* name, Fill fill, std::optional<double> percent = {}) {
    MapMark out;
    out.code = QLatin1String(code);
    out.name = QLatin1String(name);
    out.fill = fill;
    out.datum.value = percent;
    out.datum.state = fill == Fill::withheld ? State::withheld : percent ? State::known : State::unknown;
    out.datum.text = percent ? QStringLiteral("%1 %").arg(*percent) : QStringLiteral("n/a");
    out.datum.details = {{QStringLiteral("Share of world, 2022"), out.datum.text}};
    return out;
}

}  // namespace

MapValue cobalt() {
    MapValue value;
    value.text.title = QStringLiteral("DR Congo mines most cobalt");
    value.text.subtitle = QStringLiteral("Share of world mine output, 2022");
    value.text.source = QStringLiteral("Source: a test");
    value.stage = Stage::mine;
    value.marks = {mark("COD", "DR Congo", Fill::value, 69.5), mark("IDN", "Indonesia", Fill::value, 5.8),
                   mark("RUS", "Russia", Fill::value, 5.4),    mark("AUS", "Australia", Fill::value, 3.5),
                   mark("CUB", "Cuba", Fill::value, 2.2),      mark("NCL", "New Caledonia", Fill::value, 1.1),
                   mark("SGP", "Singapore", Fill::value, 0.4), mark("USA", "United States", Fill::withheld),
                   mark("KAZ", "Kazakhstan", Fill::missing),   mark("AGO", "Angola", Fill::none),
                   mark("BEL", "Belgium", Fill::none),         mark("ZMB", "Zambia", Fill::none),
                   mark("COG", "Congo", Fill::none),           mark("BRA", "Brazil", Fill::none)};
    value.marks.front().datum.alert = QStringLiteral("Export quota, since 16 Oct 2025");
    std::sort(value.marks.begin(), value.marks.end(),
              [](const MapMark& a, const MapMark& b) { return a.code < b.code; });
    for (const char* code : {"COD", "IDN", "RUS", "AUS", "CUB", "NCL"}) {
        const MapMark* of = value.find(QLatin1String(code));
        value.labels.push_back({of->code, of->name + QLatin1Char(' ') + of->datum.text});
    }
    value.arcs = {{QStringLiteral("COD"), QStringLiteral("DR Congo"), 1000.0, true, QStringLiteral("1 000 t")},
                  {QStringLiteral("RUS"), QStringLiteral("Russia"), 250.0, false, QStringLiteral("250 t")}};
    value.consumer = {QStringLiteral("Belgium"), {QStringLiteral("BEL")}, QStringLiteral("BEL")};
    value.metric = QStringLiteral("Share of world mine output, 2022, %");
    value.arcsHeader = QStringLiteral("Flow to Belgium, t, 2022");
    value.legend.title = value.text.subtitle;
    value.legend.breaks = {QStringLiteral("0"),  QStringLiteral("1"),  QStringLiteral("5"),    QStringLiteral("10"),
                           QStringLiteral("25"), QStringLiteral("50"), QStringLiteral("100 %")};
    value.legend.none = QStringLiteral("none");
    value.legend.missing = QStringLiteral("n/a");
    value.legend.measureFlow = QStringLiteral("flow under a measure");
    value.legend.freeFlow = QStringLiteral("free flow");
    value.legend.width = QStringLiteral("Arc width: tonnes to Belgium");
    value.legend.smallState = QStringLiteral("small state");
    return value;
}

}  // namespace adit::ui::map::samples
