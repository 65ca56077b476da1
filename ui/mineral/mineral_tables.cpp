#include "core/consumer/recycling.h"
#include "ui/mineral/mineral_charts.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace adit::ui::mineral {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Mineral", text);
}
const Price* latestPrice(const Setting& s, std::vector<const Price*>& series) {
    const Price* latest = nullptr;
    for (const Price& price : s.data.prices) {
        if (price.mineral != s.context.mineral) continue;
        if (latest == nullptr || price.year > latest->year) latest = &price;
    }
    if (latest == nullptr) return nullptr;
    for (const Price& price : s.data.prices) {
        if (price.mineral == s.context.mineral && price.source == latest->source && price.form == latest->form)
            series.push_back(&price);
    }
    std::sort(series.begin(), series.end(), [](const Price* a, const Price* b) { return a->year < b->year; });
    return latest;
}

// Minerals by their ids, as words.
QString joined(const std::vector<std::string>& parts) {
    QStringList list;
    for (const std::string& part : parts)
        list << text(part).replace(QLatin1Char('-'), QLatin1Char(' '));
    return list.join(QStringLiteral(", "));
}

// As the EU's supply risk reads it.
Fact recycling(const Setting& s) {
    Fact fact{tr("Recycling (EoL-RIR)"), tr("n/a"), tr("Not published"), {}, {}};
    const auto rate = consumer::recyclingOf(s.data, s.context.mineral);
    if (!rate) return fact;
    const Input input = consumer::recyclingInput(s.data, s.context.mineral, s.context.year);
    fact.value = s.numbers.percent(*input.value);
    fact.tooltip = sourceTip(s.data, input.source);
    if (input.state != State::assumed) return fact;
    if (input.bounds) fact.value += tr(" (%1)").arg(s.numbers.interval(*input.bounds, Unit::one));
    fact.value = editMark + QLatin1Char(' ') + fact.value;
    const auto published = consumer::publishedRecycling(s.data, s.context.mineral);
    fact.tooltip = tr("Your assumption; published: %1").arg(published ? s.numbers.percent(*published) : tr("nothing"));
    return fact;
}

void addPrice(const Setting& s, std::vector<Fact>& out) {
    std::vector<const Price*> series;
    const Price* latest = latestPrice(s, series);
    if (latest == nullptr) {
        out.push_back({tr("Price"), tr("n/a"), tr("No published price in this edition"), {}, {}});
        return;
    }
    Fact fact{tr("Price, %1").arg(latest->year),
              s.numbers.usdPerTonne(latest->usdPerTonne),
              text(latest->form) + QLatin1Char('\n') + sourceTip(s.data, latest->source),
              {},
              {}};
    for (const Price* price : series)
        fact.trend.push_back(price->usdPerTonne);
    if (series.size() > 1) fact.trendText = s.numbers.period(series.front()->year, series.back()->year);
    out.push_back(std::move(fact));
}

void addReserves(const Setting& s, std::vector<Fact>& out) {
    const ReserveRow* largest = nullptr;
    bool isAssumed = false;  // of any: which is the largest rests on all of them
    for (const ReserveRow& row : s.data.reserves) {
        if (row.mineral != s.context.mineral || s.data[row.economy].kind != EconomyKind::economy) continue;
        if (largest == nullptr || row.year > largest->year) isAssumed = false;
        if (largest == nullptr || row.year >= largest->year) isAssumed = isAssumed || row.assumed.has_value();
        if (largest == nullptr || row.year > largest->year ||
            (row.year == largest->year && row.tonnes > largest->tonnes))
            largest = &row;
    }
    if (largest == nullptr) {
        out.push_back({tr("Reserves"), tr("n/a"), tr("No published reserves in this edition"), {}, {}});
        return;
    }
    const QString bound = largest->bound == '>'   ? tr("more than ")
                          : largest->bound == '<' ? tr("less than ")
                                                  : QString();
    Fact fact{tr("Largest reserves, %1").arg(largest->year),
              tr("%1: %2%3").arg(text(s.data[largest->economy].shortName), bound, s.numbers.mass(largest->tonnes)),
              text(s.data[largest->basis]) + QLatin1Char('\n') + sourceTip(s.data, largest->source),
              {},
              {}};
    if (isAssumed) fact.value = editMark + QLatin1Char(' ') + fact.value;
    if (largest->assumed) {
        const auto published = largest->assumed->published;
        fact.tooltip = tr("Your assumption; published: %1").arg(published ? s.numbers.mass(*published) : tr("nothing"));
    } else if (isAssumed) {
        fact.tooltip = tr("Reserves of another economy are your assumption") + QLatin1Char('\n') + fact.tooltip;
    }
    out.push_back(std::move(fact));
}

