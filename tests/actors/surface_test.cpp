#include <entente/actors/surface.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("surface tells capitals") {
  CHECK(is_capitalized("Özil"));
  CHECK(is_capitalized("U.S."));
  CHECK_FALSE(is_capitalized("dpa"));
  CHECK_FALSE(is_capitalized("étude"));
  CHECK_FALSE(is_capitalized(""));
  CHECK(is_all_capitals("NATO"));
  CHECK(is_all_capitals("U.S."));
  CHECK_FALSE(is_all_capitals("A"));
  CHECK_FALSE(is_all_capitals("Nato"));
}

TEST_CASE("surface folds case and accents") {
  CHECK(folded_letters("Özil") == "ozil");
  CHECK(folded_letters("Beşiktaş") == "besiktas");
  CHECK(folded_letters("Łódź") == "lodz");
  CHECK(folded_letters("N'Djamena") == "ndjamena");
  CHECK(folded_letters("Sana\xE2\x80\x99"
                       "a") == "sanaa");
  CHECK(folded_letters("Strauß") == "strauss");
}

TEST_CASE("surface makes readable slugs") {
  CHECK(slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan");
  CHECK(slug("U.S. Steel & Co.") == "u-s-steel-co");
  CHECK(slug("\xE2\x80\xA6") == "actor");
  CHECK(slug("") == "actor");
}

TEST_CASE("with_capital changes the first letter only") {
  CHECK(with_capital("prime minister") == "Prime minister");
  CHECK(with_capital("Roe") == "Roe");
  CHECK(with_capital("\xC3\xB6zil") == "\xC3\xB6zil");
  CHECK(with_capital("").empty());
}
