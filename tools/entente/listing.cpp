#include "listing.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <entente/graph/wording.hpp>

namespace entente::cli {

namespace {

// Columns where there is no terminal: nothing is cut. Far from the largest number, which sums would exceed.
constexpr std::size_t Endless = std::numeric_limits<std::size_t>::max() / 2;
constexpr std::size_t KindColumns = 12;

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

Ink ink_of(ActorKind kind) {
  constexpr std::array<Ink, 6> Inks = {Ink::Yellow, Ink::Blue, Ink::Magenta, Ink::Green, Ink::Red, Ink::Plain};
  return Inks.at(static_cast<std::size_t>(kind));
}

Ink ink_of(RelationFamily family) {
  constexpr std::array<Ink, 6> Inks = {Ink::Blue, Ink::Green, Ink::Magenta, Ink::Red, Ink::Yellow, Ink::Cyan};
  return Inks.at(static_cast<std::size_t>(family));
}

std::string actor_line(const Actor& actor, std::size_t name_columns, const Terminal& terminal) {
  constexpr std::size_t LeastForRest = 10;
  std::string rest = actor.description;
  for (const std::string& alias : actor.aliases) {
    rest += fmt::format("{}{}", &alias == &actor.aliases.front() ? (rest.empty() ? "also " : "; also ") : ", ", alias);
  }
  const auto name = padded(actor.name, name_columns);
  const std::size_t used = 2 + columns_of(name) + 2 + KindColumns + 2;
  const std::size_t page = terminal.columns_or(Endless);
  rest = used + LeastForRest > page ? "" : shortened(rest, page - used);
  const std::string kind(actor_kind_name(actor.kind));
  return fmt::format("  {}  {}{}{}\n", inked(name, Ink::Strong, terminal), inked(kind, ink_of(actor.kind), terminal),
                     rest.empty() ? "" : std::string(KindColumns + 2 - std::min(KindColumns, kind.size()), ' '),
                     inked(rest, Ink::Quiet, terminal));
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

std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return line;
}

std::string shortened(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  std::size_t cut = 0;  // where the last letter that may stay ends, one being taken by the ellipsis
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_letter(text[i]) && ++used >= columns) {
      if (used > columns) {
        return on_one_line(text.substr(0, cut)) + "…";
      }
      cut = i;
    }
  }
  return on_one_line(text);
}

std::vector<Vertex> by_salience(const Network& network) {
  std::vector<Vertex> order;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](Vertex a, Vertex b) { return network[a].salience > network[b].salience; });
  return order;
}

std::string read_aloud(const Network& network, Edge edge, const RelationTypes& types, const Terminal& terminal) {
  const Relation& relation = network[edge];
  const RelationType& type = types.named(relation.type);
  std::vector<std::string> notes;
  if (relation.status != Status::Asserted && !is_worded(relation.status)) {
    notes.emplace_back(status_name(relation.status));
  }
  if (relation.time && tells_when(type, *relation.time)) {
    notes.push_back(relation.time->text);
  }
  if (!relation.speaker.empty()) {
    notes.push_back("says " + name_of(network, relation.speaker));
  }
  const auto name = [&](Vertex v) { return inked(network[v].name, Ink::Strong, terminal); };
  return fmt::format(
      "{} {} {}{}", name(boost::source(edge, network)),
      inked(relation_label(relation, type), ink_of(type.family), terminal), name(boost::target(edge, network)),
      inked(notes.empty() ? std::string() : fmt::format(" ({})", fmt::join(notes, ", ")), Ink::Quiet, terminal));
}

std::string list_network(const Network& network, const RelationTypes& types, const Terminal& terminal) {
  std::size_t longest = 0;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    longest = std::max(longest, columns_of(network[v].name));
  }
  constexpr std::size_t LongestName = 40;
  const std::size_t page = terminal.columns_or(Endless);
  std::string text = inked(fmt::format("{} actors", boost::num_vertices(network)), Ink::Strong, terminal) + "\n";
  for (const Vertex v : by_salience(network)) {
    text += actor_line(network[v], std::min({longest, LongestName, page * 2 / 5}), terminal);
  }
  text += "\n" + inked(fmt::format("{} relations", boost::num_edges(network)), Ink::Strong, terminal) + "\n";
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const Relation& relation = network[*edge];
    text += fmt::format("  {}\n", read_aloud(network, *edge, types, terminal));
    const std::size_t more = relation.evidence.size() - 1;
    const auto others = more == 0 ? std::string() : fmt::format("  +{}", more);
    const auto sentence = shortened(relation.evidence.front().text, page - 12 - others.size());
    text +=
        inked(fmt::format("      {:.2f}  {}{}", relation.confidence, sentence, others), Ink::Quiet, terminal) + "\n";
  }
  return text;
}

}  // namespace entente::cli
