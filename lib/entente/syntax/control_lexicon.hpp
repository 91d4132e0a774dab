// What data/lexicon/control.tsv knows: whose action a verb without a subject of its own is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

enum class ControlRule : std::uint8_t {
  SubjectControl,  // promise
  ObliqueControl,  // call on
  ObjectPurpose,   // send
  Tough,           // easy
  OwnerNoun,       // decision
  LightVerb,       // make
  Circumstance,    // day
  Weekday,         // sunday
};

// Immutable after construction; may serve many threads. Its words are views of the embedded file.
class ControlLexicon {
 public:
  // Throws Error (BadFormat) with the line that cannot be read.
  ControlLexicon();
  bool has(ControlRule rule, std::string_view lemma) const;
  // Whether "call" + "on" is a row of oblique_control.
  bool has_oblique(std::string_view lemma, std::string_view preposition) const;
  // The one that is made at first use and kept.
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
