// The computed sentences of the pages: headlines end in a full stop, titles of cards do not.
// Each is true of the figures it names, whatever is missing; none compares across a break between sources.
#pragma once

#include "core/findings/finding.h"

#include <span>

namespace adit::findings {

// "In 2022, 69.5 % of the world's cobalt was mined in DR Congo, ...; no other country reached 6 %."
Finding mapHeadline(const index::Query& query, const Translate& translate = {});
// "Cobalt refining is more concentrated than mining: HHI 5 953 against 4 950 in 2022."
Finding mineralHeadline(const index::Query& query, const Translate& translate = {});

Finding suppliersTitle(const index::Query& query, const Translate& translate = {});  // "One producer stands above all"
Finding concentrationTitle(const index::Query& query,
                           const Translate& translate = {});  // "Concentration rose 3 years running"
Finding sharesTitle(const index::Query& query, const Translate& translate = {});   // "DR Congo holds 69.5 %; ..."
Finding controlTitle(const index::Query& query, const Translate& translate = {});  // "Owners from China hold ..."
Finding producersTitle(const index::Query& query,
                       const Translate& translate = {});  // "19 producers; the first three ..."

// What the rows of a table of stocks are: economies with one mineral, or minerals of one economy.
enum class Subject : std::uint8_t { economies, minerals };
// "None of the four economies with a stock and a target holds its cobalt target; Japan lacks the most, 348 t." Each
// query names its economy and mineral; there must be one at least.
Finding stockpilesHeadline(std::span<const index::Query> queries, Subject subject, const Translate& translate = {});

// What comes under measures on a day: a consumer's supply of each mineral and stage, or the world's output.
struct UnderMeasures {
    index::Query query;  // as of that day
    double share = 0.0;  // 0..1
};
// "On 8 Apr 2026, 24 of the 61 supplies of the EU27 that are known come under export measures, ..."; without a consumer
// of world output under measures of a single imposer. `day` comes formatted.
Finding controlsHeadline(std::span<const UnderMeasures> all, std::optional<EconomyId> consumer, const std::string& day,
                         const Translate& translate = {});

}  // namespace adit::findings
