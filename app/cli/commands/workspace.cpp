#include "app/cli/commands/workspace.h"

#include "app/cli/commands/answers.h"
#include "core/base/text.h"
#include "core/workspace/describe.h"
#include "core/workspace/difference.h"
#include "core/workspace/moved.h"
#include "core/workspace/overlay.h"
#include "core/workspace/salvage.h"
#include "core/workspace/session.h"
#include "core/workspace/sheet.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

namespace adit::cli {
namespace {

using namespace adit::workspace;

constexpr std::string_view infoUsage =
    "usage: adit-cli workspace info FILE [--history] [--dataset FILE]\n"
    "\n"
    "Says what is in a workspace: counts, editions it was made on, the last change, who has it open, which published\n"
    "figures have moved under its assumptions, and which assumptions reach no figure and why. Nothing is changed.\n"
    "\n"
    "  --history       each step that can be taken back, in words, the newest first\n"
    "  --dataset FILE  another dataset than the bundled one\n"
    "\n"
    "Example: what has been changed in desk.adit?\n"
    "\n"
    "  adit-cli workspace info desk.adit --history\n";
constexpr std::string_view exportUsage =
    "usage: adit-cli workspace export FILE -o OUT.csv|OUT.json [--sheet S]\n"
    "\n"
    "Writes a workspace as a table. Numbers have a decimal point and no groups, whatever the system's language.\n"
    "\n"
    "  -o, --output OUT  a name that ends in .csv for one sheet, in .json for all with scenarios and briefings\n"
    "  --sheet S         assumptions (default), measures or blocs\n"
    "\n"
    "assumptions: quantity economy mineral detail central low high note at baseline edition\n"
    "  quantity: stock floor (t), release-limit (t/day), consumption production imports exports (t/year),\n"
    "  target-days, price (USD/t), severity (0..1), governance (an estimate on the World Bank's scale, about\n"
    "  -2.5..2.5), recycling-rate and substitution-index of a mineral (0..1), reserves (t), net-import-reliance (1 at\n"
    "  most, below 0 for a net exporter), supply-share (0..1, of the supply of an economy, or of WORLD),\n"
    "  stake (0..1), control-share (0..1, of an economy's output), inability and unwillingness to supply of an\n"
    "  economy and economic-vulnerability (0..1, of the United States' method), facility-output (t/year),\n"
    "  trade-value (USD/year, of imports), economic-importance (0..10, of EU27), expected-loss (USD, of USA).\n"
    "  detail: the kind of a severity (ban); stage and year of production and exports (mine/2023); stage, year and\n"
    "  partner of imports, trade values and supply shares (refine/2023/COD), for shares the last year of those\n"
    "  published; stage, year and controller of control shares (mine/2023/CHN); stage and name of a facility\n"
    "  (mine|Mutanda); facility and owner of a stake (Mutanda|Glencore); the year of consumption, reserves and net\n"
    "  import reliance; dimension and year of governance (pv/2023; cc ge pv rl rq va). Without a year, the latest\n"
    "  with figures; for consumption and net import reliance every year.\n"
    "  baseline: the published figure that it replaced.\n"
    "measures: id imposer mineral stage kind targets announced effective ended instrument note severity severity_low\n"
    "  severity_high. targets: ALL, or codes with ; between them.\n"
    "blocs: id name members (codes with ; between them)\n"
    "\n"
    "Example: the own measures of desk.adit for a spreadsheet\n"
    "\n"
    "  adit-cli workspace export desk.adit --sheet measures -o measures.csv\n";
constexpr std::string_view importUsage =
    "usage: adit-cli workspace import FILE IN.csv [--dry-run] [--create] [--dataset FILE]\n"
    "\n"
    "Reads a sheet as `export` writes it, says what differs, and makes the changes as one step that can be undone. "
    "Its\n"
    "columns tell which sheet it is. Things that the sheet does not name stay as they are. A row that cannot be taken\n"
    "is refused with line and column, and then nothing is changed. A row that reaches no figure is taken, and the "
    "error\n"
    "stream says why it is without effect.\n"
    "\n"
    "  --dry-run       say what would change, and change nothing\n"
    "  --create        make FILE where there is none\n"
    "  --dataset FILE  another dataset than the bundled one, for codes and published figures\n"
    "\n"
    "Example: look first, then take the ministry's stocks\n"
    "\n"
    "  adit-cli workspace import desk.adit stocks.csv --dry-run\n"
    "  adit-cli workspace import desk.adit stocks.csv\n";
constexpr std::string_view diffUsage =
    "usage: adit-cli workspace diff A B [--dataset FILE]\n"
    "\n"
    "Says in words what turns workspace A into B: figures, own measures, own blocs, scenarios and briefings. Exit code "
    "0\n"
    "when they are alike, 1 when they differ.\n"
    "\n"
    "Example: what did the colleague change?\n"
    "\n"
    "  adit-cli workspace diff desk.adit desk-of-anna.adit\n";
constexpr std::string_view salvageUsage =
    "usage: adit-cli workspace salvage FILE -o NEW\n"
    "\n"
    "Saves what can be read of a damaged workspace to a new file. The damaged one stays as it is.\n"
    "\n"
    "Example:\n"
    "\n"
    "  adit-cli workspace salvage desk.adit -o desk-saved.adit\n";

void printLine(std::ostream& out, std::string_view name, const std::string& value) {
    constexpr std::size_t width = 24;
    out << name << std::string(width - name.size(), ' ') << value << '\n';
}

std::size_t countOf(const Workspace& workspace, DocumentKind kind) {
    return static_cast<std::size_t>(std::count_if(workspace.documents.begin(), workspace.documents.end(),
                                                  [&](const auto& document) { return document.first.kind == kind; }));
}

std::string editionsOf(const Workspace& workspace) {
    std::set<std::string> editions;
    for (const auto& [key, assumption] : workspace.assumptions)
        if (!assumption.edition.empty()) editions.insert(assumption.edition);
    return text::join(std::vector<std::string>(editions.begin(), editions.end()), ", ");
}

std::string wordsOf(const HistoryEntry& entry, const Dataset& data) {
    return entry.at + "  " + describe(entry.edits, entry.inverse, &data);
}

void printHistory(const History& history, const Dataset& data, std::ostream& out) {
    out << "history, newest first:\n";
    for (auto entry = history.rbegin(); entry != history.rend(); ++entry)
        out << "  " << wordsOf(*entry, data) << (entry->undone ? " (taken back)" : "") << '\n';
}

void printInfo(const std::string& file, const Contents& contents, const Dataset& data, std::ostream& out) {
    const Workspace& w = contents.workspace;
    printLine(out, "file", file);
    printLine(out, "assumptions", std::to_string(w.assumptions.size()));
    printLine(out, "own measures", std::to_string(w.measures.size()));
    printLine(out, "own blocs", std::to_string(w.blocs.size()));
    printLine(out, "scenarios", std::to_string(countOf(w, DocumentKind::scenario)));
    printLine(out, "briefings", std::to_string(countOf(w, DocumentKind::briefing)));
    if (const std::string editions = editionsOf(w); !editions.empty()) printLine(out, "made on edition", editions);
    printLine(out, "steps in the history", std::to_string(contents.history.size()));
    if (const HistoryEntry* last = lastDone(contents.history)) printLine(out, "last change", wordsOf(*last, data));
    if (const auto holder = LockFile::holderOf(file)) printLine(out, "open in", describe(*holder));
    const std::vector<Moved> movedFigures = moved(w, data);
    if (!movedFigures.empty()) out << "published figures that moved under assumptions:\n";
    for (const Moved& one : movedFigures)
        out << "  " << describe(one, &data) << '\n';
}

void printIdle(const Overlay& overlay, std::ostream& out) {
    if (!overlay.idle.empty()) out << "without effect:\n";
    for (const Idle& one : overlay.idle)
        out << "  " << describe(one, overlay.data.get()) << '\n';
}

Exit info(Words words, Terminal terminal) {
    constexpr std::array options{Option{"--history", "", false}, Option{"--dataset", ""}};
    const auto arguments = parse(words, options, {"FILE"});
    if (!arguments) return fail(terminal, arguments.error());
    const auto data = openDataset(*arguments, terminal);
    if (!data) return fail(terminal, data.error());
    const std::string& file = arguments->places[0];
    const auto contents = readFile(file);
    if (!contents) return fail(terminal, contents.error());
    printInfo(file, *contents, **data, terminal.out);
    printIdle(laidOver(*data, contents->workspace), terminal.out);
    if (arguments->has("--history")) printHistory(contents->history, **data, terminal.out);
    return Exit::ok;
}

// The text that a file of this name is to hold.
Result<std::string> exported(const Workspace& workspace, const std::string& output, const std::string& sheetName) {
    const auto sheet = sheetFrom(sheetName);
    if (!sheet) return Error::badInput("\"" + sheetName + "\" is no sheet: write assumptions, measures or blocs");
    if (output.ends_with(".json")) return toJson(workspace);
    if (output.ends_with(".csv")) return toCsv(tableOf(workspace, *sheet));
    return Error::badInput("\"" + output + "\" ends neither in .csv nor in .json");
}

Status write(const std::string& file, const std::string& content) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << content;
    out.close();
    if (out) return Done{};
    return Error{ErrorCode::full, "the file cannot be written; check folder and space", {file, 0, {}}};
}

Exit exportTo(Words words, Terminal terminal) {
    constexpr std::array options{Option{"--output", "-o"}, Option{"--sheet", ""}};
    const auto arguments = parse(words, options, {"FILE"});
    if (!arguments) return fail(terminal, arguments.error());
    const auto output = arguments->value("--output");
    if (!output) return fail(terminal, Error::badInput("say where to write: -o OUT.csv or -o OUT.json"));
    const auto contents = readFile(arguments->places[0]);
    if (!contents) return fail(terminal, contents.error());
    const auto content = exported(contents->workspace, *output, arguments->value("--sheet").value_or("assumptions"));
    if (!content) return fail(terminal, content.error());
    if (const Status status = write(*output, *content); !status) return fail(terminal, status.error());
    return Exit::ok;
}

Result<Session> sessionFor(const Arguments& arguments) {
    const std::string& file = arguments.places[0];
    const bool make = arguments.has("--create") && !std::filesystem::exists(file);
    if (make && arguments.has("--dry-run")) return Session::unsaved(systemTime);
    auto session = make ? Session::create(file, systemTime) : Session::open(file, systemTime);
    if (session && session->readOnly() && !arguments.has("--dry-run"))
        return Error{ErrorCode::locked, session->readOnlyReason(), {file, 0, {}}};
    return session;
}

Result<std::string> contentOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file))
        return Error{ErrorCode::unreadable, "the file cannot be opened", {file, 0, {}}};
    return std::string(std::istreambuf_iterator<char>(in), {});
}

