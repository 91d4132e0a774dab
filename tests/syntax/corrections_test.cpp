#include <entente/syntax/corrections.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <entente/syntax/show.hpp>

#include <notation.hpp>

using namespace entente;

namespace {

std::string corrected(const std::string& sentence) {
  test::Annotated all = test::annotate(sentence);
  correct_trees(all.document, all.tagging, all.syntax);
  index_children(all.syntax);
  return show_tree(all.document, all.syntax, 0);
}

}  // namespace

TEST_CASE("rules that look at the word before stop at the first word") {
  // "Much would you estimate it would be."
  CHECK(corrected("Much/ADJ:2:obj estimate/VERB:0:root it/PRON:2:nsubj") == "estimate [obj Much] [nsubj it]");
  CHECK(corrected("found/VERB:0:root\nguilty/ADJ:2:obj found/VERB:0:root") == "found");
}

TEST_CASE("what has no preposition is an object where there is none") {
  CHECK(corrected("vetoed/VERB:0:root on/ADP:3:case Monday/PROPN:1:obl a/DET:5:det text/NOUN:1:obl") ==
        "vetoed [obl Monday [case on]] [obj text [det a]]");
  CHECK(corrected("vetoed/VERB:0:root laws/NOUN:1:obj year/NOUN:1:obl") == "vetoed [obj laws] [obl year]");
  CHECK(corrected("spoke/VERB:0:root on/ADP:1:advmod board/NOUN:1:obl") == "spoke [advmod on] [obl board]");
}

TEST_CASE("a verb between two names is active where it has no auxiliary") {
  CHECK(corrected("Roe/PROPN:2:nsubj:pass accused/VERB:0:root Holm/PROPN:2:nsubj:pass") ==
        "accused [nsubj Roe] [obj Holm]");
  CHECK(corrected("Roe/PROPN:3:nsubj:pass was/AUX:3:aux:pass accused/VERB:0:root Holm/PROPN:3:nsubj:pass") ==
        "accused [nsubj:pass Roe] [aux:pass was] [nsubj:pass Holm]");
}

TEST_CASE("what stands before the mark of a clause is no part of it") {
  CHECK(corrected("Roe/PROPN:2:nsubj asked/VERB:0:root Holm/PROPN:5:obj to/PART:5:mark help/VERB:2:xcomp "
                  "Berg/PROPN:5:obj") == "asked [nsubj Roe] [obj Holm] [xcomp help [mark to] [obj Berg]]");
  CHECK(corrected("Roe/PROPN:2:nsubj hopes/VERB:0:root to/PART:4:mark help/VERB:2:xcomp Berg/PROPN:4:obj") ==
        "hopes [nsubj Roe] [xcomp help [mark to] [obj Berg]]");
}

TEST_CASE("a subject has no preposition") {
  CHECK(corrected("Lind/PROPN:2:nsubj rejected/VERB:0:root pleas/NOUN:2:obj by/ADP:5:case Berg/PROPN:2:nsubj") ==
        "rejected [nsubj Lind] [obj pleas [nmod Berg [case by]]]");
  CHECK(corrected("Lind/PROPN:2:nsubj waited/VERB:0:root with/ADP:4:case Berg/PROPN:2:nsubj") ==
        "waited [nsubj Lind] [obl Berg [case with]]");
}

TEST_CASE("a clause has one subject") {
  CHECK(corrected("mayor/NOUN:3:nsubj King/PROPN:3:nsubj agreed/VERB:0:root") ==
        "agreed [nsubj King [nmod:desc mayor]]");
  CHECK(corrected("bomb/NOUN:5:nsubj killed/VERB:5:ccomp people/NOUN:2:obj monitor/NOUN:5:nsubj said/VERB:0:root") ==
        "said [ccomp killed [nsubj bomb] [obj people]] [nsubj monitor]");
  CHECK(corrected("he/PRON:4:nsubj came/VERB:4:ccomp monitor/NOUN:4:nsubj said/VERB:0:root he/PRON:2:nsubj") ==
        "said [nsubj he] [ccomp came [nsubj he]] [nsubj monitor]");
}

TEST_CASE("a subject before the verb that governs its clause is that verb's") {
  CHECK(corrected("Peru/PROPN:2:nsubj won/VERB:5:ccomp ,/PUNCT:2:punct Roe/PROPN:2:nsubj said/VERB:0:root") ==
        "said [ccomp won [nsubj Peru] [punct ,]] [nsubj Roe]");
}

TEST_CASE("a second subject with a preposition belongs to the first") {
  CHECK(corrected("Roe/PROPN:4:nsubj of/ADP:3:case Interpol/PROPN:4:nsubj agreed/VERB:0:root") ==
        "agreed [nsubj Roe [nmod Interpol [case of]]]");
}

TEST_CASE("a second subject behind its verb is the object") {
  CHECK(corrected("it/PRON:2:nsubj allows/VERB:0:root Oxfam/PROPN:2:nsubj to/PART:5:mark act/VERB:2:xcomp") ==
        "allows [nsubj it] [obj Oxfam] [xcomp act [mark to]]");
  CHECK(corrected("it/PRON:2:nsubj allows/VERB:0:root aid/NOUN:2:obj Oxfam/PROPN:2:nsubj") ==
        "allows [nsubj it] [obj aid] [nsubj Oxfam]");
}

TEST_CASE("trees stay trees, whatever the labels") {
  std::mt19937 random(5);
  const auto pick = [&](auto size) { return random() % static_cast<std::mt19937::result_type>(size); };
  constexpr std::array<std::string_view, 10> Words = {"of",   ",",  "Sunday", "and",     "lost",
                                                      "King", "to", "be",     "between", "a"};
  constexpr std::array<std::string_view, 8> Tags = {
      "NOUN|Number=Sing", "PROPN", "PROPN", "VERB|VerbForm=Fin", "ADP", "CCONJ", "PRON", "AUX"};
  constexpr std::array<std::string_view, 22> Deprels = {
      "case",      "conj", "nmod",  "obl",  "nsubj",      "flat", "obj",    "compound",
      "parataxis", "acl",  "appos", "det",  "ccomp",      "cc",   "nummod", "nmod:desc",
      "nmod:poss", "mark", "xcomp", "iobj", "nsubj:pass", "punct"};
  for (int round = 0; round < 8000; ++round) {
    const std::size_t size = 2 + pick(9);
    // each word hangs by one that comes before it in a shuffled order: a tree
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), random);
    std::vector<std::size_t> heads(size, 0);
    for (std::size_t i = 1; i < size; ++i) {
      heads[order[i]] = order[pick(i)] + 1;
    }
    std::string sentence;
    for (std::size_t w = 0; w < size; ++w) {
      sentence += std::string(w == 0 ? "" : " ") + std::string(Words[pick(Words.size())]) + "/" +
                  std::string(Tags[pick(Tags.size())]) + ":" + std::to_string(heads[w]) + ":" +
                  std::string(heads[w] == 0 ? "root" : Deprels[pick(Deprels.size())]);
    }
    CAPTURE(sentence);
    test::Annotated all = test::annotate(sentence);
    correct_trees(all.document, all.tagging, all.syntax);
    REQUIRE(std::count(all.syntax.heads.begin(), all.syntax.heads.end(), None) == 1);
    for (TokenId t = 0; t < size; ++t) {
      TokenId up = t;
      for (std::size_t steps = 0; up != None && steps <= size; ++steps) {
        up = all.syntax.heads[up];
      }
      REQUIRE(up == None);
    }
  }
}
