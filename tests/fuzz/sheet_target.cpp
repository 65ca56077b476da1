// The reader of workspace sheets: what it refuses it refuses with a place; what it takes is laid over an empty
// workspace as one step or not at all, and can be taken back.
#include "core/workspace/sheet.h"
#include "tests/fuzz/replay.h"
#include "tests/support/bundled.h"

using namespace adit;
using adit::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string content(reinterpret_cast<const char*>(data), size);
    workspace::Workspace workspace;
    const auto imported = workspace::fromCsv("fuzz.csv", content, *test::bundled(), workspace);
    if (!imported) {
        require(!imported.error().text.empty(), "a refusal has words");
        require(imported.error().place.file == "fuzz.csv", "a refusal names the file");
        return 0;
    }
    const std::string before = workspace::toJson(workspace);
    const auto inverse = workspace::applyTo(workspace, imported->edits);
    if (!inverse) {
        require(workspace::toJson(workspace) == before, "what is refused leaves the workspace as it was");
        return 0;
    }
    const std::string text = toCsv(workspace::tableOf(workspace, imported->sheet));
    require(workspace::fromCsv("again.csv", text, *test::bundled(), workspace).has_value(),
            "what was taken can be exported and imported");
    require(workspace::applyTo(workspace, *inverse).has_value(), "what was taken can be taken back");
    require(workspace::toJson(workspace) == before, "and nothing of it stays");
    return 0;
}
