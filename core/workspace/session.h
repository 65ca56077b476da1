// An open workspace: a file and what is in it, or a workspace that has no file yet. Every change is on disk before it
// is in memory; an error leaves both as they were. Belongs to one thread.
#pragma once

#include "core/base/target_file.h"
#include "core/dataset/dataset.h"
#include "core/workspace/history.h"
#include "core/workspace/lock_file.h"
#include "core/workspace/store.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace adit::workspace {

using Clock = std::function<std::string()>;  // the time as "2026-01-31T12:00:00Z"
std::string systemTime();

// What a file holds, without taking hold of it: nothing is locked, and nothing is written unless a change that was cut
// off must be taken back or the file brought up to date.
Result<Contents> readFile(const std::filesystem::path& file);

class Session {
public:
    static Session unsaved(Clock clock);
    static Result<Session> create(const std::filesystem::path& file, Clock clock);
    // Read-only where another program holds the file or it cannot be written: readOnlyReason() says which.
    static Result<Session> open(const std::filesystem::path& file, Clock clock, IfHeld ifHeld = IfHeld::readOnly);

    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session();

    const Workspace& workspace() const;
    const History& history() const;

    // Edits that change nothing are left out; a step of none is no step.
    Status apply(Step step);
    Status undo();
    Status redo();
    bool canUndo() const;
    bool canRedo() const;
    std::string undoText(const Dataset* names) const;  // empty when there is nothing to undo
    std::string redoText(const Dataset* names) const;
    // Takes back or makes again until the step of this number is the last that stands; 0 takes back all.
    Status goTo(std::int64_t number);

    bool hasFile() const;
    const std::filesystem::path& path() const;  // empty without a file
    bool readOnly() const;
    const std::string& readOnlyReason() const;  // a sentence; empty when it can be written
    const std::string& holder() const;          // "anna on desk7 (process 4711), since ..."; empty when none other

    // Writes all, with history, to a new file; this session stays with its own.
    Status saveCopy(const std::filesystem::path& file, IfExists ifExists = IfExists::refuse) const;
    // The same, and goes on with the new file.
    Status saveAs(const std::filesystem::path& file, IfExists ifExists = IfExists::refuse);

private:
    struct State;
    explicit Session(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace adit::workspace
