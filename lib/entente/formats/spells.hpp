// The days on which relations and actors are in the news, for programs that show a network over time.
#pragma once

#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// The days from `first` to `last`, inclusive, as text like "2023-03-18". The network owns the text.
struct Spell {
  std::string_view first;
  std::string_view last;
};

// The spells of all actors and relations of a network.
struct Spells {
  // By vertex: the days of the articles that mention the actor, and those of its relations.
  std::vector<std::vector<Spell>> actors;
  // In the order of boost::edges: the days that the text states, or else the date of the article.
  std::vector<std::vector<Spell>> relations;
};

// Each list is in the order of time and without overlaps; it is empty if no day is known. The network must outlive the
// result.
Spells find_spells(const Network& network);

}  // namespace entente
