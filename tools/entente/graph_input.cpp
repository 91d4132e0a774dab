#include "graph_input.hpp"

#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/json.hpp>
#include <entente/pipeline.hpp>

#include "articles.hpp"

namespace entente::cli {

namespace {

bool is_object(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

Reading saved(std::string_view json, const std::string& name) {
  return {std::make_unique<Network>(read_json(json, name)), {}};
}

}  // namespace

Reading load_reading(const std::string& path, bool keep_documents) {
  const ReadingOptions options = {.keep_documents = keep_documents};
  if (path.ends_with(".json")) {
    return saved(read_file(path), path);
  }
  if (path == "-") {
    Article article;
    article.text = read_file(path);
    return is_object(article.text) ? saved(article.text, "standard input") : read_one(article, Pipeline(), options);
  }
  ArticleStream articles({{path}, ""});
  return read_all(articles, Pipeline(), options);
}

std::unique_ptr<const Network> load_network(const std::string& path) { return load_reading(path, false).network; }

void for_each_graph(const std::string& path, const std::function<void(Network&&)>& add) {
  if (!is_json_lines(path)) {
    Network network = read_json(read_file(path), path == "-" ? "standard input" : path);
    add(std::move(network));  // the file's bytes are gone by now
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
