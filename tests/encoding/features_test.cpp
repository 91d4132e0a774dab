#include <entente/encoding/features.hpp>

#include <string>

#include <doctest/doctest.h>

#include <entente/base/hash.hpp>

using namespace entente;

TEST_CASE("form features fold case, quotes and digits") {
  struct Row {
    const char* form;
    const char* normal;
    const char* vocabulary;
    const char* shape;
  };
  const Row rows[] = {
      {"Xi", "xi", "xi", "Xx"},
      {"2023", "2023", "0000", "dddd"},
      {"Jinping", "jinping", "jinping", "Xxxxx"},
      {"\xE2\x80\x99s", "'s", "'s", "ux"},
      {"\xE2\x80\x9C", "\"", "\"", "u"},
      {"F-16", "f-16", "f-00", "X-dd"},
      {"\xC3\x89lys\xC3\xA9"
       "e",
       "\xC3\x89lys\xC3\xA9"
       "e",
       "\xC3\x89lys\xC3\xA9"
       "e",
       "uxxxux"},
      {"", "", "", ""},
  };
  FormFeatures features;
  for (const Row& row : rows) {
    CAPTURE(row.form);
    form_features(row.form, features);
    CHECK(features.normal == row.normal);
    CHECK(features.vocabulary == row.vocabulary);
    CHECK(features.hashes[4] == hash_bytes(row.shape, 5));
    CHECK(features.hashes[0] == hash_bytes(std::string_view(row.vocabulary).substr(0, 3), 1));
  }
}

TEST_CASE("the shape of an endless word is bounded") {
  std::string mixed;
  for (int i = 0; i < 5000; ++i) {
    mixed += "aB1-";
  }
  FormFeatures features;
  form_features(mixed, features);
  CHECK(features.hashes[4] == hash_bytes("xXd-xXd-xXd-xXd-xXd-xXd-", 5));
}
