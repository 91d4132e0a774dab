#include <entente/names/second_look.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <entente/model/model.hpp>
#include <entente/text/from_words.hpp>
#include <notation.hpp>

using namespace entente;

namespace {

// The hints for sentence `index` as "PER Orlan 1.00/1.00": words, votes of the other mentions, share.
std::string hints_of(const test::Annotated& all, std::size_t index) {
  const NameMemory memory(all.document, all.names);
  std::vector<NameMemory::Hint> hints;
  memory.append_hints(all.document.sentences[index].tokens, hints);
  std::string line;
  for (const NameMemory::Hint& hint : hints) {
    line += fmt::format("{}{} {} {:.2f}/{:.2f}", line.empty() ? "" : ", ", name_kind_name(hint.kind),
                        all.document.view_tokens(hint.tokens), hint.votes, hint.share);
  }
  return line;
}

constexpr const char* Twice =
    "[ORG Velmark/PROPN:2:nsubj ] grew/grow/VBD:0:root ./PUNCT:2:punct\n"
    "[LOC Velmark/PROPN:2:nsubj ] said/say/VBD:0:root so/RB:2:advmod ./PUNCT:2:punct\n"
    "Velmark/PROPN:2:nsubj paid/pay/VBD:0:root ./PUNCT:2:punct";

}  // namespace

TEST_CASE("a mention hears the others, not itself") {
  const test::Annotated all = test::annotate(Twice);
  const std::string place(name_kind_name(NameKind::Place));
  const std::string body(name_kind_name(NameKind::Organisation));
  CHECK(hints_of(all, 0) == place + " Velmark 1.00/0.50");
  CHECK(hints_of(all, 1) == body + " Velmark 1.00/0.50");
  CHECK(hints_of(all, 2) == body + " Velmark 1.00/0.50, " + place + " Velmark 1.00/0.50");
}

TEST_CASE("a full name speaks for its surname and, less, for its given name; small words hear nothing") {
  const test::Annotated all = test::annotate(
      "[PER Tessa/PROPN:3:nsubj Brook/PROPN:1:flat ] left/leave/VBD:0:root ./PUNCT:3:punct\n"
      "Brook/PROPN:2:nsubj crossed/cross/VBD:0:root a/DET:4:det brook/NOUN:2:obj ./PUNCT:2:punct");
  const std::string person(name_kind_name(NameKind::Person));
  CHECK(hints_of(all, 1) == person + " Brook 0.50/1.00");
}

TEST_CASE("the longest known name is meant") {
  const test::Annotated all = test::annotate(
      "[ORG Bank/PROPN:4:nsubj of/ADP:3:case Arland/PROPN:1:nmod ] grew/grow/VBD:0:root ./PUNCT:4:punct\n"
      "[LOC Arland/PROPN:2:nsubj ] grew/grow/VBD:0:root ./PUNCT:2:punct\n"
      "Bank/PROPN:4:nsubj of/ADP:3:case Arland/PROPN:1:nmod grew/grow/VBD:0:root ./PUNCT:4:punct");
  CHECK(hints_of(all, 2) == fmt::format("{} Bank of Arland 1.00/1.00", name_kind_name(NameKind::Organisation)));
}

TEST_CASE("an empty document, and one without names, give no hints") {
  const Document none = document_from_words({});
  const Names nothing;
  std::vector<NameMemory::Hint> hints;
  NameMemory(none, nothing).append_hints({0, 0}, hints);
  CHECK(hints.empty());
}
