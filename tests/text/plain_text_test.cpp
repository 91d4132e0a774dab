#include <array>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("plain text: lines are joined where the text was wrapped, and only there") {
  const std::array<std::pair<const char*, const char*>, 6> table = {{
      // wrapped at 60 columns
      {"The ministers of both countries met in the capital on Friday\n"
       "and agreed to open the border again. The agreement had been\n"
       "expected for weeks.\n"
       "\n"
       "Nobody was surprised.\n",
       "paragraph: The ministers of both countries met in the capital on Friday and agreed to open the border again. "
       "The "
       "agreement had been expected for weeks. | paragraph: Nobody was surprised."},
      // every line is a paragraph
      {"The ministers of both countries met in the capital on Friday and agreed to open the border again after years.\n"
       "Nobody was surprised.\n"
       "The opposition, which had asked for this since spring, was not even invited to the ceremony in the old "
       "palace.\n",
       "paragraph: The ministers of both countries met in the capital on Friday and agreed to open the border again "
       "after "
       "years. | paragraph: Nobody was surprised. | paragraph: The opposition, which had asked for this since spring, "
       "was not even invited to the ceremony in the old palace."},
      {"They agreed on this:\n- open the border\n- return the ships\n",
       "paragraph: They agreed on this: | item: - open the border | item: - return the ships"},
      {"One.\r\n\r\nTwo.\r\n", "paragraph: One. | paragraph: Two."},
      {"One.\r\rTwo.", "paragraph: One. | paragraph: Two."},
      {"\xEF\xBB\xBFOne.   Two\t words\xC2\xA0here.\n   \n\n", "paragraph: One. Two words here."},
  }};
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(show_blocks(read_text(text)) == expected);
  }
}

TEST_CASE("plain text: a hyphen at a line's end") {
  const std::array<std::pair<const char*, const char*>, 10> table = {{
      {"They praised Volo-\ndymyr in May.", "They praised Volodymyr in May."},
      {"The govern-\nment fell.", "The government fell."},
      {"The US-\nled force won.", "The US-led force won."},
      {"Ada Lang-\nRoe left.", "Ada Lang-Roe left."},
      {"The well-\nknown firm; a well-known firm.", "The well-known firm; a well-known firm."},
      {"Lee Ji-\nwon left.", "Lee Ji-won left."},
      {"They left -\nat last.", "They left -\n\nat last."},
      {"They left-\n\nat last.", "They left-\n\nat last."},
      {"In 2019-\n20 they left.", "In 2019-\n\n20 they left."},
      {"Volo-\r\ndymyr left.", "Volodymyr left."},
  }};
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(read_text(text).text == expected);
  }
}

TEST_CASE("plain text: a joiner between letters is left out, between emoji it stays") {
  CHECK(show(read_text("Anna\u200D Roe and Kar\u200Dl left.")) == "Anna Roe and Karl left .");
  const Document document = read_text("\U0001F469\u200D\U0001F680 left.");
  CHECK(document.text.find("\u200D") != std::string::npos);
  CHECK(original_of(read_text("Anna\u200D Roe left."), 0) == "Anna\u200D Roe left.");
}

TEST_CASE("plain text: offsets lead back to the original") {
  const std::array<const char*, 4> table = {
      "Rome fell. Paris rose.",
      "\xEF\xBB\xBFRome   fell.\r\n\r\nParis   rose.",
      "Ro\xC2\xADme fell.\x01\x02 Paris\xE2\x80\x8B rose.",
      "R\xFFome fell. Paris rose.",
  };
  for (const char* const text : table) {
    CAPTURE(text);
    const Document document = read_text(text);
    REQUIRE(document.sentences.size() == 2);
    const std::string first = original_of(document, 0);
    const std::string second = original_of(document, 1);
    CHECK(first.starts_with('R'));
    CHECK(first.ends_with("fell."));
    CHECK(second.starts_with("Paris"));
    CHECK(second.ends_with("rose."));
  }
}

TEST_CASE("plain text without anything odd is its own original") {
  const Document document = read_text("Rome fell.\n\nParis rose.");
  CHECK(document.segments.empty());
  CHECK(document.text == document.original);
}

TEST_CASE("plain text: what was glued together comes apart") {
  CHECK(show(read_text("The envoy lands in Rome on May 2nd.The envoy lands in Rome on May 2nd.")) ==
        "The envoy lands in Rome on May 2nd . // The envoy lands in Rome on May 2nd .");
  CHECK(show(read_text("He left on Monday.Nobody knows why.")) == "He left on Monday . / Nobody knows why .");
}
