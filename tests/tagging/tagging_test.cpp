#include <entente/tagging/tagging.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("every tag has a name, and a name its tag") {
  for (int i = 0; i < UposCount; ++i) {
    const auto upos = static_cast<Upos>(i);
    CAPTURE(upos_name(upos));
    CHECK(upos_of(upos_name(upos)) == upos);
  }
  CHECK(upos_name(Upos::Propn) == "PROPN");
  CHECK(upos_of("VERB") == Upos::Verb);
  CHECK(upos_of("verb") == Upos::X);
  CHECK(upos_of("") == Upos::X);
}

TEST_CASE("features that rules ask for are read") {
  const Features he = parse_features("Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs");
  CHECK(he.case_ == Case::Nominative);
  CHECK(he.gender == Gender::Masculine);
  CHECK(he.number == Number::Singular);
  CHECK(he.person == Person::Third);
  CHECK(he.pron_type == PronType::Personal);
  CHECK_FALSE(he.possessive);

  const Features seen = parse_features("Tense=Past|VerbForm=Part|Voice=Pass");
  CHECK(seen.tense == Tense::Past);
  CHECK(seen.verb_form == VerbForm::Participle);
  CHECK(seen.passive);
  CHECK(seen.mood == Mood::Unset);

  CHECK(parse_features("Number=Ptan").number == Number::Plural);
  CHECK(parse_features("PronType=Tot").pron_type == PronType::Other);
  CHECK(parse_features("Case=Gen|Poss=Yes").possessive);
  CHECK(parse_features("Polarity=Neg").negative);
  CHECK_FALSE(parse_features("Polarity=Pos").negative);
}

TEST_CASE("odd features are passed over") {
  for (const char* text : {"", "_", "|", "||", "=", "Number", "Number=", "=Sing", "Number=Dual", "Case=Gen|", "Mood"}) {
    CAPTURE(text);
    const Features features = parse_features(text);
    CHECK(features.number == Number::Unset);
    CHECK(features.case_ == Case::Unset);
    CHECK(features.mood == Mood::Unset);
  }
}
