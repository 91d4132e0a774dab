// Identifies persons in networks that are not all in one place: they are registered one network after the other and
// decided together; then the decisions are applied to each network.
//
//   entente::PersonRegister persons;
//   for (const entente::Network& network : networks) {
//     persons.add(network);  // or sightings_of(network), which is a fifth of it
//   }
//   const entente::DecidedPersons decided(persons.decide());
//   decided.apply(network);                                                 // to each of them
//   entente::NetworkMerger merger(entente::MergePersons::IdentifiedBefore);  // of parts, then of what these made
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/person_identity.hpp>

namespace entente::inline v0_1 {

// The key that distinguishes articles: id, title, date, source.
using ArticleKey = std::tuple<std::string, std::string, std::string, std::string>;

// The key of an article of a network.
ENTENTE_EXPORT ArticleKey article_key(const ArticleRecord& article);

// One person of an article.
struct DecidedPerson {
  std::string id;      // in the network of the article: "smith"
  std::string name;    // there: "Smith"
  std::string person;  // id in the corpus: "john-smith"
  std::string reason;  // as in PersonIdentity
};

// The persons of one article.
struct DecidedArticle {
  ArticleKey key;
  std::string name;  // its id in the merged network: "id~2" for the second article of an id
  std::vector<DecidedPerson> persons;
};

// Not thread-safe. Takes about 3 KB per news article.
class ENTENTE_EXPORT PersonRegister {
 public:
  // Registers the persons of a network. Persons of an article that is registered already are skipped.
  void add(const Network& network);
  // The decisions, in the order of the articles' keys. They depend only on the set of added networks. The register is
  // empty afterwards.
  std::vector<DecidedArticle> decide();

 private:
  std::map<ArticleKey, std::uint32_t> articles_;                       // in order of first sight
  std::vector<std::unordered_map<std::string, std::size_t>> persons_;  // by article, by id: number of the sighting
  std::vector<PersonSighting> sightings_;
};

// A smaller network with the same effect on a PersonRegister: without offsets and texts, and with one relation per pair
// of persons.
ENTENTE_EXPORT Network sightings_of(const Network& network);

// Looks up decisions. Immutable after construction; may serve many threads.
class ENTENTE_EXPORT DecidedPersons {
 public:
  explicit DecidedPersons(std::vector<DecidedArticle> articles);
  // Sets the decided ids of the persons in the network, and of speakers. Others stay as they are.
  void apply(Network& network) const;

 private:
  std::map<ArticleKey, std::unordered_map<std::string, std::string>> articles_;  // ids in the corpus, by those there
};

}  // namespace entente
