// Hand-made networks for tests, from lines like show_relation prints:
//   network({"xi-jinping -visits(planned)-> russia/country", "putin -meets-> xi-jinping"})
// An actor is a person unless a kind follows its id; "xi-jinping" is called "Xi Jinping", and "rebels/unnamed" is a
// group without a name. Each line is a sentence of the article, in order.
#pragma once

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include <entente/graph/evidence.hpp>
#include <entente/graph/network.hpp>

namespace entente::test {

inline std::string name_of(std::string_view id) {
  std::string name;
  bool start = true;
  for (const char c : id) {
    name += c == '-' ? ' ' : start ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    start = c == '-';
  }
  return name;
}

inline Vertex actor(Network& network, std::string_view text) {
  const std::string_view id = text.substr(0, text.find('/'));
  const std::string_view kind = id.size() < text.size() ? text.substr(id.size() + 1) : "person";
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    if (network[v].id == id) {
      return v;
    }
  }
  Actor made;
  made.id = id;
  made.name = kind == "unnamed" ? std::string(id) : name_of(id);
  made.kind = kind == "unnamed" ? ActorKind::Group : made.kind;
  for (int i = 0; i <= static_cast<int>(ActorKind::Other); ++i) {
    if (actor_kind_name(static_cast<ActorKind>(i)) == kind) {
      made.kind = static_cast<ActorKind>(i);
    }
  }
  return boost::add_vertex(made, network);
}

inline Status status_of(std::string_view name) { return status_named(name).value(); }

inline Edge relate(Network& network, std::string_view line, std::uint32_t begin) {
  const std::size_t arrow = line.find(" -");
  const std::size_t end = line.find("-> ", arrow);
  std::string_view kind = line.substr(arrow + 2, end - arrow - 2);
  Relation relation;
  if (const std::size_t paren = kind.find('('); paren != std::string_view::npos) {
    relation.status = status_of(kind.substr(paren + 1, kind.size() - paren - 2));
    kind = kind.substr(0, paren);
  }
  const std::size_t colon = kind.find(':');
  relation.type = kind.substr(0, colon);
  Evidence evidence;
  evidence.lemmas = kind.substr(colon == std::string_view::npos ? 0 : colon + 1);
  evidence.sentence = {begin, begin + static_cast<std::uint32_t>(line.size())};
  evidence.predicate = {begin + static_cast<std::uint32_t>(arrow) + 2, begin + static_cast<std::uint32_t>(end)};
  evidence.text = line;
  evidence.confidence = 0.8F;
  relation.evidence.push_back(evidence);
  summarize(relation);
  const Vertex source = actor(network, line.substr(0, arrow));
  const Vertex target = actor(network, line.substr(end + 3));
  network[source].mentions.push_back({0, {begin, begin + 1}, MentionForm::Name});
  network[target].mentions.push_back({0, {begin + 2, begin + 3}, MentionForm::Name});
  return boost::add_edge(source, target, relation, network).first;
}

inline Network network(const std::vector<std::string>& lines, const std::string& article = std::string("a")) {
  Network result;
  result[boost::graph_bundle].articles.push_back({article, "About " + article, "2024-01-10", article + ".txt"});
  std::uint32_t begin = 0;
  for (const std::string& line : lines) {
    relate(result, line, begin);
    begin += static_cast<std::uint32_t>(line.size()) + 1;
  }
  return result;
}

}  // namespace entente::test
