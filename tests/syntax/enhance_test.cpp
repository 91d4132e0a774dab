#include <entente/syntax/enhance.hpp>

#include <string>

#include <doctest/doctest.h>

#include <entente/syntax/control_lexicon.hpp>
#include <entente/syntax/show.hpp>
#include <entente/text/from_words.hpp>

#include <notation.hpp>

using namespace entente;

namespace {

struct Case {
  std::string sentence;
  std::string added;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    const test::Annotated all = test::annotate(c.sentence);
    CHECK(show_added(all.document, all.syntax, 0) == c.added);
  }
}

}  // namespace

TEST_CASE("enhance lets conjuncts share the role of the first") {
  check({
      {"Xi/PROPN:4:nsubj and/CCONJ:3:cc Putin/PROPN:1:conj met/meet/VBD:0:root", "met -nsubj-> Putin"},
      {"Xi/PROPN:2:nsubj met/meet/VBD:0:root Putin/PROPN:2:obj ,/PUNCT:5:punct Lavrov/PROPN:3:conj and/CCONJ:7:cc "
       "Modi/PROPN:3:conj",
       "met -obj-> Lavrov, met -obj-> Modi"},
      {"talks/NNS:0:root with/ADP:3:case China/PROPN:1:nmod and/CCONJ:5:cc India/PROPN:3:conj", "talks -nmod-> India"},
      {"the/DET:2:det leader/NOUN:0:root of/ADP:4:case Russia/PROPN:2:nmod and/CCONJ:7:cc his/PRON:7:nmod:poss "
       "aide/NOUN:2:conj",
       ""},
      // A conjunct of a conjunct.
      {"Xi/PROPN:2:nsubj met/meet/VBD:0:root Putin/PROPN:2:obj and/CCONJ:5:cc Lavrov/PROPN:3:conj and/CCONJ:7:cc "
       "Modi/PROPN:5:conj",
       "met -obj-> Lavrov, met -obj-> Modi"},
  });
}

TEST_CASE("enhance lets verbs share their arguments") {
  check({
      {"Xi/PROPN:2:nsubj visited/visit/VBD:0:root Moscow/PROPN:2:obj and/CCONJ:5:cc met/meet/VBD:2:conj "
       "Putin/PROPN:5:obj",
       "met -nsubj-> Xi"},
      {"Xi/PROPN:4:nsubj and/CCONJ:3:cc Modi/PROPN:1:conj came/come/VBD:0:root and/CCONJ:6:cc spoke/speak/VBD:4:conj",
       "came -nsubj-> Modi, spoke -nsubj-> Xi, spoke -nsubj-> Modi"},
      {"Xi/PROPN:2:nsubj came/come/VBD:0:root and/CCONJ:5:cc Putin/PROPN:5:nsubj spoke/speak/VBD:2:conj", ""},
      {"Russia/PROPN:2:nsubj attacked/attack/VBD:0:root and/CCONJ:4:cc occupied/occupy/VBD:2:conj Mariupol/PROPN:2:obj",
       "occupied -nsubj-> Russia, occupied -obj-> Mariupol"},
      {"Xi/PROPN:3:nsubj will/AUX:3:aux come/VB:0:root and/CCONJ:5:cc speak/VB:3:conj",
       "speak -nsubj-> Xi, speak -aux-> will"},
      {"Xi/PROPN:4:nsubj did/AUX:4:aux not/PART:4:advmod call/VB:0:root or/CCONJ:6:cc write/VB:4:conj",
       "write -nsubj-> Xi, write -aux-> did, write -advmod-> not"},
      {"Xi/PROPN:4:nsubj did/AUX:4:aux not/PART:4:advmod call/VB:0:root but/CCONJ:6:cc wrote/write/VBD:4:conj",
       "wrote -nsubj-> Xi"},
      {"He/PRON:3:nsubj:pass was/AUX:3:aux:pass arrested/arrest/VBN|Voice=Pass:0:root and/CCONJ:5:cc "
       "jailed/jail/VBN|Voice=Pass:3:conj by/ADP:7:case police/NOUN:3:obl:agent",
       "jailed -nsubj:pass-> He, jailed -aux:pass-> was, jailed -obl:agent-> police"},
      {"He/PRON:3:nsubj is/AUX:3:cop ally/NOUN:0:root of/ADP:5:case Xi/PROPN:3:nmod and/CCONJ:7:cc "
       "friend/NOUN:3:conj of/ADP:9:case Iran/PROPN:7:nmod",
       "friend -nsubj-> He"},
      {"Stop/VERB|Mood=Imp:0:root and/CCONJ:3:cc think/VERB|Mood=Imp:1:conj", ""},
  });
}