// Of what the edits set, once they are made.
void sayIdle(const DatasetPtr& data, Workspace workspace, std::span<const Edit> edits, Terminal terminal) {
    if (!applyTo(workspace, edits)) return;
    const Overlay overlay = laidOver(data, workspace);
    std::vector<Idle> set;
    for (const Edit& edit : edits)
        if (const Idle* idle = idleOf(overlay.idle, edit)) set.push_back(*idle);
    cli::sayIdle(set, *overlay.data, terminal);
}

Exit importFrom(Words words, Terminal terminal) {
    constexpr std::array options{Option{"--dry-run", "", false}, Option{"--create", "", false},
                                 Option{"--dataset", ""}};
    const auto arguments = parse(words, options, {"FILE", "IN.csv"});
    if (!arguments) return fail(terminal, arguments.error());
    const auto data = openDataset(*arguments, terminal);
    if (!data) return fail(terminal, data.error());
    auto content = contentOf(arguments->places[1]);
    if (!content) return fail(terminal, content.error());
    auto session = sessionFor(*arguments);
    if (!session) return fail(terminal, session.error());
    const auto imported = fromCsv(arguments->places[1], std::move(*content), **data, session->workspace());
    if (!imported) return fail(terminal, imported.error());
    const auto lines = preview(session->workspace(), imported->edits, data->get());
    for (const std::string& line : lines)
        terminal.out << line << '\n';
    const bool dry = arguments->has("--dry-run");
    sayIdle(*data, session->workspace(), imported->edits, terminal);
    if (!dry)
        if (const Status status = session->apply({imported->edits}); !status) return fail(terminal, status.error());
    terminal.out << imported->edits.size() << " rows, " << lines.size() << (dry ? " would change" : " changed") << '\n';
    return Exit::ok;
}

