// What the lemmatiser and its trainer agree on: how keys are made and how the section "lemmas" is laid out.
// docs/model-format.md says every byte.
#pragma once

#include <cstdint>
#include <string_view>

#include <entente/base/hash.hpp>
#include <entente/base/letters.hpp>
#include <entente/tagging/tagging.hpp>

namespace entente::inline v0_1::lemma_table {

inline constexpr std::string_view SectionName = "lemmas";
inline constexpr std::uint32_t SectionVersion = 1;

// The section: Header, rule_count × Rule, slot_count × uint32 fingerprints, slot_count × uint16 values, pool_size
// bytes.
struct Header {
  std::uint32_t rule_count = 0;
  std::uint32_t slot_count = 0;  // a power of two; at least one slot is empty
  std::uint32_t pool_size = 0;
  std::uint32_t reserved = 0;
};

// First the case of the form, then its end.
enum class CaseRule : std::uint8_t {
  Keep,      // as written
  Lower,     // in small letters
  Title,     // in small letters with a capital at the begin
  Whole,     // nothing of the form: the appended bytes are the lemma
  NoCommas,  // as written without commas: "12,000" is 12000
};

struct Rule {
  CaseRule letters = CaseRule::Lower;
  std::uint8_t strip = 0;   // bytes cut off the end
  std::uint8_t append = 0;  // bytes of the pool put in their place
  std::uint8_t reserved = 0;
  std::uint32_t pool_at = 0;
};

inline constexpr std::uint32_t EmptyFingerprint = 0;
inline constexpr std::uint16_t KnownStem = 0xfffe;  // the value of a slot that says "this is a lemma of the language"
inline constexpr std::size_t MaxSuffix = 6;         // bytes; a word of fewer adds the mark of its begin

// The kinds of keys; part of every key's hash.
enum class Kind : std::uint32_t { ExactForm, LowerForm, AnyFeatures, Suffix, Stem };

// How a form is written, as far as its lemma depends on it.
enum class Shape : std::uint32_t { Any, NoLetters, Lower, Title, Upper, Mixed, DigitsAndCommas };

inline Shape shape_of(std::string_view form) {
  switch (letter_case_of(form)) {
    case LetterCase::Absent:
      return form.size() > 2 && form.find(',') != std::string_view::npos && form.front() >= '0' && form.front() <= '9'
                 ? Shape::DigitsAndCommas
                 : Shape::NoLetters;
    case LetterCase::Lower:
      return Shape::Lower;
    case LetterCase::Title:
      return Shape::Title;
    case LetterCase::Upper:
      return Shape::Upper;
    case LetterCase::Mixed:
      return Shape::Mixed;
  }
  return Shape::Any;
}

// The features that the lemma of such a word depends on, in ten bits.
inline std::uint32_t feature_class(Upos upos, const Features& f) {
  const auto bits = [](auto value) { return static_cast<std::uint32_t>(value); };
  switch (upos) {
    case Upos::Verb:
    case Upos::Aux: {
      const bool third =
          f.tense == Tense::Present && f.person == Person::Third && f.number == Number::Singular;  // "visits"
      return bits(f.verb_form) | bits(f.tense) << 3U | bits(third) << 5U;
    }
    case Upos::Noun:
    case Upos::Propn:
      return bits(f.number);
    case Upos::Adj:
    case Upos::Adv:
      return bits(f.degree);
    case Upos::Pron:
    case Upos::Det:
      return bits(f.number) | bits(f.person) << 2U | bits(f.case_) << 4U | bits(f.possessive) << 6U |
             bits(f.reflexive) << 7U;
    default:
      return 0;
  }
}

inline constexpr std::uint32_t AnyClass = 0x3ff;

// What a key is about, besides its letters.
inline std::uint32_t group(Kind kind, Upos upos, std::uint32_t features, Shape shape) {
  return static_cast<std::uint32_t>(kind) << 24U | static_cast<std::uint32_t>(shape) << 20U | features << 8U |
         static_cast<std::uint32_t>(upos);
}

// Backwards, byte by byte, so that all suffixes of a word are hashed in one walk.
inline constexpr std::uint64_t SuffixStart = 0x9ae16a3b2f90404fULL;
inline constexpr std::uint64_t add_suffix_byte(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
}
inline constexpr char WordBegin = '^';

inline constexpr std::uint64_t key(std::uint64_t letters, std::uint32_t about) {
  std::uint64_t h = letters ^ (std::uint64_t{about} + 1) * 0x9e3779b97f4a7c15ULL;
  h ^= h >> 32U;
  h *= 0xd6e8feb86659fd93ULL;
  return h ^ (h >> 32U);
}

inline constexpr std::uint32_t fingerprint(std::uint64_t k) { return static_cast<std::uint32_t>(k >> 32U) | 1U; }

// Whether the sentence is written in capitals, so that case carries no information: "LATEST NEWS FROM TEHRAN".
template <typename Form>
bool is_shouted(std::uint32_t begin, std::uint32_t end, Form form) {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t t = begin; t < end; ++t) {
    const LetterCase letter_case = letter_case_of(form(t));
    words += letter_case != LetterCase::Absent ? 1 : 0;
    capitals += letter_case == LetterCase::Upper ? 1 : 0;
  }
  return capitals >= 3 && capitals * 10 >= words * 7;
}

}  // namespace entente::lemma_table
