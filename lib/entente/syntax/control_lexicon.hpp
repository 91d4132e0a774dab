// The words of data/lexicon/control.tsv, which decide who performs the action of a verb without a subject of its own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// What a word of the lexicon says about the clause below it. The head of the file explains each rule.
enum class ControlRule : std::uint8_t {
  SubjectControl,  // "promised Putin to come": the subject comes, although there is an object
  ObliqueControl,  // "called on Xi to act": the oblique acts
  ObjectPurpose,   // "sent Wang to meet Putin": the object meets
  Tough,           // "Russia is hard to beat": the subject of "hard" is beaten
  OwnerNoun,       // "Xi's decision to visit": whoever owns the noun visits
  LightVerb,       // "Xi made a decision to visit": the subject of the verb owns such a noun
  Circumstance,    // "the day he died": the noun is not an object of the clause
  Weekday,         // "vetoed Sunday a text": says when, and is not an object
};

// Immutable after construction; may serve many threads. It holds no text of its own: its words are in the embedded
// file.
class ControlLexicon {
 public:
  // Reads the embedded file. Throws Error (BadFormat) with the line that cannot be read.
  ControlLexicon();
  // Whether the lemma has that rule, which is not ObliqueControl.
  bool has(ControlRule rule, std::string_view lemma) const;
  // Whether the lemma has the rule ObliqueControl with that preposition: "call", "on".
  bool has_oblique(std::string_view lemma, std::string_view preposition) const;
  // The one lexicon of the program, which is read at first use.
  static const ControlLexicon& shared();

 private:
  struct Row {
    ControlRule rule;
    std::string_view lemma;
    std::string_view preposition;  // empty but for ObliqueControl
    friend auto operator<=>(const Row&, const Row&) = default;
  };
  std::vector<Row> rows_;  // sorted
};

}  // namespace entente