TEST_CASE("enhance gives controlled verbs their subject") {
  check({
      {"Xi/PROPN:2:nsubj wants/want/VBZ:0:root to/PART:4:mark visit/VB:2:xcomp Moscow/PROPN:4:obj",
       "visit -nsubj-> Xi"},
      {"Putin/PROPN:2:nsubj asked/ask/VBD:0:root Xi/PROPN:2:obj to/PART:5:mark come/VB:2:xcomp", "come -nsubj-> Xi"},
      {"Putin/PROPN:2:nsubj promised/promise/VBD:0:root Xi/PROPN:2:obj to/PART:5:mark come/VB:2:xcomp",
       "come -nsubj-> Putin"},
      {"Biden/PROPN:2:nsubj called/call/VBD:0:root on/ADP:4:case Xi/PROPN:2:obl to/PART:6:mark act/VB:2:xcomp",
       "act -nsubj-> Xi"},
      {"Xi/PROPN:3:nsubj:pass was/AUX:3:aux:pass asked/ask/VBN|Voice=Pass:0:root to/PART:5:mark come/VB:3:xcomp",
       "come -nsubj-> Xi"},
      {"Xi/PROPN:2:nsubj hopes/hope/VBZ:0:root to/PART:5:mark be/AUX:5:aux:pass "
       "invited/invite/VBN|Voice=Pass:2:xcomp",
       "invited -nsubj:pass-> Xi"},
      {"Xi/PROPN:2:nsubj seems/seem/VBZ:0:root to/PART:4:mark want/VB:2:xcomp to/PART:6:mark win/VB:4:xcomp",
       "want -nsubj-> Xi, win -nsubj-> Xi"},
      {"Xi/PROPN:2:nsubj wants/want/VBZ:0:root to/PART:4:mark come/VB:2:xcomp and/CCONJ:6:cc speak/VB:4:conj",
       "wants -xcomp-> speak, come -nsubj-> Xi, speak -nsubj-> Xi"},
      {"They/PRON:2:nsubj named/name/VBD:0:root Li/PROPN:2:obj premier/NOUN:2:xcomp", "premier -nsubj-> Li"},
      {"Russia/PROPN:3:nsubj is/AUX:3:cop hard/ADJ:0:root to/PART:5:mark beat/VB:3:xcomp", "beat -obj-> Russia"},
      {"Russia/PROPN:3:nsubj is/AUX:3:cop ready/ADJ:0:root to/PART:5:mark talk/VB:3:xcomp", "talk -nsubj-> Russia"},
  });
}

TEST_CASE("enhance gives relative clauses their antecedent") {
  check({
      {"the/DET:2:det man/NOUN:0:root who/PRON:4:nsubj spoke/speak/VBD:2:acl:relcl", "spoke -nsubj-> man"},
      {"Xi/PROPN:0:root ,/PUNCT:4:punct who/PRON:4:nsubj wants/want/VBZ:1:acl:relcl to/PART:6:mark win/VB:4:xcomp",
       "wants -nsubj-> Xi, win -nsubj-> Xi"},
      {"the/DET:2:det town/NOUN:0:root which/PRON:5:obj Russia/PROPN:5:nsubj took/take/VBD:2:acl:relcl",
       "took -obj-> town"},
      {"the/DET:2:det town/NOUN:0:root Russia/PROPN:4:nsubj took/take/VBD:2:acl:relcl", "took -obj-> town"},
      {"the/DET:2:det town/NOUN:0:root Russia/PROPN:4:nsubj took/take/VBD:2:acl:relcl and/CCONJ:6:cc "
       "burned/burn/VBD:4:conj",
       "town -acl:relcl-> burned, took -obj-> town, burned -obj-> town, burned -nsubj-> Russia"},
      {"the/DET:2:det minister/NOUN:0:root whose/PRON:4:nmod:poss aide/NOUN:5:nsubj spoke/speak/VBD:2:acl:relcl",
       "aide -nmod:poss-> minister"},
      {"the/DET:2:det town/NOUN:0:root to/ADP:4:case which/PRON:6:obl he/PRON:6:nsubj fled/flee/VBD:2:acl:relcl",
       "fled -obl-> town"},
      {"the/DET:2:det town/NOUN:0:root he/PRON:4:nsubj fled/flee/VBD:2:acl:relcl from/ADP:4:obl", "fled -obl-> town"},
      {"the/DET:2:det day/NOUN:0:root he/PRON:4:nsubj died/die/VBD:2:acl:relcl", "died -obl-> day"},
      {"the/DET:2:det man/NOUN:0:root she/PRON:4:nsubj hopes/hope/VBZ:2:acl:relcl to/PART:6:mark meet/VB:4:xcomp",
       "meet -obj-> man, meet -nsubj-> she"},
      {"the/DET:2:det firm/NOUN:0:root he/PRON:4:nsubj said/say/VBD:2:acl:relcl was/AUX:6:aux:pass "
       "sold/sell/VBN|Voice=Pass:4:ccomp",
       "sold -nsubj:pass-> firm"},
      {"Xi/PROPN:0:root and/CCONJ:3:cc Modi/PROPN:1:conj ,/PUNCT:6:punct who/PRON:6:nsubj met/meet/VBD:1:acl:relcl",
       "met -nsubj-> Xi, met -nsubj-> Modi"},
      {"the/DET:2:det party/NOUN:0:root most/ADJ:7:nsubj of/ADP:5:case whose/PRON:6:nmod:poss members/NNS:3:nmod "
       "left/leave/VBD:2:acl:relcl",
       "members -nmod:poss-> party"},
  });
}

