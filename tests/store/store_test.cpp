#include <entente/store/store.hpp>

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/merge.hpp>
#include <entente/store/packed.hpp>
#include <entente/store/schema.hpp>
#include <entente/store/sqlite.hpp>
#include <store/articles.hpp>

using namespace entente;
using namespace entente::test;

namespace {

using Names = std::vector<std::string>;

const RelationTypes& types() {
  static const RelationTypes types = load_relation_types();
  return types;
}

std::vector<Given> four() {
  return {{"a", {"xi-jinping -visits-> russia/country", "li -meets-> xi-jinping"}, "2024-01-10"},
          {"b", {"anna-may -meets-> xi-jinping", "georgia/country -fears-> russia"}, "2024-02-01"},
          {"c", {"xi-jinping -visits-> russia/country"}, "2024-03-01"},
          {"a", {"li -accuses-> xi-jinping"}, "2024-04-01"}};
}

std::string json_of(const Store& store) { return write_json(store.network(types())); }

std::string message_of(const std::string& path) {
  try {
    const Store store(path);
    return std::to_string(store.articles().size()) + json_of(store);
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("store gives the network that a merge of its articles gives, in any order of adding") {
  std::vector<Given> all = four();
  NetworkMerger merger(types(), MergePersons::Identified);
  for (const Given& given : all) {
    merger.add(packed(given).network);
  }
  const std::string expected = write_json(merger.finish());
  std::mt19937 random(7);
  for (int round = 0; round < 8; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    const StoreFile file;
    CHECK(json_of(store_of(file, all)) == expected);
  }
}

TEST_CASE("store takes an article once, whatever its id and its path") {
  const StoreFile file;
  Store store = store_of(file, four());
  Given again = four()[1];
  CHECK(store.add(packed(again)) == Added::Known);
  PackedArticle renamed = packed(again);
  renamed.record.id = std::string("another");
  CHECK(store.add(renamed) == Added::Known);
  again.lines.emplace_back("li -meets-> anna-may");
  CHECK(store.add(packed(again)) == Added::New);
  store.commit();
  CHECK(store.size().articles == 5);
}

TEST_CASE("content is told by title, date, text and address, not by the path") {
  const Article article{.title = "T", .date = "2024-01-10", .source = "news/a.txt", .text = "text"};
  const auto with = [&](auto change) {
    Article other = article;
    change(other);
    return content_key(other);
  };
  CHECK(content_key(article).size() == 16);
  CHECK(with([](Article& a) { a.source = "/home/news/a.txt"; }) == content_key(article));
  CHECK(with([](Article& a) { a.id = "b"; }) == content_key(article));
  CHECK(with([](Article& a) { a.source = "https://example.org/a"; }) != content_key(article));
  CHECK(with([](Article& a) { a.date = "2024-01-11"; }) != content_key(article));
  CHECK(with([](Article& a) { a.text += "."; }) != content_key(article));
  CHECK(with([](Article& a) { a.title = "T2"; }) != content_key(article));
}

TEST_CASE("store updates an article of the same id and source when it is asked to") {
  const StoreFile file;
  Store store(file.path(), StoreAccess::Create);
  CHECK(store.add(packed({"a", {"li -meets-> xi"}, "2024-01-10", "a.txt"})) == Added::New);
  CHECK(store.add(packed({"a", {"li -accuses-> xi"}, "2024-01-10", "a.txt"}), {.update = true}) == Added::Updated);
  CHECK(store.add(packed({"a", {"li -praises-> xi"}, "2024-01-10", "b.txt"}), {.update = true}) == Added::New);
  store.finish();
  CHECK(store.size().articles == 2);
  CHECK(store.search_sentences("meets").empty());
}

TEST_CASE("what was removed leaves nothing") {
  const StoreFile file;
  Store store = store_of(file, four());
  std::vector<Given> less = four();
  less.erase(less.begin() + 1);
  const StoreFile other;
  store.remove(store.find_article("b").number);
  store.finish();
  CHECK(json_of(store) == json_of(store_of(other, less)));
  CHECK(store.search_sentences("georgia").empty());
  CHECK(store.search_articles("georgia").empty());
  CHECK(store.search_articles("russia").size() == 2);
  const sqlite::Database raw(file.path(), sqlite::Access::Write);
  raw.run("INSERT INTO prose_words(prose_words, rank) VALUES ('integrity-check', 1)");
  raw.run("INSERT INTO sentence_words(sentence_words, rank) VALUES ('integrity-check', 1)");
  CHECK(raw.whole("SELECT count(*) FROM actors WHERE article NOT IN (SELECT number FROM articles)") == 0);
  CHECK(raw.whole("SELECT count(*) FROM evidence WHERE sentence NOT IN (SELECT number FROM sentences)") == 0);
}

TEST_CASE("articles of one id are told apart, and found by name, source and title") {
  const StoreFile file;
  const Store store = store_of(file, four());
  CHECK(names_of(store.articles()) == Names{"a", "b", "c", "a~2"});
  CHECK(store.find_article("a~2").record.date == "2024-04-01");
  CHECK(store.find_article("about B").name == "b");
  CHECK_THROWS_WITH_AS(static_cast<void>(store.find_article("bb")), doctest::Contains("the nearest are"), Error);
  CHECK_THROWS_WITH_AS(static_cast<void>(store.find_article("about a")), doctest::Contains("may be any of"), Error);
  const Network net = store.network(types());
  CHECK(net[boost::graph_bundle].articles[1].id == "a~2");
}

TEST_CASE("articles that differ by their text alone stay two") {
  const StoreFile file;
  const Store store =
      store_of(file, {{"a", {"li -meets-> xi"}, "2024-01-10", "s"}, {"a", {"li -accuses-> xi"}, "2024-01-10", "s"}});
  const Network net = store.network(types());
  CHECK(net[boost::graph_bundle].articles.size() == 2);
  CHECK(store.articles()[1].name.starts_with("a~x"));
  CHECK(net[boost::graph_bundle].articles[1].id == store.articles()[1].name);
}

TEST_CASE("articles are filtered by date and source") {
  const StoreFile file;
  std::vector<Given> all = four();
  all[2].source = "https://daily.example/c";
  const Store store = store_of(file, all);
  CHECK(names_of(store.articles({.since = "2024-02-01"})) == Names{"b", "c", "a~2"});
  CHECK(names_of(store.articles({.until = "2024-02-01"})) == Names{"a", "b"});
  CHECK(names_of(store.articles({.source = "DAILY"})) == Names{"c"});
  CHECK(boost::num_edges(store.network(types(), {.source = "daily"})) == 1);
}

TEST_CASE("a filter of articles needs days of the calendar") {
  const StoreFile file;
  const Store store = store_of(file, four());
  for (const ArticleFilter& filter : {ArticleFilter{.since = "May"}, ArticleFilter{.until = "2024-02-30"}}) {
    CHECK_THROWS_WITH_AS(static_cast<void>(store.articles(filter)), doctest::Contains("a date like"), Error);
    CHECK_THROWS_AS(static_cast<void>(store.network(types(), filter)), Error);
    CHECK_THROWS_AS(static_cast<void>(store.search_sentences("xi", {.articles = filter})), Error);
    CHECK_THROWS_AS(static_cast<void>(store.search_articles("xi", {.articles = filter})), Error);
    CHECK_THROWS_AS(static_cast<void>(store.around({ActorNumber{1}}, types(), {.articles = filter})), Error);
  }
}

TEST_CASE("an article comes out as it went in") {
  const StoreFile file;
  Store store(file.path(), StoreAccess::Create);
  const Article given{.id = "x",
                      .title = "T",
                      .date = "",
                      .source = "x.html",
                      .text = std::string("a\0\xff b", 5),
                      .format = ArticleFormat::Html};
  Document document;
  document.text = "a b";
  store.add(pack(given, document, network({"li -meets-> xi"}, "x"), "reader one"));
  store.finish();
  const StoredArticle row = store.articles().at(0);
  const Article out = store.article(row.number);
  CHECK(out.text == given.text);
  CHECK(out.format == given.format);
  CHECK(out.id == given.id);
  CHECK(out.date.empty());
  CHECK(store.prose(row.number) == "a b");
  CHECK(row.reader == "reader one");
  CHECK(content_key(out) == content_key(given));
}

TEST_CASE("search finds sentences and articles by all words, whatever the case and the accents") {
  const StoreFile file;
  const Store store =
      store_of(file, {{"a", {"li -visits-> Erdoğan", "li -meets-> xi"}}, {"b", {"li -meets-> xi"}, "2024-02-01"}});
  const auto hits = store.search_sentences("MEETS Li");
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].copies == 2);  // the same sentence in two articles
  CHECK(hits[0].name == "a");  // the earlier one
  CHECK(hits[0].text == "li -meets-> xi");
  CHECK(hits[0].matches == std::vector<Span>{{0, 2}, {4, 9}});
  CHECK(hits[0].relations == Names{"Li meets Xi"});
  CHECK(store.search_sentences("erdogan").size() == 1);
  CHECK(store.search_articles("xi").size() == 2);
  CHECK(store.search_articles("xi", {.most = 1}).size() == 1);
  CHECK(store.search_articles("xi", {.articles = {.since = "2024-02-01"}}).size() == 1);
  CHECK(store.search_sentences("li NOT xi").empty());  // words, no operators
  CHECK(store.search_sentences("\"li\" AND* (").empty());
  CHECK_THROWS_WITH_AS(static_cast<void>(store.search_sentences(" \"-\" ")), doctest::Contains("expected words"),
                       Error);
}

TEST_CASE("a sentence of many articles is one hit, and hides no other") {
  const StoreFile file;
  std::vector<Given> all = {{"z", {"li -meets-> xi again and again with many words"}}};
  constexpr std::size_t Copies = 60;  // more than are looked at first
  for (std::size_t i = 0; i < Copies; ++i) {
    all.push_back({"a" + std::to_string(i), {"li -meets-> xi"}});
  }
  const Store store = store_of(file, all);
  for (const std::size_t most : {1, 2, 20}) {
    const auto hits = store.search_sentences("li meets", {.most = most});
    CHECK(hits.size() == std::min<std::size_t>(most, 2));
    CHECK(hits.at(0).copies == Copies);
  }
  CHECK(store.search_sentences("again").size() == 1);
}

TEST_CASE("a new reading takes the place of the old one") {
  const StoreFile file;
  Store store = store_of(file, four());
  const ArticleNumber number = store.find_article("c").number;
  PackedArticle again = packed(four()[2], "newer");
  again.network = network({"xi-jinping -meets-> russia/country"}, "c");
  store.replace(number, again);
  store.finish();
  CHECK(store.find_article("c").number == number);
  CHECK(store.find_article("c").reader == "newer");
  CHECK(store.articles().size() == 4);
  CHECK(store.search_sentences("visits").at(0).copies == 1);
}

TEST_CASE("readers see what was committed, while a batch is under way") {
  const StoreFile file;
  Store store = store_of(file, {four()[0]});
  store.add(packed(four()[1]));
  const Store reader(file.path());
  CHECK(reader.size().articles == 1);
  store.commit();
  CHECK(reader.size().articles == 2);
}

TEST_CASE("a batch that was not committed is not there") {
  const StoreFile file;
  { Store(file.path(), StoreAccess::Create).add(packed(four()[0])); }
  CHECK(Store(file.path()).size().articles == 0);
}

TEST_CASE("what is no store, or damaged, is refused with advice") {
  const StoreFile file;
  {
    std::vector<Given> many;
    for (int i = 0; i < 40; ++i) {
      many.push_back({"article " + std::to_string(i), {"li -meets-> person-" + std::to_string(i)}});
    }
    store_of(file, many);
  }
  const std::string good = read_file(file.path());
  const StoreFile other;
  const auto with = [&](const std::string& bytes) {
    std::ofstream(other.path(), std::ios::binary | std::ios::trunc) << bytes;
    return message_of(other.path());
  };
  CHECK(with(good) == message_of(file.path()));
  CHECK(with("Some text.").find("is no store of articles") != std::string::npos);
  CHECK(with("").find("is empty") != std::string::npos);
  CHECK(with(good.substr(0, good.size() / 2)).find("recover") != std::string::npos);
  std::string newer = good;
  newer[63] = 99;  // user_version, the lowest byte (sqlite.org/fileformat.html)
  CHECK(with(newer).find("newer entente") != std::string::npos);
  std::string foreign = good;
  foreign[68] = 0;  // application_id
  CHECK(with(foreign).find("no store of articles") != std::string::npos);
  CHECK(message_of(other.path() + "-none").find("no such store") != std::string::npos);
  std::mt19937 random(3);
  int refused = 0;
  for (int round = 0; round < 150; ++round) {
    std::string damaged = good;
    for (int i = 0; i < 40; ++i) {
      damaged[100 + random() % (damaged.size() - 100)] ^= static_cast<char>(1 + random() % 255);
    }
    const std::string message = with(damaged);  // an answer or an Error, and never a crash
    refused += message.find("is damaged") != std::string::npos ? 1 : 0;
    CHECK(message.find("SQLite says") == std::string::npos);
  }
  CHECK(refused > 75);
}

TEST_CASE("packed texts come out as they went in, and damage is told") {
  for (const std::string& text :
       {std::string(), std::string("a"), std::string(100000, 'x'), std::string("\0\xff", 2)}) {
    const std::string bytes = deflated(text);
    CHECK(inflated(bytes, "w") == text);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      std::string bad = bytes;
      bad[i] = static_cast<char>(bad[i] ^ 0x15);
      std::string out = text;
      try {
        out = inflated(bad, "w");  // a bit that says nothing
      } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::BadFormat);
      }
      CHECK(out == text);
      CHECK_THROWS_AS(static_cast<void>(inflated(bytes.substr(0, i), "w")), Error);
    }
  }
}
