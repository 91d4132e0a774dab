#include <entente/syntax/tree_path.hpp>

#include <algorithm>

namespace entente::inline v0_1 {

std::vector<TokenId> path_between(std::span<const TokenId> heads, TokenId from, TokenId to) {
  constexpr std::size_t Longest = 40;
  if (from == None || to == None) {
    return {};
  }
  std::vector<TokenId> path = {from};
  while (heads[path.back()] != None && path.size() < Longest) {
    path.push_back(heads[path.back()]);
  }
  std::vector<TokenId> down;
  for (TokenId at = to; at != None && down.size() <= Longest; at = heads[at]) {
    const auto met = std::find(path.begin(), path.end(), at);
    if (met != path.end()) {
      path.erase(met + 1, path.end());
      path.insert(path.end(), down.rbegin(), down.rend());
      return path;
    }
    down.push_back(at);
  }
  return {};
}

}  // namespace entente
