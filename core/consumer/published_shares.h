// Supplier shares that a publication gives for an importer and a period.
#pragma once

#include "core/consumer/supply.h"

#include <span>
#include <string>
#include <vector>

namespace adit::consumer {

// One publication's shares of one importer, mineral, stage, period and scope.
struct PublishedShares {
    std::vector<const SupplierShare*> rows;
    Ground ground = Ground::publishedImports;
    double sum = 0.0;  // percent, without OTHER

    int from() const { return rows.front()->fromYear; }
    int to() const { return rows.front()->toYear; }
};

// The rows of a mineral and stage, of every importer, as they lie.
std::vector<const SupplierShare*> sharesOf(const Dataset& data, MineralId mineral, Stage stage);

// "refine/2020/COD", as an assumption of the share has it.
std::string detailOf(const Dataset& data, const SupplierShare& row);

// All that cover a year not later than the question's: newest first; of one period sourcing before imports, then what
// covers most.
std::vector<PublishedShares> publishedShares(const Question& question);

// The supply that they give; shares of a bloc's members are its own output.
Supply supplyFrom(const Question& question, const PublishedShares& shares);

}  // namespace adit::consumer
