#include "store_adding.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/hash.hpp>
#include <entente/formats/json.hpp>
#include <entente/in_order.hpp>
#include <entente/model/model.hpp>
#include <entente/model/resources.hpp>
#include <entente/pipeline.hpp>
#include <entente/text/reader.hpp>
#include <entente/version.hpp>

#include "faults.hpp"
#include "line_file.hpp"
#include "output.hpp"
#include "remarks.hpp"
#include "work_progress.hpp"

namespace entente::cli {

std::string reader_of(const PipelineOptions& options) {
  const std::uint64_t hash =
      hash_bytes(options.user_relations, hash_bytes(options.user_actors, hash_bytes(options.model, resources_hash())));
  return fmt::format("entente {}, {}, {:016x}", ENTENTE_VERSION, options.model, hash);
}

namespace {

// An article on its way: from the input through a reader into the store.
struct Given {
  Incoming incoming;
  std::optional<ArticleNumber> number{};  // of an article that is read again
  bool known = false;                     // the store has it
};

struct Read {
  Given given;
  std::optional<PackedArticle> packed;
  std::optional<std::string> remark;
};

class StoreWork {
 public:
  StoreWork(Store& store, const AddingOptions& options, const PipelineOptions& pipeline, bool again)
      : store_(store),
        options_(options),
        faults_("article", options.strict),
        reader_(reader_of(pipeline)),
        pipeline_(pipeline),
        text_reader_(Model::open(pipeline.model)),
        again_(again) {}

  const std::string& reader() const { return reader_; }

  void run(const std::function<std::optional<Given>()>& next, std::size_t total) {
    progress_.emplace(total);
    const unsigned jobs = options_.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options_.jobs;
    InOrder<Given, Read>(
        next, [this](Given given) { return read(std::move(given)); }, [this](Read read) { take(std::move(read)); })
        .run(jobs);
    store_.finish();
    progress_->finish();
    tell(fmt::format("{}; {}", counts(), progress_->summary()));
    faults_.finish();
  }

 private:
  Read read(Given given) {
    Read read{std::move(given), std::nullopt, std::nullopt};
    Incoming& incoming = read.given.incoming;
    if (!incoming.fault && !read.given.known) {
      try {
        options_.graphs && !incoming.graph.empty() ? take_graph(read) : read_article(read);
      } catch (...) {
        incoming.fault = current_error(name_of(incoming));
      }
    }
    incoming.article.text.clear();
    return read;
  }

  void read_article(Read& read) {
    const Article& article = read.given.incoming.article;
    auto all = pipeline_.analyze(article);
    read.remark = remark_on(all.document, article.format);
    all.mention_scores = {};  // the largest layer, which the graph does not need
    Network network = pipeline_.assemble(all);
    read.packed = pack(article, all.document, std::move(network), reader_);
  }

  // The same with the graph that was read before.
  void take_graph(Read& read) {
    Incoming& incoming = read.given.incoming;
    const std::string json = std::exchange(incoming.graph, {});
    Network network = read_json(json, name_of(incoming));
    const Document document = text_reader_.read(incoming.article);
    const std::vector<ArticleRecord>& articles = network[boost::graph_bundle].articles;
    if (articles.size() != 1 || articles[0].id != document.id || articles[0].source != document.source) {
      throw Error(ErrorCode::BadFormat, {.file = name_of(incoming),
                                         .problem = "has a graph that was not read of it",
                                         .expected = "the one that entente build --lines writes of this article"});
    }
    read.remark = remark_on(document, incoming.article.format);
    read.packed = pack(incoming.article, document, std::move(network), reader_);
  }

  void take(Read read) {
    const Incoming& incoming = read.given.incoming;
    for (const Error& note : incoming.notes) {
      faults_.note(note);
    }
    if (incoming.fault) {
      progress_->step(0);
      faults_.skip(*incoming.fault);
      return;
    }
    faults_.used();
    progress_->step(read.packed ? read.packed->words : 0);
    if (read.remark) {
      tell(name_of(incoming) + ": " + *read.remark);
    }
    if (!read.packed) {
      ++known_;
    } else if (read.given.number) {
      store_.replace(*read.given.number, *read.packed);
      ++reread_;
    } else {
      count(store_.add(*read.packed, {.update = options_.update}));
    }
  }

  void count(Added added) { ++(added == Added::New ? added_ : added == Added::Updated ? updated_ : known_); }

  std::string counts() const {
    std::string text = again_ ? fmt::format("{} read again", reread_) : fmt::format("{} added", added_);
    text += updated_ > 0 ? fmt::format(", {} updated", updated_) : "";
    return text + (known_ > 0 ? fmt::format(", {} known already", known_) : "");
  }

  Store& store_;
  const AddingOptions& options_;
  Faults faults_;
  std::string reader_;
  Pipeline pipeline_;
  Reader text_reader_;
  std::optional<WorkProgress> progress_;
  std::size_t added_ = 0;
  std::size_t updated_ = 0;
  std::size_t known_ = 0;
  std::size_t reread_ = 0;
  bool again_;  // articles that the store has are read again
};

// The number of articles for the progress; 0 if it is not known. Lines of files are counted only for a terminal.
std::size_t expected_articles(const ArticleStream& stream, const ArticleOptions& options) {
  if (const std::optional<std::size_t> count = stream.count()) {
    return *count;
  }
  if (::isatty(STDERR_FILENO) != 1) {
    return 0;
  }
  std::size_t lines = 0;
  for (const std::string& input : options.inputs) {
    if (!is_json_lines(input)) {
      return 0;
    }
    LineFile file(input);
    while (file.next()) {
      ++lines;
    }
  }
  return lines;
}

}  // namespace

void add_articles(Store& store, const AddingOptions& options) {
  ArticleStream articles(options.articles);
  StoreWork work(store, options, open(options.files), false);
  const Store known(store.path());  // asked by the threads that read, while another one adds
  std::set<std::string> given_out;  // content that is on its way
  work.run(
      [&]() -> std::optional<Given> {
        std::optional<Incoming> incoming = articles.next();
        if (!incoming) {
          return std::nullopt;
        }
        Given given{.incoming = std::move(*incoming)};
        const Article& article = given.incoming.article;
        given.known = !given.incoming.fault && (known.has(article) || !given_out.insert(content_key(article)).second);
        return given;
      },
      expected_articles(articles, options.articles));
}

void reread_articles(Store& store, const AddingOptions& options, bool all) {
  StoreWork work(store, options, open(options.files), true);
  std::vector<StoredArticle> old = store.articles();
  std::erase_if(old, [&](const StoredArticle& article) { return !all && article.reader == work.reader(); });
  const Store source(store.path());  // read by other threads than the one that writes
  std::size_t at = 0;
  work.run(
      [&]() -> std::optional<Given> {
        if (at == old.size()) {
          return std::nullopt;
        }
        const StoredArticle& article = old[at++];
        Given given;
        given.number = article.number;
        given.incoming.name = article.name;
        given.incoming.article = source.article(article.number);
        return given;
      },
      old.size());
}

}  // namespace entente::cli
