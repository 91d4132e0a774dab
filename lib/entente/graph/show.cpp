#include <entente/graph/show.hpp>

#include <fmt/format.h>

namespace entente::inline v0_1 {

std::string show_relation(const Network& network, Edge edge) {
  const Relation& relation = network[edge];
  std::string kind = relation.type;
  if (is_untyped(relation.type) && !relation.predicate.empty()) {
    kind += ":" + relation.predicate;
  }
  if (relation.status != Status::Asserted) {
    kind += fmt::format("({})", status_name(relation.status));
  }
  return fmt::format("{} -{}-> {}", network[boost::source(edge, network)].id, kind,
                     network[boost::target(edge, network)].id);
}

std::vector<std::string> show_relations(const Network& network) {
  std::vector<std::string> lines;
  lines.reserve(boost::num_edges(network));
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    lines.push_back(show_relation(network, *edge));
  }
  return lines;
}

std::string show_actor(const Actor& actor) {
  std::string line = fmt::format("{}: {} ({}", actor.id, actor.name, actor_kind_name(actor.kind));
  for (std::size_t i = 0; i < actor.aliases.size(); ++i) {
    line += i == 0 ? "; " : ", ";
    line += actor.aliases[i];
  }
  return line + ")";
}

}  // namespace entente
