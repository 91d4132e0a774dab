// Who holds which office, and of what.
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>

namespace entente::inline v0_1 {

// An office that the text gives to an actor.
struct Tenure {
  DraftId holder = None;
  DraftId of = None;
  Span tokens;
  OfficeId office = None;
  TokenId head = None;
  bool former = false;
  bool left = false;  // the text says that it was given up or taken away
};

// In text order.
std::vector<Tenure> find_tenures(const Layers& layers, const Coreference& coref, const std::vector<Role>& roles);

}  // namespace entente
