// Two actors joined by "and", and the descriptions that refer to both or to one of them.
#pragma once

#include <optional>
#include <utility>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// The two mentions of "Iran and Iraq", if `token` heads one of them and no third is joined to them. Both refer to
// actors, which are different and of the same kind.
std::optional<std::pair<DraftId, DraftId>> joined_pair(const Layers& layers, const Coreference& coref, TokenId token);

// Resolves "the couple", "the former", "the two presidents"; a noun that refers to both gets two mentions.
Coreference resolve_pairs(const Layers& layers, Coreference coref);

}  // namespace entente
