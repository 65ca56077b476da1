#include "app/cli/commands/explained.h"

namespace adit::cli {

void explain(const ComputedFigure& f, std::ostream& out) {
    out << '\n'
        << f.definition->title << " of " << (*f.query.data)[f.query.mineral].name << ", " << id(f.query.stage) << ", "
        << f.query.year << " (" << f.definition->method << ")\n";
    for (const std::string& line : f.figure.formula)
        out << "  " << line << '\n';
    if (!f.figure.reason.empty()) out << "  no value: " << f.figure.reason << '\n';
    if (!f.figure.boundsRule.empty()) out << "  bounds: " << f.figure.boundsRule << '\n';
    if (!f.figure.inputs.empty()) out << toText(inputTable(f));
}

}  // namespace adit::cli
