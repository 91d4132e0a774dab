// Two actors that "and" joins, and the descriptions that mean both or one of them.
#pragma once

#include <optional>
#include <utility>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// "Iran and Iraq": the two that "and" joins, where a token is the head of one of them and no third is joined to them.
// Both have actors, which differ and are of one kind.
std::optional<std::pair<DraftId, DraftId>> joined_pair(const Layers& layers, const Coreference& coref, TokenId token);

// "the couple", "the former", "the two presidents": two mentions for what means both.
Coreference resolve_pairs(const Layers& layers, Coreference coref);

}  // namespace entente
