// Whether a relation holds, is planned, possible or asked for, or does not hold; and who says so.
#pragma once

#include <vector>

#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// The status of what the predicate at `anchor` says; `usual` is the frame's own. Follows the verbs, nouns and
// adjectives that govern the predicate ("wants to", "denied that", "plans for", "unlikely to"), negation, modals and
// conditions.
Status status_of(const Reading& reading, TokenId anchor, Status usual);
// Does the noun say what somebody was and no longer is: "a former ally of", "once a member of", "the ex-president"?
bool is_former(const Reading& reading, TokenId noun);
// Is this an ongoing action that someone is asked to stop: "demanded a stop to the offensive"?
bool is_yet_to_end(const Reading& reading, TokenId act);

// Who is said to say it; quotations run on through a paragraph.
class Speakers {
 public:
  explicit Speakers(const Reading& reading);
  // The actor to whom the text attributes the words at `anchor`, or None.
  ActorId of(TokenId anchor) const;

 private:
  ActorId governing(TokenId anchor) const;
  ActorId in_run(TokenId anchor) const;

  const Reading& reading_;
  std::vector<ActorId> of_sentence_;  // the speaker that the sentence quotes
};

}  // namespace entente
