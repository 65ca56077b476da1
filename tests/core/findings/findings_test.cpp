// Every sentence over every market of the bundled dataset: grammar, numbers, and claims derived again from the
// published rows.
#include "core/findings/findings.h"

#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/findings/wording.h"
#include "core/index/registry.h"
#include "tests/support/bundled.h"
#include "tests/support/index_case.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace adit;
using findings::Finding;
using findings::textOf;

namespace {

using Compute = Finding (*)(const index::Query&, const findings::Translate&);

constexpr std::array<Compute, 2> headlines{findings::mapHeadline, findings::mineralHeadline};
constexpr std::array<Compute, 5> titles{findings::suppliersTitle, findings::concentrationTitle, findings::sharesTitle,
                                        findings::controlTitle, findings::producersTitle};

constexpr std::array rules{index::ControlRule::majority, index::ControlRule::operatorFirst, index::ControlRule::equity};

// Every mineral and stage in every year with figures and one without, by both views and every rule.
template <typename Visit>
void forEveryContext(const Dataset& data, const Visit& visit) {
    for (std::size_t m = 0; m < data.minerals.size(); ++m) {
        for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
            std::vector<int> years = data.yearsOf(MineralId(m), stage);
            years.push_back(1999);
            for (const int year : years) {
                visit(index::Query{&data, MineralId(m), stage, year, View::located, {}, {}, {}});
                for (const index::ControlRule rule : rules)
                    visit(index::Query{&data, MineralId(m), stage, year, View::controlled, rule, {}, {}});
            }
        }
    }
}

bool balanced(std::string_view text) {
    return std::count(text.begin(), text.end(), '(') == std::count(text.begin(), text.end(), ')');
}

void expectGrammar(const std::string& text) {
    EXPECT_FALSE(text.empty());
    EXPECT_EQ(text.find("  "), std::string::npos) << text;
    EXPECT_EQ(text.find(" ,"), std::string::npos) << text;
    EXPECT_EQ(text.find(" ."), std::string::npos) << text;
    EXPECT_EQ(text.find(";;"), std::string::npos) << text;
    EXPECT_EQ(text.find("the the "), std::string::npos) << text;
    for (char digit = '1'; digit <= '9'; ++digit)
        EXPECT_EQ(text.find(std::string("%") + digit), std::string::npos) << text;
    EXPECT_TRUE(balanced(text)) << text;
    EXPECT_TRUE(text::validUtf8(text)) << text;
    EXPECT_TRUE((text[0] >= 'A' && text[0] <= 'Z') || static_cast<unsigned char>(text[0]) >= 0x80 ||
                (text[0] >= '0' && text[0] <= '9'))
        << text;
}

// Full stops but for those between digits.
std::size_t fullStops(const std::string& text) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool decimal = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
        if (text[i] == '.' && !decimal) ++n;
    }
    return n;
}

std::string printed(const Figure& figure, findings::Part part) {
    const double x = part == findings::Part::lo   ? figure.bounds->lo
                     : part == findings::Part::hi ? figure.bounds->hi
                                                  : figure.value.value_or(std::nan(""));
    return figure.unit == Unit::one ? words::percent(x) : words::grouped(x, 0);
}

void expectNumbers(const Finding& finding) {
    for (const findings::Piece& piece : finding.pieces) {
        if (!piece.figure) continue;
        const index::Definition* definition = index::find(piece.figure->index);
        ASSERT_NE(definition, nullptr) << piece.figure->index;
        const Figure figure = definition->compute(piece.figure->query);
        ASSERT_TRUE(figure.bounds) << textOf(finding);
        EXPECT_EQ(printed(figure, piece.part), piece.text) << textOf(finding);
    }
}

// The market as its rows have it, without the engine.
struct Rows {
    std::vector<std::pair<double, EconomyId>> known;  // largest first
    double total = 0.0;
    bool withheld = false;
};

Rows rowsOf(const index::Query& query, int year) {
    const Dataset& data = *query.data;
    Rows rows;
    double world = 0.0;
    double sum = 0.0;
    const Series* series = data.seriesFor(query.mineral, query.stage, year, query.source);
    if (series == nullptr) return rows;
    for (const OutputRow& row : data.production.rowsOf(*series)) {
        if (row.economy == Dataset::world) {
            world = row.tonnes.value_or(0.0);
        } else if (row.economy == Dataset::other) {
            sum += row.tonnes.value_or(0.0);
        } else if (row.tonnes) {
            rows.known.emplace_back(*row.tonnes, row.economy);
            sum += *row.tonnes;
        } else {
            rows.withheld = true;
        }
    }
    std::sort(rows.known.rbegin(), rows.known.rend());
    double named = 0.0;
    for (const auto& [tonnes, economy] : rows.known)
        named += tonnes;
    rows.total = world >= named * (1.0 - 1e-12) && world > 0.0 ? world : sum;
    return rows;
}

