// Gives the persons of many networks common ids, before a merge.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/person_identity.hpp>

namespace entente::inline v0_1 {

// A person of one article who was identified with one of another name.
struct Join {
  std::string article;  // as the merged network calls it
  std::string name;     // in that article: "Smith"
  std::string person;   // id in the merged network: "john-smith"
  std::string reason;
};

// Gives all persons of the networks (and speakers of evidence) the ids that identify_persons decides. Returns what was
// joined, ordered by article, then name. Actors of a network that was merged before are not split.
ENTENTE_EXPORT std::vector<Join> identify(std::span<Network> networks);

// What the network of one article says about a person. `article` is the name of the article in the corpus.
ENTENTE_EXPORT PersonSighting sighting_of(const Network& network, Vertex person, const std::string& article);

}  // namespace entente
