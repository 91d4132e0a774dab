#include <entente/render/page_data.hpp>

#include <map>
#include <optional>

#include <nlohmann/json.hpp>

#include <entente/graph/filter.hpp>
#include <entente/graph/wording.hpp>
#include <entente/render/captions.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/sayings.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

namespace {

using nlohmann::ordered_json;

ordered_json or_null(const std::string& text) { return text.empty() ? ordered_json() : ordered_json(cleaned(text)); }

// What the network calls this actor, else the id itself.
std::string name_by_id(const Network& network, const std::map<std::string, Vertex>& vertices, const std::string& id) {
  const auto at = vertices.find(id);
  return at == vertices.end() ? cleaned(id) : name_of(network[at->second]);
}

std::map<std::string, Vertex> by_id(const Network& network) {
  std::map<std::string, Vertex> vertices;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    vertices.emplace(network[v].id, v);
  }
  return vertices;
}

ordered_json actors_json(const Network& network, const Drawing& drawing, const Scene& scene) {
  std::map<Vertex, std::string> nodes;
  for (std::size_t i = 0; i < drawing.actors.size(); ++i) {
    nodes[drawing.actors[i].vertex] = scene.actors[i].id;
  }
  auto list = ordered_json::array();
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    const auto& actor = network[v];
    auto also = ordered_json::array();
    for (const auto& alias : actor.aliases) {
      also.push_back(cleaned(alias));
    }
    const auto node = nodes.find(v);
    list.push_back({{"id", cleaned(actor.id)},
                    {"name", name_of(actor)},
                    {"kind", actor_kind_name(actor.kind)},
                    {"about", cleaned(actor.description)},
                    {"also", also},
                    {"salience", actor.salience},
                    {"node", node == nodes.end() ? ordered_json() : ordered_json(node->second)}});
  }
  return list;
}

// The address of an article, where it is one that a browser may open: nothing of a graph may run.
ordered_json address_of(const ArticleRecord& article) {
  const bool web = article.source.starts_with("https://") || article.source.starts_with("http://");
  return web ? or_null(article.source) : ordered_json();
}

ordered_json articles_json(const Network& network) {
  auto list = ordered_json::array();
  for (const auto& article : network[boost::graph_bundle].articles) {
    list.push_back({{"title", cleaned(article.title.empty() ? article.id : article.title)},
                    {"date", or_null(article.date)},
                    {"outlet", or_null(article.outlet)},
                    {"url", address_of(article)}});
  }
  return list;
}

// The line that a relation is drawn in; those that stand under a name or were left out have none.
std::map<Edge, std::size_t> drawn_in(const Drawing& drawing) {
  std::map<Edge, std::size_t> lines;
  for (std::size_t i = 0; i < drawing.lines.size(); ++i) {
    for (const Edge edge : drawing.lines[i].relations) {
      lines[edge] = i;
    }
  }
  return lines;
}

ordered_json evidence_json(const Network& network, const std::map<std::string, Vertex>& vertices,
                           const std::vector<Quotation>& quoted, const Evidence& evidence) {
  const auto days = days_of(network, evidence);
  return {{"s", quotation_of(quoted, evidence)},
          {"speaker", or_null(name_by_id(network, vertices, evidence.speaker))},
          {"time", evidence.time ? or_null(evidence.time->text) : ordered_json()},
          {"reported", days.of_article},
          {"from", or_null(std::string(days.from))},
          {"to", or_null(std::string(days.to))}};
}

ordered_json relations_json(const Network& network, const RelationTypes& types, const Drawing& drawing,
                            const std::vector<Quotation>& quoted) {
  const auto lines = drawn_in(drawing);
  const auto vertices = by_id(network);
  auto list = ordered_json::array();
  const auto [begin, end] = boost::edges(network);
  for (auto edge = begin; edge != end; ++edge) {
    const auto& relation = network[*edge];
    const auto& type = types.named(relation.type);
    auto evidence = ordered_json::array();
    for (const auto& place : relation.evidence) {
      evidence.push_back(evidence_json(network, vertices, quoted, place));
    }
    const auto line = lines.find(*edge);
    list.push_back({{"source", boost::source(*edge, network)},
                    {"target", boost::target(*edge, network)},
                    {"symmetric", type.symmetric},
                    {"type", type.name},
                    {"label", cleaned(relation_label(relation, type))},
                    {"family", family_name(type.family)},
                    {"status", status_name(relation.status)},
                    {"claim", is_claim(network, types, *edge)},
                    {"confidence", relation.confidence},
                    {"line", line == lines.end() ? ordered_json() : ordered_json(line->second)},
                    {"evidence", evidence}});
  }
  return list;
}

ordered_json lines_json(const Drawing& drawing, const Scene& scene) {
  auto list = ordered_json::array();
  for (std::size_t i = 0; i < drawing.lines.size(); ++i) {
    list.push_back({{"id", scene.lines[i].id},
                    {"source", drawing.actors[drawing.lines[i].source].vertex},
                    {"target", drawing.actors[drawing.lines[i].target].vertex},
                    {"title", scene.lines[i].title}});
  }
  return list;
}

// Inside a script element "</script" and "<!--" would end or change it; between quotes these stand for themselves.
std::string for_script(const ordered_json& json) {
  std::string out;
  for (const char c : json.dump(-1, ' ', false, ordered_json::error_handler_t::replace)) {
    if (c == '<' || c == '>' || c == '&') {
      out += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string page_data(const Network& network, const RelationTypes& types, const Drawing& drawing, const Scene& scene,
                      const std::vector<Quotation>& quoted) {
  ordered_json families = ordered_json::object();
  ordered_json names = ordered_json::object();
  ordered_json statuses = ordered_json::object();
  const auto [begin, end] = boost::edges(network);
  for (auto edge = begin; edge != end; ++edge) {
    const auto& relation = network[*edge];
    const auto& type = types.named(relation.type);
    families[std::string(family_name(type.family))] = picture_style().of(type.family).meaning;
    names[type.name] = cleaned(type.label);
    statuses[std::string(status_name(relation.status))] = status_meaning(relation.status);
  }
  auto quotes = ordered_json::array();
  auto sources = ordered_json::array();
  for (const auto& quotation : quoted) {
    quotes.push_back(cleaned(quotation.text));
    sources.push_back(quotation.article);
  }
  ordered_json vocabulary = ordered_json::object();
  for (const auto& type : types.types) {
    vocabulary[type.name] = cleaned(type.label);
  }
  auto kinds = ordered_json::array();
  for (std::size_t i = 0; i < picture_style().actors.size(); ++i) {
    kinds.push_back(actor_kind_name(static_cast<ActorKind>(i)));
  }
  return for_script({{"articles", articles_json(network)},
                     {"actors", actors_json(network, drawing, scene)},
                     {"relations", relations_json(network, types, drawing, quoted)},
                     {"lines", lines_json(drawing, scene)},
                     {"quotes", quotes},
                     {"sources", sources},
                     {"vocabulary", vocabulary},
                     {"kinds", kinds},
                     {"families", families},
                     {"types", names},
                     {"statuses", statuses}});
}

}  // namespace entente
