#include <entente/formats/conllu.hpp>

#include <string>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/syntax/show.hpp>
#include <entente/tagging/show.hpp>

using namespace entente;

namespace {

constexpr const char* Small =
    "# newdoc id = small\n"
    "# newpar\n"
    "# sent_id = small-1\n"
    "# text = Xi can't come and go.\n"
    "1\tXi\tXi\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t4:nsubj|6:nsubj\t_\n"
    "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tca\tcan\tAUX\tMD\tVerbForm=Fin\t4\taux\t4:aux\t_\n"
    "3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t4:advmod\t_\n"
    "4\tcome\tcome\tVERB\tVB\tVerbForm=Inf\t0\troot\t0:root\t_\n"
    "5\tand\tand\tCCONJ\tCC\t_\t6\tcc\t6:cc\t_\n"
    "5.1\tcan\tcan\tAUX\tMD\t_\t_\t_\t6:aux\t_\n"
    "6\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t4\tconj\t4:conj:and\tSpaceAfter=No\n"
    "7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t4:punct\t_\n"
    "\n"
    "# newpar\n"
    "# sent_id = small-2\n"
    "# text = Soon.\n"
    "1\tSoon\tsoon\tADV\tRB\t_\t0\troot\t0:root\tSpaceAfter=No|Note=yes\n"
    "2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t1:punct\t_\n"
    "\n";

// What the writer makes of it: XPOS, MISC and the empty node are gone, "conj:and" is "conj".
constexpr const char* Written =
    "# newdoc id = small\n"
    "# newpar\n"
    "# sent_id = small-1\n"
    "# text = Xi can't come and go.\n"
    "1\tXi\tXi\tPROPN\t_\tNumber=Sing\t4\tnsubj\t4:nsubj|6:nsubj\t_\n"
    "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tca\tcan\tAUX\t_\tVerbForm=Fin\t4\taux\t4:aux\t_\n"
    "3\tn't\tnot\tPART\t_\tPolarity=Neg\t4\tadvmod\t4:advmod\t_\n"
    "4\tcome\tcome\tVERB\t_\tVerbForm=Inf\t0\troot\t0:root\t_\n"
    "5\tand\tand\tCCONJ\t_\t_\t6\tcc\t6:cc\t_\n"
    "6\tgo\tgo\tVERB\t_\tVerbForm=Inf\t4\tconj\t4:conj\tSpaceAfter=No\n"
    "7\t.\t.\tPUNCT\t_\t_\t4\tpunct\t4:punct\tSpaceAfter=No\n"
    "\n"
    "# newpar\n"
    "# sent_id = small-2\n"
    "# text = Soon.\n"
    "1\tSoon\tsoon\tADV\t_\t_\t0\troot\t0:root\tSpaceAfter=No\n"
    "2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t1:punct\tSpaceAfter=No\n"
    "\n";

std::string rewrite(const Treebank& bank) {
  ConlluOptions options;
  options.sent_ids = bank.sent_ids;
  options.documents = bank.documents;
  return write_conllu(bank.document, bank.tagging, bank.syntax, options);
}

}  // namespace

TEST_CASE("CoNLL-U is read into the layers") {
  const Treebank bank = read_conllu(Small, "small.conllu");
  CHECK(bank.document.text == "Xi can't come and go.\n\nSoon.");
  CHECK(bank.document.blocks.size() == 2);
  CHECK(bank.document.sentences.size() == 2);
  CHECK(bank.document.tokens[2].glued);
  CHECK_FALSE(bank.document.tokens[1].glued);
  CHECK_FALSE(bank.document.tokens[1].space_after);
  CHECK(bank.sent_ids[1] == "small-2");
  CHECK(bank.documents[1] == "small");
  CHECK(bank.misc[7] == "SpaceAfter=No|Note=yes");
  CHECK(show_tags(bank.document, bank.tagging, {0, 4}) == "Xi/PROPN ca/can/AUX n't/not/PART come/VERB");
  CHECK(show_tree(bank.document, bank.syntax, 0) ==
        "come [nsubj Xi] [aux ca] [advmod n't] [conj go [cc and]] [punct .]");
  CHECK(show_added(bank.document, bank.syntax, 0) == "go -nsubj-> Xi");
}

TEST_CASE("CoNLL-U is written, and what was written reads and writes the same") {
  const std::string once = rewrite(read_conllu(Small, "small.conllu"));
  CHECK(once == Written);
  CHECK(rewrite(read_conllu(once, "once")) == once);
}

