#include "graph_input.hpp"

#include <array>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/pipeline.hpp>

#include "articles.hpp"
#include "file_kind.hpp"
#include "line_file.hpp"
#include "output.hpp"

namespace entente::cli {

namespace {

bool is_object(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

// By its ending, or, whatever that is, by how it begins.
bool is_graph_file(const std::string& path) {
  if (path == "-" || path.ends_with(".json") || is_json_lines(path)) {
    return path.ends_with(".json");
  }
  std::array<char, 256> start = {};
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), start.size());
  return begins_as_graph({start.data(), static_cast<std::size_t>(file.gcount())});
}

Reading saved(std::string_view json, const std::string& name) {
  Reading reading;
  reading.network = std::make_unique<Network>(read_json(json, name));
  return reading;
}

// Whether a line is all of a graph, as build --lines and NetworkX write it. Never of a graph on several lines.
bool is_whole_graph(const std::string& line) { return begins_as_graph(line) && nlohmann::json::accept(line); }

// Adds what `read` gives, without a copy; what cannot be read goes to the faults.
template <typename Read>
void add_graph(Faults& faults, const std::function<void(Network&&)>& add, Read read) {
  try {
    add(read());
    faults.used();
  } catch (const Error& error) {
    faults.skip(error);
  }
}

// The file's bytes are gone when it returns.
Network read_graph(LineFile& file) {
  const std::string json = file.whole();
  if (!is_object(json)) {
    throw Error(ErrorCode::BadFormat, file.name(), "is no graph; entente build makes one of articles");
  }
  return read_json(json, file.name());
}

}  // namespace

Reading load_reading(const std::string& path, bool keep_documents, Faults& faults) {
  const ReadingOptions options = {.keep_documents = keep_documents};
  if (is_graph_file(path)) {
    return saved(read_file(path), path);
  }
  if (path == "-") {
    std::string bytes = LineFile(path).whole();
    if (is_object(bytes)) {
      return saved(bytes, "standard input");
    }
    ArticleStream articles(articles_in(std::move(bytes), path));
    return read_all(articles, Pipeline(), faults, options);
  }
  ArticleStream articles({{path}, ""});
  return read_all(articles, Pipeline(), faults, options);
}

std::unique_ptr<const Network> load_network(const std::string& path, Faults& faults) {
  return load_reading(path, false, faults).network;
}

void tell_namesakes(const Network& network, const std::string& name) {
  const std::vector<Vertex> all = namesakes(network, name);
  if (all.size() < 2) {
    return;
  }
  const Vertex meant = find_actor(network, name);
  std::vector<std::string> others;
  for (const Vertex v : all) {
    if (v != meant) {
      others.push_back(fmt::format("{} ({})", network[v].name, network[v].id));
    }
  }
  tell(fmt::format("\"{}\" is taken for {} ({}); so called are also {}", name, network[meant].name, network[meant].id,
                   fmt::join(others, ", ")));
}

void for_each_graph(const std::string& path, Faults& faults, const std::function<void(Network&&)>& add) {
  try {
    LineFile file(path);
    std::optional<Line> line = file.next();
    if (!line || (!is_json_lines(path) && !is_whole_graph(line->text))) {
      add_graph(faults, add, [&] { return read_graph(file); });
      return;
    }
    const bool only = !is_json_lines(path) && file.at_end();
    for (; line; line = file.next()) {
      add_graph(faults, add, [&] { return read_json(line->text, only ? file.name() : file.where(*line)); });
    }
  } catch (const Error& error) {
    faults.skip(error);  // throws it again where it is strict
  }
}

}  // namespace entente::cli
