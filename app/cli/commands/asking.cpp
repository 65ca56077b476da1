#include "app/cli/commands/asking.h"

#include "app/cli/commands/names.h"
#include "core/base/text.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace adit::cli {
namespace {

std::string rangeText(Interval range) {
    if (range.hi == unbounded) return range.lo == -unbounded ? "a number" : text::shortest(range.lo) + " or more";
    return "between " + text::shortest(range.lo) + " and " + text::shortest(range.hi);
}

std::optional<std::size_t> columnOf(const CsvTable& table, std::string_view name) {
    const auto found = std::find(table.header().begin(), table.header().end(), name);
    if (found == table.header().end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.header().begin());
}

Status checkHeader(const CsvTable& table, const std::string& file, std::span<const std::string_view> needed,
                   const std::vector<std::string>& known) {
    for (const std::string_view name : table.header()) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        return Error{ErrorCode::badInput,
                     "unknown column; nearest: " + text::join(text::nearest(name, known), ", "),
                     {file, 1, std::string(name)}};
    }
    for (const std::string_view name : needed) {
        if (!columnOf(table, name))
            return Error{ErrorCode::badInput, "column is missing", {file, 1, std::string(name)}};
    }
    return Done{};
}

}  // namespace

Result<Call> callOf(Words words, std::span<const Option> options, std::initializer_list<std::string_view> places) {
    auto arguments = parse(words, options, places);
    if (!arguments) return arguments.error();
    const auto format = formatOf(*arguments);
    if (!format) return format.error();
    return Call{std::move(*arguments), *format};
}

Result<Call> callWithData(Words words, std::span<const Option> options, Terminal terminal) {
    auto call = callOf(words, options);
    if (!call) return call;
    auto data = openDataset(call->arguments, terminal);
    if (!data) return data.error();
    call->data = std::move(*data);
    return call;
}

Result<EconomyId> consumerOf(const Arguments& arguments, const Dataset& data) {
    const auto consumers = economiesNamed(data, arguments.value("--for").value_or(""));
    if (!consumers) return consumers.error();
    if (consumers->size() != 1) return Error::badInput("say for whom, for one of them: --for ECONOMY");
    return consumers->front();
}

Result<std::vector<EconomyId>> consumersOf(const Arguments& arguments, const Dataset& data, std::string_view nobody) {
    auto consumers = economiesNamed(data, arguments.value("--for").value_or(""));
    if (consumers && consumers->empty()) return Error::badInput(std::string(nobody));
    return consumers;
}

Result<std::optional<EconomyId>> economyOf(const Arguments& arguments, const Dataset& data) {
    const auto name = arguments.value("--for");
    if (!name) return std::optional<EconomyId>();
    const auto economy = economyNamed(data, *name);
    if (!economy) return economy.error();
    return std::optional(*economy);
}

Status checkEconomy(const index::Definition& index, const index::Query& query) {
    if (!index.needsEconomy || query.economy) return Done{};
    return Error::badInput(std::string(index.id) + " is of an economy: say which with --for");
}

Result<MineralId> mineralOf(const Arguments& arguments, const Dataset& data) {
    const auto minerals = mineralsNamed(data, arguments.value("--mineral").value_or(""));
    if (!minerals) return minerals.error();
    if (minerals->size() != 1) return Error::badInput("say of which mineral: --mineral NAME");
    return minerals->front();
}

Result<std::vector<MineralId>> mineralsOf(const Arguments& arguments, const Dataset& data) {
    return mineralsNamed(data, arguments.value("--mineral").value_or("all"));
}

bool namesMinerals(const Arguments& arguments) {
    return arguments.value("--mineral").value_or("all") != "all";
}

Result<Stage> stageOf(const Arguments& arguments, Stage whenMissing) {
    const auto word = arguments.value("--stage");
    return word ? stageNamed(*word) : Result<Stage>(whenMissing);
}

Result<std::vector<Stage>> stagesOf(const Arguments& arguments) {
    return stagesNamed(arguments.value("--stage").value_or("all"));
}

Result<int> yearOf(const Arguments& arguments, int whenMissing) {
    return arguments.has("--year") ? neededYearOf(arguments) : Result<int>(whenMissing);
}

Result<int> neededYearOf(const Arguments& arguments) {
    const auto year = text::toInt(arguments.value("--year").value_or(""));
    if (!year || *year < 1900 || *year > 2200) return Error::badInput("say of which year: --year 2024");
    return static_cast<int>(*year);
}

Result<ViewAsk> viewOf(const Arguments& arguments) {
    const auto view = viewNamed(arguments.value("--view").value_or("located"));
    if (!view) return view.error();
    const auto rule = ruleNamed(arguments.value("--rule").value_or("majority"));
    if (!rule) return rule.error();
    return ViewAsk{*view, *rule};
}

