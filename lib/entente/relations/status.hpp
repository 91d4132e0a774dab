// The status of a relation (asserted, planned, possible …), and the speaker to whom the text attributes it.
#pragma once

#include <vector>

#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// The status of the predicate at `anchor`; `usual` is that of its frame. Takes account of the verbs, nouns and
// adjectives that govern the predicate ("wants to", "denied that", "plans for", "unlikely to"), of negation, modals and
// conditions.
Status status_of(const Reading& reading, TokenId anchor, Status usual);
// Does the noun describe what somebody no longer is: "a former ally of", "once a member of", "the ex-president"?
bool is_former(const Reading& reading, TokenId noun);
// Is it open whether somebody is what the noun says: "a suspected member of", "her alleged killer"?
bool is_alleged(const Reading& reading, TokenId noun);
// Does the noun describe what somebody is not yet: "the president-elect", "the next chairman", "a nominee for the
// court"?
bool is_prospective(const Reading& reading, TokenId noun);
// Is this an ongoing action that someone is asked to stop: "demanded a stop to the offensive"?
bool is_yet_to_end(const Reading& reading, TokenId act);

// The speakers of an article. A quotation may continue through a paragraph.
class Speakers {
 public:
  explicit Speakers(const Reading& reading);
  // The actor to whom the text attributes the words at `anchor`, or None.
  ActorId of(TokenId anchor) const;

 private:
  ActorId governing(TokenId anchor) const;
  ActorId in_run(TokenId anchor) const;

  const Reading& reading_;
  std::vector<ActorId> of_sentence_;  // the speaker whom the sentence quotes
};

}  // namespace entente
