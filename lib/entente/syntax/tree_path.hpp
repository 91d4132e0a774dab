// Paths between words in a dependency tree.
#pragma once

#include <span>
#include <vector>

#include <entente/base/ids.hpp>

namespace entente::inline v0_1 {

// The words on the path from one word to the other, including both. Empty if there is none, or if the path has more
// than about forty words up or down. heads: Syntax::heads.
std::vector<TokenId> path_between(std::span<const TokenId> heads, TokenId from, TokenId to);

}  // namespace entente
