#include "core/base/number_words.h"
#include "core/findings/findings.h"
#include "core/findings/reading.h"
#include "core/findings/wording.h"

#include <algorithm>

namespace adit::findings {
namespace {

constexpr double limit = 0.65;  // Regulation (EU) 2024/1252, article 5

Piece number(std::size_t n) {
    return plain(words::count(n));
}

Piece shareOf(const UnderMeasures& u, std::optional<EconomyId> consumer) {
    return linked(consumer ? "exposure-binary" : "exposure-world", u.query, words::percent(u.share));
}

Piece mineralOf(const UnderMeasures& u) {
    const MineralWords name = mineralWords(*u.query.data, u.query.mineral, u.query.stage, {});
    return plain(name.name);
}

void ofConsumer(const std::vector<UnderMeasures>& hit, std::size_t known, EconomyId consumer, const std::string& day,
                Sentence& sentence) {
    const UnderMeasures& first = hit.front();
    const auto above = static_cast<std::size_t>(
        std::count_if(hit.begin(), hit.end(), [](const UnderMeasures& u) { return u.share > limit; }));
    const Piece who = plain(country(*first.query.data, consumer));
    sentence.add(
        hit.size() == 1
            ? ADIT_TEXT("findings", "On %1, one of the %3 supplies of %4 that are known comes under export measures")
            : ADIT_TEXT("findings", "On %1, %2 of the %3 supplies of %4 that are known come under export measures"),
        {plain(day), number(hit.size()), number(known), who});
    if (above > 0 && hit.size() > 1) sentence.add(ADIT_TEXT("findings", ", %1 by more than 65 %"), {number(above)});
    sentence.add(ADIT_TEXT("findings", "; first %1 with %2."), {mineralOf(first), shareOf(first, consumer)});
}

void ofWorld(const std::vector<UnderMeasures>& hit, const std::string& day, Sentence& sentence) {
    const auto above = static_cast<std::size_t>(
        std::count_if(hit.begin(), hit.end(), [](const UnderMeasures& u) { return u.share > limit; }));
    const UnderMeasures& first = hit.front();
    if (above == 0) {
        sentence.add(ADIT_TEXT("findings",
                               "On %1, no mineral had more than 65 % of its world output under measures of a "
                               "single imposer; %2 came closest with %3."),
                     {plain(day), mineralOf(first), shareOf(first, std::nullopt)});
        return;
    }
    sentence.add(above == 1 ? ADIT_TEXT("findings",
                                        "On %1, one output had more than 65 % of the world’s under export "
                                        "measures of a single imposer: %3 with %4.")
                            : ADIT_TEXT("findings",
                                        "On %1, %2 outputs had more than 65 % of the world’s under export "
                                        "measures of a single imposer; first %3 with %4."),
                 {plain(day), number(above), mineralOf(first), shareOf(first, std::nullopt)});
}

}  // namespace

Finding controlsHeadline(std::span<const UnderMeasures> all, std::optional<EconomyId> consumer, const std::string& day,
                         const Translate& translate) {
    Sentence sentence(translate);
    std::vector<UnderMeasures> hit;
    std::copy_if(all.begin(), all.end(), std::back_inserter(hit), [](const UnderMeasures& u) { return u.share > 0.0; });
    std::stable_sort(hit.begin(), hit.end(),
                     [](const UnderMeasures& a, const UnderMeasures& b) { return a.share > b.share; });
    if (all.empty()) {
        sentence.add(ADIT_TEXT("findings", "On %1, no supply is known that measures could be set against."),
                     {plain(day)});
    } else if (hit.empty()) {
        sentence.add(ADIT_TEXT("findings", "On %1, nothing that is known of came under an export measure."),
                     {plain(day)});
    } else if (consumer) {
        ofConsumer(hit, all.size(), *consumer, day, sentence);
    } else {
        ofWorld(hit, day, sentence);
    }
    return sentence.take();
}

}  // namespace adit::findings
