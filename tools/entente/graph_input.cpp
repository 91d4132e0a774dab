#include "graph_input.hpp"

#include <array>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/pipeline.hpp>

#include "articles.hpp"
#include "file_kind.hpp"

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

// The file's bytes are gone when it returns.
Network read_graph(const std::string& path) {
  const std::string name = path == "-" ? "standard input" : path;
  const std::string json = read_file(path);
  if (!is_object(json)) {
    throw Error(ErrorCode::BadFormat, name, "is no graph; entente build makes one of articles");
  }
  return read_json(json, name);
}

}  // namespace

Reading load_reading(const std::string& path, bool keep_documents) {
  const ReadingOptions options = {.keep_documents = keep_documents};
  if (is_graph_file(path)) {
    return saved(read_file(path), path);
  }
  if (path == "-") {
    Article article;
    article.text = read_file(path);
    if (is_object(article.text)) {
      return saved(article.text, "standard input");
    }
    expect_text(article.text, path);
    return read_one(article, Pipeline(), options);
  }
  ArticleStream articles({{path}, ""});
  return read_all(articles, Pipeline(), options);
}

std::unique_ptr<const Network> load_network(const std::string& path) { return load_reading(path, false).network; }

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
  fmt::print(stderr, "entente: \"{}\" is taken for {} ({}); so called are also {}\n", name, network[meant].name,
             network[meant].id, fmt::join(others, ", "));
}

void for_each_graph(const std::string& path, const std::function<void(Network&&)>& add) {
  if (!is_json_lines(path)) {
    add(read_graph(path));
    return;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Error(ErrorCode::NotFound, path, "cannot be opened");
  }
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") != std::string::npos) {
      add(read_json(line, fmt::format("{}:{}", path, number)));
    }
  }
  if (file.bad()) {
    throw Error(ErrorCode::NotReadable, path, "cannot be read to its end");
  }
}

}  // namespace entente::cli
