// The search for whom pronouns mean, open to the trainer of its weights.
#pragma once

#include <functional>
#include <span>

#include <entente/actors/draft.hpp>
#include <entente/actors/pronoun_features.hpp>
#include <entente/mentions/links.hpp>

namespace entente {

// An actor that the pronoun may mean, by its latest mention.
struct PronounCandidate {
  ClusterId cluster = None;
  DraftId draft = None;  // what the pronoun is merged with
  PronounFeatures features;
};

struct PronounQuestion {
  TokenId token = None;
  PronounType type = PronounType::Person;
  std::span<const PronounCandidate> candidates;  // nearest first
  PronounFeatures none;                          // of the answer "nobody who is named"
};

// Which candidate it is: an index, or candidates.size() for nobody.
using PronounChooser = std::function<std::size_t(const PronounQuestion&)>;

// The answer of the weights.
std::size_t choose_by_weights(const PronounWeights& weights, const PronounQuestion& question);

// Finds and merges the pronouns; `choose` answers for each.
void resolve_pronouns(const Layers& layers, Drafts& drafts, Links& links, const PronounChooser& choose);

}  // namespace entente
