// No figure without a source: every index over every mineral and stage, for the latest and two earlier years and a
// dozen consumers.
#include "core/cube/memo.h"
#include "core/index/registry.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

using namespace adit;

namespace {

constexpr std::array consumers{"USA", "EU27", "JPN", "KOR", "CHN", "DEU", "NATO", "G7", "GBR", "IND", "AUS", "COD"};

bool isYear(int year) {
    return year >= 1900 && year <= 2200;
}

bool isAbsentState(State state) {
    return state == State::unknown || state == State::notApplicable;
}

// What is wrong with an input; empty when nothing is.
std::string fault(const Dataset& data, const Input& input) {
    if (input.name.empty()) return "an input without a name";
    const bool published = input.source.valid() && input.source.index() < data.sources.size() && isYear(input.year);
    if (input.state == State::assumed && input.assumption.empty()) return input.name + " names no assumption";
    if (input.state != State::assumed && !published && !isAbsentState(input.state))
        return input.name + " has no source and year";
    if (!input.value && !input.bounds && !isAbsentState(input.state) && input.state != State::withheld)
        return input.name + " has neither value nor bounds";
    return {};
}

// A figure that is one of its inputs needs no more than to say so.
bool isAnInput(const Figure& figure) {
    return std::any_of(figure.inputs.begin(), figure.inputs.end(), [&](const Input& input) {
        return input.value ? input.value == figure.value : input.bounds == figure.bounds;
    });
}

bool hasResult(const Figure& figure) {
    return std::any_of(figure.formula.begin(), figure.formula.end(), [](const std::string& line) {
        return line.starts_with("= ") &&
               std::any_of(line.begin(), line.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    });
}

// What is wrong with a figure; empty when nothing is.
std::string fault(const Dataset& data, const Figure& figure) {
    if (!figure.value && figure.reason.empty()) return "no value and no reason";
    if (!figure.value && !figure.bounds) return {};
    if (figure.inputs.empty()) return "no inputs";
    if (figure.formula.size() < 2) return "no formula";
    if (figure.formula.size() < 3 && !isAnInput(figure)) return "numbers are not put into the formula";
    if (!hasResult(figure)) return "the formula does not end in a number";
    if (!figure.exact() && figure.boundsRule.empty()) return "bounds without a rule";
    for (const Input& input : figure.inputs) {
        if (std::string text = fault(data, input); !text.empty()) return text;
    }
    return {};
}

// The latest year with figures, one before it and one far before it.
std::vector<int> yearsFor(const Dataset& data, MineralId mineral, Stage stage) {
    const std::vector<int> years = data.yearsOf(mineral, stage);
    const int latest = years.empty() ? 2024 : std::max(years.back(), 2024);
    const int earlier = years.size() > 2 ? years[years.size() - 3] : 2022;
    const int early = years.empty() ? 2015 : years[years.size() / 3];
    return {latest, earlier, early};
}

class Walk {
public:
    explicit Walk(DatasetPtr data) : m_data(std::move(data)) {
        for (const char* code : consumers)
            m_consumers.push_back(*m_data->economy(code));
    }

    void visit(MineralId mineral, Stage stage) {
        cube::Memo memo(*m_data, m_history);
        for (const int year : yearsFor(*m_data, mineral, stage)) {
            for (const View view : {View::located, View::controlled}) {
                index::Query query;
                query.data = m_data.get();
                query.mineral = mineral;
                query.stage = stage;
                query.year = year;
                query.view = view;
                query.memo = &memo;
                checkAll(query);
            }
        }
    }

    std::size_t figures() const { return m_figures; }
    const std::map<std::string, std::string>& faults() const { return m_faults; }

private:
    void checkAll(index::Query query) {
        check(query, false);
        for (const EconomyId consumer : m_consumers) {
            query.economy = consumer;
            check(query, true);
        }
    }

    void check(const index::Query& query, bool needsEconomy) {
        for (const index::Definition* d : index::all()) {
            if (d->needsEconomy != needsEconomy) continue;
            const Figure figure = d->compute(query);
            if (figure.value || figure.bounds) ++m_figures;
            const std::string text = fault(*m_data, figure);
            if (!text.empty()) m_faults.try_emplace(std::string(d->id) + ": " + text, nameOf(query));
        }
    }

    std::string nameOf(const index::Query& query) const {
        return (*m_data)[query.mineral].slug + " " + std::string(id(query.stage)) + " " + std::to_string(query.year) +
               " " + std::string(id(query.view)) + " " + (query.economy ? (*m_data)[*query.economy].code : "world");
    }

    DatasetPtr m_data;
    std::shared_ptr<const governance::History> m_history =
        std::make_shared<const governance::History>(governance::historyOf(*m_data));
    std::vector<EconomyId> m_consumers;
    std::size_t m_figures = 0;
    std::map<std::string, std::string> m_faults;  // by fault, the first place where it was seen
};

}  // namespace

TEST(EveryFigure, NamesItsSourcesAndItsFormula) {
    const DatasetPtr data = test::bundled();
    Walk walk(data);
    for (std::size_t m = 0; m < data->minerals.size(); ++m) {
        for (const Stage stage : {Stage::mine, Stage::refine, Stage::component})
            walk.visit(MineralId(m), stage);
    }
    EXPECT_GT(walk.figures(), 10000U);
    for (const auto& [text, place] : walk.faults())
        ADD_FAILURE() << text << ", first seen at " << place;
}
