// One-line dumps of mentions and actors, for tests and for `entente explain`.
#pragma once

#include <string>

#include <entente/actors/actors.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// "Xi Jinping = xi-jinping, he = xi-jinping, Moscow = moscow": every mention in text order.
std::string show_mentions(const Document& document, const Actors& actors);
// "xi-jinping person, russia country": every actor in order of first mention.
std::string show_actors(const Actors& actors);
// "xi-jinping president china, wang-yi diplomat -": every title.
std::string show_titles(const Actors& actors);
// "person 2.8 (tagger 0.7, mentions 1.0, words 1.1), place 0.1 (mentions 0.1)": the kinds with votes, most votes
// first.
std::string show_votes(const KindVotes& votes);

}  // namespace entente
