#include "app/cli/command.h"

#include "core/base/text.h"

#include <algorithm>
#include <vector>

namespace adit::cli {
namespace {

bool isHelp(std::string_view word) {
    return word == "--help" || word == "-h" || word == "help";
}

void printTable(std::string_view program, std::span<const Command> table, std::ostream& out) {
    out << "usage: " << program << " COMMAND ...\n\n";
    std::size_t width = 0;
    for (const Command& command : table)
        width = std::max(width, command.name.size());
    for (const Command& command : table) {
        out << "  " << command.name << std::string(width - command.name.size() + 2, ' ') << command.summary << '\n';
    }
    out << "\n`" << program << " COMMAND --help` says more.\n";
}

Exit refuseName(std::string_view program, std::span<const Command> table, const std::string& name, Terminal terminal) {
    std::vector<std::string> names;
    for (const Command& command : table)
        names.emplace_back(command.name);
    const auto nearest = text::nearest(name, names);
    terminal.err << program << ": there is no command \"" << name << '"';
    if (!nearest.empty()) terminal.err << "; nearest: " << text::join(nearest, ", ");
    terminal.err << '\n';
    return Exit::badInput;
}

}  // namespace

Exit dispatch(std::string_view program, std::span<const Command> table, Words words, Terminal terminal) {
    if (words.empty()) {
        printTable(program, table, terminal.err);
        return Exit::badInput;
    }
    if (isHelp(words[0])) {
        printTable(program, table, terminal.out);
        return Exit::ok;
    }
    const auto command = std::find_if(table.begin(), table.end(), [&](const Command& c) { return c.name == words[0]; });
    if (command == table.end()) return refuseName(program, table, words[0], terminal);
    const Words rest = words.subspan(1);
    const bool isLeaf = !command->usage.empty();
    if (isLeaf && std::any_of(rest.begin(), rest.end(), [](const auto& w) { return w == "--help" || w == "-h"; })) {
        terminal.out << command->usage;
        return Exit::ok;
    }
    return command->run(rest, terminal);
}

Exit fail(Terminal terminal, const Error& error) {
    terminal.err << error.place.file;
    if (error.place.line != 0) terminal.err << ':' << error.place.line;
    if (!error.place.column.empty()) terminal.err << ": column " << error.place.column;
    if (!error.place.file.empty()) terminal.err << ": ";
    terminal.err << error.text << '\n';
    return Exit::badInput;
}

}  // namespace adit::cli
