// When relations and actors are in the news, for programs that show a network along a line of time.
#pragma once

#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// Two days, "2023-03-18" each, the last one included. The network owns the text.
struct Spell {
  std::string_view first;
  std::string_view last;
};

struct Spells {
  std::vector<std::vector<Spell>> actors;  // by vertex: the days of the articles that name it, and of its relations
  std::vector<std::vector<Spell>>
      relations;  // in the order of boost::edges: the days that the text gives, else the article's
};

// Each list in the order of time, without two spells that overlap; empty where no day is known.
Spells find_spells(const Network& network);

}  // namespace entente
