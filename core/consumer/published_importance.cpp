#include "core/consumer/published_importance.h"

#include "core/consumer/eu_study.h"

namespace adit::consumer {

const PublishedResult* publishedImportance(const Dataset& data, MineralId mineral, int year) {
    const PublishedResult* found = nullptr;
    for (const PublishedResult& row : data.published) {
        const bool asked = row.mineral == mineral && row.study == unionStudy && row.quantity == importanceQuantity;
        if (asked && row.year <= year && (found == nullptr || row.year > found->year)) found = &row;
    }
    return found;
}

}  // namespace adit::consumer
