#include <entente/syntax/enhance.hpp>

#include <array>
#include <cstddef>
#include <span>

#include <entente/syntax/clause_rules.hpp>

namespace entente::inline v0_1 {

namespace {

// Whether a conjunct shares the relation of the first conjunct; not so for relations between words rather than
// meanings.
bool is_shared_role(Deprel d) {
  switch (d) {
    case Deprel::Root:
    case Deprel::Conj:
    case Deprel::Cc:
    case Deprel::CcPreconj:
    case Deprel::Punct:
    case Deprel::Fixed:
    case Deprel::Flat:
    case Deprel::Goeswith:
    case Deprel::Reparandum:
    case Deprel::Discourse:
    case Deprel::Parataxis:
    case Deprel::List:
      return false;
    default:
      return true;
  }
}

// All tokens, heads before their dependents.
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

// Gives conjunct t the roles of the first conjunct: in "Xi and Putin met" both are subjects.
void share_role(Clauses& clauses, TokenId t) {
  std::array<Governor, MaxPassedOn> governors;
  std::size_t count = 0;
  clauses.graph().each_governor(clauses.head(t), [&](Governor g) {
    if (is_shared_role(g.deprel) && count < governors.size()) {
      governors[count++] = g;
    }
  });
  for (std::size_t i = 0; i < count; ++i) {
    clauses.add(governors[i].token, t, governors[i].deprel);
  }
}

// Adds the arguments that t lacks, by the kind of clause that it is below the governor.
void complete_clause(Clauses& clauses, Governor governor, TokenId t) {
  switch (governor.deprel) {
    case Deprel::AclRelcl:
      complete_relative(clauses, governor.token, t);
      break;
    case Deprel::Xcomp:
      complete_xcomp(clauses, governor.token, t);
      break;
    case Deprel::Acl:
      complete_acl(clauses, governor.token, t);
      break;
    case Deprel::Advcl:
      complete_advcl(clauses, governor.token, t);
      break;
    default:
      break;
  }
}

// Adds the arguments that t lacks, by all its governors.
void complete_token(Clauses& clauses, TokenId t) {
  if (clauses.deprel(t) == Deprel::Conj) {
    share_arguments(clauses, clauses.head(t), t);
  }
  std::array<Governor, MaxPassedOn + 1> governors;
  std::size_t count = 0;
  clauses.graph().each_governor(t, [&](Governor g) {
    if (count < governors.size()) {
      governors[count++] = g;
    }
  });
  for (std::size_t i = 0; i < count; ++i) {
    complete_clause(clauses, governors[i], t);
  }
}

}  // namespace

std::vector<EnhancedArc> enhance(const Document& document, const Tagging& tagging, const Syntax& syntax) {
  Clauses clauses(document, tagging, syntax);
  const std::vector<TokenId> order = top_down(syntax);
  // The roles come first: in "Xi and Putin want to meet" both subjects of "want" must be known before those of "meet".
  for (const TokenId t : order) {
    if (syntax.heads[t] != None && syntax.deprels[t] == Deprel::Conj) {
      share_role(clauses, t);
    }
  }
  for (const TokenId t : order) {
    if (syntax.heads[t] != None) {
      complete_token(clauses, t);
    }
  }
  return clauses.graph().arcs();
}

}  // namespace entente
