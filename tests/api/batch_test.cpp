// Many articles on many threads: in order, bounded, with errors of one article that do not end the others.
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/entente.hpp>
#include <entente/formats/json.hpp>

using namespace entente;

namespace {

const Pipeline& fast() {
  static const Pipeline pipeline({.model = "fast"});
  return pipeline;
}

std::vector<Article> articles(std::size_t count) {
  std::vector<Article> all;
  for (std::size_t i = 0; i < count; ++i) {
    all.push_back({.id = "n" + std::to_string(i), .text = "Angela Merkel met Emmanuel Macron in Paris."});
  }
  return all;
}

std::string read_by(unsigned threads) {
  std::string result;
  std::size_t index = 0;
  const std::vector<Article> all = articles(20);
  read_all(fast(), articles_of(all),
           [&](const BatchItem& item) {
             CHECK(item.index == index);
             CHECK(item.id == all[index].id);
             ++index;
             REQUIRE(item.network.has_value());
             result += write_json(*item.network);
           },
           {.threads = threads});
  CHECK(index == all.size());
  return result;
}

}  // namespace

TEST_CASE("many articles give the same networks in the same order for any number of threads") {
  const std::string one = read_by(1);
  CHECK_FALSE(one.empty());
  CHECK(read_by(4) == one);
  CHECK(read_by(0) == one);
}

TEST_CASE("an article that cannot be read is an item with an error, and the others go on") {
  std::vector<Article> all = articles(9);
  all[4].date = "yesterday";
  std::vector<std::size_t> failed;
  std::size_t good = 0;
  read_all(fast(), articles_of(all),
           [&](const BatchItem& item) {
             if (item.error) {
               CHECK(item.error->code() == ErrorCode::BadFormat);
               CHECK_FALSE(item.network);
               failed.push_back(item.index);
             } else {
               ++good;
             }
           },
           {.threads = 3});
  CHECK(failed == std::vector<std::size_t>{4});
  CHECK(good == 8);
}

TEST_CASE("no more than four articles for each thread are held") {
  std::atomic<int> given = 0;
  int taken = 0;
  int most = 0;
  read_all(
      fast(),
      [&]() -> std::optional<Article> {
        return given < 60 ? std::optional<Article>({.id = std::to_string(given++), .text = "Merkel met Macron."})
                          : std::nullopt;
      },
      [&](const BatchItem&) {
        most = std::max(most, given.load() - taken);
        ++taken;
      },
      {.threads = 2});
  CHECK(taken == 60);
  CHECK(most <= 8);
}

TEST_CASE("a batch ends where its source or its sink throws") {
  const std::vector<Article> all = articles(40);
  CHECK_THROWS_AS(read_all(
                      fast(), []() -> std::optional<Article> { throw std::runtime_error("gone"); },
                      [](const BatchItem&) {}, {.threads = 2}),
                  std::runtime_error);
}

TEST_CASE("a batch ends where a stop is requested, also in the middle of a long article") {
  for (const unsigned threads : {1U, 2U}) {
    CAPTURE(threads);
    std::vector<Article> all = articles(40);
    for (std::size_t i = 1; i < all.size(); ++i) {
      for (int sentence = 0; sentence < 3000; ++sentence) {
        all[i].text += " Angela Merkel met Emmanuel Macron in Paris.";
      }
    }
    std::stop_source stop;
    std::size_t taken = 0;
    try {
      read_all(fast(), articles_of(all),
               [&](const BatchItem& item) {
                 CHECK(item.network.has_value());
                 ++taken;
                 stop.request_stop();
               },
               {.threads = threads, .stop = stop.get_token()});
      FAIL("it was not stopped");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::Cancelled);
    }
    CHECK(taken == 1);
  }
}

TEST_CASE("a batch ends at its deadline") {
  const std::vector<Article> all = articles(4000);
  for (const unsigned threads : {1U, 2U}) {
    CAPTURE(threads);
    std::size_t taken = 0;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
    try {
      read_all(fast(), articles_of(all), [&](const BatchItem& item) { taken += item.network ? 1 : 0; },
               {.threads = threads, .deadline = deadline});
      FAIL("it was read to its end");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::DeadlineExceeded);
    }
    CHECK(taken < all.size());
  }
}
