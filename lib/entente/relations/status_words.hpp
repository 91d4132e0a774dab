// The words that make a relation planned, possible, requested or negated, that carry a noun ("pay a visit"), or that
// identify the speaker: data/lexicon/status_words.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <entente/relations/relation_types.hpp>
#include <entente/relations/words.hpp>

namespace entente::inline v0_1 {

enum class StatusRole : std::uint8_t {
  Clause,       // governs a clause: "want to", "deny that", "unlikely to", "plan to"
  Carry,        // governs a noun and lends it its subject: "launch an attack", "call for sanctions"
  About,        // governs a noun, the subject stays outside: "discuss a visit"
  Adverb,       // "allegedly", "never"
  Modal,        // "may", "will"
  Mark,         // opens a clause: "if", "without"
  Speech,       // its subject is the speaker: "say"
  Denial,       // the same, and what is said does not hold: "deny"
  Occasion,     // a noun whose agent is the subject of the governing verb: "during talks with"
  When,         // the prepositions before such a noun
  Fate,         // what becomes of its subject: "ties soured", "relations are strained"
  Naming,       // what somebody says that another is: "presents himself as a peacemaker"
  Belief,       // with an object and an infinitive it expresses a view: "consider it to be dominated by"
  Finite,       // governs a clause, but reports only one that has a tense: "agree that he supports"
  Implied,      // "clause" words that say, where they are denied, that it was done: "did not fail to"
  Verdict,      // what is true or not: "it is untrue that", "reports that … are false"
  Opinion,      // governs a clause that is open where the word is denied: "nobody believes that", "no evidence that"
  Attitude,     // its subject does not know, and answers for nothing: "fears that", "suspects that"
  Doubt,        // denied, it leaves no doubt
  Suspicion,    // what somebody is charged with: "accused of", "investigated for"; or cleared of
  Happening,    // says of the event that is its subject that it is one: "talks took place"
  View,         // a noun that says whose words it is: "in the view of"
  Former,       // with a noun: it is no longer true: "a former ally", "was once the head of"
  Undone,       // cancels the negation before it: "not only", "no fewer than"
  Exception,    // what follows is excluded: "all but", "everybody except"
  Involvement,  // denied, who has none did not do it: "played no part in"
  Wish,         // a noun: what is read from it alone is wanted, and not done: "its bid for"
  Universal,    // with a noun: all of a kind: "every member but Hungary"
};
inline constexpr int StatusRoleCount = 28;

class StatusWords {
 public:
  explicit StatusWords(Words& words);

  // What the word does in that role; nothing where it has none.
  std::optional<Status> effect(StatusRole role, WordId word) const;
  // The same for a verb with the preposition that marks its dependent: "call for", "engage in".
  std::optional<Status> carried_by(WordId verb, WordId preposition) const;
  bool is_occasion(WordId noun, WordId preposition) const {
    return has(StatusRole::Occasion, noun) && has(StatusRole::When, preposition);
  }
  bool has(StatusRole role, WordId word) const { return effect(role, word).has_value(); }

 private:
  void read_former(Words& words);

  std::array<std::vector<std::uint8_t>, StatusRoleCount> effects_;  // by WordId: 0 for none, else 1 + status
  struct Phrase {
    WordId verb, preposition;
    Status effect;
  };
  std::vector<Phrase> phrases_;  // sorted by verb, then preposition
};

}  // namespace entente
