// The kind of each name, decided once from the whole article: the same name is the same kind everywhere.
#pragma once

#include <vector>

#include <entente/actors/layers.hpp>
#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

struct NamesWithKinds {
  std::vector<MentionDraft> names;
  std::vector<KindDecision> decisions;  // by name
};

// Decides the kinds of names that the lexicon does not know from all that the article says of them, and drops what is
// not a name. The names are sorted, before and after.
NamesWithKinds decide_kinds_of_names(const Layers& layers, std::vector<MentionDraft> names);

}  // namespace entente
