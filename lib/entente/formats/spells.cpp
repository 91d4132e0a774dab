#include <entente/formats/spells.hpp>

#include <algorithm>
#include <tuple>

#include <entente/graph/filter.hpp>

namespace entente::inline v0_1 {

namespace {

void add_spell(std::vector<Spell>& spells, std::string_view first, std::string_view last) {
  if (!first.empty()) {
    spells.push_back({first, std::max(first, last)});
  }
}

// Sorts the spells and joins those that overlap.
void join_overlapping(std::vector<Spell>& spells) {
  std::sort(spells.begin(), spells.end(),
            [](const Spell& a, const Spell& b) { return std::tie(a.first, a.last) < std::tie(b.first, b.last); });
  std::vector<Spell> joined;
  for (const Spell& spell : spells) {
    if (joined.empty() || joined.back().last < spell.first) {
      joined.push_back(spell);
    } else {
      joined.back().last = std::max(joined.back().last, spell.last);
    }
  }
  spells = std::move(joined);
}

}  // namespace

Spells find_spells(const Network& network) {
  Spells spells;
  spells.actors.resize(boost::num_vertices(network));
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    std::vector<Spell>& own = spells.relations.emplace_back();
    for (const Evidence& evidence : network[*edge].evidence) {
      const EvidenceDays days = days_of(network, evidence);
      add_spell(own, days.from, days.to);
    }
    join_overlapping(own);
    for (const Vertex vertex : {boost::source(*edge, network), boost::target(*edge, network)}) {
      spells.actors[vertex].insert(spells.actors[vertex].end(), own.begin(), own.end());
    }
  }
  const std::vector<ArticleRecord>& articles = network[boost::graph_bundle].articles;
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    for (const ActorMention& mention : network[*vertex].mentions) {
      const std::string& date = articles[mention.article].date;
      add_spell(spells.actors[*vertex], date, date);
    }
    join_overlapping(spells.actors[*vertex]);
  }
  return spells;
}

}  // namespace entente
