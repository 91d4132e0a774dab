// Persons of many networks get the ids of who they are: what comes before a merge.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/person_identity.hpp>

namespace entente::inline v0_1 {

// A person of one article who was taken for one that is called otherwise there or elsewhere.
struct Join {
  std::string article;  // as the merged network calls it
  std::string name;     // in that article: "Smith"
  std::string person;   // id in the merged network: "john-smith"
  std::string reason;
};

// Gives all persons of the networks the ids that identify_persons decides (speakers of evidence too), and says what it
// joined, in the order of articles, then names. An actor of a network that was merged before stays one.
ENTENTE_EXPORT std::vector<Join> identify(std::span<Network> networks);

// What a network of one article says of a person. `article` names it in the corpus.
ENTENTE_EXPORT PersonSighting sighting_of(const Network& network, Vertex person, const std::string& article);

}  // namespace entente
