// What the lemmatizer and its trainer share: how keys are computed and how the section "lemmas" is laid out.
// docs/model-format.md specifies every byte.
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

// How a rule changes the letter case of the form, before it changes the ending.
enum class CaseRule : std::uint8_t {
  Keep,      // as written
  Lower,     // in lower case
  Title,     // in lower case with a capital first letter
  Drop,      // nothing of the form is kept: the appended bytes are the lemma
  NoCommas,  // as written without commas: "12,000" is 12000
};

// Form → lemma: changes the case, cuts off the ending and appends another one.
struct Rule {
  CaseRule letters = CaseRule::Lower;
  std::uint8_t strip = 0;   // bytes cut off the end
  std::uint8_t append = 0;  // bytes of the pool appended in their place
  std::uint8_t reserved = 0;
  std::uint32_t pool_offset = 0;  // where these bytes begin in the pool
};

inline constexpr std::uint32_t EmptyFingerprint = 0;
inline constexpr std::uint16_t KnownStem =
    0xfffe;                                  // the value of a slot whose key is a lemma of the language, not a form
inline constexpr std::size_t MaxSuffix = 6;  // bytes; the suffix of a shorter word may include WordBegin

// What a key looks up. The lemmatizer tries the first four in this order: the form as it is written, the form in lower
// case, the same with any features, an ending. Stem is for lemmas, to check a result. Part of every key's hash.
enum class Kind : std::uint32_t { ExactForm, LowerForm, AnyFeatures, Suffix, Stem };

// The shape of a form, as far as its lemma depends on it.
enum class Shape : std::uint32_t { Any, NoLetters, Lower, Title, Upper, Mixed, DigitsAndCommas };

// The shape of the form; never Any.
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

// Those features on which the lemma of a word of that part of speech depends, packed into ten bits.
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

inline constexpr std::uint32_t AnyClass = 0x3ff;  // in place of a feature class: whatever the features are

// All of a key but its letters, packed into 32 bits.
inline std::uint32_t group(Kind kind, Upos upos, std::uint32_t features, Shape shape) {
  return static_cast<std::uint32_t>(kind) << 24U | static_cast<std::uint32_t>(shape) << 20U | features << 8U |
         static_cast<std::uint32_t>(upos);
}

// The hash of a suffix is computed backwards, byte by byte, so that one pass gives those of all suffixes of a word.
inline constexpr std::uint64_t SuffixStart = 0x9ae16a3b2f90404fULL;
inline constexpr std::uint64_t add_suffix_byte(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
}
inline constexpr char WordBegin = '^';  // stands before the first letter of a word

// The key of a rule: the hash of the letters (of the form or its suffix) mixed with the group.
inline constexpr std::uint64_t key(std::uint64_t letters_hash, std::uint32_t key_group) {
  std::uint64_t h = letters_hash ^ (std::uint64_t{key_group} + 1) * 0x9e3779b97f4a7c15ULL;
  h ^= h >> 32U;
  h *= 0xd6e8feb86659fd93ULL;
  return h ^ (h >> 32U);
}

// The part of a key that its slot stores; never EmptyFingerprint.
inline constexpr std::uint32_t fingerprint(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32U) | 1U; }

// Whether most words of the sentence [begin, end) are in capitals, so that case carries no information: "LATEST NEWS
// FROM TEHRAN". form(t) is the form of token t.
template <typename Form>
bool is_all_caps(std::uint32_t begin, std::uint32_t end, Form form) {
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