std::string_view after(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == std::string_view::npos ? std::string_view{} : text.substr(at + mark.size());
}

// "no other country reached 6 %": nobody but the leaders does.
void expectNobodyReached(const std::string& text, const Rows& rows) {
    const std::string_view rest = after(text, "reached ");
    if (rest.empty()) return;
    const double limit = *text::toDouble(rest.substr(0, rest.find(words::narrowBlank))) / 100.0;
    for (const auto& [tonnes, economy] : rows.known) {
        if (tonnes >= rows.known.front().first) continue;
        EXPECT_LT(tonnes / rows.total, limit) << text;
    }
    EXPECT_GT(rows.known.front().first / rows.total, limit) << text;
}

void expectChange(const std::string& text, const index::Query& query, const Rows& now) {
    const bool up = text.find(", up from ") != std::string::npos;
    const bool down = text.find(", down from ") != std::string::npos;
    if (!up && !down) return;
    const std::string_view when = after(after(text, "from "), " in ");
    const int year = static_cast<int>(*text::toInt(when.substr(0, 4)));
    EXPECT_GE(year, query.year - 5) << text;
    const Rows before = rowsOf(query, year);
    const EconomyId leader = now.known.front().second;
    const auto then =
        std::find_if(before.known.begin(), before.known.end(), [&](const auto& row) { return row.second == leader; });
    ASSERT_NE(then, before.known.end()) << text;
    const double change = now.known.front().first / now.total - then->first / before.total;
    EXPECT_TRUE(up ? change > 0.0 : change < 0.0) << text;
    for (int y = year; y < query.year; ++y) {  // one source and basis all the way
        const Series* a = query.data->seriesFor(query.mineral, query.stage, y);
        const Series* b = query.data->seriesFor(query.mineral, query.stage, y + 1);
        ASSERT_TRUE(a != nullptr && b != nullptr) << text;
        EXPECT_TRUE(a->source == b->source && a->basis == b->basis) << text;
    }
}

}  // namespace

TEST(Findings, AreSentencesWhateverIsMissing) {
    const DatasetPtr data = test::bundled();
    forEveryContext(*data, [&](const index::Query& query) {
        for (const Compute compute : headlines) {
            const std::string text = textOf(compute(query, {}));
            expectGrammar(text);
            EXPECT_TRUE(text.ends_with('.')) << text;
            EXPECT_EQ(fullStops(text), 1U) << text;
        }
        for (const Compute compute : titles) {
            const std::string text = textOf(compute(query, {}));
            expectGrammar(text);
            EXPECT_EQ(fullStops(text), 0U) << text;
        }
    });
}

TEST(Findings, PrintTheNumbersOfTheFiguresTheyLinkTo) {
    const DatasetPtr data = test::bundled();
    forEveryContext(*data, [&](const index::Query& query) {
        for (const Compute compute : headlines)
            expectNumbers(compute(query, {}));
        for (const Compute compute : titles)
            expectNumbers(compute(query, {}));
    });
}

TEST(Findings, TheMapsHeadlineAgreesWithThePublishedRows) {
    const DatasetPtr data = test::bundled();
    std::size_t checked = 0;
    forEveryContext(*data, [&](const index::Query& query) {
        if (query.view != View::located) return;
        const Rows rows = rowsOf(query, query.year);
        const std::string text = textOf(findings::mapHeadline(query, {}));
        if (rows.known.empty() || rows.known.front().first <= 0.0) {
            EXPECT_EQ(text.find('%'), std::string::npos) << text;
            return;
        }
        ++checked;
        EXPECT_NE(text.find(findings::country(*data, rows.known.front().second)), std::string::npos) << text;
        EXPECT_TRUE(text.starts_with("In " + std::to_string(query.year))) << text;
        const std::string share = words::percent(rows.known.front().first / rows.total);
        const bool alone = text.find("all of the world's recorded") != std::string::npos;
        EXPECT_TRUE(alone || rows.withheld || text.find(share) != std::string::npos) << text << " " << share;
        EXPECT_EQ(alone, rows.known.size() == 1 && !rows.withheld && rows.total == rows.known.front().first) << text;
        expectNobodyReached(text, rows);
        expectChange(text, query, rows);
    });
    EXPECT_GT(checked, 700U);
}

