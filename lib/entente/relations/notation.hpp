// One line of a predicate file → frames.
//
//   A visit B                      a verb with its subject and object; "A" does it to "B"
//   A travel/fly/head to B         words divided by "/" are alternatives
//   A(person) go to B(place)       only for actors of these kinds; party and company are kinds of organisations
//   A take up arms against B       particles and nouns that belong to the verb
//   A put B on trial               words after the last actor must be there too
//   A want B to                    an infinitive depends on the verb: "wants B to sign"
//   A give * to B                  any noun
//   A say that B must/should       B is the subject of the clause, which has one of these auxiliaries
//   AB meet                        two or more who do it to each other
//   A's visit/trip to B            a noun; A's is a possessor, "of A", "by A", "the Russian visit", "A paid a visit"
//   A's mediation effort for B     words before the noun must be there too
//   A's demand that B           B is the subject of the clause below the noun
//   A's B trip                     B stands before the noun: "his China trip"
//   AB's talks, talks between AB
//   A be dependent on B            adjectives and nouns said of A: "A is …", "A, …,", "… A"
//   A be on B's side
//
// After a tab, options divided by ",": the status of what is said (asserted, planned …), and conditions, which Frame
// explains: personal, acts, grounds, people, alone, not, real, passive, in CONTEXT.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/base/rows.hpp>
#include <entente/relations/lexicon.hpp>

namespace entente::inline v0_1 {

// The frame of one pattern and the words that it is indexed by.
struct Pattern {
  Frame frame;
  std::vector<WordId> anchors;
  bool verb = false;  // the anchors are verbs
};

// Reads a pattern; `model` holds the settings of the line's section and options. Adds words to `words` and sets of
// words to `pool`. Throws Error (BadFormat) with the line of `rows` if the pattern cannot be read.
Pattern read_pattern(std::string_view text, const Frame& model, Words& words, std::vector<WordId>& pool,
                     const RowReader& rows);

}  // namespace entente
