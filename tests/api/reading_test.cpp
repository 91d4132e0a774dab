// How one article is read: a model from bytes, progress, articles that are given away.
#include <span>
#include <string>
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

// Some thousand sentences: more than one part for the model.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 1500; ++i) {
    text += "Angela Merkel met Emmanuel Macron in Paris on Monday. ";
  }
  return text;
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
  const Network network = fast().assemble(fast().analyse(article));
  CHECK(write_json(network) == write_json(fast().read(article)));
  CHECK(&network.relation_types() == &fast().relation_types());
  CHECK(fast().read(article).shared_relation_types() == network.shared_relation_types());
}
