// Dependency trees (Universal Dependencies, version 2), one per sentence, with the enhanced edges that the relations
// room uses.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>

namespace entente::inline v0_1 {

// The relations of Universal Dependencies, with the subtypes that the English treebanks use.
enum class Deprel : std::uint8_t {
  Acl,
  AclRelcl,
  Advcl,
  AdvclRelcl,
  Advmod,
  Amod,
  Appos,
  Aux,
  AuxPass,
  Case,
  Cc,
  CcPreconj,
  Ccomp,
  Compound,
  CompoundPrt,
  Conj,
  Cop,
  Csubj,
  CsubjOuter,
  CsubjPass,
  Dep,
  Det,
  DetPredet,
  Discourse,
  Dislocated,
  Expl,
  Fixed,
  Flat,
  Goeswith,
  Iobj,
  List,
  Mark,
  Nmod,
  NmodDesc,
  NmodPoss,
  NmodUnmarked,
  Nsubj,
  NsubjOuter,
  NsubjPass,
  Nummod,
  Obj,
  Obl,
  OblAgent,
  OblUnmarked,
  Orphan,
  Parataxis,
  Punct,
  Reparandum,
  Root,
  Vocative,
  Xcomp,
};

// Whether the relation is that of a nominal subject, active or passive.
constexpr bool is_subject(Deprel d) { return d == Deprel::Nsubj || d == Deprel::NsubjPass; }
// Whether the relation is one of the oblique relations.
constexpr bool is_oblique(Deprel d) { return d == Deprel::Obl || d == Deprel::OblAgent || d == Deprel::OblUnmarked; }
inline constexpr int DeprelCount = 51;

// An edge that the enhanced graph adds to the tree (de Marneffe et al. 2021, "Enhanced dependencies"): a conjunct
// that shares its head's role or arguments, a controlled subject, the antecedent of a relative clause.
struct EnhancedArc {
  TokenId head = None;
  TokenId dependent = None;
  Deprel deprel = Deprel::Dep;
};

// The layer: the trees of all sentences.
struct Syntax {
  std::vector<TokenId> heads;      // one per token; None for the root of a sentence
  std::vector<Deprel> deprels;     // one per token
  std::vector<EnhancedArc> added;  // sorted by head, then dependent, then deprel

  // Dependents of each token in text order: children[child_begin[t] .. child_begin[t + 1]).
  std::vector<std::uint32_t> child_begin;  // tokens + 1
  std::vector<TokenId> children;

  // The dependents of t, in text order.
  std::span<const TokenId> children_of(TokenId t) const {
    return {children.data() + child_begin[t], children.data() + child_begin[t + 1]};
  }
  // The first dependent of t with that relation, or None.
  TokenId child(TokenId t, Deprel deprel) const;
  // The added edges whose head is t.
  std::span<const EnhancedArc> added_to(TokenId t) const;
};

// The name of the relation in treebanks: "nsubj:pass".
std::string_view deprel_name(Deprel deprel);
// The relation of that name; an unknown subtype gives its universal relation, an unknown relation Dep.
Deprel deprel_of(std::string_view name);
// Fills child_begin and children from heads.
void index_children(Syntax& syntax);

}  // namespace entente
