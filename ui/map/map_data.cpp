#include "ui/map/map_data.h"

#include "core/controls/in_force.h"
#include "ui/common/measure_text.h"
#include "ui/common/producers_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace adit::ui::map {
namespace {

constexpr std::size_t mostLabels = 8;
constexpr double leastLabelled = 1.0;  // percent, for shares
constexpr std::size_t mostArcs = 12;
constexpr double leastArc = 0.005;      // of all that reaches the consumer
constexpr double leastFullArc = 0.005;  // of world output: what an arc of full width stands for at least

QString tr(const char* text) {
    return QCoreApplication::translate("Map", text);
}

// Builds one map; every step reads the setting and adds to the value.
class Builder {
public:
    Builder(const Setting& s, const MapOptions& options) : m_s(s), m_options(options), m_flows(consumerFlows(s)) {}

    MapValue take() {
        colours();
        labels();
        consumer();
        if (m_options.flows && m_flows) arcs();
        details();
        texts();
        return std::move(m_value);
    }

private:
    void colours();
    void labels();
    void consumer();
    void arcs();
    void details();
    void texts();
    void scaleArcs();
    using Lines = std::vector<std::pair<QString, QString>>;
    void addOutput(Lines& lines, const index::Market& market, const index::Holder& holder, const index::Holder* before,
                   int firstYear) const;
    void addFlow(Lines& lines, EconomyId economy) const;
    QString flowText(const trade::Flow& flow) const;
    QString flowsSource() const;
    const Measure* measureOnFlow(EconomyId exporter) const;

    const Setting& m_s;
    MapOptions m_options;
    Result<trade::Flows> m_flows;
    Coloured m_coloured;
    MapValue m_value;
};

void Builder::colours() {
    m_coloured = coloured(m_s, m_options.metric);
    m_value.marks = std::move(m_coloured.marks);
    m_value.scale = m_coloured.scale;
    m_value.metric = m_coloured.column;
    m_value.stage = m_s.context.stage;
    m_value.legend.title = m_coloured.title;
    m_value.legend.breaks = m_coloured.breaks;
    m_value.legend.none = m_coloured.none;
    m_value.legend.missing = stateText(State::unknown);
    m_value.legend.smallState = tr("small state");
    if (m_s.context.selected.valid()) m_value.selected = text(m_s.data[m_s.context.selected].code);
}

// The largest values; a map of scores has no largest that matters, so there the producers are named.
void Builder::labels() {
    std::vector<const MapMark*> order;
    for (const MapMark& mark : m_value.marks) {
        if (mark.fill == Fill::value && mark.datum.value) order.push_back(&mark);
    }
    const Coloured shares = m_options.metric == Metric::governance ? coloured(m_s, Metric::share) : Coloured{};
    const auto weight = [&](const MapMark* mark) {
        if (shares.marks.empty()) return *mark->datum.value;
        const auto same = std::find_if(shares.marks.begin(), shares.marks.end(),
                                       [&](const MapMark& other) { return other.code == mark->code; });
        return same == shares.marks.end() ? 0.0 : same->datum.value.value_or(0.0);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const MapMark* a, const MapMark* b) { return weight(a) > weight(b); });
    const double least = m_options.metric == Metric::reserves ? 0.0 : leastLabelled;
    for (const MapMark* mark : order) {
        if (m_value.labels.size() == mostLabels || weight(mark) < least) break;
        const QString edited = mark->datum.state == State::assumed ? editMark : QString();
        m_value.labels.push_back({mark->code, QStringLiteral("%1 %2%3").arg(mark->name, edited, mark->datum.text)});
    }
}

