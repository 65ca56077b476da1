#include "core/consumer/published_shares.h"

#include "core/cube/memo.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace adit::consumer {
namespace {

Ground groundOf(const SupplierShare& row) {
    if (row.basis == "sourcing") return Ground::sourcing;
    return row.basis == "value" ? Ground::importsByValue : Ground::publishedImports;
}

// All forms together say more of the stage than one of them.
bool isTotal(const PublishedShares& shares) {
    const std::string& scope = shares.rows.front()->scope;
    return scope.find("otal") != std::string::npos || scope.starts_with("all forms") || scope.starts_with("All forms");
}

}  // namespace

std::vector<const SupplierShare*> sharesOf(const Dataset& data, MineralId mineral, Stage stage) {
    std::vector<const SupplierShare*> out;
    for (const SupplierShare& row : data.shares) {
        if (row.mineral == mineral && row.stage == stage) out.push_back(&row);
    }
    return out;
}

std::string detailOf(const Dataset& data, const SupplierShare& row) {
    return std::string(id(row.stage)) + '/' + std::to_string(row.toYear) + '/' + data[row.supplier].code;
}

std::vector<PublishedShares> publishedShares(const Question& q) {
    using Key = std::tuple<int, int, SourceId, std::string_view, std::string_view>;
    std::map<Key, PublishedShares> groups;
    const auto all = q.memo != nullptr ? q.memo->shares(q) : sharesOf(*q.data, q.mineral, q.stage);
    for (const SupplierShare* row : all) {
        if (row->importer != q.consumer || row->fromYear > q.year) continue;
        PublishedShares& group = groups[{row->fromYear, row->toYear, row->source, row->basis, row->scope}];
        group.rows.push_back(row);
        group.ground = groundOf(*row);
        if (row->supplier != Dataset::other) group.sum += row->percent.value_or(0.0);
    }
    std::vector<PublishedShares> out;
    for (auto& [key, group] : groups)
        out.push_back(std::move(group));
    const auto rank = [](const PublishedShares& s) {
        return std::tuple(-s.to(), s.ground != Ground::sourcing, !isTotal(s), -s.sum);
    };
    std::stable_sort(out.begin(), out.end(),
                     [&](const PublishedShares& a, const PublishedShares& b) { return rank(a) < rank(b); });
    return out;
}

}  // namespace adit::consumer
