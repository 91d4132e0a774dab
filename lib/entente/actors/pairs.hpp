// Two actors that the text names side by side, and what means both or one of them.
#pragma once

#include <optional>
#include <utility>

#include <entente/actors/draft.hpp>

namespace entente {

// "Iran and Iraq": the two that "and" joins, where a token is the head of one of them and no third is joined to them.
// Both have actors, which differ and are of one kind.
std::optional<std::pair<DraftId, DraftId>> joined_pair(const Layers& layers, const Drafts& drafts, TokenId token);

}  // namespace entente
