// The basic tree together with the edges that enhance() has added so far. Private to the room.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include <entente/syntax/syntax.hpp>

namespace entente::inline v0_1 {

// A dependent: an edge seen from its head.
struct Dependent {
  TokenId token = None;
  Deprel deprel = Deprel::Dep;
};

// A head: an edge seen from its dependent.
struct Governor {
  TokenId token = None;
  Deprel deprel = Deprel::Dep;
};

// The edges of each token, of the tree and added. Refers to the tree, which must outlive it and have its children.
class EnhancedGraph {
 public:
  // How many dependents or governors of one token are visited. Far more than real sentences have; it keeps the work
  // linear for hostile ones, in which a hundred thousand words depend on one.
  static constexpr std::size_t MaxScan = 256;

  explicit EnhancedGraph(const Syntax& syntax)
      : syntax_(syntax), first_below_(syntax.heads.size(), None), first_above_(syntax.heads.size(), None) {}

  // Adds an edge, unless the two are linked by that relation already or are the same token.
  void add(TokenId head, TokenId dependent, Deprel deprel) {
    if (head == dependent || has(head, dependent, deprel)) {
      return;
    }
    links_.push_back({{head, dependent, deprel}, first_below_[head], first_above_[dependent]});
    first_below_[head] = first_above_[dependent] = static_cast<std::uint32_t>(links_.size()) - 1;
  }

  // Calls visit(Dependent) for the tree's dependents in text order, then for those that were added, newest first.
  template <typename Visit>
  void each_dependent(TokenId t, Visit visit) const {
    for (const TokenId child : children(t)) {
      visit(Dependent{child, syntax_.deprels[child]});
    }
    std::size_t seen = 0;
    for (std::uint32_t i = first_below_[t]; i != None && seen < MaxScan; i = links_[i].next_below, ++seen) {
      visit(Dependent{links_[i].arc.dependent, links_[i].arc.deprel});
    }
  }
  // Calls visit(Governor) for the tree's head, where there is one, then for those that were added, newest first.
  template <typename Visit>
  void each_governor(TokenId t, Visit visit) const {
    if (syntax_.heads[t] != None) {
      visit(Governor{syntax_.heads[t], syntax_.deprels[t]});
    }
    std::size_t seen = 0;
    for (std::uint32_t i = first_above_[t]; i != None && seen < MaxScan; i = links_[i].next_above, ++seen) {
      visit(Governor{links_[i].arc.head, links_[i].arc.deprel});
    }
  }

  // Whether there is such an edge, in the tree or added.
  bool has(TokenId head, TokenId dependent, Deprel deprel) const {
    const auto is_wanted = [&](std::uint32_t i) {
      return links_[i].arc.head == head && links_[i].arc.dependent == dependent && links_[i].arc.deprel == deprel;
    };
    if (syntax_.heads[dependent] == head && syntax_.deprels[dependent] == deprel) {
      return true;
    }
    // The edge is in both lists, so they are walked together until the shorter one ends.
    std::uint32_t below = first_below_[head];
    std::uint32_t above = first_above_[dependent];
    for (; below != None && above != None; below = links_[below].next_below, above = links_[above].next_above) {
      if (is_wanted(below) || is_wanted(above)) {
        return true;
      }
    }
    return false;
  }

  // The tree's dependents of t in text order, at most MaxScan.
  std::span<const TokenId> children(TokenId t) const {
    const std::span<const TokenId> all = syntax_.children_of(t);
    return all.first(std::min(all.size(), MaxScan));
  }
  // The first of them with that relation, or None.
  TokenId child(TokenId t, Deprel deprel) const {
    const std::span<const TokenId> all = children(t);
    const auto found = std::find_if(all.begin(), all.end(), [&](TokenId c) { return syntax_.deprels[c] == deprel; });
    return found == all.end() ? None : *found;
  }

  // All added edges, sorted by head, dependent and relation.
  std::vector<EnhancedArc> arcs() const {
    std::vector<EnhancedArc> out;
    out.reserve(links_.size());
    for (const Link& link : links_) {
      out.push_back(link.arc);
    }
    std::sort(out.begin(), out.end(), [](const EnhancedArc& a, const EnhancedArc& b) {
      return std::tie(a.head, a.dependent, a.deprel) < std::tie(b.head, b.dependent, b.deprel);
    });
    return out;
  }

 private:
  struct Link {
    EnhancedArc arc;
    std::uint32_t next_below;  // the link below the same head that was added before this one, or None
    std::uint32_t next_above;  // the link above the same dependent that was added before this one, or None
  };
  const Syntax& syntax_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> first_below_;  // by head: the link that was added last, or None
  std::vector<std::uint32_t> first_above_;  // by dependent: likewise
};

}  // namespace entente
