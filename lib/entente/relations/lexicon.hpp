// The lexicon of predicates: which words, with which arguments, express which type of relation. It is read from
// data/lexicon/predicates_*.txt; notation.hpp explains the notation and turns each line into frames.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/relations/relation_types.hpp>
#include <entente/relations/words.hpp>

namespace entente::inline v0_1 {

// The position of an argument relative to the anchor, which is the word that a frame is indexed by.
enum class Slot : std::uint8_t {
  Absent,       // the frame has no such argument
  Subject,      // of a verb
  Object,       // of a verb, direct or indirect
  Preposition,  // "travel to B", "visit to B": prep
  ObjectNoun,   // "impose sanctions on B": noun, prep
  PrepNoun,     // "come to defence of B", "come to B's defence": first, noun, prep
  Clause,       // "demand that B …": the subject of the clause below the verb
  Genitive,     // "A's visit", "visit of A", "visit by A", "the Russian visit", "A paid a visit"
  Modifier,     // "his China visit": before the noun, without 's
  Bearer,       // "A is an ally of", "A, an ally of": the actor that the noun or adjective describes
};

// A set of alternative words: a range of PredicateLexicon's pool.
struct WordSet {
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
  bool empty() const { return count == 0; }
};

struct Place {
  Slot slot = Slot::Absent;
  WordSet first;
  WordSet noun;
  WordSet prep;
};

// Words that must depend on the anchor: "put B on trial" (prep on, word trial), "give B aid", "let B down".
struct Companion {
  WordSet prep;
  WordSet word;
};

using KindSet = std::uint8_t;  // a bit for each ActorKind, and two for what an organisation is
inline constexpr KindSet PartyKind = 0x40;
inline constexpr KindSet CompanyKind = 0x80;
inline constexpr KindSet AnyKind = 0xff;

struct Frame {
  Place a;            // the source
  Place b;            // the target
  bool both = false;  // a holds two or more actors who do it to each other: "A and B met"
  WordSet particle;
  WordSet own_case;  // the preposition that the anchor itself must have: "on" of "on B's side"
  std::array<Companion, 2> companions;
  WordSet modal;         // "must" of "say that B must"
  bool negated = false;  // only where it is denied, and then it holds: "will not let B fall"
  bool alone = false;    // the verb has no object: "turn against B"
  bool real = false;     // matches only if the predicate is asserted, not negated or hypothetical
  bool passive = false;  // matches only a passive without an agent; A is its grammatical subject
  KindSet a_kinds = AnyKind;
  KindSet b_kinds = AnyKind;
  bool personal = false;         // done by persons themselves: "the French president met" says nothing of France
  bool b_may_be_act = false;     // "condemned Russia's invasion" condemns Russia
  bool b_may_be_ground = false;  // "bombed Syrian positions" bombs Syria
  bool b_may_be_people = false;  // "bombed Syrian civilians"
  RelationTypeId type = 0;
  Status status = Status::Asserted;
  std::uint8_t context = 0;      // bit of the context that it needs, 0 for none
  std::uint8_t specificity = 0;  // the more words and conditions, the higher
  bool from_user = false;        // from the user's file: goes before all others
  std::string predicate;         // what to call it; empty: the words that say it
  std::string pattern;           // "A pay visit to B"
};

// What a noun stands for when an actor is its possessor.
enum class Standing : std::uint16_t {
  Body = 1,       // "the government of France", "Russian troops": the actor itself, everywhere
  Act = 2,        // "Putin's decision": he, where acts are judged
  Ground = 4,     // "Russian territory": the actor, where the ground counts
  Quantity = 8,   // "dozens of Russians": what follows "of"
  Plural = 16,    // "Russian officials": the actor itself, but only of several of them
  Office = 32,    // "the French president": the actor itself, where the holder of the office is not known
  Members = 64,   // "Taliban prisoners": the group or organisation itself
  Kind = 128,     // "the ALDE group", "the Runtastic app": the named thing itself
  Seat = 256,     // "a court in Istanbul", "police in Lagos": the place where it sits
  People = 512,   // "Russian civilians", "people in Niger": the actor, where people are struck or helped
  Deputy = 1024,  // "deputy leader": stands before the office that it is not
  Tie = 2048,     // "troops loyal to the general": his
  Voice = 4096,   // "a spokesman for the president": who speaks for somebody
};
using Standings = std::uint16_t;  // bits of Standing
constexpr Standings bits(Standing s) { return static_cast<Standings>(s); }
// Any phrase may ask for these, except for acts in person, where an office holder acts only for himself.
constexpr Standings Acting = bits(Standing::Body) | bits(Standing::Office);

class PredicateLexicon {
  Words words_;  // first: the words below are made with it

 public:
  // `user_relations` as in RelationReader. Throws Error (BadFormat) with the line.
  PredicateLexicon(const RelationTypes& types, std::string_view user_relations,
                   const std::string& name = "relations file");
  PredicateLexicon(const PredicateLexicon&) = delete;
  PredicateLexicon& operator=(const PredicateLexicon&) = delete;

  const Words& words() const { return words_; }
  Words& words() { return words_; }
  // Is it one of them? "*" is every word.
  bool has(WordSet set, WordId word) const {
    for (std::uint32_t i = 0; i < set.count; ++i) {
      if (pool_[set.begin + i] == word || pool_[set.begin + i] == any) {
        return true;
      }
    }
    return false;
  }
  bool has_any(WordSet set) const { return set.count == 1 && pool_[set.begin] == any; }
  WordId first(WordSet set) const { return pool_[set.begin]; }
  // Frames of that verb lemma, or of that noun, adjective or participle; most specific first.
  std::span<const Frame* const> verb_frames(WordId anchor) const { return frames_of(verbs_, anchor); }
  std::span<const Frame* const> noun_frames(WordId anchor) const { return frames_of(nouns_, anchor); }
  Standings standing(WordId word) const { return at(standing_, word); }
  // Bits of the contexts ("sport") that the word is a sign of.
  std::uint8_t contexts(WordId word) const { return at(contexts_, word); }
  // The bit of the context with that name; 0 where data/lexicon/contexts.tsv has none.
  std::uint8_t context_named(std::string_view name) const;

  WordId any = NoWord;  // "*"
  WordId of = NoWord;   // words that the grammar asks for
  WordId by = NoWord;
  WordId be = NoWord;
  WordId to = NoWord;
  WordId in = NoWord;
  WordId from = NoWord;
  WordId near = NoWord;
  WordId with = NoWord;
  WordId according = NoWord;

 private:
  struct Table {
    std::vector<const Frame*> frames;  // by anchor
    std::vector<std::uint32_t> begin;  // by WordId + 1
  };
  static std::span<const Frame* const> frames_of(const Table& table, WordId anchor);
  template <typename Bits>
  static Bits at(const std::vector<Bits>& all, WordId word) {
    return word < all.size() ? all[word] : Bits{0};
  }
  void read_standing();
  void read_contexts();

  std::vector<WordId> pool_;
  std::vector<Frame> frames_;
  Table verbs_;
  Table nouns_;
  std::vector<Standings> standing_;
  std::vector<std::uint8_t> contexts_;
  std::vector<std::string> context_names_;
};

}  // namespace entente