// A bloc's arcs end in the member nearest to the middle of all.
void Builder::consumer() {
    const EconomyId consumer = m_s.context.consumer;
    if (!consumer.valid() || m_s.data[consumer].kind == EconomyKind::aggregate) return;
    const std::vector<EconomyId> members = m_s.data.members(consumer, m_s.context.year);
    if (members.empty()) return;
    double lat = 0.0;
    double lon = 0.0;
    for (const EconomyId member : members) {
        m_value.consumer.members.push_back(text(m_s.data[member].code));
        lat += m_s.data[member].lat / double(members.size());
        lon += m_s.data[member].lon / double(members.size());
    }
    const auto distance = [&](EconomyId e) { return std::hypot(m_s.data[e].lat - lat, m_s.data[e].lon - lon); };
    const EconomyId middle = *std::min_element(members.begin(), members.end(),
                                               [&](EconomyId a, EconomyId b) { return distance(a) < distance(b); });
    m_value.consumer.place = text(m_s.data[middle].code);
    m_value.consumer.name = economyName(m_s, consumer);
}

const Measure* Builder::measureOnFlow(EconomyId exporter) const {
    const Measure* measure = controls::leading(m_s.data, m_s.context.mineral, m_s.context.stage, exporter,
                                               asOfDay(m_s.context), m_s.context.consumer);
    return isInForce(m_s, measure) ? measure : nullptr;
}

void Builder::arcs() {
    for (const trade::Flow& flow : m_flows->flows) {
        if (m_value.arcs.size() == mostArcs || flow.tonnes < leastArc * m_flows->total) break;
        MapArc arc;
        arc.from = text(m_s.data[flow.exporter].code);
        arc.name = economyName(m_s, flow.exporter);
        arc.tonnes = flow.tonnes;
        arc.measure = m_options.measures && measureOnFlow(flow.exporter) != nullptr;
        arc.text = flowText(flow);
        arc.assumed = flow.assumed;
        m_value.arcs.push_back(std::move(arc));
    }
    if (m_value.arcs.empty()) return;
    m_value.legend.measureFlow = tr("flow under a measure");
    m_value.legend.freeFlow = tr("free flow");
    if (std::any_of(m_value.arcs.begin(), m_value.arcs.end(), [](const MapArc& arc) { return arc.assumed; }))
        m_value.legend.assumedFlow = tr("%1 your assumption").arg(editMark);
    scaleArcs();
    m_value.arcsHeader = tr("Flow to %1, t, %2").arg(m_value.consumer.name).arg(m_flows->year);
}

// Against world output, so that a trickle does not look like a stream.
void Builder::scaleArcs() {
    const auto market = marketAt(m_s, m_s.context.year);
    m_value.arcScale = std::max(m_value.arcs.front().tonnes, market ? leastFullArc * market->total : 0.0);
    m_value.legend.width = tr("Arc width: tonnes to %1, %2; largest %3")
                               .arg(m_value.consumer.name)
                               .arg(m_flows->year)
                               .arg(m_value.arcs.front().text);
}

// What a hover card says: the metric, share, output, change, stability, the flow and the measure.
void Builder::details() {
    const Context& context = m_s.context;
    const auto market = marketAt(m_s, context.year);
    const std::vector<int> years = unbrokenYears(m_s);
    const auto before = years.size() > 1 ? marketAt(m_s, years.front()) : std::nullopt;
    for (MapMark& mark : m_value.marks) {
        const EconomyId economy = *m_s.data.economy(mark.code.toStdString());
        auto& lines = mark.datum.details;
        if (m_options.metric != Metric::share) lines.emplace_back(metricName(m_options.metric), mark.datum.text);
        if (const index::Holder* holder = market ? market->find(economy) : nullptr)
            addOutput(lines, *market, *holder, before ? before->find(economy) : nullptr, years.front());
        else if (market && m_options.metric == Metric::share)
            lines.emplace_back(tr("Share of world, %1").arg(context.year), tr("none listed"));
        if (const GovernanceRow* row = m_s.data.governanceAt(economy, Dimension::pv, context.year))
            lines.emplace_back(tr("Political stability, %1").arg(row->year),
                               (row->assumed ? editMark + thinSpace : QString()) + m_s.numbers.fixed(row->estimate, 2));
        addFlow(lines, economy);
        const Measure* measure = m_options.measures ? leadingMeasure(m_s, economy) : nullptr;
        if (isInForce(m_s, measure))
            mark.datum.alert = measureText(m_s, measure);
        else if (measure != nullptr)
            lines.emplace_back(QString(), measureText(m_s, measure));
    }
}

