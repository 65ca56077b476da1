#include "ui/common/figure_link.h"

#include <QStringList>

#include <array>

namespace adit::ui {
namespace {

enum Part { mineral, stage, year, view, rule, source, economy, partner, asOf, hubs, parts };

QString idText(bool valid, std::size_t index) {
    return valid ? QString::number(index) : QStringLiteral("-");
}

template <typename IdType>
std::optional<IdType> idFrom(const QString& text, std::size_t count) {
    bool ok = false;
    const uint index = text.toUInt(&ok);
    if (!ok || index >= count) return std::nullopt;
    return IdType(std::size_t{index});
}

// "0" for none, "1" for those found by rule, "2+14+90" for those listed.
QString hubsText(const consumer::HubChoice& choice) {
    QString text = QString::number(static_cast<int>(choice.rule));
    for (const EconomyId economy : choice.listed)
        text += QLatin1Char('+') + QString::number(economy.index());
    return text;
}

consumer::HubChoice hubsFrom(const QString& text, const Dataset& data) {
    const QStringList words = text.split(QLatin1Char('+'));
    consumer::HubChoice choice{static_cast<consumer::HubRule>(words.front().toUInt() % 3)};
    for (const QString& word : words.mid(1)) {
        if (const auto economy = idFrom<EconomyId>(word, data.economies.size())) choice.listed.push_back(*economy);
    }
    return choice;
}

}  // namespace

QString linkOf(const FigureRef& figure) {
    const index::Query& q = figure.query;
    const QStringList fields{idText(q.mineral.valid(), q.mineral.index()),
                             QString::number(static_cast<int>(q.stage)),
                             QString::number(q.year),
                             QString::number(static_cast<int>(q.view)),
                             QString::number(static_cast<int>(q.rule)),
                             idText(q.source.has_value(), q.source.value_or(SourceId()).index()),
                             idText(q.economy.has_value(), q.economy.value_or(EconomyId()).index()),
                             idText(q.partner.has_value(), q.partner.value_or(EconomyId()).index()),
                             q.asOf ? QString::number(q.asOf->time_since_epoch().count()) : QStringLiteral("-"),
                             hubsText(q.hubs)};
    return QString::fromStdString(figure.index) + QLatin1Char('/') + fields.join(QLatin1Char('/'));
}

std::optional<FigureRef> figureOf(const QString& link, const Dataset& data) {
    const QStringList all = link.split(QLatin1Char('/'));
    if (all.size() != parts + 1) return std::nullopt;
    const QStringList fields = all.mid(1);
    FigureRef figure;
    figure.index = all.front().toStdString();
    const auto of = idFrom<MineralId>(fields[mineral], data.minerals.size());
    if (!of) return std::nullopt;
    index::Query& q = figure.query;
    q.data = &data;
    q.mineral = *of;
    q.stage = static_cast<Stage>(fields[stage].toUInt() % 3);
    q.year = fields[year].toInt();
    q.view = static_cast<View>(fields[view].toUInt() % 2);
    q.rule = static_cast<index::ControlRule>(fields[rule].toUInt() % 3);
    q.source = idFrom<SourceId>(fields[source], data.sources.size());
    q.economy = idFrom<EconomyId>(fields[economy], data.economies.size());
    q.partner = idFrom<EconomyId>(fields[partner], data.economies.size());
    q.hubs = hubsFrom(fields[hubs], data);
    bool isDay = false;
    const int day = fields[asOf].toInt(&isDay);
    if (isDay) q.asOf = std::chrono::sys_days(std::chrono::days(day));
    return figure;
}

}  // namespace adit::ui
