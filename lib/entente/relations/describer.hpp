// Turns matches of rules and readings of the trained layer into findings: status, speaker, time, confidence, and why.
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
#include <entente/relations/pair_reader.hpp>
#include <entente/relations/reading.hpp>
#include <entente/relations/relations.hpp>
#include <entente/relations/status.hpp>
#include <entente/relations/time.hpp>

namespace entente::inline v0_1 {

class Describer {
 public:
  Describer(const Reading& reading, const RelationTypes& types, const BelongingWords& belonging,
            std::vector<TimeMention> times);
  // What the rules have matched, in that order, with the relations that governing verbs make of them.
  std::vector<Finding> describe(std::span<const Match> matches, const Governors& governors) const;
  // What the trained layer reads.
  Finding describe(const PairReading& reading) const;

 private:
  Finding describe(const Match& match) const;
  // The relation that the governing verb makes of it: "threaten to attack"; nothing for a fear without a subject.
  std::optional<Finding> governed(Finding f, const Governors::Governed& by) const;
  // "Xi travels to Moscow" is planned where the article says elsewhere that he will: the present of announcements.
  void plan_announced(std::vector<Finding>& findings) const;
  bool is_encounter(const Finding& f) const;
  // Is the verb, or the verb that an infinitive of purpose depends on, in the present tense?
  bool is_in_present(TokenId word) const;
  bool has_ended(const Finding& f, TokenId anchor) const;
  // "Ajax signed Roe from Sparta", "Roe joined Ajax from Sparta": where somebody came from.
  bool is_left(const Finding& f) const;
  // "led Siemens until 2019"
  bool held_until(TokenId anchor) const;
  const RelationTraits& traits(RelationTypeId type) const;
  Status status(const Match& match) const;
  // "no French soldier attacked": the sentence denies it of this actor.
  void leave_out(Finding& f, TokenId anchor) const;
  // "raised its bid for the chip maker": the bidder does not own it yet.
  bool is_wish(const Finding& f, TokenId word) const;
  // What the words deny or leave open, at `word` or on the path between the two actors, is never drawn as a fact,
  // whatever the model reads.
  void soften(Finding& f, TokenId word) const;
  // The head of the noun phrase that tells in passing what belongs where, or None: "the Russian delegation may leave"
  // does not say that it may be Russian.
  TokenId phrase_of(const Finding& f) const;
  bool is_within(TokenId word, TokenId phrase) const;
  // The highest word of the path, or the verb of a clause that depends on it: "Roe, who met Doe".
  TokenId anchor_of(const std::vector<TokenId>& path) const;
  Status status_at(TokenId word) const;
  MentionId subject_of(TokenId verb) const;
  // The speaker of what is found; who says or accuses is no source for that.
  ActorId attributed(const Finding& f, ActorId speaker) const;
  // The speaker to whom the words at the anchor, or at one of the two actors, are attributed.
  ActorId speaker_of(const Finding& f, TokenId anchor) const;
  TokenId head_of(MentionId mention) const;
  float confidence(const Match& match) const;
  std::string path(std::string_view which, const Filler& f) const;
  // The verb whose clause the token stands in.
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
