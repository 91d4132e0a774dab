// Everything that the stages saw in one article, for programs that want more than the network.
#pragma once

#include <entente/actors/actors.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/names/names.hpp>
#include <entente/relations/relations.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// One layer for each stage; layers refer to earlier ones by index. Only the encoding is not kept: it lives part by
// part.
struct Analysis {
  Document document;             // sentences and tokens, with their offsets
  Tagging tagging;               // part of speech, morphology, lemma
  Syntax syntax;                 // dependency trees
  Names names;                   // named entities
  MentionScores mention_scores;  // what the mention model says of each word
  Actors actors;                 // mentions, and who is who
  Relations relations;           // who does what to whom
};

}  // namespace entente
