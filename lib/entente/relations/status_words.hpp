// The words of data/lexicon/status_words.tsv: they make a relation planned, possible, requested or negated, support a
// noun ("pay a visit"), or identify the speaker.
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
  About,        // governs a noun without lending it its subject: "discuss a visit"
  Adverb,       // "allegedly", "never"
  Modal,        // "may", "will"
  Mark,         // opens a clause: "if", "without"
  Speech,       // its subject is the speaker: "say"
  Denial,       // the same, and what is said does not hold: "deny"
  Occasion,     // a noun whose agent is the subject of the governing verb: "during talks with"
  When,         // the prepositions before such a noun
  Fate,         // says how its subject develops: "ties soured", "relations are strained"
  Naming,       // says what somebody calls somebody: "presents himself as a peacemaker"
  Belief,       // with an object and an infinitive it expresses a view: "consider it to be dominated by"
  Finite,       // governs a clause, but reports only one that has a tense: "agree that he supports"
  Implied,      // a Clause word that asserts its clause when negated: "did not fail to"
  Verdict,      // says that something is true or false: "it is untrue that", "reports that … are false"
  Opinion,      // governs a clause that stays open when the word is negated: "nobody believes that", "no evidence that"
  Attitude,     // its subject does not claim that the clause is true: "fears that", "suspects that"
  Doubt,        // asserts its clause when negated: "no doubt that"
  Suspicion,    // governs what somebody is charged with or cleared of: "accused of", "investigated for"
  Happening,    // says that its subject takes place: "talks took place"
  View,         // a noun that attributes a statement: "in the view of"
  Former,       // with a noun that is no longer true: "a former ally", "was once the head of"
  Prospective,  // with an office that is not held yet: "the president-elect", "her next chairman", "the nominee"
  Undone,       // cancels a negation: "not only", "no fewer than"
  Exception,    // what follows is excluded: "all but", "everybody except"
  Involvement,  // a noun that, when negated, denies the act: "played no part in"
  Wish,         // a noun for something wanted, not done: "its bid for"
  Universal,    // a determiner that means all of a kind: "every member but Hungary"
};
inline constexpr int StatusRoleCount = 29;

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
