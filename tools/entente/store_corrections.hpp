// What the corrections beside a store make of what it tells without making one graph: lists, hits of a search, the
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

  // The graph of that article, its actors as the whole store has them.
  Network article(ArticleNumber number) const;
  // Counts what articles still have.
  void correct(std::vector<StoredArticle>& articles) const;
  // Actors as they are called now, without those who are none or somebody else of the list.
  void correct(std::vector<StoredActor>& actors) const;
  // Without sentences of which no relation is left.
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
