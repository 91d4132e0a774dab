// Who is who in networks that are not all in one place: persons are registered one network after the other, decided
// together, and the decisions applied to each network wherever it is.
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

// All that tells one article from another: id, title, date, source.
using ArticleKey = std::tuple<std::string, std::string, std::string, std::string>;

// The key of an article in the network that was read of it.
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
  std::string name;  // as the merged network calls the article: the second of an id is "id~2"
  std::vector<DecidedPerson> persons;
};

// Not for use by several threads at once. Takes some 3 KB for each article of news.
class ENTENTE_EXPORT PersonRegister {
 public:
  // Registers the persons of a network. A person of an article that is registered already is passed over.
  void add(const Network& network);
  // Who they are, by the order of the articles' keys. It depends on the set of what was added alone. The register is
  // empty afterwards.
  std::vector<DecidedArticle> decide();

 private:
  std::map<ArticleKey, std::uint32_t> articles_;                       // in order of first sight
  std::vector<std::unordered_map<std::string, std::size_t>> persons_;  // by article, by id: number of the sighting
  std::vector<PersonSighting> sightings_;
};

// A network that PersonRegister takes for the given one, without what it does not look at: places, texts, and relations
// but for one of each two persons.
ENTENTE_EXPORT Network sightings_of(const Network& network);

// Decisions, to be looked up. Immutable after construction; may serve many threads.
class ENTENTE_EXPORT DecidedPersons {
 public:
  explicit DecidedPersons(std::vector<DecidedArticle> articles);
  // Gives the persons of the network the ids that were decided, speakers too. Who was not decided stays.
  void apply(Network& network) const;

 private:
  std::map<ArticleKey, std::unordered_map<std::string, std::string>> articles_;  // ids in the corpus, by those there
};

}  // namespace entente
