// The earlier layers of one article, and what this room needs to know about their tokens.
#pragma once

#include <cstdint>
#include <vector>

#include <entente/actors/world.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/names/names.hpp>
#include <entente/syntax/sentence_view.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Refers to the layers and the world knowledge, which must outlive it.
struct Layers : SentenceView {
  const Names& names;
  const MentionScores& mention_scores;
  const World& world;
  std::vector<std::uint8_t> in_capitals{};  // one per sentence: 1 if it is written in capitals
  std::vector<std::uint8_t> is_prose{};     // one per sentence: 1 if it is not a credit or byline

  bool is_noun(TokenId t) const { return upos(t) == Upos::Noun || upos(t) == Upos::Propn; }
  bool is_plural(TokenId t) const { return features(t).number == Number::Plural; }
  // The preposition or "'s" that introduces t, or None.
  TokenId case_of(TokenId t) const { return child(t, Deprel::Case); }
};

// Determines for every sentence whether it is written in capitals and whether it is prose.
Layers layers_of(const Document& document, const Tagging& tagging, const Syntax& syntax, const Names& names,
                 const MentionScores& mention_scores, const World& world);

}  // namespace entente
