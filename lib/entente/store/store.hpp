// Many articles in one SQLite file: their texts, their networks, and indexes for queries. Articles are added and
// removed one by one; the network of all articles does not depend on their order.
//
//   entente::Store store("news.db", entente::StoreAccess::Create);
//   for (const entente::Article& article : articles) {
//     if (!store.has(article)) {
//       const entente::Analysis analysis = pipeline.analyze(article);
//       store.add(entente::pack(article, analysis.document, pipeline.assemble(analysis), "accurate"));
//     }
//   }
//   store.finish();
//   const entente::Network all = store.network(pipeline.relation_types());
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/dates.hpp>
#include <entente/base/span.hpp>
#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/text/article.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// The number of an article in one file. It stays when the article is read again.
enum class ArticleNumber : std::int64_t {};

// The number of an actor of the whole store in one file, until an article is added or removed.
enum class ActorNumber : std::int64_t {};

// The access to a store. Any number of programs may read while one writes; a second writer waits for the first.
enum class StoreAccess : std::uint8_t { Read, Write, Create };

// An article prepared for storing, which several threads can do while one adds articles.
struct PackedArticle {
  Article given;  // the input of the pipeline, without its text
  ArticleRecord record;
  std::string content;  // 16 bytes that identify the content
  std::string reader;
  std::string original;  // compressed: the input text
  std::string prose;     // compressed: the text without markup
  std::string graph;     // compressed: the network as JSON
  std::string text;      // the prose as it is, for the full text
  std::size_t words = 0;
  Network network;
};

// `document` and `network` are the pipeline's results for the article. `reader` names the model and version, in any
// form; articles with another reader are those to read again.
ENTENTE_EXPORT PackedArticle pack(const Article& article, const Document& document, Network network,
                                  const std::string& reader);

// One article in lists.
struct StoredArticle {
  ArticleNumber number{};
  std::string name;  // its id; of several articles with one id, "id~2", "id~3" … in the order of title, date and source
  ArticleRecord record;
  std::string reader;
  std::size_t words = 0;
  std::size_t actors = 0;
  std::size_t relations = 0;
};

// 16 bytes that identify the content of an article: a hash of its title, date, text and web address. Its id and the
// path of its file do not count.
ENTENTE_EXPORT std::string content_key(const Article& article);

// The result of adding an article.
enum class Added : std::uint8_t { New, Updated, Known };

// How articles are added.
struct AddOptions {
  bool update = false;  // replaces an article of the same id and source with other content
};

// Selects articles. What takes a filter throws Error (Usage) for dates that are no days.
struct ArticleFilter {
  Date since = {};          // of that day or later; "" for no limit
  Date until = {};          // of that day or earlier; likewise
  std::string source = {};  // words in the source or the outlet, in any case
};

// A sentence or an article that matches a search.
struct SearchHit {
  ArticleNumber article{};
  std::string name;  // of the article
  std::string title;
  Date date;
  std::string text;                         // the sentence, or a part of the article
  std::vector<Span> matches = {};           // the words that were found, as bytes of the text, in its order
  std::vector<std::string> relations = {};  // of a sentence: "Olaf Scholz visits Oslo"
  std::size_t copies = 1;                   // the number of articles with this sentence
};

// One actor of the whole store.
struct StoredActor {
  ActorNumber number{};
  std::string id = {};  // in the network of all articles
  std::string name = {};
  ActorKind kind = ActorKind::Other;
  std::string description = {};
  std::size_t articles = 0;
  std::size_t mentions = 0;
};

// A name in an article, and why it means this actor.
struct StoredJoin {
  ArticleNumber article{};
  std::string name;
  std::string reason;
};

// The relations in the network around actors.
enum class AroundRelations : std::uint8_t {
  OfActors,             // those of the actors, with whomever
  AndBetweenNeighbors,  // also those of their neighbors with each other
  OnlyBetweenActors,    // only those of the actors with each other
};

// The neighborhood of actors.
struct AroundOptions {
  AroundRelations relations = AroundRelations::OfActors;
  ArticleFilter articles = {};
};

