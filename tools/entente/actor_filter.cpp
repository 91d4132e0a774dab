#include "actor_filter.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include <entente/base/spelling.hpp>
#include <entente/graph/search_key.hpp>

#include "usage.hpp"

namespace entente::cli {

namespace {

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(ActorKind::Other); ++i) {
    names.emplace_back(actor_kind_name(static_cast<ActorKind>(i)));
  }
  return names;
}

bool holds(const std::string& name, const std::string& words) {
  return american_spelling(search_key(name)).find(words) != std::string::npos;
}

// A country is written as its id, "united-states"; its own entry belongs to it.
bool is_of(const Actor& actor, const std::string& country) {
  const std::string key = search_key(country);
  return search_key(actor.country) == key || (actor.kind == ActorKind::Country && search_key(actor.name) == key) ||
         (actor.kind == ActorKind::Country && search_key(actor.id) == key);
}

}  // namespace

bool ActorFilter::asks() const {
  return !kinds.empty() || !country.empty() || !name.empty() || min_mentions > 0 || connected;
}

bool ActorFilter::takes(const Network& network, Vertex v, const RelationMatcher& matcher) const {
  const Actor& actor = network[v];
  const auto some = [&](const auto& range) { return std::any_of(range.first, range.second, std::cref(matcher)); };
  const std::string words = american_spelling(search_key(name));
  return (kinds.empty() || std::find(kinds.begin(), kinds.end(), actor_kind_name(actor.kind)) != kinds.end()) &&
         actor.mentions.size() >= min_mentions && (country.empty() || is_of(actor, country)) &&
         (name.empty() || holds(actor.name, words) ||
          std::any_of(actor.aliases.begin(), actor.aliases.end(), [&](const auto& a) { return holds(a, words); })) &&
         (!connected || some(boost::out_edges(v, network)) || some(boost::in_edges(v, network)));
}

void add_actor_filter(CLI::App& verb, ActorFilter& filter) {
  add_choices(verb, "--kind", filter.kinds, kind_names(), "Only actors of these kinds");
  verb.add_option("--country", filter.country, "Only actors of this country")->type_name("COUNTRY");
  verb.add_option("--name", filter.name, "Only actors with these words in a name")->type_name("WORDS");
  add_number(verb, "--min-mentions", filter.min_mentions, "Only actors that are mentioned at least N times");
  verb.add_flag("--connected", filter.connected, "Only actors with a relation");
}

}  // namespace entente::cli
