#include "ui/stockpiles/stockpiles_data.h"

#include "core/consumer/stock.h"
#include "core/cube/memo.h"
#include "core/workspace/overlay.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace adit::ui::stockpiles {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Stockpiles", text);
}

bool isAggregate(const Dataset& data, EconomyId id) {
    return data[id].kind == EconomyKind::aggregate;
}

// Economies with a programme of any mineral: whose practice the others are measured by.
bool hasProgramme(const Dataset& data, EconomyId id) {
    return std::any_of(data.stockpiles.begin(), data.stockpiles.end(),
                       [id](const StockpileRow& row) { return row.economy == id && !row.moneyOnly; });
}

// Makes the rows of one table, which share what they rest on.
class RowMaker {
public:
    RowMaker(const Setting& s, const Choice& choice) : m_s(s), m_choice(choice), m_memo(s.data) {}

    Row rowOf(EconomyId economy, MineralId mineral, bool member);
    bool isWanted(EconomyId economy, MineralId mineral);

private:
    consumer::Question questionOf(EconomyId economy, MineralId mineral);
    std::optional<EconomyId> supplierOf(MineralId mineral);

    const Setting& m_s;
    const Choice& m_choice;
    cube::Memo m_memo;
    std::map<MineralId, std::optional<EconomyId>> m_usual;
};

consumer::Question RowMaker::questionOf(EconomyId economy, MineralId mineral) {
    consumer::Question question{&m_s.data, economy, mineral, consumer::stockedStage(m_s.data, mineral),
                                m_s.context.year};
    question.memo = &m_memo;
    return question;
}

std::optional<EconomyId> RowMaker::supplierOf(MineralId mineral) {
    if (m_choice.supplier) return m_choice.supplier;
    const auto [place, isNew] = m_usual.try_emplace(mineral);
    if (isNew) place->second = usualSupplier(m_s, mineral);
    return place->second;
}

Row RowMaker::rowOf(EconomyId economy, MineralId mineral, bool member) {
    Row row;
    row.query = queryOf(m_s.data, m_s.context);
    row.query.source.reset();
    row.query.mineral = mineral;
    row.query.stage = consumer::stockedStage(m_s.data, mineral);
    row.query.economy = economy;
    row.holding = consumer::holdingOf(questionOf(economy, mineral));
    row.supplier = supplierOf(mineral);
    row.query.partner = row.supplier;
    const Estimate lost = row.supplier ? consumer::lossOf(row.holding.question, *row.supplier).share
                                       : Estimate::absent("no producer is known");
    row.lost = lost.value;
    row.net = row.supplier ? consumer::netCover(row.holding, lost) : lost;
    row.holding.question.memo = nullptr;  // the row outlives it
    row.member = member;
    return row;
}

bool RowMaker::isWanted(EconomyId economy, MineralId mineral) {
    const consumer::Question question = questionOf(economy, mineral);
    if (consumer::isNamed(question)) return true;
    return m_choice.all && consumer::consumptionTerm(question).known();
}

void sortByName(const Dataset& data, std::vector<EconomyId>& economies) {
    std::sort(economies.begin(), economies.end(),
              [&](EconomyId a, EconomyId b) { return data[a].shortName < data[b].shortName; });
}

std::vector<Row> economyRows(const Setting& s, const Choice& choice) {
    const Dataset& data = s.data;
    const MineralId mineral = s.context.mineral;
    RowMaker maker(s, choice);
    std::vector<EconomyId> members;
    for (const EconomyId member : data.members(s.context.consumer, s.context.year)) {
        if (member != s.context.consumer && maker.isWanted(member, mineral)) members.push_back(member);
    }
    std::vector<EconomyId> others;
    for (std::size_t i = 0; i < data.economies.size(); ++i) {
        const EconomyId id(i);
        if (id == s.context.consumer || isAggregate(data, id)) continue;
        if (data.isMember(id, s.context.consumer, s.context.year)) continue;
        if (maker.isWanted(id, mineral) || (data[id].kind == EconomyKind::economy && hasProgramme(data, id)))
            others.push_back(id);
    }
    sortByName(data, members);
    sortByName(data, others);
    std::vector<Row> rows{maker.rowOf(s.context.consumer, mineral, false)};
    for (const EconomyId id : members)
        rows.push_back(maker.rowOf(id, mineral, true));
    for (const EconomyId id : others)
        rows.push_back(maker.rowOf(id, mineral, false));
    return rows;
}