// The limits of a search.
struct SearchOptions {
  std::size_t most = 20;
  ArticleFilter articles = {};
};

// The size of the store.
struct StoreSize {
  std::size_t articles = 0;
  std::size_t words = 0;
  std::size_t relations = 0;
};

// Not thread-safe; each thread may open its own. All members throw Error with the file: NotFound, NotReadable (no
// permission, a full disk, another writer that does not finish), BadFormat (damaged or not a store; the message says
// what to do).
class ENTENTE_EXPORT Store {
 public:
  // Opens the file; with Create, makes it if it does not exist.
  explicit Store(const std::string& path, StoreAccess access = StoreAccess::Read);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Is an article with this content in the store (see content_key)?
  bool has(const Article& article) const;
  // Adds an article, unless its content is in the store already. Articles become visible to readers and safe against
  // crashes in batches, or when commit() is called.
  Added add(const PackedArticle& article, const AddOptions& options = {});
  // Replaces an article and its network by a new one, which keeps the number.
  void replace(ArticleNumber number, const PackedArticle& article);
  // Removes an article; a number that no article has changes nothing.
  void remove(ArticleNumber number);
  // Ends a batch.
  void commit();
  // Commits, and updates the indexes for readers.
  void finish();

  // The file.
  const std::string& path() const;
  // The number of articles, words and relations.
  StoreSize size() const;
  // Its articles, by date, then name.
  std::vector<StoredArticle> articles(const ArticleFilter& filter = {}) const;
  // The article of that name, source or title (the first of these that fits). Throws Error: NotFound with the nearest
  // names, Usage where several fit.
  StoredArticle find_article(std::string_view name) const;
  // The input of the pipeline. Throws Error (NotFound) for a number that no article has.
  Article article(ArticleNumber number) const;
  // The text of the article without markup; "" for a number that no article has.
  std::string prose(ArticleNumber number) const;
  // The network of that article alone. Throws Error (NotFound) for a number that no article has.
  Network article_network(ArticleNumber number) const;
  // The same, with the ids and names that actors have in the network of all articles.
  Network identified_network(ArticleNumber number, const RelationTypes& types) const;
  // The articles that mention the actor, in the order of their numbers.
  std::vector<ArticleNumber> articles_of(ActorNumber actor) const;
  // The sentences of relations that contain all words, the best match first. Of identical sentences in several
  // articles, returns the first.
  std::vector<SearchHit> search_sentences(std::string_view words, const SearchOptions& options = {}) const;
  // The articles that contain all words, the best match first.
  std::vector<SearchHit> search_articles(std::string_view words, const SearchOptions& options = {}) const;

  // The actors with a name that contains these words or words that begin with them; the best match first, then those in
  // the most articles.
  std::vector<StoredActor> search_actors(std::string_view words, std::size_t most) const;
  // The most salient actors.
  std::vector<StoredActor> main_actors(std::size_t most) const;
  // The actor of that id, name, other name or part of a name; of several, the one who is in far more articles.
  // "id:bush" means the actor of that id and no other. Throws Error: NotFound, or Usage with the candidates.
  StoredActor find_actor(std::string_view name) const;
  // The actor of that id.
  std::optional<StoredActor> actor_of_id(std::string_view id) const;
  // The network of these actors and, as the options say, of those that have relations with them. Reads only the parts
  // of the file that it needs: actors come without their mentions; everything else is as in network().
  Network around(const std::vector<ActorNumber>& actors, const RelationTypes& types,
                 const AroundOptions& options = {}) const;
  // The names in articles that were joined with the actor for a reason.
  std::vector<StoredJoin> joins(ActorNumber actor) const;
  // The name of the article of that number; "" where there is none.
  std::string name_of_article(ArticleNumber number) const;

  // The network of each article, in the order of their names.
  void for_each_network(const ArticleFilter& filter, const std::function<void(Network&&)>& take) const;
  // The network of all articles, or of those that the filter selects. The types determine which relations are
  // symmetric.
  Network network(const RelationTypes& types, const ArticleFilter& filter = {}) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Is the file a store, judging by its first bytes?
ENTENTE_EXPORT bool is_store(const std::string& path);

}  // namespace entente
