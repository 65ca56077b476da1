#include "core/index/registry.h"

#include <gtest/gtest.h>

#include <cctype>
#include <set>

using namespace adit;

namespace {

bool isKebab(std::string_view id) {
    return !id.empty() && id.front() != '-' && id.back() != '-' && std::all_of(id.begin(), id.end(), [](char c) {
        return std::islower(static_cast<unsigned char>(c)) || std::isdigit(static_cast<unsigned char>(c)) || c == '-';
    });
}

}  // namespace

TEST(Registry, EveryIndexSaysWhatItIs) {
    std::set<std::string_view> ids;
    for (const index::Definition* d : index::all()) {
        EXPECT_TRUE(isKebab(d->id)) << d->id;
        EXPECT_TRUE(ids.insert(d->id).second) << d->id << " stands twice";
        EXPECT_FALSE(d->title.empty()) << d->id;
        EXPECT_GT(d->meaning.size(), 20U) << d->id;
        EXPECT_LT(d->range.lo, d->range.hi) << d->id;
        EXPECT_TRUE(d->method.starts_with("M") && d->method.size() == 3) << d->id;
        EXPECT_GT(d->citation.size(), 8U) << d->id;
        EXPECT_NE(d->compute, nullptr) << d->id;
        EXPECT_EQ(index::find(d->id), d);
    }
    EXPECT_GE(ids.size(), 4U);
}

TEST(Registry, AnUnknownNameIsNotThere) {
    EXPECT_EQ(index::find("hhi-11k"), nullptr);
}
