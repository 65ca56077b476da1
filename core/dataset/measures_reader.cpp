#include "core/base/text.h"
#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

#include <array>

namespace adit::dataset {
namespace {

constexpr std::string_view measuresSql =
    "SELECT measure_id, imposer, mineral, stage, form, kind, targets, announced, effective, ended, suspended, "
    "suspended_until, state, status_as_of, evidence, hs_codes, instrument, note, source_id FROM measures ORDER BY "
    "measure_id";

constexpr std::array<std::string_view, 4> states{"in-force", "suspended", "announced", "expired"};
constexpr std::array<std::string_view, 3> evidences{"confirmed", "partly", "unverified"};

std::vector<EconomyId> targetsOf(Rows& rows, int column, const Dataset& data) {
    std::vector<EconomyId> targets;
    if (rows.view(column) == "ALL") return targets;
    for (const std::string_view code : text::split(rows.view(column), ';')) {
        const auto economy = data.economy(code);
        if (economy) targets.push_back(*economy);
        if (!economy) rows.markDamaged();
    }
    return targets;
}

Measure measureOf(Rows& rows, const Dataset& data) {
    return {.id = rows.text(0),
            .imposer = rows.economy(1),
            .mineral = rows.mineral(2),
            .stage = stageFrom(rows.view(3)),
            .form = rows.text(4),
            .kind = rows.word<MeasureKind>(5, measureKindIds),
            .againstAll = rows.view(6) == "ALL",
            .targets = targetsOf(rows, 6, data),
            .announced = rows.text(7),
            .effective = rows.text(8),
            .ended = rows.text(9),
            .suspended = rows.text(10),
            .suspendedUntil = rows.text(11),
            .state = rows.word<MeasureState>(12, states),
            .statusAsOf = rows.text(13),
            .evidence = rows.word<Evidence>(14, evidences),
            .hsCodes = rows.text(15),
            .instrument = rows.text(16),
            .note = rows.text(17),
            .source = rows.source(18)};
}

}  // namespace

Status readMeasures(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, measuresSql);
    while (rows.next())
        data.measures.push_back(measureOf(rows, data));
    return rows.finish();
}

}  // namespace adit::dataset