std::vector<Row> mineralRows(const Setting& s, const Choice& choice) {
    std::vector<Row> rows;
    RowMaker maker(s, choice);
    for (std::size_t m = 0; m < s.data.minerals.size(); ++m) {
        if (maker.isWanted(s.context.consumer, MineralId(m)))
            rows.push_back(maker.rowOf(s.context.consumer, MineralId(m), false));
    }
    if (rows.empty()) rows.push_back(maker.rowOf(s.context.consumer, s.context.mineral, false));
    return rows;
}

}  // namespace

std::optional<EconomyId> usualSupplier(const Setting& s, MineralId mineral) {
    index::Query query = queryOf(s.data, s.context);
    query.mineral = mineral;
    query.stage = consumer::stockedStage(s.data, mineral);
    query.view = View::located;
    query.source.reset();
    const std::vector<int> years = s.data.yearsOf(mineral, query.stage);
    if (years.empty()) return std::nullopt;
    const auto later = std::upper_bound(years.begin(), years.end(), query.year);
    query.year = later == years.begin() ? years.front() : *std::prev(later);
    const auto market = index::market(query);
    if (!market) return std::nullopt;
    for (const index::Holder& holder : market->holders) {  // largest first
        if (holder.tonnes) return holder.economy;
    }
    return std::nullopt;
}

std::vector<Row> rowsOf(const Setting& s, const Choice& choice) {
    return choice.rows == Rows::economies ? economyRows(s, choice) : mineralRows(s, choice);
}

std::optional<Unit> unitOf(const QString& column) {
    if (column == QLatin1String("stock") || column == QLatin1String("floor") || column == QLatin1String("limit"))
        return Unit::tonnes;
    if (column == QLatin1String("consumption")) return Unit::tonnesPerYear;
    if (column == QLatin1String("target")) return Unit::days;
    if (column == QLatin1String("price")) return Unit::usdPerTonne;
    return std::nullopt;
}

std::optional<workspace::Key> keyOf(const Dataset& data, const Row& row, const QString& column) {
    using workspace::Quantity;
    static const std::vector<std::pair<QLatin1String, Quantity>> columns{
        {QLatin1String("stock"), Quantity::stock},        {QLatin1String("floor"), Quantity::floor},
        {QLatin1String("limit"), Quantity::releaseLimit}, {QLatin1String("consumption"), Quantity::consumption},
        {QLatin1String("target"), Quantity::targetDays},  {QLatin1String("price"), Quantity::price}};
    for (const auto& [id, quantity] : columns) {
        if (column != id) continue;
        // One of this year alone stands in the cell before that of every year: it is the one to change.
        const Assumed* assumed = row.holding.consumption.assumed;
        if (quantity == Quantity::consumption && assumed != nullptr) return workspace::keyOf(data, *assumed);
        const std::string economy = quantity == Quantity::price ? std::string() : data[*row.query.economy].code;
        return workspace::Key{quantity, economy, data[row.query.mineral].slug, {}};
    }
    return std::nullopt;
}

QString assumptionLine(const Setting& s, const std::vector<Row>& rows) {
    QStringList names;
    for (const Row& row : rows) {
        const consumer::Holding& h = row.holding;
        for (const consumer::Term* term : {&h.stock, &h.floor, &h.releaseLimit, &h.consumption, &h.target, &h.price}) {
            if (term->assumed == nullptr || term->inputs.empty()) continue;
            const QString name = tr("%1 of %2")
                                     .arg(text(term->inputs.front().name), term->assumed->economy.valid()
                                                                               ? economyName(s, *row.query.economy)
                                                                               : text(s.data[row.query.mineral].name));
            if (!names.contains(name)) names << name;
        }
    }
    return ui::assumptionLine(names);
}

}  // namespace adit::ui::stockpiles