TEST_CASE("title and date are written and read") {
  Treebank bank = read_conllu(Small, "small.conllu");
  bank.document.title = "Xi can go";
  bank.document.date = "2023-03-18";
  const std::string written = rewrite(bank);
  CHECK(written.find("# newdoc id = small\n# meta::title = Xi can go\n# meta::dateCreated = 2023-03-18\n# newpar\n") ==
        0);
  const Document again = read_conllu(written, "again").document;
  CHECK(again.title == "Xi can go");
  CHECK(again.date == "2023-03-18");
  CHECK(read_conllu("# meta::dateCreated = soon\n" + std::string(Small), "x").document.date.empty());
}

TEST_CASE("white space around a comment's value does not belong to it") {
  const Treebank bank = read_conllu("# meta::title =\t = A \t day\t\n1\tSoon\t_\t_\t_\t_\t_\t_\t_\t_\n", "tabs.conllu");
  CHECK(bank.document.title == "A \t day");
  const std::string once = rewrite(bank);
  CHECK(rewrite(read_conllu(once, "written")) == once);
}

TEST_CASE("a root in DEPS adds no edge, whatever its relation and however its number is written") {
  for (const char* deps : {"0:root", "0:dep", "00:root", "00:dep", "000:nsubj|0:root"}) {
    CAPTURE(deps);
    const Treebank bank = read_conllu("1\tSoon\t_\tADV\t_\t_\t0\troot\t" + std::string(deps) + "\t_\n", "x");
    CHECK(bank.syntax.added.empty());
    const std::string once = rewrite(bank);
    CHECK(rewrite(read_conllu(once, "written")) == once);
  }
}

TEST_CASE("windows line ends and a missing last empty line do no harm") {
  const Treebank bank =
      read_conllu("1\tHi\thi\tINTJ\t_\t_\t0\troot\t_\t_\r\n2\t!\t!\tPUNCT\t_\t_\t1\tpunct\t_\t_", "x");
  CHECK(bank.document.sentences.size() == 1);
  CHECK(bank.document.form(1) == "!");
}

TEST_CASE("words without annotation can be read and written") {
  const Treebank bank = read_conllu("1\tHi\t_\t_\t_\t_\t_\t_\t_\t_\n2\tyou\t_\t_\t_\t_\t_\t_\t_\t_\n", "x");
  CHECK(bank.document.text == "Hi you");
  CHECK(bank.tagging.upos(0) == Upos::X);
  CHECK(bank.syntax.heads[1] == None);
  CHECK(rewrite(bank).find("2\tyou\t_\tX\t_\t_\t0\tdep\t0:dep\t") != std::string::npos);
}

TEST_CASE("an empty file is a document without sentences") {
  CHECK(read_conllu("", "x").document.sentences.empty());
  CHECK(read_conllu("\n\n# a comment\n\n", "x").document.sentences.empty());
}

TEST_CASE("what is not CoNLL-U is refused with its line") {
  struct Refused {
    const char* text;
    const char* where;
  };
  constexpr const char* Good = "1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n";
  const std::string good(Good);
  for (const auto& [text, where] : {
           Refused{"nonsense\n", "x:1"},
           Refused{"\n1\ta\ta\tX\t_\t_\t0\troot\t_\n", "x:2"},                                  // nine columns
           Refused{"1\ta\ta\tX\t_\t_\t0\troot\t_\t_\t_\n", "x:1"},                              // eleven
           Refused{"2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", "x:1"},                                 // begins at two
           Refused{"one\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", "x:1"},                               // no number
           Refused{"1\t\ta\tX\t_\t_\t0\troot\t_\t_\n", "x:1"},                                  // no form
           Refused{"1\ta\ta\tX\t_\t_\t-1\troot\t_\t_\n", "x:1"},                                // head below zero
           Refused{"1\ta\ta\tX\t_\t_\t99999999999\troot\t_\t_\n", "x:1"},                       // beyond 32 bits
           Refused{"1\ta\ta\tX\t_\t_\t2\tdep\t_\t_\n\n", "x:2"},                                // head beyond the end
           Refused{"1\ta\ta\tX\t_\t_\t1\tdep\t_\t_\n\n", "x:2"},                                // its own head
           Refused{"1\ta\ta\tX\t_\t_\t2\tdep\t_\t_\n2\ta\ta\tX\t_\t_\t1\tdep\t_\t_\n", "x:2"},  // a circle
           Refused{"1\ta\ta\tX\t_\t_\t0\troot\tnsubj\t_\n", "x:1"},                             // DEPS without a head
           Refused{"1\ta\ta\tX\t_\t_\t0\troot\t7:nsubj\t_\n\n", "x:2"},                         // DEPS beyond the end
           Refused{"1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n", "x:3"},  // range too long
           Refused{"2-1\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", "x:1"},
       }) {
    CAPTURE(text);
    try {
      read_conllu(text, "x");
      FAIL("was read");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::BadFormat);
      CHECK(error.where() == where);
    }
  }
}
