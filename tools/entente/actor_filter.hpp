// The options that narrow which actors a verb looks at.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <entente/graph/filter.hpp>

namespace CLI {
class App;
}

namespace entente::cli {

// Every setting narrows; the defaults let everybody through.
struct ActorFilter {
  std::vector<std::string> kinds;  // one of these; empty for all
  std::string country;             // as the user typed it: a name or an id
  std::string name;                // words of a name or an alias
  std::size_t min_mentions = 0;
  bool connected = false;  // only those with a relation that passes

  bool asks() const;  // for anything
  bool takes(const Network& network, Vertex actor, const RelationMatcher& matcher) const;
};

// --kind, --country, --name, --min-mentions, --connected
void add_actor_filter(CLI::App& verb, ActorFilter& filter);

}  // namespace entente::cli
