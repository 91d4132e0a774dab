// The results of all stages for one article, for programs that need more than the network.
#pragma once

#include <entente/actors/actors.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/names/names.hpp>
#include <entente/relations/relations.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// One layer for each stage; layers refer to earlier ones by index. The encoding is not kept, because it is too large.
struct Analysis {
  Document document;             // sentences and tokens, with their offsets
  Tagging tagging;               // part of speech, morphology, lemma
  Syntax syntax;                 // dependency trees
  Names names;                   // named entities
  MentionScores mention_scores;  // what the mention model says of each word
  Actors actors;                 // mentions and the actors that they refer to
  Relations relations;           // who does what to whom
};

}  // namespace entente
