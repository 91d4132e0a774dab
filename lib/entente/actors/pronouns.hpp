// Resolves pronouns; the trainer of the weights uses it too.
#pragma once

#include <functional>
#include <span>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/pronoun_features.hpp>
#include <entente/mentions/links.hpp>

namespace entente::inline v0_1 {

// An actor that the pronoun may refer to, by its latest mention.
struct PronounCandidate {
  ClusterId cluster = None;
  DraftId draft = None;  // the antecedent
  PronounFeatures features;
};

struct PronounQuestion {
  TokenId token = None;
  PronounType type = PronounType::Person;
  std::span<const PronounCandidate> candidates;  // nearest first
  PronounFeatures none;                          // the features of the answer "nobody who is named"
};

// Returns the index of a candidate, or candidates.size() for nobody.
using PronounChooser = std::function<std::size_t(const PronounQuestion&)>;

// Chooses the answer that the weights rate highest; `weights` must outlive it.
PronounChooser choose_by(const PronounWeights& weights);

// Adds a mention for each pronoun that refers to an actor, which `choose` decides.
Coreference resolve_pronouns(const Layers& layers, Links& links, const PronounChooser& choose, Coreference coref);

}  // namespace entente
