// Turns matches of rules and scores of the relation model into findings with status, speaker, time, confidence and
// reason.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/relations/arguments.hpp>
#include <entente/relations/belonging.hpp>
#include <entente/relations/frames.hpp>
#include <entente/relations/governors.hpp>
#include <entente/relations/pair_scorer.hpp>
#include <entente/relations/reading.hpp>
#include <entente/relations/relations.hpp>
#include <entente/relations/status.hpp>
#include <entente/relations/time.hpp>

namespace entente::inline v0_1 {

// Refers to the reading, the types and the words, which must outlive it.
class Describer {
 public:
  Describer(const Reading& reading, const RelationTypes& types, const BelongingWords& belonging,
            std::vector<TimeMention> times);
  // The findings of the matches, in the same order, and after each the relation that a governing verb makes of it.
  std::vector<Finding> describe(std::span<const Match> matches, const Governors& governors) const;
  // The finding of a relation that the relation model scored.
  Finding describe(const PairScore& score) const;

 private:
  Finding describe(const Match& match) const;
  // The relation that the governing verb makes of a finding: "threaten to attack". Nothing for a fear whose subject the
  // text does not name.
  std::optional<Finding> governed(Finding f, const Governors::Governed& by) const;
  // "Xi travels to Moscow" is planned if another sentence says that he will: announcements use the present tense.
  void plan_announced(std::vector<Finding>& findings) const;
  bool is_encounter(const Finding& f) const;
  // Is the verb, or the verb that an infinitive of purpose depends on, in the present tense?
  bool is_in_present(TokenId word) const;
  bool has_ended(const Finding& f, TokenId anchor) const;
  // Is the mention a part of a noun that is alleged: "Hamas" of "suspected Hamas gunmen"?
  bool is_alleged_of(MentionId mention) const;
  // Is the source only to hold the office, or a candidate for it: "the president-elect", "a Senate nominee"?
  bool is_yet_to_hold(const Finding& f) const;
  // Is the target where somebody came from: "Ajax signed Roe from Sparta", "Roe joined Ajax from Sparta"?
  bool is_left(const Finding& f) const;
  // "led Siemens until 2019"
  bool held_until(TokenId anchor) const;
  const RelationTraits& traits(RelationTypeId type) const;
  Status status(const Match& match) const;
  // Negates the finding where the sentence excludes one of its actors: "no French soldier attacked".
  void leave_out(Finding& f, TokenId anchor) const;
  // "raised its bid for the chip maker": the bidder does not own it yet.
  bool is_wish(const Finding& f, TokenId word) const;
  // What the words deny or leave open, at `word` or on the path between the two actors, is never drawn as a fact,
  // whatever the model reads.
  void soften(Finding& f, TokenId word) const;
  // The head of the noun phrase that mentions the belonging in passing, or None: "the Russian delegation may leave"
  // does not say that the delegation may be Russian.
  TokenId phrase_of(const Finding& f) const;
  bool is_within(TokenId word, TokenId phrase) const;
  // The highest word of the path, or the verb of a clause that depends on it: "Roe, who met Doe".
  TokenId anchor_of(const std::vector<TokenId>& path) const;
  Status status_at(TokenId word) const;
  MentionId subject_of(TokenId verb) const;
  // The speaker to report: None for a finding that consists in the speaker's own saying ("Roe accused Doe").
  ActorId attributed(const Finding& f, ActorId speaker) const;
  // The actor to whom the text attributes the anchor, the target or the source, in this order.
  ActorId speaker_of(const Finding& f, TokenId anchor) const;
  TokenId head_of(MentionId mention) const;
  float confidence(const Match& match) const;
  std::string path(std::string_view which, const Filler& f) const;
  // The verb of the clause that contains the token.
  TokenId clause_of(TokenId t) const;
  bool belongs(const TimeMention& time, TokenId anchor) const;
  void set_time(TokenId anchor, Finding& f) const;

  const Reading& r_;
  const RelationTypes& types_;
  const BelongingWords& belonging_;
  Speakers speakers_;
  std::vector<TimeMention> times_;
  std::optional<int> today_;
};

}  // namespace entente
