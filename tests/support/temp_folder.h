// A folder of its own for a test, gone with it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace adit::test {

// Memory where the system has a folder of it: for tests that wait for the disk with every change, and mind its content
// but not its speed.
std::filesystem::path quickStorage();

class TempFolder {
public:
    explicit TempFolder(const std::filesystem::path& parent = std::filesystem::temp_directory_path());
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder();

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path write(const std::string& name, std::string_view content) const;
    std::vector<std::string> names() const;  // of what lies in it, sorted

private:
    std::filesystem::path m_path;
};

std::string readBytes(const std::filesystem::path& file);
void writeBytes(const std::filesystem::path& file, std::string_view content);

}  // namespace adit::test
