#include "core/base/number_words.h"
#include "core/findings/findings.h"
#include "core/findings/reading.h"
#include "core/findings/wording.h"

namespace adit::findings {
namespace {

constexpr double worthSaying = 0.01;

// The economy whose owners surely hold most more than is located in it.
const index::Shift* widest(const std::vector<index::Shift>& shifts) {
    const index::Shift* best = nullptr;
    double most = worthSaying;
    for (const index::Shift& shift : shifts) {
        const double gain = shift.controlledBounds.lo - shift.locatedBounds.hi;
        if (gain <= most) continue;
        most = gain;
        best = &shift;
    }
    return best;
}

index::Query seen(index::Query query, View view, EconomyId economy) {
    query.view = view;
    query.economy = economy;
    return query;
}

}  // namespace

Finding controlTitle(const index::Query& query, const Translate& translate) {
    const auto shifts = index::shifts(query);
    Sentence sentence(translate);
    if (!shifts) return sentence.add(ADIT_TEXT("findings", "No ownership figures for %1"), {year(query.year)}).take();
    const index::Shift* shift = widest(*shifts);
    if (shift == nullptr) {
        return sentence.add(ADIT_TEXT("findings", "No owners from elsewhere stand out, as far as known")).take();
    }
    const Piece held = linked("share", seen(query, View::controlled, shift->economy),
                              words::percent(shift->controlledBounds.lo), Part::lo);
    const Piece name = plain(country(*query.data, shift->economy));
    if (!shift->located) {
        return sentence.add(ADIT_TEXT("findings", "Owners from %1 hold at least %2"), {name, held}).take();
    }
    const Piece located = linked("share", seen(query, View::located, shift->economy), words::percent(*shift->located));
    return sentence
        .add(ADIT_TEXT("findings", "Owners from %1 hold at least %2, with %3 located there"), {name, held, located})
        .take();
}

}  // namespace adit::findings
