// The way from one word to another in the tree.
#pragma once

#include <span>
#include <vector>

#include <entente/base/ids.hpp>

namespace entente::inline v0_1 {

// The words on the way from one word to another, with both; nothing where there is no path of some forty words up and
// down. heads: Syntax::heads.
std::vector<TokenId> path_between(std::span<const TokenId> heads, TokenId from, TokenId to);

}  // namespace entente
