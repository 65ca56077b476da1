#include "tests/support/dataset_builder.h"

#include <tuple>

namespace adit::test {
namespace {

template <typename T>
std::size_t indexOf(std::vector<T>& all, std::string_view id, std::string T::*key) {
    const auto it = std::find_if(all.begin(), all.end(), [&](const T& t) { return t.*key == id; });
    if (it != all.end()) return static_cast<std::size_t>(it - all.begin());
    all.emplace_back().*key = std::string(id);
    return all.size() - 1;
}

std::uint32_t noteOf(std::vector<std::string>& notes, std::string_view note) {
    if (note.empty()) return 0;
    notes.emplace_back(note);
    return static_cast<std::uint32_t>(notes.size() - 1);
}

auto orderOf(const Series& s) {
    return std::tuple(s.mineral, s.stage, s.year, s.source, s.basis);
}

}  // namespace

DatasetBuilder::DatasetBuilder() {
    m_data.edition = "test";
    m_data.notes.emplace_back();
    const auto add = [&](std::string_view code, std::string_view name, EconomyKind kind) {
        Economy& e = m_data.economies.emplace_back();
        e.code = code;
        e.name = name;
        e.shortName = name;
        e.kind = kind;
    };
    add("WORLD", "World", EconomyKind::aggregate);
    add("OTHER", "Other countries", EconomyKind::aggregate);
    for (const auto& [code, name] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{{"AUS", "Australia"},
                                                                              {"BEL", "Belgium"},
                                                                              {"CAN", "Canada"},
                                                                              {"CHE", "Switzerland"},
                                                                              {"CHL", "Chile"},
                                                                              {"CHN", "China"},
                                                                              {"COD", "DR Congo"},
                                                                              {"FIN", "Finland"},
                                                                              {"IDN", "Indonesia"},
                                                                              {"JPN", "Japan"},
                                                                              {"KAZ", "Kazakhstan"},
                                                                              {"PHL", "Philippines"},
                                                                              {"RUS", "Russia"},
                                                                              {"USA", "United States"},
                                                                              {"ZAF", "South Africa"}}) {
        add(code, name, EconomyKind::economy);
    }
}

MineralId DatasetBuilder::mineral(std::string_view slug, std::string_view basisText) {
    const MineralId id(indexOf(m_data.minerals, slug, &Mineral::slug));
    Mineral& mineral = m_data.minerals[id.index()];
    if (mineral.name.empty()) {
        mineral.name = slug;
        mineral.name[0] = static_cast<char>(mineral.name[0] - 'a' + 'A');
        mineral.basis = basisText;
    }
    return id;
}

SourceId DatasetBuilder::source(std::string_view id) {
    return SourceId(indexOf(m_data.sources, id, &Source::id));
}

BasisId DatasetBuilder::basis(std::string_view text) {
    const auto it = std::find(m_data.bases.begin(), m_data.bases.end(), text);
    if (it != m_data.bases.end()) return BasisId(static_cast<std::size_t>(it - m_data.bases.begin()));
    m_data.bases.emplace_back(text);
    return BasisId(m_data.bases.size() - 1);
}

DatasetBuilder& DatasetBuilder::output(std::string_view slug, Stage stage, int year, std::string_view sourceId,
                                       const std::vector<Figures>& rows, std::string_view basisText) {
    Pending& pending = m_pending.emplace_back();
    pending.series = {mineral(slug), stage, static_cast<std::int16_t>(year), source(sourceId), basis(basisText), 0, 0};
    for (const Figures& row : rows)
        pending.rows.push_back({economy(row.economy), row.flag, row.tonnes, noteOf(m_data.notes, row.note)});
    std::sort(pending.rows.begin(), pending.rows.end(),
              [&](const OutputRow& a, const OutputRow& b) { return m_data[a.economy].code < m_data[b.economy].code; });
    return *this;
}

DatasetBuilder& DatasetBuilder::prefer(std::string_view slug, Stage stage, int year, std::string_view sourceId,
                                       Break breaks, std::string_view basisText) {
    m_data.preferences.push_back(
        {mineral(slug), stage, static_cast<std::int16_t>(year), source(sourceId), basis(basisText), breaks});
    return *this;
}

DatasetBuilder& DatasetBuilder::facility(std::string_view name, std::string_view slug, std::string_view host, int year,
                                         double tonnes, std::string_view status) {
    Facility& facility = m_data.facilities.emplace_back();
    facility.name = name;
    facility.mineral = mineral(slug);
    facility.economy = economy(host);
    facility.year = static_cast<std::int16_t>(year);
    facility.source = source("facilities");
    facility.outputTonnes = tonnes;
    facility.status = status;
    return *this;
}

DatasetBuilder& DatasetBuilder::stake(std::string_view facility, std::string_view owner, std::string_view home,
                                      int year, std::optional<double> equity, bool isOperator) {
    Stake& stake = m_data.stakes.emplace_back();
    stake.facility = facility;
    stake.owner = owner;
    stake.year = static_cast<std::int16_t>(year);
    stake.source = source("facilities");
    if (!home.empty()) stake.ownerEconomy = economy(home);
    stake.equityPercent = equity;
    stake.isOperator = isOperator;
    return *this;
}

DatasetBuilder& DatasetBuilder::control(std::string_view slug, std::string_view host, std::string_view owner, int year,
                                        double percent, std::string_view measure, bool forecast) {
    ControlShare& share = m_data.control.emplace_back();
    share.mineral = mineral(slug);
    share.host = economy(host);
    share.owner = economy(owner);
    share.year = static_cast<std::int16_t>(year);
    share.source = source("control");
    share.measure = measure;
    share.percent = percent;
    share.forecast = forecast;
    return *this;
}

DatasetBuilder& DatasetBuilder::trade(std::string_view slug, Stage stage, int year, std::string_view sourceId,
                                      std::string_view exporter, std::string_view importer, double tonnes, double usd) {
    m_flows.push_back(
        {mineral(slug), stage, year, economy(importer), economy(exporter), source(sourceId), tonnes, usd});
    return *this;
}

void DatasetBuilder::addTrade(std::vector<Flow> flows, TradeTable& table) {
    std::sort(flows.begin(), flows.end(), [](const Flow& a, const Flow& b) {
        return std::tuple(a.mineral, a.stage, a.year, a.importer, a.exporter, a.source) <
               std::tuple(b.mineral, b.stage, b.year, b.importer, b.exporter, b.source);
    });
    for (const Flow& flow : flows) {
        table.mineral.push_back(flow.mineral);
        table.stage.push_back(flow.stage);
        table.year.push_back(static_cast<std::int16_t>(flow.year));
        table.importer.push_back(flow.importer);
        table.exporter.push_back(flow.exporter);
        table.hs6.push_back(0);
        table.source.push_back(flow.source);
        table.role.push_back(TradeRole::product);
        table.coverage.push_back(TradeCoverage::full);
        table.flag.push_back(TradeFlag::none);
        table.tonnes.push_back(flow.tonnes);
        table.contained.push_back(flow.tonnes);
        table.usd.push_back(flow.usd);
    }
}

DatasetBuilder& DatasetBuilder::bloc(std::string_view code, std::initializer_list<std::string_view> members) {
    Economy& bloc = m_data.economies.emplace_back();
    bloc.code = code;
    bloc.name = code;
    bloc.kind = EconomyKind::bloc;
    for (const std::string_view member : members)
        m_data.memberships.push_back({economy(code), economy(member), {}, {}});
    return *this;
}

Dataset DatasetBuilder::build() const {
    Dataset data = m_data;
    std::vector<Pending> pending = m_pending;
    std::sort(pending.begin(), pending.end(),
              [](const Pending& a, const Pending& b) { return orderOf(a.series) < orderOf(b.series); });
    for (Pending& p : pending) {
        p.series.first = static_cast<std::uint32_t>(data.production.rows.size());
        data.production.rows.insert(data.production.rows.end(), p.rows.begin(), p.rows.end());
        p.series.last = static_cast<std::uint32_t>(data.production.rows.size());
        data.production.series.push_back(p.series);
    }
    std::sort(data.preferences.begin(), data.preferences.end(), [](const Preference& a, const Preference& b) {
        return std::tuple(a.mineral, a.stage, a.year) < std::tuple(b.mineral, b.stage, b.year);
    });
    addTrade(m_flows, data.trade);
    return data;
}

}  // namespace adit::test
