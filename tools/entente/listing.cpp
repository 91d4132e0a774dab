#include "listing.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t Page = 100;  // columns

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::string actor_line(const Actor& actor, std::size_t name_columns) {
  std::string line = fmt::format("  {}  {}", padded(actor.name, name_columns), padded(actor_kind_name(actor.kind), 12));
  std::string rest = actor.description;
  for (const std::string& alias : actor.aliases) {
    rest += fmt::format("{}{}", &alias == &actor.aliases.front() ? (rest.empty() ? "also " : "; also ") : ", ", alias);
  }
  line += "  " + shortened(rest, Page - std::min(Page - 30, columns_of(line) + 2));
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

// By salience, then in the network's order.
std::vector<Vertex> by_salience(const Network& network) {
  std::vector<Vertex> order;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](Vertex a, Vertex b) { return network[a].salience > network[b].salience; });
  return order;
}

std::string name_of(const Network& network, std::string_view id) {
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    if (network[v].id == id) {
      return network[v].name;
    }
  }
  return std::string(id);
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_letter));
}

std::string padded(std::string_view text, std::size_t columns) {
  return std::string(text) + std::string(columns - std::min(columns, columns_of(text)), ' ');
}

std::string shortened(std::string_view text, std::size_t columns) {
  std::string line;
  std::size_t used = 0;
  for (const char c : text) {
    if (begins_letter(c) && ++used > columns) {
      while (!line.empty() && !begins_letter(line.back())) {
        line.pop_back();
      }
      if (!line.empty()) {
        line.pop_back();  // makes room for the ellipsis
      }
      return line + "…";
    }
    line += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  }
  return line;
}

std::string read_aloud(const Network& network, Edge edge, const RelationTypes& types) {
  const Relation& relation = network[edge];
  const RelationType& type = types.types[types.find(relation.type)];
  const std::string& label = type.name == relation.type && !type.label.empty() ? type.label : relation.predicate;
  std::vector<std::string> notes;
  if (relation.status != Status::Asserted) {
    notes.emplace_back(status_name(relation.status));
  }
  if (relation.time) {
    notes.push_back(relation.time->text);
  }
  if (!relation.speaker.empty()) {
    notes.push_back("says " + name_of(network, relation.speaker));
  }
  return fmt::format("{} {} {}{}", network[boost::source(edge, network)].name, label,
                     network[boost::target(edge, network)].name,
                     notes.empty() ? std::string() : fmt::format(" ({})", fmt::join(notes, ", ")));
}

std::string list_network(const Network& network, const RelationTypes& types) {
  std::size_t longest = 0;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    longest = std::max(longest, columns_of(network[v].name));
  }
  constexpr std::size_t LongestName = 40;
  std::string text = fmt::format("{} actors\n", boost::num_vertices(network));
  for (const Vertex v : by_salience(network)) {
    text += actor_line(network[v], std::min(longest, LongestName));
  }
  text += fmt::format("\n{} relations\n", boost::num_edges(network));
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const Relation& relation = network[*edge];
    text += fmt::format("  {}\n", read_aloud(network, *edge, types));
    const std::size_t more = relation.evidence.size() - 1;
    text +=
        fmt::format("      {:.2f}  {}{}\n", relation.confidence, shortened(relation.evidence.front().text, Page - 12),
                    more == 0 ? std::string() : fmt::format("  +{}", more));
  }
  return text;
}

}  // namespace entente::cli
