// The files below a folder that are articles, by their endings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/base/error.hpp>

namespace entente::cli {

// ".txt" of "news/Summit.TXT"
std::string ending_of(const std::string& path);

// What is said of a path where nothing is: addresses (https://…) get advice.
Error no_such_file(const std::string& path);

struct ArticleFiles {
  std::vector<std::string> paths;  // in the order of their names
  std::vector<Error> faults;       // folders that cannot be listed
};

// Hidden files and folders (".git") hold no articles. Links are followed, but no folder is listed twice.
ArticleFiles article_files_below(const std::string& folder);

}  // namespace entente::cli
