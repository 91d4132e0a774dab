#include <entente/syntax/mend.hpp>

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

namespace entente {

namespace {

std::string mended(const std::string& sentence) {
  test::Annotated all = test::annotate(sentence);
  mend(all.document, all.tagging, all.syntax);
  index_children(all.syntax);
  return show_tree(all.document, all.syntax, 0);
}

}  // namespace

TEST_CASE("rules that look at the word before stop at the first word") {
  // "Much would you estimate it would be."
  CHECK(mended("Much/ADJ:2:obj estimate/VERB:0:root it/PRON:2:nsubj") == "estimate [obj Much] [nsubj it]");
  CHECK(mended("found/VERB:0:root\nguilty/ADJ:2:obj found/VERB:0:root") == "found");
}

TEST_CASE("a preposition before an office is the name's") {
  CHECK(mended("spoke/VERB:0:root with/ADP:3:case president/NOUN:5:nmod:desc ,/PUNCT:5:punct Karzai/PROPN:1:obl") ==
        "spoke [obl Karzai [case with] [nmod:desc president] [punct ,]]");
}

TEST_CASE("what follows a noun and begins with of is that noun's") {
  const std::string start = "start/NOUN:0:root of/ADP:3:case war/NOUN:1:nmod ";
  CHECK(mended(start + "of/ADP:5:case aggression/NOUN:1:nmod") ==
        "start [nmod war [case of] [nmod aggression [case of]]]");
  CHECK(mended(start + "in/ADP:5:case Ukraine/PROPN:1:nmod") == "start [nmod war [case of]] [nmod Ukraine [case in]]");
  CHECK(mended("terms/NOUN:0:root and/CCONJ:3:cc conditions/NOUN:1:conj of/ADP:5:case loans/NOUN:1:nmod") ==
        "terms [conj conditions [cc and]] [nmod loans [case of]]");
  CHECK(mended("Lula/PROPN:0:root of/ADP:3:case Brazil/PROPN:1:nmod and/CCONJ:5:cc Vladimir/PROPN:1:conj "
               "Putin/PROPN:5:flat of/ADP:8:case Russia/PROPN:1:nmod") ==
        "Lula [nmod Brazil [case of]] [conj Vladimir [cc and] [flat Putin] [nmod Russia [case of]]]");
}

TEST_CASE("a name right before a verb with a tense is its subject") {
  const std::string end = "sued/VERB|VerbForm=Fin:0:root Aldi/PROPN:2:obj";
  CHECK(mended("Halden/PROPN:2:compound " + end) == "sued [nsubj Halden] [obj Aldi]");
  CHECK(mended("Halden/PROPN:2:obl " + end) == "sued [nsubj Halden] [obj Aldi]");
  CHECK(mended("Monday/PROPN:2:obl " + end) == "sued [obl Monday] [obj Aldi]");
  CHECK(mended("In/ADP:2:case Halden/PROPN:3:obl sued/VERB|VerbForm=Fin:0:root Aldi/PROPN:3:obj") ==
        "sued [obl Halden [case In]] [obj Aldi]");
  CHECK(mended("Roe/PROPN:3:nsubj Halden/PROPN:3:obl sued/VERB|VerbForm=Fin:0:root") ==
        "sued [nsubj Roe] [obl Halden]");
}

TEST_CASE("a verb after a name heads the sentence, not the name") {
  CHECK(mended("Ada/PROPN:0:root Roe/PROPN:1:flat met/VERB|VerbForm=Fin:1:case Lars/PROPN:3:obj ./PUNCT:1:punct") ==
        "met [nsubj Ada [flat Roe]] [obj Lars] [punct .]");
  CHECK(mended("Ada/PROPN:0:root met/VERB|VerbForm=Fin:1:parataxis Lars/PROPN:2:obj") == "met [nsubj Ada] [obj Lars]");
  // "Ada Roe, who left"
  CHECK(mended("Ada/PROPN:0:root ,/PUNCT:3:punct left/VERB|VerbForm=Fin:1:parataxis") ==
        "Ada [parataxis left [punct ,]]");
}

TEST_CASE("a verb between two names is active where it has no auxiliary") {
  CHECK(mended("Roe/PROPN:2:nsubj:pass accused/VERB:0:root Holm/PROPN:2:nsubj:pass") ==
        "accused [nsubj Roe] [obj Holm]");
  CHECK(mended("Roe/PROPN:3:nsubj:pass was/AUX:3:aux:pass accused/VERB:0:root Holm/PROPN:3:nsubj:pass") ==
        "accused [nsubj:pass Roe] [aux:pass was] [nsubj:pass Holm]");
}

TEST_CASE("a bounded number makes no oblique of an object") {
  const std::string counted = "killed/VERB:0:root at/ADP:3:case least/ADJ:4:nmod 81/NUM:5:nummod people/NOUN:1:obl";
  CHECK(mended(counted) == "killed [obj people [nummod 81 [nmod least [case at]]]]");
  CHECK(mended("waited/VERB:0:root for/ADP:6:case at/ADP:4:case least/ADJ:5:nmod 81/NUM:6:nummod days/NOUN:1:obl") ==
        "waited [obl days [case for] [nummod 81 [nmod least [case at]]]]");
}

TEST_CASE("what has no preposition is an object where there is none") {
  CHECK(mended("vetoed/VERB:0:root on/ADP:3:case Monday/PROPN:1:obl a/DET:5:det text/NOUN:1:obl") ==
        "vetoed [obl Monday [case on]] [obj text [det a]]");
  CHECK(mended("vetoed/VERB:0:root laws/NOUN:1:obj year/NOUN:1:obl") == "vetoed [obj laws] [obl year]");
  CHECK(mended("spoke/VERB:0:root on/ADP:1:advmod board/NOUN:1:obl") == "spoke [advmod on] [obl board]");
}

TEST_CASE("a subject has no preposition") {
  CHECK(mended("Lind/PROPN:2:nsubj rejected/VERB:0:root pleas/NOUN:2:obj by/ADP:5:case Berg/PROPN:2:nsubj") ==
        "rejected [nsubj Lind] [obj pleas [nmod Berg [case by]]]");
  CHECK(mended("Lind/PROPN:2:nsubj waited/VERB:0:root with/ADP:4:case Berg/PROPN:2:nsubj") ==
        "waited [nsubj Lind] [obl Berg [case with]]");
}

TEST_CASE("a clause has one subject") {
  CHECK(mended("mayor/NOUN:3:nsubj King/PROPN:3:nsubj agreed/VERB:0:root") == "agreed [nsubj King [nmod:desc mayor]]");
  CHECK(mended("bomb/NOUN:5:nsubj killed/VERB:5:ccomp people/NOUN:2:obj monitor/NOUN:5:nsubj said/VERB:0:root") ==
        "said [ccomp killed [nsubj bomb] [obj people]] [nsubj monitor]");
  CHECK(mended("he/PRON:4:nsubj came/VERB:4:ccomp monitor/NOUN:4:nsubj said/VERB:0:root he/PRON:2:nsubj") ==
        "said [nsubj he] [ccomp came [nsubj he]] [nsubj monitor]");
}

TEST_CASE("a name after an office and its country is the holder's") {
  const std::string office = "president/NOUN:0:root of/ADP:3:case Chile/PROPN:1:nmod ,/PUNCT:5:punct ";
  CHECK(mended(office + "Gabriel/PROPN:3:conj Boric/PROPN:5:flat") ==
        "president [nmod Chile [case of]] [appos Gabriel [punct ,] [flat Boric]]");
  CHECK(mended(office + "Costa/PROPN:3:conj Rica/PROPN:5:flat and/CCONJ:8:cc Peru/PROPN:3:conj") ==
        "president [nmod Chile [case of] [conj Costa [punct ,] [flat Rica]] [conj Peru [cc and]]]");
}

TEST_CASE("what would hang by its own dependent stays where it is") {
  CHECK(mended("grew/VERB:0:root war/NOUN:4:compound of/ADP:4:case aggression/NOUN:1:nmod") ==
        "grew [nmod aggression [compound war] [case of]]");
  CHECK(mended("Roe/PROPN:4:compound and/CCONJ:3:cc Director/NOUN:1:nmod:desc Doe/PROPN:0:root") ==
        "Doe [compound Roe [nmod:desc Director [cc and]]]");
}

TEST_CASE("a subject before the verb that governs its clause is that verb's") {
  CHECK(mended("Peru/PROPN:2:nsubj won/VERB:5:ccomp ,/PUNCT:2:punct Roe/PROPN:2:nsubj said/VERB:0:root") ==
        "said [ccomp won [nsubj Peru] [punct ,]] [nsubj Roe]");
}

TEST_CASE("a second subject with a preposition belongs to the first") {
  CHECK(mended("Roe/PROPN:4:nsubj of/ADP:3:case Interpol/PROPN:4:nsubj agreed/VERB:0:root") ==
        "agreed [nsubj Roe [nmod Interpol [case of]]]");
}

TEST_CASE("a second subject behind its verb is the object") {
  CHECK(mended("it/PRON:2:nsubj allows/VERB:0:root Oxfam/PROPN:2:nsubj to/PART:5:mark act/VERB:2:xcomp") ==
        "allows [nsubj it] [obj Oxfam] [xcomp act [mark to]]");
  CHECK(mended("it/PRON:2:nsubj allows/VERB:0:root aid/NOUN:2:obj Oxfam/PROPN:2:nsubj") ==
        "allows [nsubj it] [obj aid] [nsubj Oxfam]");
}

TEST_CASE("a name after a comma is the object's before it") {
  const std::string start = "greeted/VERB:0:root premier/NOUN:1:obj ,/PUNCT:4:punct ";
  CHECK(mended(start + "Roe/PROPN:1:obj") == "greeted [obj premier [appos Roe [punct ,]]]");
  CHECK(mended(start + "Roe/PROPN:1:nsubj") == "greeted [obj premier [appos Roe [punct ,]]]");
}

TEST_CASE("a name after a comma and without a preposition is the holder's") {
  const std::string start = "head/NOUN:0:root of/ADP:3:case Oxfam/PROPN:1:nmod ,/PUNCT:5:punct Roe/PROPN:1:nmod";
  CHECK(mended(start) == "head [nmod Oxfam [case of]] [appos Roe [punct ,]]");
  CHECK(mended("head/NOUN:0:root ,/PUNCT:4:punct of/ADP:4:case Oxfam/PROPN:1:nmod") ==
        "head [nmod Oxfam [punct ,] [case of]]");
}

TEST_CASE("a verb has one object") {
  CHECK(mended("rejected/VERB:0:root Roe/PROPN:1:obj 's/PART:2:case plan/NOUN:1:obj") ==
        "rejected [obj plan [nmod:poss Roe [case 's]]]");
  CHECK(mended("rejected/VERB:0:root Peru/PROPN:1:obj calls/NOUN:1:obj") == "rejected [obj calls [compound Peru]]");
  CHECK(mended("gave/give/VERB:0:root Peru/PROPN:1:obj aid/NOUN:1:obj") == "gave [obj Peru] [obj aid]");
}

TEST_CASE("the only object is direct") {
  CHECK(mended("kept/VERB:0:root Peru/PROPN:1:iobj from/SCONJ:4:mark acting/VERB:1:advcl") ==
        "kept [obj Peru] [advcl acting [mark from]]");
  CHECK(mended("gave/VERB:0:root Peru/PROPN:1:iobj aid/NOUN:1:obj") == "gave [iobj Peru] [obj aid]");
  CHECK(mended("Roe/PROPN:3:nsubj:pass was/AUX:3:aux:pass denied/deny/VERB:0:root entry/NOUN:3:xcomp") ==
        "denied [nsubj:pass Roe] [aux:pass was] [obj entry]");
}

TEST_CASE("a finite verb without an auxiliary is active") {
  CHECK(mended("Peru/PROPN:2:nsubj:pass mediated/VERB|VerbForm=Fin:0:root") == "mediated [nsubj Peru]");
  CHECK(mended("Peru/PROPN:2:nsubj:pass attacked/VERB|VerbForm=Part:0:root") == "attacked [nsubj:pass Peru]");
}

TEST_CASE("what has a preposition is no part of the object beside it") {
  CHECK(mended("discussed/VERB:0:root Peru/PROPN:1:obj with/ADP:4:case Roe/PROPN:2:flat") ==
        "discussed [obj Peru] [obl Roe [case with]]");
  CHECK(mended("offered/VERB:0:root to/ADP:3:case Peru/PROPN:4:compound ships/NOUN:1:obj") ==
        "offered [obl Peru [case to]] [obj ships]");
}

TEST_CASE("what has an article receives and is no part of what is given") {
  CHECK(mended("granted/grant/VERB:0:root the/DET:3:det state/NOUN:4:compound loans/NOUN:1:obj") ==
        "granted [iobj state [det the]] [obj loans]");
}

TEST_CASE("an owner has a mark") {
  CHECK(mended("elected/VERB:0:root Roe/PROPN:3:nmod:poss treasurer/NOUN:1:xcomp") ==
        "elected [obj Roe] [xcomp treasurer]");
  CHECK(mended("became/VERB:0:root Peru/PROPN:4:nmod:poss 's/PART:2:case envoy/NOUN:1:xcomp") ==
        "became [xcomp envoy [nmod:poss Peru [case 's]]]");
}

TEST_CASE("the infinitive after a form of be heads the clause") {
  CHECK(mended("she/PRON:2:nsubj is/be/AUX:0:root to/PART:4:mark meet/VERB:2:advcl Roe/PROPN:4:obj") ==
        "meet [nsubj she] [cop is] [mark to] [obj Roe]");
}

TEST_CASE("a title after a comma begins another name, and an and joins two") {
  CHECK(mended("Roe/PROPN:0:root ,/PUNCT:1:punct Minister/NOUN:1:nmod:desc Doe/PROPN:1:flat") ==
        "Roe [punct ,] [conj Doe [nmod:desc Minister]]");
  CHECK(mended("Roe/PROPN:0:root and/CCONJ:3:cc Doe/PROPN:1:appos") == "Roe [conj Doe [cc and]]");
}

TEST_CASE("two descriptions of one name are joined to each other") {
  CHECK(mended("Roe/PROPN:0:root director/NOUN:1:appos of/ADP:4:case Oxfam/PROPN:2:nmod and/CCONJ:7:cc a/DET:7:det "
               "fellow/NOUN:4:conj") == "Roe [appos director [nmod Oxfam [case of]] [conj fellow [cc and] [det a]]]");
}

TEST_CASE("between joins two, whatever the clause after the first hangs by") {
  CHECK(mended("talks/NOUN:0:root between/ADP:3:case team/NOUN|Number=Sing:1:nmod led/VERB:1:acl by/ADP:6:case "
               "Roe/PROPN:4:obl and/CCONJ:8:cc Peru/PROPN:6:conj") ==
        "talks [nmod team [case between] [acl led [obl Roe [case by]]] [conj Peru [cc and]]]");
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
    mend(all.document, all.tagging, all.syntax);
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

TEST_CASE("what stands right before a verb without a subject is its subject") {
  const std::string start = "A/PROPN:2:nsubj lost/VERB:0:root to/ADP:4:case B/PROPN:2:obl and/CCONJ:6:cc ";
  CHECK(mended(start + "C/PROPN:4:conj were/be/AUX|VerbForm=Fin:8:aux:pass beaten/beat/VERB:2:advcl") ==
        "lost [nsubj A] [obl B [case to]] [conj beaten [cc and] [nsubj:pass C] [aux:pass were]]");
  CHECK(mended(start + "C/PROPN:4:conj and/CCONJ:8:cc slept/sleep/VERB|VerbForm=Fin:2:conj") ==
        "lost [nsubj A] [obl B [case to] [conj C [cc and]]] [conj slept [cc and]]");
}

TEST_CASE("a title after a conjunction is the next name's") {
  CHECK(mended("Minister/NOUN:2:nmod:desc Roe/PROPN:0:root and/CCONJ:4:cc Director/NOUN:2:nmod:desc "
               "Doe/PROPN:2:parataxis") == "Roe [nmod:desc Minister] [conj Doe [cc and] [nmod:desc Director]]");
}

}  // namespace entente
