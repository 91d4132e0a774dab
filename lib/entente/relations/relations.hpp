// What the article says of its actors: typed relations, each with the words that it was read from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// When something happens, as the text has it and as days.
struct TimeExpression {
  std::string text;                 // "next week"
  std::optional<std::string> from;  // "2023-03-20"
  std::optional<std::string> to;    // inclusive
  friend bool operator==(const TimeExpression&, const TimeExpression&) = default;
};

// The evidence that a sentence expresses a relation.
struct ConfidenceInputs {
  float layer = 0.0F;     // the probability that the trained layer gives; 0 also where there is no layer
  bool rules = false;     // a rule has found it
  bool doubtful = false;  // one of the two may not be an actor at all
};

// One place in the text that says that source does something to target.
struct Finding {
  ActorId source = None;
  ActorId target = None;
  RelationTypeId type = 0;
  std::string predicate;  // lemmas: "travel to"
  Status status = Status::Asserted;
  ActorId speaker = None;  // the actor to whom the text attributes it
  std::optional<TimeExpression> time;
  float confidence = 1.0F;
  SentenceId sentence = None;
  Span predicate_tokens;
  MentionId source_mention = None;
  MentionId target_mention = None;
  bool own = false;  // found by a row of the user's, who is always right
  ConfidenceInputs votes;
  std::string why;  // frame and paths, for `entente explain`
};

// The layer: all that an article says of its actors.
struct Relations {
  std::vector<Finding> findings;  // in text order
  std::vector<Finding> doubted;   // what is not sure enough to be reported, in text order
};

}  // namespace entente
