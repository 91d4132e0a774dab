// Networks of many articles → one: actors that are the same become one, relations keep the evidence of all articles.
#pragma once

#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

// The union of the networks. It depends on the set of what they say alone: any order and any grouping of merges gives
// the same network, and merging one with itself changes nothing.
//
//   Articles are the same where id, title, date and source are; others of the same id get the id "id~2", "id~3" …
//   Actors are the same where id and kind are. A person known by a single name in an article ("Smith") is never taken
//     for one of another article. What shares an id but is not the same gets the id "georgia~place" or "smith~ARTICLE".
//   Aliases, mentions and evidence are united; evidence of one place counts once. Of several names or descriptions the
//     longest is kept (then the first in byte order). With more than one article, salience is the share of an actor in
//     the mentions of each article, averaged over the articles.
//   Relations are folded as assemble folds those of one article, and sum up their evidence anew.
//
// Order: articles by id, actors by first mention, relations by first evidence.
Network merge(std::vector<Network> networks, const RelationTypes& types);

}  // namespace entente
