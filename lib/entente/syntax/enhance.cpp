#include <entente/syntax/enhance.hpp>

#include <algorithm>
#include <tuple>

namespace entente {

namespace {

// Heads before their dependents.
std::vector<TokenId> top_down(const Syntax& syntax) {
  std::vector<TokenId> order;
  order.reserve(syntax.heads.size());
  for (TokenId t = 0; t < syntax.heads.size(); ++t) {
    if (syntax.heads[t] == None) {
      order.push_back(t);
    }
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::span<const TokenId> children = syntax.children_of(order[i]);
    order.insert(order.end(), children.begin(), children.end());
  }
  return order;
}

}  // namespace

std::vector<EnhancedArc> enhance(const Document& /*document*/, const Tagging& /*tagging*/, const Syntax& syntax) {
  std::vector<EnhancedArc> added;
  for (const TokenId t : top_down(syntax)) {
    // "Xi and Putin met": Putin is as much a subject as Xi.
    if (syntax.deprels[t] == Deprel::Conj && syntax.heads[t] != None) {
      const TokenId first = syntax.heads[t];
      if (syntax.heads[first] != None && syntax.deprels[first] != Deprel::Conj) {
        added.push_back({syntax.heads[first], t, syntax.deprels[first]});
      }
    }
  }
  std::sort(added.begin(), added.end(), [](const EnhancedArc& a, const EnhancedArc& b) {
    return std::tie(a.head, a.dependent, a.deprel) < std::tie(b.head, b.dependent, b.deprel);
  });
  return added;
}

}  // namespace entente
