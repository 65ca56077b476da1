// Small things to put into a workspace.
#pragma once

#include "core/workspace/session.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace adit::test {

inline workspace::Key stockOf(const std::string& economy, const std::string& mineral = "cobalt") {
    return {workspace::Quantity::stock, economy, mineral, ""};
}

inline workspace::Edit setStock(const std::string& economy, double tonnes) {
    return workspace::SetAssumption{stockOf(economy), workspace::Assumption{.central = tonnes}};
}

inline workspace::Step stock(const std::string& economy, double tonnes, std::string mergeKey = {}) {
    return {{setStock(economy, tonnes)}, std::move(mergeKey)};
}

inline workspace::OwnMeasure ban(const std::string& id) {
    return {.id = id, .imposer = "IDN", .mineral = "nickel", .stage = Stage::mine, .effective = "2027"};
}

inline workspace::Edit assume(workspace::Quantity quantity, const char* economy, const char* mineral,
                              const char* detail, double x = 5.0) {
    return workspace::SetAssumption{{quantity, economy, mineral, detail}, workspace::Assumption{.central = x}};
}

inline workspace::Workspace holding(const std::vector<workspace::Edit>& edits) {
    workspace::Workspace out;
    for (const workspace::Edit& edit : edits) {
        if (!workspace::applyTo(out, edit)) throw std::logic_error("an edit of the test is refused");
    }
    return out;
}

// A clock that ticks a second with each look.
inline workspace::Clock ticking() {
    return [seconds = 0]() mutable {
        const int s = seconds++;
        const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
        return "2026-05-01T" + two(s / 3600 % 24) + ":" + two(s / 60 % 60) + ":" + two(s % 60) + "Z";
    };
}

// One of everything.
inline workspace::Step everything() {
    using namespace workspace;
    OwnMeasure quota = ban("own-2");
    quota.kind = MeasureKind::quota;
    quota.againstAll = false;
    quota.targets = {"KOR", "USA"};
    quota.announced = "2026-05";
    quota.ended = "2028-12-31";
    quota.instrument = "Decree 12";
    quota.note = "as feared; \"quoted\"\nand on two lines";
    quota.severity = OwnSeverity{0.5, 0.25, 0.75};
    const Assumption full{.central = 2400.5,
                          .low = 2000.0,
                          .high = 1e6,
                          .note = "Côte d\u2019Or \u202F1",
                          .baseline = 1900.1,
                          .edition = "2026.1"};
    return {{SetAssumption{stockOf("KOR"), full},
             SetAssumption{{Quantity::severity, "", "", "ban"}, Assumption{.central = 0.9, .low = 0.7, .high = 1.0}},
             SetAssumption{{Quantity::imports, "KOR", "cobalt", "refine/COD"}, Assumption{.central = 0.0}},
             SetMeasure{"own-1", ban("own-1")}, SetMeasure{"own-2", quota},
             SetBloc{"V4", OwnBloc{"V4", "Visegrad", {"CZE", "HUN", "POL", "SVK"}}},
             SetDocument{{DocumentKind::scenario, "Ban"}, R"({"disruptions": [1, 2.5, null]})"},
             SetDocument{{DocumentKind::briefing, "Ban"}, "[]"}, SetView{"page", "stockpiles"}}};
}

// What format 3 can hold beside it.
inline workspace::Step sinceFormat3() {
    using namespace workspace;
    return {{SetAssumption{{Quantity::governance, "CHL", "", "pv/2022"},
                           Assumption{.central = -1.25, .low = -3.0, .high = 0.5, .note = "after the strike"}},
             SetAssumption{{Quantity::governance, "COD", "", "cc"}, Assumption{.central = -2.0}},
             SetAssumption{{Quantity::recyclingRate, "", "cobalt", ""}, Assumption{.central = 0.5, .high = 1.0}},
             SetAssumption{{Quantity::substitutionIndex, "", "cobalt", ""}, Assumption{.central = 0.8}}}};
}

// What format 4 can hold beside that.
inline workspace::Step sinceFormat4() {
    using namespace workspace;
    return {
        {SetAssumption{{Quantity::reserves, "AUS", "antimony", "2025"},
                       Assumption{.central = 90000.0, .low = 50000.0, .high = 2e5, .note = "a new survey"}},
         SetAssumption{{Quantity::netImportReliance, "CHL", "lithium", ""},
                       Assumption{.central = -20.0, .low = -25.0, .high = -1.5}},
         SetAssumption{{Quantity::supplyShare, "EU27", "bismuth", "refine/2020/CHN"},
                       Assumption{.central = 0.8, .low = 0.7, .high = 0.9}},
         SetAssumption{{Quantity::stake, "", "", "Kisanfu (KFM)|CMOC Group"}, Assumption{.central = 0.4, .low = 0.3}},
         SetAssumption{{Quantity::controlShare, "COD", "cobalt", "mine/2023/CHN"}, Assumption{.central = 0.7}},
         SetAssumption{{Quantity::inability, "COD", "", ""}, Assumption{.central = 0.5, .high = 0.6}},
         SetAssumption{{Quantity::unwillingness, "CHN", "", ""}, Assumption{.central = 0.9}},
         SetAssumption{{Quantity::economicVulnerability, "USA", "cobalt", ""},
                       Assumption{.central = 0.4, .low = 0.2, .high = 0.6}}}};
}

// What format 5 can hold beside that.
inline workspace::Step sinceFormat5() {
    using namespace workspace;
    return {{SetAssumption{{Quantity::facilityOutput, "", "cobalt", "mine|Mutanda"},
                           Assumption{.central = 12000.0, .low = 9000.0, .high = 15000.0, .note = "after the restart"}},
             SetAssumption{{Quantity::tradeValue, "JPN", "magnesium", "refine/2024/CHN"},
                           Assumption{.central = 1e8, .low = 5e7, .high = 2e8}},
             SetAssumption{{Quantity::economicImportance, "EU27", "cobalt", ""},
                           Assumption{.central = 6.5, .low = 5.0, .high = 8.0}},
             SetAssumption{{Quantity::expectedLoss, "USA", "gallium", ""},
                           Assumption{.central = 3e9, .low = 1e9, .high = 5e9}}}};
}

}  // namespace adit::test
