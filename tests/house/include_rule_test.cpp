#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "house/include_rule.hpp"

using namespace entente::house;

namespace {

namespace fs = std::filesystem;

// A lib/ folder with the given files, taken away again at the end.
class Tree {
 public:
  explicit Tree(const std::vector<std::pair<std::string, std::string>>& files)
      : root_(fs::temp_directory_path() / ("entente-include-rule-" + std::to_string(++count_))) {
    fs::remove_all(root_);
    for (const auto& [path, content] : files) {
      fs::create_directories((root_ / path).parent_path());
      std::ofstream(root_ / path) << content;
    }
  }
  ~Tree() { fs::remove_all(root_); }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  std::string path() const { return root_.string(); }

 private:
  static inline int count_ = 0;
  fs::path root_;
};

}  // namespace

TEST_CASE("the rooms of lib/ include only rooms to their left") {
  const auto includes = read_includes(ENTENTE_LIB_FOLDER);
  CHECK(includes.size() > 100);  // the test reads the tree that it means to read
  for (const std::string& edge : forbidden_edges(includes)) {
    FAIL_CHECK(edge);
  }
}

TEST_CASE("the include rule refuses a bad tree, edge by edge") {
  // One file and one #include line each; the empty string means that it is allowed.
  struct Row {
    const char* file;
    const char* include;
    const char* refused;
  };
  const std::vector<Row> table = {
      {"entente/text/a.cpp", "<entente/base/span.hpp>", ""},
      {"entente/text/a.cpp", "<entente/text/a.hpp>", ""},
      {"entente/text/a.cpp", "<vector>", ""},
      {"entente/text/a.cpp", "<entente/tagging/tagging.hpp>", "text may not include tagging"},
      {"entente/text/a.cpp", "\"entente/tagging/tagging.hpp\"", "text may not include tagging"},
      {"entente/text/a.cpp", "\"../tagging/tagging.hpp\"", "climbs"},
      {"entente/base/a.hpp", "<entente/model/model.hpp>", "base may not include model"},
      {"entente/names/a.hpp", "<entente/actors/actors.hpp>", "names may not include actors"},
      {"entente/render/a.cpp", "<entente/pipeline.hpp>", "render may not include the top"},
      {"entente/pipeline.cpp", "<entente/render/svg.hpp>", ""},
      {"entente/relations/a.cpp", "  <boost/graph/adjacency_list.hpp>", "Boost.Graph"},
      {"entente/graph/a.hpp", "<boost/graph/adjacency_list.hpp>", ""},
      {"entente/render/a.cpp", "<graphviz/gvc.h>", ""},
      {"entente/render/a.hpp", "<graphviz/gvc.h>", "Graphviz"},
      {"entente/formats/a.cpp", "<cgraph.h>", "Graphviz"},
      {"entente/graph/a.cpp", "<entente_train/trainer.hpp>", "trainers"},
      {"entente_train/a.cpp", "<entente/render/svg.hpp>", ""},
      {"python/a.cpp", "<entente/render/svg.hpp>", ""},
      {"entente/cellar/a.cpp", "<vector>", "does not know"},
      {"entente/text/a.cpp", "<entente/cellar/a.hpp>", "does not know"},
  };
  for (const Row& row : table) {
    CAPTURE(row.file);
    CAPTURE(row.include);
    const Tree tree({{row.file, std::string("// A comment.\n# include ") + row.include + "  // why\n"}});
    const auto edges = forbidden_edges(read_includes(tree.path()));
    if (std::string(row.refused).empty()) {
      CHECK(edges.empty());
    } else {
      REQUIRE(edges.size() == 1);
      CHECK(edges[0].starts_with(std::string(row.file) + ":2:"));
      CHECK(edges[0].find(row.refused) != std::string::npos);
    }
  }
}
