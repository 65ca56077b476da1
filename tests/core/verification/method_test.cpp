#include "core/verification/method.h"

#include "core/verification/vectors.h"

#include <gtest/gtest.h>

#include <set>

using namespace adit;
using namespace adit::verification;

namespace {

Result<Verdict> checked(std::string method, std::string json, std::string output, std::string expected) {
    return check({std::move(method), "case", std::move(json), std::move(output), std::move(expected), ""});
}

}  // namespace

TEST(Verification, EveryMethodIsDescribed) {
    std::set<std::string_view> ids;
    for (const Method& method : methods()) {
        EXPECT_TRUE(ids.insert(method.id).second) << method.id;
        EXPECT_FALSE(method.title.empty()) << method.id;
        EXPECT_FALSE(method.inputs.empty()) << method.id;
        EXPECT_FALSE(method.outputs.empty()) << method.id;
    }
    EXPECT_EQ(ids.size(), 34U);  // all but the trade parameter table and the register
}

TEST(Verification, AWrongExpectationDiffers) {
    EXPECT_TRUE(checked("M10", R"({"I": 100, "P": 20, "X": 20})", "ir", "0.8")->ok);
    EXPECT_FALSE(checked("M10", R"({"I": 100, "P": 20, "X": 20})", "ir", "0.8001")->ok);
    EXPECT_FALSE(checked("M10", R"({"I": 100, "P": 20, "X": 20})", "ir", "absent")->ok);
    EXPECT_FALSE(checked("M10", R"({"I": 5, "P": 0, "X": 9})", "ir", "0")->ok);
    EXPECT_FALSE(checked("M10", R"({"I": 5, "P": 0, "X": 9})", "ir", "none")->ok);
}

TEST(Verification, AnAbsentValueMayNameItsFlag) {
    EXPECT_TRUE(checked("M02", R"({"q": [0, 0]})", "hhi", "absent zero-total")->ok);
    EXPECT_TRUE(checked("M02", R"({"q": [0, 0]})", "hhi", "absent")->ok);
    EXPECT_FALSE(checked("M02", R"({"q": [0, 0]})", "hhi", "absent single-supplier")->ok);
}

TEST(Verification, UnknownNamesComeWithTheNearest) {
    EXPECT_NE(checked("M1O", "{}", "ir", "1").error().text.find("M10"), std::string::npos);
    EXPECT_NE(checked("M11", R"({"recycling": 1})", "sr", "1").error().text.find("input"), std::string::npos);
    EXPECT_NE(checked("M10", R"({"I": 1, "P": 1, "X": 0})", "ir_row", "1").error().text.find("ir_raw"),
              std::string::npos);
}

TEST(Verification, InputsThatCannotBeUsedAreNamed) {
    EXPECT_NE(checked("M10", R"({"I": "many", "P": 1, "X": 0})", "ir", "1").error().text.find("I"), std::string::npos);
    EXPECT_FALSE(checked("M10", "[1, 2]", "ir", "1"));
    EXPECT_FALSE(checked("M10", "{", "ir", "1"));
    EXPECT_FALSE(checked("M02", R"({"q": [-1, 2]})", "hhi", "1"));
}

TEST(Verification, NothingWithinNamesAborts) {
    // Each method survives inputs of the wrong shape under each of its names.
    for (const Method& method : methods()) {
        for (const Field& field : method.inputs) {
            for (const char* value :
                 {"null", "1", "-1", "\"text\"", "[]", "[1]", "{}", "{\"a\": 1}", "[[1]]", "true"}) {
                const std::string json = "{\"" + std::string(field.name) + "\": " + value + "}";
                const auto verdict = checked(std::string(method.id), json, "x", "1");
                EXPECT_TRUE(!verdict || !verdict->computed.empty()) << method.id << ' ' << json;
            }
        }
    }
}
