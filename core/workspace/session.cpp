#include "core/workspace/session.h"

#include "core/workspace/describe.h"

#include <array>
#include <ctime>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

namespace adit::workspace {
namespace {

namespace fs = std::filesystem;

bool canWrite(const fs::path& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

fs::path folderOf(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

bool samePlace(const fs::path& a, const fs::path& b) {
    std::error_code code;
    return fs::weakly_canonical(a, code) == fs::weakly_canonical(b, code);
}

void stamp(std::vector<Edit>& edits, const std::string& now) {
    for (Edit& edit : edits) {
        auto* assumption = std::get_if<SetAssumption>(&edit);
        if (assumption != nullptr && assumption->value) assumption->value->at = now;
    }
}

HistoryEntry entryOf(const Workspace& workspace, std::span<const Edit> edits, std::string now) {
    HistoryEntry entry;
    entry.at = std::move(now);
    for (const Edit& edit : edits)
        if (!std::holds_alternative<SetView>(edit)) entry.edits.push_back(edit);
    for (auto edit = entry.edits.rbegin(); edit != entry.edits.rend(); ++edit)
        entry.inverse.push_back(inverseOf(workspace, *edit));
    return entry;
}

}  // namespace

std::string systemTime() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

struct Session::State {
    explicit State(Clock c, fs::path file = {}) : clock(std::move(c)), path(std::move(file)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (store) store->tidy();
    }

    Clock clock;
    fs::path path;
    std::string readOnlyReason;
    std::string holder;
    std::optional<LockFile> lock;  // outlives the store
    std::optional<Store> store;
    Workspace workspace;
    History history;
    std::string merging;  // the key of the last step, while nothing else has happened

    void decideAccess(IfHeld ifHeld);
    Status read();
    Status commit(std::span<const Edit> edits, const HistoryChange& change);
    Status writeTo(const fs::path& file, IfExists ifExists) const;
};

// Takes the lock, or keeps the reason why there is none.
void Session::State::decideAccess(IfHeld ifHeld) {
    if (!canWrite(path)) {
        readOnlyReason = "the file is write-protected";
        return;
    }
    if (!canWrite(folderOf(path))) {
        readOnlyReason = "its folder cannot be written, which saving needs";
        return;
    }
    auto acquired = LockFile::acquire(path, clock(), ifHeld);
    if (!acquired) {
        readOnlyReason = acquired.error().text;
    } else if (const auto* other = std::get_if<Holder>(&*acquired)) {
        holder = describe(*other);
        readOnlyReason = "it is open in another program: " + holder;
    } else {
        lock.emplace(std::get<LockFile>(std::move(*acquired)));
    }
}

Status Session::State::read() {
    auto opened = Store::open(path, readOnlyReason.empty() ? Access::write : Access::read);
    if (!opened) return opened.error();
    auto contents = opened->load();
    if (!contents) return contents.error();
    store.emplace(std::move(*opened));
    workspace = std::move(contents->workspace);
    history = std::move(contents->history);
    return Done{};
}

Status Session::State::commit(std::span<const Edit> edits, const HistoryChange& change) {
    if (!readOnlyReason.empty()) {
        return Error{ErrorCode::locked,
                     "the workspace is open for reading only (" + readOnlyReason + "); save it as a new file",
                     {path.string(), 0, {}}};
    }
    if (store) {
        if (const Status status = store->save(edits, change); !status) return status;
    }
    for (const Edit& edit : edits)
        if (const auto done = applyTo(workspace, edit); !done) return done.error();
    applyTo(history, change);
    return Done{};
}

Status Session::State::writeTo(const fs::path& file, IfExists ifExists) const {
    std::optional<LockFile> guard;
    if (!lock || !samePlace(file, path)) {
        auto acquired = LockFile::acquire(file, clock(), IfHeld::readOnly);
        if (!acquired) return acquired.error();
        if (const auto* other = std::get_if<Holder>(&*acquired)) {
            return Error{ErrorCode::locked,
                         "the file is open in another program: " + describe(*other) + "; choose another name",
                         {file.string(), 0, {}}};
        }
        guard.emplace(std::get<LockFile>(std::move(*acquired)));
    }
    return writeNew(file, {workspace, history}, ifExists);
}

Result<Contents> readFile(const fs::path& file) {
    if (auto store = Store::open(file, Access::read))
        if (auto contents = store->load()) return contents;
    const auto session = Session::open(file, systemTime);
    if (!session) return session.error();
    return Contents{session->workspace(), session->history()};
}

Session::Session(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Session Session::unsaved(Clock clock) {
    return Session(std::make_unique<State>(std::move(clock)));
}

Result<Session> Session::create(const fs::path& file, Clock clock) {
    Session session = unsaved(std::move(clock));
    if (const Status status = session.saveAs(file); !status) return status.error();
    return session;
}

Result<Session> Session::open(const fs::path& file, Clock clock, IfHeld ifHeld) {
    if (const Status status = checkIsFile(file); !status) return status.error();
    auto state = std::make_unique<State>(std::move(clock), file);
    state->decideAccess(ifHeld);
    if (const Status status = state->read(); !status) return status.error();
    return Session(std::move(state));
}

const Workspace& Session::workspace() const {
    return m_state->workspace;
}

const History& Session::history() const {
    return m_state->history;
}

Status Session::apply(Step step) {
    State& state = *m_state;
    for (const Edit& edit : step.edits)
        if (const Status status = check(edit); !status) return status;
    std::vector<Edit> edits = effective(state.workspace, step.edits);
    if (edits.empty()) return Done{};
    const std::string now = state.clock();
    stamp(edits, now);
    HistoryEntry entry = entryOf(state.workspace, edits, now);
    if (entry.edits.empty()) return state.commit(edits, {});
    const bool merges = !step.mergeKey.empty() && step.mergeKey == state.merging;
    const HistoryChange change = adding(state.history, std::move(entry), merges ? Merge::withLast : Merge::no);
    if (const Status status = state.commit(edits, change); !status) return status;
    // A drag that came back to where it began has taken its step away: what follows is a step of its own.
    state.merging = change.put.empty() ? std::string() : std::move(step.mergeKey);
    return Done{};
}

Status Session::goTo(std::int64_t number) {
    const Travel travel = goingTo(m_state->history, number);
    if (travel.change.put.empty()) return Done{};
    m_state->merging.clear();
    return m_state->commit(travel.edits, travel.change);
}

Status Session::undo() {
    const HistoryEntry* last = lastDone(m_state->history);
    if (last == nullptr) return Error::badInput("there is nothing to undo");
    return goTo(last->number - 1);
}

Status Session::redo() {
    const HistoryEntry* next = firstUndone(m_state->history);
    if (next == nullptr) return Error::badInput("there is nothing to redo");
    return goTo(next->number);
}

bool Session::canUndo() const {
    return !readOnly() && lastDone(m_state->history) != nullptr;
}

bool Session::canRedo() const {
    return !readOnly() && firstUndone(m_state->history) != nullptr;
}

std::string Session::undoText(const Dataset* names) const {
    const HistoryEntry* last = lastDone(m_state->history);
    return last == nullptr ? std::string() : describe(last->edits, last->inverse, names);
}

std::string Session::redoText(const Dataset* names) const {
    const HistoryEntry* next = firstUndone(m_state->history);
    return next == nullptr ? std::string() : describe(next->edits, next->inverse, names);
}

bool Session::hasFile() const {
    return !m_state->path.empty();
}

const fs::path& Session::path() const {
    return m_state->path;
}

bool Session::readOnly() const {
    return !m_state->readOnlyReason.empty();
}

const std::string& Session::readOnlyReason() const {
    return m_state->readOnlyReason;
}

const std::string& Session::holder() const {
    return m_state->holder;
}

Status Session::saveCopy(const fs::path& file, IfExists ifExists) const {
    if (hasFile() && samePlace(file, path()))
        return Error{ErrorCode::badInput, "this is the open file; choose another name", {file.string(), 0, {}}};
    return m_state->writeTo(file, ifExists);
}

Status Session::saveAs(const fs::path& file, IfExists ifExists) {
    if (const Status status = m_state->writeTo(file, ifExists); !status) return status;
    if (m_state->lock && samePlace(file, path())) return m_state->read();
    auto opened = open(file, m_state->clock);
    if (!opened) return opened.error();
    *this = std::move(*opened);
    return Done{};
}

}  // namespace adit::workspace
