// Many articles in one SQLite file: their texts, what was read of them, and indexes for questions. Articles are added
// and removed one by one; the network of all is the same in whatever order they came.
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

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/text/article.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// What a store is opened for. Any number of programs may read while one writes; a second writer waits for the first.
enum class StoreAccess : std::uint8_t { Read, Write, Create };

// An article made ready to be stored; the work of several threads, while one adds.
struct PackedArticle {
  Article given;  // what the pipeline was given, without its text
  ArticleRecord record;
  std::string content;  // 16 bytes that name what is in it
  std::string reader;
  std::string original;  // packed: the text that the pipeline was given
  std::string prose;     // packed: the text without markup
  std::string graph;     // packed: the network as JSON
  std::string text;      // the prose as it is, for the full text
  std::size_t words = 0;
  Network network;
};

// `document` and `network` are what the pipeline made of the article; `reader` names what read it, in any words:
// articles of another reader are those that need to be read again.
ENTENTE_EXPORT PackedArticle pack(const Article& article, const Document& document, Network network,
                                  const std::string& reader);

// One article in lists.
struct StoredArticle {
  std::int64_t number = 0;  // in this file alone
  std::string name;         // its id; where others have that id, "id~2", "id~3" … by title, date and source
  ArticleRecord record;
  std::string reader;
  std::size_t words = 0;
  std::size_t actors = 0;
  std::size_t relations = 0;
};

// 16 bytes that name the content of an article: its title, date and text, and its address where it has one. Neither its
// id nor the path of its file counts.
ENTENTE_EXPORT std::string content_key(const Article& article);

// What became of an article that was to be added.
enum class Added : std::uint8_t { New, Updated, Known };

// How articles are added.
struct AddOptions {
  bool update = false;  // an article of the same id and source, with other content, is replaced
};

// Which articles.
struct ArticleFilter {
  std::string since = {};   // "2023-03-18": of that day or later
  std::string until = {};   // of that day or earlier
  std::string source = {};  // words in the source or the outlet, whatever their case
};

// A sentence or an article that has the words that were looked for.
struct SearchHit {
  std::int64_t article = 0;  // number
  std::string name;          // of the article
  std::string title;
  std::string date;
  std::string text;  // the sentence, or a piece of the article; the words that were found between the bytes 1 and 2
  std::vector<std::string> relations = {};  // of a sentence: "Olaf Scholz visits Oslo"
  std::size_t copies = 1;                   // how many articles have the very same sentence
};

// One actor of the whole store.
struct StoredActor {
  std::int64_t number = 0;  // in this file, as long as nothing is added or removed
  std::string id = {};      // as the network of all articles has it
  std::string name = {};
  ActorKind kind = ActorKind::Other;
  std::string description = {};
  std::size_t articles = 0;
  std::size_t mentions = 0;
};

// A name that an article has, and why it is this actor.
struct StoredJoin {
  std::int64_t article = 0;
  std::string name;
  std::string reason;
};

// What stands around an actor.
struct AroundOptions {
  bool between = false;       // the relations of its neighbors among each other, too
  bool only_between = false;  // of several actors nothing but their relations with each other
  ArticleFilter articles = {};
};

// How much a search gives.
struct SearchOptions {
  std::size_t most = 20;
  ArticleFilter articles = {};
};

// What the file holds.
struct StoreSize {
  std::size_t articles = 0;
  std::size_t words = 0;
  std::size_t relations = 0;
};

// Not for use by several threads at once; each may open its own. All members throw Error that names the file:
// NotFound, NotReadable (no permission, a full disk, another writer that does not end), BadFormat (damaged, or no
// store; the message says what to do).
class ENTENTE_EXPORT Store {
 public:
  // Opens the file; Create makes it where there is none.
  explicit Store(const std::string& path, StoreAccess access = StoreAccess::Read);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Whether an article of this content is in it (see content_key).
  bool has(const Article& article) const;
  // Adds an article; nothing where its content is in the store already. Articles become visible to readers, and safe
  // against crashes, by batches or when commit() is called.
  Added add(const PackedArticle& article, const AddOptions& options = {});
  // Puts a new reading in the place of an old one of the article of that number.
  void replace(std::int64_t number, const PackedArticle& article);
  // Removes the article of that number.
  void remove(std::int64_t number);
  // Ends a batch.
  void commit();
  // Ends the work: commits, and brings the indexes into shape for readers.
  void finish();

  // The file.
  const std::string& path() const;
  // What it holds.
  StoreSize size() const;
  // Its articles, by date, then name.
  std::vector<StoredArticle> articles(const ArticleFilter& filter = {}) const;
  // The article of that name, source or title (the first of these that fits). Throws Error: NotFound with the nearest
  // names, Usage where several fit.
  StoredArticle find_article(std::string_view name) const;
  // What the pipeline was given.
  Article article(std::int64_t number) const;
  // Its text without markup.
  std::string prose(std::int64_t number) const;
  // What was read of that article alone.
  Network article_network(std::int64_t number) const;
  // The same, its actors under the ids and names that the network of all articles gives them.
  Network identified_network(std::int64_t number, const RelationTypes& types) const;
  // The numbers of the articles that have the actor of that number.
  std::vector<std::int64_t> articles_of(std::int64_t actor) const;
  // Sentences of relations that have all of the words, the most fitting first. Of a sentence that several articles have
  // word for word the first is given.
  std::vector<SearchHit> search_sentences(std::string_view words, const SearchOptions& options = {}) const;
  // Articles that have all of the words, the most fitting first.
  std::vector<SearchHit> search_articles(std::string_view words, const SearchOptions& options = {}) const;

  // Actors with a name that has these words, the whole name or the beginning of its words; the most fitting first, then
  // those in the most articles.
  std::vector<StoredActor> search_actors(std::string_view words, std::size_t most) const;
  // The most salient actors.
  std::vector<StoredActor> main_actors(std::size_t most) const;
  // The actor of that id, name, other name or part of a name; of several, the one who is in far more articles.
  // "id:bush" means the actor of that id and no other. Throws Error: NotFound, or Usage with the candidates.
  StoredActor find_actor(std::string_view name) const;
  // The actor of that id.
  std::optional<StoredActor> actor_of_id(std::string_view id) const;
  // The network of these actors and those whom relations join with them, from indexes: actors come without their
  // mentions, everything else is as in network().
  Network around(const std::vector<std::int64_t>& actors, const RelationTypes& types,
                 const AroundOptions& options = {}) const;
  // Under which names articles have the actor that needed a reason.
  std::vector<StoredJoin> joins(std::int64_t actor) const;
  // The name of the article of that number; "" where there is none.
  std::string name_of_article(std::int64_t number) const;

  // The network of each article, in the order of their names.
  void for_each_network(const ArticleFilter& filter, const std::function<void(Network&&)>& take) const;
  // The network of all articles, or of those that the filter leaves. The types tell which relations have no direction.
  Network network(const RelationTypes& types, const ArticleFilter& filter = {}) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether the file is a store, by its first bytes.
ENTENTE_EXPORT bool is_store(const std::string& path);

}  // namespace entente
