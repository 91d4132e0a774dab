// Part of speech, morphology and lemma of every token (Universal Dependencies, version 2).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>

namespace entente {

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

// The features that rules ask for; Features::Unset where the word has none.
enum class Number : std::uint8_t { Unset, Singular, Plural };
enum class Person : std::uint8_t { Unset, First, Second, Third };
enum class Gender : std::uint8_t { Unset, Feminine, Masculine, Neuter };
enum class Case : std::uint8_t { Unset, Nominative, Accusative };
enum class Tense : std::uint8_t { Unset, Past, Present };
enum class VerbForm : std::uint8_t { Unset, Finite, Infinitive, Participle, Gerund };
enum class Mood : std::uint8_t { Unset, Indicative, Imperative, Subjunctive };
enum class PronType : std::uint8_t { Unset, Article, Demonstrative, Interrogative, Personal, Relative, Other };
enum class Degree : std::uint8_t { Unset, Positive, Comparative, Superlative };

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

struct Tag {
  Upos upos = Upos::X;
  std::uint16_t bundle = 0;  // index into Tagging::bundles
};

struct Tagging {
  std::vector<Tag> tags;            // one per token
  std::vector<std::string> lemmas;  // one per token
  struct Bundle {
    std::string text;  // "Number=Sing|Person=3", "_" where there are none
    Features features;
  };
  std::vector<Bundle> bundles;  // the feature bundles that the tags use

  Upos upos(TokenId t) const { return tags[t].upos; }
  const Features& features(TokenId t) const { return bundles[tags[t].bundle].features; }
  std::string_view lemma(TokenId t) const { return lemmas[t]; }
};

// "NOUN", "PROPN" …
std::string_view upos_name(Upos upos);
// The tag of that name; Upos::X for one that is unknown.
Upos upos_of(std::string_view name);
// Reads "Number=Sing|Person=3"; what rules do not ask for is passed over.
Features parse_features(std::string_view text);

}  // namespace entente
