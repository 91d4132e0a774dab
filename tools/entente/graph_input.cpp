#include "graph_input.hpp"

#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/merge.hpp>
#include <entente/pipeline.hpp>

#include "articles.hpp"

namespace entente::cli {

namespace {

using Read = std::unique_ptr<const Network>;

bool is_object(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

Read read_articles(ArticleStream& articles) {
  const Pipeline pipeline;
  NetworkMerger merger(pipeline.relation_types());
  std::size_t count = 0;
  std::unique_ptr<Network> only;
  while (const auto article = articles.next()) {
    if (only != nullptr) {
      merger.add(std::move(*only));
    }
    only = std::make_unique<Network>(pipeline.read(*article));
    ++count;
  }
  if (count == 1) {
    return only;
  }
  if (only != nullptr) {
    merger.add(std::move(*only));
  }
  return Read(new Network(merger.finish()));
}

}  // namespace

Read load_network(const std::string& path) {
  if (path.ends_with(".json")) {
    return Read(new Network(read_json(read_file(path), path)));
  }
  if (path == "-") {
    std::string text = read_file(path);
    if (is_object(text)) {
      return Read(new Network(read_json(text, "standard input")));
    }
    const Pipeline pipeline;
    Article article;
    article.text = std::move(text);
    return Read(new Network(pipeline.read(article)));
  }
  ArticleStream articles({{path}, ""});
  return read_articles(articles);
}

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
