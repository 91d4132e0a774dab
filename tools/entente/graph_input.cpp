#include "graph_input.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <entente/base/error.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/pipeline.hpp>
#include <entente/relations/user_types.hpp>
#include <entente/store/store.hpp>

#include "articles.hpp"
#include "file_kind.hpp"
#include "json_line.hpp"
#include "line_file.hpp"
#include "output.hpp"
#include "store_input.hpp"

namespace entente::cli {

namespace {

bool is_object(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

// Whether a line is all of a graph, as build --lines and NetworkX write it. Never of a graph on several lines.
bool is_whole_graph(const std::string& line) { return begins_as_graph(line) && nlohmann::json::accept(line); }

// Adds what `read` gives, without copying it (a network that is moved is copied); what cannot be read goes to the
// faults.
template <typename Read>
void add_graph(Faults& faults, const std::function<void(std::unique_ptr<Network>)>& add, Read read) {
  try {
    add(std::make_unique<Network>(read()));
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

// By its first line: an object, but not a whole one that is an article.
bool holds_graphs(LineFile& file) {
  const Line* const first = file.peek();
  if (first == nullptr || !is_object(first->text)) {
    return false;
  }
  const bool whole = nlohmann::json::accept(first->text);
  const bool graph = begins_as_graph(first->text);
  return whole ? graph || is_graph_line(first->text) : graph || first->text.find("\"text\"") == std::string::npos;
}

// `lines`: the name says that there is a graph on each.
void for_each_graph(LineFile& file, bool lines, Faults& faults,
                    const std::function<void(std::unique_ptr<Network>)>& add) {
  std::optional<Line> line = file.next();
  if (!line || (!lines && !is_whole_graph(line->text))) {
    add_graph(faults, add, [&] { return read_graph(file); });
    return;
  }
  const bool only = !lines && file.at_end();
  for (; line; line = file.next()) {
    add_graph(faults, add, [&] { return read_json(line->text, file.name(), only ? 0 : line->number); });
  }
}

Pipeline pipeline_of(const OwnRelations& own) {
  PipelineOptions options;
  options.user_relations = own.content;
  options.user_relations_name = own.file;
  return Pipeline(options);
}

Reading read_any(const std::string& path, const OwnRelations& own, Faults& faults, const InputOptions& options) {
  const ReadingOptions reading = {.keep_documents = options.keep_documents};
  std::error_code error;
  if (path != "-" && std::filesystem::is_directory(path, error)) {
    ArticleStream articles({{path}, ""});
    return read_all(articles, pipeline_of(own), faults, reading);
  }
  if (path != "-" && is_store(path)) {
    return {std::make_unique<Network>(load_store(path, own)), {}};
  }
  auto file = std::make_unique<LineFile>(path);
  if (!holds_graphs(*file)) {
    ArticleStream articles(path, std::move(file));
    return read_all(articles, pipeline_of(own), faults, reading);
  }
  NetworkCollector all(own.types);
  for_each_graph(*file, is_json_lines(path), faults,
                 [&](std::unique_ptr<Network> network) { all.add(std::move(network)); });
  faults.expect_some();
  return {all.finish(), {}};
}

}  // namespace

Reading load_reading(const std::string& path, const OwnRelations& own, Faults& faults, const InputOptions& options) {
  Reading reading = read_any(path, own, faults, options);
  Network& network = *reading.network;
  network.set_relation_types(std::make_shared<const RelationTypes>(extended(network.relation_types(), own.types)));
  correct(network, own.corrections, network.relation_types());
  return reading;
}

Vertex chosen_actor(const Network& network, const std::string& name) {
  const ActorChoice choice = choose_actor(network, name);
  constexpr std::size_t Most = 5;
  const auto shown = [&](Vertex v) {
    return fmt::format("{} ({}), {} mentions", network[v].name, network[v].id, network[v].mentions.size());
  };
  std::vector<std::string> others;
  for (std::size_t i = 0; i < std::min(choice.others.size(), Most); ++i) {
    others.push_back(shown(choice.others[i]));
  }
  if (!others.empty()) {
    remark(fmt::format("\"{}\" is taken for {}; so called are also {}{}", name, shown(choice.actor),
                       fmt::join(others, "; "), choice.others.size() > Most ? " …" : ""));
  }
  return choice.actor;
}

void for_each_graph(const std::string& path, Faults& faults, const std::function<void(std::unique_ptr<Network>)>& add) {
  try {
    if (path != "-" && is_store(path)) {
      Store(path).for_each_network({}, [&](Network&& network) {
        add(std::make_unique<Network>(std::move(network)));
        faults.used();
      });
      return;
    }
    LineFile file(path);
    for_each_graph(file, is_json_lines(path), faults, add);
  } catch (const Error& error) {
    faults.skip(error);  // throws it again where it is strict
  }
}

}  // namespace entente::cli
