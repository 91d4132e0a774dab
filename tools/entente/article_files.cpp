#include "article_files.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "packed_file.hpp"

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 15> Endings = {".txt",   ".md",     ".markdown", ".html", ".htm",
                                                      ".jsonl", ".ndjson", ".pdf",      ".docx", ".odt",
                                                      ".eml",   ".mht",    ".mhtml",    ".rss",  ".atom"};

bool is_article_file(const std::string& path) {
  return std::find(Endings.begin(), Endings.end(), ending_of(unpacked_name(path))) != Endings.end();
}

class Lister {
 public:
  void list(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (!error && !listed_.insert(real).second) {
      return;  // a link leads back
    }
    std::vector<fs::path> entries;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
      entries.push_back(at->path());
    }
    if (error) {
      found_.faults.emplace_back(ErrorCode::NotReadable, folder.string(),
                                 fmt::format("cannot be listed ({})", error.message()));
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) {
      add(entry);
    }
  }

  ArticleFiles finish() {
    std::sort(found_.paths.begin(), found_.paths.end());
    return std::move(found_);
  }

 private:
  void add(const fs::path& entry) {
    if (entry.filename().string().starts_with('.')) {
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(entry, error);
    if (fs::is_directory(status)) {
      list(entry);
    } else if ((fs::is_regular_file(status) || !fs::status_known(status) || !fs::exists(status)) &&
               is_article_file(entry.string())) {
      found_.paths.push_back(entry.string());  // a link that leads nowhere is told when it is opened
    }
  }

  ArticleFiles found_;
  std::set<fs::path> listed_;
};

}  // namespace

std::string ending_of(const std::string& path) {
  std::string text = fs::path(path).extension().string();
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

Error no_such_file(const std::string& path) {
  if (const std::size_t colon = path.find("://"); colon != std::string::npos && colon <= 5) {
    return {ErrorCode::NotFound, path,
            "is an address, and entente asks no network; save the page from a browser, or pipe it in: "
            "curl -L ADDRESS | entente build -"};
  }
  return {ErrorCode::NotFound, path.empty() ? "\"\"" : path, "no such file or folder"};
}

ArticleFiles article_files_below(const std::string& folder) {
  Lister lister;
  lister.list(folder);
  ArticleFiles files = lister.finish();
  if (files.paths.empty() && files.faults.empty()) {
    files.faults.emplace_back(ErrorCode::NotFound, folder,
                              fmt::format("holds no articles; expected files that end in {}", fmt::join(Endings, " ")));
  }
  return files;
}

}  // namespace entente::cli