Exit diff(Words words, Terminal terminal) {
    constexpr std::array options{Option{"--dataset", ""}};
    const auto arguments = parse(words, options, {"A", "B"});
    if (!arguments) return fail(terminal, arguments.error());
    const auto data = openDataset(*arguments, terminal);
    if (!data) return fail(terminal, data.error());
    const auto a = readFile(arguments->places[0]);
    if (!a) return fail(terminal, a.error());
    const auto b = readFile(arguments->places[1]);
    if (!b) return fail(terminal, b.error());
    const std::vector<Edit> edits = difference(a->workspace, b->workspace);
    for (const std::string& line : preview(a->workspace, edits, data->get()))
        terminal.out << line << '\n';
    return edits.empty() ? Exit::ok : Exit::mismatch;
}

Exit salvageTo(Words words, Terminal terminal) {
    constexpr std::array options{Option{"--output", "-o"}};
    const auto arguments = parse(words, options, {"FILE"});
    if (!arguments) return fail(terminal, arguments.error());
    const auto output = arguments->value("--output");
    if (!output) return fail(terminal, Error::badInput("say where to write the new workspace: -o NEW"));
    const auto saved = salvage(arguments->places[0], *output);
    if (!saved) return fail(terminal, saved.error());
    terminal.out << describe(*saved) << '\n';
    return Exit::ok;
}

constexpr std::array verbs{
    Command{"diff", "what turns one workspace into another", diffUsage, diff},
    Command{"export", "write a workspace as CSV or JSON", exportUsage, exportTo},
    Command{"import", "take the rows of a CSV sheet into a workspace", importUsage, importFrom},
    Command{"info", "say what is in a workspace file", infoUsage, info},
    Command{"salvage", "save what can be read of a damaged file", salvageUsage, salvageTo},
};

}  // namespace

Exit workspace(Words words, Terminal terminal) {
    return dispatch("adit-cli workspace", verbs, words, terminal);
}

}  // namespace adit::cli
