#include "app/cli/commands/dataset.h"

#include "app/cli/arguments.h"
#include "app/cli/commands/dataset_info.h"
#include "core/dataset/open.h"
#include "db/builder/build.h"
#include "db/builder/digest.h"

#include <array>

namespace adit::cli {
namespace {

constexpr std::string_view buildUsage =
    "usage: adit-cli dataset build DIR -o FILE [--only-open] [--quiet]\n"
    "\n"
    "Builds the dataset FILE from the CSV files in DIR. Errors are printed with file, line, column and rule;\n"
    "then nothing is written.\n"
    "\n"
    "  -o, --output FILE  the file to write; an older dataset of that name is replaced\n"
    "  --only-open        leave out the rows of sources whose terms do not allow to pass them on\n"
    "  -q, --quiet        count the warnings instead of listing them; the dataset keeps them\n";
constexpr std::string_view checkUsage =
    "usage: adit-cli dataset check FILE\n"
    "\n"
    "Looks through the whole file: structure, keys, references and the fingerprint of its content.\n";
constexpr std::string_view infoUsage =
    "usage: adit-cli dataset info FILE\n"
    "\n"
    "Prints edition, hash, counts, years, sources by terms, and the warnings of the build.\n";

void printWarnings(const db::Problems& problems, std::ostream& out) {
    for (const Warning& w : problems.warnings()) {
        out << "warning: " << db::describe({{w.file, w.line, {}}, w.rule, w.text}) << '\n';
    }
}

Exit printErrors(const db::Problems& problems, std::ostream& err) {
    for (const db::Problem& problem : problems.errors())
        err << db::describe(problem) << '\n';
    if (problems.errorCount() > problems.errors().size()) {
        err << "... and " << problems.errorCount() - problems.errors().size() << " more\n";
    }
    err << "nothing was written\n";
    return Exit::badInput;
}

void printLeftOut(const db::BuildReport& report, std::ostream& out) {
    for (const db::TableCount& count : report.tables) {
        if (count.leftOut != 0) {
            out << count.table << ": " << count.leftOut << " of " << count.rows + count.leftOut << " rows left out\n";
        }
        if (count.stripped != 0) {
            out << count.table << ": " << count.stripped << " of " << count.rows
                << " rows kept without what such a source says\n";
        }
    }
}

Exit build(Words words, Terminal terminal) {
    constexpr std::array options{Option{"--output", "-o"}, Option{"--only-open", "", false},
                                 Option{"--quiet", "-q", false}};
    const auto arguments = parse(words, options, {"DIR"});
    if (!arguments) return fail(terminal, arguments.error());
    const auto output = arguments->value("--output");
    if (!output) return fail(terminal, Error::badInput("say where to write the dataset: -o FILE"));
    const auto selection = arguments->has("--only-open") ? db::Selection::openOnly : db::Selection::all;
    const db::BuildOutcome outcome = db::build(arguments->places[0], *output, selection);
    if (!outcome.built()) return printErrors(outcome.problems, terminal.err);
    if (!arguments->has("--quiet")) printWarnings(outcome.problems, terminal.err);
    printLeftOut(outcome.report, terminal.out);
    terminal.out << *output << ": edition " << outcome.report.edition << ", " << outcome.report.hash << ", "
                 << outcome.problems.warnings().size() << " warnings\n";
    return Exit::ok;
}

Status checkThoroughly(const sqlite::Database& database) {
    if (const Status status = database.integrityCheck(); !status) return status;
    return database.foreignKeyCheck();
}

Result<bool> contentMatches(const sqlite::Database& database) {
    sqlite::Statement select = database.prepare("SELECT value FROM dataset WHERE key = ?");
    select.bind(1, db::digestKey);
    const std::string stated = select.next() ? select.text(0) : "";
    if (const Status status = select.finish(); !status) return status.error();
    const auto found = db::contentDigest(database);
    if (!found) return found.error();
    return stated == *found;
}

Exit check(Words words, Terminal terminal) {
    const auto arguments = parse(words, {}, {"FILE"});
    if (!arguments) return fail(terminal, arguments.error());
    const std::string& file = arguments->places[0];
    const auto database = dataset::open(file);
    if (!database) return fail(terminal, database.error());
    if (const Status status = checkThoroughly(*database); !status) return fail(terminal, status.error());
    const auto data = loadDataset(file);
    if (!data) return fail(terminal, data.error());
    const auto matches = contentMatches(*database);
    if (!matches) return fail(terminal, matches.error());
    if (!*matches) {
        terminal.err << file << ": the content was changed after the dataset was built; build it again\n";
        return Exit::mismatch;
    }
    terminal.out << file << ": sound; edition " << (*data)->edition << ", " << (*data)->warnings.size()
                 << " warnings\n";
    return Exit::ok;
}

Exit info(Words words, Terminal terminal) {
    const auto arguments = parse(words, {}, {"FILE"});
    if (!arguments) return fail(terminal, arguments.error());
    const auto data = loadDataset(arguments->places[0]);
    if (!data) return fail(terminal, data.error());
    printInfo(**data, terminal.out);
    return Exit::ok;
}

constexpr std::array verbs{
    Command{"build", "make a dataset file from a folder of CSV files", buildUsage, build},
    Command{"check", "look through a dataset file", checkUsage, check},
    Command{"info", "say what is in a dataset file", infoUsage, info},
};

}  // namespace

Exit dataset(Words words, Terminal terminal) {
    return dispatch("adit-cli dataset", verbs, words, terminal);
}

}  // namespace adit::cli
