// The one-way rule of the rooms, read from the #include lines of lib/: who may include whom.
#pragma once

#include <string>
#include <vector>

namespace entente::house {

// One #include line.
struct Include {
  std::string file;  // relative to lib/: "entente/text/reader.cpp"
  int line = 0;
  std::string target;  // as written between <> or "": "entente/base/span.hpp", "boost/graph/adjacency_list.hpp"
  bool quoted = false;
};

// All #include lines of the .hpp, .cpp and .inc files below lib_folder, sorted by file and line.
std::vector<Include> read_includes(const std::string& lib_folder);

// One line for every edge that is not allowed: "entente/text/reader.cpp:7: text may not include syntax (…)".
std::vector<std::string> forbidden_edges(const std::vector<Include>& includes);

}  // namespace entente::house