void Builder::addOutput(Lines& lines, const index::Market& market, const index::Holder& holder,
                        const index::Holder* before, int firstYear) const {
    const QString basis = text(m_s.data[market.basis]);
    lines.emplace_back(tr("Share of world, %1").arg(market.year), shareDatum(m_s, market, holder).text);
    if (holder.tonnes) {
        const MassUnit own = tableUnit(m_s.data, m_s.context.mineral, {*holder.tonnes});
        const QString unit = basis.isEmpty() ? symbol(own) : tr("%1, %2").arg(symbol(own), basis);
        lines.emplace_back(tr("Output"), massText(m_s.numbers, *holder.tonnes, own) + thinSpace + unit);
    } else {
        lines.emplace_back(tr("Output"), stateName(holder.state));
    }
    if (isAssumed(market)) lines.emplace_back(editMark, tr("rests on your assumption"));
    if (before == nullptr || !before->tonnes || *before->tonnes <= 0.0 || !holder.tonnes) return;
    lines.emplace_back(tr("Change on %1").arg(firstYear), m_s.numbers.change(*holder.tonnes / *before->tonnes - 1.0));
}

void Builder::addFlow(Lines& lines, EconomyId economy) const {
    if (!m_flows) return;
    const auto flow = std::find_if(m_flows->flows.begin(), m_flows->flows.end(),
                                   [&](const trade::Flow& f) { return f.exporter == economy; });
    if (flow == m_flows->flows.end()) return;
    lines.emplace_back(tr("Flow to %1, %2").arg(m_value.consumer.name).arg(m_flows->year), flowText(*flow));
}

QString Builder::flowText(const trade::Flow& flow) const {
    const QString tonnes = m_s.numbers.mass(flow.tonnes);
    return flow.assumed ? editMark + tonnes : tonnes;
}

QString Builder::flowsSource() const {
    QStringList codes;
    for (const std::uint32_t code : m_flows->codes)
        codes << QStringLiteral("%1").arg(code, 6, 10, QLatin1Char('0'));
    QStringList parts{tr("Flows to %1: HS %2, %3, %4")
                          .arg(m_value.consumer.name, codes.join(QStringLiteral(", ")))
                          .arg(m_flows->year)
                          .arg(text(m_s.data[m_flows->source].publisher))};
    parts << tr("by the country they were sent from");
    if (!m_flows->contained) parts << tr("tonnes of product");
    if (m_flows->coverage == TradeCoverage::importerReported || m_flows->coverage == TradeCoverage::exporterReported)
        parts << tr("as one side reported");
    if (m_flows->coverage == TradeCoverage::chinaOnly) parts << tr("out of China only");
    if (m_flows->implausible > 0) parts << tr("%1 implausible rows left out").arg(m_flows->implausible);
    return parts.join(QStringLiteral(", "));
}

void Builder::texts() {
    QStringList sources;
    if (!m_coloured.source.isEmpty()) sources << m_coloured.source;
    if (!m_value.arcs.empty()) m_value.flowsSource = flowsSource();
    if (!m_value.flowsSource.isEmpty()) sources << m_value.flowsSource;
    m_value.text = chartText(m_s, {}, m_coloured.column, sources.join(QStringLiteral(". ")));
    if (!m_coloured.assumptions.isEmpty()) m_value.text.assumption = assumptionLine(m_coloured.assumptions);
}

}  // namespace

QString consumerName(const Setting& s) {
    return s.context.consumer.valid() ? economyName(s, s.context.consumer) : QString();
}

Result<trade::Flows> consumerFlows(const Setting& s) {
    if (!s.context.consumer.valid()) return Error::missing("consumer");
    return trade::flowsTo({&s.data, s.context.mineral, s.context.stage, s.context.consumer, s.context.year});
}

MapValue mapValue(const Setting& s, const MapOptions& options) {
    return Builder(s, options).take();
}

}  // namespace adit::ui::map
