#include "core/consumer/sole_producer.h"

#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;

TEST(SoleProducer, IsTheOneFacilityThatOperates) {
    const Dataset data = test::DatasetBuilder()
                             .output("cobalt", Stage::mine, 2024, "s", {{"USA", 500.0}, {"COD", 9000.0}})
                             .facility("Eagle", "cobalt", "USA", 2024, 450.0)
                             .facility("Dream", "cobalt", "USA", 2024, 100.0, "planned")
                             .facility("Kamoto", "cobalt", "COD", 2024, 4000.0)
                             .facility("Kisanfu", "cobalt", "COD", 2024, 3000.0)
                             .build();
    const auto home = consumer::domesticFacilities(data, *data.economy("USA"), *data.mineral("cobalt"));
    ASSERT_EQ(home.size(), 1U);
    EXPECT_TRUE(home[0].single());
    EXPECT_EQ(home[0].operating.front()->name, "Eagle");
    EXPECT_NEAR(home[0].covered.value_or(0.0), 0.9, 1e-12);
    const auto other = consumer::domesticFacilities(data, *data.economy("COD"), *data.mineral("cobalt"));
    ASSERT_EQ(other.size(), 1U);
    EXPECT_FALSE(other[0].single());
}

TEST(SoleProducer, IsNobodyWhereNoFacilityIsListed) {
    const Dataset data = test::DatasetBuilder().output("cobalt", Stage::mine, 2024, "s", {{"USA", 500.0}}).build();
    EXPECT_TRUE(consumer::domesticFacilities(data, *data.economy("USA"), *data.mineral("cobalt")).empty());
}
