#include <string>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>

namespace entente {

TEST_CASE("an error says where before it says what") {
  const Error error(ErrorCode::BadFormat, "a.tsv:3", "two columns where three were expected");
  CHECK(std::string(error.what()) == "a.tsv:3: two columns where three were expected");
  CHECK(error.where() == "a.tsv:3");
  CHECK(error.code() == ErrorCode::BadFormat);
}

TEST_CASE("an error without a place says only what") {
  CHECK(std::string(Error(ErrorCode::Usage, "", "no article was given").what()) == "no article was given");
}

}  // namespace entente
