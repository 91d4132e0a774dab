// How one article is read: a model from bytes, progress, stops and deadlines, articles that are given away.
#include <chrono>
#include <span>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/files.hpp>
#include <entente/entente.hpp>
#include <entente/formats/json.hpp>

using namespace entente;

namespace {

const Pipeline& fast() {
  static const Pipeline pipeline({.model = "fast"});
  return pipeline;
}

// More than one part for the model.
std::string long_text(int sentences = 1500) {
  std::string text;
  for (int i = 0; i < sentences; ++i) {
    text += "Angela Merkel met Emmanuel Macron in Paris on Monday. ";
  }
  return text;
}

// What the reading of a megabyte ends with. The text is read in seconds where nothing ends it.
constexpr int ManySentences = 20'000;
Error error_of(const ReadOptions& options) {
  try {
    fast().read({.id = "long", .text = long_text(ManySentences)}, options);
  } catch (const Error& error) {
    return error;
  }
  FAIL("the article was read to its end");
  return {ErrorCode::Internal, "", ""};
}

}  // namespace

TEST_CASE("a pipeline is built from the bytes of a model") {
  const std::string bytes = read_file(ENTENTE_MODEL_FILE);
  const Pipeline pipeline({.model = "mine", .model_bytes = std::as_bytes(std::span(bytes))});
  const Article article{.text = "Angela Merkel met Emmanuel Macron in Paris."};
  CHECK(write_json(pipeline.read(article)) == write_json(fast().read(article)));

  const std::string damaged = bytes.substr(0, bytes.size() / 2);
  try {
    const Pipeline none({.model = "mine", .model_bytes = std::as_bytes(std::span(damaged))});
    FAIL("half a model was taken");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadModel);
    CHECK(error.where() == "mine");
  }
}

TEST_CASE("a reading ends where its progress throws") {
  struct Stop {};
  std::size_t read = 0;
  const auto stop = [&](const ReadProgress& progress) {
    read = progress.sentences;
    throw Stop();
  };
  CHECK_THROWS_AS(fast().read({.text = long_text()}, {.progress = stop}), Stop);
  CHECK(read > 0);
  CHECK(read < 1500);
}

TEST_CASE("a reading ends where a stop was requested, before it begins or on its way") {
  std::stop_source before;
  before.request_stop();
  const Error error = error_of({.stop = before.get_token()});
  CHECK(error.code() == ErrorCode::Cancelled);
  CHECK(error.where() == "long");

  std::stop_source during;
  std::size_t read = 0;
  const auto stop_at_once = [&](const ReadProgress& progress) {
    read = progress.sentences;
    during.request_stop();
  };
  CHECK(error_of({.stop = during.get_token(), .progress = stop_at_once}).code() == ErrorCode::Cancelled);
  CHECK(read > 0);
  CHECK(read < ManySentences / 10);
}

TEST_CASE("another thread stops a reading") {
  std::stop_source stop;
  std::size_t read = 0;
  const std::jthread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    stop.request_stop();
  });
  const auto count = [&](const ReadProgress& progress) { read = progress.sentences; };
  CHECK(error_of({.stop = stop.get_token(), .progress = count}).code() == ErrorCode::Cancelled);
  CHECK(read < ManySentences);
}

TEST_CASE("a reading ends at its deadline, and not before") {
  const auto now = std::chrono::steady_clock::now();
  std::size_t read = 0;
  const auto count = [&](const ReadProgress& progress) { read = progress.sentences; };
  const Error error = error_of({.deadline = now + std::chrono::milliseconds(20), .progress = count});
  CHECK(error.code() == ErrorCode::DeadlineExceeded);
  CHECK(error.where() == "long");
  CHECK(read < ManySentences);
  const Article article{.text = "Angela Merkel met Emmanuel Macron in Paris."};
  CHECK(write_json(fast().read(article, {.deadline = now + std::chrono::hours(1)})) ==
        write_json(fast().read(article)));
}

TEST_CASE("a stage that follows the model's is not begun after a stop") {
  std::stop_source stop;
  const auto at_the_end = [&](const ReadProgress& progress) {
    if (progress.sentences == progress.of) {
      stop.request_stop();
    }
  };
  const Article article{.text = long_text()};
  CHECK_THROWS_AS(fast().analyze(article, {.stop = stop.get_token(), .progress = at_the_end}), Error);
}

TEST_CASE("progress grows up to all sentences") {
  std::vector<ReadProgress> all;
  fast().read({.text = long_text()}, {.progress = [&](const ReadProgress& progress) { all.push_back(progress); }});
  REQUIRE(all.size() > 1);
  for (std::size_t i = 1; i < all.size(); ++i) {
    CHECK(all[i].sentences > all[i - 1].sentences);
  }
  CHECK(all.back().sentences == all.back().of);
  CHECK(all.back().of == 1500);
}

TEST_CASE("an article that is given away is read as one that is kept, and gives its memory back") {
  Article article{.id = "a", .text = "Angela Merkel met Emmanuel Macron in Paris."};
  const std::string kept = write_json(fast().read(article));
  CHECK(article.text.size() == 43);
  CHECK(write_json(fast().read(std::move(article))) == kept);
  CHECK(article.text.empty());  // NOLINT(bugprone-use-after-move): this is what is tested
}

TEST_CASE("the network of an analysis is the network that is read") {
  const Article article{.text = "Angela Merkel met Emmanuel Macron in Paris."};
  const Network network = fast().assemble(fast().analyze(article));
  CHECK(write_json(network) == write_json(fast().read(article)));
  CHECK(&network.relation_types() == &fast().relation_types());
  CHECK(fast().read(article).shared_relation_types() == network.shared_relation_types());
}

TEST_CASE("an empty date lets the reader look for one, and anything else must be a day") {
  const auto date_of = [](const Date& date) {
    const Network network = fast().read({.id = "a",
                                         .date = date,
                                         .text = "<p>Published March 18, 2023</p><p>They met in Rome.</p>",
                                         .format = ArticleFormat::Html});
    return network[boost::graph_bundle].articles.at(0).date;
  };
  CHECK(date_of("") == "2023-03-18");
  CHECK(date_of("2024-01-10") == "2024-01-10");
  CHECK_THROWS_AS(date_of("2023-02-30"), Error);
}
