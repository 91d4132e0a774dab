#include <string>

#include <doctest/doctest.h>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("text that was encoded twice is read as it was meant, with offsets into what is there") {
  const Document document = read_text(
      "â€œItâ€™s over,â€\xC2\x9D said JosÃ© MuÃ±oz â€“ and left in 10\xC3\x82\xC2\xA0minutes. "
      "\xC3\x85\xC2\xA0ime agreed.");
  CHECK(document.text == "“It’s over,” said José Muñoz – and left in 10 minutes. Šime agreed.");
  const auto at = static_cast<std::uint32_t>(document.text.find("José"));
  const Span source = document.to_original({at, at + 5});
  CHECK(document.original.substr(source.begin, source.size()) == "JosÃ©");
}

TEST_CASE("letters that languages write on purpose are left alone") {
  for (const char* const text :
       {"São Paulo and CAFÉ—a bar—are Ângela’s.", "Ærø, Åland and Ålesund are islands.", "MARANHÃO’S governor left.",
        "Â is a letter, and so is Ã.", "He paid 10 € for “Ä”.", "â is one, too"}) {
    CAPTURE(text);
    CHECK(read_text(text).text == text);
  }
}
