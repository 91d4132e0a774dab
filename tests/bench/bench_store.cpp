// How a store grows with its articles: bench_store [ARTICLES [MODEL [FILE]]]
//
// Articles of some 700 words that the program makes up itself (20,000 without a number; the fast model without a name)
// are read and added one by one. Printed are the processor's times of reading and of storing, and the memory, at 2,000
// articles and at the end; then the time of deciding who is who, of questions, and of the merge of all graphs. The
// store stays at FILE where one is named. A FILE that ends in .jsonl gets the articles themselves, and nothing else is
// done.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <entente/graph/merge.hpp>
#include <entente/pipeline.hpp>
#include <entente/store/store.hpp>

#include "made_news.hpp"
#include "measure.hpp"

namespace {

using namespace entente;
using bench::Stopwatch;

void remove_store(const std::string& path) {
  for (const char* ending : {"", "-wal", "-shm"}) {
    std::filesystem::remove(path + ending);
  }
}

void write_articles(const std::string& path, std::size_t articles) {
  std::ofstream file(path);
  for (std::size_t i = 0; i < articles; ++i) {
    const Article article = bench::made_article(i);
    file << nlohmann::json{{"id", article.id},
                           {"date", article.date},
                           {"source", article.source},
                           {"text", article.text}}
         << '\n';
  }
}

// Where the processor's time of adding went, in seconds.
struct Spent {
  double reading = 0.0;
  double packing = 0.0;
  double writing = 0.0;
  std::size_t words = 0;
};

void print(const char* when, const Spent& spent, std::size_t articles, double deciding) {
  const double storing = spent.packing + spent.writing + deciding;
  fmt::print(
      "{:<20}{:>7} articles, {:.1f} million words: read {:.1f} s ({:.0f} words/s), pack {:.1f}, write {:.1f}, "
      "who is who {:.1f}: {:.0f} % of the reader's speed; {:.0f} MB\n",
      when, articles, static_cast<double>(spent.words) / 1e6, spent.reading,
      static_cast<double>(spent.words) / spent.reading, spent.packing, spent.writing, deciding,
      100.0 * spent.reading / (spent.reading + storing), bench::peak_memory());
  std::fflush(stdout);
}

void add(Store& store, const Pipeline& pipeline, std::size_t articles) {
  constexpr std::size_t Early = 2'000;
  Spent spent;
  for (std::size_t i = 0; i < articles; ++i) {
    const Article article = bench::made_article(i);
    const Stopwatch watch;
    Analysis analysis = pipeline.analyze(article);
    Network network = pipeline.assemble(analysis);
    const double read = watch.processor();
    const PackedArticle packed = pack(article, analysis.document, std::move(network), "bench");
    const double ready = watch.processor();
    store.add(packed);
    spent.writing += watch.processor() - ready;
    spent.packing += ready - read;
    spent.reading += read;
    spent.words += packed.words;
    if (i + 1 == Early) {
      print("adding", spent, Early, 0.0);
    }
  }
  const Stopwatch watch;
  store.finish();
  print("at the end", spent, articles, watch.processor());
}

void measure(const std::string& what, const std::function<std::string()>& work) {
  const Stopwatch watch;
  const std::string note = work();
  fmt::print("{:<20}{:>9.1f} ms{:>9.1f} ms  {}\n", what, watch.seconds() * 1e3, watch.processor() * 1e3, note);
  std::fflush(stdout);
}

void ask(const std::string& path, const RelationTypes& types) {
  fmt::print("{:<20}{:>12}{:>12}\n", "", "clock", "processor");
  const std::vector<StoredActor> actors = Store(path).main_actors(1000);
  for (const std::size_t place : {0, 9, 99, 999}) {
    if (place < actors.size()) {
      measure(fmt::format("around actor {}", place + 1), [&] {
        const Store store(path);
        const Network near = store.around({store.find_actor("id:" + actors[place].id).number}, types);
        return fmt::format("{}, in {} articles: {} relations", actors[place].name, actors[place].articles,
                           boost::num_edges(near));
      });
    }
  }
  measure("search",
          [&] { return fmt::format("{} sentences", Store(path).search_sentences("agreement pipeline").size()); });
}

void merge(const std::string& path, const RelationTypes& types) {
  measure("merge of all graphs", [&] {
    const Network network = Store(path).network(types);
    return fmt::format("{} actors, {} relations; {:.0f} MB", boost::num_vertices(network), boost::num_edges(network),
                       bench::peak_memory());
  });
}

void run(std::size_t articles, const std::string& model, const std::string& kept) {
  const Pipeline pipeline({.model = model});
  const std::string path =
      kept.empty() ? (std::filesystem::temp_directory_path() / "entente-bench-store.db").string() : kept;
  if (articles > 0) {
    remove_store(path);
    Store store(path, StoreAccess::Create);
    add(store, pipeline, articles);
  } else {
    measure("opening", [&] { return fmt::format("{} articles", Store(path, StoreAccess::Write).size().articles); });
    measure("who is who", [&] {
      Store(path, StoreAccess::Write).finish();
      return fmt::format("{:.0f} MB", bench::peak_memory());
    });
  }
  fmt::print("{:<20}{:>9.1f} MB\n", "file", static_cast<double>(std::filesystem::file_size(path)) / 1e6);
  ask(path, pipeline.relation_types());
  merge(path, pipeline.relation_types());
  if (kept.empty()) {
    remove_store(path);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::size_t articles = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20'000;
    const std::string file = argc > 3 ? argv[3] : "";
    if (file.ends_with(".jsonl")) {
      write_articles(file, articles);
    } else {
      run(articles, argc > 2 ? argv[2] : "fast", file);
    }
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_store: {}\n", error.what());
    return 1;
  }
}