// "EU-2023-critical" as "EU critical 2023": whose list, which of its lists, of which year.
QString listName(const std::string& id) {
    static const QHash<QString, QString> names{
        {QStringLiteral("AUS"), tr("Australia")},     {QStringLiteral("CAN"), tr("Canada")},
        {QStringLiteral("IND"), tr("India")},         {QStringLiteral("JPN"), tr("Japan")},
        {QStringLiteral("KOR"), tr("Korea")},         {QStringLiteral("10"), tr("core 10")},
        {QStringLiteral("33"), tr("33 minerals")},    {QStringLiteral("defence12"), tr("defence")},
        {QStringLiteral("critical"), tr("critical")}, {QStringLiteral("strategic"), tr("strategic")}};
    QStringList words;
    QString year;
    for (const QString& part : text(id).split(QLatin1Char('-'))) {
        const bool isYear = part.size() == 4 && part.startsWith(QLatin1String("20"));
        if (isYear)
            year = part;
        else
            words << names.value(part, part);
    }
    if (!year.isEmpty()) words << year;
    return words.join(QLatin1Char(' '));
}

}  // namespace

std::vector<Fact> facts(const Setting& s) {
    const Mineral& mineral = s.data[s.context.mineral];
    const QString unverified =
        mineral.verified ? QString() : tr("general knowledge, not verified against a publication");
    std::vector<Fact> out;
    out.push_back({tr("Host metals"),
                   mineral.hostMetals.empty() ? tr("none: mined for itself")
                                              : tr("%1 (by-product)").arg(joined(mineral.hostMetals)),
                   unverified,
                   {},
                   {}});
    out.push_back(recycling(s));
    addPrice(s, out);
    addReserves(s, out);
    return out;
}

std::vector<ListChip> lists(const Setting& s) {
    std::vector<ListChip> out;
    for (const ListEntry& entry : s.data.lists) {
        if (entry.mineral != s.context.mineral) continue;
        const QString tier = entry.tier.empty() ? QString() : text(entry.tier) + QLatin1Char('\n');
        out.push_back({listName(entry.list), tier + sourceTip(s.data, entry.source)});
    }
    return out;
}

Table uses(const Setting& s) {
    Table table;
    const Mineral& mineral = s.data[s.context.mineral];
    table.columns = {{QStringLiteral("use"), tr("Use"), CellKind::text, {}, true},
                     {QStringLiteral("defence"), tr("Defence"), CellKind::text, {}, false}};
    const auto add = [&](const std::string& use, bool defence) {
        Cell name = textCell(text(use));
        name.strong = defence;
        table.rows.push_back({text(use), {}, {name, textCell(defence ? tr("yes") : QStringLiteral("–"))}, false});
    };
    for (const std::string& use : mineral.defenceUses)
        add(use, true);
    for (const std::string& use : mineral.uses) {
        if (std::find(mineral.defenceUses.begin(), mineral.defenceUses.end(), use) == mineral.defenceUses.end())
            add(use, false);
    }
    table.source = mineral.verified ? sourceTip(s.data, mineral.source)
                                    : tr("General knowledge, not verified; no shares are published in this edition.");
    return table;
}

}  // namespace adit::ui::mineral
