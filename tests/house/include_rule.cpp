#include "house/include_rule.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace entente::house {

namespace {

namespace fs = std::filesystem;

// The first picture of docs/pipeline.md, left to right: a room includes itself and rooms before it.
constexpr std::array<std::string_view, 15> Rooms = {"base",   "model",   "text",     "encoding", "tagging",
                                                    "syntax", "names",   "mentions", "actors",   "relations",
                                                    "graph",  "formats", "render",   "store",    ""};
// What stands on top of the rooms: pipeline.*, entente.hpp. It may include all of them.
constexpr std::size_t Top = Rooms.size() - 1;
constexpr std::size_t Unknown = Rooms.size();

// "entente/text/reader.hpp" → the place of "text"; a file directly in entente/ is on top.
std::size_t room_of(std::string_view path) {
  constexpr std::string_view Prefix = "entente/";
  if (!path.starts_with(Prefix)) {
    return Unknown;
  }
  path.remove_prefix(Prefix.size());
  const std::size_t slash = path.find('/');
  const std::string_view room = slash == std::string_view::npos ? "" : path.substr(0, slash);
  return static_cast<std::size_t>(std::find(Rooms.begin(), Rooms.end(), room) - Rooms.begin());
}

std::size_t place(std::string_view room) {
  return static_cast<std::size_t>(std::find(Rooms.begin(), Rooms.end(), room) - Rooms.begin());
}

bool is_graphviz(std::string_view target) {
  return target.starts_with("graphviz/") || target == "gvc.h" || target == "cgraph.h" || target == "gvplugin.h";
}

// Why this edge may not be, or "".
std::string objection(const Include& include) {
  const std::string_view target = include.target;
  if (target.starts_with("../") || target.find("/../") != std::string_view::npos) {
    return "includes by a path that climbs; write <entente/…>";
  }
  if (include.file.starts_with("entente_train/") || include.file.starts_with("python/")) {
    return "";  // the trainers and the Python package may use the whole library
  }
  if (target.starts_with("entente_train/")) {
    return "the library may not include its trainers";
  }
  const std::size_t from = room_of(include.file);
  if (from == Unknown) {
    return "lies in a room that the rule does not know";
  }
  if (target.starts_with("boost/graph/") && from < place("graph")) {
    return "Boost.Graph is known in graph, formats, render and above";
  }
  if (is_graphviz(target) && !(from == place("render") && include.file.ends_with(".cpp"))) {
    return "Graphviz is known in render/*.cpp only";
  }
  // The table of embedded files is written by the build and has no room.
  if (!target.starts_with("entente/") || target == "entente/export.hpp") {
    return "";
  }
  const std::size_t to = room_of(target);
  if (to == Unknown) {
    return "includes a room that the rule does not know";
  }
  if (to > from) {
    return std::string(Rooms[from]) + " may not include " + std::string(to == Top ? "the top" : Rooms[to]);
  }
  return "";
}

void read_file_includes(const fs::path& path, const std::string& name, std::vector<Include>& out) {
  std::ifstream in(path);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::size_t hash = line.find_first_not_of(" \t");
    if (hash == std::string::npos || line[hash] != '#') {
      continue;
    }
    const std::size_t word = line.find_first_not_of(" \t", hash + 1);
    if (word == std::string::npos || line.compare(word, 7, "include") != 0) {
      continue;
    }
    const std::size_t open = line.find_first_of("<\"", word);
    const std::size_t close = open == std::string::npos ? open : line.find_first_of(">\"", open + 1);
    if (close != std::string::npos) {
      out.push_back({name, number, line.substr(open + 1, close - open - 1), line[open] == '"'});
    }
  }
}

}  // namespace

std::vector<Include> read_includes(const std::string& lib_folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(lib_folder)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() && (extension == ".hpp" || extension == ".cpp" || extension == ".inc")) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Include> includes;
  for (const fs::path& path : paths) {
    read_file_includes(path, fs::relative(path, lib_folder).generic_string(), includes);
  }
  return includes;
}

std::vector<std::string> forbidden_edges(const std::vector<Include>& includes) {
  std::vector<std::string> edges;
  for (const Include& include : includes) {
    const std::string why = objection(include);
    if (!why.empty()) {
      edges.push_back(include.file + ":" + std::to_string(include.line) + ": #include " + include.target + ": " + why);
    }
  }
  return edges;
}

}  // namespace entente::house
