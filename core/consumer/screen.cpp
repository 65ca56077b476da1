#include "core/consumer/screen.h"

#include "core/base/sum.h"
#include "core/consumer/trade.h"

#include <algorithm>

namespace adit::consumer {
namespace {

constexpr std::string_view partly = "of some importers the largest partners alone are published";

Estimate atLeast(const Estimate& x, bool full) {
    if (full) return x;
    Estimate open = Estimate::within({x.bounds->lo, unbounded}, {Flag::partialCoverage});
    open.flags.add(x.flags);
    open.reason = partly;
    return open;
}

// Partners that are not listed are no larger than the smallest that is: with them imports are less concentrated.
Estimate concentration(const Estimate& listed, bool full) {
    if (full) return listed;
    Estimate open = Estimate::within({0.0, listed.bounds->hi}, {Flag::partialCoverage});
    open.flags.add(listed.flags);
    open.reason = partly;
    return open;
}

// Exports that are not listed may be anyone's.
Estimate worldHhi(const std::optional<WorldExports>& world) {
    if (!world) return Estimate::absent("world exports are not published by value");
    const Flags flags = world->isAssumed ? Flags{Flag::assumed} : Flags{};
    if (world->full) return Estimate::about(world->hhi, world->hhiBounds, flags);
    Estimate open = Estimate::within({0.0, 1.0}, {Flag::partialCoverage});
    open.flags.add(flags);
    open.reason = partly;
    return open;
}

Flags assumedIn(const PartnerFlows& flows) {
    return flows.flags.has(Flag::assumed) ? Flags{Flag::assumed} : Flags{};
}

void addPartners(const PartnerFlows& flows, ScreenTrade& out) {
    Sum squares;
    std::vector<Interval> amounts;
    for (const chain::Flow& flow : flows.imports) {
        const double share = flow.tonnes / flows.importTotal;
        squares.add(share * share);
        amounts.push_back(flows.boundsOf(flow));
        const bool assumed = std::ranges::find(flows.assumed, flow.from) != flows.assumed.end();
        out.partners.push_back({flow.from, share, {share, share}, std::nullopt, flows.source, false, assumed});
    }
    std::stable_sort(out.partners.begin(), out.partners.end(),
                     [](const Supplier& a, const Supplier& b) { return *a.share > *b.share; });
    const double hhi = squares.value();
    out.importHhi = concentration(Estimate::about(hhi, hhiWithin(amounts, hhi), assumedIn(flows)), flows.full);
}

Question inYear(const Question& question, int year) {
    Question then = question;
    then.memberYear = question.membersIn();
    then.year = year;
    return then;
}

}  // namespace

ScreenTrade screenTradeOf(const Question& question) {
    ScreenTrade out;
    out.year = question.year;
    out.importHhi = out.worldExportHhi = out.imports = out.inside = out.exports =
        Estimate::absent("no trade by value is published");
    const FlowsPtr shared = sharedFlows(question, Measured::value);
    if (!*shared) return out;
    const PartnerFlows& flows = **shared;
    out.source = flows.source;
    out.flags = flows.flags;
    addPartners(flows, out);
    out.world = sharedWorldExports(question, flows.publisher);
    out.worldExportHhi = worldHhi(out.world);
    const bool full = flows.full && out.world && out.world->full;
    if (!full) out.flags.add(Flag::partialCoverage);
    const Flags assumed = assumedIn(flows);
    out.imports = atLeast(Estimate::about(flows.importTotal, flows.importBounds, assumed), flows.full);
    out.inside = atLeast(Estimate::about(flows.dropped, flows.droppedBounds, assumed), flows.full);
    out.exports = atLeast(exportsBy(question, flows.publisher, Measured::value), full);
    out.flags.add(out.exports.flags);
    out.flags.add(out.worldExportHhi.flags);
    return out;
}

std::vector<int> yearsScreened(const Question& question) {
    std::vector<int> years = tradeYears(question);
    years.resize(std::min(years.size(), screenYears));
    std::reverse(years.begin(), years.end());
    return years;
}

Result<CepiiScreen> cepiiScreenOf(const Question& question, const criticality::ScreenThresholds& thresholds) {
    CepiiScreen out;
    bool any = false;
    for (const int year : yearsScreened(question)) {
        ScreenTrade trade = screenTradeOf(inYear(question, year));
        any = any || trade.published();
        out.years.push_back(criticality::cepiiScreen(
            {trade.importHhi, trade.worldExportHhi, trade.imports, trade.exports}, thresholds));
        out.trade.push_back(std::move(trade));
    }
    if (!any) return Error::missing("trade by value of " + (*question.data)[question.consumer].name);
    out.verdict = criticality::cepiiVerdict(out.years, screenNeeded);
    return out;
}

Result<CommissionScreen> commissionScreenOf(const Question& question, const criticality::ScreenThresholds& thresholds) {
    std::vector<int> years = yearsScreened(question);
    std::reverse(years.begin(), years.end());
    for (const int year : years) {
        CommissionScreen out{screenTradeOf(inYear(question, year)), {}};
        const ScreenTrade& t = out.trade;
        if (!t.published()) continue;
        if (year != question.year) out.trade.flags.add(Flag::yearMismatch);
        const Estimate all =
            through(std::array{t.imports, t.inside}, {},
                    [](const std::array<double, 2>& x) -> std::optional<double> { return x[0] + x[1]; });
        const Estimate total =
            all.bounds ? all : atLeast(Estimate::known(t.imports.bounds->lo + t.inside.bounds->lo, all.flags), false);
        out.screen = criticality::commissionScreen({t.importHhi, t.imports, total, t.exports}, thresholds);
        return out;
    }
    return Error::missing("trade by value of " + (*question.data)[question.consumer].name);
}

Interval countMet(const CepiiScreen& screen) {
    std::vector<criticality::Verdict> verdicts;
    for (const criticality::Screen& year : screen.years)
        verdicts.push_back(criticality::atCentre(year).verdict);
    return countMet(verdicts);
}

Interval countMet(const CommissionScreen& screen) {
    std::vector<criticality::Verdict> verdicts;
    for (const criticality::Criterion& criterion : criticality::atCentre(screen.screen).criteria)
        verdicts.push_back(criterion.verdict);
    return countMet(verdicts);
}

Interval countMet(std::span<const criticality::Verdict> verdicts) {
    Interval count;
    for (const criticality::Verdict verdict : verdicts) {
        if (verdict == criticality::Verdict::met) count.lo += 1.0;
        if (verdict != criticality::Verdict::notMet) count.hi += 1.0;
    }
    return count;
}

}  // namespace adit::consumer