TEST_CASE("enhance gives participles and purposes their subject") {
  check({
      {"the/DET:2:det man/NOUN:0:root arrested/arrest/VBN|Voice=Pass:2:acl by/ADP:5:case police/NOUN:3:obl:agent",
       "arrested -nsubj:pass-> man"},
      {"Xi/PROPN:6:nsubj ,/PUNCT:3:punct speaking/speak/VBG:1:acl in/ADP:5:case Moscow/PROPN:3:obl "
       "said/say/VBD:0:root",
       "speaking -nsubj-> Xi"},
      {"Speaking/speak/VBG:5:advcl in/ADP:3:case Moscow/PROPN:1:obl Putin/PROPN:5:nsubj agreed/agree/VBD:0:root",
       "Speaking -nsubj-> Putin"},
      {"Xi/PROPN:2:nsubj left/leave/VBD:0:root after/SCONJ:4:mark meeting/meet/VBG:2:advcl Putin/PROPN:4:obj",
       "meeting -nsubj-> Xi"},
      {"Xi/PROPN:2:nsubj came/come/VBD:0:root to/PART:4:mark meet/VB:2:advcl Putin/PROPN:4:obj", "meet -nsubj-> Xi"},
      {"China/PROPN:2:nsubj sent/send/VBD:0:root Wang/PROPN:2:obj to/PART:5:mark meet/VB:2:advcl Putin/PROPN:5:obj",
       "meet -nsubj-> Wang"},
      {"Biden/PROPN:2:nsubj accused/accuse/VBD:0:root Russia/PROPN:2:obj of/SCONJ:5:mark planning/plan/VBG:2:advcl "
       "war/NOUN:5:obj",
       "planning -nsubj-> Russia"},
      {"He/PRON:3:nsubj:pass was/AUX:3:aux:pass jailed/jail/VBN|Voice=Pass:0:root to/PART:5:mark silence/VB:3:advcl "
       "critics/NNS:5:obj",
       ""},
      {"He/PRON:2:nsubj won/win/VBD:0:root as/SCONJ:4:mark expected/expect/VBN|Voice=Pass:2:advcl", ""},
      {"Xi/PROPN:3:nmod:poss 's/PART:1:case decision/NOUN:0:root to/PART:5:mark visit/VB:3:acl Moscow/PROPN:5:obj",
       "visit -nsubj-> Xi"},
      {"Xi/PROPN:2:nsubj announced/announce/VBD:0:root plans/plan/NNS:2:obj to/PART:5:mark visit/VB:3:acl",
       "visit -nsubj-> Xi"},
      {"Xi/PROPN:2:nsubj rejected/reject/VBD:0:root plans/plan/NNS:2:obj to/PART:5:mark visit/VB:3:acl", ""},
      {"the/DET:3:det Russian/ADJ:3:amod attempt/NOUN:0:root to/PART:5:mark win/VB:3:acl", "win -nsubj-> Russian"},
  });
}

TEST_CASE("enhance is linear in hostile sentences") {
  Syntax syntax;
  Tagging tagging;
  tagging.bundles.push_back({"_", {}});
  std::vector<WordSentence> words(1);
  // A verb with a hundred thousand conjunct subjects and as many conjunct verbs, infinitives and relative clauses.
  for (TokenId t = 0; t < 400000; ++t) {
    constexpr Deprel Kinds[] = {Deprel::Conj, Deprel::Xcomp, Deprel::AclRelcl, Deprel::Conj};
    words[0].words.push_back({"a", true, false});
    tagging.tags.push_back({Upos::Verb, 0});
    tagging.lemmas.emplace_back("a");
    syntax.heads.push_back(t == 0 ? None : (t % 4 == 3 ? 1 : 0));
    syntax.deprels.push_back(t == 0 ? Deprel::Root : t == 1 ? Deprel::Nsubj : Kinds[t % 4]);
  }
  index_children(syntax);
  const std::vector<EnhancedArc> added = enhance(document_from_words(words), tagging, syntax);
  CHECK(added.size() > 100000);
  CHECK(added.size() < 8000000);
}

TEST_CASE("the control lexicon knows its words") {
  const ControlLexicon& lexicon = ControlLexicon::shared();
  CHECK(lexicon.has(ControlRule::SubjectControl, "promise"));
  CHECK_FALSE(lexicon.has(ControlRule::SubjectControl, "ask"));
  CHECK(lexicon.has_oblique("call", "on"));
  CHECK_FALSE(lexicon.has_oblique("call", "from"));
}
