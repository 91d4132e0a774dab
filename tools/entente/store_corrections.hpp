// Applies the corrections of a store to answers that are not made from its whole graph: lists, hits of a search, the
// graph of one article.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include <entente/graph/corrections.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/store/store.hpp>

namespace entente::cli {

// Both must outlive it.
class StoreCorrections {
 public:
  // Throws Error (BadFormat) that names the line of the file that is wrong.
  StoreCorrections(const Store& store, const RelationTypes& types);

  // The corrected graph of that article, with the ids and names that its actors have in the whole store.
  Network article(ArticleNumber number) const;
  // Sets the numbers of actors and relations that the articles have after the corrections.
  void correct(std::vector<StoredArticle>& articles) const;
  // Corrects names, kinds and counts; removes actors that are not actors or that were joined with another of the list.
  void correct(std::vector<StoredActor>& actors) const;
  // As Store::search_sentences, without sentences whose relations were all removed.
  std::vector<SearchHit> search_sentences(std::string_view words, const SearchOptions& options) const;

 private:
  void correct(StoredActor& actor, const Correction& correction) const;
  void correct(std::vector<SearchHit>& hits) const;

  const Store& store_;
  const RelationTypes& types_;
  std::vector<Correction> corrections_;
  std::set<ArticleNumber> touched_;  // articles with a corrected actor
};

}  // namespace entente::cli
