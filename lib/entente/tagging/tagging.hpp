// Part of speech, morphology and lemma of every token (Universal Dependencies, version 2).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>

namespace entente::inline v0_1 {

// The universal parts of speech.
enum class Upos : std::uint8_t {
  Adj,
  Adp,
  Adv,
  Aux,
  Cconj,
  Det,
  Intj,
  Noun,
  Num,
  Part,
  Pron,
  Propn,
  Punct,
  Sconj,
  Sym,
  Verb,
  X,
};
inline constexpr int UposCount = 17;

// The features that the rules use. Number: of a noun, a pronoun or a verb.
enum class Number : std::uint8_t { Unset, Singular, Plural };
// Person: of a verb or a pronoun.
enum class Person : std::uint8_t { Unset, First, Second, Third };
// Gender: of a pronoun.
enum class Gender : std::uint8_t { Unset, Feminine, Masculine, Neuter };
// Case: of a pronoun.
enum class Case : std::uint8_t { Unset, Nominative, Accusative };
// Tense: of a verb.
enum class Tense : std::uint8_t { Unset, Past, Present };
// Verb form: of a verb.
enum class VerbForm : std::uint8_t { Unset, Finite, Infinitive, Participle, Gerund };
// Mood: of a verb.
enum class Mood : std::uint8_t { Unset, Indicative, Imperative, Subjunctive };
// Kind of pronoun: of a determiner or a pronoun.
enum class PronType : std::uint8_t { Unset, Article, Demonstrative, Interrogative, Personal, Relative, Other };
// Degree of comparison: of an adjective or an adverb.
enum class Degree : std::uint8_t { Unset, Positive, Comparative, Superlative };

// The features of a token; Unset or false where it has none.
struct Features {
  Number number = Number::Unset;
  Person person = Person::Unset;
  Gender gender = Gender::Unset;
  Case case_ = Case::Unset;
  Tense tense = Tense::Unset;
  VerbForm verb_form = VerbForm::Unset;
  Mood mood = Mood::Unset;
  PronType pron_type = PronType::Unset;
  Degree degree = Degree::Unset;
  bool passive = false;     // Voice=Pass
  bool possessive = false;  // Poss=Yes
  bool reflexive = false;   // Reflex=Yes
  bool negative = false;    // Polarity=Neg
};

// The tag of one token.
struct Tag {
  Upos upos = Upos::X;
  std::uint16_t bundle = 0;  // index into Tagging::bundles
};

// The layer: one tag and one lemma for each token.
struct Tagging {
  std::vector<Tag> tags;            // one per token
  std::vector<std::string> lemmas;  // one per token
  // A combination of features, shared by all tokens that have it.
  struct Bundle {
    std::string text;  // "Number=Sing|Person=3", "_" where there are none
    Features features;
  };
  std::vector<Bundle> bundles;  // the feature bundles that the tags use

  // The part of speech of t.
  Upos upos(TokenId t) const { return tags[t].upos; }
  // The features of t.
  const Features& features(TokenId t) const { return bundles[tags[t].bundle].features; }
  // The lemma of t: "be" for "was".
  std::string_view lemma(TokenId t) const { return lemmas[t]; }
};

// "NOUN", "PROPN" …
std::string_view upos_name(Upos upos);
// The part of speech of that name; Upos::X for an unknown one.
Upos upos_of(std::string_view name);
// Reads features like "Number=Sing|Person=3"; those that the rules do not use are ignored.
Features parse_features(std::string_view text);

}  // namespace entente
