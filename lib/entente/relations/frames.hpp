// Matches frames with trees: finds the actors that fill the frames of a predicate.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/relations/arguments.hpp>
#include <entente/relations/lexicon.hpp>
#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

struct Match {
  const Frame* frame = nullptr;
  TokenId anchor = None;
  bool verb = false;
  Filler source;
  Filler target;
  Span predicate;            // the words that express the relation; empty: the anchor alone
  bool attributive = false;  // a title or an apposition, which holds whatever the status of its clause
};

// The words of a match, lemmatised: "impose sanction on".
std::string predicate_of(const Reading& reading, const Match& match);

// The frame as its pattern has it, with the alternatives that were found: "A impose sanction on B".
std::string frame_text(const Match& match, std::string_view predicate);

// Appends a match for every pair of actors that fills a frame of the predicate; if several frames match the same pair,
// the most specific one. At most some twenty pairs per predicate, so that a list of twenty heads of state does not
// relate each to all others.
void match_frames(const Reading& reading, TokenId anchor, bool verb, std::span<const Frame* const> frames,
                  std::vector<Match>& out);

}  // namespace entente
