#include "core/workspace/moved.h"

#include "core/consumer/holding.h"
#include "core/consumer/net_reliance.h"
#include "core/consumer/published_importance.h"
#include "core/consumer/published_loss.h"
#include "core/consumer/recycling.h"
#include "core/consumer/reserves.h"
#include "core/consumer/stock.h"
#include "core/consumer/trade.h"
#include "core/exposure/severity.h"
#include "core/workspace/describe.h"
#include "core/workspace/replaced_control.h"
#include "core/workspace/replaced_facilities.h"
#include "core/workspace/replaced_shares.h"

#include <algorithm>
#include <cmath>

namespace adit::workspace {
namespace {

constexpr int latest = 9999;  // a year after all others
constexpr double noise = 1e-9;

struct Codes {
    EconomyId economy;
    MineralId mineral;
    std::optional<Stage> stage;
    std::optional<int> year;
    EconomyId partner;
};

template <typename Id>
bool resolve(const std::string& code, std::optional<Id> found, Id& id) {
    if (code.empty()) return true;
    if (found) id = *found;
    return found.has_value();
}

// Nothing where one of the codes is not in the dataset.
std::optional<Codes> codesOf(const Dataset& data, const Key& key) {
    Codes codes;
    if (!resolve(key.economy, data.economy(key.economy), codes.economy)) return std::nullopt;
    if (!resolve(key.mineral, data.mineral(key.mineral), codes.mineral)) return std::nullopt;
    const Detail detail = detailOf(key);
    codes.stage = detail.stage;
    codes.year = detail.year;
    const std::string partner = namesPartner(key.quantity) ? detail.partner : std::string();
    if (!resolve(partner, data.economy(partner), codes.partner)) return std::nullopt;
    return codes;
}

std::optional<double> outputOf(const Dataset& data, const Codes& codes) {
    const std::vector<int> years = data.yearsOf(codes.mineral, *codes.stage);
    if (years.empty()) return std::nullopt;
    const Series* series = data.seriesFor(codes.mineral, *codes.stage, codes.year.value_or(years.back()));
    if (series == nullptr) return std::nullopt;
    for (const OutputRow& row : data.production.rowsOf(*series))
        if (row.economy == codes.economy) return row.tonnes;
    return std::nullopt;
}

std::optional<double> tradeOf(const Dataset& data, const Codes& codes, Quantity quantity) {
    const auto years = consumer::allTradeYears(data, codes.mineral, *codes.stage);
    if (years.empty()) return std::nullopt;
    const int year = codes.year.value_or(years.front().year);
    const consumer::Question question{&data, codes.economy, codes.mineral, *codes.stage, year};
    const bool byValue = quantity == Quantity::tradeValue;
    const auto flows = consumer::flowsOf(question, byValue ? consumer::Measured::value : consumer::Measured::mass);
    if (!flows) return std::nullopt;
    if (quantity == Quantity::exports) return flows->exports;
    for (const chain::Flow& flow : flows->imports)
        if (flow.from == codes.partner) return flow.tonnes;
    return std::nullopt;
}

// In the latest study, of whom it is about.
std::optional<double> studyOf(const Dataset& data, const Codes& codes, Quantity quantity) {
    if (data[codes.economy].code != traitsOf(quantity).onlyOf) return std::nullopt;
    const PublishedResult* row = quantity == Quantity::economicImportance
                                     ? consumer::publishedImportance(data, codes.mineral, latest)
                                     : consumer::publishedLoss(data, codes.mineral);
    return row != nullptr ? std::optional(row->value) : std::nullopt;
}

std::optional<double> severityOf(const std::string& kind) {
    const auto found = measureKindFrom(kind);
    if (!found) return std::nullopt;
    return exposure::Severities{}[*found].central;
}

std::optional<double> estimateOf(const Dataset& data, EconomyId economy, const Detail& detail) {
    const GovernanceRow* row = data.governanceAt(economy, *detail.dimension, detail.year.value_or(latest));
    if (row == nullptr || row->year != detail.year.value_or(row->year)) return std::nullopt;
    return row->estimate;
}

std::optional<double> reservesOf(const Dataset& data, const Codes& codes) {
    const auto rows = consumer::reservesAt(data, codes.mineral, codes.year.value_or(latest));
    const auto own = std::ranges::find(rows, codes.economy, &ReserveRow::economy);
    if (own == rows.end() || (*own)->year != codes.year.value_or((*own)->year)) return std::nullopt;
    return (*own)->tonnes;
}

// Apparent consumption is computed, from a stage that a key does not have: it is not asked for here.
std::optional<double> holdingFigure(const Dataset& data, const Codes& codes, Quantity quantity) {
    const int year = codes.year.value_or(latest);
    const consumer::Question question{&data, codes.economy, codes.mineral, Stage::refine, year};
    switch (quantity) {
        case Quantity::stock:
            return consumer::stockOf(question).value.value;
        case Quantity::consumption: {
            const auto figure = consumer::consumptionOf(data, codes.economy, codes.mineral, year);
            return figure ? std::optional(figure->tonnes) : std::nullopt;
        }
        case Quantity::targetDays:
            return consumer::targetOf(question, consumer::consumptionTerm(question)).value.value;
        case Quantity::price:
            return consumer::priceOf(question).value.value;
        default:
            return std::nullopt;
    }
}

bool same(std::optional<double> a, std::optional<double> b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return std::fabs(*a - *b) <= noise * std::max(std::fabs(*a), std::fabs(*b));
}

std::optional<Moved::How> howMoved(std::optional<double> then, std::optional<double> now) {
    if (same(then, now)) return std::nullopt;
    if (!then) return Moved::How::appeared;
    return now ? Moved::How::changed : Moved::How::withdrawn;
}

// An own bloc is in no edition.
bool isKnown(const Workspace& workspace, const Dataset& data, Key key) {
    if (workspace.blocs.contains(key.economy)) key.economy.clear();
    return codesOf(data, key).has_value();
}

std::string figure(std::optional<double> x, Quantity quantity) {
    return valueWords(quantity, Assumption{.central = x.value_or(0.0)});
}

}  // namespace

std::optional<double> published(const Dataset& data, const Key& key) {
    const auto codes = codesOf(data, key);
    if (!codes || !check(key)) return std::nullopt;
    switch (key.quantity) {
        case Quantity::severity:
            return severityOf(key.detail);
        case Quantity::production:
            return outputOf(data, *codes);
        case Quantity::imports:
        case Quantity::exports:
        case Quantity::tradeValue:
            return tradeOf(data, *codes, key.quantity);
        case Quantity::governance:
            return estimateOf(data, codes->economy, detailOf(key));
        case Quantity::recyclingRate:
            return consumer::publishedRecycling(data, codes->mineral);
        case Quantity::reserves:
            return reservesOf(data, *codes);
        case Quantity::netImportReliance:
            return consumer::publishedReliance(data, codes->economy, codes->mineral, codes->year.value_or(latest));
        case Quantity::economicImportance:
        case Quantity::expectedLoss:
            return studyOf(data, *codes, key.quantity);
        case Quantity::facilityOutput:
            return publishedFacilityOutput(data, codes->mineral, detailOf(key));
        case Quantity::stake:
            return publishedStake(data, detailOf(key));
        case Quantity::controlShare:
            return publishedControl(data, codes->economy, codes->mineral, detailOf(key));
        case Quantity::supplyShare:
            return publishedShare(data, codes->economy, codes->mineral, detailOf(key));
        default:
            return holdingFigure(data, *codes, key.quantity);
    }
}

std::vector<Moved> moved(const Workspace& workspace, const Dataset& data, const Published& lookUp) {
    std::vector<Moved> out;
    for (const auto& [key, assumption] : workspace.assumptions) {
        if (assumption.edition == data.edition) continue;
        if (!isKnown(workspace, data, key)) {
            out.push_back({key, Moved::How::unknownCode, assumption.baseline, std::nullopt, assumption.edition});
            continue;
        }
        const auto now = lookUp(data, key);
        const auto how = howMoved(assumption.baseline, now);
        if (how) out.push_back({key, *how, assumption.baseline, now, assumption.edition});
    }
    return out;
}

std::string describe(const Moved& moved, const Dataset* names) {
    const std::string place = describe(moved.key, names);
    const std::string then = figure(moved.then, moved.key.quantity);
    const std::string now = figure(moved.now, moved.key.quantity);
    const std::string in = moved.edition.empty() ? std::string("before") : "in edition " + moved.edition;
    switch (moved.how) {
        case Moved::How::changed:
            return place + " was " + then + " " + in + ", is " + now + " now";
        case Moved::How::appeared:
            return place + " was not published " + in + ", is " + now + " now";
        case Moved::How::withdrawn:
            return place + " was " + then + " " + in + ", is no longer published";
        case Moved::How::unknownCode:
            break;
    }
    return place + ": this edition does not have the economy or mineral; the assumption counts nowhere";
}

}  // namespace adit::workspace
