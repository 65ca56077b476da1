#include "core/workspace/lock_file.h"

#include "core/base/text.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace adit::workspace {
namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    int number() const { return m_descriptor; }
    int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
};

std::string hostName() {
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

std::string userName() {
    const passwd* entry = ::getpwuid(::geteuid());
    return entry != nullptr ? entry->pw_name : std::to_string(::geteuid());
}

std::string read(int descriptor) {
    std::array<char, 1024> bytes{};
    const ssize_t count = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    return {bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

void write(int descriptor, const std::string& content) {
    if (::ftruncate(descriptor, 0) != 0) return;
    if (::pwrite(descriptor, content.data(), content.size(), 0) < 0) return;
}

std::string contentOf(const Holder& holder) {
    return "user=" + holder.user + "\nhost=" + holder.host + "\nprocess=" + std::to_string(holder.process) +
           "\nsince=" + holder.since + "\n";
}

Holder holderFrom(const std::string& content) {
    Holder holder;
    for (const std::string_view line : text::split(content, '\n')) {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view value = line.substr(equals + 1);
        if (line.starts_with("user=")) holder.user = value;
        if (line.starts_with("host=")) holder.host = value;
        if (line.starts_with("process=")) holder.process = text::toInt(value).value_or(0);
        if (line.starts_with("since=")) holder.since = value;
    }
    return holder;
}

enum class Lock { ours, others, notSupported };

Lock lock(int descriptor) {
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return Lock::ours;
    return errno == EWOULDBLOCK ? Lock::others : Lock::notSupported;
}

// The last holder takes the file away as it leaves: then what was locked has no name any more.
bool hasName(int descriptor, const fs::path& path) {
    struct stat open {};
    struct stat named {};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &named) == 0 && open.st_ino == named.st_ino &&
           open.st_dev == named.st_dev;
}

bool isAlive(const Holder& holder) {
    return holder.process > 0 && (::kill(static_cast<pid_t>(holder.process), 0) == 0 || errno == EPERM);
}

bool mayTake(const Holder& last, Lock state, IfHeld ifHeld) {
    if (last.host.empty()) return true;  // nobody is named
    if (last.host != hostName()) return ifHeld == IfHeld::takeOver;
    return state == Lock::ours || !isAlive(last);
}

Error cannotLock(const fs::path& path, int code) {
    return {
        ErrorCode::full,
        "the folder cannot be written (" + std::generic_category().message(code) + "), so nothing can be saved here",
        {path.string(), 0, {}}};
}

// "2026-11-29T15:34:47Z" as "2026-11-29 15:34 UTC"; another's file may say anything.
std::string minuteOf(const std::string& since) {
    const bool isTime = since.size() == 20 && since[10] == 'T' && since.back() == 'Z';
    return isTime ? since.substr(0, 10) + ' ' + since.substr(11, 5) + " UTC" : since;
}

}  // namespace

std::string describe(const Holder& holder) {
    if (holder.user.empty() && holder.host.empty()) return "another program";
    return holder.user + " on " + holder.host + " (process " + std::to_string(holder.process) + "), since " +
           minuteOf(holder.since);
}

fs::path LockFile::nameFor(const fs::path& workspace) {
    fs::path name = workspace;
    name += ".lock";
    return name;
}

std::optional<Holder> LockFile::holderOf(const fs::path& workspace) {
    const Descriptor file(::open(nameFor(workspace).c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) return std::nullopt;
    const Holder holder = holderFrom(read(file.number()));
    // A shared lock is had beside other readers, and let go with the descriptor.
    const bool isLocked = ::flock(file.number(), LOCK_SH | LOCK_NB) != 0;
    return isLocked || holder.host != hostName() ? std::optional(holder) : std::nullopt;
}

Result<std::variant<LockFile, Holder>> LockFile::acquire(const fs::path& workspace, const std::string& now,
                                                         IfHeld ifHeld) {
    using Either = std::variant<LockFile, Holder>;
    const fs::path path = nameFor(workspace);
    while (true) {
        Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
        if (file.number() < 0) return cannotLock(path, errno);
        const Lock state = lock(file.number());
        if (state == Lock::others) return Either(holderFrom(read(file.number())));
        if (!hasName(file.number(), path)) continue;
        const Holder last = holderFrom(read(file.number()));
        if (!mayTake(last, state, ifHeld)) return Either(last);
        // On a full disk the lock holds all the same; only the name of its holder is missing.
        write(file.number(), contentOf({userName(), hostName(), ::getpid(), now}));
        return Either(LockFile(path, file.release()));
    }
}

LockFile::~LockFile() {
    if (m_descriptor < 0) return;
    // Taken away while still locked: who waits for it then sees that it has no name, and makes a new one.
    ::unlink(m_path.c_str());
    ::close(m_descriptor);
}

}  // namespace adit::workspace
