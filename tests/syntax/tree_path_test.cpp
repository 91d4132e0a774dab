#include <entente/syntax/tree_path.hpp>

#include <vector>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("the way between two words goes over the word that both hang by") {
  //                                0  1     2  3  4
  const std::vector<TokenId> heads = {1, None, 1, 2, None};
  CHECK(path_between(heads, 0, 3) == std::vector<TokenId>{0, 1, 2, 3});
  CHECK(path_between(heads, 3, 0) == std::vector<TokenId>{3, 2, 1, 0});
  CHECK(path_between(heads, 3, 1) == std::vector<TokenId>{3, 2, 1});
  CHECK(path_between(heads, 2, 2) == std::vector<TokenId>{2});
}

TEST_CASE("there is no way between two trees, nor from nothing, nor where it is too long") {
  std::vector<TokenId> heads = {1, None, None};
  CHECK(path_between(heads, 0, 2).empty());
  CHECK(path_between(heads, None, 0).empty());
  heads.assign(200, None);
  for (TokenId t = 1; t < heads.size(); ++t) {
    heads[t] = t - 1;
  }
  CHECK(path_between(heads, 199, 0).empty());
}
