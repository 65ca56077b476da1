#include "core/controls/in_force.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <tuple>

namespace adit::controls {
namespace {

using namespace std::chrono;

struct Parts {
    int year = 0;
    std::optional<unsigned> month;
    std::optional<unsigned> day;
};

std::optional<Parts> partsOf(std::string_view iso) {
    const auto fields = text::split(iso, '-');
    if (fields.empty() || fields.size() > 3) return std::nullopt;
    std::array<std::int64_t, 3> numbers{};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto number = text::toInt(fields[i]);
        if (!number || *number < 0) return std::nullopt;
        numbers[i] = *number;
    }
    Parts parts;
    parts.year = static_cast<int>(numbers[0]);
    if (fields.size() > 1) parts.month = static_cast<unsigned>(numbers[1]);
    if (fields.size() > 2) parts.day = static_cast<unsigned>(numbers[2]);
    return parts;
}

std::optional<Day> checked(year_month_day date) {
    return date.ok() ? std::optional(Day(date)) : std::nullopt;
}

// Whether goods of a code are traded as this mineral and stage.
bool isTradedAs(const TradeTable& trade, std::uint32_t code, MineralId mineral, Stage stage) {
    const auto subject = [&trade](std::size_t i) { return std::pair(trade.mineral[i], trade.stage[i]); };
    const auto rows = std::ranges::equal_range(std::views::iota(std::size_t{0}, trade.size()),
                                               std::pair(mineral, stage), {}, subject);
    return std::ranges::any_of(rows, [&](std::size_t i) { return trade.hs6[i] == code; });
}

// How much a measure weighs among several: what stands, then how hard it hits.
auto weight(const Measure& measure, Day day) {
    constexpr std::array<int, 6> byStanding{3, 0, 2, 1, 5, 4};  // in the order of Standing
    constexpr std::array<int, 6> byKind{0, 1, 3, 4, 2, 5};      // ban, quota, licensing, tax, processing, other
    return std::tuple(byStanding[static_cast<std::size_t>(standingOn(measure, day))],
                      byKind[static_cast<std::size_t>(measure.kind)], std::string_view(measure.id));
}

}  // namespace

std::optional<Day> firstDay(std::string_view iso) {
    const auto parts = partsOf(iso);
    if (!parts) return std::nullopt;
    return checked(year(parts->year) / month(parts->month.value_or(1)) / day(parts->day.value_or(1)));
}

std::optional<Day> lastDay(std::string_view iso) {
    const auto parts = partsOf(iso);
    if (!parts) return std::nullopt;
    if (parts->day) return firstDay(iso);
    const auto lastOfMonth = year(parts->year) / month(parts->month.value_or(12)) / last;
    return lastOfMonth.ok() ? std::optional(Day(lastOfMonth)) : std::nullopt;
}

namespace {

// Reported as over without a date: over from the day of the report on.
bool expiredBy(const Measure& measure, Day day) {
    const auto report = firstDay(measure.statusAsOf);
    return measure.state == MeasureState::expired && (!report || day >= *report);
}

}  // namespace

Standing standingOn(const Measure& measure, Day day) {
    const auto start = firstDay(measure.effective);
    const auto end = lastDay(measure.ended);
    const auto paused = firstDay(measure.suspended);
    const auto pausedUntil = lastDay(measure.suspendedUntil);
    if (end && day >= *end) return Standing::ended;
    if (paused && day >= *paused) {
        return pausedUntil && day >= *pausedUntil ? Standing::suspensionOver : Standing::suspended;
    }
    if (!start) return measure.state == MeasureState::announced ? Standing::announced : Standing::undated;
    if (!end && expiredBy(measure, day)) return Standing::ended;
    return day >= *start ? Standing::inForce : Standing::announced;
}

std::optional<Day> notKnownSince(const Measure& measure, Day day) {
    if (standingOn(measure, day) == Standing::ended) return std::nullopt;
    if (standingOn(measure, day) == Standing::suspensionOver) return lastDay(measure.suspendedUntil);
    const auto evidence = lastDay(measure.statusAsOf);
    return evidence && day > *evidence ? evidence : std::nullopt;
}

Reach reachOf(const Dataset& data, const Measure& measure, MineralId mineral) {
    if (measure.mineral == mineral || data[mineral].partOf == measure.mineral) return Reach::whole;
    return data[measure.mineral].partOf == mineral ? Reach::part : Reach::none;
}

bool coversStage(const Dataset& data, const Measure& measure, MineralId mineral, Stage stage) {
    if (!measure.stage) return false;
    if (measure.stage == stage) return true;
    const auto codes = text::split(measure.hsCodes, ';');
    return std::any_of(codes.begin(), codes.end(), [&](std::string_view code) {
        const auto number = text::toInt(text::trim(code).substr(0, 6));
        return number && isTradedAs(data.trade, static_cast<std::uint32_t>(*number), mineral, stage);
    });
}

bool targets(const Dataset& data, const Measure& measure, EconomyId consumer, int year) {
    if (measure.imposer == consumer || data.isMember(consumer, measure.imposer, year)) return false;
    if (data.isMember(measure.imposer, consumer, year)) return false;
    if (measure.againstAll) return true;
    const auto hit = [&](EconomyId target) { return target == consumer || data.isMember(target, consumer, year); };
    return std::any_of(measure.targets.begin(), measure.targets.end(), hit);
}

const Measure* leading(const Dataset& data, MineralId mineral, Stage stage, EconomyId exporter, Day day,
                       std::optional<EconomyId> consumer) {
    const Measure* found = nullptr;
    const int year = static_cast<int>(year_month_day(day).year());
    for (const Measure& measure : data.measures) {
        if (measure.imposer != exporter && !data.isMember(exporter, measure.imposer, year)) continue;
        if (reachOf(data, measure, mineral) == Reach::none || !coversStage(data, measure, mineral, stage)) continue;
        if (consumer && !targets(data, measure, *consumer, year)) continue;
        if (found == nullptr || weight(measure, day) < weight(*found, day)) found = &measure;
    }
    return found;
}

}  // namespace adit::controls
