#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>

using namespace entente;

TEST_CASE("an error says where before it says what") {
  const Error error(ErrorCode::BadFormat, "a.tsv:3", "two columns where three were expected");
  CHECK(std::string(error.what()) == "a.tsv:3: two columns where three were expected");
  CHECK(error.where() == "a.tsv:3");
  CHECK(error.code() == ErrorCode::BadFormat);
}

TEST_CASE("an error without a place says only what") {
  CHECK(std::string(Error(ErrorCode::Usage, "", "no article was given").what()) == "no article was given");
}

TEST_CASE("an error is written from its parts") {
  struct Row {
    ErrorDetails details;
    const char* where;
    const char* what;
  };
  for (const Row& row : {
           Row{{.file = "a.tsv", .line = 7, .problem = "found 2 columns", .expected = "three"},
               "a.tsv:7",
               "a.tsv:7: found 2 columns; expected three"},
           Row{{.file = "g.json", .item = "edges[3]", .problem = "found 1", .expected = "2", .advice = "look again"},
               "g.json: edges[3]",
               "g.json: edges[3]: found 1; expected 2; look again"},
           Row{{.item = "--since", .problem = "found \"x\""}, "--since", "--since: found \"x\""},
           Row{{.file = "a.txt", .problem = "is a folder"}, "a.txt", "a.txt: is a folder"},
           Row{{.expected = "three"}, "", "expected three"},
       }) {
    CAPTURE(row.what);
    const Error error(ErrorCode::BadFormat, row.details);
    CHECK(error.where() == row.where);
    CHECK(std::string(error.what()) == row.what);
    CHECK(error.file() == row.details.file);
    CHECK(error.line() == row.details.line);
    CHECK(error.expected() == row.details.expected);
  }
}

TEST_CASE("an error about an argument has no file") {
  const Error error(ErrorCode::Usage, "--since", "found nothing");
  CHECK(error.file().empty());
  CHECK(error.line() == 0);
  CHECK(error.details().item == "--since");
}

static_assert(std::is_nothrow_copy_constructible_v<Error>);
