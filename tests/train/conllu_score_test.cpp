// Hand-made pairs of annotated and found sentences, with scores that can be counted on one's fingers.
#include <entente_train/conllu_score.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <entente/base/error.hpp>

using namespace entente;

namespace {

// "FORM LEMMA UPOS FEATS HEAD DEPREL" a line; "1-2 don't" opens a multiword token; an empty line ends a sentence.
Treebank bank(const std::string& rows) {
  std::string text;
  std::size_t number = 0;
  for (std::size_t at = 0; at < rows.size();) {
    const std::size_t end = std::min(rows.find('\n', at), rows.size());
    std::vector<std::string> parts;
    for (std::size_t from = at; from < end;) {
      const std::size_t space = std::min(rows.find(' ', from), end);
      parts.push_back(rows.substr(from, space - from));
      from = space + 1;
    }
    at = end + 1;
    if (parts.empty()) {
      text += "\n";
      number = 0;
    } else if (parts.size() == 2) {
      text += fmt::format("{}\t{}\t_\t_\t_\t_\t_\t_\t_\t_\n", parts[0], parts[1]);
    } else {
      text += fmt::format("{}\t{}\t{}\t{}\t_\t{}\t{}\t{}\t_\t_\n", ++number, parts[0], parts[1], parts[2], parts[3],
                          parts[4], parts[5]);
    }
  }
  return read_conllu(text, "test");
}

// "Words 3/4/5": correct, annotated, found; only of what is asked for.
std::string scores(const Treebank& gold, const Treebank& system) {
  std::string line;
  for (const train::Metric& m : train::score_conllu(gold, system)) {
    line += fmt::format("{}{} {}/{}/{}", line.empty() ? "" : ", ", m.name, m.correct, m.gold, m.system);
  }
  return line;
}

const std::string Gold =
    "Xi Xi PROPN Number=Sing 2 nsubj\n"
    "went go VERB Tense=Past|VerbForm=Fin 0 root\n"
    "home home ADV _ 2 advmod\n"
    ". . PUNCT _ 2 punct\n"
    "\n"
    "1-2 can't\n"
    "ca can AUX VerbForm=Fin 3 aux\n"
    "n't not PART Polarity=Neg 3 advmod\n"
    "say say VERB VerbForm=Inf 0 root\n";

}  // namespace

TEST_CASE("what is the same scores full marks") {
  CHECK(scores(bank(Gold), bank(Gold)) ==
        "Tokens 6/6/6, Sentences 2/2/2, Words 7/7/7, UPOS 7/7/7, UFeats 7/7/7, Lemmas 7/7/7, UAS 7/7/7, LAS 7/7/7");
}

TEST_CASE("tags, lemmas, heads and relations are counted one by one") {
  const Treebank system = bank(
      "Xi Xi NOUN Number=Plur 2 nsubj:pass\n"                       // a wrong tag and feature; subtypes do not count
      "went went VERB Tense=Past|VerbForm=Fin|Style=Slng 0 root\n"  // a wrong lemma; Style is not universal
      "home home ADV _ 4 advmod\n"                                  // a wrong head
      ". . PUNCT _ 2 dep\n"                                         // a wrong relation
      "\n"
      "1-2 can't\n"
      "ca can AUX VerbForm=Fin 3 aux\n"
      "n't not PART Polarity=Neg 3 advmod\n"
      "say say VERB VerbForm=Inf 0 root\n");
  CHECK(scores(bank(Gold), system) ==
        "Tokens 6/6/6, Sentences 2/2/2, Words 7/7/7, UPOS 6/7/7, UFeats 6/7/7, Lemmas 6/7/7, UAS 6/7/7, LAS 5/7/7");
}

TEST_CASE("words that are split otherwise are aligned by their characters") {
  const Treebank system = bank(
      "Xi Xi PROPN Number=Sing 2 nsubj\n"
      "went go VERB Tense=Past|VerbForm=Fin 0 root\n"
      "home. home. ADV _ 2 advmod\n"
      "can't can't VERB _ 2 conj\n"
      "say say VERB VerbForm=Inf 2 conj\n");
  // One sentence, five words; "Xi", "went" and "say" are aligned, "can't" covers a multiword token but is no word of
  // it.
  CHECK(scores(bank(Gold), system) ==
        "Tokens 4/6/5, Sentences 0/2/1, Words 3/7/5, UPOS 3/7/5, UFeats 3/7/5, Lemmas 3/7/5, UAS 2/7/5, LAS 2/7/5");
}

TEST_CASE("inside multiword tokens forms are aligned") {
  const Treebank gold = bank(
      "1-3 I'dn't\n"
      "I I PRON _ 4 nsubj\n"
      "'d have AUX _ 4 aux\n"
      "n't not PART _ 4 advmod\n"
      "gone go VERB _ 0 root\n");
  const Treebank system = bank(
      "1-2 I'dn't\n"
      "I I PRON _ 3 nsubj\n"
      "'dn't not PART _ 3 advmod\n"
      "gone go VERB _ 0 root\n");
  CHECK(scores(gold, system) ==
        "Tokens 2/2/2, Sentences 1/1/1, Words 2/4/3, UPOS 2/4/3, UFeats 2/4/3, Lemmas 2/4/3, UAS 2/4/3, LAS 2/4/3");
}

TEST_CASE("a lemma that is not annotated is right") {
  CHECK(scores(bank("ed _ X _ 0 root\n"), bank("ed ed X _ 0 root\n")).find("Lemmas 1/1/1") != std::string::npos);
}

TEST_CASE("texts that differ are refused, with where they do") {
  try {
    train::score_conllu(bank("one one NUM _ 0 root\n"), bank("two two NUM _ 0 root\n"));
    FAIL("was scored");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadFormat);
    CHECK(std::string(error.what()).find("'…one…' was expected, '…two…' was found") != std::string::npos);
  }
}

TEST_CASE("metrics give precision, recall and F1, and nothing gives nothing") {
  const train::Metric metric{"x", 4, 5, 3};
  CHECK(metric.precision() == doctest::Approx(0.6));
  CHECK(metric.recall() == doctest::Approx(0.75));
  CHECK(metric.f1() == doctest::Approx(6.0 / 9.0));
  CHECK(train::Metric{}.f1() == 0);
}
