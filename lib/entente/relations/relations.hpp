// The layer of relations: what the article says about its actors, each relation with its place in the text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <entente/base/dates.hpp>
#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// A time as the text words it, and the days it covers.
struct TimeExpression {
  std::string text;  // "next week"
  Date from;         // the first day; "" if open or unknown
  Date to;           // the last day; likewise
  friend bool operator==(const TimeExpression&, const TimeExpression&) = default;
};

// Inputs of the confidence.
struct ConfidenceInputs {
  float model = 0.0F;     // probability that the relation model gives; 0 without a relation model
  bool rules = false;     // a rule found it
  bool doubtful = false;  // the source or the target may not be an actor
};

// One place in the text that expresses a relation.
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
  bool from_user = false;  // found by a row of the user's --relations file; always reported
  ConfidenceInputs inputs;
  std::string why;  // frame and paths, for `entente explain`
};

// The layer: all relations of an article.
struct Relations {
  std::vector<Finding> findings;  // in text order
  std::vector<Finding> doubted;   // not sure enough to be reported, in text order
};

}  // namespace entente
