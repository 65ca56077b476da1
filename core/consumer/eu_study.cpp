#include "core/consumer/eu_study.h"

#include "core/consumer/figures.h"
#include "core/consumer/studies.h"

#include <limits>

namespace adit::consumer {
namespace {

constexpr std::string_view mainGlobal = "main_global_share_pct ";
constexpr std::string_view mainInUnion = "main_eu_share_pct ";

// The stage at which the study of that year assessed the material, where one of its rows says so.
std::string assessedAt(const Dataset& data, const PublishedResult& published) {
    for (const PublishedResult& row : data.published) {
        const bool same =
            row.study == published.study && row.mineral == published.mineral && row.year == published.year;
        if (same && !row.stage.empty()) return row.stage;
    }
    return {};
}

// A row of the same study and year, at the stage asked for where it names one.
const PublishedResult* rowOf(const index::Query& query, const PublishedResult& published, std::string_view quantity,
                             bool atStage) {
    const PublishedResult* row = latest(*query.data, unionStudy, quantity, query.mineral);
    if (row == nullptr || row->year != published.year) return nullptr;
    return !atStage || row->stage == id(query.stage) ? row : nullptr;
}

// The study's tables of shares carry its name and year.
std::optional<Supply> sharesOf(const index::Query& query, EconomyId importer, const std::string& table) {
    Question question = questionOf(query);
    question.consumer = importer;
    question.memo = nullptr;
    question.year = std::numeric_limits<int>::max();  // whatever the year asked for: it is set against the study
    question.memberYear = query.year;
    for (const PublishedShares& shares : publishedShares(question)) {
        if ((*query.data)[shares.rows.front()->source].id != table) continue;
        Supply supply = supplyFrom(question, shares);
        // "Less than" is no figure: it stays among those without a name.
        std::erase_if(supply.suppliers, [](const Supplier& s) { return !s.share; });
        return supply;
    }
    return std::nullopt;
}

std::optional<MainShare> mainShareOf(const index::Query& query, const PublishedResult& published,
                                     std::string_view quantity) {
    for (const PublishedResult& row : query.data->published) {
        const bool ours = row.study == unionStudy && row.mineral == query.mineral && row.year == published.year &&
                          row.stage == id(query.stage) && row.quantity.starts_with(quantity);
        if (!ours) continue;
        const auto economy = query.data->economy(row.quantity.substr(quantity.size()));
        if (economy) return MainShare{*economy, row.value / 100.0, row.source};
    }
    return std::nullopt;
}

}  // namespace

std::optional<EuStudy> euStudyOf(const index::Query& query) {
    const Dataset& data = *query.data;
    EuStudy study;
    study.published = latest(data, unionStudy, "supply_risk", query.mineral);
    if (study.published == nullptr) return std::nullopt;
    study.stage = assessedAt(data, *study.published);
    const std::string table = "eu-crm-" + std::to_string(study.published->year);
    study.world = sharesOf(query, Dataset::world, table + "-global");
    if (!study.world) study.mainProducer = mainShareOf(query, *study.published, mainGlobal);
    if (const auto bloc = data.economy("EU27")) study.sourcing = sharesOf(query, *bloc, table);
    study.mainSupplier = mainShareOf(query, *study.published, mainInUnion);
    study.recycling = rowOf(query, *study.published, "eol_rir_pct", false);
    study.reliance = rowOf(query, *study.published, "import_reliance_pct", true);
    if (study.sourcing) study.sourcing->isBloc = true;
    if (study.sourcing) study.governanceYear = study.sourcing->year;
    if (study.world) study.governanceYear = study.world->year;
    return study;
}

}  // namespace adit::consumer
