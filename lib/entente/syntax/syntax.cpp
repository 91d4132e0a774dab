#include <entente/syntax/syntax.hpp>

#include <algorithm>
#include <array>

namespace entente::inline v0_1 {

namespace {

// In the order of Deprel.
constexpr std::array<std::string_view, DeprelCount> DeprelNames = {
    "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",        "aux",
    "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt", "conj",
    "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",   "discourse",
    "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",         "mark",
    "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",   "nummod",
    "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",        "reparandum",
    "root",       "vocative",  "xcomp",
};
static_assert(static_cast<int>(Deprel::Xcomp) + 1 == DeprelCount);
static_assert(std::is_sorted(DeprelNames.begin(), DeprelNames.end()));

}  // namespace

std::string_view deprel_name(Deprel deprel) { return DeprelNames[static_cast<std::size_t>(deprel)]; }

Deprel deprel_of(std::string_view name) {
  const auto* const found = std::lower_bound(DeprelNames.begin(), DeprelNames.end(), name);
  if (found != DeprelNames.end() && *found == name) {
    return static_cast<Deprel>(found - DeprelNames.begin());
  }
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? Deprel::Dep : deprel_of(name.substr(0, colon));
}

TokenId Syntax::child(TokenId t, Deprel deprel) const {
  const std::span<const TokenId> all = children_of(t);
  const auto found = std::find_if(all.begin(), all.end(), [&](TokenId c) { return deprels[c] == deprel; });
  return found == all.end() ? None : *found;
}

std::span<const EnhancedArc> Syntax::added_to(TokenId t) const {
  const auto begin = std::lower_bound(added.begin(), added.end(), t,
                                      [](const EnhancedArc& arc, TokenId head) { return arc.head < head; });
  const auto end =
      std::upper_bound(begin, added.end(), t, [](TokenId head, const EnhancedArc& arc) { return head < arc.head; });
  return {begin, end};
}

void index_children(Syntax& syntax) {
  const std::size_t tokens = syntax.heads.size();
  syntax.child_begin.assign(tokens + 1, 0);
  std::uint32_t edges = 0;
  for (const TokenId head : syntax.heads) {
    if (head != None) {
      ++syntax.child_begin[head + 1];
      ++edges;
    }
  }
  for (std::size_t t = 0; t < tokens; ++t) {
    syntax.child_begin[t + 1] += syntax.child_begin[t];
  }
  syntax.children.resize(edges);
  std::vector<std::uint32_t> next(syntax.child_begin.begin(), syntax.child_begin.end() - 1);
  for (TokenId t = 0; t < tokens; ++t) {
    if (syntax.heads[t] != None) {
      syntax.children[next[syntax.heads[t]]++] = t;
    }
  }
}

}  // namespace entente
