// Any bytes as a file of articles, one JSON object per line, as `entente build` reads it: articles, and faults that
// name the file.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include <entente/base/dates.hpp>
#include <entente/base/error.hpp>

#include "entente/articles.hpp"
#include "fuzz/sound.hpp"

namespace {

// The file that every input is written to; in memory where the system has a folder for that.
class InputFile {
 public:
  InputFile() : path_(folder() / ("entente-fuzz-" + std::to_string(::getpid()) + ".jsonl")) {}
  ~InputFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  std::string holding(const std::uint8_t* data, std::size_t size) const {
    std::ofstream(path_, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    return path_.string();
  }

 private:
  static std::filesystem::path folder() {
    return std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
  }

  std::filesystem::path path_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const InputFile file;
  entente::cli::ArticleOptions options;
  options.inputs = {file.holding(data, size)};
  const std::string& path = options.inputs.front();
  entente::cli::ArticleStream articles(options);
  while (const auto incoming = articles.next()) {
    if (incoming->fault) {
      entente::fuzz::require(incoming->fault->code() == entente::ErrorCode::BadFormat &&
                             incoming->fault->where().starts_with(path));
      continue;
    }
    const entente::Article& article = incoming->article;
    entente::fuzz::require(!article.id.empty());
    entente::fuzz::require(article.date.empty() || entente::calendar_day(article.date).has_value());
  }
  return 0;
}
