// Who holds which office, and of what.
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>

namespace entente::inline v0_1 {

// An office that an actor holds or held according to the text.
struct Tenure {
  DraftId holder = None;
  DraftId of = None;
  Span tokens;
  OfficeId office = None;
  TokenId head = None;
  bool former = false;
  bool given_up = false;  // as in Role
};

// In text order.
std::vector<Tenure> find_tenures(const Layers& layers, const Coreference& coref, const std::vector<Role>& roles);

}  // namespace entente
