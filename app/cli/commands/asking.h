// What commands read out of their options: whom and what they ask about, how, numbers, lists of parts, and tables of
// the user's own. An error says what to write.
#pragma once

#include "app/cli/commands/answers.h"
#include "core/base/csv.h"
#include "core/base/interval.h"
#include "core/consumer/hubs.h"
#include "core/index/definition.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace adit::cli {

// A verb as it was called: its options, the format of its answer, and the dataset that it asks.
struct Call {
    Arguments arguments;
    Format format = Format::table;
    DatasetPtr data{};  // null in a call that does not need one

    bool explains() const { return format == Format::table && arguments.has("--explain"); }
};
Result<Call> callOf(Words words, std::span<const Option> options, std::initializer_list<std::string_view> places = {});
// What of a workspace is without effect is said on the terminal's error stream.
Result<Call> callWithData(Words words, std::span<const Option> options, Terminal terminal);

// Of --for: the one consumer; the consumers, one at least, or else what `nobody` says to write; whoever is named.
Result<EconomyId> consumerOf(const Arguments& arguments, const Dataset& data);
Result<std::vector<EconomyId>> consumersOf(const Arguments& arguments, const Dataset& data,
                                           std::string_view nobody = "say for whom: --for ECONOMY");
Result<std::optional<EconomyId>> economyOf(const Arguments& arguments, const Dataset& data);
// Refuses an index of an economy when the query has none.
Status checkEconomy(const index::Definition& index, const index::Query& query);

// Of --mineral: the one; several or all, where it is missing too.
Result<MineralId> mineralOf(const Arguments& arguments, const Dataset& data);
Result<std::vector<MineralId>> mineralsOf(const Arguments& arguments, const Dataset& data);
bool namesMinerals(const Arguments& arguments);  // some by name, not all

// Of --stage and --year.
Result<Stage> stageOf(const Arguments& arguments, Stage whenMissing = Stage::refine);
Result<std::vector<Stage>> stagesOf(const Arguments& arguments);  // all where it is missing
Result<int> yearOf(const Arguments& arguments, int whenMissing = 2024);
Result<int> neededYearOf(const Arguments& arguments);

// Of --view and --rule.
struct ViewAsk {
    View view = View::located;
    index::ControlRule rule = index::ControlRule::majority;
    bool controlled() const { return view == View::controlled; }
};
Result<ViewAsk> viewOf(const Arguments& arguments);

// Of --hubs: auto, none, or economies.
Result<consumer::HubChoice> hubsOf(const Arguments& arguments, const Dataset& data, consumer::HubChoice whenMissing);

// The one consumer and mineral with stage and year; stage, year and view of a query that has no market yet.
Result<consumer::Question> questionOf(const Arguments& arguments, const Dataset& data);
Result<index::Query> queryOf(const Arguments& arguments, const Dataset& data);

// Nothing where the option is missing; refuses what is no number or lies outside.
Result<std::optional<double>> numberAsked(const Arguments& arguments, std::string_view option, Interval range);
Result<double> numberAsked(const Arguments& arguments, std::string_view option, Interval range, double fallback);
Result<Interval> intervalNamed(std::string_view text);  // "0.4" or "0.2..0.6"

// "a:1,b:2" cut at the commas and each at its first separator.
using Part = std::pair<std::string, std::string>;
Result<std::vector<Part>> partsNamed(std::string_view text, char separator);

// A CSV file with known columns; names the nearest for one that is unknown.
class OwnTable {
public:
    static Result<OwnTable> read(const std::string& file, std::initializer_list<std::string_view> needed,
                                 std::initializer_list<std::string_view> optional);

    std::size_t rows() const { return m_table.rowCount(); }
    std::string text(std::size_t row, std::string_view column) const;  // empty where there is no such column
    // Nothing in an empty cell; refuses what is no number or lies outside.
    Result<std::optional<double>> number(std::size_t row, std::string_view column, Interval range) const;
    Result<double> number(std::size_t row, std::string_view column, Interval range, double fallback) const;
    Result<double> neededNumber(std::size_t row, std::string_view column, Interval range) const;
    Error refuse(std::size_t row, std::string_view column, std::string text) const;

private:
    OwnTable(std::string file, CsvTable table) : m_file(std::move(file)), m_table(std::move(table)) {}

    std::string m_file;
    CsvTable m_table;
};

}  // namespace adit::cli