Result<consumer::HubChoice> hubsOf(const Arguments& arguments, const Dataset& data, consumer::HubChoice whenMissing) {
    using consumer::HubRule;
    const auto words = arguments.value("--hubs");
    if (!words) return whenMissing;
    if (*words == "auto") return consumer::HubChoice{HubRule::automatic, {}};
    if (*words == "none") return consumer::HubChoice{HubRule::none, {}};
    const auto listed = economiesNamed(data, *words);
    if (!listed) return listed.error();
    for (const EconomyId economy : *listed) {
        if (data[economy].kind == EconomyKind::bloc)
            return Error::badInput(data[economy].code + " is a bloc, and a hub is an economy");
    }
    return consumer::HubChoice{HubRule::listed, *listed};
}

Result<consumer::Question> questionOf(const Arguments& arguments, const Dataset& data) {
    const auto consumer = consumerOf(arguments, data);
    if (!consumer) return consumer.error();
    const auto mineral = mineralOf(arguments, data);
    if (!mineral) return mineral.error();
    const auto stage = stageOf(arguments);
    if (!stage) return stage.error();
    const auto year = yearOf(arguments);
    if (!year) return year.error();
    return consumer::Question{&data, *consumer, *mineral, *stage, *year};
}

Result<index::Query> queryOf(const Arguments& arguments, const Dataset& data) {
    const auto stage = stageOf(arguments);
    if (!stage) return stage.error();
    const auto view = viewOf(arguments);
    if (!view) return view.error();
    const auto year = yearOf(arguments);
    if (!year) return year.error();
    index::Query query;
    query.data = &data;
    query.stage = *stage;
    query.view = view->view;
    query.rule = view->rule;
    query.year = *year;
    return query;
}

Result<std::optional<double>> numberAsked(const Arguments& arguments, std::string_view option, Interval range) {
    const auto word = arguments.value(option);
    if (!word) return std::optional<double>();
    const auto number = text::toDouble(*word);
    if (!number || !range.contains(*number))
        return Error::badInput(std::string(option) + " has to be " + rangeText(range));
    return number;
}

Result<double> numberAsked(const Arguments& arguments, std::string_view option, Interval range, double fallback) {
    const auto number = numberAsked(arguments, option, range);
    if (!number) return number.error();
    return number->value_or(fallback);
}

Result<Interval> intervalNamed(std::string_view word) {
    const std::size_t dots = word.find("..");
    const auto lo = text::toDouble(word.substr(0, dots));
    const auto hi = dots == std::string_view::npos ? lo : text::toDouble(word.substr(dots + 2));
    if (!lo || !hi || *lo > *hi)
        return Error::badInput("\"" + std::string(word) + "\" is no range: write 0.4 or 0.2..0.6");
    return Interval{*lo, *hi};
}

Result<std::vector<Part>> partsNamed(std::string_view text, char separator) {
    std::vector<Part> parts;
    for (const std::string_view part : text::split(text, ',')) {
        const std::size_t place = part.find(separator);
        if (place == std::string_view::npos)
            return Error::badInput("\"" + std::string(part) + "\" lacks its " + separator);
        parts.emplace_back(text::trim(part.substr(0, place)), text::trim(part.substr(place + 1)));
    }
    return parts;
}

Result<OwnTable> OwnTable::read(const std::string& file, std::initializer_list<std::string_view> needed,
                                std::initializer_list<std::string_view> optional) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Error{ErrorCode::unreadable, "cannot be opened", {file, 0, {}}};
    auto table = CsvTable::parse(file, std::string(std::istreambuf_iterator<char>(in), {}));
    if (!table) return table.error();
    std::vector<std::string> known(needed.begin(), needed.end());
    known.insert(known.end(), optional.begin(), optional.end());
    if (const Status status = checkHeader(*table, file, std::vector<std::string_view>(needed), known); !status)
        return status.error();
    if (table->rowCount() == 0) return Error{ErrorCode::badInput, "has no rows", {file, 0, {}}};
    return OwnTable(file, std::move(*table));
}

std::string OwnTable::text(std::size_t row, std::string_view column) const {
    const auto place = columnOf(m_table, column);
    return place ? std::string(text::trim(m_table.cell(row, *place))) : std::string();
}

Result<std::optional<double>> OwnTable::number(std::size_t row, std::string_view column, Interval range) const {
    const std::string cell = text(row, column);
    if (cell.empty()) return std::optional<double>();
    const auto number = text::toDouble(cell);
    if (!number || !range.contains(*number)) return refuse(row, column, "has to be " + rangeText(range));
    return number;
}

Result<double> OwnTable::number(std::size_t row, std::string_view column, Interval range, double fallback) const {
    const auto found = number(row, column, range);
    if (!found) return found.error();
    return found->value_or(fallback);
}

Result<double> OwnTable::neededNumber(std::size_t row, std::string_view column, Interval range) const {
    const auto found = number(row, column, range);
    if (!found) return found.error();
    if (!*found) return refuse(row, column, "is missing");
    return **found;
}

Error OwnTable::refuse(std::size_t row, std::string_view column, std::string text) const {
    return {ErrorCode::badInput, std::move(text), {m_file, m_table.line(row), std::string(column)}};
}

}  // namespace adit::cli