TEST(Findings, ThePicturesHeadlineForCobalt) {
    const DatasetPtr data = test::bundled();
    index::Query query{data.get(), *data->mineral("cobalt"), Stage::mine, 2022, View::located, {}, {}, {}};
    EXPECT_EQ(
        textOf(findings::mapHeadline(query)),
        "In 2022, 69.5\u202F% of the world's cobalt was mined in DR Congo, down from 70.6\u202F% in 2018; no other "
        "country reached 6\u202F%.");
    EXPECT_EQ(textOf(findings::mineralHeadline(query)),
              "Cobalt refining is more concentrated than mining: HHI 5\u202F953 against 4\u202F929 in 2022.");
    EXPECT_EQ(textOf(findings::suppliersTitle(query)), "One producer stands above all");
    EXPECT_EQ(textOf(findings::concentrationTitle(query)), "Concentration rose 3 years running");
    EXPECT_EQ(textOf(findings::sharesTitle(query)), "DR Congo holds 69.5\u202F%; Indonesia gained most since 2018");
}

TEST(Findings, PluralsAndArticlesFollowTheNames) {
    const DatasetPtr data = test::bundled();
    index::Query query{data.get(), *data->mineral("rare-earths"), Stage::mine, 2022, View::located, {}, {}, {}};
    const std::string rareEarths = textOf(findings::mapHeadline(query));
    EXPECT_NE(rareEarths.find("rare earths were mined in China"), std::string::npos) << rareEarths;
    EXPECT_NE(textOf(findings::mineralHeadline(query)).find("Rare-earth mining"), std::string::npos);
    query.mineral = *data->mineral("beryllium");
    const std::string beryllium = textOf(findings::mapHeadline(query));
    EXPECT_NE(beryllium.find("was mined in the United States"), std::string::npos) << beryllium;
}

TEST(Findings, ATieNamesEveryLeader) {
    const test::IndexCase c({{"CHN", 40.0}, {"USA", 40.0}, {"COD", 20.0}});
    EXPECT_EQ(textOf(findings::mapHeadline(c.query())),
              "In 2024, 40.0\u202F% of the world's cobalt was mined in each of China and the United States; DR Congo "
              "followed with 20.0\u202F%.");
}

TEST(Findings, AWithheldProducerThatMayBeLargerIsSaid) {
    const test::IndexCase c(
        test::DatasetBuilder()
            .output("cobalt", Stage::mine, 2023, "s", {{"CHN", 50.0}, {"USA", 100.0}})
            .output("cobalt", Stage::mine, 2024, "s", {{"CHN", 50.0}, {"USA", {}, test::withheld}}));
    EXPECT_EQ(
        textOf(findings::mapHeadline(c.query())),
        "In 2024, between 25.0\u202F% and 100\u202F% of the world's cobalt was mined in China, the largest figure "
        "published; a withheld one may be larger.");
}

TEST(Findings, NoComparisonCrossesABreak) {
    test::DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2023, "a", {{"CHN", 50.0}, {"USA", 50.0}});
    builder.output("cobalt", Stage::mine, 2024, "b", {{"CHN", 60.0}, {"USA", 40.0}});
    builder.prefer("cobalt", Stage::mine, 2023, "a").prefer("cobalt", Stage::mine, 2024, "b", Break::source);
    const test::IndexCase c(builder);
    EXPECT_EQ(
        textOf(findings::mapHeadline(c.query())),
        "In 2024, 60.0\u202F% of the world's cobalt was mined in China; the United States followed with 40.0\u202F%.");
    EXPECT_EQ(textOf(findings::concentrationTitle(c.query())), "HHI 5\u202F200 in 2024");
}

TEST(Findings, ATranslatedPatternKeepsItsLinks) {
    const test::IndexCase c({{"CHN", 60.0}, {"USA", 40.0}});
    const auto german = [](std::string_view pattern) {
        return pattern == "In %1, %2 of the world's %3 %4 in %5" ? std::string("%5 (%1): %2") : std::string(pattern);
    };
    const Finding finding = findings::mapHeadline(c.query(), german);
    EXPECT_TRUE(textOf(finding).starts_with("China (2024): 60.0")) << textOf(finding);
    EXPECT_TRUE(std::any_of(finding.pieces.begin(), finding.pieces.end(),
                            [](const findings::Piece& piece) { return piece.figure.has_value(); }));
}
