// Steps through the tree that lead to arguments.
#include <entente/relations/argument_steps.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const Lexicons& strolls() {
  static const Lexicons lexicons("[visits]\nA stroll to/toward B\nA's sprint to B\n");
  return lexicons;
}

struct Row {
  const char* text;
  const char* word;
  const char* arguments;
};

}  // namespace

TEST_CASE("put adds what is not there yet, up to twelve, and keeps how it was first reached") {
  Arguments all;
  put(all, 3, Via::Conjunct);
  put(all, 3, Via::Direct);
  REQUIRE(all.size() == 1);
  CHECK(all[0].via == Via::Conjunct);
  Arguments more;
  for (TokenId t = 0; t < 20; ++t) {
    put(more, t, Via::Shared);
  }
  CHECK(more.size() == 12);
  put_all(all, more);
  CHECK(all.size() == 12);
  CHECK(all[0].token == 3);
  CHECK(all[1].token == 0);
  CHECK(all[1].via == Via::Shared);
}

TEST_CASE("an argument that the enhanced graph adds was reached by the verb's own place") {
  const SceneReading it(
      "[PER Roe/NNP:2:nsubj ] came/come/VBD:0:root and/CCONJ:4:cc left/leave/VBD:2:conj [PER Doe/NNP:4:obj ] "
      "who/PRON|PronType=Rel:7:nsubj slept/sleep/VBD:5:acl:relcl to/PART:9:mark rest/VB:7:xcomp");
  CHECK(via_of_added(it.reading, it.at("left")) == Via::Shared);
  CHECK(via_of_added(it.reading, it.at("slept")) == Via::Antecedent);
  CHECK(via_of_added(it.reading, it.at("rest")) == Via::Controlled);
}

TEST_CASE("a relative pronoun stands for the noun above its clause, through the verbs between") {
  const SceneReading it(
      "[PER Roe/NNP:0:root ] who/PRON|PronType=Rel:3:nsubj tried/try/VBD:1:acl:relcl to/PART:5:mark leave/VB:3:xcomp "
      "[LOC Oslo/NNP:5:obj ]");
  const Argument who = resolved(it.reading, it.at("tried"), it.at("who"));
  CHECK(it.form(who.token) == "Roe");
  CHECK(who.via == Via::Antecedent);
  CHECK(it.form(resolved(it.reading, it.at("leave"), it.at("who")).token) == "Roe");
  const Argument oslo = resolved(it.reading, it.at("leave"), it.at("Oslo"));
  CHECK(it.form(oslo.token) == "Oslo");
  CHECK(oslo.via == Via::Direct);
}

TEST_CASE("obliques are the dependents of a verb that one of the prepositions marks") {
  const Row rows[] = {
      {"[PER Roe/NNP:2:nsubj ] strolled/stroll/VBD:0:root to/ADP:4:case [LOC Oslo/NNP:2:obl ] with/ADP:6:case [PER "
       "Doe/NNP:2:obl ]",
       "strolled", "Oslo (direct)"},
      {"[PER Roe/NNP:2:nsubj ] strolled/stroll/VBD:0:root toward/ADP:4:case [LOC Oslo/NNP:2:obl ]", "strolled",
       "Oslo (direct)"},
      {"[PER Roe/NNP:2:nsubj ] strolled/stroll/VBD:0:root from/ADP:4:case [LOC Oslo/NNP:2:obl ]", "strolled", ""},
      {"the/DET:2:det town/NN:0:root to/ADP:4:case which/PRON|PronType=Rel:6:obl [PER Roe/NNP:6:nsubj ] "
       "strolled/stroll/VBD:2:acl:relcl",
       "strolled", "town (antecedent)"},
      {"[PER Roe/NNP:2:nsubj ] strolled/stroll/VBD:0:root to/ADP:4:case [LOC Oslo/NNP:2:obl ] and/CCONJ:6:cc [LOC "
       "Bergen/NNP:4:conj ]",
       "strolled", "Oslo (direct)"},
  };
  for (const auto& [text, word, arguments] : rows) {
    CAPTURE(text);
    const SceneReading it(text, "", strolls());
    Arguments out;
    obliques(it.reading, it.at(word), strolls().frame("stroll").b.prep, Via::Direct, out);
    CHECK(it.dump(out) == arguments);
  }
  const SceneReading it(rows[0].text, "", strolls());
  Arguments out;
  obliques(it.reading, it.at("strolled"), strolls().frame("stroll").b.prep, Via::Attached, out);
  CHECK(it.dump(out) == "Oslo (attached)");
}

TEST_CASE("modifiers are those of a noun") {
  const SceneReading it(
      "the/DET:2:det sprint/NN:0:root to/ADP:4:case [LOC Oslo/NNP:2:nmod ] by/ADP:6:case [PER Roe/NNP:2:nmod ]", "",
      strolls());
  const WordSet to = strolls().predicates.noun_frames(strolls().predicates.words().find("sprint")).front()->b.prep;
  Arguments out;
  modifiers(it.reading, it.at("sprint"), to, Via::Direct, out);
  CHECK(it.dump(out) == "Oslo (direct)");
}

TEST_CASE("relations of nouns and of clauses below nouns") {
  for (const Deprel d : {Deprel::Nmod, Deprel::NmodPoss, Deprel::NmodUnmarked, Deprel::NmodDesc}) {
    CHECK(is_nominal_modifier(d));
    CHECK_FALSE(is_clause_of_noun(d));
  }
  for (const Deprel d : {Deprel::Acl, Deprel::AclRelcl}) {
    CHECK(is_clause_of_noun(d));
    CHECK_FALSE(is_nominal_modifier(d));
  }
  CHECK_FALSE(is_nominal_modifier(Deprel::Obl));
  CHECK_FALSE(is_clause_of_noun(Deprel::Advcl));
}
