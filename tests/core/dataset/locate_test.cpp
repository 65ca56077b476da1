#include "core/dataset/locate.h"

#include <gtest/gtest.h>

#include <cstdlib>

using adit::locateDataset;

TEST(Locate, WhatTheUserNamesComesFirst) {
    ::setenv("ADIT_DATASET", "/from/environment.sqlite", 1);
    EXPECT_EQ(*locateDataset("/named.sqlite"), "/named.sqlite");
    EXPECT_EQ(*locateDataset(), "/from/environment.sqlite");
    ::unsetenv("ADIT_DATASET");
}

TEST(Locate, AnEmptyVariableNamesNothing) {
    ::setenv("ADIT_DATASET", "", 1);
    const auto found = locateDataset();
    ::unsetenv("ADIT_DATASET");
    if (found) {
        EXPECT_EQ(found->filename(), "adit.sqlite");
    } else {
        EXPECT_EQ(found.error().code, adit::ErrorCode::notFound);
    }
}
