// A network as Python sees it: numbers for actors and relations, tuples for what is known of them. This file and its
// source are all of the binding that knows what a Network looks like.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <entente/graph/filter.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/query.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/render/render.hpp>
#include <entente/text/document.hpp>

namespace entente::python {

// Fields in the order of the dataclasses in _types.py.
using ArticleRow = std::tuple<std::string, std::string, std::string, std::string, std::string>;
using MentionRow = std::tuple<std::size_t, std::uint32_t, std::uint32_t, std::string_view>;
using ActorRow = std::tuple<std::string, std::string, std::string_view, std::vector<std::string>, std::string,
                            std::string_view, std::string, double, std::vector<MentionRow>>;
using TimeRow = std::tuple<std::string, std::optional<std::string>, std::optional<std::string>>;
using EvidenceRow = std::tuple<std::size_t, std::uint32_t, std::uint32_t, std::string, std::uint32_t, std::uint32_t,
                               std::string, std::string, std::optional<TimeRow>, double>;
using RelationRow = std::tuple<std::size_t, std::size_t, std::string, std::string, std::string_view, bool, std::string,
                               std::string_view, std::string, std::optional<TimeRow>, double, std::vector<EvidenceRow>>;
// The actor, its distance, the relations that lead to it.
using NeighborRow = std::tuple<std::size_t, unsigned, std::vector<std::size_t>>;
// The actor, its relations to the first and to the second.
using CommonRow = std::tuple<std::size_t, std::vector<std::size_t>, std::vector<std::size_t>>;
// The actors, the relations between them, the confidence.
using PathRow = std::tuple<std::vector<std::size_t>, std::vector<std::size_t>, double>;
// The days, whether they are those of the article, the relation, the number of its evidence.
using TimelineRow = std::tuple<std::string, std::string, bool, std::size_t, std::size_t>;

// What a query looks at, in words; the same settings as RelationFilter.
struct Filter {
  std::vector<std::string> types;
  std::vector<std::string> families;
  std::vector<std::string> statuses;
  bool negated = true;
  double min_confidence = 0.0;
  std::string speaker;  // the id of an actor
  std::string article;
  std::string since;
  std::string until;
};

// Immutable and cheap to copy: copies share the network. Safe for use by many threads. Throws Error as the library
// does.
class Graph {
 public:
  // The articles that a page can show, where they were kept; shared by the parts of a graph.
  using Documents = std::shared_ptr<const std::vector<Document>>;

  explicit Graph(Network network, Documents documents = nullptr);

  // Reads what write_json wrote.
  static Graph from_json(std::string_view json, const std::string& where);
  // One graph stays as it is; the order of more does not matter.
  static Graph merged(const std::vector<Graph>& graphs);

  std::size_t actor_count() const;
  std::size_t relation_count() const;
  std::vector<ArticleRow> articles() const;
  std::vector<ActorRow> actors() const;
  std::vector<RelationRow> relations() const;

  std::size_t find(const std::string& name) const;
  std::vector<std::size_t> namesakes(const std::string& name) const;

  std::vector<std::size_t> matching(const Filter& filter) const;
  std::vector<NeighborRow> neighbors(std::size_t actor, unsigned depth, const std::string& direction,
                                     const Filter& filter) const;
  std::vector<std::size_t> between(std::size_t a, std::size_t b, const Filter& filter) const;
  std::vector<CommonRow> common(std::size_t a, std::size_t b, const Filter& filter) const;
  std::vector<PathRow> paths(std::size_t from, std::size_t to, unsigned max_hops, bool directed, bool all,
                             std::size_t most, const Filter& filter) const;
  std::vector<std::pair<std::size_t, double>> rank(const std::string& by, const Filter& filter) const;
  std::vector<std::vector<std::size_t>> components(const Filter& filter) const;
  std::vector<std::vector<std::size_t>> groups(const Filter& filter) const;
  std::vector<TimelineRow> timeline(std::optional<std::size_t> actor, const Filter& filter) const;
  Graph subgraph(const std::vector<std::size_t>& actors, const Filter& filter) const;
  Graph ego(std::size_t actor, unsigned depth, const Filter& filter) const;

  std::string json(bool one_line) const;
  // Any format of output_formats(), or "text" for the readable list; pictures and pages by the options.
  std::string write(const std::string& format, const RenderOptions& options) const;
  // The same to a file, as the command line's -o does: CSV becomes four tables.
  void save(const std::string& path, const std::string& format, const RenderOptions& options) const;

 private:
  struct State;
  RelationMatcher matcher(const Filter& filter) const;
  Vertex vertex(std::size_t actor) const;
  std::vector<std::size_t> numbers(const std::vector<Edge>& edges) const;

  std::shared_ptr<const State> state_;
};

// The options in words; throws Error (Usage) that names the word and what was expected.
struct PictureWords {
  std::string theme = "auto";
  std::string page = "auto";
  std::string engine = "dot";
  std::string group = "none";
  std::vector<std::string> families;
  std::vector<std::string> statuses;
};
void apply(const PictureWords& words, RenderOptions& options);

}  // namespace entente::python
