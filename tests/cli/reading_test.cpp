// Many articles by many threads, of which some fail.
#include <mutex>
#include <new>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "cli/program.hpp"
#include "reading.hpp"

using namespace entente;
using namespace entente::cli;

namespace {

std::string caught(const std::function<void()>& work) {
  try {
    work();
  } catch (...) {
    return current_error("news.jsonl:7").what();
  }
  return {};
}

struct Refused {};

Remarked<std::string> read_or_fail(const Article& article) {
  if (article.id == "n3") {
    throw std::out_of_range("vector::at");
  }
  if (article.id == "n5") {
    throw std::bad_alloc();
  }
  if (article.id == "n8") {
    throw Refused();
  }
  return {article.id};
}

}  // namespace

TEST_CASE("whatever is thrown names what was being read") {
  CHECK(caught([] { throw Error(ErrorCode::BadFormat, "a", "is too long"); }) == "news.jsonl:7: is too long");
  CHECK(caught([] { throw Error(ErrorCode::BadFormat, "", "is too long"); }) == "news.jsonl:7: is too long");
  CHECK(caught([] { throw std::bad_alloc(); }).find("news.jsonl:7: not enough memory") == 0);
  CHECK(caught([] { throw std::out_of_range("vector::at"); }) ==
        "news.jsonl:7: could not be read (vector::at), which is a fault of entente");
  CHECK(caught([] { throw Refused(); }) == "news.jsonl:7: could not be read, which is a fault of entente");
}

TEST_CASE("an exception in one article is counted, and the others are read, in order") {
  const test::Folder folder;
  std::string lines;
  for (int i = 0; i < 10; ++i) {
    lines += R"({"id": "n)" + std::to_string(i) + R"(", "text": "x"})" + "\n";
  }
  folder.write("news.jsonl", lines);
  const std::string path = (folder.path() / "news.jsonl").string();
  for (const unsigned jobs : {1U, 4U}) {
    CAPTURE(jobs);
    ArticleStream articles({{path}, ""});
    Faults faults("article");
    std::vector<std::string> taken;
    read_each<std::string>(articles, jobs, faults, read_or_fail, [&](const std::string& id) { taken.push_back(id); });
    CHECK(taken == std::vector<std::string>{"n0", "n1", "n2", "n4", "n6", "n7", "n9"});
    CHECK_NOTHROW(faults.expect_some());
    CHECK_THROWS_AS(faults.finish(), Told);
    ArticleStream again({{path}, ""});
    Faults strict("article", true);
    taken.clear();
    CHECK_THROWS_AS(
        read_each<std::string>(again, jobs, strict, read_or_fail, [&](const std::string& id) { taken.push_back(id); }),
        Error);
    CHECK(taken == std::vector<std::string>{"n0", "n1", "n2"});
  }
}

TEST_CASE("what the taker of results throws ends the work") {
  int next = 0;
  InOrder<int, int> work([&] { return next < 1000 ? std::optional(next++) : std::nullopt; }, [](int i) { return i; },
                         [](int i) {
                           if (i == 5) {
                             throw std::runtime_error("full");
                           }
                         });
  CHECK_THROWS_WITH(work.run(3), "full");
  CHECK(next < 1000);
}
